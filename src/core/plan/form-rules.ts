import { chargeFields } from '../charge/fields.ts'
import { isRostered } from './measure.ts'
import { checkCondition, inClause, reportUnknownCover, reportUnknownPromise } from './ground.ts'
import type { Ground, Rule } from './ground.ts'
import type { PhaseSpan, RecurringClause, RuleClause } from './forms.ts'
import { isElapsed } from '../time/duration.ts'
import { under } from './node.ts'

const SCHEDULES = ['every', 'on', 'times', 'phases'] as const

/** What is written, not what could be read. */
function written(clause: Parameters<Rule>[0], { at }: Ground): (key: string) => boolean {
  const { node } = at(['promises', clause.id, clause.form])
  return (key) => under(node, key) !== undefined
}

const DAYS_OF: Readonly<Record<PhaseSpan['unit'], number>> = { w: 7, mo: 30.4375, y: 365.25 }

/** Phases follow each other: each begins after the one before has ended. Weeks and months meet at their days, roughly: month 3 comes after week 8. */
function phasesFollow({ id, schedule, ...clause }: RecurringClause, { at, report }: Ground): void {
  if (schedule.kind !== 'phases') return
  for (const [index, { during, every }] of schedule.phases.entries()) {
    if (isElapsed(every.unit)) report('phase-hours', at(['promises', id, clause.form, 'phases', index]), { promise: id, phase: index + 1 })
    const before = schedule.phases[index - 1]?.during
    if (!before) continue
    const ends = before.to === undefined ? Infinity : before.to * DAYS_OF[before.unit]
    const begins = (during.from - 1) * DAYS_OF[during.unit]
    if (begins < ends - 4) report('phases-overlap', at(['promises', id, clause.form, 'phases', index]), { promise: id, phase: index + 1 })
  }
}

const hasOneSchedule: Rule = (clause, ground) => {
  if (clause.form !== 'recurring') return
  const has = written(clause, ground)
  const place = ground.at(['promises', clause.id, 'recurring'])
  if (SCHEDULES.filter(has).length !== 1) ground.report('schedule-one', place, { promise: clause.id })
  const { node } = ground.at(inClause(clause, 'times'))
  if (has('times') && node.kind === 'scalar' && !has('per-period'))
    ground.report('missing-key', place, { path: place.path, key: 'per-period' })
  for (const [index, phase] of (under(place.node, 'phases')?.kind === 'seq' ? phasesOf(clause, ground) : []).entries()) {
    const spans = (['weeks', 'months', 'years'] as const).filter((key) => under(phase, key) !== undefined)
    if (spans.length !== 1)
      ground.report('phase-span', ground.at(inClause(clause, 'phases', index)), { promise: clause.id, phase: index + 1 })
  }
  phasesFollow(clause, ground)
  // counted anew from each one done, fixed days could be owed twice, and neither a later phase nor a second time would ever come
  const fixed = SCHEDULES.find((key) => key !== 'every' && has(key))
  if (clause.anchor === 'floating' && fixed !== undefined)
    ground.report('anchor-floating', ground.at(inClause(clause, 'anchor')), { promise: clause.id, schedule: fixed })
}

function phasesOf(clause: RecurringClause, { at }: Ground) {
  const { node } = at(inClause(clause, 'phases'))
  return node.kind === 'seq' ? node.items : []
}

const hasABound: Rule = (clause, ground) => {
  if (clause.form !== 'level') return
  const has = written(clause, ground)
  if (!has('at-least') && !has('at-most') && !has('target'))
    ground.report('level-bound', ground.at(['promises', clause.id, 'level']), { promise: clause.id })
}

/** Who is on duty is asked of each instant: over a month there is no such number. */
const dutyHoldsNow: Rule = (clause, ground) => {
  if (clause.form !== 'level' || clause.over === 'now') return
  if (isRostered(clause.measure)) ground.report('duty-over', ground.at(inClause(clause, 'over')), { promise: clause.id })
}

const asksSomething: Rule = (clause, ground) => {
  if (clause.form !== 'gate') return
  const has = written(clause, ground)
  if (!has('needs') && !has('allows')) ground.report('gate-empty', ground.at(['promises', clause.id, 'gate']), { promise: clause.id })
}

function checkEffects(clause: RuleClause, ground: Ground): void {
  const { plan, declared, at, report } = ground
  for (const [index, effect] of clause.effects.entries()) {
    const place = (key: string) => at(inClause(clause, 'then', index, key))
    if ((effect.kind === 'extend' || effect.kind === 'restart') && !declared.covers.includes(effect.cover))
      reportUnknownCover(ground, place(effect.kind), effect.cover)
    if (effect.kind === 'count-as-not-done' && !declared.promises.includes(effect.promise))
      reportUnknownPromise(ground, place(effect.kind), effect.promise)
    if (effect.kind === 'require-form' && !Object.hasOwn(plan.forms, effect.form))
      report('unknown-form', place(effect.kind), { form: effect.form, known: Object.keys(plan.forms).join(' ') || '—' })
    if ((effect.kind === 'credit' || effect.kind === 'deduct') && effect.percent !== undefined && effect.of === undefined)
      report('missing-key', at(inClause(clause, 'then', index)), { path: at(inClause(clause, 'then', index)).path, key: 'of' })
  }
}

const followsSomething: Rule = (clause, ground) => {
  if (clause.form !== 'rule') return
  const then = ground.at(inClause(clause, 'then'))
  if (then.node.kind === 'seq' && then.node.items.length === 0) ground.report('rule-empty', then, { promise: clause.id })
  checkEffects(clause, ground)
}

/** What only one form demands. */
export const FORM_RULES: readonly Rule[] = [hasOneSchedule, hasABound, dutyHoldsNow, asksSomething, followsSomething]

/** Lines answer in calendars that are there; charges ask what a bill knows. */
export function checkSections({ plan, declared, at, report }: Ground): void {
  for (const { id, calendar } of Object.values(plan.channels))
    if (!declared.calendars.includes(calendar))
      report('unknown-calendar', at(['channels', id, 'calendar']), { calendar, known: declared.calendars.join(' ') || '—' })
  for (const [index, { when, beyondKm, rates }] of plan.charges.entries()) {
    if (when) checkCondition({ cel: when.cel, fields: chargeFields(plan) }, at(['charges', index, 'when']), report)
    if (beyondKm !== undefined && Object.keys(rates).join() !== 'travel') {
      const place = at(['charges', index, 'beyond-km'])
      report('beyond-km-alone', place, { path: place.path })
    }
  }
}
