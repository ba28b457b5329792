import type { FileRef } from '../../../core/file/ref.ts'
import { initialState } from '../../../core/contract/state.ts'
import type { ContractState } from '../../../core/contract/state.ts'
import { TICKET_KIND, ticketNumber } from '../../../core/ticket/number.ts'
import type { Instant } from '../../../core/time/instant.ts'
import { withTenant } from '../../database/pool.ts'
import { decideImport, firstFactOf } from '../../cutover/import.ts'
import type { Decided, ImportContext } from '../../cutover/import.ts'
import { readHappened } from '../../cutover/read.ts'
import type { Row } from '../../cutover/read.ts'
import type { CellProblem } from '../../sheets/table.ts'
import { factsThere } from '../../store/cutover.ts'
import type { ContractRow } from '../../store/contract-queries.ts'
import { newId } from '../../transact.ts'
import type { Caller } from '../caller.ts'
import type { Http } from '../http.ts'
import { Refused, refuse } from '../problem.ts'
import { tablesIn } from '../sheets/tables.ts'
import { placesBefore } from '../tickets/ground.ts'
import type { Ground } from './ground.ts'
import { groundOf } from './ground.ts'

export type Tried = { readonly ground: Ground; readonly files: readonly FileRef[]; readonly decided: Decided; readonly now: Instant }

type Asked = { readonly http: Http; readonly caller: Caller; readonly row: ContractRow; readonly ids: readonly string[] }

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
  const ground = await groundOf(http, caller, row)
  const { bound, known, parts } = ground
  if (bound.cutOver === undefined) return refuse(422, 'cutover.no-day')
  const given = await tablesIn(http, caller, ids)
  if (given instanceof Refused) return given
  const { files, tables } = given
  const now = await http.services.clock.now(caller.tenant)
  const { rows, problems } = readHappened(tables, known, { cutOver: bound.cutOver, now })
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
