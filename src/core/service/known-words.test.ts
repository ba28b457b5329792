import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { SOUND, planOf } from '../plan/given.testing.ts'
import { planWords, together, wordName } from './known-words.ts'
import { isWord, knownWord } from './word.ts'

const RUNS = { numRuns: 200 * Number(process.env.NUOXING_PROVE ?? 1) }

const PLAN = planOf(
  SOUND.replace(
    /^promises:\n/m,
    `promises:
  pump:
    title: 泵体质保
    text: 清水泵保两年，污水泵保一年。
    source: [L-9]
    cover: {per: asset, starts: asset.accepted, term: {by: kind, clean: 24mo, waste: 12mo}}
  seal:
    title: 换过轴封
    text: 换过轴封的次日回访。
    source: [L-8]
    deadline: {starts: 'part.replaced where part == "轴封"', kept-by: callback.made, within: 1d, calendar: always}
  leak:
    title: 渗漏回访
    text: 渗漏没修好的当日回访。
    source: [L-7]
    deadline: {starts: 'work.failed where problem == "leak"', kept-by: callback.made, within: 8h, calendar: always}
`,
  ).replace(/^dimensions:\n/m, 'dimensions:\n  kind: {values: [clean, waste], set-by: asset}\n'),
)
const ids = (words: ReturnType<typeof planWords>, field: string) => (words[field] ?? []).map(({ id }) => id)

test('a plan knows the parts, problems and kinds that its own clauses turn on, and the reasons and covers that it declares', () => {
  assert.deepEqual(ids(planWords(PLAN, 'part.replaced'), 'part'), ['轴封'])
  assert.deepEqual(ids(planWords(PLAN, 'part.requested'), 'part'), [])
  assert.deepEqual(ids(planWords(PLAN, 'work.failed'), 'problem'), ['leak'])
  assert.deepEqual(ids(planWords(PLAN, 'asset.accepted'), 'kind'), ['clean', 'waste'])
  assert.deepEqual(ids(planWords(PLAN, 'cover.ended'), 'cover'), ['pump'])
  assert.deepEqual(ids(planWords(PLAN, 'visit.declined'), 'reason'), ['customer-deferred', 'flood'])
})

test('what a plan declares is called what the plan calls it', () => {
  assert.equal(wordName(PLAN, { field: 'reason', id: 'flood' }, 'zh-CN'), '汛期封路')
  assert.equal(wordName(PLAN, { field: 'cover', id: 'pump' }, 'en'), '泵体质保')
  assert.equal(wordName(PLAN, { field: 'part', id: '轴封' }, 'zh-CN'), '轴封')
})

test('a word is one line of some length, in any language', () => {
  for (const good of ['主板', 'YK-3000', 'a', '压缩机 不启动']) assert.ok(isWord(good), good)
  for (const bad of ['', ' ', '主\t板', '长'.repeat(61), 7, null, undefined]) assert.ok(!isWord(bad), String(bad))
})

test('a word that was taken over stays what it is when it is told again, and blanks or full width make no other of it', () => {
  const typed = fc
    .string({ unit: fc.constantFrom(...'主板压缩机YKyk3000-　 '), minLength: 1, maxLength: 30 })
    .filter((text) => text.trim() !== '')
  fc.assert(
    fc.property(typed, (text) => {
      const first = knownWord(text)
      const words = [{ id: first, names: [] }]
      assert.equal(knownWord(first, words), first)
      assert.equal(knownWord(text, words), first)
      assert.equal(knownWord(` ${text.toUpperCase()}　`, words), first)
    }),
    RUNS,
  )
})

test('of two who know a word the first says what it is', () => {
  const known = together(
    { part: [{ id: 'compressor', names: ['压缩机'] }] },
    { part: [{ id: '压缩机', names: [] }], model: [{ id: 'X2', names: [] }] },
  )
  assert.equal(knownWord('压缩机', known.part), 'compressor')
  assert.equal(knownWord('x2', known.model), 'X2')
})
