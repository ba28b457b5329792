import assert from 'node:assert/strict'
import { test } from 'node:test'
import { agreed, PLAN_FILES } from '../plan/plans.testing.ts'
import type { BoundPlan } from '../promise/types.ts'
import { EMPTY_CONTENT } from './content.ts'
import { account, byClause, cover, fact, repair } from './given.testing.ts'
import type { StandingCover } from '../promise/cover/at.ts'

/**
 * One repair under each bundled plan that says what is charged: two cells at 640.00, two hours and a half at 200.00, forty kilometres at 3.00 beyond the
 * twenty that are free. `quality equipment`: nothing excluded, under that cover;
 * `human-damage equipment`: excluded for that reason, with evidence. Behind an amount the source of its clause. What a plan does not say stays open, what goes by cost waits for it.
 */
const BILLS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  baojing: {
    'quality equipment': ['parts 0.00 vendor', 'labour 0.00 vendor', 'travel open unstated'],
    'quality three-guarantees': ['parts 0.00 vendor', 'labour 0.00 vendor', 'travel open unstated'],
    'quality life': ['parts open unpriced (S002-277 S002-278)', 'labour 0.00 vendor (S002-277 S002-278)', 'travel open unstated'],
    'quality none': ['parts open unpriced (S002-277 S002-278)', 'labour 0.00 vendor (S002-277 S002-278)', 'travel open unstated'],
  },
  baozheng: {
    'quality equipment': ['parts 0.00 vendor', 'labour 0.00 vendor', 'travel open unstated'],
    'quality embedded-software': ['parts open unpriced (S001-35)', 'labour 0.00 vendor (S001-35)', 'travel open unstated'],
    'quality none': ['parts open unpriced (S001-35)', 'labour 0.00 vendor (S001-35)', 'travel open unstated'],
  },
  biguolu: {
    'quality equipment': ['parts 0.00 vendor (S002-201 S002-203)', 'labour 0.00 vendor (S002-201 S002-203)', 'travel open unstated'],
    'customer-cause equipment': ['parts 1280.00 customer (S002-204)', 'labour 0.00 vendor (S002-204)', 'travel open unstated'],
    'quality none': ['parts open unpriced (S002-210)', 'labour 0.00 vendor (S002-210)', 'travel open unstated'],
  },
  'cuoshi-7x24': {
    'quality product': ['parts 0.00 vendor', 'labour 0.00 vendor', 'travel open unstated'],
    'quality none': ['parts 1280.00 customer (S003-46)', 'labour 500.00 customer (S003-46)', 'travel open unstated'],
  },
  fanwei: {
    'quality equipment': ['parts 0.00 vendor', 'labour 0.00 vendor', 'travel open unstated'],
    'human-damage equipment': ['parts open unpriced (S001-101)', 'labour open unpriced (S001-101)', 'travel open unstated'],
    'disaster equipment': ['parts open unpriced (S001-101)', 'labour open unpriced (S001-101)', 'travel open unstated'],
    'quality life-long': ['parts open unpriced (S001-102 S001-103)', 'labour 0.00 vendor (S001-102 S001-103)', 'travel open unstated'],
    'quality none': ['parts open unpriced (S001-102 S001-103)', 'labour 0.00 vendor (S001-102 S001-103)', 'travel open unstated'],
  },
  'fanwen-1': {
    'quality product': ['parts 0.00 vendor', 'labour 0.00 vendor', 'travel open unstated'],
    'quality none': ['parts 1280.00 customer (S002-122)', 'labour 500.00 customer (S002-122)', 'travel open unstated'],
  },
  fengji: {
    'quality equipment': ['parts 0.00 vendor (S002-58)', 'labour 0.00 vendor (S002-58)', 'travel open unstated'],
    'abnormal-use equipment': ['parts open unpriced', 'labour open unpriced', 'travel open unstated'],
    'quality life-long': ['parts open unpriced (S002-47 S002-60)', 'labour open unpriced (S002-47 S002-60)', 'travel open unstated'],
    'quality none': ['parts open unpriced (S002-47 S002-60)', 'labour open unpriced (S002-47 S002-60)', 'travel open unstated'],
  },
  houxu: {
    'quality product': ['parts 0.00 vendor (S003-144)', 'labour 0.00 vendor (S003-144)', 'travel open unstated'],
    'quality none': ['parts open unstated', 'labour open unstated', 'travel open unstated'],
  },
  'jishu-baoxiu-1n': {
    'quality product': ['parts 0.00 vendor (S003-20)', 'labour 0.00 vendor (S003-20)', 'travel open unstated'],
    'quality none': ['parts 1280.00 customer (S003-22)', 'labour 500.00 customer (S003-22)', 'travel open unstated'],
  },
  'kefu-zhongxin': {
    'quality own-software': ['parts open unstated', 'labour open unstated', 'travel open unstated'],
    'quality none': ['parts open unstated', 'labour open unstated', 'travel open unstated'],
  },
  keyou: {
    'quality hardware': ['parts 0.00 vendor (S004-21)', 'labour 0.00 vendor (S004-21)', 'travel open unstated'],
    'added-later hardware': ['parts 1280.00 customer (S004-25)', 'labour 500.00 customer (S004-25)', 'travel open unstated'],
    'quality software': ['parts 0.00 vendor (S004-21)', 'labour 0.00 vendor (S004-21)', 'travel open unstated'],
    'quality upgrade-term': ['parts open unstated', 'labour open unstated', 'travel open unstated'],
    'quality none': [
      'parts 1280.00 customer (S004-45 S004-47 S004-55 S004-56)',
      'labour 500.00 customer (S004-45 S004-47 S004-55 S004-56)',
      'travel open unstated',
    ],
  },
  'qiye-jieshao': {
    'quality product': ['parts 0.00 vendor', 'labour 0.00 vendor', 'travel open unstated'],
    'quality none': ['parts open unstated', 'labour open unstated', 'travel open unstated'],
  },
  ruiyan: {
    'quality product': ['parts 0.00 vendor (S003-185)', 'labour 0.00 vendor (S003-185)', 'travel 0.00 vendor'],
    'quality support': ['parts open unstated', 'labour 0.00 vendor', 'travel 0.00 vendor'],
    'quality training-for-life': ['parts open unstated', 'labour open unstated', 'travel open unstated'],
    'quality none': ['parts open unstated', 'labour open unstated', 'travel open unstated'],
  },
  'shebei-2nian': {
    'quality equipment': ['parts 0.00 vendor (S002-03 S002-34)', 'labour 0.00 vendor (S002-03 S002-34)', 'travel open unstated'],
    'human-damage equipment': ['parts open unstated (S002-05)', 'labour 0.00 vendor (S002-03 S002-34)', 'travel open unstated'],
    'quality none': ['parts open unstated', 'labour open unstated', 'travel open unstated'],
  },
  xiangying: {
    'quality equipment': ['parts 0.00 vendor', 'labour 0.00 vendor', 'travel open unpriced (S001-78 S001-84)'],
    'quality none': [
      'parts open unpriced (S001-78 S001-84)',
      'labour open unpriced (S001-78 S001-84)',
      'travel open unpriced (S001-78 S001-84)',
    ],
  },
  yaosu: {
    'quality product': ['parts 0.00 vendor', 'labour 0.00 vendor', 'travel open unstated'],
    'quality none': ['parts open unstated', 'labour open unstated', 'travel open unstated'],
  },
  zhibao: {
    'quality equipment': ['parts 0.00 vendor', 'labour 0.00 vendor', 'travel 0.00 vendor'],
    'misoperation equipment': ['parts open unpriced', 'labour 0.00 vendor', 'travel open unknown (S001-14)'],
    'quality maintenance': ['parts open unpriced (S001-14)', 'labour 0.00 vendor (S001-14)', 'travel open unknown (S001-14)'],
    'quality none': ['parts open unpriced (S001-14)', 'labour 0.00 vendor (S001-14)', 'travel open unknown (S001-14)'],
  },
  zhineng: {
    'quality equipment': [
      'parts 0.00 vendor (S000-109 S000-111)',
      'labour 0.00 vendor (S000-109 S000-111)',
      'travel 0.00 vendor (S000-118 S000-119 S000-120)',
    ],
    'misoperation equipment': ['parts open unpriced (S000-04)', 'labour 500.00 customer (S000-04)', 'travel open unstated'],
    'human-damage equipment': ['parts open unpriced (S000-04)', 'labour 500.00 customer (S000-04)', 'travel open unstated'],
    'disaster equipment': ['parts open unstated (S000-114)', 'labour open unstated (S000-114)', 'travel open unstated (S000-114)'],
    'self-modified equipment': ['parts open unpriced (S000-04)', 'labour 500.00 customer (S000-04)', 'travel open unstated'],
    'quality service': ['parts open unstated', 'labour 0.00 vendor (S000-16 S000-43)', 'travel open unstated'],
    'quality upkeep-after-cover': ['parts open unstated', 'labour 0.00 vendor (S000-16 S000-43)', 'travel open unstated'],
    'quality none': ['parts open unstated', 'labour 0.00 vendor (S000-16 S000-43)', 'travel open unstated'],
  },
}

/** What some plans leave to the contract: its hours of service, the longer or the shorter of two warranties. */
const CHOSEN: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ruiyan: { 'dimensions.hours': '7x24' },
  biguolu: { 'dimensions.warranty': '3y' },
}

function under(id: string): BoundPlan {
  return agreed(id, CHOSEN[id])
}

function priced(id: string): BoundPlan {
  const bound = under(id)
  const prices = { parts: [{ code: 'cell', name: '传感器', fen: 64_000 }], units: { labour: 20_000, travel: 300 }, freeKm: 20 }
  return { ...bound, plan: { ...bound.plan, prices } }
}

for (const [id, cases] of Object.entries(BILLS))
  test(`${id}: the bill of one repair, in the warranty and out of it`, () => {
    const bound = priced(id)
    for (const [name, lines] of Object.entries(cases)) {
      const [reason = '', covered = ''] = name.split(' ')
      const exclusions = reason === 'quality' ? [] : [{ at: 0, reason, ticket: 'ticket/T1' as const }]
      const covers = covered === 'none' ? [] : [cover({ cover: covered, exclusions })]
      const bill = account(repair('quality'), { bound, covers, content: { ...EMPTY_CONTENT, stated: { km: 60 } } })
      assert.deepEqual(byClause(bill), lines, name)
      const [, , , ...more] = bill.charges.columns
      assert.deepEqual(more, [], 'nothing is charged that was not done')
    }
  })

test('keyou: on the bill of its ticket an upgrade is free, and is quoted for once an entry says that the function was not bought (S004-54)', () => {
  const bound = priced('keyou')
  const upgrade = { id: 'u1', column: 'service' as const, service: 'upgrade-delivery', name: '升级', evidence: '升级单' }
  const bill = (exclusions: StandingCover['exclusions']) =>
    account([fact('ticket.reported', '08:00', { type: 'consultation', cover: 'upgrade-term' })], {
      bound,
      covers: [cover({ cover: 'upgrade-term', exclusions })],
      content: { ...EMPTY_CONTENT, added: [upgrade] },
    })
  assert.deepEqual(byClause(bill([])), ['service 0.00 vendor (S004-31 S004-52)'])
  const unbought = { at: 0, reason: 'unbought-function', ticket: 'ticket/T1' as const }
  assert.deepEqual(byClause(bill([unbought])), ['service open quoted (S004-54)'])
})

test('an exclusion with evidence is never cheaper for the customer than the warranty, under any bundled plan', () => {
  for (const [id, cases] of Object.entries(BILLS)) {
    const bound = priced(id)
    for (const clause of Object.values(bound.plan.promises)) {
      if (clause.form !== 'cover') continue
      const free = account(repair('quality'), { bound, covers: [cover({ cover: clause.id })] })
      for (const reason of clause.excludes) {
        const exclusions = [{ at: 0, reason, ticket: 'ticket/T1' as const }]
        const excluded = account(repair('quality'), { bound, covers: [cover({ cover: clause.id, exclusions })] })
        const paid = (bill: typeof free) => bill.charges.columns.filter(({ payer }) => payer === 'vendor').length
        assert.ok(paid(excluded) <= paid(free), `${id} ${reason}: ${Object.keys(cases).join(', ')}`)
      }
    }
  }
})

test('a plan without prices of its own leaves every price to the contract', () => {
  for (const file of PLAN_FILES) {
    const id = file.replace('.yaml', '')
    if (!Object.hasOwn(BILLS, id)) continue
    const bill = account(repair('quality'), { bound: under(id), covers: [] })
    for (const { fen } of bill.charges.columns) assert.ok(fen === undefined || fen === 0, id)
  }
})
