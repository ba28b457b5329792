import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import process from 'node:process'
import { test } from 'node:test'
import type { Locale } from '../words.ts'
import { LOCALES } from '../words.ts'
import type { Told } from './cover/given.testing.ts'
import { RHYTHM_TOLD_EN } from './rhythm-told.en.testing.ts'
import { RHYTHM_TOLD_ZH_CN } from './rhythm-told.zh-CN.testing.ts'
import { RHYTHM_TOLD_ZH_TW } from './rhythm-told.zh-TW.testing.ts'
import { ACCEPTED, CONTRACT, care, deed, planOf } from './rhythm.testing.ts'
import type { BoundPlan, Obligation } from './types.ts'
import { sayWhy, whyContext } from './why.ts'

type Case = readonly [name: string, bound: BoundPlan, told: readonly Told[], when: string, episode?: number]

const BASE = 'starts: contract.accepted\ntask: visit\n'
const monthly = planOf('recurring', `${BASE}every: 1mo\npauses: [deferred]\nuntil: contract.ended`)
const listed = planOf(
  'recurring',
  `${BASE}phases: [{weeks: 1-4, every: 2w, people: 1-2, checklist: [resident, safety]}]\nsame-expert: true`,
)
const often = planOf('recurring', `${BASE}times: {min: 1, max: 2, per: 1y, spacing: 3mo}`)
const agreed = planOf('recurring', `${BASE}on: {months: [3, 6], days: 11-20}\nagreed-by: customer\napproved-by: customer`)
const holiday = planOf('recurring', `${BASE}on: {months: [1], days: 1}\ncalendar: office\nholiday: next-workday\nahead: 1y`)
const faults = planOf('level', 'measure: count ticket.reported\nover: month\nstarts: contract.accepted\nat-most: 2\nexcuses: [storm]')
const available = planOf(
  'level',
  'measure: 1 - time ticket.reported to ticket.restored / planned\nover: quarter\nstarts: contract.accepted\nat-least: 98%\ntarget: 99.5%',
)
const spares = planOf('level', 'measure: stock.on-hand / count asset.accepted\nover: now\nstarts: contract.accepted\nat-least: 3%')
const wished = planOf('level', 'measure: mean score of survey.answered\nover: year\nstarts: contract.accepted\nat-least: unstated')

const visit = (when: string, data: NonNullable<Told[2]> = {}) => deed(when, 'visit.done', data)
const named = { promise: 'care' }
const report = (when: string, ticket = 'T1'): Told => [when, 'ticket.reported', {}, { on: `ticket/${ticket}`, also: [CONTRACT] }]
const ENDED: Told = ['2026-02-20 10:00', 'contract.ended', {}, { on: CONTRACT }]

const CASES: readonly Case[] = [
  ['an occurrence to come', monthly, [ACCEPTED], '2026-02-16 10:00', 2],
  ['one that was kept', monthly, [ACCEPTED, visit('2026-02-20 10:00')], '2026-03-10 10:00', 1],
  [
    'one that was missed and made up for',
    monthly,
    [ACCEPTED, visit('2026-03-05 10:00', { ...named, occurrence: 1 })],
    '2026-03-10 10:00',
    1,
  ],
  ['one that nobody owes any more', monthly, [ACCEPTED, ENDED], '2026-03-10 10:00', 1],
  ['half of a checklist', listed, [ACCEPTED, visit('2026-02-05 10:00', { checklists: ['safety'] })], '2026-02-06 10:00', 1],
  [
    'another expert, alone',
    listed,
    [
      ACCEPTED,
      visit('2026-02-05 10:00', { checklists: ['safety', 'resident'], person: 'lin', people: 1 }),
      visit('2026-02-20 10:00', { checklists: ['safety', 'resident'], person: 'gao', people: 0 }),
    ],
    '2026-02-21 10:00',
    2,
  ],
  [
    'too near and too often',
    often,
    [ACCEPTED, visit('2026-02-05 10:00'), visit('2026-02-20 10:00'), visit('2026-05-20 10:00')],
    '2026-06-01 10:00',
    1,
  ],
  [
    'agreed to be later',
    agreed,
    [ACCEPTED, deed('2026-03-02 10:00', 'visit.agreed', { ...named, by: 'customer', startsAt: '2026-03-25T09:00:00+08:00' })],
    '2026-03-03 10:00',
    1,
  ],
  ['a plan that was not approved', agreed, [ACCEPTED, deed('2026-03-02 10:00', 'document.issued', named)], '2026-03-22 10:00', 1],
  [
    'a plan approved and not carried out',
    agreed,
    [ACCEPTED, deed('2026-03-02 10:00', 'document.issued', named), deed('2026-03-03 10:00', 'approval.given', named)],
    '2026-03-22 10:00',
    1,
  ],
  ['a day that hangs on holidays not announced', holiday, [ACCEPTED], '2026-03-01 10:00', 1],
  ['a month that may still be held', faults, [ACCEPTED, report('2026-02-05 10:00')], '2026-02-06 10:00', 2],
  ['a month that was held', faults, [ACCEPTED, report('2026-02-05 10:00')], '2026-03-06 10:00', 2],
  [
    'a month that was lost',
    faults,
    [ACCEPTED, report('2026-02-05 10:00'), report('2026-02-06 10:00'), report('2026-02-07 10:00')],
    '2026-02-08 10:00',
    2,
  ],
  [
    'a month that was excused',
    faults,
    [ACCEPTED, ['2026-02-10 10:00', 'obligation.excused', { ...named, episode: 2, reason: 'storm', evidence: '预警' }, { on: CONTRACT }]],
    '2026-03-06 10:00',
    2,
  ],
  [
    'availability in percent',
    available,
    [ACCEPTED, report('2026-02-05 10:00'), ['2026-02-05 16:00', 'ticket.restored', {}, { on: 'ticket/T1', also: [CONTRACT] }]],
    '2026-02-06 10:00',
    1,
  ],
  [
    'a ratio that holds now',
    spares,
    [
      ACCEPTED,
      ['2026-02-05 10:00', 'stock.changed', { quantity: 2 }, { on: 'part/P1', also: [CONTRACT] }],
      ['2026-02-06 10:00', 'asset.accepted', {}, { also: [CONTRACT] }],
    ],
    '2026-02-07 10:00',
    1,
  ],
  ['a ratio that does not', spares, [ACCEPTED, ['2026-02-06 10:00', 'asset.accepted', {}, { also: [CONTRACT] }]], '2026-02-07 10:00', 1],
  ['nothing measured, nothing promised', wished, [ACCEPTED], '2027-01-02 10:00', 1],
]

function found([name, bound, told, when, episode]: Case): Obligation {
  return care(bound, told, when).find((one) => one.episode === episode) ?? assert.fail(name)
}

function toldIn(locale: Locale): string {
  return CASES.map((one) => {
    const obligation = found(one)
    return [`# ${one[0]}`, ...sayWhy(obligation, whyContext(one[1], obligation), locale), ''].join('\n')
  }).join('\n')
}

const GOLDEN: Readonly<Record<Locale, string>> = { 'zh-CN': RHYTHM_TOLD_ZH_CN, 'zh-TW': RHYTHM_TOLD_ZH_TW, en: RHYTHM_TOLD_EN }

/** After a wanted change: write anew, read every line, commit. */
function write(locale: Locale): void {
  const name = `RHYTHM_TOLD_${locale.toUpperCase().replace('-', '_')}`
  const text = `/** What occurrences and levels say of themselves; written by rhythm-told.test.ts, read by people. */\nexport const ${name} = \`\n${toldIn(locale)}\`\n`
  writeFileSync(new URL(`./rhythm-told.${locale}.testing.ts`, import.meta.url), text)
}

if (process.env.NUOXING_WRITE_GOLDEN) LOCALES.forEach(write)

for (const locale of LOCALES)
  test(`occurrences and levels say why, in ${locale}`, () => assert.equal(toldIn(locale), GOLDEN[locale].slice(1)))

test('no sentence leaves a place unfilled, in any language', () => {
  for (const one of CASES) {
    const obligation = found(one)
    for (const locale of LOCALES)
      for (const line of sayWhy(obligation, whyContext(one[1], obligation), locale))
        assert.ok(!/[{}]|undefined|NaN/.test(line), `${one[0]} ${locale}: ${line}`)
  }
})
