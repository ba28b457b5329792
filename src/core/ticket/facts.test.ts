import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FactType } from '../fact.ts'
import type { CommandName, TicketCommand } from './command.ts'
import type { Told } from './given.testing.ts'
import { isFactType } from '../fact.ts'
import { MINUTE, NINE, commandOf, given } from './given.testing.ts'
import { COMMAND_NAMES } from './guards.ts'

/** One line a command: after which steps it is told, which fact comes of it, what stands in the fact, which texts beside it. */
const TABLE: readonly (readonly [
  told: TicketCommand,
  after: readonly Told[],
  type: FactType,
  data: readonly string[],
  texts: readonly string[],
])[] = [
  [
    commandOf('report'),
    [],
    'ticket.reported',
    ['asset', 'channel', 'contract', 'customer', 'customerGrade', 'dimensions', 'number', 'plan', 'site', 'type', 'zone'],
    ['contactName', 'contactPhone', 'description', 'title'],
  ],
  [commandOf('accept'), ['report'], 'ticket.accepted', [], []],
  [{ name: 'grade', grade: 'major', reason: '单机' }, ['report'], 'ticket.graded', ['by', 'grade'], ['reason']],
  [commandOf('reply'), ['report'], 'ticket.replied', ['channel'], ['summary']],
  [commandOf('answer'), ['report'], 'ticket.answered', [], ['summary']],
  [commandOf('send-plan'), ['report'], 'ticket.plan-sent', [], ['summary']],
  [
    { name: 'judge', cause: 'wear', removable: false, affectsWork: true, summary: '轴承磨损' },
    ['report'],
    'ticket.judged',
    ['affectsWork', 'cause', 'removable'],
    ['summary'],
  ],
  [commandOf('assign'), ['report'], 'ticket.assigned', ['person'], []],
  [{ name: 'transfer', team: 'huaxi-2', reason: '就近' }, ['report'], 'ticket.transferred', ['team'], ['reason']],
  [
    { name: 'pause', reason: 'weather', evidence: '预警', noticeAt: NINE, note: '明早再去' },
    ['report'],
    'ticket.paused',
    ['evidence', 'notice', 'noticeAt', 'reason'],
    ['evidence', 'note'],
  ],
  [{ name: 'resume', reason: 'weather', note: '雨停' }, ['report', 'pause'], 'ticket.resumed', ['reason'], ['note']],
  [commandOf('restore'), ['report'], 'ticket.restored', [], ['summary']],
  [{ name: 'confirm', by: '郑工', note: '试运行正常' }, ['report', 'restore'], 'ticket.confirmed', [], ['by', 'note']],
  [commandOf('refuse'), ['report', 'restore'], 'ticket.refused', [], ['reason']],
  [commandOf('reopen'), ['report', 'restore'], 'ticket.reopened', [], ['reason']],
  [commandOf('close'), ['report', 'restore'], 'ticket.closed', ['confirmed'], ['note']],
  [commandOf('cancel'), ['report'], 'ticket.cancelled', [], ['reason']],
  [commandOf('merge'), ['report'], 'ticket.merged', ['into', 'since'], ['reason']],
  [commandOf('relate'), ['report'], 'ticket.related', ['to'], []],
  [commandOf('unrelate'), ['report', 'relate'], 'ticket.unrelated', ['to'], []],
  [commandOf('note'), ['report'], 'ticket.noted', [], ['text']],
  [commandOf('message'), ['report'], 'ticket.messaged', ['channel'], ['text']],
  [
    { name: 'edit', title: '新题', site: 'east', contact: { name: '陆经理', phone: '分机 A02' } },
    ['report'],
    'ticket.edited',
    ['changed', 'site', 'zone'],
    ['contactName', 'contactPhone', 'title'],
  ],
  [{ name: 'remote-authorise', by: '郑工' }, ['report'], 'remote.authorised', ['by'], ['by']],
  [{ name: 'remote-start', note: '已连上' }, ['report'], 'remote.started', [], ['note']],
  [{ name: 'remote-fail', note: '需要换件' }, ['report', 'remote-start'], 'remote.failed', [], ['note']],
  [{ name: 'remote-solve', summary: '已恢复' }, ['report', 'remote-start'], 'remote.solved', [], ['summary']],
  [{ name: 'remote-end', note: '断开' }, ['report', 'remote-start'], 'remote.ended', [], ['note']],
  [
    { name: 'need-visit', special: true, travelMs: 60 * MINUTE, note: '需换件' },
    ['report'],
    'visit.needed',
    ['customerGrade', 'special', 'travelMs', 'type', 'zone'],
    ['note'],
  ],
  [{ name: 'arrive', note: '已到机房' }, ['report'], 'visit.arrived', ['person'], ['note']],
  [{ name: 'finish-visit', summary: '换件完成' }, ['report', 'arrive'], 'visit.done', [], ['summary']],
  [
    commandOf('waive'),
    ['report'],
    'obligation.waived',
    ['episode', 'evidence', 'fourEyes', 'promise', 'reason', 'role'],
    ['evidence', 'reason'],
  ],
  [commandOf('excuse'), ['report'], 'obligation.excused', ['episode', 'evidence', 'fourEyes', 'promise', 'reason'], ['evidence']],
  [
    { name: 'correct', of: 'f2', field: 'person', from: 'lin', to: 'shen', reason: '点错' },
    ['report', 'assign'],
    'fact.corrected',
    ['field', 'from', 'of', 'reason', 'to'],
    ['reason'],
  ],
  [commandOf('void'), ['report', 'assign'], 'fact.voided', ['of', 'reason'], ['reason']],
]

for (const [told, after, type, data, texts] of TABLE) {
  test(`${told.name} makes ${type}, with codes in it and words beside it`, () => {
    const { becomes, decision } = given(...after).when(told)
    assert.deepEqual(Object.keys(becomes(type).data).sort(), [...data])
    assert.ok(decision.ok)
    assert.deepEqual(decision.texts.map((text) => text.field).sort(), [...texts])
    assert.ok(isFactType(type))
  })
}

test('an approval says which fact, and a word where there is one', () => {
  const scene = given('report')
  scene.story.now = NINE + 120 * MINUTE
  scene.when({ ...commandOf('reply'), occurredAt: NINE + MINUTE, lateReason: '在现场', lateEvidence: '清单' }).becomes('ticket.replied')
  const { becomes, text } = scene.when({ name: 'approve', of: 'f2', note: '已核对' }, { person: { id: 'gu' } })
  assert.deepEqual(Object.keys(becomes('fact.approved').data), ['of'])
  assert.equal(text('note'), '已核对')
})

test('the table has a line for every command', () => {
  const shown = new Set<CommandName>(TABLE.map(([told]) => told.name))
  assert.deepEqual(
    COMMAND_NAMES.filter((name) => !shown.has(name)),
    ['approve'],
  )
})

test('every fact says when, by whom, from where; and carries an id of the caller’s', () => {
  for (const [told, after] of TABLE) {
    const { decision } = given(...after).when(told, { source: 'mail', person: { id: 'tang' }, newId: () => 'opaque' })
    assert.ok(decision.ok)
    const [fact] = decision.facts
    assert.deepEqual([fact?.id, fact?.by, fact?.source], ['opaque', 'tang', 'mail'])
    assert.equal(fact?.occurredAt, NINE + after.length * MINUTE)
    assert.ok(decision.texts.every((text) => text.factId === 'opaque'))
  }
})

test('the time that a command names is the time of its fact', () => {
  for (const [told, after] of TABLE) {
    if (told.name === 'report') continue
    const { decision } = given(...after).when({ ...told, occurredAt: NINE })
    assert.ok(decision.ok, told.name)
    assert.equal(decision.facts[0]?.occurredAt, NINE)
  }
})

test('texts are trimmed, and blank ones are none', () => {
  const { decision } = given('report').when({ name: 'arrive', note: '  已到机房 \n' })
  assert.ok(decision.ok)
  assert.deepEqual(
    decision.texts.map((text) => text.text),
    ['已到机房'],
  )
  const blank = given('report').when({ name: 'arrive', note: ' \n ' }).decision
  assert.ok(blank.ok)
  assert.deepEqual(blank.texts, [])
})
