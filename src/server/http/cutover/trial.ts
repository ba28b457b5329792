import type { FileRef } from '../../../core/file/ref.ts'
import { initialState } from '../../../core/contract/state.ts'
import type { ContractState } from '../../../core/contract/state.ts'
import { TICKET_KIND, ticketNumber } from '../../../core/ticket/number.ts'
import type { Instant } from '../../../core/time/instant.ts'
import { withTenant } from '../../database/pool.ts'
import { isUnread } from '../../cutover/file.ts'
import { decideImport, firstFactOf } from '../../cutover/import.ts'
import type { Decided, ImportContext } from '../../cutover/import.ts'
import { readRows } from '../../cutover/read.ts'
import type { Row } from '../../cutover/read.ts'
import type { CellProblem, Table } from '../../cutover/table.ts'
import type { Sheets, Unread } from '../../cutover/xlsx-read.ts'
import { DocumentUnread } from '../../passages/draft.ts'
import { factsThere } from '../../store/cutover.ts'
import { findFiles } from '../../store/files.ts'
import type { ContractRow } from '../../store/contract-queries.ts'
import { newId } from '../../transact.ts'
import type { Caller } from '../caller.ts'
import { filesNamed, wholeFile } from '../files/attach.ts'
import type { Http } from '../http.ts'
import { Refused, refuse, refuseField } from '../problem.ts'
import { placesBefore } from '../tickets/ground.ts'
import type { Ground } from './ground.ts'
import { groundOf } from './ground.ts'

export type Tried = { readonly ground: Ground; readonly files: readonly FileRef[]; readonly decided: Decided; readonly now: Instant }

type Asked = { readonly http: Http; readonly caller: Caller; readonly row: ContractRow; readonly ids: readonly string[] }

/** A table of some thousand lines is far smaller. */
const MOST_BYTES = 10 * 1024 * 1024
const MOST_TOGETHER = 2 * MOST_BYTES

async function tablesIn({ http, caller }: Asked, files: readonly FileRef[]): Promise<readonly Table[] | Refused> {
  const rows = await withTenant(http.services.pool, caller.tenant, (tx) =>
    findFiles(
      tx,
      files.map(({ id }) => id),
    ),
  )
  const listed = files.map(({ id }) => rows.find((one) => one.id === id)!)
  for (const [at, { size, name }] of listed.entries())
    if (size > MOST_BYTES) return refuseField(`files.${at}`, 'cutover.file-too-big', { name })
  if (listed.reduce((sum, { size }) => sum + size, 0) > MOST_TOGETHER) return refuseField('files', 'cutover.files-too-big')
  const tables: Table[] = []
  for (const [at, { name }] of listed.entries()) {
    const bytes = await wholeFile(http, caller.tenant, { name, sha256: files[at]!.sha256 })
    if (bytes instanceof Refused) return bytes.with({ field: `files.${at}` })
    const read = await sheetsFrom(http, bytes)
    if (read instanceof Refused) return read
    if (isUnread(read)) return refuseField(`files.${at}`, `cutover.file-${read.because}`, { name })
    tables.push(...read.map((sheet) => ({ ...sheet, file: at, fileName: name })))
  }
  return tables
}

async function sheetsFrom(http: Http, bytes: Uint8Array): Promise<Sheets | Unread | Refused> {
  try {
    return await http.services.reader.tables(bytes)
  } catch (error) {
    if (error instanceof DocumentUnread) return refuse(503, 'document.busy').with({ retryAfterSeconds: 10 })
    throw error
  }
}

/** Where the ticket of each line is, found as its report would find it, at the time of the report; or what is wrong with site or device. */
async function placesOf({ http, caller, row }: Asked, tickets: readonly Row[]): Promise<ImportContext['places']> {
  const faults = tickets.map(({ values }) => {
    const { site, asset, reportedAt } = values as { site?: string; asset?: string; reportedAt: number }
    return { site, asset, at: reportedAt }
  })
  const found = await placesBefore(http, caller.tenant, { customer: row.customer, contract: row.id, faults })
  return new Map(
    found.map((place, at) => [tickets[at]!, place instanceof Refused ? { column: place.more.field, say: place.say } : place] as const),
  )
}

/** A number that is shown in a trial and given to nobody. */
const trialNumbers = (count: number): string[] => Array.from({ length: count }, (_, at) => ticketNumber(TICKET_KIND, 2000, at + 1))

export type Numbering = (count: number) => Promise<readonly string[]>

const NO_ROWS = {
  now: 0,
  person: '',
  run: '',
  files: [],
  numbers: [],
  there: new Set<string>(),
  places: new Map(),
  siteOf: new Map(),
} as const

/** What the files say, decided and not written. `numbering` is asked once nothing is wrong; without it the tickets have numbers of a trial. */
export async function tryImport(asked: Asked, numbering?: Numbering): Promise<Tried | Refused> {
  const { http, caller, row, ids } = asked
  const files = await filesNamed(http, caller, ids)
  if (files instanceof Refused) return files
  const ground = await groundOf(http, caller, row)
  const { bound, known, parts } = ground
  if (bound.cutOver === undefined) return refuse(422, 'cutover.no-day')
  const tables = await tablesIn(asked, files)
  if (tables instanceof Refused) return tables
  const now = await http.services.clock.now(caller.tenant)
  const { rows, problems } = readRows(tables, known, { cutOver: bound.cutOver, now })
  const contract = { id: row.id, customer: row.customer, state: (row.state_json as ContractState | null) ?? initialState() }
  if (problems.length > 0)
    return { ground, files, now, decided: withProblems(decideImport([], { ...NO_ROWS, contract, bound, known }), problems) }
  const named = rows.flatMap(({ values }) =>
    typeof values.ticket === 'string' ? [{ sheet: 'tickets', key: `n:${values.ticket}` } as const] : [],
  )
  const first = [...rows, ...named].map((one) => firstFactOf(row.id, one))
  const there = await withTenant(http.services.pool, caller.tenant, (tx) => factsThere(tx, first))
  const places = await placesOf(
    asked,
    rows.filter((one) => one.sheet === 'tickets' && !there.has(firstFactOf(row.id, one))),
  )
  const siteOf = new Map(parts.assets.flatMap(({ id, site }) => (site === null ? [] : [[id, site] as const])))
  const context = { now, person: caller.person, run: newId(), files, contract, bound, known, places, siteOf, there }
  const decided = decideImport(rows, { ...context, numbers: trialNumbers(rows.length) })
  if (decided.problems.length > 0 || !numbering || decided.counts.tickets.fresh === 0) return { ground, files, now, decided }
  const numbers = await numbering(decided.counts.tickets.fresh)
  return { ground, files, now, decided: decideImport(rows, { ...context, numbers }) }
}

function withProblems(decided: Decided, problems: readonly CellProblem[]): Decided {
  return { ...decided, problems }
}
