import { CHARGE_COLUMNS } from './forms.ts'
import type { ChargeColumn, ChargeLine, Rate } from './forms.ts'
import type { PartPrice, PriceList } from './prices.ts'
import { isFen, isUnitColumn, NO_PRICES } from './prices.ts'
import { readFen } from './shapes/scalars.ts'
import { readRate } from './shapes/sections.ts'
import { refuse } from './term-refusal.ts'
import type { Merged } from './term-refusal.ts'
import type { Plan, Term } from './types.ts'

/** Half the way round the earth. */
const MOST_KM = 20_038
const MOST_PARTS = 5000
const LONGEST = 120

function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
}

/** Whole kilometres as a contract writes them: `30`, `"30"`. */
function readKm(value: unknown): number | undefined {
  const km = typeof value === 'string' && /^\d{1,5}$/.test(value.trim()) ? Number(value) : value
  return typeof km === 'number' && Number.isInteger(km) && km >= 0 && km <= MOST_KM ? km : undefined
}

/** An amount as a contract writes it, in yuan: `120`, `"120.50"`; in fen. */
export function readAmount(value: unknown): number | undefined {
  const fen = isScalar(value) ? readFen(value) : undefined
  return isFen(fen) ? fen : undefined
}

function readText(value: unknown): string | undefined {
  const text = typeof value === 'number' ? String(value) : value
  return typeof text === 'string' && text.trim() !== '' && text.length <= LONGEST ? text.trim() : undefined
}

function readPart(value: unknown): PartPrice | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const { code, name, price, ...more } = value as Readonly<Record<string, unknown>>
  const [read, called, fen] = [readText(code), readText(name), readAmount(price)]
  if (read === undefined || called === undefined || fen === undefined || Object.keys(more).length > 0) return undefined
  return { code: read, name: called, fen }
}

/** 价目: a part a line, `{code, name, price}`, each code once. Undefined: it is none; a number: that line (from 1) is not right. */
export function readParts(value: unknown): readonly PartPrice[] | number | undefined {
  if (!Array.isArray(value) || value.length === 0 || value.length > MOST_PARTS) return undefined
  const codes = new Set<string>()
  const parts: PartPrice[] = []
  for (const [index, one] of value.entries()) {
    const part = readPart(one)
    if (!part || codes.has(part.code)) return index + 1
    codes.add(part.code)
    parts.push(part)
  }
  return parts
}

function withPrices(plan: Plan, part: Partial<PriceList>): Merged {
  return { ok: true, plan: { ...plan, prices: { ...(plan.prices ?? NO_PRICES), ...part } } }
}

/** What things cost under this contract: `prices.parts`, the price of one unit of a column, the kilometres that are driven free. */
export function mergePrice(plan: Plan, term: Term, [of = '', ...rest]: readonly string[]): Merged {
  if (rest.length > 0) return refuse(term, 'term-unknown')
  if (of === 'parts') {
    const parts = readParts(term.value)
    if (typeof parts === 'number') return refuse(term, 'term-bad-part', { line: parts })
    return parts ? withPrices(plan, { parts }) : refuse(term, 'term-bad-value', { expects: 'parts' })
  }
  if (of === 'free-km') {
    const freeKm = readKm(term.value)
    return freeKm === undefined ? refuse(term, 'term-bad-value', { expects: 'km' }) : withPrices(plan, { freeKm })
  }
  if (!isUnitColumn(of as ChargeColumn)) return refuse(term, 'term-unknown')
  const fen = readAmount(term.value)
  if (fen === undefined) return refuse(term, 'term-bad-value', { expects: 'money' })
  return withPrices(plan, { units: { ...plan.prices?.units, [of]: fen } })
}

/** Sums that the rules of a plan leave to the contract, by what they call them: what a share is taken of, or the sum itself. Column names are charges of a bill. */
export function amountsAsked({ promises }: Plan): readonly { readonly of: string; readonly promise: string; readonly whole: boolean }[] {
  const asked = Object.values(promises).flatMap((clause) => {
    if (clause.form !== 'rule') return []
    return clause.effects.flatMap((effect) => {
      if ((effect.kind !== 'credit' && effect.kind !== 'deduct') || effect.fen !== undefined) return []
      const { percent, of = clause.id } = effect
      return percent !== undefined && isChargeName(of) ? [] : [{ of, promise: clause.id, whole: percent === undefined }]
    })
  })
  return asked.filter(({ of }, at) => asked.findIndex((one) => one.of === of) === at)
}

/** A column of a bill, or `bill` for all that it charges. */
export function isChargeName(of: string): boolean {
  return of === 'bill' || CHARGE_COLUMNS.some((column) => column === of)
}

/** `amounts.contract-price`: a sum that a remedy is reckoned from. It is read beside the plan, like the names of people. */
export function mergeAmount(plan: Plan, term: Term, [of = '', ...rest]: readonly string[]): Merged {
  if (rest.length > 0 || !amountsAsked(plan).some((one) => one.of === of)) return refuse(term, 'term-unknown')
  return readAmount(term.value) === undefined ? refuse(term, 'term-bad-value', { expects: 'money' }) : { ok: true, plan }
}

function withLine(plan: Plan, line: ChargeLine): Merged {
  return { ok: true, plan: { ...plan, charges: plan.charges.map((one) => (one.id === line.id ? line : one)) } }
}

/** A rate or a distance that a line of the charges leaves open: `charges.charge-2.parts`, `charges.charge-2.beyond-km`. */
export function mergeCharge(plan: Plan, term: Term, [id = '', of = '', ...rest]: readonly string[]): Merged {
  const line = plan.charges.find((one) => one.id === id)
  if (!line || rest.length > 0) return refuse(term, 'term-unknown')
  if (of === 'beyond-km') {
    if (line.beyondKm !== 'unstated') return refuse(term, line.beyondKm === undefined ? 'term-unknown' : 'term-not-open')
    const beyondKm = readKm(term.value)
    return beyondKm === undefined ? refuse(term, 'term-bad-value', { expects: 'km' }) : withLine(plan, { ...line, beyondKm })
  }
  const column = CHARGE_COLUMNS.find((one) => one === of)
  const known: Rate | undefined = column && line.rates[column]
  if (!column || !known) return refuse(term, 'term-unknown')
  if (known.kind !== 'unstated') return refuse(term, 'term-not-open')
  const rate = isScalar(term.value) ? readRate(column, term.value) : undefined
  if (!rate || rate.kind === 'unstated')
    return refuse(term, 'term-bad-value', { expects: column === 'surcharge' ? 'agreed-surcharge' : 'agreed-rate' })
  return withLine(plan, { ...line, rates: { ...line.rates, [column]: rate } })
}
