import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { SearchHit } from '../../wire/desk.ts'
import { entryOf, groupEntries, matches, partsOf } from './palette-entries.ts'

test('a page is found by a part of its name or by the beginning of its pinyin initials', () => {
  const board = { title: '承诺看板', initials: 'cnkb' }
  for (const typed of ['看板', 'cn', 'CNKB', ' ', '']) assert.ok(matches(board, typed), typed)
  for (const typed of ['kb', '工单']) assert.ok(!matches(board, typed), typed)
})

test('every kind of record leads to a page that exists', () => {
  const kinds: readonly SearchHit['kind'][] = ['ticket', 'customer', 'site', 'asset', 'contract', 'plan', 'document', 'person']
  const places = kinds.map((kind) => entryOf({ kind, id: 'x1', title: '某某', detail: '' })).map(({ to, search }) => [to, search])
  assert.deepEqual(places, [
    ['/tickets/x1', undefined],
    ['/customers/x1', undefined],
    ['/tickets', { view: 'all', site: 'x1' }],
    ['/devices/x1', undefined],
    ['/board/x1', undefined],
    ['/plans/x1', undefined],
    ['/board/x1', undefined],
    ['/people', { q: '某某' }],
  ])
})

test('of a title those parts are marked that were typed, each word wherever it stands', () => {
  const marked = (title: string, typed: string) =>
    partsOf(title, typed)
      .map(({ text, hit }) => (hit ? `[${text}]` : text))
      .join('')
  assert.equal(marked('GD-2026-000012 3 号冷水机组停机', '停机 冷水'), 'GD-2026-000012 3 号[冷水]机组[停机]')
  assert.equal(marked('LSB-90 冷水机组', 'lsb'), '[LSB]-90 冷水机组')
  assert.equal(marked('停机停机', '停机'), '[停机停机]')
  assert.equal(marked('冷水机组停机', 'lsjz'), '冷水机组停机')
  assert.equal(marked('冷水机组', ' '), '冷水机组')
})

test('what was found stands under its kinds, and is counted through in that order', () => {
  const found = (['page', 'ticket', 'page', 'asset'] as const).map((kind, at) => ({ key: `${at}`, kind, title: '', to: '' }))
  const groups = groupEntries(found).map(({ kind, entries }) => [kind, ...entries.map(({ entry, at }) => `${at}:${entry.key}`)])
  assert.deepEqual(groups, [
    ['page', '0:0', '1:2'],
    ['ticket', '2:1'],
    ['asset', '3:3'],
  ])
})
