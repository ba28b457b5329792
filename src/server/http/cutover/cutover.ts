import { TICKET_KIND, ticketNumber } from '../../../core/ticket/number.ts'
import { coverZone } from '../../../core/promise/cover/term.ts'
import type { Cutover, ImportResult } from '../../../wire/cutover.ts'
import type { ImportFiles } from '../../../wire/sheets.ts'
import { LAYOUT } from '../../cutover/columns.ts'
import type { Sheet } from '../../cutover/columns.ts'
import { lookAhead } from '../../cutover/outlook.ts'
import type { Outlook } from '../../cutover/outlook.ts'
import { templateOf } from '../../cutover/template.ts'
import { writeImport } from '../../cutover/write.ts'
import { withTenant } from '../../database/pool.ts'
import type { ContractRow } from '../../store/contract-queries.ts'
import { importsOf } from '../../store/cutover.ts'
import type { ImportRow } from '../../store/cutover.ts'
import { readFirstAnswer } from '../../store/ledger.ts'
import { namesOfSubjects } from '../../store/subject-names.ts'
import { standing } from '../contracts/write.ts'
import { Refused, refuse } from '../problem.ts'
import type { Call } from '../route.ts'
import { answerOfSeam } from '../seam-answer.ts'
import { yearAt } from '../tickets/year.ts'
import { groundOf } from './ground.ts'
import { presentLayout, presentProblems, sendWorkbook } from '../sheets/present.ts'
import { dayOfCutOver, presentAhead, presentCounts } from './present.ts'
import { tryImport } from './trial.ts'
import type { Tried } from './trial.ts'

type Manages<Body = undefined> = Call<'contract.manage', { readonly id: string }, undefined, Body>

type Showing = { readonly outlook: Outlook; readonly row: ContractRow; readonly now: number; readonly fresh?: ReadonlyMap<string, string> }

async function ahead({ http, caller, locale }: Manages<unknown>, { outlook, row, now, fresh = new Map() }: Showing) {
  const subjects = [...new Set([...outlook.owed, ...outlook.past].map(({ obligation }) => obligation.subject))]
  const names = await withTenant(http.services.pool, caller.tenant, (tx) => namesOfSubjects(tx, subjects))
  const bound = await http.services.plans.bound(caller.tenant, row.bound_hash)
  return presentAhead(outlook, { locale, now, zone: coverZone(bound), names: new Map([...fresh, ...names]) })
}

function presentImports(rows: readonly ImportRow[], locale: Manages['locale']): Cutover['imports'] {
  const byTime = Map.groupBy(rows, ({ at, person }) => `${at} ${person ?? ''}`)
  return [...byTime.values()].map((some) => {
    const [{ at, person, person_name }] = some as [ImportRow]
    const files = new Map(some.map(({ file, file_name }) => [file, { id: file, name: file_name ?? undefined }]))
    return {
      at,
      by: person === null ? undefined : { id: person, name: person_name ?? person },
      files: [...files.values()],
      counts: some.map(({ sheet, lines }) => ({ name: LAYOUT.sheetName(sheet as Sheet, locale), lines })),
    }
  })
}

/** 切换上线 of a contract: what it owes as it stands, what is history, and what was imported. */
export async function getCutover(call: Manages): Promise<Cutover | Refused> {
  const { http, caller, params, locale } = call
  const row = await standing(http, caller, params.id)
  if (row instanceof Refused) return row
  const bound = await http.services.plans.bound(caller.tenant, row.bound_hash)
  const now = await http.services.clock.now(caller.tenant)
  const outlook = await lookAhead(http.services, { tenant: caller.tenant, contract: row.id, bound, now })
  const imports = await withTenant(http.services.pool, caller.tenant, (tx) => importsOf(tx, row.id))
  return {
    contract: { id: row.id, number: row.number, title: row.title },
    day: dayOfCutOver(coverZone(bound), bound.cutOver),
    sheets: presentLayout(LAYOUT, locale),
    imports: presentImports(imports, locale),
    ...(await ahead(call, { outlook, row, now })),
  }
}

/** The workbook to fill in, with what this contract's cells may name. */
export async function getTemplate(call: Manages): Promise<string | Refused> {
  const { http, caller, params, locale, reply } = call
  const row = await standing(http, caller, params.id)
  if (row instanceof Refused) return row
  const { bound, known } = await groundOf(http, caller, row)
  if (bound.cutOver === undefined) return refuse(422, 'cutover.no-day')
  const { bytes, name } = await templateOf({ locale, known, number: row.number, day: dayOfCutOver(known.zone, bound.cutOver) ?? '' })
  return sendWorkbook(reply, { bytes, name, plain: 'cutover.xlsx' })
}

/** New tickets and devices are called what their lines say: they have no number yet. */
function freshNames({ decided: { texts, facts } }: Tried): ReadonlyMap<string, string> {
  const said = (fact: string, field: string) => texts.find((one) => one.factId === fact && one.field === field)?.text ?? ''
  return new Map(
    facts.flatMap(({ id, type, subject }) =>
      type === 'ticket.reported' ? [[subject, `${said(id, 'formerNumber')} ${said(id, 'title')}`.trim()] as const] : [],
    ),
  )
}

async function resultOf(call: Manages<ImportFiles>, row: ContractRow, tried: Tried): Promise<ImportResult> {
  const { http, caller, locale } = call
  const { decided, ground, now } = tried
  const shown = { counts: presentCounts(decided.counts, locale), problems: presentProblems(decided.problems, locale) }
  if (decided.problems.length > 0) return { ...shown, owed: [], past: [], asOf: now }
  const looking = { tenant: caller.tenant, contract: row.id, bound: ground.bound, now, facts: decided.facts }
  const outlook = await lookAhead(http.services, looking)
  return { ...shown, ...(await ahead(call, { outlook, row, now, fresh: freshNames(tried) })) }
}

/** 试运行: what the files would bring, and what would then be owed, due and late; nothing is written and no number is used up. */
export async function tryCutover(call: Manages<ImportFiles>): Promise<ImportResult | Refused> {
  const { http, caller, params, body } = call
  const row = await standing(http, caller, params.id)
  if (row instanceof Refused) return row
  const tried = await tryImport({ http, caller, row, ids: body.files })
  return tried instanceof Refused ? tried : resultOf(call, row, tried)
}

const MOST_ATTEMPTS = 5

/** 导入: all of it in one piece, or nothing. What was imported before stays as it is, so the same file twice changes nothing. */
export async function importCutover(call: Manages<ImportFiles>): Promise<ImportResult | Refused> {
  const { http, caller, key } = call
  if (!key) throw new Error('a keyed write came without its key')
  const first = await withTenant(http.services.pool, caller.tenant, (tx) => readFirstAnswer(tx, { person: caller.person, key: key.key }))
  if (first) return first.bodyHash === key.hash ? (first.answer as ImportResult) : refuse(409, 'idempotency.reused')
  for (let attempt = 1; ; attempt++) {
    const answer = await importOnce(call, key)
    // somebody else writes to the same contract at this moment: what they brought is there now
    if (answer !== 'moved') return answer
    if (attempt >= MOST_ATTEMPTS) return refuse(409, 'contract.stale')
  }
}

async function importOnce(call: Manages<ImportFiles>, key: NonNullable<Manages['key']>): Promise<ImportResult | Refused | 'moved'> {
  const { http, caller, params, body } = call
  const { services } = http
  const row = await standing(http, caller, params.id)
  if (row instanceof Refused) return row
  const taken: { readonly year: number; readonly number: number }[] = []
  const year = yearAt(await services.clock.now(caller.tenant), row.timezone)
  const numbering = async (count: number): Promise<readonly string[]> => {
    for (let at = 0; at < count; at++) taken.push({ year, number: await services.numbers.next(caller.tenant, TICKET_KIND, year) })
    return taken.map((one) => ticketNumber(TICKET_KIND, one.year, one.number))
  }
  let written = false
  try {
    const tried = await tryImport({ http, caller, row, ids: body.files }, numbering)
    if (tried instanceof Refused) return tried
    const { decided, ground, files } = tried
    if (decided.problems.length > 0) return refuse(422, 'sheets.problems', { count: decided.problems.length })
    const result = await resultOf(call, row, tried)
    if (decided.facts.length === 0) return result
    const outcome = await writeImport(services, {
      tenant: caller.tenant,
      contract: row.id,
      version: row.version,
      bound: ground.bound,
      decided,
      files: files.map(({ id }) => id),
      once: { person: caller.person, key: key.key, hash: key.hash, answer: () => result },
    })
    if (outcome.kind === 'moved') return 'moved'
    written = outcome.kind === 'done'
    if (written) {
      services.plans.dropContracts(caller.tenant)
      services.live.changed({ tenant: caller.tenant, kind: 'parties', ids: [`contract/${row.id}`] })
    }
    return answerOfSeam<ImportResult, never, never>(outcome as never, {
      refused: (refusal) => refusal satisfies never,
      stale: () => refuse(409, 'contract.stale'),
      exists: () => refuse(409, 'contract.stale'),
      unknown: (table) => refuse(422, 'field.no-such', { value: table }),
    })
  } finally {
    if (!written) for (const one of taken) services.numbers.giveBack(caller.tenant, TICKET_KIND, one)
  }
}
