import { createHash } from 'node:crypto'
import type { FileData } from '../../wire/files.ts'
import type { Account } from './teller.ts'

type Sent = { readonly name: string; readonly bytes: Uint8Array; readonly key: string }

/** Sends a file as a person of the demo does; sent again it is the same one. Answers its id. */
export async function uploadAs(person: Account, { name, bytes, key }: Sent): Promise<string> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const announced = (await person.post('/files', {
    body: { name, size: bytes.length, sha256 },
    key: `demo-file-${key}-${sha256.slice(0, 16)}`,
  })) as FileData
  const file = announced.state === 'kept' ? announced : await person.send(announced.id, bytes)
  return file.id
}
