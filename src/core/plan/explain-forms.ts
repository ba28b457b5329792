import { shippedRoleName } from '../access/say.ts'
import { durationWords, isWord, word } from '../promise/say.ts'
import { fieldWords, sayCondition } from './condition-words.ts'
import { rowName, sayEvent, sayReasons } from './explain-words.ts'
import type { Lines, Speaker } from './explain-words.ts'
import { CHARGE_COLUMNS } from './forms.ts'
import type {
  ChargeColumn,
  CoverClause,
  CoverTerm,
  GateClause,
  LevelClause,
  Measure,
  Phase,
  RecurringClause,
  RuleClause,
  RuleEffect,
  Schedule,
} from './forms.ts'
import { levelBound } from './level-words.ts'
import { giftName, taskName } from './plan-names.ts'
import type { Clause, DeadlineClause, Value } from './types.ts'
import { cellsOf } from './value.ts'

export function roleName({ s, plan, locale }: Speaker, role: string): string {
  if (role === 'customer') return s('customer')
  return plan.roles[role]?.name ?? shippedRoleName(role, locale) ?? role
}

function names({ s }: Speaker, ids: readonly (string | number)[]): string {
  return ids.join(s('list-comma'))
}

function givenName({ plan, locale }: Speaker, what: string): string {
  return giftName(plan, what, locale) ?? what
}

/** What a share is taken of, or what the contract fills in: a column of a bill, or a sum of the contract. */
export function amountName({ locale, s }: Speaker, of: string): string {
  const key = `amount.${of}`
  if (isWord(key)) return word(locale, key)
  return CHARGE_COLUMNS.some((column) => column === of) ? s(`column-${of as ChargeColumn}`) : of
}

function sumWords(speaker: Speaker, { fen, percent, of }: Extract<RuleEffect, { kind: 'credit' | 'deduct' }>): string {
  const { s } = speaker
  if (fen !== undefined) return s('amount-yuan', { yuan: yuan(fen) })
  return percent === undefined ? s('amount-unstated') : s('amount-percent', { percent, of: amountName(speaker, of ?? '') })
}

function clauseName({ plan }: Speaker, id: string): string {
  return plan.promises[id]?.title ?? id
}

/** A checklist or a form to fill in is called what the plan calls the record form of that id. */
function formName({ plan }: Speaker, id: string): string {
  return plan.forms[id]?.name ?? id
}

/** Fen as yuan: 12050 is 120.50. */
export function yuan(fen: number): string {
  const whole = Math.abs(Math.round(fen))
  return `${fen < 0 ? '-' : ''}${Math.trunc(whole / 100)}.${String(whole % 100).padStart(2, '0')}`
}

// Cover -----------------------------------------------------------------------------------------------------------------------

export function sayTerm(speaker: Speaker, term: CoverTerm): string {
  const { s, locale } = speaker
  switch (term.kind) {
    case 'duration':
      return durationWords(term.duration, locale)
    case 'lifetime':
    case 'maker':
    case 'state':
      return s(`term-${term.kind}`)
    case 'longer-of':
    case 'shorter-of':
    case 'first-of':
      return s(`term-${term.kind}`, { list: term.of.map((one) => sayTerm(speaker, one)).join(s('list-comma')) })
    default:
      return term satisfies never
  }
}

function rowsOf<T>(
  speaker: Speaker,
  value: Value<T> | undefined,
  say: (cell: T) => string,
): { readonly path: readonly string[]; readonly rows: string; readonly said: string }[] {
  return cellsOf(value).map((cell) => ({
    path: cell.path,
    rows: cell.path.map((row) => rowName(speaker, row)).join(speaker.s('list-comma')),
    said: cell.value.kind === 'scalar' ? say(cell.value.value) : speaker.s(cell.value.kind),
  }))
}

function coverLines(speaker: Speaker, clause: CoverClause): Lines {
  const { s, plan, locale } = speaker
  const { replacedPart: part } = clause
  return [
    s('starts', { event: sayEvent(speaker, clause.starts) }),
    ...rowsOf(speaker, clause.term, (term) => sayTerm(speaker, term)).map(({ path, rows, said }) => ({
      words: s(rows === '' ? 'term-limit' : 'term-row', { rows, term: said }),
      terms: [['promises', clause.id, 'term', ...path].join('.')],
    })),
    clause.when && s('when', { condition: sayCondition(clause.when.cel, plan, locale) }),
    s(`replaced-${part.kind}`, { limit: 'duration' in part ? durationWords(part.duration, locale) : '' }),
    clause.excludes.length > 0 && s('excludes', { reasons: sayReasons(speaker, clause.excludes) }),
    clause.gives.length > 0 &&
      s('gives', {
        what: names(
          speaker,
          clause.gives.map((one) => givenName(speaker, one)),
        ),
      }),
    clause.until && s('until', { event: sayEvent(speaker, clause.until) }),
  ]
}

// Gate and rule ---------------------------------------------------------------------------------------------------------------

export function sayEscalation(speaker: Speaker, { onBroken }: Pick<DeadlineClause, 'onBroken'>): string | false {
  return (
    onBroken.length > 0 &&
    speaker.s('broken', {
      roles: names(
        speaker,
        onBroken.map((one) => roleName(speaker, one.escalate)),
      ),
    })
  )
}

function gateLines(speaker: Speaker, clause: GateClause): Lines {
  const { s, plan, locale } = speaker
  const condition = (cel: string) => sayCondition(cel, plan, locale)
  return [
    s('gate-before', { event: sayEvent(speaker, clause.before) }),
    clause.needs && s('gate-needs', { event: sayEvent(speaker, clause.needs) }),
    clause.allows && s('gate-allows', { condition: condition(clause.allows.cel) }),
    clause.when && s('when', { condition: condition(clause.when.cel) }),
    clause.waive !== undefined && s('gate-waive', { role: roleName(speaker, clause.waive) }),
    sayEscalation(speaker, clause),
  ]
}

export function sayEffect(speaker: Speaker, effect: RuleEffect): string {
  const { s, locale } = speaker
  switch (effect.kind) {
    case 'extend':
      return s('effect-extend', { cover: clauseName(speaker, effect.cover), by: durationWords(effect.by, locale) })
    case 'restart':
      return s('effect-restart', { cover: clauseName(speaker, effect.cover) })
    case 'entitle':
    case 'demand':
      return s(`effect-${effect.kind}`, { what: givenName(speaker, effect.what) })
    case 'escalate':
    case 'notify':
      return s(`effect-${effect.kind}`, { role: roleName(speaker, effect.to) })
    case 'open-task':
      return effect.owner === undefined
        ? s('effect-open-task', { task: taskName(speaker.plan, effect.task) ?? effect.task })
        : s('effect-open-task-owner', { task: taskName(speaker.plan, effect.task) ?? effect.task, role: roleName(speaker, effect.owner) })
    case 'credit':
    case 'deduct':
      return s(`effect-${effect.kind}`, { amount: sumWords(speaker, effect) })
    case 'count-as-not-done':
      return s('effect-count-as-not-done', { promise: clauseName(speaker, effect.promise) })
    case 'require-form':
      return s('effect-require-form', { form: formName(speaker, effect.form) })
    default:
      return effect satisfies never
  }
}

function ruleLines(speaker: Speaker, clause: RuleClause): Lines {
  const { s, plan, locale } = speaker
  const { times, same } = clause
  return [
    s('rule-on', { event: sayEvent(speaker, clause.on) }),
    times > 1 &&
      s(same.length > 0 ? 'rule-times-same' : 'rule-times', {
        times,
        fields: names(
          speaker,
          same.map((field) => fieldWords(field, locale)),
        ),
      }),
    clause.unless && s('rule-unless', { event: sayEvent(speaker, clause.unless) }),
    clause.when && s('when', { condition: sayCondition(clause.when.cel, plan, locale) }),
    clause.once === 'owner' && s('rule-once'),
    s('rule-then', { effects: clause.effects.map((one) => sayEffect(speaker, one)).join(s('list-comma')) }),
  ]
}

// Recurring and level -----------------------------------------------------------------------------------------------------------

function sayPhase(speaker: Speaker, { during, every, people }: Phase): string {
  const { s, locale } = speaker
  const { unit, from, to } = during
  const span = to === undefined || to === from ? String(from) : `${from}–${to}`
  const said = s(to === undefined ? 'recurs-phase-open' : 'recurs-phase', {
    span,
    unit: s(`unit-${unit}`),
    limit: durationWords(every, locale),
  })
  if (!people) return said
  return s('where', { event: said, condition: s(people.min === people.max ? 'recurs-people-exactly' : 'recurs-people', people) })
}

export function saySchedule(speaker: Speaker, schedule: Schedule): string {
  const { s, locale } = speaker
  switch (schedule.kind) {
    case 'every':
      return s('recurs-every', { limit: durationWords(schedule.every, locale) })
    case 'unstated':
      return s('recurs-unstated')
    case 'on': {
      const { from, to } = schedule.days
      return s('recurs-on', { months: names(speaker, schedule.months), days: from === to ? String(from) : `${from}–${to}` })
    }
    case 'times': {
      const { min, max, per } = schedule
      const limit = durationWords(per, locale)
      return max === undefined ? s('recurs-times', { limit, min }) : s('recurs-times-max', { limit, min, max })
    }
    case 'phases':
      return schedule.phases.map((phase) => sayPhase(speaker, phase)).join(s('list-comma'))
    default:
      return schedule satisfies never
  }
}

/** All that is gone through: the clause's own checklists, and those of its phases. */
function checklistsOf({ checklist, schedule }: RecurringClause): readonly string[] {
  const inPhases = schedule.kind === 'phases' ? schedule.phases.flatMap((phase) => phase.checklist ?? []) : []
  return [...new Set([...checklist, ...inPhases])]
}

function recurringLines(speaker: Speaker, clause: RecurringClause): Lines {
  const { s } = speaker
  const checked = checklistsOf(clause)
  return [
    {
      words: s('recurs', { task: s(`task-${clause.task}`), when: saySchedule(speaker, clause.schedule) }),
      terms: [`promises.${clause.id}.every`],
    },
    s('starts', { event: sayEvent(speaker, clause.starts) }),
    clause.until && s('until', { event: sayEvent(speaker, clause.until) }),
    s('keeps', { event: sayEvent(speaker, clause.keptBy) }),
    checked.length > 0 && s('checklist', { names: checked.map((one) => formName(speaker, one)).join(s('list-comma')) }),
    ...clause.extra.map(({ months, checklist }) =>
      s('checklist-extra', { months: names(speaker, months), names: formName(speaker, checklist) }),
    ),
    clause.sameExpert && s('same-expert'),
    clause.agreedBy !== undefined && s('agreed-by'),
    clause.approvedBy !== undefined && s('approved-by'),
    clause.pauses.length > 0 && s('pauses', { reasons: sayReasons(speaker, clause.pauses) }),
    clause.excuses.length > 0 && s('excuses', { reasons: sayReasons(speaker, clause.excuses) }),
    sayEscalation(speaker, clause),
  ]
}

const SIGNS = { plus: '+', minus: '−', over: '÷' } as const

function sayMeasure(speaker: Speaker, measure: Measure): string {
  const { s } = speaker
  switch (measure.kind) {
    case 'number':
      return String(measure.value)
    case 'planned':
    case 'on-hand':
      return s(`measure-${measure.kind}`)
    case 'on-duty':
      return s('measure-on-duty', { event: sayEvent(speaker, measure.of) })
    case 'count':
      return s('measure-count', { event: sayEvent(speaker, measure.of) })
    case 'time':
      return s('measure-time', { from: sayEvent(speaker, measure.from), to: sayEvent(speaker, measure.to) })
    case 'mean':
    case 'sum':
      return s(`measure-${measure.kind}`, { event: sayEvent(speaker, measure.of), field: fieldWords(measure.field, speaker.locale) })
    case 'plus':
    case 'minus':
    case 'over':
      return `${sayMeasure(speaker, measure.left)} ${SIGNS[measure.kind]} ${sayMeasure(speaker, measure.right)}`
    default:
      return measure satisfies never
  }
}

function levelLines(speaker: Speaker, clause: LevelClause): Lines {
  const { s, locale } = speaker
  const over = typeof clause.over === 'string' ? s(`over-${clause.over}`) : s('over-span', { limit: durationWords(clause.over, locale) })
  const bound = (key: 'at-least' | 'at-most' | 'target', value: Value<number> | undefined) =>
    rowsOf(speaker, value, (limit) => levelBound(limit, clause.measure)).map(({ path, rows, said }) => ({
      words: s(`level-${key}`, { limit: rows === '' ? said : s('where', { event: said, condition: rows }) }),
      terms: [['promises', clause.id, key, ...path].join('.')],
    }))
  return [
    s('level-measure', { over, measure: sayMeasure(speaker, clause.measure) }),
    ...bound('at-least', clause.atLeast),
    ...bound('at-most', clause.atMost),
    ...bound('target', clause.target),
    clause.starts && s('starts', { event: sayEvent(speaker, clause.starts) }),
    clause.until && s('until', { event: sayEvent(speaker, clause.until) }),
    clause.ignores.length > 0 && s('level-ignores', { reasons: sayReasons(speaker, clause.ignores) }),
    clause.excuses.length > 0 && s('excuses', { reasons: sayReasons(speaker, clause.excuses) }),
    sayEscalation(speaker, clause),
  ]
}

/** What a clause of one of the five forms beside the deadline says, line by line. */
export function formLines(speaker: Speaker, clause: Exclude<Clause, DeadlineClause>): Lines {
  switch (clause.form) {
    case 'recurring':
      return recurringLines(speaker, clause)
    case 'level':
      return levelLines(speaker, clause)
    case 'cover':
      return coverLines(speaker, clause)
    case 'gate':
      return gateLines(speaker, clause)
    case 'rule':
      return ruleLines(speaker, clause)
    default:
      return clause satisfies never
  }
}
