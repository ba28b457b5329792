import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Fact } from '../../fact.ts'
import type { GateClause } from '../../plan/forms.ts'
import { derive } from '../derive.ts'
import { sayEvent } from '../event-text.ts'
import { clockOf } from '../given.testing.ts'
import { RUNS } from '../random.testing.ts'
import { about, carrying } from '../cover/given.testing.ts'
import { fault, gates, START, TESTS } from '../cover/random.testing.ts'

/**
 * A gate judged a second time: for each deed by looking through the whole list of facts before it. Facts come an hour apart, so that no two share an instant;
 * what happens within one instant has cases of its own.
 */

const HOUR = 3_600_000

function visitOf(fact: Fact): string | undefined {
  return fact.also.find((subject) => subject.startsWith('visit/'))
}

function loanOf(fact: Fact): string | undefined {
  return fact.also.find((subject) => subject.startsWith('loan/'))
}

function samePiece(a: Fact, b: Fact): boolean {
  const pairs = [
    [visitOf(a), visitOf(b)],
    [loanOf(a), loanOf(b)],
  ]
  return pairs.every(([one, other]) => one === undefined || other === undefined || one === other)
}

function isBack(before: readonly Fact[], deed: Fact, types: { readonly out: string; readonly back: string }): boolean {
  return before.every((out, index) => {
    if (out.type !== types.out || !samePiece(deed, out)) return true
    return before.slice(index + 1).some((back) => back.type === types.back && samePiece(out, back))
  })
}

function hasCome(before: readonly Fact[], deed: Fact, { type, hours = 0 }: { readonly type: string; readonly hours?: number }): boolean {
  const reopened = before.findLastIndex((fact) => fact.type === 'ticket.reopened')
  return before
    .slice(reopened + 1)
    .some((fact) => fact.type === type && fact.occurredAt + hours * HOUR <= deed.occurredAt && samePiece(deed, fact))
}

/** The needs that `gates` may draw, by what the plan writes. */
const NEEDS: Readonly<Record<string, (before: readonly Fact[], deed: Fact) => boolean>> = {
  'visit.agreed': (before, deed) => hasCome(before, deed, { type: 'visit.agreed' }),
  'visit.agreed + 2h': (before, deed) => hasCome(before, deed, { type: 'visit.agreed', hours: 2 }),
  'report.delivered': (before, deed) => hasCome(before, deed, { type: 'report.delivered' }),
  'loan.returned': (before, deed) => isBack(before, deed, { out: 'loan.delivered', back: 'loan.returned' }),
  'visit.signed': (before, deed) => isBack(before, deed, { out: 'visit.arrived', back: 'visit.signed' }),
}

function needsMet({ needs }: GateClause, before: readonly Fact[], deed: Fact): boolean {
  if (!needs) return true
  const one = (text: string) => NEEDS[text]!(before, deed)
  if (needs.kind === 'any') return needs.of.map(sayEvent).some(one)
  if (needs.kind === 'all') return needs.of.map(sayEvent).every(one)
  return one(sayEvent(needs))
}

function isWaiver({ waive }: GateClause, { type, data }: Fact): boolean {
  return type === 'obligation.waived' && waive !== undefined && data.role === waive && data.evidence !== ''
}

/** The clause with what is known of the ticket when a fact of it comes. */
function judgeSlowly(clause: GateClause, facts: readonly Fact[]): string[] {
  const verdicts: string[] = []
  const waivers: Fact[] = []
  let over = false
  for (const [index, fact] of facts.entries()) {
    const { type, occurredAt, data } = fact
    if (type === 'ticket.cancelled') over = true
    if (type === 'ticket.reopened') over = false
    if (isWaiver(clause, fact)) {
      const last = verdicts.at(-1)
      if (last?.startsWith('broken')) verdicts.splice(-1, 1, `excused, ${last}`)
      else waivers.push(fact)
    }
    if (clause.before.kind !== 'fact' || type !== clause.before.type || over) continue
    const allowed = clause.allows === undefined || data.own === true
    const waiver = waivers.findIndex((one) => samePiece(fact, one))
    if (allowed && needsMet(clause, facts.slice(0, index), fact)) verdicts.push(`kept ${clockOf(occurredAt)}`)
    else if (waiver >= 0) {
      waivers.splice(waiver, 1)
      verdicts.push('excused')
    } else verdicts.push(`broken ${clockOf(occurredAt)}`)
  }
  return verdicts
}

test('each deed is judged as a second, slow look through all facts before it judges it', () => {
  const seen = { kept: 0, broken: 0, excused: 0 }
  const property = fc.property(gates, fault, (clause, story) => {
    const facts = about(story, 'ticket/T1')
    const bound = carrying([clause], { tests: TESTS })
    const { obligations } = derive(bound, facts, { asOf: START + 400 * HOUR, subject: 'ticket/T1' })
    const said = obligations.map(({ state, keptAt, brokenAt }) => {
      seen[state as keyof typeof seen]++
      if (state === 'kept') return `kept ${clockOf(keptAt)}`
      const broken = `broken ${clockOf(brokenAt)}`
      return state === 'excused' ? (brokenAt === undefined ? 'excused' : `excused, ${broken}`) : broken
    })
    assert.deepEqual(said, judgeSlowly(clause, facts))
  })
  fc.assert(property, { ...RUNS, numRuns: RUNS.numRuns * 8 })
  assert.ok(seen.kept > 50 && seen.broken > 50 && seen.excused > 5, JSON.stringify(seen))
})
