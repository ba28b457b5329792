import type { Action } from '../access/actions.ts'
import { SHIPPED_ROLES } from '../access/roles.ts'
import type { FactType } from '../fact.ts'
import { SERVICE_STEPS } from '../service/vocabulary.ts'
import { clauseEvents, openingTests } from './clause-events.ts'
import { leavesOf } from './event.ts'
import { found } from './finding.ts'
import type { GateClause } from './forms.ts'
import { deadlinesOf } from './types.ts'
import type { Clause, DeadlineClause, EventExpr, Finding, OwnerNoun, Plan } from './types.ts'
import { cellsOf } from './value.ts'

/** Two record forms out of one place of the signed text: which of them is to be filled in? */
function formsOfOneSource({ forms }: Plan): Finding[] {
  const all = Object.values(forms)
  return all.flatMap((one, at) =>
    all.slice(at + 1).flatMap((other) => {
      const source = one.source.find((place) => other.source.includes(place))
      if (source === undefined) return []
      const params = { form: one.name, other: other.name, source }
      return [found('lint-forms-source', { severity: 'question', clauses: [], params, path: `forms.${other.id}` })]
    }),
  )
}

/** Where stock lies: as records offer it, or with whom of the plan's roles. */
function placesOf({ roles }: Plan): readonly string[] {
  const offered = SERVICE_STEPS['stock.changed'].fields.find(({ id }) => id === 'place')?.choices ?? []
  return [...offered, ...Object.keys(roles)]
}

/** `place == "moon"`: no record says so, so nothing is ever counted. */
function placesNobodyHas(plan: Plan): Finding[] {
  const known = placesOf(plan)
  return Object.values(plan.promises).flatMap((clause) => {
    const leaves = clauseEvents(clause).flatMap(({ event }) => leavesOf(event))
    const where = leaves.flatMap((leaf) => (leaf.kind === 'fact' && leaf.where ? [leaf.where.cel] : []))
    const named = [...where, ...openingTests(clause).map(({ cel }) => cel)].flatMap((cel) => [...cel.matchAll(/\bplace == "([^"]*)"/g)])
    return [...new Set(named.map((match) => match[1] ?? ''))]
      .filter((place) => !known.includes(place))
      .map((place) => {
        const params = { promise: clause.id, place, known: known.join(' ') }
        return found('lint-place-unknown', { severity: 'warning', clauses: [clause], params })
      })
  })
}

const OF_FACTS: Readonly<Partial<Record<FactType, Action>>> = {
  'obligation.waived': 'obligation.waive',
  'obligation.excused': 'obligation.waive',
  'obligation.moved': 'contract.manage',
  'fact.corrected': 'fact.correct',
  'fact.voided': 'fact.void',
  'fact.approved': 'fact.approve',
  'fact.refused': 'fact.approve',
  'fact.disputed': 'dispute.raise',
  'fact.answered': 'dispute.decide',
  'fact.settled': 'dispute.decide',
}

/** The right by which a fact is recorded; undefined: the product alone records it. */
function rightFor(type: FactType): Action | undefined {
  if (Object.hasOwn(SERVICE_STEPS, type)) return 'service.record'
  if (type.startsWith('ticket.')) return 'ticket.note'
  if (type.startsWith('remote.')) return 'ticket.remote'
  if (type.startsWith('visit.')) return 'ticket.visit'
  if (type.startsWith('contract.')) return 'contract.manage'
  return OF_FACTS[type]
}

function mayBeRecorded(leaf: EventExpr, { forms }: Plan): boolean {
  if (leaf.kind !== 'fact') return true
  const form = leaf.type === 'form.filled' ? /\bform == "([^"]*)"/.exec(leaf.where?.cel ?? '')?.[1] : undefined
  if (form !== undefined && !Object.hasOwn(forms, form)) return false
  const right = rightFor(leaf.type)
  return right !== undefined && SHIPPED_ROLES.some(({ grants }) => grants.some(({ action }) => action === right))
}

/** What an event waits for in vain; none: it can come. */
function inVain(event: EventExpr, plan: Plan): readonly EventExpr[] {
  if (event.kind === 'any') {
    const ways = event.of.map((one) => inVain(one, plan))
    return ways.every((way) => way.length > 0) ? ways.flat() : []
  }
  if (event.kind === 'all') return event.of.flatMap((one) => inVain(one, plan))
  return mayBeRecorded(event, plan) ? [] : [event]
}

/** A gate that opens after something that nobody can record never opens. */
function gatesThatStayShut(clause: GateClause, plan: Plan): Finding[] {
  const [missing] = clause.needs ? inVain(clause.needs, plan) : []
  if (missing?.kind !== 'fact') return []
  const needs = `${missing.type}${missing.where ? ` where ${missing.where.cel}` : ''}`
  return [found('lint-gate-nobody', { severity: 'warning', clauses: [clause], params: { promise: clause.id, needs } })]
}

const VAGUE = /尽快|尽早|及时|立即|随时|第一时间/
const ROUND_THE_CLOCK = /全天候|全天|昼夜|二十四小时(?!之?内|以内)|24 ?小时(?!之?内|以内)/
/** A number with a unit of time in the words themselves: it says what 尽快 means. */
const TIMED = /[\d一二两三四五六七八九十半]+ ?(个)?(分|小时|工作日|天|日|周|月|年)/

/** 尽快 in the words and two hours in the clause: where does the number come from? */
function vagueBesideNumber(clause: DeadlineClause): Finding[] {
  const { text = '', reading } = clause
  const word = VAGUE.exec(text)?.[0]
  const counts = cellsOf(clause.within).some(({ value }) => value.kind === 'scalar')
  if (word === undefined || !counts || TIMED.test(text) || reading !== undefined) return []
  return [found('lint-text-vague', { severity: 'question', clauses: [clause], params: { promise: clause.id, word } })]
}

/** 全天候 in the words, and a clock that stands still at night. */
function officeHoursAllDay(clause: DeadlineClause, { calendars }: Plan): Finding[] {
  const word = ROUND_THE_CLOCK.exec(clause.text ?? '')?.[0]
  if (word === undefined || clause.reading !== undefined) return []
  const office = cellsOf(clause.calendar).flatMap(({ value }) => (value.kind === 'scalar' ? [value.value] : []))
  const calendar = office.find((id) => calendars[id] !== undefined && 'weekly' in calendars[id])
  if (calendar === undefined) return []
  return [found('lint-text-hours', { severity: 'question', clauses: [clause], params: { promise: clause.id, word, calendar } })]
}

/** Working days for customers who are served day and night: from when does a day count for them? */
function workingDaysAllDay(clause: DeadlineClause, { calendars }: Plan): Finding[] {
  if (clause.reading !== undefined || clause.calendar.kind !== 'table') return []
  const limit = cellsOf(clause.within).find(({ value }) => value.kind === 'scalar' && value.value.duration.unit === 'wd')
  const always = cellsOf(clause.calendar).flatMap(({ value }) => (value.kind === 'scalar' ? [value.value] : []))
  const calendar = always.find((id) => calendars[id] !== undefined && 'hours' in calendars[id] && calendars[id].hours === '24x7')
  if (!limit || calendar === undefined) return []
  return [found('lint-workdays-always', { severity: 'question', clauses: [clause], params: { promise: clause.id, calendar } })]
}

const REPAIR_TERM = /(?<!质量保证)维修期(限)?(?=满|内|后|届满|外|为|是)/
const WARRANTY_TERM = /质保期|保修期|质量保证期/

/** 维修期满 here and 质保期 there: is it one period or two? */
function periodByTwoNames({ promises, charges }: Plan): Finding[] {
  const clauses = Object.values(promises)
  const texts = [...clauses, ...charges].map(({ text }) => text ?? '')
  const named = clauses.find(({ text, reading }) => reading === undefined && REPAIR_TERM.test(text ?? ''))
  const word = texts.map((text) => WARRANTY_TERM.exec(text)?.[0]).find((one) => one !== undefined)
  if (!named || word === undefined) return []
  const params = { promise: named.id, word: REPAIR_TERM.exec(named.text ?? '')![0], other: word }
  return [found('lint-text-terms', { severity: 'question', clauses: [named], params })]
}

/** What outlives the owner of a rule, from ticket to ticket: to be the same there says nothing inside one of them. */
const OUTLIVES: Readonly<Partial<Record<OwnerNoun, readonly OwnerNoun[]>>> = {
  ticket: ['asset', 'model', 'site', 'contract', 'customer'],
  visit: ['asset', 'model', 'site', 'contract', 'customer'],
  rma: ['asset', 'model', 'site', 'contract', 'customer'],
}

/** Two failures on the same device, counted inside one ticket: those in two tickets never add up. */
function countedInside(clause: Clause): Finding[] {
  if (clause.form !== 'rule' || clause.times < 2) return []
  const same = OUTLIVES[clause.per]?.find((noun) => clause.same.includes(noun))
  if (same === undefined) return []
  const params = { promise: clause.id, owner: clause.per, otherOwner: same, noun: same }
  return [found('lint-same-inside', { severity: 'warning', clauses: [clause], params })]
}

const isGate = (clause: Clause): clause is GateClause => clause.form === 'gate'

/** What a plan asks for that nobody can bring, and words that say less, or more, than its numbers and hours. */
export function lintDoubts(plan: Plan): readonly Finding[] {
  const clocks = Object.values(deadlinesOf(plan))
  return [
    ...formsOfOneSource(plan),
    ...placesNobodyHas(plan),
    ...Object.values(plan.promises)
      .filter(isGate)
      .flatMap((clause) => gatesThatStayShut(clause, plan)),
    ...clocks.flatMap(vagueBesideNumber),
    ...clocks.flatMap((clause) => officeHoursAllDay(clause, plan)),
    ...clocks.flatMap((clause) => workingDaysAllDay(clause, plan)),
    ...periodByTwoNames(plan),
    ...Object.values(plan.promises).flatMap(countedInside),
  ]
}
