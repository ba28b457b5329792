// Mistakes planted into the sound plan: the file, its shapes and keys, its calendars.

/** What is exchanged, for what; where and under which name it is told; the sentence. */
export type Planted = readonly [from: string, to: string, told: string, sentence: string]

const DESK = '{weekly: {mon-fri: ["09:00-17:30"]}, holidays: CN}'

export const YAML: readonly Planted[] = [
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
]

export const SHAPES: readonly Planted[] = [
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
]

export const KEYS: readonly Planted[] = [
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
  ['- {id: county, name: 郊县}', '- {id: county, name: 郊县}\n  - {id: city, name: 城区}', '14:5 zones[2] id-twice', '编号“city”重复了。'],
  ['- {id: spare-pumps', '- {id: onsite', '51:5 later[0] id-twice', '编号“onsite”重复了。'],
]

export const CALENDARS: readonly Planted[] = [
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
  [DESK, '{}', '7:9 calendars.desk calendar.hours-or-weekly', '日历须写 hours（24x7 或 unstated）或 weekly 之一，不能都写，也不能都不写。'],
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
]
