import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FormDefinition, Occurrence, ServiceTasks } from '../../wire/services.ts'
import type { Answers } from './service-form.ts'
import {
  UNSIGNED,
  answersFrom,
  formAnswersFrom,
  formsFor,
  formsOf,
  lengthOf,
  misread,
  occurrenceKey,
  optionsOf,
  placeOf,
  sizeOf,
  startFor,
  suits,
  unanswered,
  unansweredForms,
  valuesOf,
  wordAnswer,
  wordChoices,
} from './service-form.ts'

const occurrence: Occurrence = {
  promise: 'care',
  title: '巡检',
  number: 3,
  from: 0,
  until: 1,
  state: 'open',
  checklist: ['monthly'],
  types: ['visit.done'],
}
const MONTHLY: FormDefinition = {
  id: 'monthly',
  name: '月检表',
  signedBy: 'customer',
  fields: [
    { id: 'running', name: '运行状况', type: 'text', choices: [], required: true },
    { id: 'hours', name: '运行小时', type: 'number', choices: [], required: false },
    { id: 'topics', name: '内容', type: 'list', choices: ['操作', '保养'], required: false },
    { id: 'left', name: '遗留问题', type: 'list', choices: [], required: false },
  ],
}
const tasks: ServiceTasks = {
  types: [],
  values: { 'visit.done': { kind: ['lift-check', 'inspection'] } },
  checklists: [{ id: 'monthly', name: '月检表' }],
  forms: [MONTHLY],
  desks: [{ id: 'hotline', name: '热线' }],
  classes: [],
  words: {
    'part.replaced': {
      part: [
        { id: 'compressor', name: '压缩机' },
        { id: '压缩机', name: '压缩机' },
        { id: '主板', name: '主板' },
      ],
    },
    'shift.planned': { desk: [{ id: 'hotline', name: '热线' }] },
  },
  occurrences: [occurrence],
}

test('what was typed becomes what the server reads: numbers, fen, a person, an occurrence; what is open stays out', () => {
  assert.deepEqual(valuesOf('callback.made', { satisfied: false, score: '95', summary: '' }), { satisfied: false, score: 95 })
  assert.deepEqual(valuesOf('rma.quoted', { fen: '120.55' }), { fen: 12_055 })
  assert.deepEqual(valuesOf('visit.done', { person: { value: 'lin', label: '林' }, checklists: [], occurrence: 'care#3' }), {
    person: 'lin',
    occurrence: { promise: 'care', number: 3 },
  })
  assert.deepEqual(valuesOf('visit.done', { score: 3 }), {})
})

test('what must be answered is told; a device only where the step is about one', () => {
  assert.deepEqual(unanswered('visit.agreed', { by: 'customer' }, undefined), ['values.startsAt'])
  assert.deepEqual(unanswered('asset.tested', { passed: false }, undefined), ['asset'])
  assert.deepEqual(unanswered('asset.tested', { passed: false }, 'a1'), [])
})

test('the plan’s own words come first, then those of the trade, each once', () => {
  const field = { id: 'kind', kind: 'code', choices: ['inspection', 'repair'] } as const
  assert.deepEqual(optionsOf('visit.done', field, tasks), ['lift-check', 'inspection', 'repair'])
  assert.deepEqual(optionsOf('visit.done', { ...field, closed: true }, tasks), ['inspection', 'repair'])
  assert.deepEqual(optionsOf('visit.done', field, undefined), ['inspection', 'repair'])
})

test('an occurrence in hand answers most of the form', () => {
  assert.deepEqual(startFor(occurrence, tasks), {
    type: 'visit.done',
    answers: { occurrence: 'care#3#', kind: 'lift-check', checklists: ['monthly'] },
  })
  assert.deepEqual(startFor({ ...occurrence, types: [] }, tasks), { type: undefined, answers: {} })
  assert.equal(occurrenceKey(occurrence), 'care#3#')
  const atSite = { ...occurrence, site: { id: 's1', name: '东院区' } }
  assert.equal(occurrenceKey(atSite), 'care#3#s1')
  assert.deepEqual(placeOf('care#3#s1', [occurrence, atSite]), { site: 's1' })
  assert.deepEqual(placeOf('care#3#', [occurrence, atSite]), {})
  assert.deepEqual(valuesOf('visit.done', { occurrence: 'care#3#s1' }), { occurrence: { promise: 'care', number: 3 } })
})

test('a step speaks of the occurrences that it does, an agreement, a plan and its approval of all', () => {
  assert.deepEqual(
    [suits('visit.done', occurrence), suits('callback.made', occurrence), suits('visit.agreed', occurrence)],
    [true, false, true],
  )
})

test('a step asks the record forms that it names; what was typed goes in form by form, and a form that was begun is finished', () => {
  const asked = formsFor('visit.done', { checklists: ['monthly'] }, tasks)
  assert.deepEqual(
    asked.map(({ id }) => id),
    ['monthly'],
  )
  assert.deepEqual(formsFor('form.filled', { form: 'monthly' }, tasks).length, 1)
  assert.deepEqual(formsFor('visit.done', { kind: 'inspection' }, tasks), [])
  assert.deepEqual(formsOf(asked, { checklists: ['monthly'] }), {})
  assert.deepEqual(unansweredForms('visit.done', asked, {}), [])
  assert.deepEqual(unansweredForms('form.filled', asked, {}), ['forms.monthly.running', 'forms.monthly.signedByCustomer'])
  const answers = { 'monthly/running': '平稳', 'monthly/hours': '12.5', 'monthly/topics': ['保养'], 'monthly/left': ['滤网待换'] }
  assert.deepEqual(formsOf(asked, answers), {
    monthly: { running: '平稳', hours: 12.5, topics: ['保养'], left: ['滤网待换'] },
  })
  assert.deepEqual(unansweredForms('visit.done', asked, answers), ['forms.monthly.signedByCustomer'])
})

test('a signature is there once it is drawn or somebody’s name stands there, and is sent by its file and that name', () => {
  const CONSENT: FormDefinition = {
    id: 'consent',
    name: '同意书',
    fields: [{ id: 'sign', name: '业主', type: 'signature', choices: [], required: true }],
  }
  const open = (sign: Answers[string]) => unansweredForms('form.filled', [CONSENT], { 'consent/sign': sign })
  assert.deepEqual(open(UNSIGNED), ['forms.consent.sign'])
  assert.deepEqual(open({ ...UNSIGNED, name: ' ' }), ['forms.consent.sign'])
  assert.deepEqual(open({ ...UNSIGNED, strokes: [[[1, 1]]] }), [])
  assert.deepEqual(formsOf([CONSENT], { 'consent/sign': { ...UNSIGNED, name: ' 张主任 ', file: 's1' } }), {
    consent: { sign: { file: 's1', name: '张主任' } },
  })
  assert.deepEqual(formAnswersFrom([CONSENT], { consent: { sign: { file: 's1' } } }), {
    'consent/sign': { strokes: [], name: '', file: 's1' },
  })
})

test('a length of time is a number and its unit: without the number it is left open, with something else it is told', () => {
  assert.deepEqual(lengthOf('24mo'), { size: '24', unit: 'mo' })
  assert.deepEqual(['３ ', '24mo', '三'].map(sizeOf), ['3', '24', '三'])
  assert.deepEqual(lengthOf('y'), { size: '', unit: 'y' })
  assert.deepEqual(lengthOf(undefined), { size: '', unit: '' })
  assert.deepEqual(valuesOf('asset.described', { makerTerm: 'mo', stateTerm: '3y' }), { stateTerm: '3y' })
  assert.deepEqual(misread('asset.described', { makerTerm: '0mo', stateTerm: '3y' }), ['values.makerTerm'])
  assert.deepEqual(misread('asset.described', { makerTerm: '三mo', stateTerm: 'y' }), ['values.makerTerm'])
  assert.deepEqual(unanswered('cover.extended', { cover: 'equipment', by: 'd' }, 'a1'), ['values.by'])
})

test('a word that is known goes by its id under its own name, any other as it was typed; what was sent is shown by its name again', () => {
  const part = { id: 'part', kind: 'word' } as const
  const choices = wordChoices('part.replaced', part, tasks)
  assert.deepEqual(
    choices.map(({ label }) => label),
    ['压缩机', '主板'],
  )
  assert.deepEqual(valuesOf('part.replaced', { part: wordAnswer('压缩机', choices) }), { part: 'compressor' })
  assert.deepEqual(valuesOf('part.replaced', { part: wordAnswer('电源板', choices) }), { part: '电源板' })
  assert.deepEqual(wordChoices('part.replaced', part, undefined), [])
  assert.deepEqual(
    answersFrom('part.replaced', { part: 'compressor' }, () => '压缩机'),
    { part: { value: 'compressor', label: '压缩机' } },
  )
})
