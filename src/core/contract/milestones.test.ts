import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Fact } from '../fact.ts'
import type { Plan } from '../plan/types.ts'
import type { ContractCommand, ContractContext } from './decide.ts'
import type { ContractState, Milestone } from './state.ts'
import { decide } from './decide.ts'
import { MILESTONES, STANDINGS, evolve, initialState, standingOn } from './state.ts'

const NOW = Date.UTC(2026, 8, 23, 2)
const HOUR = 3_600_000
const DAY = 24 * HOUR

const PLAN: Plan = {
  id: 'trial',
  title: '试用方案',
  version: 1,
  timezone: 'Asia/Shanghai',
  calendars: {},
  grades: [],
  gradeBy: 'staff',
  zones: [],
  dimensions: {},
  reasons: {},
  promises: {},
  charges: [],
  forms: {},
  channels: {},
  roles: {},
  later: [],
}
const SIGN: ContractCommand = {
  name: 'sign',
  number: 'HT-1',
  title: '供货与维保',
  customer: 'jinping',
  plan: 'trial@1',
  sites: ['main'],
  assets: ['chiller', 'pump', 'fan'],
}

type Saying = { readonly by?: string; readonly now?: number; readonly source?: ContractContext['source'] }

/** A contract and the facts so far; each command is said by somebody at some time. */
class Story {
  state: ContractState = initialState()
  readonly facts: Fact[] = []

  say(command: ContractCommand, { by = 'yu', now = NOW, source = 'hand' }: Saying = {}) {
    const decision = decide(this.state, command, {
      now,
      subject: 'contract/K1',
      newId: () => `f${this.facts.length + 1}`,
      source,
      person: by,
      plan: PLAN,
    })
    if (!decision.ok) return { refused: decision.refusal.code, field: decision.refusal.field }
    for (const made of decision.facts) {
      const fact: Fact = { ...made, seq: this.facts.length + 1, recordedAt: now }
      this.facts.push(fact)
      this.state = evolve(this.state, fact)
    }
    return { fact: this.facts.at(-1)!, texts: Object.fromEntries(decision.texts.map((one) => [one.field, one.text])) }
  }

  /** The fact that a command brought about. */
  told(command: ContractCommand, saying: Saying = {}) {
    const said = this.say(command, saying)
    return said.fact ? said : assert.fail(`refused: ${said.refused}`)
  }
}

function signed(): Story {
  const story = new Story()
  story.told(SIGN)
  return story
}

const reach = (milestone: Milestone, more: Partial<Extract<ContractCommand, { name: 'reach' }>> = {}): ContractCommand => ({
  name: 'reach',
  milestone,
  evidence: '运单 SF-77120',
  ...more,
})

test('each milestone is a fact of its own, with its evidence beside it', () => {
  const story = signed()
  for (const milestone of MILESTONES) {
    const { fact, texts } = story.told(reach(milestone))
    assert.equal(fact.type, `contract.${milestone}`)
    assert.deepEqual(texts, { evidence: '运单 SF-77120' })
    assert.ok(!JSON.stringify(fact.data).includes('SF-77120'))
  }
  assert.deepEqual(
    story.state.milestones.map((one) => one.milestone),
    [...MILESTONES],
  )
})

test('what happened is recorded in whatever order it became known', () => {
  const story = signed()
  story.told(reach('accepted'))
  story.told(reach('shipped', { occurredAt: NOW - 9 * DAY, lateReason: '运单昨天才寄到' }))
  assert.equal(story.state.phase, 'accepted')
})

test('a milestone that names no device speaks of all that the contract covers', () => {
  const { fact } = signed().told(reach('delivered'))
  assert.deepEqual(fact.also, ['customer/jinping', 'site/main', 'asset/chiller', 'asset/pump', 'asset/fan'])
  assert.deepEqual(fact.data, {})
})

test('devices may come one after another: a delivery speaks of those that it names', () => {
  const story = signed()
  const { fact } = story.told(reach('delivered', { assets: ['chiller'] }))
  assert.deepEqual(fact.also, ['customer/jinping', 'site/main', 'asset/chiller'])
  assert.deepEqual(fact.data, { assets: ['chiller'] })
  story.told(reach('delivered', { assets: ['pump', 'chiller'] }))
  assert.deepEqual(story.say(reach('delivered', { assets: ['pump'] })), { refused: 'milestone-already', field: 'milestone' })
  story.told(reach('delivered'))
  assert.deepEqual(story.say(reach('delivered', { assets: ['fan'] })), { refused: 'milestone-already', field: 'milestone' })
})

test('a device that the contract does not cover reaches nothing under it', () => {
  assert.deepEqual(signed().say(reach('shipped', { assets: ['chiller', 'lift'] })), { refused: 'asset-not-covered', field: 'assets' })
})

test('a milestone without evidence is none', () => {
  assert.deepEqual(signed().say(reach('shipped', { evidence: ' \n' })), { refused: 'evidence-missing', field: 'evidence' })
})

test('a milestone lies in the past, or is now', () => {
  const story = signed()
  assert.deepEqual(story.say(reach('shipped', { occurredAt: NOW + 1 })), { refused: 'in-future', field: 'occurredAt' })
  story.told(reach('shipped', { occurredAt: NOW }))
})

test('entered long after it happened, a milestone says why, and waits for a second person', () => {
  const story = signed()
  const shipped = { occurredAt: NOW - DAY }
  assert.deepEqual(story.say(reach('shipped', shipped)), { refused: 'late-reason', field: 'lateReason' })
  const { fact, texts } = story.told(reach('shipped', { ...shipped, lateReason: '周末无人登记' }))
  assert.deepEqual(fact.data, { reason: true, evidence: true })
  assert.equal(texts.lateReason, '周末无人登记')
  assert.deepEqual([story.state.milestones[0]?.late, story.state.milestones[0]?.approvedBy], [true, undefined])
})

test('ten minutes late is in time, a millisecond more is late', () => {
  assert.ok(signed().say(reach('shipped', { occurredAt: NOW - 600_000 })).fact)
  assert.equal(signed().say(reach('shipped', { occurredAt: NOW - 600_001 })).refused, 'late-reason')
})

test('what a device or an import says carries its own evidence of when, and is never late', () => {
  const { fact } = signed().told(reach('shipped', { occurredAt: NOW - 30 * DAY }), { source: 'import' })
  assert.deepEqual(fact.data, {})
})

test('a late milestone is approved once, by somebody else', () => {
  const story = signed()
  const { fact } = story.told(reach('shipped', { occurredAt: NOW - DAY, lateReason: '周末' }), { by: 'yu' })
  const approve: ContractCommand = { name: 'approve', of: fact.id, note: '见运单' }
  assert.equal(story.say(approve, { by: 'yu' }).refused, 'approval-own')
  const approved = story.told(approve, { by: 'gu' })
  assert.deepEqual([approved.fact.type, approved.fact.data, approved.texts], ['fact.approved', { of: fact.id }, { note: '见运单' }])
  assert.equal(story.state.milestones[0]?.approvedBy, 'gu')
  assert.equal(story.say(approve, { by: 'wei' }).refused, 'approved-already')
})

test('only what was late is approved, and only what is there', () => {
  const story = signed()
  const { fact } = story.told(reach('shipped'))
  assert.equal(story.say({ name: 'approve', of: fact.id }, { by: 'gu' }).refused, 'approval-needless')
  assert.equal(story.say({ name: 'approve', of: 'f1' }, { by: 'gu' }).refused, 'milestone-unknown')
})

test('an approval by whoever made the entry changes nothing, even where it came into the ledger', () => {
  const story = signed()
  const { fact } = story.told(reach('shipped', { occurredAt: NOW - DAY, lateReason: '周末' }), { by: 'yu' })
  const own = { ...fact, id: 'x', type: 'fact.approved', data: { of: fact.id }, by: 'yu' } as const
  assert.equal(evolve(story.state, own), story.state)
})

test('a wrong milestone is declared void with a reason, and may then be recorded rightly', () => {
  const story = signed()
  const { fact } = story.told(reach('accepted'))
  assert.equal(story.state.phase, 'accepted')
  assert.deepEqual(story.say({ name: 'void', of: fact.id, reason: ' ' }), { refused: 'void-reason', field: 'reason' })
  const voided = story.told({ name: 'void', of: fact.id, reason: '登错了合同' })
  assert.deepEqual([voided.fact.type, voided.fact.data.of, voided.texts.reason], ['fact.voided', fact.id, '登错了合同'])
  assert.deepEqual([story.state.phase, story.state.milestones], ['signed', []])
  assert.equal(story.say({ name: 'void', of: fact.id, reason: '再来' }).refused, 'milestone-unknown')
  story.told(reach('accepted', { evidence: '验收单 YS-02' }))
  assert.equal(story.state.phase, 'accepted')
})

test('the signature cannot be declared void, only what it agreed can be amended', () => {
  const story = signed()
  assert.equal(story.say({ name: 'void', of: 'f1', reason: '写错了' }).refused, 'milestone-unknown')
})

test('an ended contract still learns what happened before, and stays ended', () => {
  const story = signed()
  story.told({ name: 'end', reason: '客户改用他家' })
  assert.equal(story.state.endedAt, NOW)
  const { fact } = story.told(reach('accepted'))
  assert.equal(story.state.phase, 'ended')
  story.told({ name: 'void', of: fact.id, reason: '没有验收' })
  assert.equal(story.state.phase, 'ended')
})

test('nothing is reached under a contract that nobody signed', () => {
  for (const command of [reach('shipped'), { name: 'approve', of: 'f1' }, { name: 'void', of: 'f1', reason: '误' }] as const)
    assert.equal(new Story().say(command).refused, 'absent')
})

test('the same facts make the same contract, wherever they are folded again', () => {
  const story = signed()
  story.told(reach('shipped', { occurredAt: NOW - DAY, lateReason: '周末' }))
  story.told({ name: 'approve', of: 'f2' }, { by: 'gu' })
  story.told(reach('delivered', { assets: ['pump'] }))
  story.told({ name: 'void', of: 'f4', reason: '误' })
  assert.deepEqual(story.facts.reduce(evolve, initialState()), story.state)
  assert.deepEqual(JSON.parse(JSON.stringify(story.state)), JSON.parse(JSON.stringify(story.facts.reduce(evolve, initialState()))))
})

test('a contract is in force from its first day to the day before its end', () => {
  const dates = { ended: false, startsOn: '2026-03-14', endsOn: '2028-03-14' }
  const on = (day: string) => standingOn(dates, day)
  assert.deepEqual(['2026-03-13', '2026-03-14', '2028-03-13', '2028-03-14'].map(on), ['signed', 'in-force', 'in-force', 'expired'])
})

test('without dates a contract is in force until somebody ends it', () => {
  assert.equal(standingOn({ ended: false }, '2026-01-01'), 'in-force')
  assert.equal(standingOn({ ended: false, endsOn: '2026-01-01' }, '2025-12-31'), 'in-force')
  assert.equal(standingOn({ ended: true, startsOn: '2030-01-01' }, '2026-01-01'), 'ended')
  assert.deepEqual(STANDINGS, ['signed', 'in-force', 'expired', 'ended'])
})

test('a milestone’s date is put right: the new one counts, what stood and who said so is kept', () => {
  const story = new Story()
  story.told(SIGN)
  const { fact } = story.told(reach('accepted'))
  const corrected = story.told({ name: 'correct', of: fact.id, from: NOW, to: NOW - 3 * DAY, reason: '验收单写的是二十日' }, { by: 'qin' })
  assert.deepEqual(
    [corrected.fact.type, corrected.fact.data.to, corrected.texts.reason],
    ['fact.corrected', NOW - 3 * DAY, '验收单写的是二十日'],
  )
  const [one] = story.state.milestones
  assert.deepEqual([one?.at, one?.fact], [NOW - 3 * DAY, fact.id])
  assert.deepEqual(one?.corrections, [{ fact: corrected.fact.id, from: NOW, to: NOW - 3 * DAY, by: 'qin', late: false }])
})

test('moved far back by who entered it, a date counts once a second person has approved it', () => {
  const story = new Story()
  story.told(SIGN)
  const { fact } = story.told(reach('accepted'))
  const { fact: moved } = story.told({ name: 'correct', of: fact.id, from: NOW, to: NOW - DAY, reason: '登晚了' })
  assert.equal(story.state.milestones[0]?.at, NOW)
  assert.equal(story.say({ name: 'approve', of: moved.id }).refused, 'approval-own')
  story.told({ name: 'approve', of: moved.id }, { by: 'qin' })
  assert.deepEqual([story.state.milestones[0]?.at, story.state.milestones[0]?.corrections?.[0]?.approvedBy], [NOW - DAY, 'qin'])
  assert.equal(story.say({ name: 'approve', of: moved.id }, { by: 'gu' }).refused, 'approved-already')
})

test('a correction says from what, to another time that has passed, and why', () => {
  const story = new Story()
  story.told(SIGN)
  const { fact } = story.told(reach('accepted'))
  const base = { name: 'correct', of: fact.id, from: NOW, to: NOW - DAY, reason: '登错' } as const
  for (const [wrong, refused] of [
    [{ of: 'f1' }, 'milestone-unknown'],
    [{ from: NOW - 1 }, 'correct-moved'],
    [{ to: NOW }, 'correct-same'],
    [{ to: NOW + DAY }, 'in-future'],
    [{ reason: ' ' }, 'correct-reason'],
  ] as const)
    assert.equal(story.say({ ...base, ...wrong }, { by: 'qin' }).refused, refused)
  assert.equal(story.state.milestones[0]?.corrections, undefined)
})

test('a date is put right again from what stands by then', () => {
  const story = new Story()
  story.told(SIGN)
  const { fact } = story.told(reach('accepted'))
  story.told({ name: 'correct', of: fact.id, from: NOW, to: NOW - DAY, reason: '一' }, { by: 'qin' })
  story.told({ name: 'correct', of: fact.id, from: NOW - DAY, to: NOW - 2 * DAY, reason: '二' }, { by: 'qin' })
  assert.deepEqual([story.state.milestones[0]?.at, story.state.milestones[0]?.corrections?.length], [NOW - 2 * DAY, 2])
})
