import type { Fact, FactType, Json, Subject } from '../fact.ts'
import type { PriceList } from '../plan/prices.ts'
import { at } from '../promise/given.testing.ts'
import type { StandingCover } from '../promise/cover/at.ts'
import { boundFrom } from '../promise/from-yaml.testing.ts'
import type { BoundPlan } from '../promise/types.ts'
import { accountFor } from './account.ts'
import type { Account, AccountInput } from './account.ts'
import { EMPTY_CONTENT } from './content.ts'

export const TICKET: Subject = 'ticket/T1'

export const LINES = [
  `{when: 'cover == "scale" && cause == "overload"', parts: list, labour: free, travel: free, text: 超载收零件费。, source: [W-2]}`,
  `{when: 'cover == "scale"', parts: free, labour: free, travel: free, text: 质保期内不收费。, source: [W-3]}`,
  '{parts: list, labour: list, travel: list, freight-out: customer, freight-back: vendor, loaner: list, inspection: list, text: 过保按价目表。, source: [W-4]}',
]

export const PRICES: PriceList = {
  parts: [{ code: 'cell', name: '称重传感器', fen: 64_000 }],
  units: { labour: 20_000, travel: 300, loaner: 5000, inspection: 8000 },
  freeKm: 20,
}

/** A weighbridge's plan with these lines and these prices. */
export function scalePlan(lines: readonly string[] = LINES, prices: PriceList | null = PRICES): BoundPlan {
  const bound = boundFrom(`plan: scale
title: 汽车衡
version: 1
timezone: Asia/Shanghai
calendars:
  always: {hours: 24x7}
grades: [{id: major, name: 停磅}, {id: general, name: 偏差}]
reasons:
  overload: {name: 超载, evidence: required}
  flood: {name: 水淹, evidence: required}
promises:
  scale:
    title: 整机质保
    text: 验收后质保两年。
    source: [W-1]
    cover: {starts: asset.accepted, term: 24mo, excludes: [overload, flood]}
charges:
${lines.map((line) => `  - ${line}`).join('\n')}
`)
  return prices ? { ...bound, plan: { ...bound.plan, prices } } : bound
}

let seq = 0

export function fact(type: FactType, clock: string, data: { readonly [key: string]: Json } = {}, subject: Subject = TICKET): Fact {
  seq += 1
  const when = at(clock)
  return { id: `f${seq}`, seq, subject, also: [TICKET], type, occurredAt: when, recordedAt: when, source: 'import', by: 'lin', data }
}

/** A cover of the device as it stands, in force unless said otherwise. */
export function cover(more: Partial<StandingCover> = {}): StandingCover {
  return {
    cover: 'scale',
    owner: 'asset/A1',
    start: at('00:00') - 86_400_000,
    end: at('00:00') + 86_400_000,
    endless: undefined,
    state: 'in-force',
    gives: [],
    trail: [],
    parts: [],
    exclusions: [],
    ...more,
  }
}

/** Reported, arrived at nine, two cells replaced, done at half past eleven. */
export function repair(cause: string | null = 'wear'): readonly Fact[] {
  return [
    fact('ticket.reported', '08:00', { type: 'fault', grade: 'general', cover: 'scale' }),
    fact('visit.arrived', '09:00', {}, 'visit/V1'),
    fact('part.replaced', '10:00', { part: 'cell', quantity: 2 }, 'part/P1'),
    fact('visit.done', '11:30', {}, 'visit/V1'),
    ...(cause === null ? [] : [fact('ticket.judged', '11:40', { cause })]),
  ]
}

export function account(facts: readonly Fact[], more: Partial<AccountInput> = {}): Account {
  const made = accountFor({
    bound: scalePlan(),
    ticket: TICKET,
    facts,
    covers: [cover()],
    content: EMPTY_CONTENT,
    billed: [],
    contractRunning: true,
    at: at('12:00'),
    ...more,
  })
  if (!made.ok) throw new Error(JSON.stringify(made.problems))
  return made.account
}

/** `parts 0.00 vendor`, one a line. */
export function told({ charges }: Account): string[] {
  return charges.columns.map(({ column, fen, payer, open }) =>
    open === undefined ? `${column} ${((fen ?? Number.NaN) / 100).toFixed(2)} ${payer}` : `${column} open ${open}`,
  )
}

/** `parts 0.00 vendor (W-3)`: with the source of the clause that says so. */
export function byClause(bill: Account): string[] {
  const lines = told(bill)
  return bill.charges.columns.map(({ source }, nth) => (source.length > 0 ? `${lines[nth]} (${source.join(' ')})` : lines[nth]!))
}
