import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import process from 'node:process'
import { test } from 'node:test'
import type { PlanText, Story } from './given.testing.ts'
import { isFactType, FACTS } from '../fact.ts'
import type { Locale } from '../words.ts'
import { LOCALES } from '../words.ts'
import type { Term } from '../plan/types.ts'
import { CALENDARS, at, given } from './given.testing.ts'
import { TOLD_EN } from './told.en.testing.ts'
import { TOLD_ZH_CN } from './told.zh-CN.testing.ts'
import { TOLD_ZH_TW } from './told.zh-TW.testing.ts'
import { factWords, sayWhy, whyContext } from './why.ts'

const reasons = { wait: { name: '等客户' }, defer: { name: '客户改期', evidence: true, limit: '2h' }, storm: { name: '台风' } }
const reply = {
  title: '电话答复',
  text: '接到报修后 30 分钟内电话答复',
  source: ['A-1'],
  starts: 'ticket.reported',
  keptBy: 'ticket.replied',
  within: '30min',
} as const
const arrive = {
  title: '到场',
  text: '24 小时内到场',
  source: ['A-2'],
  starts: 'ticket.reported',
  keptBy: 'visit.arrived',
  within: '24h',
  unless: 'remote.solved',
} as const
const repair = {
  title: '修复',
  text: '一般故障 4 小时、重大故障 8 小时内修复',
  source: ['A-3', 'A-4'],
  reading: '从到场起算',
  starts: 'arrive.done',
  keptBy: 'ticket.restored',
  within: { by: 'grade', major: '8h', general: '4h' },
  calendar: 'office',
  pauses: ['wait', 'defer'],
  excuses: ['storm'],
} as const
const plan: PlanText = { promises: { reply, arrive, repair }, reasons }
const base = given(plan).fact('09:00', 'ticket.reported', { grade: 'general' })
const onSite = base.fact('10:00', 'visit.arrived')
const proof = { reason: '忘记录入', evidence: '通话清单' }
const waiver = { promise: 'reply', reason: 'storm', role: '客服经理', evidence: '通知' }
const one = (text: PlanText['promises'][string], more: Partial<PlanText> = {}) => given({ promises: { repair: text }, reasons, ...more })

/** Twenty clocks, each looked at once: name, story, promise, instant. */
const CASES: readonly (readonly [string, Story, string, string])[] = [
  ['open', base, 'reply', '09:10'],
  ['kept', base.fact('09:29', 'ticket.replied'), 'reply', '12:00'],
  ['broken, not done', base, 'reply', '12:00'],
  ['broken, done late', base.fact('10:40:30', 'ticket.replied'), 'reply', '12:00'],
  ['a pause ended', onSite.fact('11:00', 'ticket.paused', { reason: 'wait' }).fact('12:30', 'ticket.resumed'), 'repair', '13:00'],
  ['a pause running', onSite.fact('11:00', 'ticket.paused', { reason: 'wait' }), 'repair', '13:00'],
  ['a pause ended by its limit', onSite.fact('11:00', 'ticket.paused', { reason: 'defer', evidence: '短信' }), 'repair', '14:00'],
  [
    'overlapping pauses over night',
    onSite
      .fact('13:00', 'ticket.paused', { reason: 'wait' })
      .fact('16:30', 'ticket.paused', { reason: 'defer', evidence: '短信' })
      .fact('10-01 09:30', 'ticket.resumed'),
    'repair',
    '10-01 10:00',
  ],
  [
    'milliseconds balance',
    onSite.fact('11:00:00.001', 'ticket.paused', { reason: 'wait' }).fact('11:00:02.500', 'ticket.resumed'),
    'repair',
    '11:30:00.250',
  ],
  ['grade not known', given(plan).fact('09:00', 'ticket.reported').fact('10:00', 'visit.arrived'), 'repair', '10:30'],
  [
    'graded for the first time',
    given(plan).fact('09:00', 'ticket.reported').fact('10:00', 'visit.arrived').fact('10:20', 'ticket.graded', { grade: 'major' }),
    'repair',
    '10:30',
  ],
  ['regraded', onSite.fact('11:00', 'ticket.graded', { grade: 'major', by: 'staff' }), 'repair', '11:30'],
  [
    'the customer sees it otherwise',
    given(plan).fact('09:00', 'ticket.reported', { grade: 'general', customerGrade: 'major' }).fact('10:00', 'visit.arrived'),
    'repair',
    '10:30',
  ],
  ['waived after the breach', base.fact('10:00', 'obligation.waived', waiver), 'reply', '12:00'],
  ['cancelled', base.fact('10:00', 'remote.solved'), 'arrive', '12:00'],
  ['back-filled, waiting', base.fact('09:20', 'ticket.replied', proof, { recorded: '11:20', source: 'hand', by: 'lin' }), 'reply', '12:00'],
  [
    'back-filled, approved',
    base
      .fact('09:20', 'ticket.replied', proof, { recorded: '11:20', source: 'hand', by: 'lin', id: 'late' })
      .fact('11:40', 'fact.approved', { of: 'late' }, { by: 'wang' }),
    'reply',
    '12:00',
  ],
  ['no number', one({ ...repair, starts: 'ticket.reported', within: 'unstated' }).fact('09:00', 'ticket.reported'), 'repair', '11:00'],
  [
    'working days',
    one({
      title: '修复',
      text: '一个工作日内修复',
      starts: 'ticket.reported',
      keptBy: 'ticket.restored',
      within: '1wd',
      target: '2h',
      calendar: 'office',
    }).fact('09:00', 'ticket.reported'),
    'repair',
    '11:00',
  ],
  [
    'holidays not announced',
    one(
      { ...repair, starts: 'visit.arrived + 1h', within: 'travel + 8h' },
      { bound: { calendars: { ...CALENDARS, office: { ...CALENDARS.office!, knownUntil: at('10-01 00:00') } } } },
    ).fact('09:00', 'visit.arrived', { travel: '3h' }),
    'repair',
    '11:00',
  ],
]

function told(locale: Locale): string {
  return CASES.map(([name, story, promise, when]) => {
    const obligation = story.obligation(promise, when)
    return [`# ${name}`, ...sayWhy(obligation, whyContext(story.bound, obligation), locale), ''].join('\n')
  }).join('\n')
}

const GOLDEN: Readonly<Record<Locale, string>> = { 'zh-CN': TOLD_ZH_CN, 'zh-TW': TOLD_ZH_TW, en: TOLD_EN }

/** After a wanted change: write anew, read every line, commit. */
function write(locale: Locale): void {
  const name = `TOLD_${locale.toUpperCase().replace('-', '_')}`
  const text = `/** What twenty clocks say of themselves; written by why.test.ts, read by people. */\nexport const ${name} = \`\n${told(locale)}\`\n`
  writeFileSync(new URL(`./told.${locale}.testing.ts`, import.meta.url), text)
}

if (process.env.NUOXING_WRITE_GOLDEN) LOCALES.forEach(write)

for (const locale of LOCALES) {
  test(`twenty clocks say why, in ${locale}`, () => {
    assert.equal(CASES.length, 20)
    assert.equal(told(locale), GOLDEN[locale].slice(1))
  })
}

test('no sentence leaves a place unfilled, in any language', () => {
  for (const [name, story, promise, when] of CASES) {
    const obligation = story.obligation(promise, when)
    for (const locale of LOCALES) {
      const lines = sayWhy(obligation, whyContext(story.bound, obligation), locale)
      for (const line of lines) assert.ok(!/[{}]|undefined|NaN/.test(line), `${name} ${locale}: ${line}`)
    }
  }
})

test('every fact has a name in every language', () => {
  for (const [noun, participles] of Object.entries(FACTS)) {
    for (const participle of participles) {
      const type = `${noun}.${participle}`
      assert.ok(isFactType(type))
      for (const locale of LOCALES) assert.ok(factWords(type, locale).length > 0)
    }
  }
})

test('the sum that is said balances: limit − counted = left', () => {
  const hours = (text: string) =>
    [...text.matchAll(/([\d.]+) (小时|分|秒)/g)].reduce(
      (sum, [, n, unit]) => sum + Number(n) * (unit === '小时' ? 3_600_000 : unit === '分' ? 60_000 : 1000),
      0,
    )
  for (const [name, story, promise, when] of CASES) {
    const obligation = story.obligation(promise, when)
    const sum = sayWhy(obligation, whyContext(story.bound, obligation), 'zh-CN').find((line) => line.includes(' = '))
    if (!sum) continue
    const [, limit, used, sign, left] = /约定 (.*) − 已计时 (.*) = (剩余|超出) (.*)。/.exec(sum)!
    assert.equal(Math.round(hours(limit!) - hours(used!)), Math.round((sign === '剩余' ? 1 : -1) * hours(left!)), name)
  }
})

test('what the contract agreed is told in words, a time with travel and hours of a week among them', () => {
  const obligation = base.obligation('reply', '09:10')
  const said = (key: string, value: Term['value']) => {
    const context = { ...whyContext(base.bound, obligation), terms: [{ key, value, source: '附件三' }] }
    return sayWhy(obligation, context, 'zh-CN').filter((line) => line.includes('附件三'))
  }
  assert.deepEqual(said('promises.reply.within', 'travel + 2h'), ['这个值由合同约定：路途时间加 2 小时（附件三）。'])
  assert.deepEqual(said('calendars.desk', { hours: '24x7' }), ['这个值由合同约定：每天 24 小时，节假日不停（附件三）。'])
})
