import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Phase } from './transitions.ts'
import { given } from './given.testing.ts'
import type { Told } from './given.testing.ts'
import { OPEN, PHASES, TRANSITIONS, isMoving, phaseAfter, unreachable } from './transitions.ts'

test('every phase of a ticket can be reached from nothing', () => {
  assert.deepEqual(unreachable(), [])
})

test('every move names phases that exist, and leads somewhere else or is the first of its kind', () => {
  for (const [type, { from, to }] of Object.entries(TRANSITIONS)) {
    assert.ok(PHASES.includes(to), type)
    assert.ok(
      from.every((phase) => PHASES.includes(phase)),
      type,
    )
    assert.ok(
      from.some((phase) => phase !== to),
      `${type} moves nothing`,
    )
  }
})

test('from every open phase there is a way to an end', () => {
  const ends: readonly Phase[] = ['closed', 'cancelled', 'merged']
  for (const start of OPEN) {
    const reached = new Set<Phase>([start])
    for (const phase of reached)
      for (const { from, to } of Object.values(TRANSITIONS)) if ((from as readonly Phase[]).includes(phase)) reached.add(to)
    assert.ok(
      ends.some((end) => reached.has(end)),
      start,
    )
  }
})

test('a ticket that was merged never moves again', () => {
  for (const type of Object.keys(TRANSITIONS))
    if (isMoving(type as never)) assert.equal(phaseAfter('merged', type as never, 'fault'), undefined)
})

const PATHS: readonly (readonly [Phase, readonly Told[]])[] = [
  ['reported', ['report']],
  ['accepted', ['report', 'accept']],
  ['working', ['report', 'assign']],
  ['working', ['report', 'remote-start']],
  ['working', ['report', 'need-visit']],
  ['working', ['report', 'arrive']],
  ['restored', ['report', 'restore']],
  ['confirmed', ['report', 'restore', 'confirm']],
  ['working', ['report', 'restore', 'refuse']],
  ['closed', ['report', 'restore', 'confirm', 'close']],
  ['reopened', ['report', 'restore', 'confirm', 'close', 'reopen']],
  ['accepted', ['report', 'restore', 'reopen', 'accept']],
  ['cancelled', ['report', 'cancel']],
  ['reopened', ['report', 'cancel', 'reopen']],
  ['merged', ['report', 'merge']],
]

for (const [phase, steps] of PATHS) {
  test(`${steps.join(', ')} leaves a ticket ${phase}`, () => {
    assert.equal(given(...steps).story.state.phase, phase)
  })
}

test('a reply, a note, a grade or a pause leave the phase as it is', () => {
  assert.equal(given('report', 'reply', 'note', 'grade', 'pause').story.state.phase, 'reported')
})

test('an answer settles a consultation, not a fault', () => {
  const consultation = {
    name: 'report',
    type: 'consultation',
    channel: 'phone',
    title: '开机步骤',
    description: '想确认一遍',
    customer: 'jinping',
  } as const
  assert.equal(given(consultation, 'answer').story.state.phase, 'restored')
  assert.equal(given('report', 'answer').story.state.phase, 'reported')
})
