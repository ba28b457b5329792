import type { FileRef } from '../../../core/file/ref.ts'
import { withTenant } from '../../database/pool.ts'
import type { Caller } from '../caller.ts'
import type { Http } from '../http.ts'
import { refuseField } from '../problem.ts'
import type { Refused } from '../problem.ts'
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
