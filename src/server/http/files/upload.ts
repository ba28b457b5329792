import { cleanFileName } from '../../../core/file/name.ts'
import type { AnnounceFile, FileData, FilePartQuery } from '../../../wire/files.ts'
import type { Done } from '../../../wire/base.ts'
import { withTenant } from '../../database/pool.ts'
import type { Tx } from '../../database/pool.ts'
import { dropUpload, finishUpload } from '../../files/finish.ts'
import { unfitName } from '../../files/inspect.ts'
import type { Unfit } from '../../files/inspect.ts'
import { addFile, advanceFile, countSending, findFile, findSame, findSending, renameFile } from '../../store/files.ts'
import type { FileRow } from '../../store/files.ts'
import { newId } from '../../transact.ts'
import type { Caller } from '../caller.ts'
import type { Http } from '../http.ts'
import { once } from '../once.ts'
import { recordMissing, refuse, refuseField } from '../problem.ts'
import type { Refused } from '../problem.ts'
import type { Call } from '../route.ts'
import { fileFor, readable } from './access.ts'
import { inTurn } from './turns.ts'

type Id = { readonly id: string }
type OnFile = Call<'self', Id, undefined, undefined>

/** Uploads that one person may have open: room for a day's photos, and an end to filling the disk by announcing. */
const MOST_SENDING = 100
/** Files of the same contents that are looked at for one that the person may read. */
const MOST_SAME = 20

const megabytes = (bytes: number): number => Math.floor(bytes / 1024 / 1024)

export function presentFile(row: FileRow): FileData {
  return {
    id: row.id,
    name: row.name,
    size: row.size,
    sha256: row.sha256,
    state: row.content === null ? 'sending' : 'kept',
    offset: row.received,
    mediaType: row.media_type ?? undefined,
    by: { id: row.person, name: row.person_name },
    at: row.announced_at,
  }
}

function refuseUnfit(unfit: Unfit): Refused {
  if ('found' in unfit) return refuse(422, `file.is-${unfit.because}`, { found: unfit.found }).with({ field: 'name' })
  const { because, extension } = unfit
  return refuse(422, `file.is-${because}`, { extension: extension === '' ? '—' : extension }).with({ field: 'name' })
}

/**
 * Contents that are here already need not be sent again, but only by whoever may read them anyway: else a hash would be enough to get at what somebody
 * else attached.
 */
async function alreadyHere(tx: Tx, caller: Caller, { sha256, size }: AnnounceFile): Promise<FileRow | undefined> {
  const same = await findSame(tx, sha256, MOST_SAME)
  const sized = same.filter((file) => file.size === size)
  return (await readable(tx, caller, sized))[0]
}

/** A name, a size and a hash: the answer says under which id, and from which byte on it is to be sent. Announced again, sending goes on where it stopped. */
export async function announceFile(call: Call<'self', undefined, undefined, AnnounceFile>): Promise<FileData | Refused> {
  const { http, caller, body } = call
  const { size, sha256 } = body
  const name = cleanFileName(body.name)
  if (name === undefined) return refuseField('name', 'file.no-name')
  if (size > http.options.fileLimitBytes)
    return refuse(413, 'file.too-large', { max: megabytes(http.options.fileLimitBytes) }).with({ field: 'size' })
  const unfit = unfitName(name)
  if (unfit) return refuseUnfit(unfit)
  return once<FileData>(call, {
    work: async (tx, at) => {
      const { person } = caller
      const begun = await findSending(tx, { person, sha256, size })
      if (begun) await renameFile(tx, { id: begun.id, name, at })
      if (begun) return presentFile({ ...begun, name })
      if ((await countSending(tx, person)) >= MOST_SENDING) return refuse(429, 'file.too-many-open', { max: MOST_SENDING })
      const same = await alreadyHere(tx, caller, body)
      const id = newId()
      await addFile(tx, { id, name, size, sha256, person, at, mediaType: same?.media_type ?? undefined })
      const row = await findFile(tx, id)
      return presentFile(row!)
    },
  })
}

const wrongOffset = (offset: number) => refuse(409, 'file.offset', { offset }).with({ field: 'offset', offset })

type Part = { readonly http: Http; readonly caller: Caller; readonly id: string; readonly offset: number; readonly bytes: Uint8Array }

async function takePart({ http, caller, id, offset, bytes }: Part): Promise<FileData | Refused> {
  const { services } = http
  const { tenant } = caller
  const read = () => withTenant(services.pool, tenant, (tx) => findFile(tx, id))
  const row = await read()
  if (!row || row.person !== caller.person) return recordMissing()
  // the answer to the last part was lost, and it comes again
  if (row.content !== null) return presentFile(row)
  if (offset !== row.received) return wrongOffset(row.received)
  const received = offset + bytes.length
  if (received > row.size) return refuse(422, 'file.beyond', { size: row.size }).with({ offset: row.received })
  if (bytes.length === 0 && offset < row.size) return refuse(400, 'file.empty-part').with({ offset })
  if (bytes.length > 0) {
    await services.files.writePart({ tenant, id }, offset, bytes)
    const at = services.clock.machine()
    const advanced = await withTenant(services.pool, tenant, (tx) => advanceFile(tx, { id, from: offset, to: received, at }))
    if (!advanced) return wrongOffset((await read())?.received ?? 0)
  }
  if (received < row.size) return presentFile({ ...row, received })
  const finished = await finishUpload(services, tenant, row)
  if (finished.kind === 'altered') return refuse(422, 'file.altered', { name: row.name })
  if (finished.kind === 'unfit') return refuseUnfit(finished.unfit)
  return presentFile((await read())!)
}

/** The next part. Sent twice it counts once, since its offset says where it belongs; the last one completes the file. */
export async function sendPart(call: Call<'self', Id, FilePartQuery, undefined>): Promise<FileData | Refused> {
  const { http, caller, params, query, request } = call
  const bytes = request.body
  if (bytes !== undefined && !(bytes instanceof Uint8Array)) return refuse(415, 'file.part-type')
  const part = { http, caller, id: params.id, offset: query.offset, bytes: bytes ?? new Uint8Array() }
  return inTurn(`${caller.tenant} ${params.id}`, () => takePart(part))
}

export async function getFile({ http, caller, params }: OnFile): Promise<FileData | Refused> {
  const row = await withTenant(http.services.pool, caller.tenant, (tx) => fileFor(tx, caller, params.id))
  return row ? presentFile(row) : recordMissing()
}

/** Its uploader takes back what is not attached to anything yet, sent to the end or not. */
export async function dropFile({ http, caller, params }: OnFile): Promise<Done | Refused> {
  const { services } = http
  const row = await withTenant(services.pool, caller.tenant, (tx) => fileFor(tx, caller, params.id))
  if (!row) return recordMissing()
  if (row.person !== caller.person) return refuse(403, 'access.denied')
  const gone = await inTurn(`${caller.tenant} ${params.id}`, () => dropUpload(services, { tenant: caller.tenant, id: params.id }))
  return gone ? { ok: true } : refuse(409, 'file.attached')
}
