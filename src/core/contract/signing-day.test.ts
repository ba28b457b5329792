import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Zone } from '../time/zone.ts'
import type { ContractCommand } from './decide.ts'
import { evolve, initialState } from './state.ts'
import { DAY, HOUR, NOW, SIGN, Story } from './story.testing.ts'

const SHANGHAI: Zone = { id: 'Asia/Shanghai', tzdata: '', transitions: [{ at: 0, offsetMs: 8 * HOUR }] }

test('the day of signing is put right like a milestone: the new day counts, what stood and who said so is kept', () => {
  const story = new Story(SHANGHAI)
  const { fact } = story.told({ ...SIGN, signedOn: '2026-09-20' })
  const from = Date.UTC(2026, 8, 20, 15, 59)
  const corrected = story.told({ name: 'correct', of: fact.id, from, to: from - 3 * DAY, reason: '合同上写的是十七日' }, { by: 'qin' })
  assert.equal(corrected.fact.data.day, '2026-09-17')
  const { signing, signedOn, agreements } = story.state
  assert.deepEqual([signing?.at, signedOn, agreements[0]?.from], [from - 3 * DAY, '2026-09-17', from - 3 * DAY])
  assert.deepEqual(signing?.corrections?.[0]?.from, from)
  assert.deepEqual(JSON.parse(JSON.stringify(story.facts.reduce(evolve, initialState()))), JSON.parse(JSON.stringify(story.state)))
})

test('a day of signing that its own writer moves back counts once a second person has approved it', () => {
  const story = new Story(SHANGHAI)
  const { fact } = story.told({ ...SIGN, signedOn: '2026-09-20' })
  const from = story.state.signing!.at
  const { fact: moved } = story.told({ name: 'correct', of: fact.id, from, to: from - DAY, reason: '看错' })
  assert.deepEqual([story.state.signedOn, story.state.signing?.at], ['2026-09-20', from])
  assert.equal(story.say({ name: 'approve', of: moved.id }).refused, 'approval-own')
  story.told({ name: 'approve', of: moved.id }, { by: 'qin' })
  assert.deepEqual([story.state.signedOn, story.state.signing?.at], ['2026-09-19', from - DAY])
})

test('a contract is signed before what changed it: its day does not move past the first amendment', () => {
  const story = new Story(SHANGHAI)
  const { fact } = story.told({ ...SIGN, signedOn: '2026-09-10' })
  const from = story.state.signing!.at
  story.told({ name: 'amend', terms: [], plan: 'trial@1', endsOn: '2030-01-01', occurredAt: NOW - 5 * DAY })
  story.told({ name: 'amend', terms: [{ key: 'dispute-within', value: '9d', source: '补充协议' }], occurredAt: NOW - 4 * DAY })
  const move = (to: number): ContractCommand => ({ name: 'correct', of: fact.id, from, to, reason: '看错' })
  assert.deepEqual(story.say(move(NOW - 4 * DAY + 1), { by: 'qin' }), { refused: 'signed-after-amendment', field: 'to' })
  story.told(move(NOW - 4 * DAY), { by: 'qin' })
})

test('what is said about a fact is heard by all whom it spoke of, though the contract covers them no more', () => {
  const story = new Story(SHANGHAI)
  const { fact } = story.told(SIGN)
  story.told({ name: 'amend', assets: ['chiller'] })
  const correct: ContractCommand = { name: 'correct', of: fact.id, from: NOW, to: NOW - DAY, reason: '看错' }
  assert.ok(!story.state.assets.includes('fan'))
  assert.ok(story.told(correct, { by: 'qin', spokenOf: fact.also }).fact.also.includes('asset/fan'))
})
