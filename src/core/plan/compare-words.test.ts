import assert from 'node:assert/strict'
import { test } from 'node:test'
import { COMPARED, comparePlans } from './compare.ts'
import { sayChannels, sayCompared, sayPrice, sayPriced, sayReads } from './compare-words.ts'
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

test('of every two bundled plans the difference is said in words, in every language', () => {
  const plans = PLAN_FILES.map((file) => bundled(file.replace('.yaml', '')))
  const raw = /\b(ticket|visit|contract|asset)\.[a-z]|\b\d+(min|wd|mo)\b|==|[{}]|undefined/
  let said = 0
  for (const [at, a] of plans.entries()) {
    const b = plans[(at + 7) % plans.length]!
    for (const one of comparePlans(a, b))
      for (const locale of LOCALES) {
        const told: (string | undefined)[] = []
        if (one.kind === 'reads') {
          const sides = [
            { plan: a, clause: a.promises[one.promise]! },
            { plan: b, clause: b.promises[one.other]! },
          ] as const
          told.push(sayReads(sides[0], sides[1], locale), sayReads(sides[1], sides[0], locale))
          assert.ok(
            told.some((side) => side !== undefined),
            `${a.id} ${one.promise} | ${b.id} ${one.other}`,
          )
        } else if (one.kind === 'price')
          told.push(sayPriced(a, one, locale), sayPrice(one.a, one, { plan: a, locale }), sayPrice(one.b, one, { plan: b, locale }))
        else if (one.kind === 'line') told.push(sayChannels(a, one.a, locale), sayChannels(b, one.b, locale))
        for (const text of told) if (text !== undefined) assert.doesNotMatch(text, raw, `${a.id} ${b.id} ${locale}`)
        said += told.length
      }
  }
  assert.ok(said > 500)
})
