import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ContractCommand } from './decide.ts'
import type { ContractState } from './state.ts'
import { decide } from './decide.ts'
import { MILESTONES, STANDINGS, evolve, initialState, standingOn } from './state.ts'
import { DAY, NOW, PLAN, SIGN, Story, reach, signed } from './story.testing.ts'

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
    [{ of: 'nothing' }, 'milestone-unknown'],
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

test('what is said of devices is said of their models as well, each once, so that what is promised of a model counts from it', () => {
  const said = (command: ContractCommand, state: ContractState) => {
    const context = { now: NOW, subject: 'contract/K1', newId: () => 'f1', source: 'hand', person: 'yu', plan: PLAN } as const
    const decision = decide(state, command, { ...context, models: { chiller: 'LSB-680', pump: 'P 2', fan: 'P 2' } })
    return decision.ok ? decision.facts[0]!.also.filter((one) => one.startsWith('model/')) : decision.refusal.code
  }
  assert.deepEqual(said(SIGN, initialState()), ['model/LSB-680', 'model/P 2'])
  const story = new Story()
  story.say(SIGN)
  assert.deepEqual(said(reach('commissioned', { assets: ['fan'] }), story.state), ['model/P 2'])
})

test('a milestone tells a model which of its devices reached it', () => {
  const story = new Story()
  story.say(SIGN)
  const reached = (assets: readonly string[], models: Readonly<Record<string, string>>) => {
    const context = { now: NOW, subject: 'contract/K1', newId: () => 'f1', source: 'hand', person: 'yu', models } as const
    const decision = decide(story.state, reach('accepted', { assets }), context)
    return decision.ok ? decision.facts[0]!.data.models : decision.refusal.code
  }
  const [one = '', other = ''] = story.state.assets
  assert.deepEqual(reached([], { [one]: 'LSB-680', [other]: 'LSB-680' }), { 'LSB-680': [one, other] })
  assert.deepEqual(reached([other], { [one]: 'LSB-680', [other]: 'P 2' }), { 'P 2': [other] })
  assert.equal(reached([], {}), undefined)
})
