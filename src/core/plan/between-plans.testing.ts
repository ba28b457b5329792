import type { Locale } from '../words.ts'

type Change = readonly [from: string, to: string]

export type BetweenPlans = {
  readonly title: string
  /** what the one plan says, and the other */
  readonly a: readonly Change[]
  readonly b: readonly Change[]
  /** the sentences that name it */
  readonly told: Readonly<Record<Extract<Locale, 'zh-CN' | 'en'>, readonly string[]>>
}

const clause = (id: string, title: string, form: string, more = ''): Change => [
  'later:\n',
  `  ${id}:\n    title: ${title}\n    text: 双方说定的事。\n    source: [L-6]\n${more}    ${form}\nlater:\n`,
]
const deadline = (id: string, title: string, keys: string): Change => clause(id, title, `deadline: {${keys}}`)
const cover = (id: string, title: string, keys: string): Change => clause(id, title, `cover: {per: asset, ${keys}}`)
const closing = (id: string, title: string, needs: string): Change =>
  clause(id, title, `gate: {before: ticket.closed, needs: ${needs}, waive: service-manager}`)
const charges = (...lines: readonly string[]): Change => [
  'promises:\n',
  `charges:\n${lines.map((line) => `  - ${line}\n`).join('')}promises:\n`,
]
const line = (calendar: string): Change => ['reasons:\n', `channels:\n  line: {name: 热线, kind: phone, calendar: ${calendar}}\nreasons:\n`]
const seven: Change = ['  always: {hours: 24x7}\n', '  always: {hours: 24x7}\n  seven: {weekly: {mon-sun: ["09:00-17:00"]}}\n']
const WARRANTY = 'starts: contract.accepted, term: 24mo'

/** What the signed texts of different vendors, and different texts of one vendor, promise against each other, in the words of the plan language. */
export const BETWEEN_PLANS: readonly BetweenPlans[] = [
  {
    title: 'a part that is replaced gets its full term anew here, and keeps the rest of the old one there (S000-107, S004)',
    a: [cover('equipment', '设备质保', `${WARRANTY}, gives: [free-repair], replaced-part: restart`)],
    b: [cover('hardware', '硬件质保', `${WARRANTY}, gives: [free-repair, free-parts], replaced-part: remainder`)],
    told: {
      'zh-CN': [
        '甲的“设备质保”与乙的“硬件质保”说的是同一件事，内容不同。甲：换上的部件：期限从更换之日重新起算、包括：免费维修；乙：换上的部件：接着原来的期限、包括：免费维修、免费更换零件',
      ],
      en: [
        '“设备质保” of A and “硬件质保” of B are about the same thing and read otherwise: A replaced part: its term begins anew, It gives: free repair; A replaced part: the rest of the old term, It gives: free repair, free parts',
      ],
    },
  },
  {
    title: 'the same fault is answered in two hours, in one, in a working day, at once (S001)',
    a: [deadline('answer', '响应', 'starts: ticket.reported, kept-by: [ticket.answered, ticket.plan-sent], within: 2h')],
    b: [deadline('response', '答复', 'starts: [callback.made, ticket.reported], kept-by: ticket.answered, within: 1wd, calendar: desk')],
    told: {
      'zh-CN': [
        '甲的“响应”与乙的“答复”说的是同一件事，时限不同：2 小时；1 个工作日（起算日不计，末日服务时段结束为止）',
        '甲的“响应”与乙的“答复”说的是同一件事，日历不同：每天 24 小时，节假日不停；周一至周五 09:00-17:30，遵循国务院节假日安排（含调休上班日）',
      ],
      en: [
        '“响应” of A and “答复” of B are about the same thing and differ in the limit: 2 h and 1 working day (the start day not counted, until closing of the last)',
        '“响应” of A and “答复” of B are about the same thing and differ in the calendar: 24 hours every day, holidays included and Mon to Fri 09:00-17:30, by the State Council’s holidays and make-up workdays',
      ],
    },
  },
  {
    title: 'twelve months of warranty here, twenty-four there (S001)',
    a: [cover('goods', '货物质保', 'starts: contract.accepted, term: 12mo')],
    b: [cover('equipment', '设备质保', 'starts: contract.accepted, term: 24mo, gives: [free-repair]')],
    told: {
      'zh-CN': ['甲的“货物质保”与乙的“设备质保”说的是同一件事，内容不同。甲：期限：12 个月；乙：期限：24 个月、包括：免费维修'],
      en: [
        '“货物质保” of A and “设备质保” of B are about the same thing and read otherwise: Term: 12 months; Term: 24 months, It gives: free repair',
      ],
    },
  },
  {
    title: 'a hotline at any time here, seven days by eight hours there (S001)',
    a: [line('always')],
    b: [seven, line('seven')],
    told: {
      'zh-CN': [
        '电话服务时间。甲：渠道：热线（每天 24 小时，节假日不停）；乙：渠道：热线（周一至周日 09:00-17:00，节假日照常）',
        '服务时间“seven”。甲：未写；乙：周一至周日 09:00-17:00，节假日照常',
      ],
      en: [
        'Hours by telephone: in A Line: 热线 (24 hours every day, holidays included), in B Line: 热线 (Mon to Sun 09:00-17:00, open on holidays too)',
        'The hours “seven”: in A nothing, in B Mon to Sun 09:00-17:00, open on holidays too',
      ],
    },
  },
  {
    title: 'after the warranty a fee for the way here, parts alone there, everything elsewhere (S001)',
    a: [cover('goods', '货物质保', WARRANTY), charges(`{when: 'cover == "none"', parts: at-cost, labour: free, travel: list}`)],
    b: [
      cover('equipment', '设备质保', WARRANTY),
      charges(`{when: 'cover == "equipment"', labour: free}`, '{parts: at-cost, labour: list, travel: free}'),
    ],
    told: {
      'zh-CN': [
        '质保为无 人工。甲：免费；乙：按价目表',
        '质保为无 差旅。甲：按价目表；乙：免费',
        '质保为设备质保 人工。甲：未写；乙：免费',
        '其余 配件。甲：未写；乙：按成本',
        '其余 人工。甲：未写；乙：按价目表',
        '其余 差旅。甲：未写；乙：免费',
      ],
      en: [
        'cover is none labour: in A free, in B by the price list',
        'cover is none travel: in A by the price list, in B free',
        'cover is 设备质保 labour: in A nothing, in B free',
        'Otherwise parts: in A nothing, in B at cost',
        'Otherwise labour: in A nothing, in B by the price list',
        'Otherwise travel: in A nothing, in B free',
      ],
    },
  },
  {
    title: 'work is free after the warranty here, and paid like all else there (S001)',
    a: [cover('goods', '货物质保', WARRANTY), charges(`{when: 'cover != "goods"', labour: free}`)],
    b: [cover('equipment', '设备质保', WARRANTY), charges(`{when: 'cover == "none"', labour: list}`)],
    told: {
      'zh-CN': ['质保不为货物质保 人工。甲：免费；乙：按价目表', '质保为无 人工。甲：免费；乙：按价目表'],
      en: ['cover is not 货物质保 labour: in A free, in B by the price list', 'cover is none labour: in A free, in B by the price list'],
    },
  },
  {
    title: 'a reply in ten minutes here, in an hour there (S002, S003)',
    a: [deadline('fault-reply', '故障答复', `starts: 'ticket.reported where type == "fault"', kept-by: ticket.accepted, within: 10min`)],
    b: [
      deadline(
        'first-reply',
        '首次答复',
        `starts: ticket.reported, kept-by: ticket.accepted, within: {by: grade, major: 10min, general: 1h}`,
      ),
    ],
    told: {
      'zh-CN': ['甲的“故障答复”与乙的“首次答复”说的是同一件事，时限不同：10 分；停机 10 分、异响 1 小时'],
      en: ['“故障答复” of A and “首次答复” of B are about the same thing and differ in the limit: 10 min and 停机 10 min, 异响 1 h'],
    },
  },
  {
    title: 'a plan in two hours here, an answer in four hours, in a day, in seven working days there (S002, S003)',
    a: [deadline('plan', '服务方案', 'starts: ticket.reported, kept-by: ticket.plan-sent, within: 2h')],
    b: [deadline('answer', '解答', 'starts: ticket.reported, kept-by: [ticket.answered, ticket.restored], within: 7wd')],
    told: {
      'zh-CN': [
        '甲的“服务方案”与乙的“解答”说的是同一件事，完成事件不同：发出处理方案；解答或恢复使用',
        '甲的“服务方案”与乙的“解答”说的是同一件事，时限不同：2 小时；7 个工作日（起算日不计，末日服务时段结束为止）',
      ],
      en: [
        '“服务方案” of A and “解答” of B are about the same thing and differ in what keeps it: the sending of the plan and the answer or the restoration',
        '“服务方案” of A and “解答” of B are about the same thing and differ in the limit: 2 h and 7 working days (the start day not counted, until closing of the last)',
      ],
    },
  },
  {
    title: 'an arrival within an hour of the acceptance here, two hours more than the way from the report there (S002, S003)',
    a: [deadline('hurry', '紧急上门', 'starts: ticket.accepted, kept-by: visit.departed, within: 1h')],
    b: [deadline('set-out', '上门出发', 'starts: ticket.reported, kept-by: visit.departed, within: travel + 2h')],
    told: {
      'zh-CN': [
        '甲的“紧急上门”与乙的“上门出发”说的是同一件事，起点不同：受理；报修',
        '甲的“紧急上门”与乙的“上门出发”说的是同一件事，时限不同：1 小时；最快路程时间加 2 小时',
      ],
      en: [
        '“紧急上门” of A and “上门出发” of B are about the same thing and differ in the start: the acceptance and the report',
        '“紧急上门” of A and “上门出发” of B are about the same thing and differ in the limit: 1 h and the fastest travel time plus 2 h',
      ],
    },
  },
  {
    title: 'a warranty from the hand-over here, from the factory, the purchase, the commissioning or the delivery there (S002, S003)',
    a: [cover('equipment', '设备质保', 'starts: {all: [asset.accepted, asset.handed-over]}, term: 12mo, gives: [free-repair]')],
    b: [cover('product', '产品质保', 'starts: contract.commissioned, term: 12mo, gives: [free-repair, replacement]')],
    told: {
      'zh-CN': [
        '甲的“设备质保”与乙的“产品质保”说的是同一件事，内容不同。甲：起点：设备验收且设备移交、包括：免费维修；乙：起点：安装调试、包括：免费维修、同型号新机',
      ],
      en: [
        '“设备质保” of A and “产品质保” of B are about the same thing and read otherwise: Starts: the acceptance of the device and the handover of the device, It gives: free repair; Starts: the commissioning, It gives: free repair, a new device of the same model',
      ],
    },
  },
  {
    title: 'after the warranty work is free here, at cost there, and at a price elsewhere (S002, S003)',
    a: [charges(`{when: 'cover == "none"', parts: at-cost, labour: free}`)],
    b: [charges('{parts: list, labour: at-cost}')],
    told: {
      'zh-CN': [
        '质保为无 配件。甲：按成本；乙：按价目表',
        '质保为无 人工。甲：免费；乙：按成本',
        '其余 配件。甲：未写；乙：按价目表',
        '其余 人工。甲：未写；乙：按成本',
      ],
      en: [
        'cover is none parts: in A at cost, in B by the price list',
        'cover is none labour: in A free, in B at cost',
        'Otherwise parts: in A nothing, in B by the price list',
        'Otherwise labour: in A nothing, in B at cost',
      ],
    },
  },
  {
    title: 'what the customer broke costs the part alone here, and is not covered at all there (S002)',
    a: [cover('equipment', '设备质保', WARRANTY), charges(`{when: 'cause == "flood"', parts: list, labour: free}`)],
    b: [cover('product', '产品质保', `${WARRANTY}, excludes: [flood]`), charges(`{when: 'cover == "none"', parts: list, labour: list}`)],
    told: {
      'zh-CN': [
        '甲的“设备质保”与乙的“产品质保”说的是同一件事，内容不同。甲：未写；乙：不在其内：汛期封路',
        '原因为汛期封路 人工。甲：免费；乙：按价目表',
        '质保为无 配件。甲：未写；乙：按价目表',
        '质保为无 人工。甲：未写；乙：按价目表',
      ],
      en: [
        '“设备质保” of A and “产品质保” of B are about the same thing and read otherwise: nothing; Not covered: 汛期封路',
        'cause is 汛期封路 labour: in A free, in B by the price list',
        'cover is none parts: in A nothing, in B by the price list',
        'cover is none labour: in A nothing, in B by the price list',
      ],
    },
  },
  {
    title: 'a case closes by the signature here, by a satisfied customer, a result confirmed, a report or a test there (S002, S003)',
    a: [closing('signed', '签字后关闭', 'visit.signed')],
    b: [closing('confirmed', '确认后关闭', 'ticket.confirmed')],
    told: {
      'zh-CN': ['甲的“签字后关闭”与乙的“确认后关闭”说的是同一件事，内容不同。甲：须先有：客户签字；乙：须先有：客户确认'],
      en: [
        '“签字后关闭” of A and “确认后关闭” of B are about the same thing and read otherwise: First needed: the signature; First needed: the confirmation',
      ],
    },
  },
  {
    title: 'a survey by the production department here, by business development there (S003)',
    a: [
      clause(
        'satisfaction',
        '满意度调查',
        'recurring: {per: contract, starts: contract.accepted, every: 1y, task: survey}',
        '    owner: service-manager\n',
      ),
    ],
    b: [
      clause(
        'yearly',
        '年度调查',
        'recurring: {per: customer, starts: contract.accepted, every: 1y, task: survey}',
        '    owner: account-manager\n',
      ),
    ],
    told: {
      'zh-CN': ['甲的“满意度调查”与乙的“年度调查”说的是同一件事，内容不同。甲：按合同计、由客服经理负责；乙：按客户计、由客户经理负责'],
      en: [
        '“满意度调查” of A and “年度调查” of B are about the same thing and read otherwise: counted by contract, Service manager answers for it; counted by customer, Account manager answers for it',
      ],
    },
  },
  {
    title: 'one who answers for the survey after each case here, another there (S003)',
    a: [
      clause('asked', '回访调查', 'deadline: {starts: ticket.closed, kept-by: survey.answered, within: 5d}', '    owner: hotline-agent\n'),
    ],
    b: [
      clause(
        'graded',
        '满意度调查',
        'deadline: {starts: ticket.closed, kept-by: survey.answered, within: 5d}',
        '    owner: service-manager\n',
      ),
    ],
    told: {
      'zh-CN': ['甲的“回访调查”与乙的“满意度调查”说的是同一件事，负责人不同：客服专员；客服经理'],
      en: [
        '“回访调查” of A and “满意度调查” of B are about the same thing and differ in who answers for it: Hotline agent and Service manager',
      ],
    },
  },
]
