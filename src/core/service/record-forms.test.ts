import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Json } from '../fact.ts'
import type { FormField, RecordForm } from '../plan/forms.ts'
import { SOUND, planOf } from '../plan/given.testing.ts'
import { none } from './given.testing.ts'
import { fieldsOfForm, formsNamed, photosOf, picturesIn, readForms, textKey } from './record-forms.ts'

const field = (id: string, type: FormField['type'], more: Partial<FormField> = {}): FormField => ({
  id,
  name: `〔${id}〕`,
  type,
  choices: [],
  required: false,
  ...more,
})
const form = (id: string, fields: readonly FormField[], signedBy?: RecordForm['signedBy']): RecordForm => ({
  id,
  name: `《${id}》`,
  fields,
  signedBy,
  text: undefined,
  source: [],
})
const PATROL = form('patrol', [
  field('running', 'text', { required: true }),
  field('hours', 'number'),
  field('topics', 'list', { choices: ['操作', '简单 排除'] }),
  field('leftover', 'list'),
  field('outcome', 'choice', { choices: ['现场修理', '运回修理'], required: true }),
  field('next', 'date'),
])
const ORDER = form('order', [field('cause', 'text', { required: true })], 'both')
const forms = { patrol: PATROL, order: ORDER }
const context = { plan: { ...planOf(SOUND), forms } }
const FULL = {
  running: '平稳',
  hours: 12.5,
  topics: ['简单 排除'],
  leftover: ['滤网待换', '接地待测'],
  outcome: '现场修理',
  next: '2026-12-01',
}

test('a form is filled in whole: what can be compared stands in the fact, free text beside it', () => {
  const decided = none.decide({ name: 'record', type: 'form.filled', values: { form: 'patrol' }, forms: { patrol: FULL } }, context)
  assert.ok(decided.ok)
  const { running: _, leftover: __, ...compared } = FULL
  assert.deepEqual(decided.facts[0]?.data, { form: 'patrol', filled: { patrol: compared } })
  assert.deepEqual(
    decided.texts.map(({ field: key, text }) => [key, text]),
    [
      [textKey('patrol', 'running'), '平稳'],
      [textKey('patrol', 'leftover'), '滤网待换\n接地待测'],
    ],
  )
})

test('what a form demands and nobody wrote is told by its own name, and who signs it is asked for', () => {
  const refusal = (
    values: { readonly [field: string]: Json },
    answers: { readonly [form: string]: { readonly [field: string]: Json } },
  ) => {
    const { code, field: at, params } = none.refusal({ name: 'record', type: 'form.filled', values, forms: answers }, context)
    return [code, at, params.field]
  }
  const { outcome: _, ...open } = FULL
  assert.deepEqual(refusal({ form: 'patrol' }, {}), ['field-required', 'forms.patrol.running', '〔running〕'])
  assert.deepEqual(refusal({ form: 'patrol' }, { patrol: open }), ['field-required', 'forms.patrol.outcome', '〔outcome〕'])
  assert.deepEqual(refusal({ form: 'patrol' }, { patrol: { ...FULL, outcome: '都修' } }).slice(0, 2), [
    'field-choice',
    'forms.patrol.outcome',
  ])
  assert.deepEqual(refusal({ form: 'patrol' }, { patrol: { ...FULL, next: '2026-02-30' } }).slice(0, 2), [
    'field-kind',
    'forms.patrol.next',
  ])
  assert.deepEqual(refusal({ form: 'patrol' }, { patrol: { ...FULL, other: 1 } }).slice(0, 2), ['field-unknown', 'forms.patrol.other'])
  assert.deepEqual(refusal({ form: 'order' }, { order: { cause: '进水', signedByCustomer: '周工' } }).slice(0, 2), [
    'field-required',
    'forms.order.signedByStaff',
  ])
})

test('a form behind a checklist may come later by itself; begun, it is finished', () => {
  const visit = (answers: { readonly [form: string]: { readonly [field: string]: Json } }) =>
    none.decide({ name: 'record', type: 'visit.done', values: { checklists: ['patrol'], kind: 'order' }, forms: answers }, context)
  assert.equal(visit({}).ok, true)
  assert.equal(visit({ patrol: FULL }).ok, true)
  const begun = visit({ patrol: { running: '平稳' } })
  assert.ok(!begun.ok)
  assert.equal(begun.refusal.field, 'forms.patrol.outcome')
})

test('a form that the step does not name is refused, and one that the plan does not know asks nothing', () => {
  const decide = (values: { readonly [field: string]: Json }, answers: { readonly [form: string]: { readonly [field: string]: Json } }) =>
    none.decide({ name: 'record', type: 'form.filled', values, forms: answers }, context)
  const strange = decide({ form: 'patrol' }, { patrol: FULL, order: { cause: '进水' } })
  assert.ok(!strange.ok)
  assert.deepEqual([strange.refusal.code, strange.refusal.params.form], ['form-unasked', '《order》'])
  assert.equal(decide({ form: 'unknown' }, {}).ok, true)
  assert.deepEqual(formsNamed(forms, { by: 'order', form: 'toString', checklists: ['patrol', 'patrol'] }), [PATROL])
})

test('nothing of a form that was written is lost: each answer stands in the fact or beside it, and nowhere else', () => {
  const value: { readonly [Type in FormField['type']]: Json } = {
    text: '平稳',
    number: 3,
    date: '2026-09-30',
    instant: 1_790_000_000_000,
    'yes-no': false,
    choice: '甲',
    person: 'lin',
    asset: 'A1',
    photo: ['p3'],
    signature: '周工',
    list: ['一', '二'],
  }
  const types = Object.keys(value) as FormField['type'][]
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.constantFrom(...types), { minLength: 1 }),
      fc.constantFrom('customer', 'staff', 'both', undefined),
      (asked, signedBy) => {
        const one = form(
          'any',
          asked.map((type) => field(type, type, type === 'choice' ? { choices: ['甲', '乙'] } : {})),
          signedBy,
        )
        const answers: Record<string, Json> = Object.fromEntries(asked.map((type) => [type, value[type]]))
        for (const { id, required } of fieldsOfForm(one)) if (required) answers[id] = '签字人'
        const read = readForms({ type: 'form.filled', data: { form: 'any' }, answers: { any: answers }, forms: { any: one } })
        assert.ok(!('code' in read))
        const { any } = read.data.filled as { readonly any: { readonly [field: string]: Json } }
        const beside = Object.keys(read.texts).map((key) => key.replace('any/', ''))
        assert.deepEqual([...Object.keys(any), ...beside].toSorted(), Object.keys(answers).toSorted())
      },
    ),
  )
})

const HANDOVER = form('handover', [
  field('site', 'photo', { required: true }),
  field('consent', 'signature', { required: true }),
  field('topics', 'list', { choices: ['p1'] }),
])
const handover = (answers: { readonly [field: string]: Json }) =>
  readForms({ type: 'form.filled', data: { form: 'handover' }, answers: { handover: answers }, forms: { handover: HANDOVER } })

test('photos and a drawn signature stand in the fact by their files, who signed beside it', () => {
  assert.deepEqual(handover({ site: ['p1', 'p2'], consent: { file: 's1', name: '张主任' } }), {
    data: { filled: { handover: { site: ['p1', 'p2'], consent: { file: 's1' } } } },
    texts: { 'handover/consent': '张主任' },
  })
  const byName = handover({ site: ['p1'], consent: '张主任' })
  assert.deepEqual(byName, { data: { filled: { handover: { site: ['p1'] } } }, texts: { 'handover/consent': '张主任' } })
  assert.deepEqual(handover({ site: ['p1'], consent: { name: '张主任' } }), byName)
})

test('a photo or signature that is missing or something else is told by its place in the form', () => {
  const refused = (answers: { readonly [field: string]: Json }) => {
    const read = handover(answers)
    return 'code' in read ? `${read.code} ${read.field}` : ''
  }
  assert.equal(refused({ site: [], consent: '张主任' }), 'field-required forms.handover.site')
  assert.equal(refused({ site: ['p1'] }), 'field-required forms.handover.consent')
  assert.equal(refused({ site: '现场照片', consent: '张主任' }), 'field-kind forms.handover.site')
  assert.equal(refused({ site: ['p1'], consent: {} }), 'field-kind forms.handover.consent')
})

test('which files the answers to forms name: photos and signatures, and nothing else that looks like one', () => {
  const answers = { handover: { site: ['p1', 'p2'], consent: { file: 's1' }, topics: ['p1'] }, other: { site: ['p9'] } }
  assert.deepEqual(picturesIn({ handover: HANDOVER }, answers), [
    { at: 'forms.handover.site', file: 'p1', signed: false },
    { at: 'forms.handover.site', file: 'p2', signed: false },
    { at: 'forms.handover.consent', file: 's1', signed: true },
  ])
  assert.deepEqual(picturesIn({ handover: HANDOVER }, { handover: { site: '见附件', consent: '张主任' } }), [])
  assert.deepEqual(photosOf('见附件'), [])
})
