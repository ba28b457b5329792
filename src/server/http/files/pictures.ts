import { kindOf } from '../../../core/file/kind.ts'
import type { FileRef } from '../../../core/file/ref.ts'
import type { FormPicture } from '../../../core/service/record-forms.ts'
import { withTenant } from '../../database/pool.ts'
import type { FileRow } from '../../store/files.ts'
import type { Caller } from '../caller.ts'
import type { Http } from '../http.ts'
import { refuseField } from '../problem.ts'
import type { Refused } from '../problem.ts'
import { filesFor } from './access.ts'

function problemOf({ at, file: id, signed }: FormPicture, row: FileRow | undefined): Refused | undefined {
  if (!row) return refuseField(at, 'file.unknown', { id })
  if (row.content === null) return refuseField(at, 'file.unfinished', { name: row.name })
  const type = row.media_type ?? ''
  if (signed) return type === 'image/png' ? undefined : refuseField(at, 'file.no-signature')
  return kindOf(type)?.group === 'image' ? undefined : refuseField(at, 'file.no-picture', { name: row.name })
}

/** The files of pictures that a record form names, each a picture that is here whole and that this person may read; refused by the field that names it. */
export async function picturesNamed(
  { services }: Pick<Http, 'services'>,
  caller: Caller,
  pictures: readonly FormPicture[],
): Promise<readonly FileRef[] | Refused> {
  if (pictures.length === 0) return []
  const ids = [...new Set(pictures.map(({ file }) => file))]
  const rows = await withTenant(services.pool, caller.tenant, (tx) => filesFor(tx, caller, ids))
  for (const picture of pictures) {
    const problem = problemOf(
      picture,
      rows.find(({ id }) => id === picture.file),
    )
    if (problem) return problem
  }
  return rows.flatMap(({ id, content }) => (content === null ? [] : [{ id, sha256: content }]))
}
