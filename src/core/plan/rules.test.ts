import assert from 'node:assert/strict'
import { test } from 'node:test'
import { FACTS } from '../fact.ts'
import { SOUND, change, findingsOf, planOf, tell } from './given.testing.ts'
import { startTypes } from './rules.ts'

type Change = readonly [from: string, to: string]

function told(...changes: readonly Change[]): string[] {
  return tell(findingsOf(changes.reduce((text, [from, to]) => change(from, to, text), SOUND)))
}

const LIMIT = '      within: {by: grade, major: 4h, general: 2d}\n'
const REPAIR = 'promises.pump-repair.deadline'

test('a target alone is enough of a limit; a due instant may have one', () => {
  assert.deepEqual(told([LIMIT, '      target: 4h\n']), [])
  assert.deepEqual(told(['starts: onsite.done', 'due: onsite.done + 4h'], [LIMIT, '']), [])
  assert.deepEqual(told(['starts: onsite.done', 'due: onsite.done + 4h'], [LIMIT, '      target: 4h\n']), [])
})

test('a clause with a start that cannot be read has a start, and one whose limit cannot be read has a limit', () => {
  assert.deepEqual(told(['starts: onsite.done', 'starts: ~']), [`45:15 ${REPAIR}.starts null-value`])
  assert.deepEqual(told([LIMIT, '      within: soon\n']), [`47:15 ${REPAIR}.within bad-value`])
})

test('a clause that opens in no way is told of that alone, one that opens in two ways at the second', () => {
  assert.deepEqual(told(['      starts: onsite.done\n', ''], [LIMIT, '']), [`45:7 ${REPAIR} no-start`])
  assert.deepEqual(told(['      starts: onsite.done\n', '      due: onsite.done\n      starts: onsite.done\n']), [
    `45:12 ${REPAIR}.due starts-and-due`,
  ])
})

test('every event of a clause may name only promises that there are', () => {
  for (const key of ['starts', 'kept-by', 'unless']) {
    const [from, line] = { starts: ['starts: onsite.done', 45], 'kept-by': ['kept-by: ticket.restored', 46], unless: [LIMIT, 47] }[key] as [
      string,
      number,
    ]
    const written = `${key}: [remote.solved, elsewhere.done]`
    const to = key === 'unless' ? `      ${written}\n${LIMIT}` : written
    assert.deepEqual(told([from, to]), [`${line}:${key.length + 25} ${REPAIR}.${key}[1] unknown-promise`], key)
  }
  assert.deepEqual(told(['starts: onsite.done', 'due: elsewhere at 50%'], [LIMIT, '']), [`45:12 ${REPAIR}.due unknown-promise`])
})

test('a promise may hang on one that stands below it, and on itself, which is lint’s business', () => {
  assert.deepEqual(told(['starts: \'ticket.reported where type == "fault"\'', 'starts: pump-repair.opened']), [])
  assert.deepEqual(told(['starts: onsite.done', 'starts: pump-repair.done']), [])
})

test('no noun of facts is the name of a promise, and every other name is', () => {
  for (const noun of Object.keys(FACTS))
    assert.deepEqual(told(['  pump-repair:', `  ${noun}:`]), [`40:3 promises.${noun} promise-named-as-fact`], noun)
  for (const name of ['visits', 'part-delivery', 'ticket-2', 'constructor', '7x24'])
    assert.deepEqual(told(['  pump-repair:', `  ${name}:`]), [], name)
})

test('each reason of a clause must be declared, in pauses and in excuses', () => {
  assert.deepEqual(told(['pauses: [customer-deferred]', 'pauses: [frost, customer-deferred, strike]']), [
    '39:16 promises.onsite.deadline.pauses[0] unknown-reason',
    '39:42 promises.onsite.deadline.pauses[2] unknown-reason',
  ])
  assert.deepEqual(told(['excuses: [flood]', 'excuses: [constructor]']), [`48:17 ${REPAIR}.excuses[0] unknown-reason`])
})

test('each calendar that a table names must be declared; a row without one needs none', () => {
  const rows = (to: string) => told(['calendar: {by: hours, 5x8: desk, 7x24: always}', `calendar: ${to}`])
  assert.deepEqual(rows('night'), ['29:17 promises.reply.deadline.calendar unknown-calendar'])
  assert.deepEqual(rows('{by: zone, city: {by: hours, 5x8: night, else: desk}, else: nights}'), [
    '29:51 promises.reply.deadline.calendar.city.5x8 unknown-calendar',
    '29:77 promises.reply.deadline.calendar.else unknown-calendar',
  ])
  assert.deepEqual(rows('unstated').length, 0)
  assert.deepEqual(rows('toString'), ['29:17 promises.reply.deadline.calendar bad-value'])
})

test('a clause that names no calendar runs around the clock, which must be declared like any other', () => {
  const found = told(['  always: {hours: 24x7}\n', ''], ['7x24: always', '7x24: desk'])
  assert.deepEqual(
    found.map((line) => line.split(' ').slice(1).join(' ')),
    ['promises.onsite.deadline.calendar unknown-calendar', 'promises.pump-repair.deadline.calendar unknown-calendar'],
  )
})

test('a rest row fills every table; without it every value has its row, nested ones too', () => {
  const within = (to: string) => told([LIMIT, `      within: ${to}\n`])
  assert.deepEqual(within('{by: grade, else: 4h}'), [])
  assert.deepEqual(within('{by: grade, major: 4h, else: none}'), [])
  assert.deepEqual(within('{by: grade}'), [`47:15 ${REPAIR}.within missing-row`])
  assert.deepEqual(within('{by: grade, major: {by: zone, county: 1d}, else: {by: hours, 5x8: 2d}}'), [
    `47:34 ${REPAIR}.within.major missing-row`,
    `47:64 ${REPAIR}.within.else missing-row`,
  ])
})

test('a table may go by grade, by zone, by cover and by what the plan declares', () => {
  const within = (to: string) => told([LIMIT, `      within: ${to}\n`])
  assert.deepEqual(within('{by: zone, city: 4h, county: 8h}'), [])
  assert.deepEqual(within('{by: hours, 5x8: 4h, 7x24: 8h}'), [])
  assert.deepEqual(within('{by: cover, none: 4h, else: 2h}'), [])
  assert.deepEqual(within('{by: type, else: 2h}'), [`47:15 ${REPAIR}.within unknown-dimension`])
  assert.deepEqual(within('{by: cover, equipment: 4h, else: 2h}'), [`47:27 ${REPAIR}.within.equipment unknown-row`])
})

test('the built-in dimensions cannot be declared anew', () => {
  for (const id of ['grade', 'zone', 'cover', 'type'])
    assert.deepEqual(
      told(['  hours: {values', `  ${id}: {values: [a], set-by: site}\n  hours: {values`]),
      [`15:3 dimensions.${id} dimension-reserved`],
      id,
    )
})

test('`where` looks into its one fact; `when` into the report and the fact that starts the clause', () => {
  const when = (start: string, cel: string) => told(['starts: onsite.done\n', `starts: ${start}\n      when: '${cel}'\n`])
  assert.deepEqual(when('visit.needed', 'special'), [])
  assert.deepEqual(when('visit.needed', 'zone == "city" && grade != "major"'), [])
  assert.deepEqual(when('ticket.reported', 'special'), [`46:13 ${REPAIR}.when condition-unknown-field`])
  assert.deepEqual(told(['kept-by: ticket.restored', 'kept-by: \'ticket.restored where zone == "city"\'']), [
    `46:16 ${REPAIR}.kept-by condition-unknown-field`,
  ])
})

test('ids of grades, of zones and of later clauses stand once each', () => {
  assert.deepEqual(told(['- {id: spare-pumps', '- {id: spare-pumps, text: 备泵, source: [L-6]}\n  - {id: spare-pumps']), [
    '52:5 later[1] id-twice',
  ])
  assert.deepEqual(told(['- {id: spare-pumps', '- {id: reply']), ['51:5 later[0] id-twice'])
  assert.deepEqual(told(['{id: county, name: 郊县}', '{id: city, name: 郊县}']).slice(0, 1), ['13:5 zones[1] id-twice'])
})

test('the facts that may start a clause are those of its start or of its due instant', () => {
  const clause = (...changes: readonly Change[]) =>
    planOf(changes.reduce((text, [from, to]) => change(from, to, text), SOUND)).promises['pump-repair']!
  assert.deepEqual(startTypes(clause()), [])
  assert.deepEqual(
    startTypes(clause(['starts: onsite.done', 'starts: [ticket.accepted, onsite.done, {all: [remote.failed, visit.needed]}]'])),
    ['ticket.accepted', 'remote.failed', 'visit.needed'],
  )
  assert.deepEqual(startTypes(clause(['starts: onsite.done', 'due: ticket.reported + 2d'], [LIMIT, ''])), ['ticket.reported'])
})
