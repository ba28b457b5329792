import { canonicalJson } from '../canonical.ts'
import type { CalendarSource } from '../calendar/calendar.ts'
import type { Plan } from './types.ts'

/** What a plan declares beside its clauses, entry by entry; clauses, bills and people read it. Prices and lines are compared by what they are for. */
export const SECTIONS = ['calendar', 'reason', 'grade', 'zone', 'dimension', 'form', 'role', 'later'] as const
export type Section = (typeof SECTIONS)[number]

/** What holds for the whole plan. `ranking`: the grades that both plans have, from urgent to not. */
export const WHOLES = ['timezone', 'grade-by', 'ranking'] as const
export type Whole = (typeof WHOLES)[number]

/** One entry that reads otherwise, or stands in one plan alone (the other side undefined); `a`, `b`: what it says, as canonical JSON. */
export type SectionDifference = {
  readonly kind: 'section'
  readonly section: Section
  readonly id: string
  readonly a: string | undefined
  readonly b: string | undefined
}
export type WholeDifference = { readonly kind: 'whole'; readonly field: Whole; readonly a: string; readonly b: string }

type Entry = { readonly id: string; readonly source?: unknown; readonly at?: unknown }

/** What an entry says, whatever it is called and wherever it stood in the signed text. */
const content = ({ id: _id, source: _source, at: _at, ...says }: Entry): string => canonicalJson(says)

/** What a date is called opens no hour. */
function hours(source: CalendarSource): string {
  if (!('overrides' in source)) return canonicalJson(source)
  return canonicalJson({ ...source, overrides: source.overrides?.map(({ name: _name, ...date }) => date) })
}

const contents = (entries: readonly Entry[]): ReadonlyMap<string, string> => new Map(entries.map((one) => [one.id, content(one)]))

/** What the entries of a section say, by id. */
export function entriesOf(plan: Plan, section: Section): ReadonlyMap<string, string> {
  switch (section) {
    case 'calendar':
      return new Map(Object.entries(plan.calendars).map(([id, source]) => [id, hours(source)]))
    case 'reason':
      return contents(Object.values(plan.reasons))
    case 'grade':
      return contents(plan.grades)
    case 'zone':
      return contents(plan.zones)
    case 'dimension':
      return contents(Object.values(plan.dimensions))
    case 'form':
      // in which order a form asks is no promise
      return contents(
        Object.values(plan.forms).map((form) => ({ ...form, fields: [...form.fields].sort((a, b) => (a.id < b.id ? -1 : 1)) })),
      )
    case 'role':
      return contents(Object.values(plan.roles))
    case 'later':
      return contents(plan.later)
    default:
      return section satisfies never
  }
}

/**
 * What a reference to an entry stands for: its name where both plans have it, so that the entry itself is told and not each clause that names it; else
 * what it says, so that another name for the same is no difference.
 */
export function meansIn(plan: Plan, other: Plan, section: Section): (id: string) => string {
  const [own, theirs] = [entriesOf(plan, section), entriesOf(other, section)]
  return (id) => (theirs.has(id) ? id : (own.get(id) ?? id))
}

function compareSection(section: Section, a: Plan, b: Plan): SectionDifference[] {
  const [left, right] = [entriesOf(a, section), entriesOf(b, section)]
  const alone = (own: typeof left, others: typeof left) => new Set([...own].flatMap(([id, says]) => (others.has(id) ? [] : [says])))
  const [onlyLeft, onlyRight] = [alone(left, right), alone(right, left)]
  const differ = (id: string): boolean => {
    const [one, other] = [left.get(id), right.get(id)]
    if (one === undefined) return !onlyLeft.has(other!)
    return other === undefined ? !onlyRight.has(one) : one !== other
  }
  return [...new Set([...left.keys(), ...right.keys()])]
    .filter(differ)
    .map((id) => ({ kind: 'section', section, id, a: left.get(id), b: right.get(id) }))
}

/** The grades of a plan that the other one has too, in its order. */
export function rankingOf(plan: Plan, other: Plan): readonly string[] {
  return plan.grades.filter(({ id }) => other.grades.some((one) => one.id === id)).map(({ id }) => id)
}

function wholeOf(plan: Plan, other: Plan, field: Whole): string {
  if (field === 'timezone') return plan.timezone
  // who grades says nothing where nothing is graded
  if (field === 'grade-by') return plan.grades.length === 0 || other.grades.length === 0 ? '' : plan.gradeBy
  return rankingOf(plan, other).join(' ')
}

/** What the two plans declare otherwise: as a whole, then section by section. */
export function compareSections(a: Plan, b: Plan): readonly (WholeDifference | SectionDifference)[] {
  const wholes = WHOLES.map((field): WholeDifference => ({ kind: 'whole', field, a: wholeOf(a, b, field), b: wholeOf(b, a, field) }))
  return [...wholes.filter((one) => one.a !== one.b), ...SECTIONS.flatMap((section) => compareSection(section, a, b))]
}
