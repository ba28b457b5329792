import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { planJsonSchema } from '../../../core/plan/json-schema.ts'
import { KEYS_EN } from '../../../core/plan/words/keys/en.ts'
import { factWords } from '../../../core/promise/event-words.ts'
import { explainAt, explainKey, offersAt } from './suggest.ts'
import { tokensOf } from './yaml-place.ts'

const FOLDER = join(import.meta.dirname, '../../../../plans')
const PLANS = globSync('*.yaml', { cwd: FOLDER }).map((file) => ({ file, text: readFileSync(join(FOLDER, file), 'utf8') }))
const KNOWS = { schema: planJsonSchema(), factName: (type: Parameters<typeof factWords>[0]) => factWords(type, 'zh-CN') }

/** `|` stands for the caret. */
function offers(text: string): readonly string[] {
  const offset = text.indexOf('|')
  return offersAt(text.replace('|', ''), offset, KNOWS).offers.map(({ label }) => label)
}

const HEAD = `calendars:
  always: {hours: 24x7}
  office: {weekly: {mon-fri: ["09:00-17:30"]}}
grades: [{id: major, name: 重大故障}, {id: general, name: 一般故障}]
reasons:
  customer-deferred: {name: 客户改期}
promises:
  reply:
    title: 答复
    deadline: {starts: ticket.reported, kept-by: ticket.replied, within: 30min, calendar: always}
  equipment:
    title: 设备质保
    cover: {starts: asset.accepted, term: 24mo}
  repair:
    deadline:
`

test('keys are those of the form that is being written, without what stands there already', () => {
  const keys = offers(`${HEAD}      starts: reply.done\n      |`)
  for (const key of ['kept-by', 'within', 'pauses', 'on-broken']) assert.ok(keys.includes(key), key)
  assert.ok(!keys.includes('starts'))
  assert.ok(!keys.includes('deadline'))
  assert.ok(offers('plan: a\n|').includes('promises'))
})

test('an event is offered as a promise of this very plan, or as a fact', () => {
  const events = offers(`${HEAD}      starts: |`)
  for (const event of ['reply.done', 'reply at 80%', 'equipment.ended', 'ticket.reported', 'visit.arrived']) assert.ok(events.includes(event), event)
  assert.ok(!events.includes('equipment.done'), 'a cover is not done')
})

test('calendars, reasons and rows are those that the plan has declared', () => {
  assert.deepEqual(offers(`${HEAD}      calendar: |`).slice(0, 2), ['always', 'office'])
  assert.deepEqual(offers(`${HEAD}      pauses: [|]`), ['customer-deferred'])
  assert.deepEqual(offers(`${HEAD}      within: {by: grade, |}`).slice(0, 2), ['major', 'general'])
  assert.deepEqual(offers(`${HEAD}      within: {by: grade, major: 4h, |}`).slice(0, 1), ['general'])
  assert.ok(offers(`${HEAD}      within: {by: |}`).includes('grade'))
})

test('a number is offered its units, and words of the language are offered where they may stand', () => {
  assert.deepEqual(offers(`${HEAD}      within: 30|`).slice(0, 7), ['30min', '30h', '30d', '30wd', '30w', '30mo', '30y'])
  assert.ok(offers(`${HEAD}      within: |`).includes('unstated'))
  assert.ok(offers(`${HEAD}      within: {by: grade, major: |}`).includes('4h'))
  assert.deepEqual(offers(`${HEAD}      regrade: |`), ['retroactive', 'restart', 'keep'])
})

test('every key of every bundled plan is one that is offered at its place, unless its writer chose it', () => {
  for (const { file, text } of PLANS)
    for (const { path, kind } of tokensOf(text)) {
      if (kind !== 'key') continue
      const chosen = path.length === 2 || (path.length === 4 && path[0] === 'calendars')
      const isRow = explainKey(KNOWS.schema, [...path.slice(0, -1), 'by']) !== undefined && !path.includes('then')
      if (!chosen && !isRow) assert.ok(explainKey(KNOWS.schema, path), `${file} ${path.join('.')}`)
    }
})

test('what a bundled plan names is offered where it names it', () => {
  const asked = ['calendar', 'pauses', 'excuses', 'ignores', 'excludes', 'by', 'regrade', 'per', 'task', 'set-by']
  let count = 0
  for (const { file, text } of PLANS) {
    const tokens = tokensOf(text).filter(({ kind, path }) => kind === 'value' && asked.includes(String(path.findLast((step) => typeof step === 'string'))))
    // each plan's own part of them: a text is scanned anew for every question
    for (const token of tokens.filter((_, index) => index % 5 === 0)) {
      if (/^\d/.test(token.text)) continue
      const found = offersAt(text, token.from, KNOWS).offers.map(({ label }) => label)
      assert.ok(found.includes(token.text), `${file} ${token.path.join('.')} ${token.text}`)
      count++
    }
  }
  assert.ok(count > 50, String(count))
})

test('a key is explained where it stands, in the reader’s language, and a name by what it is called', () => {
  const text = `${HEAD}      pauses: [customer-deferred]\n      starts: ticket.reported\n`
  const over = (word: string, knows = KNOWS) => explainAt(text, text.lastIndexOf(word) + 1, knows)?.words
  assert.equal(over('pauses'), '哪些原因可以暂停计时。')
  assert.equal(over('pauses', { ...KNOWS, schema: planJsonSchema(KEYS_EN) }), 'Reasons that hold the clock.')
  assert.equal(over('customer-deferred'), '客户改期')
  assert.equal(over('ticket.reported'), '报修')
  assert.equal(explainAt('nonsense: 1', 2, KNOWS), undefined)
})
