import type { FileRef } from '../../../core/file/ref.ts'
import { withTenant } from '../../database/pool.ts'
import { readWhole } from '../../files/whole.ts'
import type { Caller } from '../caller.ts'
import type { Http } from '../http.ts'
import { Refused, refuse, refuseField } from '../problem.ts'
import { filesFor } from './access.ts'

/**
 * The files that a command names as its evidence, for `carrying`. One that is not there, is another's or has not arrived whole is refused by name. What
 * somebody may read may also stand for something else.
 */
export async function filesNamed(
  { services }: Pick<Http, 'services'>,
  caller: Caller,
  ids: readonly string[] | undefined,
): Promise<readonly FileRef[] | Refused> {
  if (ids === undefined || ids.length === 0) return []
  const rows = await withTenant(services.pool, caller.tenant, (tx) => filesFor(tx, caller, ids))
  const files: FileRef[] = []
  for (const [at, id] of ids.entries()) {
    const row = rows.find((one) => one.id === id)
    if (!row) return refuseField(`files.${at}`, 'file.unknown', { id })
    if (row.content === null) return refuseField(`files.${at}`, 'file.unfinished', { name: row.name })
    if (files.some((one) => one.id === id)) return refuseField(`files.${at}`, 'file.twice', { name: row.name })
    files.push({ id, sha256: row.content })
  }
  return files
}

type NamedFile = { readonly field: string; readonly id: string }

/** The one file that a field names; one that is not there or has not arrived whole is refused by that field. */
export async function fileNamed(
  { http, caller }: { readonly http: Pick<Http, 'services'>; readonly caller: Caller },
  { field, id }: NamedFile,
): Promise<FileRef | Refused> {
  const named = await filesNamed(http, caller, [id])
  if (!(named instanceof Refused)) return named[0]!
  const { code, say } = named
  return named.with({ field, errors: [{ field, code, say }] })
}

/** All bytes of a file that is kept; what is gone from where attachments lie is said by the name of the file. */
export async function wholeFile(
  { services }: Pick<Http, 'services'>,
  tenant: string,
  { name, sha256 }: { readonly name: string; readonly sha256: string },
): Promise<Buffer | Refused> {
  return (await readWhole(services.files, { tenant, sha256 })) ?? refuse(503, 'file.content-missing', { name })
}
