import assert from 'node:assert/strict'
import { test } from 'node:test'
import { layBeside } from './beside.ts'
import type { Ruling } from './beside.ts'
import { proposeMatches } from './match.ts'
import type { Part } from './parts.ts'
import type { Passage } from './passage.ts'

const part = (key: string, title: string, text: string): Part => ({ key, kind: 'deadline', title, text, lines: [], source: [] })
const PARTS = [
  part('promises.reply', '答复', '报修之后半小时内必有回音。'),
  part('promises.arrive', '到场', '工程师二十四小时以内抵达现场。'),
  part('promises.report', '年报', '每年提交一份服务年报。'),
  part('charges.0', '', '质保期内零件与维修不收费。'),
]
const TEXTS: readonly (readonly [Passage['kind'], string])[] = [
  ['heading', '服务计划'],
  ['paragraph', '双方签章后生效。'],
  ['paragraph', '报修之后 30 分钟内必有回音，最迟 2 小时。'],
  ['paragraph', '工程师 24 小时以内抵达现场。'],
  ['paragraph', '发票 15 天内开出。'],
  ['paragraph', '另备一台样机。'],
]
const PASSAGES = TEXTS.map(([kind, text], at): Passage => ({ at, kind, level: 1, text }))

function laid(rulings: readonly Ruling[] = [], parts: readonly Part[] = PARTS) {
  return layBeside({ passages: PASSAGES, parts, proposed: proposeMatches(PASSAGES, parts), rulings })
}

test('a passage is carried, missed or plain: it is missed where it has a figure and the plan says nothing of it', () => {
  assert.deepEqual(
    laid().passages.map(({ state }) => state),
    ['plain', 'plain', 'carried', 'carried', 'missed', 'plain'],
  )
})

test('the count leaves out headings that say nothing, and names the promises of which no passage tells; a price is no promise', () => {
  assert.deepEqual(laid().counts, { passages: 5, carried: 2, missed: 1, unseen: 1, ruled: 0 })
})

test('each part knows its passages', () => {
  assert.deepEqual(
    [...laid().places],
    [
      ['promises.reply', [2]],
      ['promises.arrive', [3]],
    ],
  )
})

test('a figure that what the passage carries does not count by is marked, even in a passage that is carried', () => {
  assert.deepEqual(
    laid().passages[2]?.figures.map(({ from, to, stated }) => [PASSAGES[2]!.text.slice(from, to), stated]),
    [
      ['30 分钟', true],
      ['2 小时', false],
    ],
  )
})

test('what somebody ruled goes before what is proposed', () => {
  const { passages, counts } = laid([
    { passage: 3, parts: [] },
    { passage: 4, parts: ['promises.report', 'promises.arrive'] },
  ])
  assert.deepEqual([passages[3]?.state, passages[4]?.parts, passages[4]?.ruled], ['none', ['promises.report', 'promises.arrive'], true])
  assert.deepEqual(counts, { passages: 5, carried: 2, missed: 0, unseen: 0, ruled: 2 })
})

test('the last ruling of a passage counts', () => {
  const rulings = [
    { passage: 4, parts: ['promises.report'] },
    { passage: 4, parts: [] },
  ]
  assert.equal(laid(rulings).passages[4]?.state, 'none')
  assert.equal(laid(rulings.toReversed()).passages[4]?.state, 'carried')
})

test('a ruling whose parts have left the plan is passed over; of one with some left, those count', () => {
  const rulings = [
    { passage: 3, parts: ['promises.gone'] },
    { passage: 4, parts: ['promises.gone', 'promises.report'] },
  ]
  const { passages } = laid(rulings)
  assert.deepEqual([passages[3]?.parts, passages[3]?.ruled], [['promises.arrive'], false])
  assert.deepEqual(passages[4]?.parts, ['promises.report'])
})

test('a near promise is named only while nobody ruled', () => {
  const near = (rulings: readonly Ruling[]) => {
    const passages: Passage[] = [{ at: 0, kind: 'paragraph', level: 1, text: '报修之后两小时内必有回音。' }]
    return layBeside({ passages, parts: PARTS, proposed: proposeMatches(passages, PARTS), rulings }).passages[0]?.near
  }
  assert.equal(near([]), 'promises.reply')
  assert.equal(near([{ passage: 0, parts: [] }]), undefined)
})

test('without a document every promise is unseen', () => {
  const { counts } = layBeside({ passages: [], parts: PARTS, proposed: [], rulings: [] })
  assert.deepEqual(counts, { passages: 0, carried: 0, missed: 0, unseen: 3, ruled: 0 })
})
