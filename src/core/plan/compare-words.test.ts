import assert from 'node:assert/strict'
import { test } from 'node:test'
import { COMPARED, comparePlans } from './compare.ts'
import { sayCompared, sayDifference } from './compare-words.ts'
import { PLAN_FILES, bundled } from './plans.testing.ts'
import { deadlinesOf } from './types.ts'
import { LOCALES } from '../words.ts'

test('every compared field of every bundled clause is said in words, in every language: no event, unit or id of the file shows through', () => {
  for (const id of ['keyou', 'zhineng', 'shebei-2nian', 'baojing', 'biguolu', 'ruiyan']) {
    const plan = bundled(id)
    for (const clause of Object.values(deadlinesOf(plan)))
      for (const field of COMPARED)
        for (const locale of LOCALES) {
          const said = sayCompared(plan, clause, { field, locale })
          if (field === 'text' || said === undefined) continue
          assert.doesNotMatch(said, /\b(ticket|visit|remote)\.[a-z]|\b\d+(min|wd|mo)\b|==|[{}]/, `${id} ${clause.id} ${field} ${locale}`)
        }
  }
})

test('a limit says its rows by their names; a field that the clause leaves out is left out', () => {
  const keyou = bundled('keyou')
  const { arrive, reply } = keyou.promises
  assert.ok(arrive?.form === 'deadline' && reply?.form === 'deadline')
  const zh = { locale: 'zh-CN' } as const
  assert.match(
    sayCompared(keyou, arrive, { ...zh, field: 'within' }) ?? '',
    /严重故障 重庆 4 小时、严重故障 重庆以外 没有给出数字.*、一般故障 24 小时/,
  )
  assert.equal(sayCompared(keyou, reply, { ...zh, field: 'per' }), '工单')
  assert.equal(sayCompared(keyou, reply, { ...zh, field: 'unless' }), undefined)
})

test('of every two bundled plans the difference is said in words, in every language, and its two sides read otherwise', () => {
  const plans = PLAN_FILES.map((file) => bundled(file.replace('.yaml', '')))
  const raw = /\b(ticket|visit|contract|asset|stock)\.[a-z]|\b\d+(min|wd|mo)\b|==|[{}]|undefined|写法不同|寫法不同|spelled otherwise/
  const kinds = new Set<string>()
  let said = 0
  for (const [at, a] of plans.entries()) {
    const pair = { plans: { a, b: plans[(at + 7) % plans.length]! }, names: { a: '甲', b: '乙' } }
    for (const one of comparePlans(pair.plans.a, pair.plans.b)) {
      kinds.add(one.kind)
      for (const locale of LOCALES) {
        assert.doesNotMatch(sayDifference(one, pair, locale), raw, `${a.id} ${one.kind} ${locale}`)
        said += 1
      }
      const [, left, right] = /甲：(.*)；乙：(.*)$/s.exec(sayDifference(one, pair, 'zh-CN')) ?? []
      assert.ok(left === undefined || left !== right, `${a.id} ${JSON.stringify(one)}`)
    }
  }
  assert.deepEqual(
    ['only', 'price', 'charge-text', 'line', 'section'].filter((kind) => !kinds.has(kind)),
    [],
  )
  assert.ok(said > 5000)
})
