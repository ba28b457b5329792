import { fieldWords } from '../plan/condition-words.ts'
import { yuan } from '../plan/explain-forms.ts'
import { sayRate, sayReach } from '../plan/explain-sections.ts'
import { speakAs } from '../plan/explain-words.ts'
import type { ChargeColumn } from '../plan/forms.ts'
import type { Plan } from '../plan/types.ts'
import { say } from '../words.ts'
import type { Locale, Params } from '../words.ts'
import type { Share, Way } from './allot.ts'
import type { BillProblem } from './bill.ts'
import type { Charged, Charges } from './types.ts'
import { BILL_EN, CHARGE_EN } from './words/en.ts'
import { BILL_ZH_CN, CHARGE_ZH_CN } from './words/zh-CN.ts'
import { BILL_ZH_TW, CHARGE_ZH_TW } from './words/zh-TW.ts'

type Key = keyof typeof CHARGE_ZH_CN
const WORDS = { 'zh-CN': CHARGE_ZH_CN, 'zh-TW': CHARGE_ZH_TW, en: CHARGE_EN } as const
const PROBLEMS = { 'zh-CN': BILL_ZH_CN, 'zh-TW': BILL_ZH_TW, en: BILL_EN } as const

/** The plan by whose lines it was charged. */
export type ChargeContext = { readonly plan: Plan }

type Teller = { readonly t: (key: Key, params?: Params) => string; readonly plan: Plan; readonly locale: Locale }

function money({ t }: Teller, fen: number): string {
  return fen < 0 ? t('back', { yuan: yuan(-fen) }) : t('charged', { yuan: yuan(fen) })
}

const BY_COST = ['at-cost', 'customer', 'free', 'vendor']

function sayAmount(teller: Teller, { fen, open, asks, rate, line }: Charged): string {
  const { t, locale } = teller
  switch (open) {
    case undefined:
      return money(teller, fen ?? 0)
    case 'unpriced':
      return t(BY_COST.includes(rate.kind) ? 'unpriced-cost' : 'unpriced-list')
    case 'unknown': {
      const fields = asks.map((field) => fieldWords(field, locale)).join(t('comma'))
      return t(asks.length > 0 ? 'unknown' : 'unknown-some', { fields })
    }
    case 'unstated':
      return t(line === undefined ? 'unstated' : 'unstated-line')
    case 'quoted':
    case 'too-large':
      return t(open)
    default:
      return open satisfies never
  }
}

/** The price of one unit that the rate goes by, where it goes by one. */
function unitFen({ item }: Share, { rate }: Charged): number | undefined {
  if (rate.kind === 'list' || rate.kind === 'percent') return item.listFen
  if (rate.kind === 'fen') return rate.fen
  return rate.kind === 'at-cost' || rate.kind === 'customer' ? item.costFen : undefined
}

/** Kilometres as they are written: 80.4 and not 80.39999999999999. */
function lengthOf({ fromKm, toKm }: Way): number {
  return Math.round((toKm - fromKm) * 1000) / 1000
}

/** How often, at which price: `2 × 120.00 元`, `1 × 80 公里 × 2.50 元`. */
function sayQuantity({ t, plan }: Teller, share: Share, charged: Charged): string | undefined {
  const { item, way } = share
  const { quantity = 1, agreedFen } = item
  const price = unitFen(share, charged)
  const line = charged.line === undefined ? undefined : plan.charges[charged.line]
  const left = charged.rate.kind === 'quoted' || charged.rate.kind === 'unstated'
  if (left && agreedFen !== undefined) return t('agreed', { yuan: yuan(agreedFen) })
  const perKm = charged.rate.kind === 'fen' && line?.beyondKm !== undefined
  if (price === undefined || (perKm && !way)) return quantity === 1 ? undefined : t('quantity', { quantity })
  if (perKm && way) return t('times-km', { quantity, km: lengthOf(way), yuan: yuan(price) })
  return t('times', { quantity, yuan: yuan(price) })
}

function sayWay({ t }: Teller, { way }: Share): string | undefined {
  if (!way) return undefined
  const { fromKm: from, toKm: to, wholeKm: km } = way
  return lengthOf(way) === km ? t('way', { km }) : t('way-part', { from, to, km })
}

/** What stands behind an amount, one thing a line; what its column tells already is not told again. */
function shareWords(teller: Teller, share: Share, charged: Charged): string[] {
  const { t, plan, locale } = teller
  const said = [
    share.item.name,
    sayQuantity(teller, share, charged),
    sayWay(teller, share),
    share.item.paidBy === 'customer' ? t('paid-by-customer') : undefined,
  ].filter((one) => one !== undefined)
  if (said.length === 0 && charged.shares.length === 1) return []
  const parts = share.item.name === undefined ? [speakAs(plan, locale).s(`column-${charged.column}`), ...said] : said
  return [parts.join(t('between'))]
}

function sayShare(teller: Teller, share: Share, charged: Charged): string[] {
  return shareWords(teller, share, charged).map((said) => teller.t('share', { share: said }))
}

/** The clause as signed; where it has no text, what it speaks of. Undefined: no line of the plan. */
function reasonOf({ t, plan, locale }: Teller, { line: index, text }: Charged): string | undefined {
  const line = index === undefined ? undefined : plan.charges[index]
  if (!line) return undefined
  return text ?? (line.when || line.beyondKm !== undefined ? sayReach(speakAs(plan, locale), line) : t('all'))
}

function rateWords({ plan, locale }: Teller, { line: index, rate, column }: Charged): string {
  const line = index === undefined ? undefined : plan.charges[index]
  return sayRate(speakAs(plan, locale), rate, { column, beyondKm: line?.beyondKm })
}

/** What the contract agreed on where the plan leaves it open, said behind what the plan says. */
function withAgreed({ t }: Teller, why: string, { agreed = [] }: Charged): string {
  return agreed.length > 0 ? t('why-agreed', { why, source: agreed.join(t('comma')) }) : why
}

function sayWhy(teller: Teller, charged: Charged): string[] {
  const { t } = teller
  const { line: index, source, column } = charged
  const text = reasonOf(teller, charged)
  if (text === undefined || index === undefined) return column === 'surcharge' ? [] : [t('why-none')]
  const why = t('why', { n: index + 1, rate: rateWords(teller, charged), text })
  return [withAgreed(teller, source.length > 0 ? t('why-source', { why, source: source.join(t('comma')) }) : why, charged)]
}

function sayCharged(teller: Teller, charged: Charged): string[] {
  const { t, plan, locale } = teller
  const column = speakAs(plan, locale).s(`column-${charged.column}`)
  return [
    t('line', { column, amount: sayAmount(teller, charged) }),
    ...(charged.onFen === undefined ? [] : [t('on-top', { yuan: yuan(charged.onFen) })]),
    ...charged.shares.flatMap((share) => sayShare(teller, share, charged)),
    ...sayWhy(teller, charged),
  ]
}

/** One line of a bill for a page: the amount, what it is made of, and by which clause. */
export type ChargedWords = {
  readonly title: string
  readonly rate: string
  readonly amount: string
  readonly parts: readonly string[]
  readonly why: string
}

function tellerFor({ plan }: ChargeContext, locale: Locale): Teller {
  return { plan, locale, t: (key, params) => say(WORDS[locale][key], params) }
}

export function chargedWords(charged: Charged, context: ChargeContext, locale: Locale): ChargedWords {
  const teller = tellerFor(context, locale)
  const { t } = teller
  const onTop = charged.onFen === undefined ? [] : [t('on-top', { yuan: yuan(charged.onFen) }).trim()]
  return {
    title: columnName(charged.column, context.plan, locale),
    rate: rateWords(teller, charged),
    amount: sayAmount(teller, charged),
    parts: [...onTop, ...charged.shares.flatMap((share) => shareWords(teller, share, charged))],
    why: withAgreed(teller, reasonOf(teller, charged) ?? t('no-line'), charged),
  }
}

export function columnName(column: ChargeColumn, plan: Plan, locale: Locale): string {
  return speakAs(plan, locale).s(`column-${column}`)
}

/** A bill, line by line: what each column costs, what it is made of, which line of the plan says so; then the total and how much is still open. */
export function sayCharge({ columns, totalFen, open }: Charges, { plan }: ChargeContext, locale: Locale): string[] {
  const teller = tellerFor({ plan }, locale)
  const { t } = teller
  if (columns.length === 0) return [t('nothing')]
  const total = totalFen < 0 ? t('total-back', { yuan: yuan(-totalFen) }) : t('total', { yuan: yuan(totalFen) })
  return [
    ...columns.flatMap((charged) => sayCharged(teller, charged)),
    open.length > 0 ? t('total-open', { total, n: open.length }) : total,
  ]
}

/** Why a bill cannot be reckoned: which field, why, what to write. */
export function sayBillProblem({ code, params }: BillProblem, locale: Locale): string {
  return say(PROBLEMS[locale][code], params)
}
