import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import type { Server, Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { after, test } from 'node:test'
import { scannerOf } from '../../files/scan.ts'
import { antivirus } from '../../setting-kinds.ts'
import { logInAs, plantTenant, startTestServer } from '../http.testing.ts'
import { announce, picture, sendPart, upload } from './upload.testing.ts'

/** The bytes that this scanner takes for a virus. */
const SIGN = Buffer.from('NUOXING-STANDARD-ANTIVIRUS-TEST')

/** What arrived by INSTREAM once it is whole; undefined: more is to come. */
function streamed(bytes: Buffer): Buffer | undefined {
  const head = Buffer.from('zINSTREAM\0')
  assert.ok(bytes.subarray(0, head.length).equals(head.subarray(0, bytes.length)), 'the command comes first')
  const pieces: Buffer[] = []
  for (let at = head.length; at + 4 <= bytes.length;) {
    const length = bytes.readUInt32BE(at)
    if (length === 0) return Buffer.concat(pieces)
    pieces.push(bytes.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return undefined
}

let answers = true
function serve(socket: Socket): void {
  let bytes = Buffer.alloc(0)
  socket.on('error', () => undefined)
  socket.on('data', (piece) => {
    bytes = Buffer.concat([bytes, piece as Buffer])
    const whole = streamed(bytes)
    if (whole)
      socket.end(
        !answers ? 'INSTREAM size limit exceeded. ERROR\0' : whole.includes(SIGN) ? 'stream: Nuoxing-Test FOUND\0' : 'stream: OK\0',
      )
  })
}

const folder = mkdtempSync(join(tmpdir(), 'nx-clamd-'))
const path = join(folder, 'clamd.ctl')
const daemon: Server = createServer(serve)
await new Promise<void>((resolve) => daemon.listen(path, resolve))
after(() => {
  daemon.close()
  rmSync(folder, { recursive: true, force: true })
})

const server = await startTestServer({ scan: scannerOf(antivirus.read(`clamd:${path}`)) })
await plantTenant(server, 'east', { demo: true })
const agent = await logInAs(server, 'hotline-agent@east')

async function sent(name: string, bytes: Buffer) {
  const begun = await announce(agent, { name, bytes })
  const answer = await sendPart(agent, begun.body.id, { offset: 0, bytes })
  return { id: begun.body.id as string, answer }
}

test('what the scanner finds nothing in is kept', async () => {
  const file = await upload(agent, { name: '现场.png', bytes: picture(200_000) }, 80_000)
  assert.equal(file.state, 'kept')
})

test('an infected file is refused with what was found in it, and nothing of it stays', async () => {
  const { id, answer } = await sent('铭牌.png', Buffer.concat([picture(20_000), SIGN]))
  assert.deepEqual([answer.status, answer.body.code], [422, 'file.is-infected'])
  assert.match(answer.text, /Nuoxing-Test/)
  assert.equal((await agent.get(`/api/files/${id}`)).status, 404)
})

test('a scanner that gives no verdict lets nothing pass, and says so', async () => {
  answers = false
  const { answer } = await sent('压力表.png', picture(30_000))
  answers = true
  assert.deepEqual([answer.status, answer.body.code], [422, 'file.is-unscanned'])
  const { answer: later } = await sent('压力表.png', picture(30_000))
  assert.equal(later.body.state, 'kept')
  const nobody = scannerOf({ kind: 'clamd', path: join(folder, 'nobody.ctl') })
  assert.equal(await nobody(() => Readable.from([SIGN])), 'silent')
})

test('a program may be the scanner: its exit code is the verdict', async () => {
  const program = (script: string) => scannerOf({ kind: 'command', program: '/bin/sh', args: ['-c', script] })
  const bytes = () => Readable.from([Buffer.from('abc'), SIGN])
  assert.deepEqual(await program(`grep -q ${SIGN} && { echo 'stdin: Own-Test FOUND'; exit 1; } || exit 0`)(bytes), { found: 'Own-Test' })
  assert.equal(await program('cat > /dev/null; exit 0')(bytes), 'clean')
  assert.equal(await program('exit 2')(bytes), 'silent')
  assert.equal(await scannerOf({ kind: 'command', program: '/no/such/program', args: [] })(bytes), 'silent')
})

test('the setting names a socket, an address or a command; anything else is refused', () => {
  assert.deepEqual(antivirus.read('clamd:/run/clamav/clamd.ctl'), { kind: 'clamd', path: '/run/clamav/clamd.ctl' })
  assert.deepEqual(antivirus.read('clamd://scanner:3310'), { kind: 'clamd', host: 'scanner', port: 3310 })
  assert.deepEqual(antivirus.read('command:/usr/bin/clamdscan --no-summary -'), {
    kind: 'command',
    program: '/usr/bin/clamdscan',
    args: ['--no-summary', '-'],
  })
  for (const wrong of ['clamd', 'clamd:run', 'clamd://scanner', 'clamd://scanner:99999', 'command:clamdscan', 'http://scanner'])
    assert.equal(antivirus.read(wrong), undefined, wrong)
})
