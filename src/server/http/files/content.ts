import { kindOf } from '../../../core/file/kind.ts'
import type { FileData } from '../../../wire/files.ts'
import { withTenant } from '../../database/pool.ts'
import type { Span } from '../../files/store.ts'
import type { FileRow } from '../../store/files.ts'
import { recordMissing, refuse } from '../problem.ts'
import type { Refused } from '../problem.ts'
import type { Call } from '../route.ts'
import { fileFor } from './access.ts'
import { presentFile } from './upload.ts'

/** Whatever a file holds, it runs nothing, loads nothing and reaches nothing of this site. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"

/** RFC 8187, with a plain name for those that know no other. */
function disposition(row: FileRow, shown: boolean): string {
  const plain = row.name.replaceAll(/[^\x20-\x7E]|["\\%]/g, '_')
  const encoded = encodeURIComponent(row.name).replaceAll(/['()*]/g, (sign) => `%${sign.codePointAt(0)!.toString(16).toUpperCase()}`)
  return `${shown ? 'inline' : 'attachment'}; filename="${plain}"; filename*=UTF-8''${encoded}`
}

/** Text of every kind is shown as text: a browser would offer Markdown or CSV for download. */
function typeToSend(mediaType: string): string {
  if (!mediaType.startsWith('text/')) return mediaType
  return `text/plain; charset=${/charset=([\w-]+)/.exec(mediaType)?.[1] ?? 'utf-8'}`
}

/** One span of bytes. `unmet`: there is nothing there. What is no single span of bytes is passed over, as the standard allows, and all is sent. */
function spanOf(header: string | undefined, size: number): Span | 'unmet' | undefined {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '') ?? []
  if (first === '' && last === '') return undefined
  const from = first === '' ? Math.max(0, size - Number(last)) : Number(first)
  const to = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1)
  if (first !== '' && last !== '' && Number(last) < Number(first)) return undefined
  return from >= size || from > to ? 'unmet' : { from, to }
}

/** The span asked for, unless it was asked of other contents than these. */
function wanted(
  { headers }: Call<'self', { readonly id: string }, undefined, undefined>['request'],
  { etag, size }: { readonly etag: string; readonly size: number },
) {
  const condition = headers['if-range']
  return condition === undefined || condition === etag ? spanOf(headers.range, size) : undefined
}

function isKnown(header: string | undefined, etag: string): boolean {
  return header?.split(',').some((one) => one.trim().replace(/^W\//, '') === etag) ?? false
}

/** The bytes of a file. Whoever has them by their hash is told that they are the same. */
export async function getContent(call: Call<'self', { readonly id: string }, undefined, undefined>): Promise<FileData | Refused> {
  const { http, caller, params, request, reply } = call
  const { services } = http
  const row = await withTenant(services.pool, caller.tenant, (tx) => fileFor(tx, caller, params.id))
  if (!row?.content || row.media_type === null) return recordMissing()
  const { size, sha256, media_type } = row
  const etag = `"${sha256}"`
  const span = wanted(request, { etag, size })
  if (span === 'unmet') return refuse(416, 'file.no-such-span', { size })
  const content = { tenant: caller.tenant, sha256 }
  if ((await services.files.sizeOf(content)) !== size) return refuse(503, 'file.content-missing', { name: row.name })
  reply.headers({
    etag,
    'accept-ranges': 'bytes',
    'cache-control': 'private, no-cache',
    'content-security-policy': POLICY,
    'content-disposition': disposition(row, kindOf(media_type)?.shown ?? false),
    'content-type': typeToSend(media_type),
  })
  if (isKnown(request.headers['if-none-match'], etag)) {
    await reply.code(304).send()
    return presentFile(row)
  }
  if (span) reply.code(206).header('content-range', `bytes ${span.from}-${span.to}/${size}`)
  reply.header('content-length', span ? span.to - span.from + 1 : size)
  await reply.send(await services.files.read(content, span))
  return presentFile(row)
}
