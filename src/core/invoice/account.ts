import { billProblems } from '../charge/bill.ts'
import type { Bill, BillProblem } from '../charge/bill.ts'
import { charge } from '../charge/charge.ts'
import { givenBy } from '../charge/list-value.ts'
import type { Given } from '../charge/list-value.ts'
import type { Charges } from '../charge/types.ts'
import { isMap } from '../fact.ts'
import type { Fact, Subject } from '../fact.ts'
import type { Plan } from '../plan/types.ts'
import { namesIn } from '../plan/condition.ts'
import type { StandingCover } from '../promise/cover/at.ts'
import { seeKnown } from '../promise/knowledge.ts'
import type { BoundPlan } from '../promise/types.ts'
import type { Billed } from '../remedy/amount.ts'
import { remediesOf, remedyLines } from '../remedy/standing.ts'
import type { MoneyGround, RemedyLine } from '../remedy/standing.ts'
import type { Instant } from '../time/instant.ts'
import type { InvoiceContent } from './content.ts'
import { invoiceItems } from './items.ts'
import type { InvoiceItem } from './items.ts'

/** What was judged of the covers: at the report for the clocks, at billing for the charges (law 11); both are shown. */
export type CoverJudged = {
  /** as the report states it; undefined: it was reported without a device */
  readonly opening: string | undefined
  /** in force on the day of billing: its id, or `none` */
  readonly billing: string
  /** until when it lasts; undefined: no end, or none in force */
  readonly end: Instant | undefined
  /** the part whose own longer cover it is */
  readonly part: string | undefined
  /** the declared reason for which this fault is excluded, and the fact that says so */
  readonly exclusion: { readonly reason: string; readonly fact: string | undefined } | undefined
}

/** A bill as it follows from the facts at an instant. */
export type Account = Given & {
  readonly at: Instant
  readonly plan: string
  readonly planHash: string
  readonly bill: Omit<Bill, 'items'> & { readonly items: readonly InvoiceItem[] }
  readonly leftOut: readonly InvoiceItem[]
  readonly charges: Charges
  readonly cover: CoverJudged
  /** records that stand on it */
  readonly facts: readonly string[]
  /** 补偿 that is settled with it; undefined: none */
  readonly remedies?: readonly RemedyLine[] | undefined
}

/** What the customer pays in all: what is charged, less what he gets as remedies; below zero he gets it back. */
export function totalOf({ charges, remedies = [] }: Pick<Account, 'charges' | 'remedies'>): number {
  return charges.totalFen + remedies.reduce((sum, { fen }) => sum + fen, 0)
}

export type AccountInput = {
  readonly bound: BoundPlan
  readonly ticket: Subject
  /** all facts that name the ticket */
  readonly facts: readonly Fact[]
  /** of its device and its contract, as they stand at `at`, those of the device first */
  readonly covers: readonly StandingCover[]
  readonly content: InvoiceContent
  /** facts that stand on another bill already */
  readonly billed: readonly string[]
  /** 补偿 under its contract, whatever brought it about; undefined: what was charged alone is asked */
  readonly money?: MoneyGround | undefined
  /** its contract is running on the day of billing */
  readonly contractRunning: boolean
  /** the instant of billing */
  readonly at: Instant
  /** knowledge up to here; default: `at` */
  readonly asOf?: Instant | undefined
}

const textIn = (data: Fact['data'] | undefined, key: string): string | undefined =>
  typeof data?.[key] === 'string' ? (data[key] as string) : undefined

/** The facts as they count: corrected, without what was declared void, in the order of what happened. */
export function countedFacts(facts: readonly Fact[], asOf: Instant): readonly Fact[] {
  return seeKnown(facts, asOf, { opens: () => false }).map(({ fact }) => fact)
}

function coverClauses({ promises }: Plan): readonly string[] {
  return Object.values(promises).flatMap(({ id, form }) => (form === 'cover' ? [id] : []))
}

/** A device whose cover is over may still have a part with a longer one of its own: it covers a repair of that part alone. */
function coverOf(covers: readonly StandingCover[], parts: readonly string[], at: Instant): Pick<CoverJudged, 'billing' | 'end' | 'part'> {
  const whole = covers.find(({ state }) => state === 'in-force')
  if (whole) return { billing: whole.cover, end: whole.end, part: undefined }
  for (const { cover, parts: own } of covers) {
    const covered = own.filter(({ part, end }) => parts.includes(part) && (end ?? Infinity) > at)
    if (parts.length > 0 && parts.every((part) => covered.some((one) => one.part === part)))
      return { billing: cover, end: covered[0]!.end, part: covered[0]!.part }
  }
  return { billing: 'none', end: undefined, part: undefined }
}

function exclusionOf(covers: readonly StandingCover[], ticket: Subject, parts: readonly string[]): CoverJudged['exclusion'] {
  const all = covers.flatMap(({ exclusions }) => exclusions)
  const mine = all.find((one) => one.ticket === ticket || (one.ticket === undefined && one.part !== undefined && parts.includes(one.part)))
  return mine && { reason: mine.reason, fact: mine.fact }
}

/** Does a line of the charges set a price on what is excluded for this reason? Else it is charged as what no cover is for. */
function pricesExclusion({ charges }: Plan, reason: string): boolean {
  return charges.some(({ when }) => {
    if (!when) return false
    const names = namesIn(when.cel)
    const named = (names.includes('cause') || names.includes('exclusion')) && when.cel.includes(`"${reason}"`)
    return named || /(?<!!)\bexcluded\b/.test(when.cel)
  })
}

function dimensionsOf(reported: Fact | undefined, { dimensions }: Plan): Readonly<Record<string, string>> {
  const said = isMap(reported?.data.dimensions) ? reported.data.dimensions : {}
  return Object.fromEntries(
    Object.entries(said).flatMap(([id, value]) =>
      Object.hasOwn(dimensions, id) && dimensions[id]!.setBy !== 'contract' && typeof value === 'string' ? [[id, value]] : [],
    ),
  )
}

/** What the ticket's facts and what people stated say of the case. */
function caseOf({ bound, content, contractRunning }: AccountInput, facts: readonly Fact[], cover: CoverJudged): Omit<Bill, 'items'> {
  const { plan } = bound
  const last = (type: Fact['type']) => facts.findLast((fact) => fact.type === type)?.data
  const reported = facts.find(({ type }) => type === 'ticket.reported')
  const { stated } = content
  const reason = cover.exclusion?.reason
  const excluded = reason !== undefined
  return {
    cover: excluded && !pricesExclusion(plan, reason) ? 'none' : cover.billing,
    cause: reason ?? textIn(last('ticket.judged'), 'cause'),
    excluded,
    exclusion: excluded && Object.hasOwn(plan.reasons, reason) ? reason : undefined,
    type: textIn(reported?.data, 'type'),
    grade: textIn(last('ticket.graded'), 'grade') ?? textIn(reported?.data, 'grade'),
    customerGrade: textIn(reported?.data, 'customerGrade'),
    zone: textIn(last('ticket.edited'), 'zone') ?? textIn(reported?.data, 'zone'),
    kind: stated.kind,
    model: textIn(reported?.data, 'model'),
    class: textIn(reported?.data, 'class'),
    remedy: stated.remedy,
    contractRunning,
    outOfHours: stated.outOfHours === true,
    holiday: stated.holiday === true,
    overseas: stated.overseas === true,
    nth: stated.nth,
    km: stated.km,
    dimensions: dimensionsOf(reported, plan),
  }
}

/** A fault is repaired; any other ticket is the service that its type names. */
function serviceOf(type: string | undefined): string | undefined {
  return type === 'fault' ? 'repair' : type
}

/** What bills charged for the ticket until now, with what this one charges. */
function billedWith({ ticket, money }: AccountInput, { columns, totalFen }: Charges): Billed {
  const billed: Record<string, number> = { ...money?.billed[ticket] }
  const add = (of: string, fen: number) => (billed[of] = (billed[of] ?? 0) + fen)
  for (const { column, fen } of columns) add(column, fen ?? 0)
  add('bill', totalFen)
  return billed
}

function remediesIn(input: AccountInput, charges: Charges): Pick<Account, 'remedies'> {
  const { money, ticket, content } = input
  if (!money) return {}
  const billed = charges.open.length > 0 ? money.billed : { ...money.billed, [ticket]: billedWith(input, charges) }
  const remedies = remedyLines(remediesOf({ ...money, billed }), content.remedies ?? [])
  return remedies.length > 0 ? { remedies } : {}
}

export type Accounted =
  | { readonly ok: true; readonly account: Account }
  | { readonly ok: false; readonly problems: readonly BillProblem[]; readonly items: readonly InvoiceItem[] }

/**
 * 费用单: what a ticket's bill comes to at an instant, line by line, from its facts, the covers, the plan with the contract's prices, and what people
 * stated with evidence. Pure: the same facts give the same bill, in whatever order they are told.
 */
export function accountFor(input: AccountInput): Accounted {
  const { bound, ticket, content, billed, at, asOf = at } = input
  const facts = countedFacts(input.facts, asOf)
  const reported = facts.find(({ type }) => type === 'ticket.reported')
  const service = serviceOf(textIn(reported?.data, 'type'))
  const { items, leftOut } = invoiceItems({ plan: bound.plan, terms: bound.terms, facts, content, billed, service, at })
  const parts = items.flatMap(({ column, item }) => (column === 'parts' && item !== undefined ? [item] : []))
  const known = coverClauses(bound.plan)
  const covers = input.covers.filter(({ cover }) => known.includes(cover))
  const cover: CoverJudged = {
    opening: textIn(reported?.data, 'cover'),
    ...coverOf(covers, parts, at),
    exclusion: exclusionOf(covers, ticket, parts),
  }
  const bill = { ...caseOf(input, facts, cover), items }
  const problems = billProblems(bound.plan, bill)
  if (problems.length > 0) return { ok: false, problems, items }
  const charges = charge(bound, bill)
  const account = { at, plan: bound.ref, planHash: bound.hash, bill, leftOut, charges, cover, facts: items.flatMap((one) => one.facts) }
  return { ok: true, account: { ...account, ...givenBy(charges.columns), ...remediesIn(input, charges) } }
}
