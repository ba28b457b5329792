import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { numbered } from '../../server/passages/draft.ts'
import { readText } from '../../server/passages/text.ts'
import { bundled } from '../plan/plans.testing.ts'
import { clauseNumbers, proposeMatches } from './match.ts'
import { partsOf } from './parts.ts'
import type { Part } from './parts.ts'
import type { Passage } from './passage.ts'
import { SIGNED } from './signed.testing.ts'

const FOLDER = join(import.meta.dirname, '../../../plans/signed')

function signedPassages(id: string): readonly Passage[] {
  const markdown = existsSync(join(FOLDER, `${id}.md`))
  return numbered(readText(readFileSync(join(FOLDER, `${id}.${markdown ? 'md' : 'txt'}`), 'utf8'), { markdown }))
}

const part = (key: string, title: string, text: string, more: Partial<Part> = {}): Part => ({
  key: `promises.${key}`,
  kind: 'deadline',
  title,
  text,
  lines: [],
  source: [],
  ...more,
})
const passages = (...texts: readonly string[]): Passage[] => texts.map((text, at) => ({ at, kind: 'paragraph', level: 1, text }))

const PARTS = [
  part('reply', '答复', '客户报修之后半小时内必有回音。'),
  part('arrive', '到场', '需要上门的故障，工程师二十四小时以内抵达现场。'),
  part('loaner', '备用设备', '到场满八小时未修好，四十八小时内免费送来备用设备。'),
  part('callback', '每月回访', '每个月打电话询问运行情况。'),
]

const proposed = (...texts: readonly string[]) =>
  proposeMatches(passages(...texts), PARTS).map(({ parts }) => parts.map((key) => key.slice('promises.'.length)))

test('a clause finds its promise by its words and figures, whatever way the figures are written', () => {
  assert.deepEqual(
    proposed(
      '我方在报修后 30 分钟内必有回音。',
      '上门的故障，24h 内工程师抵达现场。',
      '每月电话询问一次运行情况。',
      '到场 8 小时仍未修好的，48 小时内免费提供备用设备。',
    ),
    [['reply'], ['arrive'], ['callback'], ['loaner']],
  )
})

test('a passage of several promises carries them all', () => {
  const [both] = proposed('报修之后半小时内必有回音；需要上门的故障，工程师二十四小时以内抵达现场。')
  assert.deepEqual(both?.toSorted(), ['arrive', 'reply'])
})

test('rather nothing than something wrong: words of courtesy carry no promise', () => {
  assert.deepEqual(proposed('服务人员态度诚恳，举止文明。', '本计划未尽事项由双方协商。', '一、总则', '客户'), [[], [], [], []])
})

test('the same words with another figure are no match, and the promise that is near is named', () => {
  const [{ parts, near } = { parts: [], near: '' }] = proposeMatches(passages('客户报修之后两小时内必有回音。'), PARTS)
  assert.deepEqual([parts, near], [[], 'promises.reply'])
})

test('where one passage says it with the figure, another with a different one is not taken beside it', () => {
  const [right, wrong] = proposeMatches(passages('客户报修之后半小时内必有回音。', '客户报修之后两小时内必有回音。'), PARTS)
  assert.deepEqual([right?.parts, wrong?.parts, wrong?.near], [['promises.reply'], [], 'promises.reply'])
})

test('a figure by which the promise counts is its own, even where its clause does not say it', () => {
  const counting = [part('reply', '答复', '报修之后必有回音，时限依等级。', { lines: ['时限（重大）：30 分'] })]
  const [{ parts } = { parts: [] }] = proposeMatches(passages('报修之后 30 分钟必有回音。'), counting)
  assert.deepEqual(parts, ['promises.reply'])
})

test('the number of a clause helps, where the plan names it as its source', () => {
  const told = '3.1 工程师及时前往客户处，不推诿。'
  const without = [part('arrive', '到场', '工程师尽快到客户那里去，不拖延。'), part('visit', '上门', '工程师尽快到客户家里去，不拖延。')]
  const named = without.map((one) => (one.key === 'promises.visit' ? { ...one, source: ['K-3.1'] } : one))
  assert.deepEqual(proposeMatches(passages(told), without)[0]?.parts, [])
  assert.deepEqual(proposeMatches(passages(told), named)[0]?.parts, ['promises.visit'])
})

test('numbers of clauses are read from a source as people write it; a running number alone is none', () => {
  assert.deepEqual(clauseNumbers('K-1.2'), ['1.2'])
  assert.deepEqual(clauseNumbers('合同附件三 第 3.1 条'), ['3.1'])
  assert.deepEqual(clauseNumbers('第三条'), ['第三条'])
  assert.deepEqual(clauseNumbers('S002-07'), [])
})

test('a heading without a figure, and the head of a table, carry nothing', () => {
  const table: Passage[] = [
    { at: 0, kind: 'heading', level: 2, text: '电话询问运行情况' },
    { at: 1, kind: 'row', level: 1, text: '级别 备用设备 抵达现场', cells: ['级别', '备用设备', '抵达现场'] },
    { at: 2, kind: 'row', level: 1, text: '工程师抵达现场 24 小时', cells: ['工程师抵达现场', '24 小时'] },
  ]
  assert.deepEqual(
    proposeMatches(table, PARTS).map(({ parts }) => parts),
    [[], [], ['promises.arrive']],
  )
})

test('what is proposed hangs on no chance: again, it is the same', () => {
  const [document, parts] = [signedPassages('shebei-2nian'), partsOf(bundled('shebei-2nian'), 'zh-CN')]
  assert.deepEqual(proposeMatches(document, parts), proposeMatches(document, parts))
})

/** Of what is proposed, how much is right; of what is there, how much is found. */
function measured(id: string): { readonly right: number; readonly found: number } {
  const document = signedPassages(id)
  const parts = partsOf(bundled(id), 'zh-CN')
  const keys = new Set(parts.map(({ key }) => key))
  const expected = new Map<number, readonly string[]>()
  for (const [begins, said] of SIGNED[id] ?? []) {
    const passage = document.find(({ text }) => text.startsWith(begins)) ?? assert.fail(`${id}: ${begins}`)
    for (const key of said.split(' ')) assert.ok(keys.has(key), `${id}: ${key}`)
    expected.set(passage.at, said.split(' '))
  }
  let [hits, proposals, wanted] = [0, 0, 0]
  for (const [at, { parts: mine }] of proposeMatches(document, parts).entries()) {
    const said = expected.get(at) ?? []
    hits += mine.filter((key) => said.includes(key)).length
    proposals += mine.length
    wanted += said.length
  }
  return { right: hits / proposals, found: hits / wanted }
}

for (const id of Object.keys(SIGNED))
  test(`in the signed document of ${id} nearly all that is proposed is right, and most of what is there is found`, () => {
    const { right, found } = measured(id)
    assert.ok(right >= 0.93, `right: ${right}`)
    assert.ok(found >= 0.82, `found: ${found}`)
  })
