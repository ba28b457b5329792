import { canonicalJson } from '../core/canonical.ts'
import { COMPILED_YEARS, compileCalendar } from '../core/calendar/compile.ts'
import type { CompiledCalendar } from '../core/calendar/compile.ts'
import type { CalendarSource } from '../core/calendar/calendar.ts'
import type { HolidayLists } from '../core/calendar/holidays.ts'
import { HOLIDAY_LISTS } from '../core/calendar/holidays-cn.ts'
import { agreedPlan, bindPlan } from '../core/plan/bind.ts'
import type { BindInput, Bound } from '../core/plan/bind.ts'
import type { BoundPlan } from '../core/promise/types.ts'
import type { Finding, Plan, Term } from '../core/plan/types.ts'
import { isZone, loadZone } from './zones.ts'

type Compiled =
  | { readonly ok: true; readonly calendars: Readonly<Record<string, CompiledCalendar>> }
  | { readonly ok: false; readonly findings: readonly Finding[] }

/** Compiling sixty years of an office takes ten milliseconds; contracts by the hundred share a few calendars. */
const remembered = new Map<string, CompiledCalendar>()
const REMEMBERED = 500

function refuse(code: string, path: string, params: Finding['params']): Finding {
  return { code, severity: 'error', at: { line: 1, column: 1, path }, params, clauses: [] }
}

type One = { readonly id: string; readonly source: CalendarSource; readonly timezone: string; readonly lists: HolidayLists }

function compileOne({ id, source, timezone, lists }: One): CompiledCalendar | Finding[] {
  const known = Object.values(lists).map((list) => [list.id, list.version, list.knownUntil, list.days.length])
  const key = canonicalJson([id, source, timezone, known])
  const before = remembered.get(key)
  if (before) return before
  if (!isZone(timezone)) return [refuse('zone-unknown', `calendars.${id}`, { zone: timezone })]
  const compiled = compileCalendar({ id, source, zone: loadZone(timezone), holidays: lists, ...COMPILED_YEARS })
  if (!compiled.ok)
    return compiled.problems.map((problem) => refuse(`calendar.${problem.code}`, `calendars.${id}.${problem.path}`, problem.params))
  if (remembered.size >= REMEMBERED) remembered.clear()
  remembered.set(key, compiled.calendar)
  return compiled.calendar
}

/** All calendars of a plan, compiled in their zones; `lists`: those in force for whoever binds it. */
export function compileCalendars(plan: Plan, lists: HolidayLists = HOLIDAY_LISTS): Compiled {
  const calendars: Record<string, CompiledCalendar> = {}
  const findings: Finding[] = []
  for (const [id, source] of Object.entries(plan.calendars)) {
    const one = compileOne({ id, source, timezone: source.timezone ?? plan.timezone, lists })
    if (Array.isArray(one)) findings.push(...one)
    else calendars[id] = one
  }
  // The days of a plan are counted in its own zone, also when all its hours are those of other places. No plan can name a calendar like this.
  if (findings.length === 0 && !Object.values(calendars).some(({ zone }) => zone.id === plan.timezone)) {
    const own = compileOne({ id: ' ', source: { hours: '24x7' }, timezone: plan.timezone, lists })
    if (Array.isArray(own)) findings.push(refuse('zone-unknown', 'timezone', { zone: plan.timezone }))
    else calendars[' '] = own
  }
  return findings.length === 0 ? { ok: true, calendars } : { ok: false, findings }
}

/** A plan with a contract's terms, ready to derive with, its calendars compiled by this process's zone rules. */
export function bindWithZones(plan: Plan, terms: readonly Term[] = [], lists: HolidayLists = HOLIDAY_LISTS): Bound {
  const agreed = agreedPlan(plan, terms)
  if (!agreed.ok) return agreed
  const compiled = compileCalendars(agreed.plan, lists)
  return compiled.ok ? bindPlan({ plan, terms, calendars: compiled.calendars }) : compiled
}

/** Binds again what was bound once, with the calendars that were pinned then. Throws when it does not fit: then the database was changed by hand. */
export function bindPinned(parts: BindInput): BoundPlan {
  const bound = bindPlan(parts)
  if (!bound.ok) throw new Error(`a pinned plan cannot be bound: ${bound.findings.map((one) => one.code).join(' ')}`)
  return bound.bound
}
