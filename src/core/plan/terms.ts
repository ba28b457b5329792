import { readCalendar } from '../calendar/check.ts'
import { HOLIDAY_LISTS } from '../calendar/holidays-cn.ts'
import { byCodeUnit } from '../canonical.ts'
import { readDisputeDays } from '../dispute/term.ts'
import { parseDay } from '../time/civil.ts'
import { parseDuration } from '../time/duration.ts'
import type { CoverClause, LevelClause, RecurringClause } from './forms.ts'
import { mergeChannel } from './channel-terms.ts'
import { mergeAmount, mergeCharge, mergePrice } from './price-terms.ts'
import { readTerm } from './shapes/cover.ts'
import { readBound } from './shapes/scalars.ts'
import { refuse } from './term-refusal.ts'
import type { Merged } from './term-refusal.ts'
import type { Clause, Finding, Plan, Term, Value } from './types.ts'
import { cellsOf, readSpan, withCell } from './value.ts'

/** A contract fills what the plan leaves open; what the plan states it leaves alone. */
function fill<T>(of: Value<T> | undefined, path: readonly string[], cell: Value<T>): Value<T> | 'unknown' | 'stated' {
  const open = cellsOf(of).find((one) => one.path.length === path.length && one.path.every((row, index) => row === path[index]))
  if (!of || !open) return 'unknown'
  return open.value.kind === 'unstated' ? (withCell(of, path, cell) ?? 'unknown') : 'stated'
}

type CoverRows = { readonly clause: CoverClause; readonly rows: readonly string[] }

/** How long a cover lasts, where the plan leaves it to the contract. */
function mergeTerm(plan: Plan, term: Term, { clause, rows }: CoverRows): Merged {
  const value = readTerm(term.value)
  if (!value) return refuse(term, 'term-bad-value', { expects: 'term' })
  return put(plan, term, { clause, key: 'term', changed: fill(clause.term, rows, { kind: 'scalar', value }) })
}

/** How often something comes, where the plan says 定期 and no more. */
function mergePeriod(plan: Plan, term: Term, clause: RecurringClause): Merged {
  if (clause.schedule.kind !== 'unstated') return refuse(term, 'term-not-open')
  const every = typeof term.value === 'string' ? parseDuration(term.value) : undefined
  if (!every || every.value <= 0) return refuse(term, 'term-bad-value', { expects: 'duration' })
  const agreed: RecurringClause = { ...clause, schedule: { kind: 'every', every } }
  return { ok: true, plan: { ...plan, promises: { ...plan.promises, [clause.id]: agreed } } }
}

/** The keys of a level that a contract may fill, with what they are called in a clause. */
const BOUNDS: Readonly<Record<string, 'atLeast' | 'atMost' | 'target'>> = { 'at-least': 'atLeast', 'at-most': 'atMost', target: 'target' }

/** The number that a level is held against, or the calendar in which it is measured, where the plan leaves it to the contract. */
function mergeBound(
  plan: Plan,
  term: Term,
  { clause, path: [key = '', ...rows] }: { clause: LevelClause; path: readonly string[] },
): Merged {
  if (key === 'calendar') return mergeCalendarOf(plan, term, { clause, rows })
  const field = Object.hasOwn(BOUNDS, key) ? BOUNDS[key] : undefined
  if (!field) return refuse(term, 'term-unknown')
  const { value } = term
  const number = typeof value === 'string' || typeof value === 'number' ? readBound(value) : undefined
  if (number === undefined) return refuse(term, 'term-bad-value', { expects: 'bound' })
  return put(plan, term, { clause, key: field, changed: fill(clause[field], rows, { kind: 'scalar', value: number }) })
}

type Filled = { readonly clause: Clause; readonly key: string; readonly changed: Value<unknown> | 'unknown' | 'stated' }

function put(plan: Plan, term: Term, { clause, key, changed }: Filled): Merged {
  if (typeof changed === 'string') return refuse(term, changed === 'stated' ? 'term-not-open' : 'term-unknown')
  return { ok: true, plan: { ...plan, promises: { ...plan.promises, [clause.id]: { ...clause, [key]: changed } as Clause } } }
}

type CalendarRows = { readonly clause: Extract<Clause, { readonly calendar: Value<string> }>; readonly rows: readonly string[] }

function mergeCalendarOf(plan: Plan, term: Term, { clause, rows }: CalendarRows): Merged {
  const { value } = term
  if (typeof value !== 'string' || !Object.hasOwn(plan.calendars, value)) return refuse(term, 'term-bad-value', { expects: 'identifier' })
  return put(plan, term, { clause, key: 'calendar', changed: fill(clause.calendar, rows, { kind: 'scalar', value }) })
}

function mergePromise(plan: Plan, term: Term, [promise = '', key = '', ...rows]: readonly string[]): Merged {
  const clause = Object.hasOwn(plan.promises, promise) ? plan.promises[promise] : undefined
  if (clause?.form === 'cover' && key === 'term') return mergeTerm(plan, term, { clause, rows })
  if (clause?.form === 'recurring' && key === 'every' && rows.length === 0) return mergePeriod(plan, term, clause)
  if (clause?.form === 'level') return mergeBound(plan, term, { clause, path: [key, ...rows] })
  if (clause?.form !== 'deadline' || (key !== 'within' && key !== 'target' && key !== 'calendar')) return refuse(term, 'term-unknown')
  if (key === 'calendar') return mergeCalendarOf(plan, term, { clause, rows })
  const span = typeof term.value === 'string' ? readSpan(term.value) : undefined
  if (!span) return refuse(term, 'term-bad-value', { expects: 'span' })
  return put(plan, term, { clause, key, changed: fill(clause[key], rows, { kind: 'scalar', value: span }) })
}

function mergeCalendar(plan: Plan, term: Term, [id = '', ...rest]: readonly string[]): Merged {
  const known = Object.hasOwn(plan.calendars, id) ? plan.calendars[id] : undefined
  if (!known || rest.length > 0) return refuse(term, 'term-unknown')
  if (!('hours' in known) || known.hours !== 'unstated') return refuse(term, 'term-not-open')
  const read = readCalendar(term.value, Object.keys(HOLIDAY_LISTS))
  if (!read.ok) return refuse(term, `calendar.${read.problems[0]?.code}`, read.problems[0]?.params)
  return { ok: true, plan: { ...plan, calendars: { ...plan.calendars, [id]: read.source } } }
}

function mergeDimension(plan: Plan, term: Term, [id = '', ...rest]: readonly string[]): Merged {
  const dimension = Object.hasOwn(plan.dimensions, id) ? plan.dimensions[id] : undefined
  if (!dimension || rest.length > 0) return refuse(term, 'term-unknown')
  if (dimension.setBy !== 'contract') return refuse(term, 'term-not-open')
  // values may be written as numbers, which YAML reads without asking
  const value = typeof term.value === 'number' ? String(term.value) : term.value
  return dimension.values.some((known) => known === value)
    ? { ok: true, plan }
    : refuse(term, 'bad-choice', { path: term.key, choices: dimension.values.join(' ') })
}

function mergeOne(plan: Plan, term: Term): Merged {
  const [section, ...path] = term.key.split('.')
  switch (section) {
    case 'promises':
      return mergePromise(plan, term, path)
    case 'calendars':
      return mergeCalendar(plan, term, path)
    case 'dimensions':
      return mergeDimension(plan, term, path)
    case 'charges':
      return mergeCharge(plan, term, path)
    case 'prices':
      return mergePrice(plan, term, path)
    case 'channels':
      return mergeChannel(plan, term, path)
    case 'amounts':
      return mergeAmount(plan, term, path)
    case 'roles':
      // names a person for a role of the contract: access and escalation read it, derive does not
      if (path.length !== 1) return refuse(term, 'term-unknown')
      return typeof term.value === 'string' && term.value.trim() !== ''
        ? { ok: true, plan }
        : refuse(term, 'term-bad-value', { expects: 'text' })
    case 'cut-over':
      // from when on the contract is looked after here: derive reads it beside the plan
      if (path.length > 0) return refuse(term, 'term-unknown')
      return typeof term.value === 'string' && parseDay(term.value) !== undefined
        ? { ok: true, plan }
        : refuse(term, 'term-bad-value', { expects: 'day' })
    case 'dispute-within':
      // in how many days either side may object: access reads it, derive does not
      if (path.length > 0) return refuse(term, 'term-unknown')
      return readDisputeDays(term.value) === undefined ? refuse(term, 'term-bad-value', { expects: 'duration' }) : { ok: true, plan }
    default:
      return refuse(term, 'term-unknown')
  }
}

/** The plan with a contract's terms filled in, in the order of their keys, or every reason why a term has no place. */
export function mergeTerms(
  plan: Plan,
  terms: readonly Term[],
): { readonly ok: true; readonly plan: Plan } | { readonly ok: false; readonly findings: readonly Finding[] } {
  const findings: Finding[] = []
  let merged = plan
  const ordered = [...terms].sort((a, b) => byCodeUnit(a.key, b.key))
  for (const [index, term] of ordered.entries()) {
    const one = ordered[index - 1]?.key === term.key ? refuse(term, 'term-twice') : mergeOne(merged, term)
    if (one.ok) merged = one.plan
    else findings.push(one.finding)
  }
  return findings.length === 0 ? { ok: true, plan: merged } : { ok: false, findings }
}
