import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { FormField, RecordForm } from '../../core/plan/forms.ts'
import { bundledPlans } from '../bundled-plans.ts'
import { examinePlan } from '../plan-intake.ts'
import { openDocuments } from './documents.ts'
import { readPdf, says } from './read-pdf.testing.ts'
import { recordFormOf } from './record-form.ts'
import type { FilledForm } from './record-form.ts'
import { POINT } from '../files/picture.testing.ts'

const documents = openDocuments()
after(() => documents.close())

const field = (id: string, name: string, type: FormField['type'], more: Partial<FormField> = {}): FormField => ({
  id,
  name,
  type,
  choices: [],
  required: false,
  ...more,
})

const FORM: RecordForm = {
  id: 'order',
  name: '故障处理派工单',
  fields: [
    field('cause', '故障原因', 'text', { required: true }),
    field('kind', '性质', 'choice', { choices: ['机械', '电气'] }),
    field('cleaned', '现场已清理', 'yes-no'),
    field('done', '完成时间', 'instant'),
  ],
  signedBy: 'both',
  text: '每次上门填写派工单。',
  source: [],
}

const contentOf = (form: RecordForm, filled: FilledForm | undefined, locale: 'zh-CN' | 'en' = 'zh-CN') =>
  recordFormOf({
    locale,
    letterhead: { firm: '望海机电有限公司', address: '望海市东一路 8 号' },
    form,
    plan: '报警系统维护',
    number: 'HT-7',
    dated: undefined,
    date: 0,
    filled,
  })

const paper = async (form: RecordForm, filled: FilledForm | undefined, locale: 'zh-CN' | 'en' = 'zh-CN') =>
  readPdf(await documents.pdf(contentOf(form, filled, locale)))

test('an empty form carries the letterhead, what was signed, every question, boxes to tick and lines to sign on', async () => {
  const pdf = await paper(FORM, undefined)
  for (const words of [
    '故障处理派工单',
    '“每次上门填写派工单。”',
    '故障原因 *',
    '性质',
    '机械',
    '电气',
    '现场已清理',
    '是',
    '否',
    '完成时间',
  ])
    assert.ok(says(pdf, words), words)
  for (const words of ['客户', '现场', '设备', '合同或工单编号', '填写人', '客户签字人', '我方签字人', '签字', '日期', '带 * 的必填'])
    assert.ok(says(pdf, words), words)
  assert.match(pdf.pages[0]!, /望海机电有限公司[\s\S]*望海市东一路 8 号/)
  assert.ok(!says(pdf, '性质 *'))
})

test('a filled form says each answer beside its question, a dash where none was given, and who signed', async () => {
  const filled: FilledForm = {
    answers: new Map([
      ['cause', '主板进水，线路短路'],
      ['kind', '电气'],
      ['signedByCustomer', '孟老师'],
      ['signedByStaff', '沈一鸣'],
    ]),
    about: [
      { key: 'ticket', value: 'GD-2026-0007' },
      { key: 'asset', value: undefined },
    ],
    by: '沈一鸣',
    at: '2026-03-01 09:30',
    voided: false,
  }
  const pdf = await paper(FORM, filled)
  for (const words of [
    '故障原因主板进水，线路短路',
    '性质电气',
    '现场已清理—',
    '完成时间—',
    '工单编号GD-2026-0007',
    '签字孟老师',
    '签字沈一鸣',
    '时间2026-03-01 09:30',
  ])
    assert.ok(says(pdf, words), words)
  for (const words of ['机械', '设备', '带 * 的必填', '故障原因 *', '已作废']) assert.ok(!says(pdf, words), words)
  assert.ok(says(await paper(FORM, { ...filled, voided: true }), '这份记录已作废'))
})

const PICTURES: RecordForm = {
  ...FORM,
  signedBy: undefined,
  fields: [field('site', '现场照片', 'photo'), field('consent', '业主同意', 'signature')],
}

test('photos and a drawn signature stand on the paper as pictures, beside the name of who signed; an empty one has room for them', async () => {
  const point = { type: 'png', bytes: POINT } as const
  const filled: FilledForm = {
    answers: new Map([
      ['site', '一.png、二.png'],
      ['consent', '张主任（手写签名）'],
    ]),
    pictures: new Map([
      ['site', [point, point]],
      ['consent', [point]],
    ]),
    about: [],
    by: '沈一鸣',
    at: '2026-03-01 09:30',
    voided: false,
  }
  const bytes = await documents.pdf(contentOf(PICTURES, filled))
  const drawn =
    Buffer.from(bytes)
      .toString('latin1')
      .match(/\/Subtype ?\/Image/g) ?? []
  assert.ok(drawn.length >= 1, 'there is a picture on the paper')
  const pdf = await readPdf(bytes)
  for (const words of ['现场照片一.png、二.png', '业主同意张主任（手写签名）']) assert.ok(says(pdf, words), words)
  const without = await documents.pdf(contentOf(PICTURES, { ...filled, pictures: new Map() }))
  assert.equal(
    Buffer.from(without)
      .toString('latin1')
      .match(/\/Subtype ?\/Image/g),
    null,
  )
  assert.ok(says(await paper(PICTURES, undefined), '业主同意'))
})

test('a form that nobody signs has no lines for it, and an English reader gets its frame in English', async () => {
  const pdf = await paper({ ...FORM, signedBy: undefined }, undefined, 'en')
  assert.ok(says(pdf, 'Fields marked * must be filled in.'))
  assert.ok(!says(pdf, 'Signature'))
})

test('every record form of the plans that come along is a paper with all of its questions', { timeout: 300_000 }, async () => {
  const forms = bundledPlans().flatMap(({ yaml }) => Object.values(examinePlan(yaml).plan?.forms ?? {}))
  assert.ok(forms.length > 30)
  for (const form of forms) {
    const pdf = await paper(form, undefined)
    for (const { name } of form.fields) assert.ok(says(pdf, name), `${form.id} ${name}`)
  }
})
