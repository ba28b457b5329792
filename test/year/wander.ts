import type { FactType } from '../../src/core/fact.ts'
import { clauseEvents } from '../../src/core/plan/clause-events.ts'
import { leavesOf } from '../../src/core/plan/event.ts'
import type { EventLeaf } from '../../src/core/plan/event.ts'
import type { Plan } from '../../src/core/plan/types.ts'
import { between, pick } from '../../src/server/demo/random.ts'
import type { Story } from './agenda.ts'
import { bring, bringFact } from './bring.ts'
import type { Tale } from './bring.ts'
import type { Firm, House } from './firm.ts'
import { running } from './instances.ts'
import { sceneIn, tell } from './tell.ts'
import type { Scene } from './tell.ts'
import type { Values } from './want.ts'

const MINUTE_MS = 60_000

type FactLeaf = Extract<EventLeaf, { kind: 'fact' }>

/** Everything that the plan listens to beside the milestones of its contract: what keeps, starts, ends, counts, excludes. */
export function vocabularyOf({ promises }: Plan): FactLeaf[] {
  const leaves = Object.values(promises).flatMap((clause) => clauseEvents(clause).flatMap(({ event }) => leavesOf(event)))
  return leaves.filter((leaf): leaf is FactLeaf => leaf.kind === 'fact' && !leaf.type.startsWith('contract.'))
}

/** What may come over any ticket beside what its plan listens to. */
const LIFE: readonly FactType[] = [
  'ticket.accepted',
  'ticket.assigned',
  'ticket.replied',
  'ticket.restored',
  'ticket.reopened',
  'ticket.cancelled',
  'ticket.closed',
  'ticket.noted',
  'remote.solved',
]

type Walk = { readonly tale: Tale; readonly firm: Firm; readonly house: House; readonly scene: Scene }

async function pauseOrGoOn({ firm, house, scene }: Walk): Promise<void> {
  const reason = pick(firm.random, Object.keys(house.plan.reasons))
  const now = await firm.now()
  const notice = firm.random() < 0.5 ? { noticeAt: now } : {}
  const values = firm.random() < 0.6 ? { reason, ...(firm.random() < 0.7 ? { evidence: '现场照片' } : {}), ...notice } : {}
  await tell(firm, scene, { type: 'reason' in values ? 'ticket.paused' : 'ticket.resumed', values })
}

async function gradeAnew({ firm, house, scene }: Walk): Promise<void> {
  const grade = pick(firm.random, house.plan.grades).id
  await tell(firm, scene, { type: 'ticket.graded', values: { grade, by: firm.random() < 0.5 ? 'staff' : 'customer' } })
}

/** One of the promises that run on the ticket is waived, or excused for a reason that its plan knows. */
async function release({ firm, house, scene }: Walk): Promise<void> {
  const open = (await running(firm)).filter(({ subject }) => subject === `ticket/${scene.ticket}`)
  if (open.length === 0) return
  const { promise, episode } = pick(firm.random, open)
  const reasons = Object.keys(house.plan.reasons)
  const excuse: Values = { promise, episode, reason: reasons.length > 0 ? pick(firm.random, reasons) : 'none' }
  const waive = firm.random() < 0.7
  await tell(firm, scene, { type: waive ? 'obligation.waived' : 'obligation.excused', values: waive ? { promise, episode } : excuse })
}

/** Something that was told is declared void, set right, or approved by somebody else. */
async function rule({ firm, scene }: Walk): Promise<void> {
  const { items } = (await firm.manager.get(`/api/facts?subject=ticket/${scene.ticket}`)).body as {
    items: { id: string; type: string; occurredAt: number; data: Values }[]
  }
  if (items.length === 0) return
  const { id, occurredAt } = pick(firm.random, items)
  const dice = firm.random()
  const later = occurredAt - Math.ceil(firm.random() * 90) * MINUTE_MS
  const moved = { field: 'occurredAt', from: occurredAt, to: later, reason: '记错了' }
  if (dice < 0.35) await firm.second.post(`/api/facts/${id}/approve`, {})
  else if (dice < 0.6) await firm.manager.post(`/api/facts/${id}/void`, { reason: '记错了' })
  else await firm.manager.post(`/api/facts/${id}/correct`, moved)
}

/** A deed of the plan's vocabulary or of a ticket's life: told at once, minutes later, or long after it happened. */
async function* anyDeed({ tale, firm, scene }: Walk): Story {
  const leaves = vocabularyOf(firm.plan)
  if (leaves.length > 0 && firm.random() < 0.7) {
    const leaf = pick(firm.random, leaves)
    yield* bringFact(tale, leaf.type, [firm.random() < 0.7 ? leaf.where : undefined])
    return
  }
  const dice = firm.random()
  const minutesAgo = dice < 0.6 ? 0 : dice < 0.8 ? 7 : Math.ceil(between(firm.random, 11, 300))
  await tell(firm, scene, { type: pick(firm.random, LIFE), values: {}, told: { minutesAgo } })
}

async function* oneStep(walk: Walk): Story {
  const { firm, house } = walk
  const dice = firm.random()
  if (dice < 0.12 && Object.keys(house.plan.reasons).length > 0) return await pauseOrGoOn(walk)
  if (dice < 0.2 && house.plan.grades.length > 0) return await gradeAnew(walk)
  if (dice < 0.26) return await release(walk)
  if (dice < 0.36) return await rule(walk)
  yield* anyDeed(walk)
}

const TYPES = ['fault', 'fault', 'fault', 'consultation', 'routine-service', 'parts-exchange'] as const

function reportDrawn({ random }: Firm, { plan }: House): Values {
  const graded = (field: string): Values => (plan.grades.length > 0 && random() < 0.6 ? { [field]: pick(random, plan.grades).id } : {})
  const [grade, customerGrade] = [graded('grade'), graded('customerGrade')]
  return { type: pick(random, TYPES), channel: pick(random, ['phone', 'mail', 'portal', 'device']), ...grade, ...customerGrade }
}

/** A ticket, and what comes over it, as it comes. */
export async function* wander(firm: Firm, house: House): Story {
  const asset = firm.random() < 0.15 ? house.spare : pick(firm.random, house.assets)
  const scene = sceneIn(house, { asset, underTicket: true, report: reportDrawn(firm, house) })
  const tale: Tale = { firm, scene, avoid: new Set(), forces: firm.random() < 0.3 }
  const walk = { tale, firm, house, scene }
  yield* bring(tale, { kind: 'fact', type: 'ticket.reported' })
  const steps = 3 + Math.floor(firm.random() * 6)
  for (let step = 0; step < steps; step++) {
    const minutes = firm.random() < 0.6 ? between(firm.random, 1, 120) : between(firm.random, 120, 5_000)
    yield (await firm.now()) + Math.ceil(minutes) * MINUTE_MS
    yield* oneStep(walk)
  }
}
