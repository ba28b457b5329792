import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bundledText } from '../plan/plans.testing.ts'
import type { Term } from '../plan/types.ts'
import { termsBehind } from './agreed-terms.ts'
import type { Told } from './cover/given.testing.ts'
import { boundFrom, story } from './from-yaml.testing.ts'
import { clockOf } from './given.testing.ts'
import type { BoundPlan, Obligation } from './types.ts'

const term = (key: string, value: string): Term => ({ key, value, source: `出处 ${key}` })
const ELSEWHERE = term('promises.arrive.within.severe.elsewhere', '8h')
const TERMS = [
  ELSEWHERE,
  term('promises.arrive.within.general.else', '2d'),
  term('promises.repair.within', '12h'),
  term('calendars.desk', '24x7'),
  term('dimensions.hours', '7x24'),
]
const bound = { hash: 'h1', terms: TERMS } as unknown as BoundPlan

function counted(more: { grade?: string; zone?: string; hours?: number; promise?: string; calendar?: string; planHash?: string }) {
  const { grade = 'severe', zone = 'elsewhere', hours = 8, promise = 'arrive', calendar = 'always', planHash = 'h1' } = more
  const why = {
    planHash,
    dimensions: { grade: { value: grade, by: 'staff' }, zone: { value: zone, by: 'site' } },
    within: { travel: false, duration: { value: hours, unit: 'h' }, travelMs: undefined },
    target: undefined,
    calendar: { id: calendar },
  }
  return { promise, why } as unknown as Pick<Obligation, 'promise' | 'why'>
}
const keys = (more: Parameters<typeof counted>[0]) => termsBehind(bound, counted(more)).map(({ key }) => key)

test('the term that filled the row of grade and zone stands behind the clock', () => {
  assert.deepEqual(keys({}), [ELSEWHERE.key])
})

test('a row that the plan itself states has no term behind it, nor has another promise', () => {
  assert.deepEqual(keys({ zone: 'chongqing', hours: 4 }), [])
  assert.deepEqual(keys({ promise: 'reply' }), [])
})

test('a term that is not what was counted by does not stand behind it', () => {
  assert.deepEqual(keys({ hours: 4 }), [])
})

test('agreed hours stand behind every clock that counts by them', () => {
  assert.deepEqual(keys({ promise: 'reply', calendar: 'desk' }), ['calendars.desk'])
})

test('of an amended contract the terms of the edition count under which the obligation opened', () => {
  const later = { ...bound, hash: 'h2', terms: [term(ELSEWHERE.key, '6h')] } as BoundPlan
  const amended = { ...later, editions: [{ bound }, { bound: later, amendedBy: 'f9' }] } as unknown as BoundPlan
  assert.deepEqual(
    termsBehind(amended, counted({})).map(({ value }) => value),
    ['8h'],
  )
  assert.deepEqual(
    termsBehind(amended, counted({ planHash: 'h2', hours: 6 })).map(({ value }) => value),
    ['6h'],
  )
})

test('a number of the tender goes before what the plan leaves open, and stands behind the clock with where it was said (S000-174)', () => {
  const answered = (terms: readonly Term[]) => {
    const zhineng = boundFrom(bundledText('zhineng.yaml'), terms)
    const asked: Told = ['10:00', 'ticket.reported', { type: 'consultation', channel: 'phone' }]
    const [one] = story(zhineng, [asked], { subject: 'ticket/T1', at: '12:00' }).obligations.filter(({ promise }) => promise === 'answer')
    return [one?.state, clockOf(one?.dueAt), one && termsBehind(zhineng, one).map(({ source }) => source)]
  }
  assert.deepEqual(answered([]), ['open', undefined, []])
  const tender: Term = { key: 'promises.answer.within', value: '1h', source: '招标文件第 5.2 条' }
  assert.deepEqual(answered([tender]), ['broken', '11:00', ['招标文件第 5.2 条']])
})
