import type { Planted } from './planted-file.testing.ts'

// Mistakes planted into the clauses of the sound plan.

const REPLY = `    deadline:
      starts: ticket.reported
      kept-by: ticket.replied
      within: 30min
      target: 10min
      calendar: {by: hours, 5x8: desk, 7x24: always}
`

export const EVENTS: readonly Planted[] = [
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
    '“ticket.phoned-back”不在事实词汇里。这一类有：ticket.reported ticket.graded ticket.accepted ticket.replied ticket.answered ticket.plan-sent ticket.judged ticket.assigned ticket.transferred ticket.paused ticket.resumed ticket.restored ticket.confirmed ticket.refused ticket.reopened ticket.closed ticket.cancelled ticket.merged ticket.noted ticket.edited ticket.split ticket.related ticket.unrelated ticket.messaged。',
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
    '38:15 promises.onsite.deadline.unless unknown-cover',
    '没有名为 warranty 的质保。有：—。',
  ],
  [
    'starts: onsite.done',
    'starts: onsite at 120%',
    '45:15 promises.pump-repair.deadline.starts bad-share',
    '“onsite at 120%”的百分数应当大于 0 且小于 100。',
  ],
]

export const OPENINGS: readonly Planted[] = [
  [
    REPLY,
    '    owner: dispatcher\n',
    '20:3 promises.reply no-form',
    '承诺 reply 没有写形式：请写 deadline、recurring、level、cover、gate、rule 之一。',
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
]

export const NAMES: readonly Planted[] = [
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
]

export const TABLES: readonly Planted[] = [
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
]

export const CONDITIONS: readonly Planted[] = [
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
    '条件里的 kind 不是这个事实的字段。可用：type channel line grade customerGrade zone customer site asset contract class model cover travelMs。',
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
    '条件里的 special 不是这个事实的字段。可用：hours type channel line grade customerGrade zone customer site asset contract class model cover travelMs。',
  ],
]

/** The same clause in another form. */
const as = (...lines: readonly string[]): string => lines.map((line, depth) => `${depth === 0 ? '    ' : '      '}${line}\n`).join('')

export const FORM_MISTAKES: readonly Planted[] = [
  [
    'unless: remote.solved\n',
    'unless: remote.solved\n      per: component\n',
    '39:12 promises.onsite.deadline.per per-component',
    'promises.onsite.deadline.per：没有记录指名单个部件，按部件计的条款永远不会起作用。请写 per: asset：部件的质保单立一条质保，标题写明部件；换上的部件保到何时，写 replaced-part。',
  ],
  [
    'unless: remote.solved\n',
    'unless: remote.solved\n      per: call\n',
    '39:12 promises.onsite.deadline.per per-call',
    'promises.onsite.deadline.per：没有记录指名单通电话，按电话计的条款永远不会起作用。来电和回访都记在工单上，请写 per: ticket。',
  ],
  [
    REPLY,
    `${REPLY}    gate:\n      before: ticket.closed\n      needs: visit.signed\n`,
    '20:3 promises.reply two-forms',
    '承诺 reply 写了几种形式（deadline gate），只能写一种。',
  ],
  [
    'unless: remote.solved',
    'unless: reply.ended',
    '38:15 promises.onsite.deadline.unless wrong-state',
    'reply 没有“ended”这个时刻：质保有 started、extended、ended，其余承诺有 opened、due、kept、broken、done、cancelled 与份额。',
  ],
  [REPLY, as('gate:', 'before: ticket.closed'), '25:7 promises.reply.gate gate-empty', 'reply 没有写条件：请写 needs 或 allows。'],
  [
    REPLY,
    as('rule:', 'on: ticket.judged', 'then: []'),
    '26:13 promises.reply.rule.then rule-empty',
    'reply 的 then 是空的：请写至少一个结果。',
  ],
  [
    REPLY,
    as('rule:', 'on: ticket.judged', 'then: [{escalate: lead, notify: customer}]'),
    '26:14 promises.reply.rule.then[0] effect-one',
    'promises.reply.rule.then[0] 每一项只写一个结果，可写：extend restart entitle demand escalate notify open-task credit deduct count-as-not-done require-form。',
  ],
  [
    REPLY,
    as('rule:', 'on: ticket.judged', 'then: [{require-form: handover}]'),
    '26:29 promises.reply.rule.then[0].require-form unknown-form',
    '没有名为 handover 的记录表单。有：—。',
  ],
  [
    REPLY,
    as('rule:', 'on: ticket.judged', 'then: [{extend: machine, by: 60d}]'),
    '26:23 promises.reply.rule.then[0].extend unknown-cover',
    '没有名为 machine 的质保。有：—。',
  ],
]

const BEYOND_ALONE = 'charges[0].beyond-km：beyond-km 只管路程，这一行要写 travel，也只写 travel；其他费用请另起一行。'

export const CHARGE_MISTAKES: readonly Planted[] = [
  [
    'later:\n',
    'charges:\n  - {beyond-km: 50, travel: list, parts: list}\nlater:\n',
    '51:17 charges[0].beyond-km beyond-km-alone',
    BEYOND_ALONE,
  ],
  ['later:\n', 'charges:\n  - {beyond-km: 50, parts: list}\nlater:\n', '51:17 charges[0].beyond-km beyond-km-alone', BEYOND_ALONE],
  ['later:\n', 'charges:\n  - {beyond-km: 50}\nlater:\n', '51:17 charges[0].beyond-km beyond-km-alone', BEYOND_ALONE],
]

export const SCHEDULE_MISTAKES: readonly Planted[] = [
  [
    REPLY,
    as('recurring:', 'starts: contract.accepted', 'task: visit'),
    '25:7 promises.reply.recurring schedule-one',
    'reply 的日程在 every、on、times、phases 中写且只写一种。',
  ],
  [
    REPLY,
    as('recurring:', 'starts: contract.accepted', 'task: visit', 'phases: [{every: 1w}]'),
    '27:16 promises.reply.recurring.phases[0] phase-span',
    'reply 的第 1 个阶段要写明是哪几周、哪几月或哪几年（weeks、months、years 之一）。',
  ],
  [
    REPLY,
    as('recurring:', 'starts: contract.accepted', 'task: visit', 'phases: [{weeks: 1-8, every: 1w}, {months: 2-, every: 1mo}]'),
    '27:41 promises.reply.recurring.phases[1] phases-overlap',
    'reply 的第 2 个阶段在前一阶段结束之前就开始了。',
  ],
  [
    REPLY,
    as('recurring:', 'starts: contract.accepted', 'task: visit', 'phases: [{weeks: 1-4, every: 8h}]'),
    '27:16 promises.reply.recurring.phases[0] phase-hours',
    'reply 的第 1 个阶段按小时重复：阶段里按天、周、月、年或工作日写。',
  ],
  [
    REPLY,
    as('recurring:', 'starts: contract.accepted', 'task: visit', 'on: {months: [3], days: 1-15}', 'anchor: floating'),
    '28:15 promises.reply.recurring.anchor anchor-floating',
    'reply 写了 anchor: floating（从上一次做完数起），又按 on 排日子：两者不能并用。请改成 every，或者删去 anchor。',
  ],
  [
    REPLY,
    as('recurring:', 'starts: contract.accepted', 'task: visit', 'phases: [{weeks: 1-8, every: 1w}]', 'anchor: floating'),
    '28:15 promises.reply.recurring.anchor anchor-floating',
    'reply 写了 anchor: floating（从上一次做完数起），又按 phases 排日子：两者不能并用。请改成 every，或者删去 anchor。',
  ],
  [
    REPLY,
    as('recurring:', 'starts: contract.accepted', 'task: visit', 'times: {min: 2, per: 1y}', 'anchor: floating'),
    '28:15 promises.reply.recurring.anchor anchor-floating',
    'reply 写了 anchor: floating（从上一次做完数起），又按 times 排日子：两者不能并用。请改成 every，或者删去 anchor。',
  ],
  [
    REPLY,
    as('level:', 'measure: count ticket.reported', 'over: month'),
    '25:7 promises.reply.level level-bound',
    'reply 没有界限：请写 at-least、at-most 或 target（没有数字就写 unstated）。',
  ],
  [
    REPLY,
    as('level:', 'measure: roster.on-duty', 'over: month', 'at-least: 1'),
    '26:13 promises.reply.level.over duty-over',
    'reply 统计谁在值班，只能写 over: now：在班人数每一刻都要够，没有按月的数。',
  ],
]
