import assert from 'node:assert/strict'
import { loadPlan } from '../../server/plan-file.ts'
import type { CompiledCalendar } from '../calendar/compile.ts'
import { compileCalendar } from '../calendar/compile.ts'
import { HOLIDAY_LISTS } from '../calendar/holidays-cn.ts'
import { bindPlan } from '../plan/bind.ts'
import { mergeTerms } from '../plan/terms.ts'
import type { Plan, Term } from '../plan/types.ts'
import type { Subject } from '../fact.ts'
import { derive } from './derive.ts'
import { facts, livedThrough, recordOf } from './cover/given.testing.ts'
import type { Told } from './cover/given.testing.ts'
import { at, clockOf } from './given.testing.ts'
import { wake } from './record.ts'
import type { BoundPlan, Obligation } from './types.ts'

const SHANGHAI = { id: 'Asia/Shanghai', tzdata: '2026a', transitions: [{ at: 0, offsetMs: 8 * 3_600_000 }] }

type Source = Parameters<typeof compileCalendar>[0]['source']

const compiledOf = new Map<string, CompiledCalendar>()

/** Many plans of a test have the same calendars. */
function calendarFrom(id: string, source: Source): CompiledCalendar {
  const key = JSON.stringify([id, source])
  const known = compiledOf.get(key)
  if (known) return known
  const made = compileCalendar({ id, source, zone: SHANGHAI, holidays: HOLIDAY_LISTS, fromYear: 2026, untilYear: 2034 })
  if (!made.ok) assert.fail(JSON.stringify(made))
  compiledOf.set(key, made.calendar)
  return made.calendar
}

/** A plan file ready to derive with, as binding makes it: its own text, its own conditions, its own calendars. */
export function boundFrom(yaml: string, terms: readonly Term[] = []): BoundPlan {
  const parsed = loadPlan(yaml)
  assert.ok(parsed.ok, parsed.findings.map(({ at: place, code, params }) => `${place.line} ${code} ${JSON.stringify(params)}`).join('\n'))
  return boundOf(parsed.plan, terms)
}

/** The same of a plan that was read before. */
export function boundOf(plan: Plan, terms: readonly Term[] = []): BoundPlan {
  const merged = mergeTerms(plan, terms)
  if (!merged.ok) assert.fail(JSON.stringify(merged))
  const calendars = Object.fromEntries(Object.entries(merged.plan.calendars).map(([id, source]) => [id, calendarFrom(id, source)]))
  const bound = bindPlan({ plan, terms, calendars })
  if (!bound.ok) assert.fail(JSON.stringify(bound))
  return bound.bound
}

export type Seen = { readonly subject: Subject; readonly at: string }

/** The obligations of one owner, and what followed, lived through fact by fact; derived at once and replayed they are the same. */
export function story(bound: BoundPlan, lines: readonly Told[], { subject, at: when }: Seen) {
  const known = facts(...lines)
  const replayed = recordOf(bound, known, { subject, at: when })
  const lived = livedThrough(bound, known, { subject, at: when })
  const derived = derive(bound, known, { asOf: at(when), subject })
  assert.deepEqual(replayed.obligations, derived.obligations, 'the record says what the facts say')
  const woken = wake(bound, lived.record, at(when))
  assert.deepEqual(woken.record, replayed.record, 'live and replayed it is one record')
  const effects = derived.effects.map(({ kind, to, params }) => [kind, to, ...(params ? [params] : [])])
  return { obligations: derived.obligations, effects, record: replayed.record }
}

type Verdict = Pick<Obligation, 'promise' | 'episode' | 'state'> & Partial<Pick<Obligation, 'dueAt' | 'keptAt' | 'brokenAt' | 'endedAt'>>

/** `closed-signed#1 broken 10:00`: one line an obligation, with the instant of its verdict, else its due time. */
export function told(obligations: readonly Verdict[]): string[] {
  return obligations.map((one) => {
    const when = one.keptAt ?? one.brokenAt ?? one.endedAt ?? one.dueAt
    return [`${one.promise}#${one.episode}`, one.state, clockOf(when)].filter(Boolean).join(' ')
  })
}
