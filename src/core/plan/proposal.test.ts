import assert from 'node:assert/strict'
import { test } from 'node:test'
import { change, findingsOf } from './given.testing.ts'
import { proposalOf } from './proposal.ts'

/** What is proposed for the one slip that was made. */
function proposed(from: string, to: string): readonly unknown[] {
  return findingsOf(change(from, to)).flatMap((finding) => proposalOf(finding) ?? [])
}

test('a name that is spelt otherwise is proposed as it was probably meant', () => {
  assert.deepEqual(proposed('kept-by: ticket.replied', 'kept-by: ticket.repplied'), [
    { find: 'ticket.repplied', replace: 'ticket.replied' },
  ])
  assert.deepEqual(proposed('starts: onsite.done', 'starts: onsit.done'), [{ find: 'onsit', replace: 'onsite' }])
  assert.deepEqual(proposed('later:\n', 'latter:\n'), [{ find: 'latter', replace: 'later' }])
})

test('a chain that hangs on kept is proposed to hang on done', () => {
  const finding = { code: 'lint-chain-kept', params: { promise: 'repair', on: 'arrive' } }
  assert.deepEqual(proposalOf(finding), { find: 'arrive.kept', replace: 'arrive.done' })
})

test('where there is no one plain answer nothing is proposed', () => {
  assert.deepEqual(proposed('within: 30min', 'within: soon'), [])
  assert.equal(proposalOf({ code: 'lint-unstated', params: { text: '及时', place: 'promises.reply.within' } }), undefined)
})
