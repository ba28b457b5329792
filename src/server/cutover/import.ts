import { canonicalJson } from '../../core/canonical.ts'
import { decide as decideContract } from '../../core/contract/decide.ts'
import { sayContractRefusal } from '../../core/contract/refusal.ts'
import { evolve as evolveContract } from '../../core/contract/state.ts'
import type { ContractState, Milestone } from '../../core/contract/state.ts'
import type { Fact, Json, Subject } from '../../core/fact.ts'
import { sha256Hex } from '../../core/hash.ts'
import type { ImportedFrom } from '../../core/promise/imported.ts'
import { instantWords } from '../../core/promise/say.ts'
import type { BoundPlan } from '../../core/promise/types.ts'
import { decide as decideService } from '../../core/service/decide.ts'
import { sayServiceRefusal } from '../../core/service/refusal.ts'
import { evolve as evolveService, initialState as noService } from '../../core/service/state.ts'
import type { ServiceState } from '../../core/service/state.ts'
import { SERVICE_STEPS, isAboutDevice, nounOfService } from '../../core/service/vocabulary.ts'
import type { ServiceType } from '../../core/service/vocabulary.ts'
import type { Context, Place } from '../../core/ticket/command.ts'
import { decide as decideTicket } from '../../core/ticket/decide.ts'
import { evolve as evolveTicket } from '../../core/ticket/evolve.ts'
import { sayRefusal } from '../../core/ticket/refusal.ts'
import { initialState as noTicket } from '../../core/ticket/state.ts'
import type { Instant } from '../../core/time/instant.ts'
import type { NewFact, NewText } from '../transact.ts'
import type { Known } from './cells.ts'
import { listed } from '../sheets/cells.ts'
import { cellProblem } from '../sheets/table.ts'
import type { CellProblem } from '../sheets/table.ts'
import type { Sheet } from './columns.ts'
import { instantIn, textIn } from './read.ts'
import type { Row } from './read.ts'
import { cutoverWord, wordsOf } from './say.ts'
import { TICKET_COLUMNS, commandsOf } from './ticket-commands.ts'

export type Owners = {
  readonly customer: string
  readonly contract: string
  readonly ticket: string | undefined
  readonly site: string | undefined
  readonly asset: string | undefined
}

/** All that the lines are decided with; it ends up in the facts. `files`: by the number in their tables. `numbers`: for the tickets, in their order. */
export type ImportContext = {
  readonly now: Instant
  readonly person: string
  readonly run: string
  readonly files: readonly { readonly id: string; readonly sha256: string }[]
  readonly contract: { readonly id: string; readonly customer: string; readonly state: ContractState }
  readonly bound: BoundPlan
  readonly known: Known
  /** where the ticket of a line that is not there yet is, as its report would find it: dimensions and cover; or what is wrong with it */
  readonly places: ReadonlyMap<Row, Place | Wrong>
  /** the site at which a device stands */
  readonly siteOf: ReadonlyMap<string, string>
  readonly numbers: readonly string[]
  /** ids of facts that earlier imports have brought */
  readonly there: ReadonlySet<string>
}

/** A service record that begins with the import. */
export type Begun = { readonly subject: Subject; readonly owners: Owners; readonly state: ServiceState }

export type Decided = {
  readonly facts: readonly NewFact[]
  readonly texts: readonly NewText[]
  readonly services: readonly Begun[]
  /** records of their own begin here */
  readonly begins: readonly Subject[]
  readonly contract: ContractState
  /** lines by sheet: new ones, and such as are there already */
  readonly counts: Readonly<Record<Sheet, { readonly fresh: number; readonly there: number }>>
  readonly problems: readonly CellProblem[]
}

/** The ids of a line are made of what it says: the same line in another file, or sent again, is the same facts. */
function idOf(contract: string, { sheet, key }: Pick<Row, 'sheet' | 'key'>, part: string | number): string {
  return `i${sha256Hex(canonicalJson([contract, sheet, key, part])).slice(0, 23)}`
}

/** The first fact of a line: where it is there, the line was imported before. */
export function firstFactOf(contract: string, row: Pick<Row, 'sheet' | 'key'>): string {
  return idOf(contract, row, 0)
}

type Made = { readonly facts: readonly NewFact[]; readonly texts: readonly NewText[] }
/** What of a line is wrong, and in which column. */
export type Wrong = { readonly column: string | undefined; readonly say: CellProblem['say'] }

const isWrong = (made: object): made is Wrong => 'say' in made

/** As the ledger will have it, for those who fold it now. */
const asFact = (fact: NewFact, now: Instant): Fact => ({ ...fact, seq: 0, recordedAt: now })

/** Decides line by line, with ids that count within the line. */
class Import {
  readonly context: ImportContext
  readonly facts: NewFact[] = []
  readonly texts: NewText[] = []
  readonly services: Begun[] = []
  readonly begins: Subject[] = []
  readonly problems: CellProblem[] = []
  readonly counts: Record<Sheet, { fresh: number; there: number }>
  contract: ContractState
  #numbers = 0

  constructor(context: ImportContext) {
    this.context = context
    this.contract = context.contract.state
    const none = () => ({ fresh: 0, there: 0 })
    this.counts = { visits: none(), tickets: none(), loans: none(), milestones: none(), records: none() }
  }

  ids(row: Row): () => string {
    let count = 0
    return () => idOf(this.context.contract.id, row, count++)
  }

  nextNumber(): string | undefined {
    return this.context.numbers[this.#numbers++]
  }

  owners(row: Row, rows: readonly Row[]): Owners | Wrong {
    const { contract, siteOf } = this.context
    const number = textIn(row.values, 'ticket')
    const asset = textIn(row.values, 'asset')
    const site = textIn(row.values, 'site') ?? siteOf.get(asset ?? '')
    const own = { customer: contract.customer, contract: contract.id, site, asset }
    if (number === undefined) return { ...own, ticket: undefined }
    const key = { sheet: 'tickets', key: `n:${number}` } as const
    const isHere = rows.some(({ sheet, key: other }) => sheet === 'tickets' && other === key.key)
    if (!isHere && !this.context.there.has(firstFactOf(contract.id, key)))
      return { column: 'ticket', say: wordsOf('no-such-ticket', { value: number }) }
    return { ...own, ticket: idOf(contract.id, key, 'ticket') }
  }

  /** With where it stands. */
  marked(row: Row, facts: readonly NewFact[]): readonly NewFact[] {
    const { run, files } = this.context
    const { id: file = '', sha256 = '' } = files[row.line.table.file] ?? {}
    const imported: ImportedFrom = { run, file, sha256, sheet: row.sheet, row: row.line.row }
    return facts.map((fact) => ({ ...fact, data: { ...fact.data, imported } }))
  }

  /** What a line brought. */
  take(row: Row, made: Made): void {
    const number = textIn(row.values, 'number')
    this.facts.push(...this.marked(row, made.facts))
    this.texts.push(...made.texts)
    if (number !== undefined && made.facts[0]) this.texts.push({ factId: made.facts[0].id, field: 'formerNumber', text: number })
    this.counts[row.sheet].fresh++
  }
}

const OWNERS = ['ticket', 'contract', 'customer', 'site', 'asset'] as const

function subjectsOf(owners: Owners): Subject[] {
  return OWNERS.flatMap((noun): Subject[] => (owners[noun] === undefined ? [] : [`${noun}/${owners[noun]}`]))
}

type Step = { readonly type: ServiceType; readonly at: Instant; readonly values: { readonly [field: string]: Json } }

/** A service record, step by step; what a device is told stands with the device. */
function serviceOf(work: Import, row: Row, { steps, owners }: { readonly steps: readonly Step[]; readonly owners: Owners }): Made | Wrong {
  const { now, person, bound, contract } = work.context
  const noun = nounOfService(steps[0]!.type)
  const onDevice = isAboutDevice(noun)
  if (onDevice && owners.asset === undefined) return { column: 'asset', say: wordsOf('asset-for-step') }
  const subject: Subject = onDevice ? `asset/${owners.asset}` : `${noun}/${idOf(contract.id, row, noun)}`
  const newId = work.ids(row)
  const facts: NewFact[] = []
  const texts: NewText[] = []
  let state = noService()
  for (const { type, at, values } of steps) {
    const command = { name: 'record', type, values, occurredAt: at } as const
    const whom = { now, subject, owners: subjectsOf(owners), newId, source: 'import', person, plan: bound.plan } as const
    const decided = decideService(state, command, whom)
    if (!decided.ok)
      return {
        column: COLUMN_OF[decided.refusal.field ?? ''] ?? decided.refusal.field,
        say: (locale) => sayServiceRefusal(decided.refusal, locale),
      }
    facts.push(...decided.facts)
    texts.push(...decided.texts)
    state = work.marked(row, decided.facts).reduce((before, fact) => evolveService(before, asFact(fact, now)), state)
  }
  if (!onDevice) {
    work.services.push({ subject, owners, state })
    work.begins.push(subject)
  }
  return { facts, texts }
}

/** Fields of commands that a table calls otherwise. */
const COLUMN_OF: Readonly<Record<string, string>> = { person: 'person', occurredAt: 'at', summary: 'summary' }

/** Of these columns those that this step asks for. */
function fieldsFor(type: ServiceType, values: Row['values']): { readonly [field: string]: Json } {
  const asked = SERVICE_STEPS[type].fields.map(({ id }) => id)
  return Object.fromEntries(Object.entries(values).filter(([id]) => asked.includes(id)))
}

function visit(work: Import, row: Row, owners: Owners): Made | Wrong {
  const { values } = row
  const arrivedAt = instantIn(values, 'arrivedAt')
  const { summary: _, ...said } = values
  const arrived: Step[] =
    arrivedAt === undefined ? [] : [{ type: 'visit.arrived', at: arrivedAt, values: fieldsFor('visit.arrived', said) }]
  const done: Step = { type: 'visit.done', at: instantIn(values, 'doneAt')!, values: fieldsFor('visit.done', values) }
  return serviceOf(work, row, { steps: [...arrived, done], owners })
}

function loan(work: Import, row: Row, owners: Owners): Made | Wrong {
  const { values } = row
  const [deliveredAt, returnedAt] = [instantIn(values, 'deliveredAt')!, instantIn(values, 'returnedAt')]
  if (returnedAt !== undefined && returnedAt < deliveredAt) return { column: 'returnedAt', say: wordsOf('returns-early') }
  const { asset: _, ...said } = values
  const delivered: Step = { type: 'loan.delivered', at: deliveredAt, values: fieldsFor('loan.delivered', said) }
  const returned: Step[] = returnedAt === undefined ? [] : [{ type: 'loan.returned', at: returnedAt, values: {} }]
  return serviceOf(work, row, { steps: [delivered, ...returned], owners })
}

function record(work: Import, row: Row, owners: Owners): Made | Wrong {
  const type = row.values.step as ServiceType
  const at = instantIn(row.values, 'at')!
  const { asset: _, ...said } = row.values
  return serviceOf(work, row, { steps: [{ type, at, values: fieldsFor(type, said) }], owners })
}

function milestone(work: Import, row: Row): Made | Wrong | 'there' {
  const { context } = work
  const { values } = row
  const command = {
    name: 'reach',
    milestone: values.milestone as Milestone,
    assets: values.assets as readonly string[] | undefined,
    evidence: textIn(values, 'evidence')!,
    occurredAt: instantIn(values, 'at'),
  } as const
  const subject: Subject = `contract/${context.contract.id}`
  const decided = decideContract(work.contract, command, {
    now: context.now,
    subject,
    newId: work.ids(row),
    source: 'import',
    person: context.person,
  })
  if (!decided.ok) {
    const { refusal } = decided
    if (refusal.code === 'milestone-already') return standsAlready(work, command)
    return { column: refusal.field, say: (locale) => sayContractRefusal(refusal, locale) }
  }
  return decided
}

type Reaching = { readonly milestone: Milestone; readonly assets: readonly string[] | undefined; readonly occurredAt: Instant | undefined }

/** Recorded before, by hand or from another line: the same thing only if it happened at the same instant. */
function standsAlready({ contract, context }: Import, { milestone: reached, assets = [], occurredAt }: Reaching): Wrong | 'there' {
  const standing = contract.milestones.filter((one) => one.milestone === reached)
  const speaking = (asset: string | undefined) =>
    standing.filter((one) => one.assets.length === 0 || (asset !== undefined && one.assets.includes(asset)))
  const moved = (assets.length === 0 ? [undefined] : assets).map(speaking).find((some) => !some.some(({ at }) => at === occurredAt))
  if (!moved) return 'there'
  const { at } = moved.at(-1)!
  return { column: 'at', say: (locale) => cutoverWord('milestone-other', { at: instantWords(at, context.known, locale) }, locale) }
}

function ticket(work: Import, row: Row, owners: Owners): Made | Wrong {
  const { context } = work
  const { now, bound, contract } = context
  if (row.values.pausedAt !== undefined && row.values.reason === undefined)
    return { column: 'reason', say: (locale) => cutoverWord('reason-missing', { choices: listed(context.known.reasons, locale) }, locale) }
  const { endedAt } = contract.state
  // what was reported before the end happened under the contract, whatever became of it since
  if (endedAt !== undefined && instantIn(row.values, 'reportedAt')! >= endedAt)
    return { column: 'reportedAt', say: (locale) => cutoverWord('after-end', { at: instantWords(endedAt, context.known, locale) }, locale) }
  const place = context.places.get(row)
  if (place && isWrong(place)) return place
  const subject: Subject = `ticket/${idOf(contract.id, row, 'ticket')}`
  const about: Context = {
    now,
    subject,
    newId: work.ids(row),
    source: 'import',
    person: { id: context.person },
    plan: bound.plan,
    planRef: bound.ref,
    number: work.nextNumber(),
    place,
  }
  const facts: NewFact[] = []
  const texts: NewText[] = []
  let state = noTicket()
  for (const [column, command] of commandsOf(row, bound.plan.gradeBy === 'customer', owners)) {
    const decided = decideTicket(state, command, about)
    if (!decided.ok) {
      const { refusal } = decided
      return { column: TICKET_COLUMNS[refusal.field ?? ''] ?? column, say: (locale) => sayRefusal(refusal, locale) }
    }
    facts.push(...decided.facts)
    texts.push(...decided.texts)
    state = decided.facts.reduce((before, fact) => evolveTicket(before, asFact(fact, now)), state)
  }
  work.begins.push(subject)
  return { facts, texts }
}

function madeOf(work: Import, row: Row, rows: readonly Row[]): Made | Wrong | 'there' {
  if (work.context.there.has(firstFactOf(work.context.contract.id, row))) return 'there'
  const owners = work.owners(row, rows)
  if (isWrong(owners)) return owners
  switch (row.sheet) {
    case 'visits':
      return visit(work, row, owners)
    case 'tickets':
      return ticket(work, row, owners)
    case 'loans':
      return loan(work, row, owners)
    case 'milestones':
      return milestone(work, row)
    case 'records':
      return record(work, row, owners)
    default:
      return row.sheet satisfies never
  }
}

/** What the lines bring about: facts by the very decisions that people's commands go through, marked as imported; or what is wrong, cell by cell. */
export function decideImport(rows: readonly Row[], context: ImportContext): Decided {
  const work = new Import(context)
  for (const row of rows) {
    const made = madeOf(work, row, rows)
    if (made === 'there') work.counts[row.sheet].there++
    else if (isWrong(made)) work.problems.push(cellProblem(row.line, made.column, made.say))
    else {
      work.take(row, made)
      if (row.sheet === 'milestones')
        work.contract = made.facts.reduce((before, fact) => evolveContract(before, asFact(fact, context.now)), work.contract)
    }
  }
  const { facts, texts, services, begins, contract, counts, problems } = work
  return { facts, texts, services, begins, contract, counts, problems }
}
