type Change = readonly [from: string, to: string]

export type Contradiction = {
  readonly title: string
  readonly changes: readonly Change[]
  readonly found: readonly string[]
  /** the first sentence, in Chinese */
  readonly told: string
}

const clause = (id: string, form: string, text = '双方说定的事。'): string =>
  `  ${id}:\n    ${form}\n    text: ${text}\n    source: [L-6]\n`
const clauses = (...all: readonly string[]): Change => ['later:\n', `${all.join('')}later:\n`]
const charges = (...lines: readonly string[]): Change => [
  'promises:\n',
  `charges:\n${lines.map((line) => `  - ${line}\n`).join('')}promises:\n`,
]
const cover = (id: string, starts: string, term: string): string =>
  clause(id, `cover: {per: contract, starts: ${starts}, term: ${term}, gives: [free-repair]}`)
const recurring = (id: string, keys: string): string =>
  clause(id, `recurring: {per: site, starts: contract.accepted, until: contract.ended, task: visit, ${keys}}`)

/** What the signed texts of real vendors contradict themselves in, in the words of the plan language. */
export const CONTRADICTIONS: readonly Contradiction[] = [
  {
    title: 'four visits a year here and one each month there (S000-11, S000-18, S000-80)',
    changes: [clauses(recurring('quarterly', 'every: 3mo'), recurring('monthly', 'every: 1mo'))],
    found: ['lint-visit-twice'],
    told: 'quarterly 与 monthly 都约定定期去做同一件事：两者都做吗？一次能不能抵两次（清单要包含两者）？',
  },
  {
    title: 'an hour to arrive by the grade, and two from the diagnosis (S000-63, S000-67, S000-54)',
    changes: [clauses(clause('hardware', 'deadline: {starts: ticket.judged, kept-by: visit.arrived, within: 120min}'))],
    found: ['lint-many-clocks'],
    told: 'onsite 与 hardware 由同一件事完成，却各有起点和时限：一次服务同时受两者约束，以先到期的为准吗？',
  },
  {
    title: 'upkeep that a warranty leaves out, and that is free in it (S000-05, S000-111)',
    changes: [
      charges(`{when: 'cause == "flood"', parts: free, labour: free}`),
      clauses(clause('warranty', 'cover: {per: contract, starts: contract.accepted, term: 36mo, excludes: [flood]}')),
    ],
    found: ['lint-excluded-yet-free'],
    told: 'warranty 不保 flood，而收费 charge-1 对它全部免费：到底收不收？',
  },
  {
    title: 'what a warranty leaves out, and no price names (S000-114, S004-25)',
    changes: [
      charges(`{when: 'cover == "warranty"', parts: free, labour: free}`),
      clauses(clause('warranty', 'cover: {per: contract, starts: contract.accepted, term: 36mo, excludes: [flood]}')),
    ],
    found: ['lint-excluded-unnamed'],
    told: 'warranty 不保 flood，收费里却没有一条提到它：按收费 charge-1 配件免费。请另写一条收费。',
  },
  {
    title: 'the customer says how grave it is, and staff have to diagnose it (S000-56, S000-62)',
    changes: [
      ['dimensions:\n', 'grade-by: customer\ndimensions:\n'],
      clauses(clause('diagnosis', 'deadline: {starts: ticket.reported, kept-by: ticket.graded, within: 20min}')),
    ],
    found: ['lint-graded-twice'],
    told: '方案以客户定的等级为准，而 diagnosis 等的是别人定级：两个等级不同时以谁为准？',
  },
  {
    title: 'a warranty from the signed form, and one from the acceptance (S000-108, S000-176)',
    changes: [clauses(cover('signed', 'contract.signed', '36mo'), cover('passed', 'contract.accepted', '36mo'))],
    found: ['lint-covers-differ'],
    told: 'signed 与 passed 给的是同样的保障，起算日或期限却不同：以哪一条为准？',
  },
  {
    title: 'service on site that is free under warranty, and stands in the price list (S004-24, S004-45)',
    changes: [
      charges(`{when: 'cover == "equipment"', parts: free, service: free}`, `{when: 'service == "patrol-report"', service: list}`),
      clauses(clause('equipment', 'cover: {per: contract, starts: contract.accepted, term: 12mo}')),
    ],
    found: ['lint-free-yet-priced'],
    told: '收费 charge-1 在质保期内服务费免费，而收费 charge-2 不问质保、照样收服务费：质保期内到底收不收？',
  },
  {
    title: 'two to three visits: fewer than two is a breach, a fourth is not owed',
    changes: [clauses(recurring('rounds', 'times: {min: 2, max: 3, per: 1y}'))],
    found: ['lint-times-range'],
    told: 'rounds 写明 2 至 3 次：少于 2 次算违约，超过 3 次不再欠；请与客户说明白。',
  },
  {
    title: 'an answer within a working day, by a line that is open all the time',
    changes: [
      ['reasons:\n', 'channels:\n  line: {name: 热线, kind: phone, calendar: always}\nreasons:\n'],
      clauses(clause('answer', 'deadline: {starts: ticket.reported, kept-by: ticket.answered, within: 1wd, calendar: desk}')),
    ],
    found: ['lint-line-hours'],
    told: '“热线”全天有人接听，而 answer 按工作日计：客户在夜里和周末来电时，从何时起算？',
  },
  {
    title: 'a heading that says after the warranty, and a sentence that says within it (S002-35, S002-36)',
    changes: [
      clauses(
        clause(
          'support',
          `deadline: {starts: ticket.reported, kept-by: ticket.plan-sent, within: 2h, when: 'cover == "none"'}`,
          '保修期内两小时给出方案。',
        ),
      ),
    ],
    found: ['lint-text-cover'],
    told: 'support 的条文“保修期内两小时给出方案。”与它的适用条件一个说质保期内、一个说质保期外。',
  },
  {
    title: 'three years here, one year free there, and twelve months from the day of service elsewhere (S002-194, S002-213)',
    changes: [
      clauses(
        cover('three-years', 'contract.accepted', '36mo'),
        cover('one-year', 'contract.accepted', '12mo'),
        cover('in-service', 'contract.commissioned', '12mo'),
      ),
    ],
    found: ['lint-covers-differ', 'lint-covers-differ', 'lint-covers-differ'],
    told: 'three-years 与 one-year 给的是同样的保障，起算日或期限却不同：以哪一条为准？',
  },
  {
    title: 'a warranty that starts by any of three days',
    changes: [clauses(cover('warranty', '[contract.accepted, contract.commissioned, contract.delivered]', '12mo'))],
    found: ['lint-cover-starts'],
    told: 'warranty 有 3 种起算：以先到的为准吗？请写明以哪一件为准。',
  },
  {
    title: 'twelve days to repair, and another machine after twelve hours (S002-197)',
    changes: [
      clauses(
        clause('cure', 'deadline: {starts: ticket.reported, kept-by: work.succeeded, within: 12d}'),
        clause('loaner', 'deadline: {starts: ticket.reported, kept-by: loan.delivered, within: 12h}'),
      ),
    ],
    found: ['lint-unit-slip'],
    told: 'cure 写 12d，而从同一起点算起的 loaner 写 12h：数字相同、单位不同，是不是笔误？',
  },
  {
    title: 'a market price at cost price: two prices at once (S002-210)',
    changes: [charges(`{when: 'cover == "none"', parts: at-cost, text: 过保后配件的市场价格按照成本价收取。}`)],
    found: ['lint-text-prices'],
    told: 'charges.charge-1 的条文一处写“市场价”、一处写“成本价”：按哪一个价收？',
  },
  {
    title: 'inspections whose days are fixed, at the time that the customer asks for',
    changes: [clauses(recurring('inspection', 'on: {months: [3, 6, 9, 12], days: 11-20}, agreed-by: customer'))],
    found: ['lint-date-agreed'],
    told: 'inspection 既写了固定日子，又写由客户约定：以哪一个为准？',
  },
  {
    title: 'ten minutes to answer here, thirty there (S003-208, S003-225, S003-244)',
    changes: [
      clauses(
        clause(
          'second-reply',
          'deadline: {starts: ticket.reported, kept-by: ticket.replied, within: 10min, calendar: {by: hours, 5x8: desk, 7x24: always}}',
        ),
      ),
    ],
    found: ['lint-same-events'],
    told: 'reply 与 second-reply 起止相同而时限不同（30min 与 10min）：以哪一条为准？',
  },
  {
    title: 'three days to take the old part back, and two for what was reported by mail: of a mail both are true',
    changes: [
      clauses(
        clause('mailed', 'deadline: {starts: part.requested, kept-by: part.taken-back, within: 2d, when: channel == "mail"}'),
        clause('taken', 'deadline: {starts: part.requested, kept-by: part.taken-back, within: 3d}'),
      ),
    ],
    found: ['lint-events-overlap'],
    told: 'mailed 与 taken 有一种情形两条都适用，起止相同而时限不同（2d 与 3d）：那时以哪一条为准？',
  },
  {
    title: 'a hotline of seven days here and of five there (S003-220, S003-241)',
    changes: [
      [
        'reasons:\n',
        'channels:\n  first: {name: 热线, kind: phone, calendar: desk}\n  second: {name: 热线, kind: phone, calendar: always}\nreasons:\n',
      ],
    ],
    found: ['lint-lines-differ'],
    told: '电话“热线”写了两种服务时间：承诺的是哪一种？',
  },
  {
    title: 'five times eight hours that are ten a day (S003-242)',
    changes: [['calendars:\n', 'calendars:\n  5x8: {weekly: {mon-fri: ["09:30-19:30"]}}\n']],
    found: ['lint-calendar-hours'],
    told: '日历 5x8 按名字每周应为 40 小时，按时段却是 50 小时。',
  },
  {
    title: 'repaired within an hour of the report, though the engineer may take eight to come (S003-210, S003-246)',
    changes: [clauses(clause('cure', 'deadline: {starts: ticket.reported, kept-by: ticket.restored, within: 1h}'))],
    found: ['lint-repair-before-arrival', 'lint-many-clocks'],
    told: 'cure 从报修起算 1h，而到场（onsite）可以晚到 市区 8h, 郊县 travel + 2h：修复会早于到场到期。',
  },
  {
    title: 'a working day to repair, for customers who are served day and night (S003-211)',
    changes: [
      clauses(
        clause(
          'cure',
          'deadline: {starts: remote.failed, kept-by: work.succeeded, within: 1wd, calendar: {by: hours, 5x8: desk, 7x24: always}}',
        ),
      ),
    ],
    found: ['lint-workdays-always'],
    told: 'cure 按工作日计时，而有的客户按 always 全天服务：对他们从何时算起？',
  },
  {
    title: 'cost price here, the most economic market fee there (S002-47, S002-60)',
    changes: [charges(`{when: 'cover == "none"', parts: at-cost}`, `{when: 'cover == "none"', parts: list}`)],
    found: ['lint-price-twice'],
    told: '收费 charge-1 与 charge-2 对同样的情形写了两种配件价：先写的生效，后写的永远用不上。',
  },
  {
    title: 'the repair period over here, the warranty over there: one period by two names',
    changes: [
      clauses(
        clause('after', 'deadline: {starts: ticket.closed, kept-by: document.issued, within: 2d}', '维修期满后两日内给出书面说明。'),
        clause('within', 'deadline: {starts: ticket.restored, kept-by: notice.delivered, within: 2d}', '质保期内修复两日之内书面告知。'),
      ),
    ],
    found: ['lint-text-terms'],
    told: 'after 写“维修期”，别处写“质保期”：是同一个期限吗？请统一用词。',
  },
  {
    title: 'a reference to a clause that stands elsewhere',
    changes: [
      clauses(clause('file', 'deadline: {starts: ticket.closed, kept-by: document.issued, within: 2d}', '按第二条第一款的内容建档。')),
    ],
    found: ['lint-cross-reference'],
    told: 'file 的条文引用“第二条第一款”：请核对引用的条款还在原处。',
  },
]
