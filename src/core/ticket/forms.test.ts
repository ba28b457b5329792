import assert from 'node:assert/strict'
import { env } from 'node:process'
import { test } from 'node:test'
import fc from 'fast-check'
import type { FormField, FormInput, TicketType } from './forms.ts'
import { FORMS, TICKET_TYPES, fillForm, formOf } from './forms.ts'
import { REPORT, given } from './given.testing.ts'
import { isName } from './refusal.ts'

const RUNS = { numRuns: 200 * Number(env.NUOXING_PROVE ?? 1) }

test('every type has a form of its own, no field twice', () => {
  assert.deepEqual(Object.keys(FORMS), [...TICKET_TYPES])
  for (const type of TICKET_TYPES) {
    const ids = formOf(type).map((field) => field.id)
    assert.ok(ids.length > 0, type)
    assert.equal(new Set(ids).size, ids.length, type)
  }
})

test('every field and every option has a name', () => {
  for (const field of TICKET_TYPES.flatMap(formOf)) {
    assert.ok(isName(field.label), field.label)
    if (field.kind === 'choice')
      for (const option of field.options) assert.ok(isName(`option.${field.id}.${option}`), `${field.id}.${option}`)
  }
})

test('a caller who told everything in the description is not asked again', () => {
  for (const type of TICKET_TYPES) assert.deepEqual(fillForm(type, {}, true).problems, [], type)
})

test('a fault is reported by its title alone; a part that is to be exchanged is named', () => {
  assert.deepEqual(fillForm('fault', {}, false).problems, [])
  assert.deepEqual(fillForm('parts-exchange', {}, false).problems, [{ field: 'values.part', code: 'form-required', params: {} }])
  assert.deepEqual(fillForm('parts-exchange', { part: '纸仓' }, false).problems, [])
})

test('choices, numbers, dates and yes or no stand in the fact; words stand beside it', () => {
  const { values, texts, problems } = fillForm('parts-exchange', { part: ' 纸仓 ', quantity: 2, damage: 'wear' }, false)
  assert.deepEqual(problems, [])
  assert.deepEqual(values, { quantity: 2, damage: 'wear' })
  assert.deepEqual(texts, { part: '纸仓' })
})

test('each wrong value is named by its field', () => {
  const codes = (type: TicketType, input: FormInput) => fillForm(type, input, true).problems.map(({ field, code }) => `${field} ${code}`)
  assert.deepEqual(codes('fault', { impact: 'huge', symptom: 3, safetyRisk: 'yes', colour: 'red' }), [
    'values.colour form-unknown-field',
    'values.symptom form-not-text',
    'values.impact form-no-such-option',
    'values.safetyRisk form-not-yes-no',
  ])
  assert.deepEqual(codes('parts-exchange', { quantity: 0 }), ['values.quantity form-out-of-range'])
  assert.deepEqual(codes('parts-exchange', { quantity: '2' }), ['values.quantity form-not-number'])
  assert.deepEqual(codes('adjustment', { wantedOn: '2026-02-30' }), ['values.wantedOn form-not-date'])
  assert.deepEqual(codes('adjustment', { wantedOn: '2028-02-29' }), [])
  assert.deepEqual(codes('parts-exchange', { part: '配'.repeat(201) }), ['values.part form-too-long'])
  assert.deepEqual(codes('parts-exchange', { part: '配'.repeat(200), quantity: 9999 }), [])
  assert.deepEqual(codes('parts-exchange', { quantity: 10_000 }), ['values.quantity form-out-of-range'])
  assert.deepEqual(codes('parts-exchange', { quantity: Number.NaN }), ['values.quantity form-not-number'])
})

test('names that every object has are no fields', () => {
  assert.deepEqual(
    fillForm('fault', { constructor: 'x', toString: 'y' }, true).problems.map((one) => one.code),
    ['form-unknown-field', 'form-unknown-field'],
  )
})

test('a blank answer is none', () => {
  assert.deepEqual(
    fillForm('suggestion', { suggestion: '  ' }, false).problems.map((one) => one.code),
    ['form-required'],
  )
  assert.deepEqual(fillForm('suggestion', { suggestion: '  ' }, true), { values: {}, texts: {}, problems: [] })
})

function good(field: FormField): fc.Arbitrary<string | number | boolean> {
  switch (field.kind) {
    case 'text':
    case 'long-text':
      return fc.string({ minLength: 1, maxLength: field.max }).filter((text) => text.trim() !== '')
    case 'number':
      return fc.integer({ min: field.min, max: field.max })
    case 'date':
      return fc
        .date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
        .map((day) => day.toISOString().slice(0, 10))
    case 'yes-no':
      return fc.boolean()
    case 'choice':
      return fc.constantFrom(...field.options)
    default:
      return field satisfies never
  }
}

test('what fits every field is taken whole, each value once, in the fact or beside it', () => {
  const filled = fc
    .constantFrom(...TICKET_TYPES)
    .chain((type) => fc.record(Object.fromEntries(formOf(type).map((field) => [field.id, good(field)]))).map((input) => ({ type, input })))
  fc.assert(
    fc.property(filled, ({ type, input }) => {
      const { values, texts, problems } = fillForm(type, input, false)
      assert.deepEqual(problems, [])
      assert.deepEqual([...Object.keys(values), ...Object.keys(texts)].sort(), Object.keys(input).sort())
    }),
    RUNS,
  )
})

test('any input gives an answer: problems name fields, and nothing wrong gets into the fact', () => {
  const anything = fc.dictionary(fc.string({ maxLength: 12 }), fc.oneof(fc.string(), fc.double(), fc.boolean()))
  fc.assert(
    fc.property(fc.constantFrom(...TICKET_TYPES), anything, (type, input) => {
      const { values, problems } = fillForm(type, input, true)
      assert.ok(problems.every(({ field }) => field.startsWith('values.')))
      for (const id of Object.keys(values)) assert.ok(!problems.some(({ field }) => field === `values.${id}`))
    }),
    RUNS,
  )
})

test('a report with a filled form keeps its choices on the ticket, and its words beside the report', () => {
  const { story } = given({ name: 'report', ...REPORT, values: { impact: 'stopped', place: 'B1 层东侧' } })
  assert.deepEqual(story.state.values, { impact: 'stopped' })
  assert.ok(story.texts.some(({ field, text }) => field === 'values.place' && text === 'B1 层东侧'))
})

test('a wrong form refuses the report and names the field by its label', () => {
  const { decision } = given().when({ name: 'report', ...REPORT, values: { impact: 'huge' } })
  assert.ok(!decision.ok)
  assert.equal(decision.refusal.field, 'values.impact')
  assert.equal(decision.refusal.params.label, 'field.impact')
})
