import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { SearchHit } from '../../wire/desk.ts'
import { entryOf, matches } from './palette-entries.ts'

test('a page is found by a part of its name or by the beginning of its pinyin initials', () => {
  const board = { title: '承诺看板', initials: 'cnkb' }
  for (const typed of ['看板', 'cn', 'CNKB', ' ', '']) assert.ok(matches(board, typed), typed)
  for (const typed of ['kb', '工单']) assert.ok(!matches(board, typed), typed)
})

test('every kind of record leads to a page that exists', () => {
  const kinds: readonly SearchHit['kind'][] = ['ticket', 'customer', 'site', 'asset', 'contract', 'person']
  const places = kinds.map((kind) => entryOf({ kind, id: 'x1', title: '某某', detail: '' })).map(({ to, search }) => [to, search])
  assert.deepEqual(places, [
    ['/tickets/x1', undefined],
    ['/customers/x1', undefined],
    ['/tickets', { view: 'all', site: 'x1' }],
    ['/devices/x1', undefined],
    ['/board/x1', undefined],
    ['/people', { q: '某某' }],
  ])
})
