import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PlanDraft } from '../../../wire/plans.ts'
import { DraftKeeper } from './draft-keeper.ts'
import type { Kept, KeeperParts } from './draft-keeper.ts'
import { readLocal } from './local-copy.ts'

const draft = (yaml: string, version = 1): PlanDraft => ({
  id: 'd1',
  version,
  title: '',
  yaml,
  by: { id: 'gu', name: '顾' },
  changedAt: version * 1000,
})

/** A server that answers as it is told, one answer a try, and notes what it was sent. */
function scene(stored: PlanDraft, answers: readonly Kept[], before: Readonly<Record<string, string>> = {}) {
  const kept = new Map(Object.entries(before))
  const store = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  }
  const sent: unknown[] = []
  const left = [...answers]
  const send: KeeperParts['send'] = (_, what) => {
    sent.push(what)
    return Promise.resolve(left.shift() ?? assert.fail('sent once more'))
  }
  const keeper = new DraftKeeper(stored, { store, send })
  return { keeper, sent, local: () => readLocal(store, 'd1') }
}

test('what is written is in this browser at once, and leaves it when the server has it', async () => {
  const { keeper, sent, local } = scene(draft('a'), [{ state: 'kept', draft: draft('b', 2) }])
  keeper.write('b')
  assert.deepEqual([keeper.shown().state, local()], ['keeping', { text: 'b', version: 1 }])
  await keeper.keep()
  assert.deepEqual([keeper.shown().state, keeper.shown().keptAt, local()], ['kept', 2000, undefined])
  assert.deepEqual(sent, [{ version: 1, text: 'b' }])
  await keeper.keep()
  assert.equal(sent.length, 1, 'what the server has is not sent again')
})

test('without a line the text stays in this browser, and is sent with the next try', async () => {
  const { keeper, sent, local } = scene(draft('a'), [{ state: 'unsent' }, { state: 'kept', draft: draft('bc', 2) }])
  keeper.write('b')
  await keeper.keep()
  assert.equal(keeper.shown().state, 'unsent')
  keeper.write('bc')
  assert.deepEqual([keeper.shown().state, local()?.text], ['unsent', 'bc'])
  await keeper.keep()
  assert.deepEqual([keeper.shown().state, sent.length], ['kept', 2])
  keeper.done()
})

test('when somebody else was faster nothing is sent until it was chosen whose text goes on', async () => {
  const theirs = draft('theirs', 5)
  const { keeper, sent, local } = scene(draft('a'), [
    { state: 'parted', theirs },
    { state: 'kept', draft: draft('mine', 6) },
  ])
  keeper.write('mine')
  await keeper.keep()
  assert.deepEqual([keeper.shown().state, keeper.shown().theirs, keeper.shown().text], ['parted', theirs, 'mine'])
  await keeper.keep()
  assert.equal(sent.length, 1)
  keeper.settle('mine')
  await Promise.resolve()
  assert.deepEqual(sent[1], { version: 5, text: 'mine' })
  await Promise.resolve()
  assert.deepEqual([keeper.shown().state, local()], ['kept', undefined])
})

test('whoever takes the other text has it, and nothing is left of the own one here', async () => {
  const { keeper, local } = scene(draft('a'), [{ state: 'parted', theirs: draft('theirs', 5) }])
  keeper.write('mine')
  await keeper.keep()
  keeper.settle('theirs')
  assert.deepEqual([keeper.shown().text, keeper.shown().state, local()], ['theirs', 'kept', undefined])
})

test('a page that is opened again goes on with what this browser still had', () => {
  const had = { 'plan-draft:d1': JSON.stringify({ text: 'had', version: 1 }) }
  assert.deepEqual(scene(draft('a'), [], had).keeper.shown().text, 'had')
  const parted = scene(draft('newer', 3), [], had).keeper.shown()
  assert.deepEqual([parted.state, parted.text, parted.theirs?.yaml], ['parted', 'had', 'newer'])
})

test('what is typed while a text is on its way is not told as kept', async () => {
  const { keeper } = scene(draft('a'), [{ state: 'kept', draft: draft('b', 2) }])
  keeper.write('b')
  const sending = keeper.keep()
  keeper.write('bc')
  await sending
  assert.equal(keeper.shown().state, 'keeping')
  keeper.done()
})
