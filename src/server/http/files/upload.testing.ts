import assert from 'node:assert/strict'
import { createHash, randomUUID } from 'node:crypto'
import type { FileData } from '../../../wire/files.ts'
import type { Answer, Person } from '../http.testing.ts'
import { POINT } from '../../files/picture.testing.ts'

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

export type Sent = { readonly name: string } & ({ readonly text: string } | { readonly bytes: Uint8Array })

export const bytesOf = (sent: Sent): Uint8Array => ('bytes' in sent ? sent.bytes : Buffer.from(sent.text))

/** The first step: name, size and hash. */
export function announce(person: Person, sent: Sent, more: Record<string, unknown> = {}): Promise<Answer> {
  const bytes = bytesOf(sent)
  return person.post('/api/files', { name: sent.name, size: bytes.length, sha256: sha256Of(bytes), ...more })
}

export function sendPart(
  person: Person,
  id: string,
  { offset, bytes }: { readonly offset: number; readonly bytes: Uint8Array },
): Promise<Answer> {
  return person.ask('PATCH', `/api/files/${id}?offset=${offset}`, {
    body: Buffer.from(bytes),
    headers: { 'content-type': 'application/octet-stream' },
  })
}

/** All the way, in parts of this size. */
export async function upload(person: Person, sent: Sent, part = 3 * 1024 * 1024): Promise<FileData> {
  const bytes = bytesOf(sent)
  const { status, body, text } = await announce(person, sent)
  assert.equal(status, 201, text)
  let file = body as FileData
  while (file.state === 'sending') {
    const answer = await sendPart(person, file.id, { offset: file.offset, bytes: bytes.subarray(file.offset, file.offset + part) })
    assert.equal(answer.status, 200, answer.text)
    file = answer.body as FileData
  }
  return file
}

export type Got = { readonly status: number; readonly headers: Headers; readonly bytes: Buffer }

/** The contents as a browser would ask for them. */
export async function download(url: string, person: Person, id: string, headers: Record<string, string> = {}): Promise<Got> {
  const response = await fetch(`${url}/api/files/${id}/content`, { headers: { cookie: person.cookie ?? '', ...headers } })
  return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) }
}

/** A picture of one point with so much noise behind it that it is as large as a photo. */
export function picture(size: number, seed: string = randomUUID()): Buffer {
  const noise = Buffer.alloc(Math.max(0, size - POINT.length))
  let block = createHash('sha512').update(seed).digest()
  for (let at = 0; at < noise.length; at += block.length) {
    block.copy(noise, at)
    block = createHash('sha512').update(block).digest()
  }
  return Buffer.concat([POINT, noise])
}
