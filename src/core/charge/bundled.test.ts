import assert from 'node:assert/strict'
import { test } from 'node:test'
import { agreed, bundled, PLAN_FILES } from '../plan/plans.testing.ts'
import { boundFrom } from '../promise/from-yaml.testing.ts'
import { SCANNER } from '../promise/scanner.testing.ts'
import type { BillItem } from './bill.ts'
import { charged } from './given.testing.ts'

// The bundled plans, each of their lines of charges with a repair reckoned by it: a pump at 1200.00 by the list and 800.00 at cost, two hours at 150.00.

const PUMP: BillItem = { column: 'parts', name: '水泵', listFen: 120_000, costFen: 80_000 }
const HOURS: BillItem = { column: 'labour', name: '更换', quantity: 2, listFen: 15_000, costFen: 6000 }
const WAY: BillItem = { column: 'travel', km: 60, listFen: 20_000, costFen: 9000 }
const CARE: BillItem = { column: 'service', name: '保养', listFen: 30_000 }
const REPAIR = [PUMP, HOURS, WAY, CARE]

test('biguolu: in the warranty free but for what the user broke, afterwards parts at cost (S002-201, S002-204, S002-210)', () => {
  const bound = agreed('biguolu')
  assert.deepEqual(charged(bound, REPAIR, { cover: 'equipment', cause: 'manufacture' }), [
    'parts free 0.00 vendor by 1',
    'labour free 0.00 vendor by 1',
    'travel unstated open unstated by none',
    'service free 0.00 vendor by 1',
  ])
  assert.deepEqual(charged(bound, [PUMP, HOURS], { cover: 'equipment', cause: 'customer-cause' }), [
    'parts list 1200.00 customer by 0',
    'labour free 0.00 vendor by 0',
  ])
  assert.deepEqual(charged(bound, REPAIR, { cover: 'none', cause: 'customer-cause' }), [
    'parts at-cost 800.00 customer by 2',
    'labour free 0.00 vendor by 2',
    'travel unstated open unstated by none',
    'service unstated open unstated by none',
  ])
  assert.deepEqual(charged(bound, [PUMP], { cover: 'equipment' }), ['parts list open unknown by 0 asks cause'])
  assert.deepEqual(charged(bound, [PUMP], { cover: 'none' }), ['parts at-cost 800.00 customer by 2'], 'afterwards the cause is no matter')
})

test('keyou: hardware and software are repaired free in their warranties; what it costs afterwards is not said (S004-21)', () => {
  const bound = agreed('keyou')
  for (const cover of ['hardware', 'software'])
    assert.deepEqual(charged(bound, [PUMP, HOURS], { cover }), ['parts free 0.00 vendor by 0', 'labour free 0.00 vendor by 0'])
  assert.deepEqual(charged(bound, [PUMP, HOURS], { cover: 'none' }), [
    'parts unstated open unstated by none',
    'labour unstated open unstated by none',
  ])
})

test('shebei-2nian: what people broke has no price in the text and is no gift either (S002-03, S002-05)', () => {
  const bound = agreed('shebei-2nian')
  assert.deepEqual(charged(bound, REPAIR, { cover: 'equipment', cause: 'wear' }), [
    'parts free 0.00 vendor by 1',
    'labour free 0.00 vendor by 1',
    'travel unstated open unstated by none',
    'service free 0.00 vendor by 1',
  ])
  const broken = { cover: 'equipment', cause: 'human-damage' }
  assert.deepEqual(charged(bound, [PUMP, HOURS], broken), ['parts unstated open unstated by 0', 'labour free 0.00 vendor by 1'])
  assert.deepEqual(charged(bound, [{ ...PUMP, agreedFen: 100_000 }], broken), ['parts unstated 1000.00 customer by 0'])
  assert.deepEqual(charged(bound, [PUMP], { cover: 'none' }), ['parts unstated open unstated by none'])
})

test('zhineng: customer-caused damage costs the equipment at cost and labour, quality nothing (S000-04, S000-109, S000-111)', () => {
  const bound = agreed('zhineng')
  for (const cause of ['misoperation', 'human-damage', 'self-modified'])
    assert.deepEqual(charged(bound, [PUMP, HOURS], { cover: 'equipment', cause }), [
      'parts at-cost 800.00 customer by 0',
      'labour list 300.00 customer by 0',
    ])
  assert.deepEqual(charged(bound, [PUMP, HOURS, CARE], { cover: 'equipment', cause: 'quality' }), [
    'parts free 0.00 vendor by 1',
    'labour free 0.00 vendor by 1',
    'service free 0.00 vendor by 1',
  ])
})

test('a plan that says nothing of money leaves everything open', () => {
  const silent = PLAN_FILES.map((file) => file.replace('.yaml', '')).filter((id) => bundled(id).charges.length === 0)
  assert.deepEqual(silent, ['baojing', 'ruiyan'])
  for (const id of silent) {
    const bound = boundOf(id)
    const open = charged(bound, REPAIR, { cover: 'none' })
    assert.equal(open.length, REPAIR.length)
    for (const one of open) assert.match(one, / unstated open unstated by none$/)
  }
})

/** What a contract must fill before anybody can count does not matter to money; any choice will do. */
function boundOf(id: string) {
  const plan = bundled(id)
  const hours = Object.entries(plan.calendars).filter(([, source]) => 'hours' in source && source.hours === 'unstated')
  const chosen = Object.values(plan.dimensions).filter(({ setBy }) => setBy === 'contract')
  assert.deepEqual(hours, [], 'no calendar is open in the plans without charges')
  return agreed(id, Object.fromEntries(chosen.map(({ id: dimension, values }) => [`dimensions.${dimension}`, values[0]!])))
}

test('every line of charges of every bundled plan decides something above', () => {
  const count = Object.fromEntries(PLAN_FILES.map((file) => [file, bundled(file.replace('.yaml', '')).charges.length]))
  assert.deepEqual(count, {
    'baojing.yaml': 0,
    'biguolu.yaml': 3,
    'keyou.yaml': 1,
    'ruiyan.yaml': 0,
    'shebei-2nian.yaml': 2,
    'zhineng.yaml': 2,
  })
})

test('a plan of another trade: a scanner’s abuse costs parts, a flat hour and a fifth on top', () => {
  const bound = boundFrom(SCANNER)
  const [cover = ''] = Object.values(bound.plan.promises).flatMap(({ id, form }) => (form === 'cover' ? [id] : []))
  assert.deepEqual(charged(bound, [PUMP, HOURS], { cover, cause: 'abuse' }), [
    'parts list 1200.00 customer by 1',
    'labour fen 600.00 customer by 1',
    'surcharge percent 360.00 customer by 1',
  ])
  assert.deepEqual(charged(bound, [PUMP, HOURS, WAY], { cover, cause: 'wear' }), [
    'parts free 0.00 vendor by 0',
    'labour free 0.00 vendor by 0',
    'travel free 0.00 vendor by 0',
  ])
  assert.deepEqual(charged(bound, [PUMP, HOURS, WAY], { cover: 'none', cause: 'wear' }), [
    'parts list 1200.00 customer by 2',
    'labour list 300.00 customer by 2',
    'travel at-cost 90.00 customer by 2',
  ])
})
