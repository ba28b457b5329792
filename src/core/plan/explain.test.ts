import assert from 'node:assert/strict'
import { test } from 'node:test'
import { LOCALES } from '../words.ts'
import type { Locale } from '../words.ts'
import { SOUND, change, planOf } from './given.testing.ts'
import { explainPlan } from './explain.ts'
import { PLAN_FILES, bundled } from './plans.testing.ts'
import { mergeTerms } from './terms.ts'
import type { Term } from './types.ts'

type Change = readonly [from: string, to: string]

/** What is said anew once the plan is changed so. */
function said(locale: Locale, ...changes: readonly Change[]): string[] {
  const before = explainPlan(planOf(SOUND), locale)
  const text = changes.reduce((one, [from, to]) => change(from, to, one), SOUND)
  return explainPlan(planOf(text), locale).filter((line) => !before.includes(line))
}

const DESK = '{weekly: {mon-fri: ["09:00-17:30"]}, holidays: CN}'

test('a plan is read aloud in Chinese as a manager would read it to the customer', () => {
  assert.equal(
    explainPlan(planOf(SOUND), 'zh-CN').join('\n'),
    `蓝岭泵站维保承诺（lanling，第 3 版，时区 Asia/Shanghai）
日历 always：每天 24 小时，节假日不停
日历 desk：周一至周五 09:00-17:30，遵循国务院节假日安排（含调休上班日）
等级（由急到缓）：停机、异响；以我方判定为准
区域：市区、郊县
服务时段：5x8、7x24；由合同确定

【回电】接报后半小时之内回电。
  起点：报修
  完成：答复
  时限：30 分（5x8 周一至周五 09:00-17:30、7x24 全天候）
  目标：10 分，只计量、不判超时
  重开后：重新计一次
  出处：L-1

【到站】市区当日到站，郊县次日到站。
  起点：报修（工单类型为故障）
  完成：到场
  时限（市区）：8 小时（全天候）
  时限（郊县）：最快路程时间加 2 小时（全天候）
  若发生“远程解决”，时钟取消
  可以暂停的原因：客户改期（须有凭据、须告知客户、最长 5 天）
  重开后：重新计一次
  出处：L-2

【修复】到站之后按故障轻重限时修复。
  起点：“到站”完成（按时或逾时）
  完成：恢复使用
  时限（停机）：4 小时（全天候）
  时限（异响）：2 天（起算日不计，末日服务时段结束为止）（全天候）
  可以豁免的原因：汛期封路
  改等级时：从原起点按新等级重算
  重开后：重新计一次
  超时后升级给：客服经理
  出处：L-3、L-4

另有 1 条尚不计时，只陈列：
· 本地备泵不少于在用数的三十分之一。`,
  )
})

test('the same plan is read aloud in English', () => {
  assert.equal(
    explainPlan(planOf(SOUND), 'en').join('\n'),
    `蓝岭泵站维保承诺 (lanling, version 3, zone Asia/Shanghai)
Calendar always: 24 hours every day, holidays included
Calendar desk: Mon to Fri 09:00-17:30, by the State Council’s holidays and make-up workdays
Grades, most urgent first: 停机, 异响; our grade rules
Zones: 市区, 郊县
服务时段: 5x8, 7x24; set by the contract

[回电] 接报后半小时之内回电。
  Starts: the report
  Kept by: the reply
  Limit: 30 min (5x8 Mon to Fri 09:00-17:30, 7x24 around the clock)
  Target: 10 min, measured, never broken
  When reopened: counts once more
  Source: L-1

[到站] 市区当日到站，郊县次日到站。
  Starts: the report (ticket type is Fault)
  Kept by: the arrival
  Limit (市区): 8 h (around the clock)
  Limit (郊县): the fastest travel time plus 2 h (around the clock)
  Cancelled when “the remote solution” happens
  May be paused for: 客户改期 (with evidence, with notice to the customer, at most 5 days)
  When reopened: counts once more
  Source: L-2

[修复] 到站之后按故障轻重限时修复。
  Starts: “到站” being done (in time or late)
  Kept by: the restoration
  Limit (停机): 4 h (around the clock)
  Limit (异响): 2 days (the start day not counted, until closing of the last) (around the clock)
  May be excused for: 汛期封路
  On a new grade: counted again from the original start
  When reopened: counts once more
  When broken, escalates to: Service manager
  Source: L-3, L-4

Shown and not timed yet (1):
· 本地备泵不少于在用数的三十分之一。`,
  )
})

test('in traditional Chinese the language of the plan changes and the words of the contract stay as they were signed', () => {
  const lines = explainPlan(planOf(SOUND), 'zh-TW')
  assert.deepEqual(lines.slice(0, 13), [
    '蓝岭泵站维保承诺（lanling，第 3 版，時區 Asia/Shanghai）',
    '日曆 always：每天 24 小時，節假日不停',
    '日曆 desk：週一至週五 09:00-17:30，遵循國務院節假日安排（含補班日）',
    '等級（由急到緩）：停机、异响；以我方判定為準',
    '區域：市区、郊县',
    '服务时段：5x8、7x24；由合約確定',
    '',
    '【回电】接报后半小时之内回电。',
    '  起點：叫修',
    '  完成：答覆',
    '  時限：30 分（5x8 週一至週五 09:00-17:30、7x24 全天候）',
    '  目標：10 分，只計量、不判逾時',
    '  重開後：重新計一次',
  ])
})

test('events are said in words: any of, all of, shares of a clock, instants of an event, before and after', () => {
  const start = (locale: Locale, event: string) => said(locale, ['starts: onsite.done', `starts: ${event}`])
  assert.deepEqual(start('zh-CN', '[onsite.done + 8h, remote.failed]'), ['  起点：“到站”完成（按时或逾时）之后 8 小时或远程未解决'])
  assert.deepEqual(start('en', '[onsite.done + 8h, remote.failed]'), [
    '  Starts: 8 h after “到站” being done (in time or late) or the remote failure',
  ])
  assert.deepEqual(start('zh-CN', '{all: [onsite at 50%, event.start - 1d]}'), ['  起点：“到站”用去 50%且重大活动开始之前 1 天'])
  assert.deepEqual(start('en', '{all: [onsite at 50%, event.end + 2h]}'), [
    '  Starts: 50% of “到站” being used up and 2 h after the end of a major event',
  ])
})

test('a due instant is said instead of a start and a limit', () => {
  const due = ['starts: onsite.done\n', 'due: onsite.broken - 2h\n'] as const
  const unlimited = ['      within: {by: grade, major: 4h, general: 2d}\n', ''] as const
  assert.deepEqual(said('zh-CN', due, unlimited), ['  到期：“到站”超时之前 2 小时'])
  assert.deepEqual(said('en', due, unlimited), ['  Due: 2 h before “到站” being broken'])
})

test('each unit is said with how it is read: days, parts of a day, months', () => {
  const within = (limit: string) => said('zh-CN', ['within: {by: grade, major: 4h, general: 2d}', `within: ${limit}`])[0]
  assert.equal(within('3d'), '  时限：3 天（起算日不计，末日服务时段结束为止）（全天候）')
  assert.equal(within('0.5wd'), '  时限：0.5 个工作日（不足一天的部分按当日服务时长折算）（全天候）')
  assert.equal(within('3mo'), '  时限：3 个月（按日历计，末日服务时段结束为止）（全天候）')
  assert.equal(within('90min'), '  时限：90 分（全天候）')
})

test('a row is said by the names of its values; a row without promise or number says so', () => {
  const rows = ['major: 4h, general: 2d', 'major: {by: zone, city: 4h, else: unstated}, general: none'] as const
  assert.deepEqual(said('zh-CN', rows), [
    '  时限（停机、市区）：4 小时（全天候）',
    '  时限（停机、其余）：没有给出数字，只计量、不判超时，待合同填写',
    '  时限（异响）：这一行没有承诺',
  ])
  assert.deepEqual(said('en', rows), [
    '  Limit (停机, 市区): 4 h (around the clock)',
    '  Limit (停机, others): no number is given: measured, never broken, until the contract fills it in',
    '  Limit (异响): nothing is promised in this row',
  ])
})

test('targets go by rows like limits; conditions, regrading and reopening are said', () => {
  const more = [
    '      excuses: [flood]\n',
    `      excuses: [flood]
      target: {by: grade, major: 2h, else: 1d}
      regrade: restart
      reopen: resume
      when: 'zone == "city" && channel != "mail"'
`,
  ] as const
  assert.deepEqual(said('zh-CN', more), [
    '  目标（停机）：2 小时，只计量、不判超时',
    '  目标（其余）：1 天（起算日不计，末日服务时段结束为止），只计量、不判超时',
    '  只适用于：区域为市区且渠道不为邮件',
    '  改等级时：从改级时刻重新起算',
    '  重开后：接着原来的时钟走',
  ])
  assert.deepEqual(said('en', more).slice(3), ['  On a new grade: starts anew at the change', '  When reopened: the old clock goes on'])
})

test('a new grade is worth a line only where a number turns on the grade', () => {
  const lines = (locale: Locale, within: string) =>
    explainPlan(planOf(change('within: {by: grade, major: 4h, general: 2d}', `within: ${within}`)), locale).filter((line) =>
      /^ {2}(改等级时|On a new grade)/.test(line),
    )
  assert.deepEqual(lines('zh-CN', '4h'), [])
  assert.deepEqual(lines('zh-CN', '{by: zone, city: 4h, else: {by: grade, major: 4h, else: 1d}}'), ['  改等级时：从原起点按新等级重算'])
  assert.deepEqual(lines('en', '{by: grade, else: 4h}'), ['  On a new grade: counted again from the original start'])
})

test('a clause without title goes by its name; what the customer owes and which reading was taken are said', () => {
  const changes = [
    ['    source: [L-3, L-4]\n', '    owed-by: customer\n    reading: 自到站登记起算\n'],
    ['    title: 修复\n', ''],
  ] as const
  assert.deepEqual(said('zh-CN', ...changes), ['【pump-repair】到站之后按故障轻重限时修复。', '  由客户承担', '  读法：自到站登记起算'])
  assert.deepEqual(said('en', ...changes), [
    '[pump-repair] 到站之后按故障轻重限时修复。',
    '  Owed by the customer',
    '  Reading: 自到站登记起算',
  ])
})

test('a role that is shipped goes by its name, another by its own', () => {
  const roles = ['[{escalate: service-manager}]', '[{escalate: station-keeper}, {escalate: dispatcher}]'] as const
  assert.deepEqual(said('zh-CN', roles), ['  超时后升级给：station-keeper、调度'])
  assert.deepEqual(said('en', roles), ['  When broken, escalates to: station-keeper, Dispatcher'])
})

test('a calendar is said with its week, its holidays, its make-up days, its zone and its special dates', () => {
  const full = `{weekly: {mon-fri: ["09:00-12:00", "14:00-18:00"], sat: ["09:00-12:00"], sun: []}, make-up-as: tue, holidays: CN,
    timezone: Asia/Urumqi, overrides: [{date: 2026-12-31, hours: []}, {date: 2027-01-02, until: 2027-01-03, hours: ["10:00-12:00"]}]}`
  assert.deepEqual(said('zh-CN', [DESK, full]).slice(0, 1), [
    '日历 desk：周一至周五 09:00-12:00、14:00-18:00、周六 09:00-12:00、周日 不开，遵循国务院节假日安排（含调休上班日），调休上班日按周二的时段，时区 Asia/Urumqi；另有特别日期 2026-12-31 不开、2027-01-02…2027-01-03 10:00-12:00',
  ])
  assert.deepEqual(said('en', [DESK, '{weekly: {mon-sun: ["09:00-17:30"]}}']).slice(0, 1), [
    'Calendar desk: Mon to Sun 09:00-17:30, open on holidays too',
  ])
  assert.deepEqual(said('zh-CN', [DESK, '{hours: unstated}']), [
    '日历 desk：时段未写明，由合同填写',
    '  时限：30 分（5x8 时段待定、7x24 全天候）',
  ])
  assert.deepEqual(said('zh-CN', ['{hours: 24x7}', '{hours: 24x7, timezone: Asia/Urumqi}']).slice(0, 1), [
    '日历 always：每天 24 小时，节假日不停，时区 Asia/Urumqi',
  ])
})

test('whose grade rules is said with the grades; a plan without grades, zones and later clauses is silent about them', () => {
  assert.deepEqual(said('zh-CN', ['dimensions:\n', 'grade-by: customer\ndimensions:\n']), ['等级（由急到缓）：停机、异响；以客户所报为准'])
  const bare = change('later:\n  - {id: spare-pumps, text: 本地备泵不少于在用数的三十分之一。, source: [L-5]}\n', '')
  assert.equal(
    explainPlan(planOf(bare), 'zh-CN').some((line) => line.includes('尚不计时')),
    false,
  )
})

test('a grade that the commitment defines is read aloud with what it means', () => {
  const defined = planOf(change('{id: major, name: 停机}', '{id: major, name: 停机, text: 整站不能供水, source: [L-9]}'))
  assert.ok(explainPlan(defined, 'zh-CN').includes('  停机：整站不能供水'))
  assert.ok(explainPlan(defined, 'en').includes('  停机: 整站不能供水'))
})

test('under a contract every term is said with its value and with where it was agreed', () => {
  const open = planOf(change('within: 30min', 'within: unstated'))
  const terms: readonly Term[] = [
    { key: 'promises.reply.within', value: '45min', source: '第四条' },
    { key: 'dimensions.hours', value: '5x8', source: '第三条' },
    { key: 'roles.lead', value: '吴岚', source: '附件二' },
  ]
  const merged = mergeTerms(open, terms)
  assert.ok(merged.ok)
  const lines = explainPlan(merged.plan, 'zh-CN', terms)
  assert.deepEqual(lines.slice(6, 9), [
    '合同填写：回电 · 时限 = 45 分（出处：第四条）',
    '合同填写：服务时段 = 5x8（出处：第三条）',
    '合同填写：负责人 = 吴岚（出处：附件二）',
  ])
  assert.ok(lines.includes('  时限：45 分（5x8 周一至周五 09:00-17:30、7x24 全天候）'))
  assert.equal(
    explainPlan(open, 'en', [{ key: 'calendars.desk', value: { hours: '24x7' }, source: '§ 5' }])[6],
    'Filled in by the contract: service hours “desk” = 24 hours every day, holidays included (from: § 5)',
  )
})

test('the bundled plans are read aloud in every language with no place left empty', () => {
  for (const file of PLAN_FILES)
    for (const locale of LOCALES) {
      const lines = explainPlan(bundled(file.replace('.yaml', '')), locale)
      assert.ok(lines.length > 12, file)
      for (const line of lines) assert.doesNotMatch(line, /\{\w+\}|undefined|\[object/, `${file} ${locale}`)
    }
})
