import { Readable } from 'node:stream'
import type { ReadableStream as WebStream } from 'node:stream/web'
import { AwsClient } from 'aws4fetch'
import { SaxesParser } from 'saxes'
import { FILES_AWAY } from './store.ts'
import type { Content, FileStore, Upload } from './store.ts'

export type Bucket = {
  /** `https://s3.eu-central-1.amazonaws.com/name`, or the bucket's own host */
  readonly bucket: string
  readonly region: string
  readonly key: string
  readonly secret: string
}

/** A bucket takes pieces of at least 5 MiB, all but the last of one size. */
const PIECE_BYTES = 8 * 1024 * 1024
/** Offsets in names, so that names sort as numbers do. */
const DIGITS = 16

/** The bucket said no, or nothing that we understand. */
export class BucketTrouble extends Error {
  readonly code = FILES_AWAY
  constructor(what: string, status: number, said: string) {
    super(`bucket: ${what}: ${status} ${said.slice(0, 300)}`)
  }
}

type Entry = { readonly key: string; readonly size: number; readonly writtenAt: number }
type Page = { readonly entries: readonly Entry[]; readonly next: string | undefined }

/** The texts of an answer's elements, in order: `Key`, `Size`, `LastModified`, `NextContinuationToken`, `UploadId`. */
function elementsOf(xml: string): readonly (readonly [string, string])[] {
  const parser = new SaxesParser()
  const found: [string, string][] = []
  let text = ''
  parser.on('opentag', () => (text = ''))
  parser.on('text', (piece) => (text += piece))
  parser.on('closetag', ({ name }) => {
    found.push([name, text])
    text = ''
  })
  parser.write(xml).close()
  return found
}

function pageOf(xml: string): Page {
  const entries: { key: string; size: number; writtenAt: number }[] = []
  let next: string | undefined
  for (const [name, text] of elementsOf(xml)) {
    if (name === 'Key') entries.push({ key: text, size: 0, writtenAt: 0 })
    if (name === 'Size') entries.at(-1)!.size = Number(text)
    if (name === 'LastModified') entries.at(-1)!.writtenAt = Date.parse(text)
    if (name === 'NextContinuationToken') next = text
  }
  return { entries, next }
}

/** The requests to one bucket, each signed. */
class Requests {
  readonly #client: AwsClient
  readonly #bucket: string

  constructor({ bucket, region, key, secret }: Bucket) {
    this.#client = new AwsClient({ accessKeyId: key, secretAccessKey: secret, region, service: 's3', retries: 3 })
    this.#bucket = bucket
  }

  /** What is not there is an answer, told by its status; everything else that fails is trouble. */
  async send(method: string, path: string, { body, headers = {} }: { body?: Uint8Array | string; headers?: Record<string, string> } = {}) {
    const init = { method, headers, ...(body === undefined ? {} : { body: body as never }) }
    const response = await this.#client.fetch(`${this.#bucket}${path}`, init).catch((error: unknown) => {
      throw new BucketTrouble(`${method} ${path}`, 0, String((error as Error).cause ?? error))
    })
    if (!response.ok && response.status !== 404) throw new BucketTrouble(`${method} ${path}`, response.status, await response.text())
    return response
  }

  async must(method: string, path: string, more: { body?: Uint8Array | string; headers?: Record<string, string> } = {}): Promise<Response> {
    const response = await this.send(method, path, more)
    if (!response.ok) throw new BucketTrouble(`${method} ${path}`, response.status, await response.text())
    return response
  }

  async *list(prefix: string): AsyncGenerator<Entry> {
    for (let token: string | undefined = ''; token !== undefined;) {
      const query: string = `/?list-type=2&prefix=${encodeURIComponent(prefix)}${token === '' ? '' : `&continuation-token=${encodeURIComponent(token)}`}`
      const page = pageOf(await (await this.must('GET', query)).text())
      yield* page.entries
      token = page.next
    }
  }

  /** Nothing is there before all of it is: a bucket shows an object only when it is complete. */
  async put(path: string, pieces: AsyncIterable<Uint8Array>, size: number): Promise<void> {
    if (size <= PIECE_BYTES) return this.#putWhole(path, pieces)
    const begun = elementsOf(await (await this.must('POST', `${path}?uploads=`)).text())
    const id = begun.find(([name]) => name === 'UploadId')?.[1] ?? ''
    const place = `${path}?uploadId=${encodeURIComponent(id)}`
    try {
      const etags: string[] = []
      for await (const piece of inPieces(pieces)) {
        const number = etags.length + 1
        const sent = await this.must('PUT', `${path}?partNumber=${number}&uploadId=${encodeURIComponent(id)}`, { body: piece })
        etags.push(sent.headers.get('etag') ?? '')
      }
      const parts = etags.map((etag, at) => `<Part><PartNumber>${at + 1}</PartNumber><ETag>${etag}</ETag></Part>`)
      const body = `<CompleteMultipartUpload>${parts.join('')}</CompleteMultipartUpload>`
      const ended = await (await this.must('POST', place, { body, headers: { 'content-type': 'application/xml' } })).text()
      // a bucket may answer 200 and say in the body that it failed after all
      if (ended.includes('<Error>')) throw new BucketTrouble('complete', 200, ended)
    } catch (error) {
      await this.send('DELETE', place).catch(() => undefined)
      throw error
    }
  }

  async #putWhole(path: string, pieces: AsyncIterable<Uint8Array>): Promise<void> {
    const all: Uint8Array[] = []
    for await (const piece of pieces) all.push(piece)
    await this.must('PUT', path, { body: Buffer.concat(all) })
  }
}

/** The same bytes in pieces of one size, the last as it comes. */
async function* inPieces(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let held: Uint8Array[] = []
  let bytes = 0
  for await (const piece of pieces)
    for (let from = 0; from < piece.length;) {
      const some = piece.subarray(from, from + PIECE_BYTES - bytes)
      held.push(some)
      bytes += some.length
      from += some.length
      if (bytes < PIECE_BYTES) continue
      yield Buffer.concat(held)
      held = []
      bytes = 0
    }
  if (bytes > 0) yield Buffer.concat(held)
}

/** In a bucket: `<tenant>/content/ab/cd/<hash>` and, while they are sent, `<tenant>/sending/<id>/<offset>`. */
export function s3Store(bucket: Bucket): FileStore {
  const requests = new Requests(bucket)
  const sending = ({ tenant, id }: Upload) => `${tenant}/sending/${id}/`
  const contentAt = ({ tenant, sha256 }: Content) => `/${tenant}/content/${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`
  async function* partsOf(upload: Upload): AsyncGenerator<Uint8Array> {
    for await (const { key } of requests.list(sending(upload)))
      yield new Uint8Array(await (await requests.must('GET', `/${key}`)).arrayBuffer())
  }
  const sizeOf = async (content: Content): Promise<number | undefined> => {
    const found = await requests.send('HEAD', contentAt(content))
    return found.ok ? Number(found.headers.get('content-length')) : undefined
  }
  return {
    async writePart(upload, offset, bytes) {
      await requests.must('PUT', `/${sending(upload)}${String(offset).padStart(DIGITS, '0')}`, { body: bytes })
    },
    readParts: (upload) => Readable.from(partsOf(upload)),
    async keep(upload, content, size) {
      if ((await sizeOf(content)) !== size) await requests.put(contentAt(content), partsOf(upload), size)
      await this.dropParts(upload)
    },
    async dropParts(upload) {
      const keys = await Array.fromAsync(requests.list(sending(upload)))
      for (const { key } of keys) await requests.send('DELETE', `/${key}`)
    },
    sizeOf,
    async read(content, span) {
      const headers = span ? { range: `bytes=${span.from}-${span.to}` } : undefined
      const { body } = await requests.must('GET', contentAt(content), headers ? { headers } : {})
      return Readable.fromWeb(body as WebStream)
    },
    async remove(content) {
      await requests.send('DELETE', contentAt(content))
    },
    async *contents(tenant) {
      for await (const { key, writtenAt } of requests.list(`${tenant}/content/`))
        yield { sha256: key.slice(key.lastIndexOf('/') + 1), writtenAt }
    },
    async *uploads(tenant) {
      const prefix = `${tenant}/sending/`
      const newest = new Map<string, number>()
      for await (const { key, writtenAt } of requests.list(prefix)) {
        const id = key.slice(prefix.length, key.lastIndexOf('/'))
        newest.set(id, Math.max(newest.get(id) ?? 0, writtenAt))
      }
      for (const [id, writtenAt] of newest) yield { id, writtenAt }
    },
  }
}
