type Change = readonly [from: string, to: string]

const clause = (id: string, form: string, text = '双方说定的事。'): string =>
  `  ${id}:\n    ${form}\n    text: ${text}\n    source: [L-6]\n`
const clauses = (...all: readonly string[]): Change => ['later:\n', `${all.join('')}later:\n`]

export type Planted = {
  readonly code: string
  readonly changes: readonly Change[]
  /** the sentence of the one finding, in Chinese */
  readonly told: string
}

/** One doubt each, planted into the sound plan: what the check before signing says of it. Any of them may stand beside any other. */
export const PLANTED_FORMS: readonly Planted[] = [
  {
    code: 'lint-visit-twice',
    changes: [
      clauses(
        clause('calls', 'recurring: {starts: contract.accepted, every: 3mo, task: call}'),
        clause('care', 'recurring: {starts: contract.accepted, every: 1mo, task: call}'),
      ),
    ],
    told: 'calls 与 care 都约定定期去做同一件事：两者都做吗？一次能不能抵两次（清单要包含两者）？',
  },
  {
    code: 'lint-times-range',
    changes: [clauses(clause('checks', 'recurring: {starts: contract.accepted, times: {min: 2, max: 3, per: 1y}, task: report}'))],
    told: 'checks 写明 2 至 3 次：少于 2 次算违约，超过 3 次不再欠；请与客户说明白。',
  },
  {
    code: 'lint-date-agreed',
    changes: [
      clauses(
        clause('lessons', 'recurring: {starts: contract.accepted, on: {months: [3, 9], days: 11-20}, task: training, agreed-by: customer}'),
      ),
    ],
    told: 'lessons 既写了固定日子，又写由客户约定：以哪一个为准？',
  },
  {
    code: 'lint-covers-differ',
    changes: [
      clauses(
        clause('long', 'cover: {per: contract, starts: contract.accepted, term: 36mo, gives: [free-repair]}'),
        clause('short', 'cover: {per: contract, starts: contract.accepted, term: 12mo, gives: [free-repair]}'),
      ),
    ],
    told: 'long 与 short 给的是同样的保障，起算日或期限却不同：以哪一条为准？',
  },
  {
    code: 'lint-cover-starts',
    changes: [
      clauses(clause('parts', 'cover: {per: contract, starts: [contract.accepted, contract.shipped], term: 12mo, gives: [free-parts]}')),
    ],
    told: 'parts 有 2 种起算：以先到的为准吗？请写明以哪一件为准。',
  },
  {
    code: 'lint-many-clocks',
    changes: [
      clauses(
        clause('diagnosed', 'deadline: {starts: ticket.judged, kept-by: part.arrived, within: 2h}'),
        clause('assigned', 'deadline: {starts: ticket.assigned, kept-by: part.arrived, within: 1h}'),
      ),
    ],
    told: 'diagnosed 与 assigned 由同一件事完成，却各有起点和时限：一次服务同时受两者约束，以先到期的为准吗？',
  },
  {
    code: 'lint-unit-slip',
    changes: [
      clauses(
        clause('loaner', 'deadline: {starts: remote.failed, kept-by: loan.delivered, within: 12h}'),
        clause('factory', 'deadline: {starts: remote.failed, kept-by: rma.shipped, within: 12d}'),
      ),
    ],
    told: 'loaner 写 12h，而从同一起点算起的 factory 写 12d：数字相同、单位不同，是不是笔误？',
  },
  {
    code: 'lint-graded-twice',
    changes: [
      ['dimensions:\n', 'grade-by: customer\ndimensions:\n'],
      clauses(clause('triage', 'deadline: {starts: ticket.reported, kept-by: ticket.graded, within: 20min}')),
    ],
    told: '方案以客户定的等级为准，而 triage 等的是别人定级：两个等级不同时以谁为准？',
  },
  {
    code: 'lint-text-cover',
    changes: [
      clauses(
        clause(
          'proposal',
          `deadline: {starts: ticket.reported, kept-by: ticket.plan-sent, within: 2h, when: 'cover == "none"'}`,
          '质保期内两小时给出方案。',
        ),
      ),
    ],
    told: 'proposal 的条文“质保期内两小时给出方案。”与它的适用条件一个说质保期内、一个说质保期外。',
  },
  {
    code: 'lint-cross-reference',
    changes: [
      clauses(clause('file', 'deadline: {starts: ticket.closed, kept-by: document.issued, within: 2d}', '按第二条第一款的内容建档。')),
    ],
    told: 'file 的条文引用“第二条第一款”：请核对引用的条款还在原处。',
  },
  {
    code: 'lint-calendar-hours',
    changes: [['calendars:\n', 'calendars:\n  7x8: {weekly: {mon-sun: ["09:30-19:30"]}}\n']],
    told: '日历 7x8 按名字每周应为 56 小时，按时段却是 70 小时。',
  },
  {
    code: 'lint-price-twice',
    changes: [
      [
        'promises:\n',
        `charges:\n  - {when: 'cover == "none"', parts: list, labour: free}\n  - {when: 'cover == "none"', parts: at-cost, labour: free}\npromises:\n`,
      ],
    ],
    told: '收费 charge-1 与 charge-2 对同样的情形写了两种配件价：先写的生效，后写的永远用不上。',
  },
  {
    code: 'lint-lines-differ',
    changes: [
      [
        'reasons:\n',
        'channels:\n  first: {name: 热线, kind: phone, calendar: desk}\n  second: {name: 热线, kind: phone, calendar: always}\nreasons:\n',
      ],
    ],
    told: '电话“热线”写了两种服务时间：承诺的是哪一种？',
  },
  {
    code: 'lint-forms-source',
    changes: [
      [
        'zones:\n',
        'forms:\n  order: {name: 派工单, fields: [{id: cause, name: 原因, type: text}], source: [L-8]}\n  sheet: {name: 服务单, fields: [{id: cause, name: 原因, type: text}], source: [L-9, L-8]}\nzones:\n',
      ],
    ],
    told: '表单“派工单”与“服务单”出自同一处 L-8：要填哪一张？',
  },
  {
    code: 'lint-place-unknown',
    changes: [clauses(clause('spares', `level: {per: contract, measure: 'stock.on-hand where place == "moon"', over: now, at-least: 2}`))],
    told: 'spares 的条件写 place == "moon"，而没有这样的地点（有：local branch factory）：这一条什么也数不到。',
  },
  {
    code: 'lint-same-inside',
    changes: [
      clauses(
        clause(
          'again',
          'rule: {per: ticket, on: work.failed, times: 2, same: [asset, problem], unless: work.succeeded, then: [{entitle: refund}]}',
        ),
      ),
    ],
    told: 'again 说的是同一设备，却按工单计：不在一处的几次加不到一起。请写 per: asset。',
  },
  {
    code: 'lint-gate-nobody',
    changes: [clauses(clause('filled', `gate: {before: ticket.closed, needs: 'form.filled where form == "lost-sheet"'}`))],
    told: 'filled 要先有 form.filled where form == "lost-sheet"，而没有人能记录它：这一关永远不开。',
  },
  {
    code: 'lint-text-vague',
    changes: [clauses(clause('manuals', 'deadline: {starts: contract.signed, kept-by: training.held, within: 5d}', '尽快安排培训。'))],
    told: 'manuals 的条文只写“尽快”，时限却是数字：数字从何而来？请写明读法。',
  },
  {
    code: 'lint-text-hours',
    changes: [
      ['calendars:\n', 'calendars:\n  office: {weekly: {mon-fri: ["08:30-17:00"]}}\n'],
      clauses(
        clause(
          'night',
          'deadline: {starts: complaint.opened, kept-by: complaint.closed, within: 4h, calendar: office}',
          '全天候受理投诉。',
        ),
      ),
    ],
    told: 'night 的条文写“全天候”，时钟却按 office 的时段走：以哪一个为准？请写明读法。',
  },
]
