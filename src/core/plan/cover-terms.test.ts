import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Told } from '../promise/cover/given.testing.ts'
import { boundFrom, story } from '../promise/from-yaml.testing.ts'
import { coversAt } from '../promise/cover/at.ts'
import { sayCover } from '../promise/cover/say.ts'
import { at, clockOf } from '../promise/given.testing.ts'
import { withClause } from './form-keys.testing.ts'
import { planOf } from './given.testing.ts'
import { openPlaces } from './open-places.ts'
import { mergeTerms } from './terms.ts'
import type { Term } from './types.ts'

const HOURS: Term = { key: 'dimensions.hours', value: '5x8', source: '合同第一条' }
const agreed = (value: unknown, key = 'promises.extra.term'): Term => ({ key, value, source: '附件二第 3 条' })
const OPEN = withClause('cover', 'starts: asset.accepted\nterm: unstated')
const BY_GRADE = withClause('cover', 'starts: asset.accepted\nterm: {by: grade, major: 24mo, general: unstated}')
const STATED = withClause('cover', 'starts: asset.accepted\nterm: 24mo')
const ACCEPTED: Told = ['03-02 10:00', 'asset.accepted']

function refusals(yaml: string, ...terms: readonly Term[]): string[] {
  const merged = mergeTerms(planOf(yaml), terms)
  return merged.ok ? [] : merged.findings.map(({ code }) => code)
}

test('how long a cover lasts is asked of the contract where the plan leaves it open, row by row', () => {
  const keys = (yaml: string) =>
    openPlaces(planOf(yaml))
      .filter(({ field }) => field === 'term')
      .map(({ key }) => key)
  assert.deepEqual(keys(OPEN), ['promises.extra.term'])
  assert.deepEqual(keys(BY_GRADE), ['promises.extra.term.general'])
  assert.deepEqual(keys(STATED), [])
})

test('a contract states it as months, for life or as the maker’s own; what the plan states it leaves alone', () => {
  for (const value of ['36mo', '2y', 'lifetime', 'maker']) assert.deepEqual(refusals(OPEN, agreed(value)), [], value)
  for (const value of ['three years', '-1mo', 36, '', null])
    assert.deepEqual(refusals(OPEN, agreed(value)), ['term-bad-value'], String(value))
  assert.deepEqual(refusals(STATED, agreed('36mo')), ['term-not-open'])
  assert.deepEqual(refusals(OPEN, agreed('36mo', 'promises.extra.term.major')), ['term-unknown'])
  assert.deepEqual(refusals(BY_GRADE, agreed('36mo', 'promises.extra.term.general')), [])
  assert.deepEqual(refusals(BY_GRADE, agreed('36mo', 'promises.extra.term.major')), ['term-not-open'])
  assert.deepEqual(refusals(OPEN, agreed('36mo', 'promises.extra.within')), ['term-unknown'])
})

function coverOf(yaml: string, ...terms: readonly Term[]) {
  const bound = boundFrom(yaml, [HOURS, ...terms])
  const { record } = story(bound, [ACCEPTED], { subject: 'asset/A1', at: '12-31 12:00' })
  const [cover] = coversAt(bound, record, at('12-31 12:00'))
  assert.ok(cover)
  return { cover, said: sayCover(cover, { plan: bound.plan, zone: bound.calendars.always!.zone }, 'zh-CN').join('\n') }
}

test('a row of a table of terms may be the longer of several', () => {
  const rows = withClause('cover', 'starts: asset.accepted\nterm: {by: hours, 5x8: {longer-of: [12mo, maker]}, 7x24: 36mo}')
  const { cover } = coverOf(rows)
  assert.equal(clockOf(cover.end), '2027-03-03 00:00')
})

test('before it is agreed a cover runs without an end that could be named; agreed, it ends on its day and says where that stands', () => {
  const open = coverOf(OPEN)
  assert.deepEqual([open.cover.state, open.cover.end, open.cover.endless], ['in-force', undefined, 'unstated'])
  const filled = coverOf(OPEN, agreed('36mo'))
  assert.equal(clockOf(filled.cover.end), '2029-03-03 00:00')
  assert.match(filled.said, /附件二第 3 条/)
  assert.equal(coverOf(OPEN, agreed('lifetime')).cover.endless, 'lifetime')
})
