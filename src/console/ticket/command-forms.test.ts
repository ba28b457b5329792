import assert from 'node:assert/strict'
import { test } from 'node:test'
import { TICKET_COMMANDS } from '../../wire/ticket-commands.ts'
import type { TicketCommand } from '../../wire/ticket-commands.ts'
import { COMMAND_FORMS, COMMAND_GROUPS, bodyOf, takesFiles, unanswered } from './command-forms.ts'
import type { Answers, Asked } from './command-forms.ts'

const commands = Object.keys(TICKET_COMMANDS) as TicketCommand[]

test('every command that the API has stands in the side panel once, with a form', () => {
  assert.deepEqual(COMMAND_GROUPS.flatMap((group) => group.commands).toSorted(), commands.toSorted())
  assert.deepEqual(Object.keys(COMMAND_FORMS).toSorted(), commands.toSorted())
})

test('a form asks for files where the API takes them', () => {
  for (const command of commands) assert.equal(takesFiles(command), 'files' in TICKET_COMMANDS[command].shape, command)
})

test('no two commands share a key', () => {
  const keys = Object.values(COMMAND_FORMS).flatMap((form) => (form.key ? [form.key] : []))
  assert.equal(new Set(keys).size, keys.length)
})

const sample = ({ kind }: Asked): Answers[string] =>
  ({ clock: 'arrive#2', hours: '1.5', 'yes-no': false, instant: 1_790_000_000_000, channel: 'phone', 'grade-by': 'staff', cause: 'wear' })[
    kind as string
  ] ?? 'abc'

for (const command of commands) {
  test(`what the form of ${command} sends is what the API takes`, () => {
    const form = COMMAND_FORMS[command] ?? assert.fail()
    const full: Answers = Object.fromEntries(form.asks.map((ask) => [ask.id, sample(ask)]))
    const least: Answers = Object.fromEntries(form.asks.filter((ask) => ask.required).map((ask) => [ask.id, sample(ask)]))
    for (const answers of [full, least]) {
      assert.deepEqual(unanswered(form, answers), [])
      const parsed = TICKET_COMMANDS[command].safeParse({ ...bodyOf(form, answers), ...(form.checksVersion ? { expectedVersion: 3 } : {}) })
      assert.ok(parsed.success, parsed.success ? '' : parsed.error.message)
    }
  })
}

test('a clock parts into promise and episode, hours become milliseconds, empty answers are left out', () => {
  assert.deepEqual(bodyOf(COMMAND_FORMS.waive ?? assert.fail(), { clock: 'arrive#2', reason: ' 改约 ', evidence: '单据' }), {
    promise: 'arrive',
    episode: 2,
    reason: '改约',
    evidence: '单据',
  })
  assert.deepEqual(bodyOf(COMMAND_FORMS['need-visit'] ?? assert.fail(), { travelMs: '1.5', note: '', special: undefined }), {
    travelMs: 5_400_000,
  })
})

test('what must be answered is named before anything is sent', () => {
  assert.deepEqual(unanswered(COMMAND_FORMS.refuse ?? assert.fail(), { reason: '  ' }), ['reason'])
  assert.deepEqual(unanswered(COMMAND_FORMS.judge ?? assert.fail(), {}), ['cause'])
})
