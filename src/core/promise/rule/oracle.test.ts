import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Fact } from '../../fact.ts'
import type { RuleClause } from '../../plan/forms.ts'
import { derive } from '../derive.ts'
import { clockOf } from '../given.testing.ts'
import { RUNS } from '../random.testing.ts'
import { about, carrying } from '../cover/given.testing.ts'
import { DAYS, fault, rules, START } from '../cover/random.testing.ts'

/** When a rule acts, found a second time: for each failure by walking back through the facts before it. */

function isOver(facts: readonly Fact[], index: number): boolean {
  const last = facts.slice(0, index).findLast(({ type }) => type === 'ticket.cancelled' || type === 'ticket.reopened')
  if (last?.type !== 'ticket.cancelled') return false
  return true
}

/** How many like failures in a row end with this one. */
function rowLength(rule: RuleClause, facts: readonly Fact[], index: number): number {
  const { problem } = facts[index]!.data
  const like = (fact: Fact) => rule.same.length === 0 || fact.data.problem === problem
  let length = 0
  for (let back = index; back >= 0; back--) {
    const fact = facts[back]!
    if (rule.unless && fact.type === 'work.succeeded' && like(fact)) break
    if (fact.type === 'work.failed' && like(fact) && !isOver(facts, back)) length++
  }
  return length
}

const NAMES: Readonly<Record<string, string>> = { notify: 'notify:customer', entitle: 'entitle:replacement', credit: 'credit:100' }

function actsSlowly(rule: RuleClause, facts: readonly Fact[]): string[] {
  const said: string[] = []
  let times = 0
  for (const [index, fact] of facts.entries()) {
    if (fact.type !== 'work.failed' || isOver(facts, index) || rowLength(rule, facts, index) < rule.times) continue
    if (rule.once === 'owner' && times > 0) continue
    times++
    for (const { kind } of rule.effects)
      if (NAMES[kind] !== undefined) said.push(`${clockOf(fact.occurredAt)} ticket/T1|row|${times}|${NAMES[kind]}`)
  }
  return said
}

test('a rule acts when a second, slow walk back through the facts says so', () => {
  let acted = 0
  const property = fc.property(rules, fault, (rule, story) => {
    const facts = about(story, 'ticket/T1')
    const bound = carrying([rule], { promises: { visit: { starts: 'ticket.reported', keptBy: 'work.failed', within: '5d' } } })
    const { effects } = derive(bound, facts, { asOf: START + DAYS * 86_400_000, subject: 'ticket/T1' })
    acted += effects.length
    assert.deepEqual(
      effects.map(({ key, at }) => `${clockOf(at)} ${key}`),
      actsSlowly(rule, facts),
    )
  })
  fc.assert(property, { ...RUNS, numRuns: RUNS.numRuns * 8 })
  assert.ok(acted > 100, `${acted}`)
})
