import assert from 'node:assert/strict'
import { test } from 'node:test'
import { figureKey, figuresIn } from './figures.ts'
import { proposeMatches } from './match.ts'
import { simpleHan } from './simple-han.ts'

test('a text in full characters is read as its plain brother, each character in its place', () => {
  assert.equal(simpleHan('報修後兩小時內到達現場，質保期三個月。'), '报修后两小时内到达现场，质保期三个月。')
  assert.equal(simpleHan('保持不變的簡體与 ABC'), '保持不变的简体与 ABC')
})

test('figures are read in both ways of writing', () => {
  assert.deepEqual(figuresIn('兩小時內答覆，每個月回訪，保固三個月，七個工作日').map(figureKey), [
    'minutes 120',
    'months 1',
    'months 3',
    'workdays 7',
  ])
})

test('a document in full characters finds the promises of a plan in plain ones', () => {
  const part = {
    key: 'promises.arrive',
    kind: 'deadline',
    title: '到场',
    text: '工程师二十四小时以内抵达现场。',
    lines: [],
    source: [],
  } as const
  const [found] = proposeMatches([{ at: 0, kind: 'paragraph', level: 1, text: '工程師 24 小時以內抵達現場。' }], [part])
  assert.deepEqual(found?.parts, ['promises.arrive'])
})
