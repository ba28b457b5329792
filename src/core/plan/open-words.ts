import { readCalendar } from '../calendar/check.ts'
import { HOLIDAY_LISTS } from '../calendar/holidays-cn.ts'
import type { Locale } from '../words.ts'
import { sayHours } from './hours-words.ts'
import { amountName, roleName, yuan } from './explain-forms.ts'
import { sayRate, sayReach } from './explain-sections.ts'
import { calendarName, rowName, speakAs } from './explain-words.ts'
import type { Key, Speaker } from './explain-words.ts'
import type { ChargeColumn } from './forms.ts'
import { stillOpen } from './open-places.ts'
import { levelBound } from './level-words.ts'
import { dimensionName, dimensionValue } from './plan-names.ts'
import { amountsAsked, readAmount, readParts } from './price-terms.ts'
import { readBound } from './shapes/scalars.ts'
import { readRate } from './shapes/sections.ts'
import { spanWords } from './span-words.ts'
import type { Plan, Term } from './types.ts'

function promisePlace(speaker: Speaker, [id = '', field = '', ...rows]: readonly string[]): string {
  const { s, plan } = speaker
  const promise = plan.promises[id]?.title ?? id
  const named = { promise, field: s(`place-${field}` as Key) }
  if (rows.length === 0) return s('place', named)
  const names = rows.map((row) => (row === 'else' ? s('place-else') : rowName(speaker, row)))
  return s('place-row', { ...named, rows: names.join(' · ') })
}

function chargePlace(speaker: Speaker, [id, column]: readonly string[]): string | undefined {
  const { s, plan } = speaker
  const line = plan.charges.find((one) => one.id === id)
  if (!line) return undefined
  const distance = column === 'beyond-km'
  const reach = sayReach(speaker, distance ? { ...line, beyondKm: undefined } : line)
  return distance ? s('place-beyond-km', { reach }) : s('place-charge', { column: s(`column-${column}` as Key), reach })
}

/** `补偿 · 合同价`, or the sum that a clause leaves open, by the name of the clause. */
function amountPlace(speaker: Speaker, of: string): string {
  const { s, plan } = speaker
  const asked = amountsAsked(plan).find((one) => one.of === of)
  const named = amountName(speaker, of)
  const name = named === of && asked ? (plan.promises[asked.promise]?.title ?? of) : named
  return s(asked?.whole ? 'place-amount' : 'place-amount-base', { name })
}

/** `到场 · 时限（严重故障 · 外地）`, `价目 · 配件`: a place that a contract fills, in the words of the plan; what is none is called by its key. */
export function placeWords(plan: Plan, key: string, locale: Locale): string {
  const speaker = speakAs(plan, locale)
  const { s } = speaker
  const [section, ...path] = key.split('.')
  switch (section) {
    case 'promises':
      return promisePlace(speaker, path)
    case 'charges':
      return chargePlace(speaker, path) ?? key
    case 'prices':
      return s(`place-price-${path[0]}` as Key)
    case 'channels':
      return s('place-channel', { name: plan.channels[path[0] ?? '']?.name ?? key })
    case 'amounts':
      return amountPlace(speaker, path[0] ?? '')
    case 'dimensions':
      return s('place-dimension', { name: dimensionName(plan, path[0] ?? '') })
    case 'calendars':
      return s('place-hours', { id: path[0] ?? '' })
    case 'roles':
      return roleName(speaker, path[0] ?? '')
    case 'cut-over':
    case 'dispute-within':
      return s(`place-${section}`)
    default:
      return key
  }
}

/** A value as it is written: what cannot be read stands as it is. */
function written(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value))
}

function promiseValue(speaker: Speaker, [id = '', field]: readonly string[], value: unknown): string | undefined {
  if (field === 'calendar' && typeof value === 'string') return calendarName(speaker, { path: [], value: { kind: 'scalar', value } })
  const clause = speaker.plan.promises[id]
  if (clause?.form === 'level') {
    const bound = readBound(String(value))
    return bound === undefined ? undefined : levelBound(bound, clause.measure)
  }
  return value === 'lifetime' || value === 'maker' || value === 'state'
    ? speaker.s(`term-${value}`)
    : spanWords(String(value), speaker.locale)
}

function chargeValue(speaker: Speaker, [id, column]: readonly string[], value: unknown): string | undefined {
  if (column === 'beyond-km') return speaker.s('said-km', { km: String(value) })
  const line = speaker.plan.charges.find((one) => one.id === id)
  const rate = readRate(column as ChargeColumn, value as string)
  return rate && sayRate(speaker, rate, { column: column as ChargeColumn, beyondKm: line?.beyondKm })
}

function priceValue({ s }: Speaker, of: string | undefined, value: unknown): string | undefined {
  if (of === 'free-km') return s('said-km', { km: String(value) })
  if (of === 'parts') {
    const parts = readParts(value)
    if (!Array.isArray(parts)) return undefined
    return parts.map(({ code, name, fen }) => s('said-part', { code, name, yuan: yuan(fen) })).join(s('list-comma'))
  }
  const fen = readAmount(value)
  return fen === undefined ? undefined : s('said-yuan', { yuan: yuan(fen) })
}

function hoursWords(speaker: Speaker, value: unknown): string | undefined {
  const read = readCalendar(value, Object.keys(HOLIDAY_LISTS))
  return read.ok ? sayHours(speaker, read.source) : undefined
}

/** What a contract agreed on at a place, in words: `4 小时`, `按成本`, `120.00 元`. */
export function termWords(plan: Plan, { key, value }: Pick<Term, 'key' | 'value'>, locale: Locale): string {
  const speaker = speakAs(plan, locale)
  const [section, ...path] = key.split('.')
  const said = (): string | undefined => {
    switch (section) {
      case 'promises':
        return promiseValue(speaker, path, value)
      case 'charges':
        return chargeValue(speaker, path, value)
      case 'prices':
        return priceValue(speaker, path[0], value)
      case 'amounts':
        return priceValue(speaker, undefined, value)
      case 'calendars':
        return hoursWords(speaker, value)
      case 'dimensions':
        return typeof value === 'string' ? dimensionValue(plan, path[0] ?? '', value) : undefined
      case 'dispute-within':
        return spanWords(String(value), locale)
      default:
        return undefined
    }
  }
  return said() ?? written(value)
}

/** What a contract under this plan is still asked for, a line each with the term that fills it. `plan`: with the terms merged in, where there are any. */
export function sayOpenPlaces(plan: Plan, locale: Locale, terms: readonly Term[] = []): string[] {
  const { s } = speakAs(plan, locale)
  const open = stillOpen(plan, terms)
  if (open.length === 0) return []
  const line = (required: boolean) => (required ? 'open-place-required' : 'open-place')
  return [
    s('open-places', { count: open.length }),
    ...open.map(({ key, required }) => s(line(required), { place: placeWords(plan, key, locale), key })),
  ]
}
