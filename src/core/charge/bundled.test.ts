import assert from 'node:assert/strict'
import { test } from 'node:test'
import { agreed, bundled, PLAN_FILES } from '../plan/plans.testing.ts'
import { boundFrom } from '../promise/from-yaml.testing.ts'
import { SCANNER } from '../promise/scanner.testing.ts'
import type { BillItem } from './bill.ts'
import { charged } from './given.testing.ts'

// The bundled plans, each of their lines of charges with a repair reckoned by it: a pump at 1200.00 by the list and 800.00 at cost, two hours at 150.00.

const PUMP: BillItem = { column: 'parts', service: 'repair', name: '水泵', listFen: 120_000, costFen: 80_000 }
const HOURS: BillItem = { column: 'labour', service: 'repair', name: '更换', quantity: 2, listFen: 15_000, costFen: 6000 }
const WAY: BillItem = { column: 'travel', service: 'repair', km: 60, listFen: 20_000, costFen: 9000 }
const CARE: BillItem = { column: 'service', service: 'repair', name: '保养', listFen: 30_000 }
const REPAIR = [PUMP, HOURS, WAY, CARE]

test('biguolu: in the warranty free but for what the user broke, afterwards parts at cost (S002-201, S002-204, S002-210)', () => {
  const bound = agreed('biguolu', { 'dimensions.warranty': '3y' })
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

test('keyou: hardware and software are repaired free in their warranties, afterwards by the price list (S004-21, S004-44, S004-45, S004-46)', () => {
  const bound = agreed('keyou')
  for (const cover of ['hardware', 'software'])
    assert.deepEqual(charged(bound, [PUMP, HOURS], { cover, cause: 'quality' }), [
      'parts free 0.00 vendor by 1',
      'labour free 0.00 vendor by 1',
    ])
  assert.deepEqual(charged(bound, [PUMP, HOURS], { cover: 'none' }), [
    'parts list 1200.00 customer by 6',
    'labour list 300.00 customer by 6',
  ])
  const service = (id: string, cover: string) => charged(bound, [{ ...CARE, service: id }], { cover })
  assert.deepEqual(service('first-installation', 'hardware'), ['service list 300.00 customer by 2'])
  assert.deepEqual(service('upgrade-delivery', 'none'), ['service list 300.00 customer by 5'])
})

test('keyou: upgrades are free in the software warranty and while the upgrade service runs, but for a paid function that was not bought: that is quoted for (S004-31, S004-52)', () => {
  const bound = agreed('keyou')
  const upgrade: BillItem = { column: 'service', service: 'upgrade-delivery', name: '升级', listFen: 30_000 }
  for (const cover of ['software', 'upgrade-term']) {
    assert.deepEqual(charged(bound, [upgrade], { cover, excluded: false }), ['service free 0.00 vendor by 3'])
    const unbought = { cover, excluded: true, exclusion: 'unbought-function' }
    assert.deepEqual(charged(bound, [upgrade], unbought), ['service quoted open quoted by 4'])
    assert.deepEqual(charged(bound, [{ ...upgrade, agreedFen: 50_000 }], unbought), ['service quoted 500.00 customer by 4'])
  }
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
  const visit = { service: 'quarterly-record' }
  assert.deepEqual(
    charged(
      bound,
      [
        { ...CARE, ...visit },
        { ...WAY, ...visit },
      ],
      { cover: 'none' },
    ),
    ['travel free 0.00 vendor by 2', 'service free 0.00 vendor by 2'],
  )
})

test('zhineng: customer-caused damage costs the equipment at cost and labour, quality nothing (S000-04, S000-109, S000-111)', () => {
  const bound = agreed('zhineng')
  for (const cause of ['misoperation', 'human-damage', 'self-modified'])
    assert.deepEqual(charged(bound, [PUMP, HOURS], { cover: 'equipment', cause }), [
      'parts at-cost 800.00 customer by 0',
      'labour list 300.00 customer by 0',
    ])
  assert.deepEqual(charged(bound, [PUMP, HOURS, CARE], { cover: 'equipment', cause: 'quality' }), [
    'parts free 0.00 vendor by 2',
    'labour free 0.00 vendor by 2',
    'service free 0.00 vendor by 2',
  ])
  const abroad = { cover: 'equipment', cause: 'quality', overseas: true }
  assert.deepEqual(
    charged(
      bound,
      [
        { column: 'freight-out', costFen: 40_000, sender: 'customer' },
        { column: 'inspection', listFen: 9000 },
      ],
      abroad,
    ),
    ['freight-out vendor 0.00 vendor by 3', 'inspection free 0.00 vendor by 3'],
  )
  assert.deepEqual(charged(bound, [PUMP, HOURS], { cover: 'none', cause: 'misoperation', contractRunning: false }), [
    'parts at-cost 800.00 customer by 4',
    'labour list 300.00 customer by 4',
  ])
  assert.deepEqual(charged(bound, [HOURS, CARE], { cover: 'none', cause: 'quality', contractRunning: true }), [
    'labour free 0.00 vendor by 6',
    'service free 0.00 vendor by 6',
  ])
  assert.deepEqual(charged(bound, [WAY], { cover: 'equipment', cause: 'quality', excluded: false }), ['travel free 0.00 vendor by 7'])
  const after = { contractRunning: false, cause: 'quality' }
  assert.deepEqual(charged(bound, [CARE], { ...after, cover: 'service', type: 'parameter-change' }), ['service free 0.00 vendor by 8'])
  assert.deepEqual(charged(bound, [{ ...CARE, service: 'training-record' }], { ...after, cover: 'none', type: 'fault' }), [
    'service free 0.00 vendor by 10',
  ])
})

test('a plan that says nothing of money leaves everything open', () => {
  const silent = PLAN_FILES.map((file) => file.replace('.yaml', '')).filter((id) => bundled(id).charges.length === 0)
  assert.ok(silent.length > 0)
  for (const id of silent) {
    const open = charged(boundOf(id), REPAIR, { cover: 'none' })
    assert.equal(open.length, REPAIR.length)
    for (const one of open) assert.match(one, / unstated open unstated by none$/)
  }
})

/** What a contract must fill before anybody can count does not matter to money; any choice will do. */
function boundOf(id: string) {
  const plan = bundled(id)
  const hours = Object.entries(plan.calendars).filter(([, source]) => 'hours' in source && source.hours === 'unstated')
  const chosen = Object.values(plan.dimensions).filter(({ setBy }) => setBy === 'contract')
  return agreed(id, {
    ...Object.fromEntries(chosen.map(({ id: dimension, values }) => [`dimensions.${dimension}`, values[0]!])),
    ...Object.fromEntries(hours.map(([calendar]) => [`calendars.${calendar}.hours`, '24x7'])),
  })
}

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
