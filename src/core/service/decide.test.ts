import assert from 'node:assert/strict'
import { env } from 'node:process'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Json } from '../fact.ts'
import { SOUND, planOf } from '../plan/given.testing.ts'
import { at } from '../promise/given.testing.ts'
import { LOCALES } from '../words.ts'
import { CONTRACT, Life, NOW, none } from './given.testing.ts'
import { sayServiceRefusal } from './refusal.ts'
import type { FieldKind, ServiceField, ServiceType } from './vocabulary.ts'
import { SERVICE_OPENINGS, SERVICE_STEPS, isAboutDevice, nextSteps, nounOfService } from './vocabulary.ts'

const RUNS = { numRuns: 150 * Number(env.NUOXING_PROVE ?? 1) }
/** A bill states its own facts: it is written on a page of its own. */
const BILL: readonly string[] = ['invoice.shown', 'invoice.issued']
const TYPES = (Object.keys(SERVICE_STEPS) as ServiceType[]).filter((type) => !BILL.includes(type))

/** Something that fits, and things that do not, by the kind of field. */
const GOOD: Readonly<Record<FieldKind, Json>> = {
  code: 'inspection',
  word: '主板',
  duration: '36mo',
  line: '签字单 17',
  prose: '一切正常',
  number: 3,
  fen: 12_000,
  'yes-no': true,
  person: 'lin',
  asset: 'A1',
  instant: NOW,
  list: ['quarterly'],
  occurrence: { promise: 'care', number: 2 },
  day: '2026-09-30',
  choice: '现场修理',
  choices: ['现场修理'],
  lines: ['遗留一', '遗留二'],
  photo: ['p1', 'p2'],
  signature: { file: 's1', name: '张主任' },
}
const BAD: Readonly<Record<FieldKind, readonly Json[]>> = {
  code: [7, '两个字', 'a b', 'x'.repeat(61), true],
  word: [7, ' ', 'x'.repeat(61), true, '主\n板', ['主板']],
  duration: [36, '三年', '36', '0mo', '-10d', '1.5mo', 'P3Y', ' '],
  line: [7, ' ', 'x'.repeat(121)],
  prose: [7, ' ', 'x'.repeat(4001)],
  number: ['3', -1, true],
  fen: ['3', -1, 1.5],
  'yes-no': ['yes', 1],
  person: [7, ' '],
  asset: [7, ' '],
  instant: ['2026-09-30', 1.5],
  list: ['quarterly', [7], ['两 字'], Array.from({ length: 51 }, () => 'a')],
  day: ['2026-02-30', '30.9.2026', 7],
  choice: ['两者', 7],
  choices: ['现场修理', ['两者'], [7]],
  lines: ['一行', [' '], [7], ['x'.repeat(501)]],
  photo: ['p1', [7], ['p1', 'p1'], ['不是 id'], Array.from({ length: 21 }, (_, number) => `p${number}`)],
  signature: [7, ' ', {}, { file: '不是 id' }, { name: '' }, { name: null }, { file: 's1', at: 3 }, 'x'.repeat(121)],
  occurrence: [2, { number: 2 }, { promise: 'care', number: 0 }, { promise: 'care', number: 1.5 }, ['care']],
}

function good(fields: readonly ServiceField[], which: (field: ServiceField) => boolean): { [field: string]: Json } {
  const value = ({ kind, closed, choices }: ServiceField) => (closed ? choices![0]! : GOOD[kind])
  return Object.fromEntries(fields.filter(which).map((field) => [field.id, field.id === 'end' ? NOW + 1 : value(field)]))
}
const required = (type: ServiceType) => good(SERVICE_STEPS[type].fields, (field) => field.required === true)

/** The shortest way to a record that stands where a step may come. */
function before(type: ServiceType): Life {
  const noun = nounOfService(type)
  const [from] = SERVICE_STEPS[type].from
  if (from === 'absent' || from === undefined) return none
  const step = `${noun}.${from}` as ServiceType
  return before(step).step(step, required(step))
}

// Steps -----------------------------------------------------------------------------------------------------------------------

test('every step can be recorded with what it must say, and with all that it may say', () => {
  for (const type of TYPES) {
    const life = before(type)
    assert.equal(life.step(type, required(type)).last.type, type)
    const all = life.step(
      type,
      good(SERVICE_STEPS[type].fields, () => true),
    ).last
    assert.equal(all.type, type)
    assert.deepEqual(
      Object.keys(all.data).includes('promise'),
      SERVICE_STEPS[type].fields.some(({ kind }) => kind === 'occurrence'),
    )
  }
})

test('a bill is shown and issued on its own page, never as a service record', () => {
  for (const type of BILL) assert.equal(none.refused(type, { fen: 100 }), 'opens-elsewhere type')
})

test('an exclusion carries that it has evidence, as plans demand it', () => {
  assert.equal(none.refused('cover.excluded', { reason: 'human-damage' }), 'field-required evidence')
  const { data } = none.step('cover.excluded', { reason: 'human-damage', evidence: '照片两张' }).last
  assert.deepEqual(data, { reason: 'human-damage', evidence: true })
})

test('every noun can be begun, and every step is reached from one that can be', () => {
  const reached = new Set<string>(SERVICE_OPENINGS)
  for (let grew = true; grew;) {
    grew = false
    for (const type of TYPES) {
      const noun = nounOfService(type)
      if (reached.has(type) || !SERVICE_STEPS[type].from.some((from) => reached.has(`${noun}.${from}`))) continue
      reached.add(type)
      grew = true
    }
  }
  assert.deepEqual(
    TYPES.filter((type) => !reached.has(type)),
    [],
  )
})

test('a visit from its need to its signature', () => {
  const visit = none
    .step('visit.needed', { kind: 'inspection' })
    .step('visit.planned', { startsAt: NOW, person: 'gao' })
    .step('visit.agreed', { startsAt: NOW, by: 'customer', occurrence: { promise: 'care', number: 3 } })
    .step('visit.dispatched', { person: 'gao', own: true })
    .step('visit.departed')
    .step('visit.arrived')
    .step('visit.done', { checklists: ['quarterly'], people: 2 })
    .step('visit.signed', { satisfied: true, summary: '运行正常' })
  assert.equal(visit.state.phase, 'signed')
  assert.equal(visit.state.noun, 'visit')
  assert.deepEqual(visit.facts[2]?.data, { startsAt: NOW, by: 'customer', promise: 'care', occurrence: 3 })
  assert.deepEqual(nextSteps('visit', 'signed'), [])
})

test('what goes on with a record has one to go on with, and comes after what it must follow', () => {
  assert.equal(none.refused('loan.returned'), 'opens-elsewhere type')
  const loan = none.step('loan.delivered', { class: 'a' }, { subject: 'loan/L1' })
  assert.equal(loan.refused('loan.delivered'), 'step-not-now type')
  assert.equal(loan.step('loan.returned').state.phase, 'returned')
  assert.equal(loan.step('loan.returned').refused('loan.returned'), 'step-not-now type')
  assert.equal(loan.refused('visit.done'), 'step-unknown type')
  assert.equal(none.refused('loan.eaten'), 'step-unknown type')
  assert.equal(none.refused('ticket.closed'), 'step-unknown type')
})

test('a device may be told the same again and again', () => {
  const told = none
    .step('asset.tested', { passed: false }, { subject: 'asset/A1' })
    .step('asset.tested', { passed: true }, { subject: 'asset/A1' })
  assert.deepEqual(
    told.state.entries.map(({ type }) => type),
    ['asset.tested', 'asset.tested'],
  )
  assert.deepEqual([isAboutDevice('asset'), isAboutDevice('cover'), isAboutDevice('visit')], [true, true, false])
})

test('the fact names whom it is for, each once and never itself, and the model of what it speaks of', () => {
  const { last } = none.step(
    'stock.changed',
    { place: 'local', quantity: 2, model: 'KX-200' },
    { subject: 'stock/S1', owners: [CONTRACT, 'stock/S1', CONTRACT] },
  )
  assert.deepEqual([last.subject, last.also], ['stock/S1', [CONTRACT, 'model/KX-200']])
})

// Fields ----------------------------------------------------------------------------------------------------------------------

test('a field that is missing, unknown or something else is told by its name', () => {
  for (const type of TYPES) {
    const life = before(type)
    assert.equal(life.refused(type, { ...required(type), colour: 'red' }), 'field-unknown colour', type)
    for (const field of SERVICE_STEPS[type].fields) {
      const rest = Object.fromEntries(Object.entries(required(type)).filter(([id]) => id !== field.id))
      if (field.required)
        for (const left of [undefined, null, ''])
          assert.equal(life.refused(type, left === undefined ? rest : { ...rest, [field.id]: left }), `field-required ${field.id}`)
      for (const bad of BAD[field.kind]) {
        const refusal = life.refusal({ name: 'record', type, values: { ...rest, [field.id]: bad } })
        assert.deepEqual([refusal.code, refusal.field, refusal.expects], ['field-kind', field.id, field.kind], `${type} ${field.id}`)
      }
    }
  }
})

test('a closed list of values takes no other', () => {
  assert.equal(none.refused('approval.given', { by: 'neighbour' }), 'field-choice by')
})

test('a length of time that is none is refused by its field, with what should stand there, and never recorded as nothing', () => {
  for (const [type, field, values] of [
    ['asset.described', 'makerTerm', { makerTerm: '三年' }],
    ['asset.accepted', 'stateTerm', { stateTerm: '36' }],
    ['cover.extended', 'by', { cover: 'equipment', by: '两个月' }],
  ] as const) {
    const refused = none.refusal({ name: 'record', type, values }, { subject: 'asset/A1' })
    assert.deepEqual([refused.code, refused.field], ['field-kind', field])
    assert.match(sayServiceRefusal(refused, 'zh-CN'), /天写 90d，个月写 24mo，年写 3y。$/)
  }
  assert.match(
    sayServiceRefusal(none.refusal({ name: 'record', type: 'cover.extended', values: { cover: 'a', by: 'x' } }), 'zh-CN'),
    /^“延长多久”/,
  )
  const { data } = none.step('cover.extended', { cover: 'equipment', by: '60d' }, { subject: 'asset/A1' }).last
  assert.deepEqual(data, { cover: 'equipment', by: '60d' })
})

test('what a plan knows is said in its own words and stands in the fact by its id; a cover that it does not have is refused', () => {
  const named = planOf(
    SOUND.replace(
      /^promises:\n/m,
      'promises:\n  parts-free:\n    title: 泵体质保\n    text: 泵体保一年。\n    source: [L-9]\n    cover: {per: asset, starts: asset.accepted, term: 12mo}\n',
    ),
  )
  const scrapped = none.step('asset.scrapped', { reason: '客户改期' }, { plan: named, subject: 'asset/A1' }).last
  assert.equal(scrapped.data.reason, 'customer-deferred')
  assert.equal(none.step('asset.scrapped', { reason: '泡了水' }, { plan: named, subject: 'asset/A1' }).last.data.reason, '泡了水')
  assert.equal(none.step('cover.ended', { cover: 'parts-free' }, { plan: named, subject: 'asset/A1' }).last.data.cover, 'parts-free')
  const refused = none.refusal({ name: 'record', type: 'cover.ended', values: { cover: 'labour' } }, { plan: named, subject: 'asset/A1' })
  assert.deepEqual([refused.code, refused.field], ['field-choice', 'cover'])
  assert.equal(sayServiceRefusal(refused, 'zh-CN'), '“质保”只能是：泵体质保。')
  const without = none.refusal(
    { name: 'record', type: 'cover.ended', values: { cover: 'labour' } },
    { plan: planOf(SOUND), subject: 'asset/A1' },
  )
  assert.equal(without.code, 'cover-none')
})

test('a loaner carries the class of the device that it stands in for, and whether it is lower, by the order of the plan', () => {
  const plan = planOf(SOUND.replace(/^dimensions:\n/m, 'dimensions:\n  class: {values: [basic, standard, high], set-by: asset}\n'))
  const lent = (values: { [field: string]: Json }, assetClass?: string) =>
    none.step('loan.delivered', values, { plan, assetClass, subject: 'loan/L1' }).last.data
  assert.deepEqual(lent({ class: 'high' }, 'Standard'), { class: 'high', assetClass: 'standard', lowerClass: false })
  assert.deepEqual(lent({ class: 'basic' }, 'standard'), { class: 'basic', assetClass: 'standard', lowerClass: true })
  assert.deepEqual(lent({ class: '高配' }, '高配'), { class: '高配', assetClass: '高配', lowerClass: false })
  assert.deepEqual(lent({ class: '高配', lowerClass: true }, 'standard'), { class: '高配', assetClass: 'standard', lowerClass: true })
  assert.deepEqual(lent({ class: 'basic' }), { class: 'basic' })
  const claimed = (values: { [field: string]: Json }) =>
    none.refused('loan.delivered', values, { plan, assetClass: 'standard', subject: 'loan/L1' })
  assert.equal(claimed({ class: 'basic', lowerClass: false }), 'class-lower lowerClass')
  assert.equal(claimed({ class: 'high', lowerClass: true }), 'class-not-lower lowerClass')
})

test('the same problem told twice in other letters is the same problem, and a model is spelt as its device is', () => {
  const words = { problem: [{ id: '压缩机 不启动', names: [] }], model: [{ id: 'YK-3000 ', names: [] }] }
  const said = (problem: string) => none.step('work.failed', { problem }, { words, subject: 'work/W1' }).last.data.problem
  assert.equal(said('压缩机不启动'), '压缩机 不启动')
  assert.equal(said(' 压缩机　不启动'), '压缩机 不启动')
  assert.equal(said('压缩机  漏油 '), '压缩机 漏油')
  const { data, also } = none.step('part.requested', { part: '主板', model: 'ｙｋ-3000' }, { words, subject: 'part/P1' }).last
  assert.deepEqual([data, also], [{ part: '主板', model: 'YK-3000 ' }, [CONTRACT, 'model/YK-3000 ']])
})

test('free text stands beside the fact and never in it', () => {
  const decided = none.decide({ name: 'record', type: 'callback.made', values: { satisfied: true, summary: ' 客户很满意 ' } })
  assert.ok(decided.ok)
  assert.deepEqual(decided.facts[0]?.data, { satisfied: true })
  assert.deepEqual(decided.texts, [{ factId: decided.facts[0]?.id, field: 'summary', text: '客户很满意' }])
})

test('an event that is announced ends after it starts', () => {
  assert.equal(none.refused('event.announced', { start: NOW, end: NOW }), 'ends-before-start end')
  assert.equal(none.step('event.announced', { start: NOW, end: NOW + 1 }).state.phase, 'announced')
})

test('whatever is written into the fields, there is a fact or a sentence in every language, and nothing is thrown', () => {
  const json = fc.oneof(
    fc.string(),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(fc.string()),
    fc.dictionary(fc.string(), fc.string()),
  )
  const ids = [...new Set(TYPES.flatMap((type) => SERVICE_STEPS[type].fields.map(({ id }) => id)))]
  const values = fc.dictionary(fc.constantFrom(...ids), json, { maxKeys: 6 })
  const property = fc.property(fc.constantFrom(...TYPES), values, (type, said) => {
    const decided = none.decide({ name: 'record', type, values: said as { [field: string]: Json } })
    if (decided.ok) return
    for (const locale of LOCALES) assert.doesNotMatch(sayServiceRefusal(decided.refusal, locale), /[{}]|undefined/)
  })
  fc.assert(property, RUNS)
})

// Time ------------------------------------------------------------------------------------------------------------------------

test('nothing happens in the future', () => {
  const refusal = none.refusal({ name: 'record', type: 'callback.made', values: {}, occurredAt: NOW + 1 })
  assert.deepEqual([refusal.code, refusal.field], ['in-future', 'occurredAt'])
})

test('nothing is told of more than ten years later', () => {
  const refusal = none.refusal({
    name: 'record',
    type: 'callback.made',
    values: {},
    occurredAt: 0,
    lateReason: '补录',
    lateEvidence: '签字单',
  })
  assert.deepEqual([refusal.code, refusal.field], ['long-ago', 'occurredAt'])
  const accepted = {
    name: 'record',
    type: 'asset.accepted',
    values: {},
    occurredAt: 0,
    lateReason: '补录',
    lateEvidence: '验收单',
  } as const
  assert.equal(none.go(accepted).last.occurredAt, 0, 'a device may have been accepted long ago')
})

const late = { name: 'record', type: 'callback.made', values: {}, occurredAt: at('09:00') } as const
const proof = { lateReason: '当天没有网络', lateEvidence: '通话清单' }

test('what is entered long after it happened says why and by what it can be shown; what a device or import says does not', () => {
  assert.equal(none.refusal(late).code, 'late-reason')
  assert.equal(none.refusal({ ...late, lateReason: proof.lateReason }).code, 'late-evidence')
  const entered = none.go({ ...late, ...proof })
  assert.deepEqual(entered.last.data, { late: true, reason: true, evidence: true })
  assert.equal(entered.last.occurredAt, at('09:00'))
  assert.deepEqual(none.go(late, { source: 'import' }).last.data, {})
  assert.deepEqual(none.go({ ...late, occurredAt: at('09:50') }).last.data, {})
  assert.equal(none.refusal({ ...late, occurredAt: at('09:50') }, { backfillMs: 60_000 }).code, 'late-reason')
})

test('a reason that the step itself states stays its reason when it is entered late', () => {
  const excluded = none.go({
    name: 'record',
    type: 'cover.excluded',
    values: { reason: 'human-damage', evidence: '照片' },
    occurredAt: at('09:00'),
    ...proof,
  })
  assert.equal(excluded.last.data.reason, 'human-damage')
})

// Rulings ---------------------------------------------------------------------------------------------------------------------

test('another person approves what was entered late, once; the one who made it does not', () => {
  const life = none.go({ ...late, ...proof })
  const approve = { name: 'approve', of: life.last.id } as const
  assert.equal(life.refusal(approve).code, 'approval-own')
  const approved = life.go(approve, { person: 'gu' })
  assert.equal(approved.state.entries[0]?.approvedBy, 'gu')
  assert.equal(approved.refusal(approve, { person: 'xu' }).code, 'approved-already')
  const timely = none.step('callback.made')
  assert.equal(timely.refusal({ name: 'approve', of: timely.last.id }, { person: 'gu' }).code, 'approval-needless')
  assert.equal(life.refusal({ name: 'approve', of: 'other' }, { person: 'gu' }).code, 'not-here')
})

test('a step that is declared void leaves the record where it stood before, and can come again', () => {
  const life = none.step('loan.delivered').step('loan.returned')
  const voided = life.go({ name: 'void', of: life.last.id, reason: '登错了' })
  assert.equal(voided.state.phase, 'delivered')
  assert.equal(voided.step('loan.returned').state.phase, 'returned')
  assert.equal(voided.refusal({ name: 'void', of: life.last.id, reason: '再来' }).code, 'void-already')
  assert.equal(voided.refusal({ name: 'approve', of: life.last.id }, { person: 'gu' }).code, 'void-already')
  assert.equal(life.refusal({ name: 'void', of: life.last.id, reason: ' ' }).code, 'void-reason')
  assert.equal(life.refusal({ name: 'void', of: 'other', reason: '登错了' }).code, 'not-here')
  const nothing = none.step('callback.made')
  assert.equal(nothing.go({ name: 'void', of: nothing.last.id, reason: '没打通' }).state.phase, 'absent')
})

test('facts about others leave the record as it is', () => {
  const life = none.step('loan.delivered')
  const { state } = life.go({ name: 'void', of: life.last.id, reason: '登错了' })
  assert.deepEqual(new Life(state).state, state)
})
