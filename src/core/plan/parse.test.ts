import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { CALENDAR_WORDS } from '../calendar/words.ts'
import { RUNS } from '../promise/random.testing.ts'
import { SOUND, change, findingsOf, nodeOf, planOf, sentencesOf, tell } from './given.testing.ts'
import { parsePlan } from './parse.ts'
import { FINDINGS_ZH_CN } from './words/zh-CN.ts'

/** What is exchanged, for what; where and under which name it is told; the sentence. */
type Planted = readonly [from: string, to: string, told: string, sentence: string]

const covered = new Set<string>()

/** Each mistake, planted alone into the sound plan, is told once, at its place, in a sentence that is whole in every language. */
function holds(planted: readonly Planted[]): void {
  for (const [from, to, told, sentence] of planted) {
    const findings = findingsOf(change(from, to))
    assert.deepEqual(tell(findings), [told], to)
    const [only] = findings
    assert.ok(only)
    assert.equal(sentencesOf(only)['zh-CN'], sentence)
    assert.equal(only.severity, 'error')
    covered.add(only.code)
  }
}

const REPLY = `    deadline:
      starts: ticket.reported
      kept-by: ticket.replied
      within: 30min
      target: 10min
      calendar: {by: hours, 5x8: desk, 7x24: always}
`
const DESK = '{weekly: {mon-fri: ["09:00-17:30"]}, holidays: CN}'

test('the plan into which the mistakes are planted has none', () => {
  assert.deepEqual(findingsOf(SOUND), [])
})

test('what is not YAML is told on its line, with what mostly goes wrong there', () => {
  holds([
    ['title: 蓝岭泵站维保承诺', 'title: "蓝岭泵站维保承诺', '2:17 yaml-broken', 'YAML 写法有误：这一行读不懂，请检查缩进、冒号与引号。'],
    [
      'county: travel + 2h}',
      'county: [travel] + 2h}',
      '37:53 yaml-flow',
      'YAML 写法有误：写在 {…} 或 […] 里的值若含逗号、方括号、花括号或“: ”，要加引号，或改成分行书写。',
    ],
    [
      'kept-by: visit.arrived\n      within: {by: zone',
      'kept-by: visit.arrived\n      within: by: {zone',
      '37:15 yaml-flow',
      'YAML 写法有误：写在 {…} 或 […] 里的值若含逗号、方括号、花括号或“: ”，要加引号，或改成分行书写。',
    ],
    [
      'zones:\n',
      'zones:\n - {id: hill, name: 山区}\n',
      '13:3 yaml-indent',
      'YAML 写法有误：这一行的缩进与上下行不齐；只用空格，不用制表符；也可能是上面的括号没有合上。',
    ],
    ['{hours: 24x7}', '&round {hours: 24x7}', '6:18 yaml-anchor', '方案里不用锚点和引用（& 与 *）：请把内容写全，读者才看得到条款全文。'],
    [
      'calendar: {by: hours, 5x8: desk, 7x24: always}',
      'calendar: *round',
      '29:17 yaml-anchor',
      '方案里不用锚点和引用（& 与 *）：请把内容写全，读者才看得到条款全文。',
    ],
  ])
})

test('a map, a list or a value that is none is told with what should stand there', () => {
  holds([
    [
      '  onsite:\n    title: 到站',
      '  onsite: 到站\n  onsite-old:\n    title: 到站',
      '30:11 promises.onsite not-a-map',
      'promises.onsite 应当是“名称: 值”的形式。',
    ],
    ['{hours: 24x7}', 'round the clock', '6:11 calendars.always not-a-map', 'calendars.always 应当是“名称: 值”的形式。'],
    [
      'pauses: [customer-deferred]',
      'pauses: customer-deferred',
      '39:15 promises.onsite.deadline.pauses not-a-list',
      'promises.onsite.deadline.pauses 应当是列表，而不是“customer-deferred”。',
    ],
    [
      '[{escalate: service-manager}]',
      '{escalate: service-manager}',
      '49:18 promises.pump-repair.deadline.on-broken not-a-list',
      'promises.pump-repair.deadline.on-broken 应当是列表，而不是“{…}”。',
    ],
    ['version: 3', 'version:', '3:9 version null-value', 'version 后面没有值：请补上，或删掉这一行。'],
    [
      'kept-by: ticket.restored',
      'kept-by:',
      '46:15 promises.pump-repair.deadline.kept-by null-value',
      'promises.pump-repair.deadline.kept-by 后面没有值：请补上，或删掉这一行。',
    ],
    [
      'pauses: [customer-deferred]',
      'pauses:',
      '39:14 promises.onsite.deadline.pauses null-value',
      'promises.onsite.deadline.pauses 后面没有值：请补上，或删掉这一行。',
    ],
    ['version: 3', 'version: 3.5', '3:10 version bad-value', 'version 的值“3.5”不对，应当是正整数。'],
    ['plan: lanling', 'plan: 蓝岭', '1:7 plan bad-value', 'plan 的值“蓝岭”不对，应当是小写字母、数字与连字符组成的编号。'],
    ['name: 汛期封路', 'name: ""', '18:17 reasons.flood.name bad-value', 'reasons.flood.name 的值“”不对，应当是一段不为空的文字。'],
    [
      'within: 30min',
      'within: 尽快',
      '27:15 promises.reply.deadline.within bad-value',
      'promises.reply.deadline.within 的值“尽快”不对，应当是时长，如 4h，或 travel + 2h。',
    ],
    [
      'within: 30min',
      'within: 0min',
      '27:15 promises.reply.deadline.within bad-value',
      'promises.reply.deadline.within 的值“0min”不对，应当是时长，如 4h，或 travel + 2h。',
    ],
    [
      'limit: 5d}',
      'limit: 5}',
      '17:80 reasons.customer-deferred.limit bad-value',
      'reasons.customer-deferred.limit 的值“5”不对，应当是时长，如 30min、4h、2d、1wd、3mo。',
    ],
    [
      'source: [L-1]',
      'source: [yes, true]',
      '23:19 promises.reply.source[1] bad-value',
      'promises.reply.source[1] 的值“true”不对，应当是一段不为空的文字。',
    ],
    [
      'set-by: contract',
      'set-by: vendor',
      '15:40 dimensions.hours.set-by bad-choice',
      'dimensions.hours.set-by 的值“vendor”不对，可写：customer staff site asset contract。',
    ],
    [
      '      unless: remote.solved\n',
      '      unless: remote.solved\n      reopen: again\n',
      '39:15 promises.onsite.deadline.reopen bad-choice',
      'promises.onsite.deadline.reopen 的值“again”不对，可写：new resume。',
    ],
  ])
})

test('a key that nobody knows, that is missing or that is written twice is told where it stands or should stand', () => {
  holds([
    [
      '      unless: remote.solved\n',
      '      color: red\n      unless: remote.solved\n',
      '38:7 promises.onsite.deadline.color unknown-key',
      '没有“color”这一项，可写：starts due kept-by unless when within target calendar pauses excuses per regrade reopen on-broken。',
    ],
    [
      '      unless: remote.solved\n',
      '      unles: remote.solved\n',
      '38:7 promises.onsite.deadline.unles unknown-key-near',
      '没有“unles”这一项，是不是想写 unless？',
    ],
    ['later:\n', 'latter:\n', '50:1 latter unknown-key-near', '没有“latter”这一项，是不是想写 later？'],
    [
      'escalate: service-manager',
      'escalat: service-manager, escalate: service-manager',
      '49:20 promises.pump-repair.deadline.on-broken[0].escalat unknown-key-near',
      '没有“escalat”这一项，是不是想写 escalate？',
    ],
    [
      '      kept-by: ticket.restored\n',
      '',
      '45:7 promises.pump-repair.deadline missing-key',
      'promises.pump-repair.deadline 缺少“kept-by”。',
    ],
    ['title: 蓝岭泵站维保承诺\n', '', '1:1 missing-key', 'plan 缺少“title”。'],
    ['text: 本地备泵不少于在用数的三十分之一。, ', '', '51:5 later[0] missing-key', 'later[0] 缺少“text”。'],
    ['zones:\n', 'grades: []\nzones:\n', '11:1 grades key-twice', '“grades”写了两次，第 8 行已经有了。'],
    [
      '{by: grade, major: 4h,',
      '{by: grade, major: 4h, major: 6h,',
      '47:38 promises.pump-repair.deadline.within.major key-twice',
      '“major”写了两次，第 47 行已经有了。',
    ],
    [
      '- {id: county, name: 郊县}',
      '- {id: county, name: 郊县}\n  - {id: city, name: 城区}',
      '14:5 zones[2] id-twice',
      '编号“city”重复了。',
    ],
    ['- {id: spare-pumps', '- {id: onsite', '51:5 later[0] id-twice', '编号“onsite”重复了。'],
  ])
})

test('an event that cannot be read is told with how events are written', () => {
  holds([
    [
      'starts: onsite.done',
      'starts: 到站以后',
      '45:15 promises.pump-repair.deadline.starts bad-event',
      'promises.pump-repair.deadline.starts 的“到站以后”不是事件。可写：事实（ticket.reported）、承诺的状态（arrive.done）、时钟的份额（arrive at 80%），后面可加减时长。',
    ],
    [
      'kept-by: visit.arrived',
      'kept-by: [visit.arrived, visit.ended.there]',
      '36:32 promises.onsite.deadline.kept-by[1] bad-event',
      'promises.onsite.deadline.kept-by[1] 的“visit.ended.there”不是事件。可写：事实（ticket.reported）、承诺的状态（arrive.done）、时钟的份额（arrive at 80%），后面可加减时长。',
    ],
    [
      'kept-by: ticket.replied',
      'kept-by: ticket.phoned-back',
      '26:16 promises.reply.deadline.kept-by unknown-fact',
      '“ticket.phoned-back”不在事实词汇里。这一类有：ticket.reported ticket.graded ticket.accepted ticket.replied ticket.answered ticket.plan-sent ticket.judged ticket.assigned ticket.transferred ticket.paused ticket.resumed ticket.restored ticket.confirmed ticket.refused ticket.reopened ticket.closed ticket.cancelled ticket.merged ticket.noted ticket.edited。',
    ],
    [
      'kept-by: ticket.replied',
      'kept-by: ticket.repleid',
      '26:16 promises.reply.deadline.kept-by unknown-fact-near',
      '“ticket.repleid”不在事实词汇里，是不是 ticket.replied？',
    ],
    [
      'ticket.reported where type',
      'ticket.reportde where type',
      '35:15 promises.onsite.deadline.starts unknown-fact-near',
      '“ticket.reportde”不在事实词汇里，是不是 ticket.reported？',
    ],
    [
      'unless: remote.solved',
      'unless: warranty.end',
      '38:15 promises.onsite.deadline.unless instant-later',
      '“warranty.end”是质保（cover）的时刻，这一形式目前还不能执行：请把这一条写到 later 下，保留条文与出处。',
    ],
    [
      'starts: onsite.done',
      'starts: onsite at 120%',
      '45:15 promises.pump-repair.deadline.starts bad-share',
      '“onsite at 120%”的百分数应当大于 0 且小于 100。',
    ],
  ])
})

test('a promise opens in one way and has a limit, in a form that can be carried out', () => {
  holds([
    [REPLY, '    owner: dispatcher\n', '20:3 promises.reply no-form', '承诺 reply 没有写形式：请写 deadline。'],
    [
      '    deadline:\n      starts: ticket.reported\n      kept-by',
      '    level:\n      starts: ticket.reported\n      kept-by',
      '24:5 promises.reply.level form-later',
      '承诺 reply 的形式 level 目前还不能执行：请把这一条写到 later 下，保留条文与出处。',
    ],
    [
      '      starts: onsite.done\n',
      '      starts: onsite.done\n      due: onsite.done + 4h\n',
      '46:12 promises.pump-repair.deadline.due starts-and-due',
      '承诺 pump-repair 同时写了 starts 与 due，只能写一个。',
    ],
    ['      starts: onsite.done\n', '', '45:7 promises.pump-repair.deadline no-start', '承诺 pump-repair 没有起点：请写 starts 或 due。'],
    [
      '      within: {by: grade, major: 4h, general: 2d}\n',
      '',
      '45:7 promises.pump-repair.deadline no-limit',
      '承诺 pump-repair 没有时限：请写 within（没有数字就写 unstated）或 target。',
    ],
    [
      'starts: onsite.done',
      'due: onsite.done + 4h',
      '47:15 promises.pump-repair.deadline.within due-and-within',
      '承诺 pump-repair 写了 due，到期时刻已定，不能再写 within。',
    ],
    ['  pump-repair:', '  work:', '40:3 promises.work promise-named-as-fact', '承诺不能叫 work：它是事实的名词，读的人会分不清。'],
  ])
})

test('a name that is declared nowhere is told with those that are', () => {
  holds([
    [
      'starts: onsite.done',
      'starts: diagnosis.done',
      '45:15 promises.pump-repair.deadline.starts unknown-promise',
      '没有名为 diagnosis 的承诺。有：reply onsite pump-repair。',
    ],
    [
      'starts: onsite.done',
      'starts: [onsit.done, remote.failed]',
      '45:16 promises.pump-repair.deadline.starts[0] unknown-promise-near',
      '没有名为 onsit 的承诺，是不是 onsite？',
    ],
    [
      'starts: onsite.done',
      'starts: {all: [remote.failed, onsight at 50%]}',
      '45:37 promises.pump-repair.deadline.starts.all[1] unknown-promise',
      '没有名为 onsight 的承诺。有：reply onsite pump-repair。',
    ],
    [
      'excuses: [flood]',
      'excuses: [flood, typhoon]',
      '48:24 promises.pump-repair.deadline.excuses[1] unknown-reason',
      '原因 typhoon 没有在 reasons 里声明。已声明：customer-deferred flood。',
    ],
    [
      '5x8: desk',
      '5x8: counter',
      '29:34 promises.reply.deadline.calendar.5x8 unknown-calendar',
      '日历 counter 没有在 calendars 里声明。已声明：always desk。',
    ],
    [
      'target: 10min',
      'target: {by: region, east: 10min}',
      '28:15 promises.reply.deadline.target unknown-dimension',
      '没有维度 region，或它没有取值。有：hours grade zone cover。',
    ],
  ])
})

test('a table has a row for every value of its dimension and no others', () => {
  holds([
    [
      'within: {by: grade, major: 4h',
      'within: {major: 4h',
      '47:15 promises.pump-repair.deadline.within table-without-by',
      'promises.pump-repair.deadline.within 是一张表，请写 by: 指明按哪个维度分行。',
    ],
    [
      '{by: zone, city: 8h',
      '{by: region, city: 8h',
      '37:15 promises.onsite.deadline.within unknown-dimension',
      '没有维度 region，或它没有取值。有：hours grade zone cover。',
    ],
    [
      'city: 8h, county',
      'city: 8h, islands: 3d, county',
      '37:36 promises.onsite.deadline.within.islands unknown-row',
      '维度 zone 没有取值“islands”。有：city county。',
    ],
    [
      'major: 4h, general: 2d',
      'major: 4h',
      '47:15 promises.pump-repair.deadline.within missing-row',
      '按 grade 的表缺少这些行：general。没有承诺就写 none，没有数字就写 unstated。',
    ],
    [
      'major: 4h, general',
      'major: {by: zone, city: 4h}, general',
      '47:34 promises.pump-repair.deadline.within.major missing-row',
      '按 zone 的表缺少这些行：county。没有承诺就写 none，没有数字就写 unstated。',
    ],
    [
      '5x8: desk, 7x24: always',
      '5x8: desk',
      '29:17 promises.reply.deadline.calendar missing-row',
      '按 hours 的表缺少这些行：7x24。没有承诺就写 none，没有数字就写 unstated。',
    ],
    [
      '  hours: {values',
      '  zone: {values: [east], set-by: site}\n  hours: {values',
      '15:3 dimensions.zone dimension-reserved',
      'zone 是固有的维度，不能另行声明。',
    ],
  ])
})

test('a condition that cannot be judged is told with the condition', () => {
  holds([
    ['type == "fault"', 'type == ', '35:15 promises.onsite.deadline.starts condition-broken', '条件读不懂：type =='],
    ['type == "fault"', 'type', '35:15 promises.onsite.deadline.starts condition-not-yes-or-no', '条件的结果不是“是或否”：type'],
    [
      'type == "fault"',
      'timestamp(type).getHours() < 9',
      '35:15 promises.onsite.deadline.starts condition-clock',
      '条件里不能用时间函数（它们随机器的时区而变）：timestamp(type).getHours() < 9',
    ],
    [
      'type == "fault"',
      'kind == "fault"',
      '35:15 promises.onsite.deadline.starts condition-unknown-field',
      '条件里的 kind 不是这个事实的字段。可用：type channel grade customerGrade zone customer site asset contract class model cover travelMs。',
    ],
    [
      'kept-by: ticket.replied',
      'kept-by: ticket.replied where reason == "x"',
      '26:16 promises.reply.deadline.kept-by condition-unknown-field',
      '条件里的 reason 不是这个事实的字段。可用：channel。',
    ],
    [
      'starts: onsite.done',
      'starts: onsite.done\n      when: special',
      '46:13 promises.pump-repair.deadline.when condition-unknown-field',
      '条件里的 special 不是这个事实的字段。可用：hours type channel grade customerGrade zone customer site asset contract class model cover travelMs。',
    ],
  ])
})

test('a calendar and a time zone are checked where they stand', () => {
  holds([
    [
      'timezone: Asia/Shanghai',
      'timezone: Asia/Lanling',
      '4:11 timezone zone-unknown',
      '没有时区“Asia/Lanling”。请写 IANA 名称，如 Asia/Shanghai。',
    ],
    [
      'holidays: CN}',
      'holidays: CN, timezone: Mars/Base}',
      '7:70 calendars.desk.timezone zone-unknown',
      '没有时区“Mars/Base”。请写 IANA 名称，如 Asia/Shanghai。',
    ],
    [
      '["09:00-17:30"]',
      '["9am-5pm"]',
      '7:29 calendars.desk.weekly.mon-fri[0] calendar.bad-hours',
      '“9am-5pm”不是服务时段；请写作 09:30-19:30，跨夜写作 22:00-06:00，到午夜写作 24:00。',
    ],
    [
      '["09:00-17:30"]',
      '["09:00-17:30", "08:00-08:00"]',
      '7:44 calendars.desk.weekly.mon-fri[1] calendar.empty-hours',
      '“08:00-08:00”的起止时间相同；全天请写 00:00-24:00。',
    ],
    [
      'mon-fri: [',
      'mon-fry: [',
      '7:19 calendars.desk.weekly.mon-fry calendar.unknown-day',
      '“mon-fry”不是星期；请写 mon tue wed thu fri sat sun，连续几天写作 mon-fri。',
    ],
    ['holidays: CN', 'holidays: HK', '7:56 calendars.desk.holidays calendar.unknown-holidays', '没有名为“HK”的节假日表；现有：CN。'],
    [
      '{hours: 24x7}',
      '{hours: 24x8}',
      '6:19 calendars.always.hours calendar.unknown-hours-word',
      'hours 只能写 24x7 或 unstated，不能写“24x8”；具体时段请写在 weekly 下。',
    ],
    [
      DESK,
      '{}',
      '7:9 calendars.desk calendar.hours-or-weekly',
      '日历须写 hours（24x7 或 unstated）或 weekly 之一，不能都写，也不能都不写。',
    ],
    [
      DESK,
      '{weekly: {mon-fri: []}}',
      '7:18 calendars.desk.weekly calendar.no-open-time',
      '这份日历没有任何服务时间，按它计时永远不会到期；请写明服务时段。',
    ],
    [DESK, '{weekly: 9 to 5}', '7:18 calendars.desk.weekly calendar.bad-value', '“9 to 5”不能写在这里。'],
    [
      'holidays: CN',
      'holiday: CN',
      '7:46 calendars.desk.holiday calendar.unknown-key',
      '日历里没有“holiday”这一项；可写的是：weekly holidays overrides make-up-as timezone。',
    ],
    [
      'holidays: CN',
      'overrides: [{date: 2026-13-01, hours: []}]',
      '7:65 calendars.desk.overrides[0].date calendar.bad-date',
      '“2026-13-01”不是存在的日期；请写作 2026-10-10。',
    ],
    [
      'holidays: CN',
      'overrides: [{date: 2026-10-08, until: 2026-10-01, hours: []}]',
      '7:84 calendars.desk.overrides[0].until calendar.dates-reversed',
      '截止日期 2026-10-01 早于起始日期 2026-10-08。',
    ],
    [
      'holidays: CN',
      'overrides: [{date: 2026-10-01, hours: []}, {date: 2026-10-01, hours: ["09:00-12:00"]}]',
      '7:89 calendars.desk.overrides[1] calendar.date-twice',
      '这里的日期在 overrides[0] 里已经规定过；同一天只能规定一次。',
    ],
  ])
})

test('no finding of the parser goes without its place and its sentence here', () => {
  const elsewhere = /^(term-|lint-)|^(calendar-unstated|dimension-unset)$/
  const expected = Object.keys(FINDINGS_ZH_CN).filter((code) => !elsewhere.test(code))
  assert.deepEqual(
    expected.filter((code) => !covered.has(code)),
    [],
  )
})

test('of what may be wrong with a calendar only its shape and what is open are told elsewhere', () => {
  const codes = Object.keys(CALENDAR_WORDS['zh-CN']).map((code) => `calendar.${code}`)
  assert.deepEqual(
    codes.filter((code) => !covered.has(code)),
    ['calendar.not-a-calendar', 'calendar.hours-unstated'],
  )
})

test('all mistakes come at once, in the order of the file, each with the clause that it is about', () => {
  const changes = [
    ['version: 3', 'version: zero'],
    ['limit: 5d}', 'limit: soon}'],
    ['kept-by: ticket.replied', 'kept-by: ticket.repleid'],
    ['city: 8h, county', 'city: ~, county'],
    ['pauses: [customer-deferred]', 'pauses: [customer-defered]'],
    ['starts: onsite.done', 'starts: onsit.done'],
    ['source: [L-5]', 'sources: [L-5]'],
  ] as const
  const findings = findingsOf(changes.reduce((text, [from, to]) => change(from, to, text), SOUND))
  assert.deepEqual(tell(findings), [
    '3:10 version bad-value',
    '17:80 reasons.customer-deferred.limit bad-value',
    '26:16 promises.reply.deadline.kept-by unknown-fact-near',
    '37:32 promises.onsite.deadline.within.city null-value',
    '39:16 promises.onsite.deadline.pauses[0] unknown-reason',
    '45:15 promises.pump-repair.deadline.starts unknown-promise-near',
    '51:5 later[0] missing-key',
    '51:48 later[0].sources unknown-key-near',
  ])
  assert.deepEqual(
    findings.map((one) => one.clauses.join()),
    ['', '', 'reply', 'onsite', 'onsite', 'pump-repair', '', ''],
  )
})

test('a broken declaration is told where it is broken and not again wherever its name is used', () => {
  assert.deepEqual(tell(findingsOf(change('name: 客户改期, evidence', 'evidence'))), ['17:22 reasons.customer-deferred missing-key'])
  assert.deepEqual(tell(findingsOf(change('weekly: {mon-fri', 'weekdays: {mon-fri'))), [
    '7:9 calendars.desk calendar.hours-or-weekly',
    '7:10 calendars.desk.weekdays calendar.unknown-key',
  ])
  assert.deepEqual(tell(findingsOf(change('set-by: contract', 'set-by: vendor'))), ['15:40 dimensions.hours.set-by bad-choice'])
  assert.deepEqual(tell(findingsOf(change('{id: county, name: 郊县}', '{id: county}'))), ['13:5 zones[1] missing-key'])
})

test('a promise that cannot be read is still there for those that hang on it', () => {
  assert.deepEqual(tell(findingsOf(change('kept-by: visit.arrived', 'kept-by: visit.arive'))), [
    '36:16 promises.onsite.deadline.kept-by unknown-fact-near',
  ])
  assert.deepEqual(tell(findingsOf(change("starts: 'ticket.reported where", "starts: 'ticket.reportde where"))), [
    '35:15 promises.onsite.deadline.starts unknown-fact-near',
  ])
})

test('a file that is no plan at all says what it lacks', () => {
  assert.deepEqual(
    findingsOf('').map((one) => sentencesOf(one)['zh-CN']),
    ['plan 应当是“名称: 值”的形式。'],
  )
  assert.deepEqual(
    findingsOf('- 到站\n- 修复\n').map((one) => `${tell([one])[0]} ${sentencesOf(one).en}`),
    ['1:1 not-a-map plan must be a map of names and values.'],
  )
  assert.deepEqual(
    findingsOf('{}').map((one) => one.params.key),
    ['plan', 'title', 'version', 'timezone', 'calendars', 'promises'],
  )
})

test('what a clause does not say takes the reading of the language', () => {
  const { onsite, reply, 'pump-repair': repair } = planOf(SOUND).promises
  assert.ok(onsite && reply && repair)
  assert.deepEqual(onsite.calendar, { kind: 'scalar', value: 'always' })
  assert.deepEqual([onsite.per, onsite.regrade, onsite.reopen, onsite.owedBy], ['ticket', 'retroactive', 'new', 'vendor'])
  assert.deepEqual([reply.pauses, reply.excuses, reply.onBroken], [[], [], []])
  assert.deepEqual(
    [reply.owner, reply.reading, reply.unless, reply.when, reply.due],
    [undefined, undefined, undefined, undefined, undefined],
  )
  assert.deepEqual(repair.onBroken, [{ escalate: 'service-manager' }])
  assert.deepEqual(repair.source, ['L-3', 'L-4'])
  assert.deepEqual(repair.at, { line: 40, column: 3, path: 'promises.pump-repair' })
})

test('what a clause says is taken as it says it', () => {
  const text = change(
    '      excuses: [flood]\n',
    '      excuses: [flood]\n      per: asset\n      regrade: restart\n      reopen: resume\n      when: grade != "general"\n',
    change('    source: [L-3, L-4]\n', '    source: [4.2, L-4]\n    owed-by: customer\n    owner: engineer\n    reading: 自到站登记起算\n'),
  )
  const repair = planOf(text).promises['pump-repair']
  assert.ok(repair)
  assert.deepEqual([repair.per, repair.regrade, repair.reopen], ['asset', 'restart', 'resume'])
  assert.deepEqual(repair.when, { cel: 'grade != "general"' })
  assert.deepEqual([repair.source, repair.owedBy, repair.owner, repair.reading], [['4.2', 'L-4'], 'customer', 'engineer', '自到站登记起算'])
})

test('the sections of a plan are read: reasons with what they demand, dimensions with who sets them, what is for later', () => {
  const plan = planOf(SOUND)
  assert.deepEqual(
    [plan.id, plan.title, plan.version, plan.timezone, plan.gradeBy],
    ['lanling', '蓝岭泵站维保承诺', 3, 'Asia/Shanghai', 'staff'],
  )
  assert.deepEqual(plan.reasons['customer-deferred'], {
    id: 'customer-deferred',
    name: '客户改期',
    evidence: true,
    notice: 'customer',
    limit: { value: 5, unit: 'd' },
  })
  assert.deepEqual(plan.reasons.flood, { id: 'flood', name: '汛期封路', evidence: false, notice: undefined, limit: undefined })
  assert.deepEqual(plan.dimensions, { hours: { id: 'hours', values: ['5x8', '7x24'], setBy: 'contract' } })
  assert.deepEqual(plan.later, [
    { id: 'spare-pumps', text: '本地备泵不少于在用数的三十分之一。', source: ['L-5'], at: { line: 51, column: 5, path: 'later[0]' } },
  ])
  assert.deepEqual(
    plan.grades.map((grade) => grade.id),
    ['major', 'general'],
  )
})

test('a plan without grades, zones, reasons and dimensions is a plan', () => {
  const plan = planOf(`plan: small
title: 一句话的承诺
version: 1
timezone: Asia/Shanghai
calendars: {}
promises: {}
`)
  assert.deepEqual([plan.grades, plan.zones, plan.reasons, plan.dimensions, plan.later, plan.promises], [[], [], {}, {}, [], {}])
})

test('one dimension with no values leaves no table to go by it', () => {
  assert.deepEqual(tell(findingsOf(change('values: [5x8, 7x24]', 'values: []'))), [
    '29:17 promises.reply.deadline.calendar unknown-dimension',
  ])
  const withoutGrades = change('grades:\n  - {id: major, name: 停机}\n  - {id: general, name: 异响}\n', '')
  assert.deepEqual(tell(findingsOf(withoutGrades)), ['44:15 promises.pump-repair.deadline.within unknown-dimension'])
})

/** Lines and columns of every finding lie within the file that was read, and every sentence is whole. */
function placesLieWithin(text: string): void {
  const lines = text.split('\n')
  for (const finding of findingsOf(text)) {
    const { line, column } = finding.at
    assert.ok(line >= 1 && line <= lines.length, `${line} of ${lines.length}`)
    assert.ok(column >= 1 && column <= lines[line - 1]!.length + 1, `${line}:${column} of “${lines[line - 1]}”`)
    sentencesOf(finding)
  }
}

test('a plan cut off anywhere, or with a line lost, doubled or moved in, is read or told with places inside the file', () => {
  const lines = SOUND.split('\n')
  const spoilt = fc
    .tuple(fc.nat(SOUND.length), fc.nat(lines.length - 1), fc.constantFrom('cut', 'lose', 'double', 'indent'))
    .map(([cut, index, how]) => {
      const line = lines[index] ?? ''
      const instead = { cut: [], lose: [], double: [line, line], indent: [` ${line}`] }[how]
      return how === 'cut' ? SOUND.slice(0, cut) : [...lines.slice(0, index), ...instead, ...lines.slice(index + 1)].join('\n')
    })
  fc.assert(fc.property(spoilt, placesLieWithin), RUNS)
})

test('a plan with signs struck out or put in anywhere is read or told with places inside the file', () => {
  const signs = fc.constantFrom(
    '',
    ':',
    ': ',
    '[',
    ']',
    '{',
    '}',
    ',',
    '"',
    "'",
    '-',
    '#',
    '&a ',
    '*a',
    '!',
    '%',
    '\n',
    '\t',
    '0',
    '是',
    'x',
    '|',
    '>',
    '~',
  )
  const strokes = fc.array(fc.tuple(fc.nat(SOUND.length), fc.integer({ min: 0, max: 6 }), signs), { minLength: 1, maxLength: 4 })
  fc.assert(
    fc.property(strokes, (list) =>
      placesLieWithin(list.reduce((text, [at, length, sign]) => text.slice(0, at) + sign + text.slice(at + length), SOUND)),
    ),
    RUNS,
  )
})

test('any text at all is told and never thrown at; it is hardly ever a plan', () => {
  const anySigns = fc.array(fc.integer({ min: 0, max: 0xffff })).map((codes) => String.fromCharCode(...codes))
  fc.assert(
    fc.property(fc.oneof(fc.string(), anySigns), (text) => {
      assert.ok(findingsOf(text).length > 0)
      placesLieWithin(text)
    }),
    RUNS,
  )
})

test('any data in any section is told and never thrown at', () => {
  const sections = fc.constantFrom('plan', 'calendars', 'grades', 'zones', 'dimensions', 'reasons', 'promises', 'later', 'grade-by')
  const keys = fc.constantFrom(
    'id',
    'values',
    'deadline',
    'starts',
    'kept-by',
    'within',
    'by',
    'else',
    'all',
    'name',
    'a',
    '__proto__',
    'constructor',
  )
  const { data } = fc.letrec((tie) => ({
    data: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom('none', 'grade', '4h', 'ticket.reported', 'a.done', 'always', 7, true, null, ''),
      fc.array(tie('data'), { maxLength: 3 }),
      fc.dictionary(keys, tie('data'), { maxKeys: 4, noNullPrototype: true }),
    ),
  }))
  fc.assert(
    fc.property(sections, data, (section, value) => {
      const parsed = parsePlan(nodeOf(JSON.stringify({ [section]: value })))
      assert.equal(parsed.ok, false)
      for (const finding of parsed.findings) sentencesOf(finding)
    }),
    RUNS,
  )
})
