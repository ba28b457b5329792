import type { FileRef } from '../../../core/file/ref.ts'
import { withTenant } from '../../database/pool.ts'
import { DocumentUnread } from '../../passages/draft.ts'
import { isUnread } from '../../sheets/file.ts'
import type { Table } from '../../sheets/table.ts'
import type { Sheets, Unread } from '../../sheets/xlsx-read.ts'
import { findFiles } from '../../store/files.ts'
import type { Caller } from '../caller.ts'
import { filesNamed, wholeFile } from '../files/attach.ts'
import type { Http } from '../http.ts'
import { Refused, refuse, refuseField } from '../problem.ts'

/** A table of some thousand lines is far smaller. */
const MOST_BYTES = 10 * 1024 * 1024
const MOST_TOGETHER = 2 * MOST_BYTES

async function sheetsFrom(http: Http, bytes: Uint8Array): Promise<Sheets | Unread | Refused> {
  try {
    return await http.services.reader.tables(bytes)
  } catch (error) {
    if (error instanceof DocumentUnread) return refuse(503, 'document.busy').with({ retryAfterSeconds: 10 })
    throw error
  }
}

type Given = { readonly files: readonly FileRef[]; readonly tables: readonly Table[] }

/** The tables of files that the caller has uploaded, by their ids. */
export async function tablesIn(http: Http, caller: Caller, ids: readonly string[]): Promise<Given | Refused> {
  const files = await filesNamed(http, caller, ids)
  if (files instanceof Refused) return files
  const rows = await withTenant(http.services.pool, caller.tenant, (tx) =>
    findFiles(
      tx,
      files.map(({ id }) => id),
    ),
  )
  const listed = files.map(({ id }) => rows.find((one) => one.id === id)!)
  for (const [at, { size, name }] of listed.entries())
    if (size > MOST_BYTES) return refuseField(`files.${at}`, 'sheets.file-too-big', { name })
  if (listed.reduce((sum, { size }) => sum + size, 0) > MOST_TOGETHER) return refuseField('files', 'sheets.files-too-big')
  const tables: Table[] = []
  for (const [at, { name }] of listed.entries()) {
    const bytes = await wholeFile(http, caller.tenant, { name, sha256: files[at]!.sha256 })
    if (bytes instanceof Refused) return bytes.with({ field: `files.${at}` })
    const read = await sheetsFrom(http, bytes)
    if (read instanceof Refused) return read
    if (isUnread(read)) return refuseField(`files.${at}`, `sheets.file-${read.because}`, { name })
    tables.push(...read.map((sheet) => ({ ...sheet, file: at, fileName: name })))
  }
  return { files, tables }
}
