import { HOUR_MS, MINUTE_MS, DAY_MS } from '../../core/time/instant.ts'
import type { Instant } from '../../core/time/instant.ts'
import type { ReportFaultInput, TicketCommand } from '../../wire/ticket-commands.ts'
import { CONTRACTS, CUSTOMERS } from './vendor.ts'
import type { DemoAsset, DemoContract } from './vendor.ts'
import { between, pick, seeded } from './random.ts'
import type { Random } from './random.ts'
import { CHANNELS, STORIES } from './stories.ts'
import type { Story } from './stories.ts'
import { today } from './today.ts'

/** One command of the demo's past: who sent what at which instant. `ticket` is the story's own key, not the ticket's id. */
export type Step =
  | { readonly at: Instant; readonly ticket: string; readonly actor: string; readonly command: 'report'; readonly body: ReportFaultInput }
  | {
      readonly at: Instant
      readonly ticket: string
      readonly actor: string
      readonly command: TicketCommand
      readonly body: Readonly<Record<string, unknown>>
    }

/** What the story needs to know of a contract's plan: its grades, most urgent first, and a reason that pauses. */
export type PlanGist = {
  readonly grades: readonly string[]
  readonly gradeBy: 'customer' | 'staff'
  readonly pauseReason: string | undefined
  readonly special: boolean
}

/** How long things take under a plan when they go well, in minutes from the report (reply, arrive) and from the arrival (repair). */
type Pace = { readonly reply: number; readonly arrive: number; readonly repair: number; readonly engineers: readonly string[] }

const PACE: Readonly<Record<string, Pace>> = {
  'shebei-2nian': { reply: 30, arrive: 24 * 60, repair: 240, engineers: ['lin', 'shen'] },
  zhineng: { reply: 5, arrive: 60, repair: 180, engineers: ['zhou', 'he'] },
  keyou: { reply: 30, arrive: 240, repair: 300, engineers: ['he', 'zhou'] },
  baojing: { reply: 60, arrive: 120, repair: 180, engineers: ['shen', 'luo'] },
  biguolu: { reply: 60, arrive: 24 * 60, repair: 3 * 24 * 60, engineers: ['luo', 'lin'] },
  ruiyan: { reply: 10, arrive: 36, repair: 28, engineers: ['zhou', 'he'] },
}

type Scene = {
  readonly key: string
  readonly contract: DemoContract
  readonly asset: DemoAsset
  readonly story: Story
  readonly at: Instant
  readonly gist: PlanGist
  readonly random: Random
}

/** Nine of ten promises are kept with room to spare; the rest come late, as they do. */
function share(random: Random): number {
  return random() < 0.92 ? between(random, 0.12, 0.88) : between(random, 1.02, 1.7)
}

function opening(scene: Scene): Step {
  const { contract, asset, story, gist, random } = scene
  const customerGrade = story.type === 'fault' ? { customerGrade: pick(random, gist.grades) } : {}
  const body: ReportFaultInput = {
    type: story.type,
    channel: pick(random, CHANNELS),
    title: story.title,
    description: story.said,
    customer: contract.customer,
    site: asset.site,
    asset: asset.id,
    contract: contract.id,
    ...customerGrade,
  }
  return { at: scene.at, ticket: scene.key, actor: pick(random, ['xu', 'tang']), command: 'report', body }
}

/** So many minutes later somebody sends a command. */
type Later = (minutes: number, actor: string, sent: readonly [TicketCommand, Readonly<Record<string, unknown>>?]) => void

/** The whole life of one ticket, as far as it goes well: reply, grade, remote or visit, restore, confirm, close. */
function life(scene: Scene): Step[] {
  const pace = PACE[scene.contract.plan] ?? PACE.baojing!
  const { random, gist, story } = scene
  const desk = pick(random, ['xu', 'tang'])
  const engineer = pick(random, pace.engineers)
  const steps: Step[] = [opening(scene)]
  let at = scene.at
  const later: Later = (minutes, actor, [command, body = {}]) => {
    at += Math.max(1, Math.round(minutes)) * MINUTE_MS
    steps.push({ at, ticket: scene.key, actor, command, body })
  }
  later(pace.reply * share(random), desk, ['reply', { channel: 'phone', summary: '已电话联系，了解现象并说明下一步。' }])
  if (story.type !== 'fault') {
    later(between(random, 10, 90), desk, ['restore', { summary: story.done }])
    later(between(random, 5, 60), desk, ['confirm', { by: '客户来电人' }])
    later(between(random, 5, 300), desk, ['close'])
    return steps
  }
  later(2, desk, ['accept'])
  if (gist.grades.length > 0)
    later(3, desk, ['grade', { grade: random() < 0.25 ? gist.grades[0] : gist.grades.at(-1), reason: '按现象与影响范围判断' }])
  later(2, 'qin', ['assign', { person: engineer }])
  if (random() < 0.35) {
    later(3, engineer, ['remote-authorise', { by: '客户联系人' }])
    later(1, engineer, ['remote-start'])
    later(between(random, 8, 25), engineer, ['remote-solve', { summary: story.done }])
  } else fieldWork({ scene, pace, engineer, later, since: () => at })
  later(between(random, 1, 4), engineer, ['restore', { summary: story.done }])
  later(between(random, 5, 120), desk, ['confirm', { by: '客户现场负责人' }])
  later(between(random, 30, 1_200), desk, ['close'])
  return steps
}

type Field = {
  readonly scene: Scene
  readonly pace: Pace
  readonly engineer: string
  readonly later: Later
  readonly since: () => Instant
}

function fieldWork({ scene, pace, engineer, later, since }: Field): void {
  const { random, gist, story } = scene
  later(2, engineer, ['judge', { cause: 'hardware', remote: false, summary: '客户现场的部件须更换或调整。' }])
  later(1, 'qin', ['need-visit', { note: '远程无法排除，需要上门。' }])
  const spent = (since() - scene.at) / MINUTE_MS
  later(Math.max(3, pace.arrive * share(random) - spent), engineer, ['arrive'])
  if (gist.pauseReason !== undefined && random() < 0.12) {
    later(5, engineer, [
      'pause',
      { reason: gist.pauseReason, evidence: '现场确认单', noticeAt: since() + 4 * MINUTE_MS, note: '与客户商定后继续。' },
    ])
    later(between(random, 40, 260), engineer, ['resume', { reason: gist.pauseReason }])
  }
  later(pace.repair * share(random) * 0.7, engineer, ['finish-visit', { summary: story.done }])
}

/** Nine of ten reports come in the day, one of ten at night. */
function reportingTime(random: Random, day: Instant): Instant {
  const minute = random() < 0.9 ? between(random, 0, 10 * 60) : between(random, 11 * 60, 22 * 60)
  return day + Math.floor(minute) * MINUTE_MS
}

const ASSETS = CUSTOMERS.flatMap((customer) => customer.assets.map((asset) => ({ customer: customer.id, asset })))

type Told = {
  readonly from: Instant
  readonly until: Instant
  readonly count: number
  readonly gists: Readonly<Record<string, PlanGist>>
  readonly seed: number
}

function scenes({ from, until, count, gists, seed }: Told): Scene[] {
  const random = seeded(seed)
  const out: Scene[] = []
  for (let index = 0; index < count; index++) {
    const contract = pick(random, CONTRACTS)
    const asset = pick(
      random,
      ASSETS.filter((one) => one.customer === contract.customer),
    ).asset
    // tickets older than their contract would be a story nobody believes
    const begins = Math.max(from, Date.parse(`${contract.startsOn}T08:00:00+08:00`))
    const days = Math.floor((until - DAY_MS - begins) / DAY_MS)
    const at = reportingTime(random, begins + Math.floor(random() * days) * DAY_MS)
    const gist = gists[contract.plan]
    if (gist) out.push({ key: `past-${index}`, contract, asset, story: pick(random, STORIES[asset.id]!), at, gist, random })
  }
  return out
}

/** The demo's past up to `until`, in time order: `count` finished tickets since `from`, and the desk as it stands this morning. */
export function demoHistory(told: Told): Step[] {
  const { until, gists } = told
  const past = scenes(told)
    .flatMap(life)
    .filter((step) => step.at <= until - 12 * HOUR_MS)
  return [...past, ...today(until, gists)].sort((a, b) => a.at - b.at)
}
