import assert from 'node:assert/strict'
import { env } from 'node:process'
import { test } from 'node:test'
import fc from 'fast-check'
import { bundled } from '../plan/plans.testing.ts'
import { layBeside } from './beside.ts'
import type { Ruling } from './beside.ts'
import { figureKey, figuresIn, numberIn, withoutFigures } from './figures.ts'
import { proposeMatches } from './match.ts'
import { isPromise, partsOf } from './parts.ts'
import type { Part } from './parts.ts'
import type { Passage } from './passage.ts'

const RUNS = { numRuns: 60 * Number(env.NUOXING_PROVE ?? 1) }

/** `48` as people say it: 四十八. */
function inHan(value: number): string {
  const digits = '零一二三四五六七八九'
  const [tens, ones] = [Math.floor(value / 10), value % 10]
  const before = tens === 0 ? '' : `${tens === 1 ? '' : digits[tens]}十`
  return before + (ones === 0 && tens > 0 ? '' : digits[ones])
}

const SPANS = [
  ['分钟', 'minutes', 1],
  ['小时', 'minutes', 60],
  ['天', 'minutes', 1440],
  ['个工作日', 'workdays', 1],
  ['个月', 'months', 1],
  ['年', 'months', 12],
] as const
const span = fc.constantFrom(...SPANS)
const number = fc.integer({ min: 2, max: 99 })

test('a number is the same in both ways of writing it', () => {
  fc.assert(
    fc.property(number, (value) => assert.equal(numberIn(inHan(value)), value)),
    RUNS,
  )
})

test('a span is found wherever it stands, and says the same in both ways of writing its number', () => {
  fc.assert(
    fc.property(number, span, fc.constantFrom('报修后', '须在', '不超过'), (value, [unit, kind, factor], before) => {
      for (const written of [String(value), `${value} `, inHan(value)]) {
        const text = `${before}${written}${unit}内办结。`
        const [found, ...others] = figuresIn(text)
        assert.deepEqual([found && figureKey(found), others.length], [`${kind} ${value * factor}`, 0], text)
        assert.equal(text.slice(found!.from, found!.to), written + unit)
      }
    }),
    RUNS,
  )
})

test('figures lie in their text one after the other, and none is left when they are taken out', () => {
  const piece = fc.oneof(
    fc.tuple(number, span).map(([value, [unit]]) => `${value} ${unit}`),
    fc.constantFrom('答复，', '到场；', '7×24 小时', '98%', '第三条', '2026 年 3 月 1 日', '每季度', '、', 'HT-2025-031'),
    fc.string({ maxLength: 6 }),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const text = pieces.join('，')
      let last = 0
      for (const { from, to } of figuresIn(text)) {
        assert.ok(from >= 0 && from < to && to <= text.length && to >= last, text)
        last = to
      }
      assert.ok(withoutFigures(text).length <= text.length)
    }),
    RUNS,
  )
})

const PLAN = partsOf(bundled('shebei-2nian'), 'zh-CN')
const clause = fc.constantFrom(...PLAN.flatMap(({ text }) => (text === undefined ? [] : [text])))
const courtesy = fc.constantFrom('双方签章后生效。', '服务人员态度诚恳。', '一、总则', '发票在 15 天内开出。', 'Thank you.', '、')
const document = fc
  .array(
    fc.tuple(
      fc.constantFrom('heading', 'paragraph', 'item', 'row'),
      fc.oneof(clause, courtesy, fc.string({ minLength: 1, maxLength: 20 })),
    ),
    {
      minLength: 1,
      maxLength: 12,
    },
  )
  .map((list) => list.map(([kind, text], at): Passage => ({ at, kind, level: 1, text })))
const ruling = fc.record({
  passage: fc.integer({ min: 0, max: 11 }),
  parts: fc.subarray(['promises.reply', 'promises.arrive', 'charges.1', 'promises.gone']),
})

const lay = (passages: readonly Passage[], rulings: readonly Ruling[] = [], parts: readonly Part[] = PLAN) =>
  layBeside({ passages, parts, proposed: proposeMatches(passages, parts), rulings })

test('a clause that stands word for word in the document is found by its own promise', () => {
  const alone: readonly Passage['kind'][] = ['paragraph', 'item']
  fc.assert(
    fc.property(fc.constantFrom(...PLAN), fc.constantFrom(...alone), ({ key, text }, kind) => {
      const [found] = proposeMatches([{ at: 0, kind, level: 1, text: text! }], PLAN)
      assert.ok(found?.parts.includes(key), `${key}: ${found?.parts.join(' ')}`)
    }),
    RUNS,
  )
})

test('every passage is in one state, only known parts are proposed, and a part stands at exactly the passages that carry it', () => {
  const known = new Set(PLAN.map(({ key }) => key))
  fc.assert(
    fc.property(document, fc.array(ruling, { maxLength: 5 }), (passages, rulings) => {
      const { passages: read, places } = lay(passages, rulings)
      assert.equal(read.length, passages.length)
      for (const { at, parts, state } of read) {
        assert.equal(parts.length > 0, state === 'carried')
        for (const key of parts) assert.ok(known.has(key) && places.get(key)?.includes(at), key)
      }
      for (const [key, at] of places) for (const one of at) assert.ok(read[one]!.parts.includes(key))
    }),
    RUNS,
  )
})

test('the counts are those of the passages and promises that they count', () => {
  fc.assert(
    fc.property(document, fc.array(ruling, { maxLength: 5 }), (passages, rulings) => {
      const { passages: read, places, counts } = lay(passages, rulings)
      const of = (state: string) => read.filter((one) => one.state === state).length
      assert.deepEqual([counts.carried, counts.missed], [of('carried'), of('missed')])
      assert.equal(counts.unseen, PLAN.filter((part) => isPromise(part) && !places.has(part.key)).length)
      assert.ok(counts.carried + counts.missed + of('none') <= counts.passages && counts.passages <= passages.length)
    }),
    RUNS,
  )
})

test('an order of the plan’s parts changes nothing of what is found', () => {
  fc.assert(
    fc.property(document, (passages) => {
      const [one, other] = [lay(passages), lay(passages, [], PLAN.toReversed())]
      assert.deepEqual(
        one.passages.map(({ parts }) => parts.toSorted()),
        other.passages.map(({ parts }) => parts.toSorted()),
      )
    }),
    RUNS,
  )
})

test('a ruling of one passage changes no other', () => {
  fc.assert(
    fc.property(document, (passages) => {
      const before = lay(passages).passages.slice(1)
      const after = lay(passages, [{ passage: 0, parts: ['promises.reply'] }]).passages.slice(1)
      assert.deepEqual(after, before)
    }),
    RUNS,
  )
})
