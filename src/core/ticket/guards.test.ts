import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CommandName } from './command.ts'
import type { Told } from './given.testing.ts'
import type { Phase } from './transitions.ts'
import { given } from './given.testing.ts'
import { COMMANDS, COMMAND_NAMES, conflictOf, guard } from './guards.ts'
import { PHASES } from './transitions.ts'

const STORIES: Readonly<Record<Exclude<Phase, 'absent'>, readonly Told[]>> = {
  reported: ['report'],
  accepted: ['report', 'accept'],
  working: ['report', 'assign'],
  restored: ['report', 'restore'],
  confirmed: ['report', 'restore', 'confirm'],
  closed: ['report', 'restore', 'confirm', 'close'],
  reopened: ['report', 'restore', 'reopen'],
  cancelled: ['report', 'cancel'],
  merged: ['report', 'merge'],
}

/**
 * What may be intended where, as people would write it on the wall: `+` yes, `-` no. What is reported to have happened, and what is said about
 * facts and promises, is always taken and has no row.
 */
const WALL = `
                reported accepted working restored confirmed closed reopened cancelled merged
accept             +        -        -       -        -        -       +         -        -
grade              +        +        +       +        +        -       +         -        -
assign             +        +        +       -        -        -       +         -        -
transfer           +        +        +       -        -        -       +         -        -
pause              +        +        +       -        -        -       +         -        -
confirm            -        -        -       +        -        -       -         -        -
refuse             -        -        -       +        +        -       -         -        -
reopen             -        -        -       +        +        +       -         +        -
close              -        -        -       +        +        -       -         -        -
cancel             +        +        +       -        -        -       +         -        -
merge              +        +        +       -        -        -       +         -        -
message            +        +        +       +        +        +       +         +        -
edit               +        +        +       +        +        -       +         -        -
need-visit         +        +        +       -        -        -       +         -        -
`

type Row = { readonly name: CommandName; readonly allowed: ReadonlyMap<Phase, boolean> }

function readWall(): readonly Row[] {
  const [head, ...rows] = WALL.trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
  return rows.map(([name, ...marks]) => ({
    name: name as CommandName,
    allowed: new Map(head!.map((phase, index) => [phase as Phase, marks[index] === '+'])),
  }))
}

for (const { name, allowed } of readWall()) {
  test(`${name} can be intended where the wall says so, and nowhere else`, () => {
    for (const [phase, steps] of Object.entries(STORIES) as [Exclude<Phase, 'absent'>, readonly Told[]][]) {
      const { state } = given(...steps).story
      assert.equal(state.phase, phase)
      assert.equal(guard(state, name) === undefined, allowed.get(phase), phase)
    }
  })
}

test('the wall has a row for every intention but the report, and resuming what waits', () => {
  const intentions = COMMAND_NAMES.filter((name) => COMMANDS[name].kind === 'intention' && name !== 'report' && name !== 'resume')
  assert.deepEqual(
    readWall()
      .map((row) => row.name)
      .sort(),
    intentions.toSorted(),
  )
  assert.deepEqual([...readWall()[0]!.allowed.keys()].sort(), PHASES.filter((phase) => phase !== 'absent').toSorted())
})

test('reports of the field, and statements about facts and promises, pass the guard in every phase', () => {
  for (const name of COMMAND_NAMES.filter((one) => COMMANDS[one].kind !== 'intention')) {
    for (const steps of Object.values(STORIES)) assert.equal(guard(given(...steps).story.state, name), undefined, name)
  }
})

test('intentions carry no mark: they are refused instead', () => {
  for (const name of COMMAND_NAMES.filter((one) => COMMANDS[one].kind !== 'report')) {
    for (const steps of Object.values(STORIES)) assert.equal(conflictOf(given(...steps).story.state, name, 0), undefined, name)
  }
})

test('a running pause is resumed while the ticket lives, and is over when it is closed', () => {
  const waiting = given('report', 'pause')
  assert.equal(guard(waiting.story.state, 'resume'), undefined)
  const { state } = given('report', 'pause', 'restore', 'confirm', 'close').story
  assert.deepEqual(state.waiting, [])
  assert.equal(guard(state, 'resume')?.code, 'is-closed')
})
