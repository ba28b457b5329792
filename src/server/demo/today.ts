import { HOUR_MS, MINUTE_MS } from '../../core/time/instant.ts'
import type { Instant } from '../../core/time/instant.ts'
import type { TicketCommand } from '../../wire/ticket-commands.ts'
import type { PlanGist, Step } from './history.ts'
import { STORIES } from './stories.ts'
import { CONTRACTS, CUSTOMERS } from './vendor.ts'

type Gists = Readonly<Record<string, PlanGist>>
type Body = Readonly<Record<string, unknown>>

/** So many minutes ago somebody sent a command; instants in a body count back from now as well. */
type Act = readonly [
  minutesAgo: number,
  actor: string,
  command: TicketCommand,
  body?: Body | ((until: Instant, gists: Gists) => Body | undefined),
]

/** One open ticket: device, which of its stories, when it was reported, the customer's grade, what has been done since. */
type Case = {
  readonly asset: string
  readonly story: number
  readonly minutesAgo: number
  readonly grade?: string | ((gists: Gists) => string | undefined)
  readonly acts: readonly Act[]
}

const HOUR = 60
const DAY = 24 * HOUR
const REPLY: Body = { channel: 'phone', summary: '已电话答复，安排下一步。' }
const mildest = (plan: string) => (gists: Gists) => gists[plan]?.grades.at(-1)

/** Put off by the customer: told, and with the paper that shows it; undefined where the plan knows no such reason. */
const putOff = (until: Instant, gists: Gists): Body | undefined => {
  const reason = gists['shebei-2nian']?.pauseReason
  if (reason === undefined) return undefined
  return { reason, evidence: '现场确认单', noticeAt: until - 4 * HOUR_MS, note: '门诊高峰，客户要求晚间再修。' }
}

const spoken = (until: Instant): Body => ({
  ...REPLY,
  occurredAt: until - 170 * MINUTE_MS,
  lateReason: '当时在现场接的电话，回到座席才登记',
  lateEvidence: '分机通话清单',
})

/** The desk this morning: near, running, waiting, paused, late, back-filled, unassigned. */
const CASES: readonly Case[] = [
  { asset: 'pa-240', story: 0, minutesAgo: 22, grade: 'major', acts: [] },
  {
    asset: 'lsb-680',
    story: 0,
    minutesAgo: 22 * HOUR + 40,
    grade: 'general',
    acts: [
      [22 * HOUR + 12, 'xu', 'reply', REPLY],
      [22 * HOUR + 8, 'xu', 'accept'],
      [22 * HOUR, 'xu', 'grade', { grade: 'major', reason: '单机备用不足，按重大处理' }],
      [21 * HOUR + 50, 'qin', 'assign', { person: 'lin' }],
      [21 * HOUR + 45, 'lin', 'remote-start'],
      [21 * HOUR + 20, 'lin', 'remote-fail', { note: '远程指导清洗滤网，高压未降。' }],
      [20 * HOUR + 58, 'xu', 'send-plan', { summary: '次日上门更换膨胀阀滤芯，备冷媒；1、2 号机先顶。' }],
      [20 * HOUR, 'qin', 'need-visit', { note: '需要更换配件' }],
    ],
  },
  {
    asset: 'zz-15',
    story: 0,
    minutesAgo: DAY + HOUR + 20,
    grade: 'general',
    acts: [
      [25 * HOUR, 'tang', 'reply', REPLY],
      [DAY + 50, 'tang', 'grade', { grade: 'general' }],
      [DAY + 30, 'qin', 'assign', { person: 'shen' }],
    ],
  },
  {
    asset: 'zz-15',
    story: 1,
    minutesAgo: 27 * HOUR,
    grade: 'general',
    acts: [
      [26 * HOUR + 45, 'tang', 'reply', REPLY],
      [26 * HOUR + 40, 'tang', 'grade', { grade: 'general' }],
      [26 * HOUR + 30, 'qin', 'assign', { person: 'shen' }],
      [5 * HOUR, 'shen', 'arrive'],
      [4 * HOUR, 'shen', 'pause', putOff],
    ],
  },
  {
    asset: 'jb-3200',
    story: 0,
    minutesAgo: 85,
    acts: [
      [62, 'xu', 'reply', REPLY],
      [55, 'qin', 'assign', { person: 'luo' }],
    ],
  },
  { asset: 'fd-16', story: 0, minutesAgo: 9 * HOUR, acts: [[8 * HOUR + 20, 'xu', 'reply', REPLY]] },
  {
    asset: 'ldk-2',
    story: 0,
    minutesAgo: 130,
    grade: mildest('zhineng'),
    acts: [
      [123, 'tang', 'reply', REPLY],
      [120, 'qin', 'assign', { person: 'zhou' }],
      [40, 'zhou', 'arrive'],
    ],
  },
  {
    asset: 'hsm-7',
    story: 1,
    minutesAgo: 50,
    grade: mildest('keyou'),
    acts: [
      [31, 'xu', 'reply', REPLY],
      [29, 'xu', 'remote-start'],
      [26, 'xu', 'remote-fail', { note: '远程自检无响应，电源指示灯不亮。' }],
      [25, 'qin', 'assign', { person: 'he' }],
      [24, 'qin', 'need-visit', { note: '需更换电源模块' }],
    ],
  },
  {
    asset: 'bgl-24',
    story: 1,
    minutesAgo: 3 * DAY,
    acts: [
      [3 * DAY - 40, 'xu', 'reply', REPLY],
      [3 * DAY - 50, 'qin', 'assign', { person: 'luo' }],
    ],
  },
  { asset: 'yz-9', story: 1, minutesAgo: 14, grade: mildest('ruiyan'), acts: [] },
  { asset: 'pa-240', story: 1, minutesAgo: 190, acts: [[5, 'tang', 'reply', spoken]] },
]

function reportOf(one: Case, { until, gists, ticket }: { until: Instant; gists: Gists; ticket: string }): Step {
  const customer = CUSTOMERS.find((known) => known.assets.some((asset) => asset.id === one.asset))!
  const asset = customer.assets.find((known) => known.id === one.asset)!
  const contract = CONTRACTS.find((known) => known.customer === customer.id)!
  const story = STORIES[one.asset]![one.story]!
  const grade = typeof one.grade === 'function' ? one.grade(gists) : one.grade
  const body = {
    type: story.type,
    channel: 'phone' as const,
    title: story.title,
    description: story.said,
    customer: customer.id,
    site: asset.site,
    asset: asset.id,
    contract: contract.id,
    ...(grade === undefined ? {} : { customerGrade: grade }),
  }
  return { at: until - one.minutesAgo * MINUTE_MS, ticket, actor: 'xu', command: 'report', body }
}

/** The steps that lead to the open desk at `until`. */
export function today(until: Instant, gists: Gists): Step[] {
  return CASES.flatMap((one, index) => {
    const ticket = `today-${index}`
    const acts = one.acts.flatMap(([ago, actor, command, given]): Step[] => {
      const body = typeof given === 'function' ? given(until, gists) : (given ?? {})
      return body === undefined ? [] : [{ at: until - ago * MINUTE_MS, ticket, actor, command, body }]
    })
    return [reportOf(one, { until, gists, ticket }), ...acts]
  })
}
