import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createConnection, createServer } from 'node:net'
import type { Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DatabaseAddress } from './connection.ts'

type Embedded = DatabaseAddress & { readonly kind: 'embedded' }

/** What a client sends to PostgreSQL, as it goes over the wire. `statements`: the text of each that was executed, oldest first. */
export type Tap = { readonly address: Embedded; readonly statements: string[]; readonly close: () => Promise<void> }

const socketOf = (folder: string, port: number): string => join(folder, `.s.PGSQL.${port}`)

/** The strings, each ended by a zero, that a message begins with. */
function stringsIn(message: Buffer, count: number): string[] {
  return message.toString('utf8').split('\0').slice(0, count)
}

/** Reads one connection's messages: a type, a length that counts itself, a body; only the first has no type. */
function reader(executed: (statement: string) => void): (chunk: Buffer) => void {
  const texts = new Map<string, string>()
  let bound = ''
  let rest = Buffer.alloc(0)
  let begun = false
  const take = (type: string, body: Buffer): void => {
    if (type === 'P') {
      const [name = '', text = ''] = stringsIn(body, 2)
      texts.set(name, text)
    }
    if (type === 'B') bound = texts.get(stringsIn(body, 2)[1] ?? '') ?? ''
    if (type === 'E') executed(bound)
    if (type === 'Q') executed(stringsIn(body, 1)[0] ?? '')
  }
  return (chunk) => {
    rest = Buffer.concat([rest, chunk])
    for (;;) {
      const head = begun ? 1 : 0
      if (rest.length < head + 4) return
      const end = head + rest.readInt32BE(head)
      if (rest.length < end) return
      if (begun) take(String.fromCharCode(rest[0]!), rest.subarray(5, end))
      begun = true
      rest = rest.subarray(end)
    }
  }
}

/** An address that leads to the same server, past somebody who counts. */
export async function tapped({ host, port, ...address }: Embedded): Promise<Tap> {
  const folder = mkdtempSync(join(tmpdir(), 'nx-tap-'))
  chmodSync(folder, 0o755)
  const statements: string[] = []
  const sockets = new Set<Socket>()
  const server = createServer((client) => {
    const database = createConnection(socketOf(host, port))
    const read = reader((statement) => statements.push(statement))
    client.on('data', read)
    client.pipe(database).pipe(client)
    for (const socket of [client, database]) {
      sockets.add(socket)
      socket.on('error', () => undefined)
      socket.on('close', () => sockets.delete(socket))
    }
  })
  await new Promise<void>((done) => server.listen(socketOf(folder, port), done))
  const close = async (): Promise<void> => {
    for (const socket of sockets) socket.destroy()
    await new Promise((done) => server.close(done))
    rmSync(folder, { recursive: true, force: true })
  }
  return { address: { ...address, host: folder, port }, statements, close }
}
