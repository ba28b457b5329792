import { CHARGE_COLUMNS } from './forms.ts'
import type { ChargeColumn, ChargeLine, Rate } from './forms.ts'
import { amountsAsked } from './price-terms.ts'
import { isUnitColumn } from './prices.ts'
import type { Clause, Plan, Term, Value } from './types.ts'
import { cellsOf } from './value.ts'

export const PLACE_KINDS = [
  'span',
  'calendar',
  'hours',
  'choice',
  'day',
  'number',
  'rate',
  'km',
  'money',
  'parts',
  'phone',
  'mail',
  'url',
  'text',
] as const

/**
 * A place that the plan leaves to the contract. `key` is the term that fills it. `span`: a length of time (`4h`); `calendar`: one of `choices`;
 * `hours`: a calendar of its own; `choice`: one of `choices`; `day`: a date (`2026-09-30`); `number`: a bound (`98%`, `3`); `rate`: how a column is
 * charged, a word of `choices`, an amount or a share; `km`: whole kilometres; `money`: an amount in yuan; `parts`: the prices of parts; `phone`, `mail`,
 * `url`, `text`: the number or address of a channel.
 * `required`: nobody can count before it is filled; the others are counted and never broken, and a bill asks for its price.
 */
export type OpenPlace = {
  readonly key: string
  readonly kind: (typeof PLACE_KINDS)[number]
  readonly required: boolean
  readonly choices: readonly string[]
  /** the clause that it belongs to, and the rows that lead to it: `severe`, `elsewhere` */
  readonly promise?: string | undefined
  readonly field?: 'within' | 'target' | 'calendar' | 'term' | 'every' | 'at-least' | 'at-most' | undefined
  readonly rows: readonly string[]
}

function openCells(of: Value<unknown> | undefined): readonly (readonly string[])[] {
  return cellsOf(of).flatMap((cell) => (cell.value.kind === 'unstated' ? [cell.path] : []))
}

type Field = NonNullable<OpenPlace['field']>

function kindOf(field: Field, { form }: Clause): OpenPlace['kind'] {
  if (field === 'calendar') return 'calendar'
  return form === 'level' ? 'number' : 'span'
}

function inClause(clause: Clause, calendars: readonly string[]): OpenPlace[] {
  const places = (field: Field, of: Value<unknown> | undefined): OpenPlace[] =>
    openCells(of).map((rows) => ({
      key: ['promises', clause.id, field, ...rows].join('.'),
      kind: kindOf(field, clause),
      required: false,
      choices: field === 'calendar' ? calendars : [],
      promise: clause.id,
      field,
      rows,
    }))
  if (clause.form === 'cover') return places('term', clause.term)
  if (clause.form === 'recurring') return clause.schedule.kind === 'unstated' ? places('every', clause.schedule) : []
  if (clause.form === 'level')
    return [
      ...places('at-least', clause.atLeast),
      ...places('at-most', clause.atMost),
      ...places('target', clause.target),
      ...places('calendar', clause.calendar),
    ]
  if (clause.form !== 'deadline') return []
  return [...places('within', clause.within), ...places('target', clause.target), ...places('calendar', clause.calendar)]
}

/** How a contract may say that something is charged. */
const RATES = ['free', 'list', 'at-cost', 'quoted', 'customer', 'vendor']
const SURCHARGES = ['free', 'quoted']

const place = (key: string, kind: OpenPlace['kind'], choices: readonly string[] = []): OpenPlace => ({
  key,
  kind,
  required: false,
  choices,
  rows: [],
})

/** What a line of the charges leaves to the contract: from which distance on it holds, and what its columns cost. */
function inCharge({ id, beyondKm, rates }: ChargeLine): OpenPlace[] {
  const open = CHARGE_COLUMNS.filter((column) => rates[column]?.kind === 'unstated')
  return [
    ...(beyondKm === 'unstated' ? [place(`charges.${id}.beyond-km`, 'km')] : []),
    ...open.map((column) => place(`charges.${id}.${column}`, 'rate', column === 'surcharge' ? SURCHARGES : RATES)),
  ]
}

/** Rates whose amount, or whose worth where it is given, is read off the price list. */
const BY_LIST: readonly Rate['kind'][] = ['list', 'percent', 'free', 'vendor']

/** 价目: the prices that the charges of the plan read off a list which the contract brings. */
function pricesOf({ charges, prices }: Plan): OpenPlace[] {
  const spoken = (column: ChargeColumn) => charges.some(({ rates }) => BY_LIST.includes(rates[column]?.kind ?? 'unstated'))
  const parts = spoken('parts') && (prices?.parts ?? []).length === 0
  const units = CHARGE_COLUMNS.filter((column) => isUnitColumn(column) && spoken(column) && prices?.units[column] === undefined)
  return [
    ...(parts ? [place('prices.parts', 'parts')] : []),
    ...units.map((column) => place(`prices.${column}`, 'money')),
    ...(spoken('travel') && prices?.freeKm === undefined ? [place('prices.free-km', 'km')] : []),
  ]
}

/** 补偿: sums that remedies are reckoned from. */
function amountsOf(plan: Plan): OpenPlace[] {
  return amountsAsked(plan).map(({ of, promise }) => ({ ...place(`amounts.${of}`, 'money'), promise }))
}

/** Under any plan: from when on it is looked after here. What fell due until then is history. */
export const CUT_OVER: OpenPlace = { key: 'cut-over', kind: 'day', required: false, choices: [], rows: [] }

/** All that a contract under this plan is asked for, what is required first, then in the plan's order. */
export function openPlaces(plan: Plan): readonly OpenPlace[] {
  const dimensions = Object.values(plan.dimensions)
    .filter(({ setBy }) => setBy === 'contract')
    .map(({ id, values }): OpenPlace => ({ key: `dimensions.${id}`, kind: 'choice', required: true, choices: values, rows: [] }))
  const calendars = Object.entries(plan.calendars)
    .filter(([, source]) => 'hours' in source && source.hours === 'unstated')
    .map(([id]): OpenPlace => ({ key: `calendars.${id}`, kind: 'hours', required: true, choices: [], rows: [] }))
  const names = Object.keys(plan.calendars)
  const promised = Object.values(plan.promises).flatMap((clause) => inClause(clause, names))
  return [...dimensions, ...calendars, ...promised, ...plan.charges.flatMap(inCharge), ...pricesOf(plan), ...amountsOf(plan)]
}

/** What no term of a contract has filled. `plan`: with its terms merged in. */
export function stillOpen(plan: Plan, terms: readonly Term[]): readonly OpenPlace[] {
  return openPlaces(plan).filter(({ key }) => !terms.some((term) => term.key === key))
}
