import type { Json } from '../../fact.ts'
import type { RuleClause, RuleEffect } from '../../plan/forms.ts'
import { formatDuration, parseDuration } from '../../time/duration.ts'
import type { Instant } from '../../time/instant.ts'
import { isGiven, textOf } from '../read-data.ts'
import { beginAgain, countEvent, endRows, NO_ROWS } from '../rule/row.ts'
import { isStatement, rulesOnCover } from '../slots.ts'
import type { Hearing } from './begin.ts'
import { means, step, termFrom } from './begin.ts'
import type { OwnerCover, StepKind } from './state.ts'
import { endOf, isInForce, partEnd, stepOf } from './state.ts'
import { endAfter, laterEnd, statedEnd } from './term.ts'

/** The part that a fact speaks of: a component that it names, or what it calls the part. Empty: a part without a name. */
function partNamed({ cause }: Hearing): string | undefined {
  const component = cause.about?.find((subject) => subject.startsWith('component/'))
  return component ?? textOf(cause.data ?? {}, 'component') ?? textOf(cause.data ?? {}, 'part')
}

/** A stretch between an end that had come and what extends it afterwards: nothing was covered then. */
export function gapsOf(cover: Pick<OwnerCover, 'gaps'>, end: Instant | undefined, at: Instant): OwnerCover['gaps'] {
  return end !== undefined && end < at ? [...(cover.gaps ?? []), { from: end, until: at }] : cover.gaps
}

type Move = { readonly kind: StepKind; readonly to: Instant; readonly params: { readonly [key: string]: Json } }

function moveEnd(cover: OwnerCover, hearing: Hearing, { kind, to, params }: Move): OwnerCover {
  const from = endOf(cover)
  const gaps = gapsOf(cover, from, hearing.at)
  const moved = { ...cover, end: to, ...(gaps ? { gaps } : {}) }
  return { ...moved, trail: stepOf(cover, step(hearing, { kind, from, to: endOf(moved), params })) }
}

function movePart(cover: OwnerCover, hearing: Hearing, { part, kind, to, params }: Move & { readonly part: string }): OwnerCover {
  const own = cover.parts[part] ?? { start: cover.start, trail: [] }
  const from = partEnd(cover, part)
  const trail = stepOf(own, step(hearing, { kind, from, to, params: { part, ...params } }))
  return { ...cover, parts: { ...cover.parts, [part]: { ...own, end: to, trail } } }
}

/** Where a replacement leads from the end as it was; undefined: it keeps that end. */
function replacedEnd(cover: OwnerCover, hearing: Hearing, end: Instant): Instant | undefined {
  const { clause, zone, at } = hearing
  const { replacedPart } = clause
  switch (replacedPart.kind) {
    case 'remainder':
      return undefined
    case 'restart': {
      const term = termFrom(hearing, cover, at)
      return term === 'none' ? undefined : term.end
    }
    case 'longer-of':
      return Math.max(end, endAfter(zone, at, replacedPart.duration))
    case 'add':
      return laterEnd(zone, end, replacedPart.duration)
    default:
      return replacedPart satisfies never
  }
}

function durationParams({ clause }: Hearing): { readonly [key: string]: Json } {
  return 'duration' in clause.replacedPart ? { by: formatDuration(clause.replacedPart.duration) } : {}
}

/** A part, or with `whole` the device itself, was replaced while it was covered. A repair moves nothing: it is not heard here at all. */
export function partReplaced(cover: OwnerCover, hearing: Hearing): OwnerCover {
  const { clause, at, cause } = hearing
  const part = cause.data?.whole === true ? undefined : (partNamed(hearing) ?? '')
  const end = part === undefined ? endOf(cover) : partEnd(cover, part)
  if (!isInForce(cover, at, end)) return cover
  const base = part === undefined ? cover.end : end
  const to = base === undefined ? undefined : replacedEnd(cover, hearing, base)
  const kind = `part-${clause.replacedPart.kind}` as const
  const params = durationParams(hearing)
  if (to === undefined) {
    const kept = step(hearing, { kind: 'part-remainder', from: end, to: end, params: part === undefined ? {} : { part } })
    return { ...cover, trail: stepOf(cover, kept) }
  }
  return part === undefined ? moveEnd(cover, hearing, { kind, to, params }) : movePart(cover, hearing, { part, kind, to, params })
}

/** How far a stated extension leads: by so much, or to a day. */
function extendedEnd({ zone, cause }: Hearing, end: Instant): Instant | undefined {
  const by = textOf(cause.data ?? {}, 'by')
  const duration = by === undefined ? undefined : parseDuration(by)
  return duration ? laterEnd(zone, end, duration) : statedEnd(zone, cause.data?.end ?? cause.data?.until)
}

/** A cover was extended by agreement, also after it ended: then it is in force again from that day on. It never gets shorter by this. */
export function coverExtended(cover: OwnerCover, hearing: Hearing): OwnerCover {
  const { at, cause } = hearing
  if (!means(hearing) || cover.off || cover.start === undefined) return cover
  const part = partNamed(hearing)
  const end = part === undefined ? cover.end : partEnd(cover, part)
  if (end === undefined || Object.values(cover.caps).some((ends) => ends <= at)) return cover
  const to = extendedEnd(hearing, end)
  if (to === undefined || to <= end || to <= at) return cover
  const params: Record<string, Json> = {}
  for (const key of ['by', 'reason'] as const) {
    const value = textOf(cause.data ?? {}, key)
    if (value !== undefined) params[key] = value
  }
  return part === undefined
    ? moveEnd(cover, hearing, { kind: 'extended', to, params })
    : movePart(cover, hearing, { part, kind: 'extended', to, params })
}

/** Something ends it at this instant; the first of its kind stands. What never began by then will not begin any more. */
function cap(cover: OwnerCover, hearing: Hearing, { by, kind, params = {} }: CapBy): OwnerCover {
  const { at, run } = hearing
  if ((cover.caps[by] ?? Infinity) <= at) return cover
  const before = endOf(cover)
  const capped = { ...cover, caps: { ...cover.caps, [by]: at } }
  if (cover.start === undefined) return at <= run.now ? { ...capped, off: true } : capped
  return before !== undefined && before <= at
    ? capped
    : { ...capped, trail: stepOf(cover, step(hearing, { kind, from: before, to: at, params })) }
}

type CapBy = { readonly by: string; readonly kind: StepKind; readonly params?: { readonly [key: string]: Json } }

/**
 * An exclusion counts for a declared reason of the clause, with the evidence that this demands: for one fault where the fact is about a ticket, for one part
 * where it names one, else the whole cover ends with it.
 */
export function coverExcluded(cover: OwnerCover, hearing: Hearing): OwnerCover {
  const { clause, at, cause, compiled } = hearing
  const data = cause.data ?? {}
  const reason = textOf(data, 'reason')
  if (!means(hearing) || cover.off || reason === undefined || !clause.excludes.includes(reason)) return cover
  if (compiled.bound.plan.reasons[reason]?.evidence && !isGiven(data.evidence)) return cover
  const ticket = cause.about?.find((subject) => subject.startsWith('ticket/'))
  const part = partNamed(hearing)
  if (ticket === undefined && part === undefined) return cap(cover, hearing, { by: 'excluded', kind: 'voided', params: { reason } })
  const params = { reason, ...(ticket === undefined ? {} : { ticket }), ...(part === undefined ? {} : { part }) }
  const end = endOf(cover)
  const exclusion = { at, ...(cause.fact === undefined ? {} : { fact: cause.fact }), ...params }
  const trail = stepOf(cover, step(hearing, { kind: 'excluded', from: end, to: end, params }))
  return { ...cover, exclusions: [...cover.exclusions, exclusion], trail }
}

/** It was ended by agreement, or the device was scrapped. */
export function coverEnded(cover: OwnerCover, hearing: Hearing): OwnerCover {
  if (hearing.cause.type === 'asset.scrapped') return cap(cover, hearing, { by: 'scrapped', kind: 'scrapped' })
  return means(hearing) ? cap(cover, hearing, { by: 'ended', kind: 'ended' }) : cover
}

/** What `until` names: an event that has come ends it for good; an instant that is still to come may move. */
export function coverUntil(cover: OwnerCover, hearing: Hearing, leaf: number): OwnerCover {
  const by = `until-${leaf}`
  const { at, run } = hearing
  const known = cover.caps[by]
  if (known === at || (known !== undefined && known <= run.now)) return cover
  const { [by]: _moved, ...caps } = cover.caps
  return cap({ ...cover, caps }, hearing, { by, kind: 'until', params: { event: run.plan.leaves[leaf]!.text } })
}

/** What the rule's condition is judged over: the fact, and whether this cover is in force at that instant. */
function isMet({ run, compiled, at, cause, clause }: Hearing, rule: RuleClause, cover: OwnerCover): boolean {
  if (!rule.when) return true
  const { state } = run
  const inForce = isInForce(cover, at) ? clause.id : 'none'
  return compiled.bound.tests.get(rule.when.cel)?.({ ...state.opening?.data, ...cause.data, ...state.dimensions, cover: inForce }) === true
}

function ruleAt({ compiled, clause }: Hearing, index: number): { readonly rule: RuleClause; readonly effect: RuleEffect } | undefined {
  return rulesOnCover(compiled.bound.plan, clause.id)[index]
}

/** Whose rows an event counts in: the owner of the rule that the fact names. Of a fact that names none the rule hears nothing. */
function ruleOwner({ owner, clause, cause }: Hearing, rule: RuleClause): string | undefined {
  return rule.per === clause.per ? owner : cause.about?.find((subject) => subject.startsWith(`${rule.per}/`))
}

function keepRows(cover: OwnerCover, { rule, owner }: { rule: RuleClause; owner: string }, rows: typeof NO_ROWS): OwnerCover {
  return { ...cover, rules: { ...cover.rules, [rule.id]: { ...cover.rules[rule.id], [owner]: rows } } }
}

function needsRows({ times, once }: RuleClause, { cause }: Hearing): boolean {
  return times > 1 || once === 'owner' || isStatement(cause.type)
}

/** A rule of the plan has its event: it extends the cover, or starts its term anew, while that is in force. */
export function ruleEvent(cover: OwnerCover, hearing: Hearing, index: number): OwnerCover {
  const { rule, effect } = ruleAt(hearing, index) ?? {}
  const owner = rule && ruleOwner(hearing, rule)
  if (!rule || !effect || owner === undefined || !isMet(hearing, rule, cover)) return cover
  const { rows, fires } = countEvent(rule, cover.rules[rule.id]?.[owner] ?? NO_ROWS, hearing.cause)
  const counted = needsRows(rule, hearing) ? keepRows(cover, { rule, owner }, rows) : cover
  const { end } = cover
  if (!fires || end === undefined || !isInForce(cover, hearing.at)) return counted
  return moveByRule(counted, hearing, { rule, effect, end })
}

type ByRule = { readonly rule: RuleClause; readonly effect: RuleEffect; readonly end: Instant }

function moveByRule(cover: OwnerCover, hearing: Hearing, { rule, effect, end }: ByRule): OwnerCover {
  const params = { rule: rule.id, ...(hearing.cause.type === undefined ? {} : { event: hearing.cause.type }) }
  if (effect.kind === 'extend') {
    const to = laterEnd(hearing.zone, end, effect.by)
    return moveEnd(cover, hearing, { kind: 'rule-extended', to, params: { ...params, by: formatDuration(effect.by) } })
  }
  const term = termFrom(hearing, cover, hearing.at)
  if (term === 'none' || term.end === undefined) return cover
  return moveEnd(cover, hearing, { kind: 'rule-restarted', to: Math.max(term.end, end), params })
}

/** `unless` of a rule has come, or the ticket was reopened. */
export function ruleRows(cover: OwnerCover, hearing: Hearing, { index, what }: { index: number; what: 'unless' | 'again' }): OwnerCover {
  const rule = ruleAt(hearing, index)?.rule
  const owner = rule && ruleOwner(hearing, rule)
  const rows = owner === undefined ? undefined : cover.rules[rule!.id]?.[owner]
  if (!rule || owner === undefined || !rows) return cover
  return keepRows(cover, { rule, owner }, what === 'unless' ? endRows(rule, rows, hearing.cause) : beginAgain(rows))
}
