import type { FactType } from '../../src/core/fact.ts'
import { leavesOf } from '../../src/core/plan/event.ts'
import type { EventLeaf } from '../../src/core/plan/event.ts'
import { openingEvent } from '../../src/core/plan/clause-events.ts'
import type { GateClause } from '../../src/core/plan/forms.ts'
import { SERVICE_STEPS, isServiceType, nounOfService } from '../../src/core/service/vocabulary.ts'
import type { Clause, EventExpr, Test } from '../../src/core/plan/types.ts'
import { DAY_MS } from '../../src/core/time/instant.ts'
import type { Instant } from '../../src/core/time/instant.ts'
import type { Duration } from '../../src/core/time/duration.ts'
import type { Answer } from '../../src/server/http/http.testing.ts'
import type { Firm } from './firm.ts'
import { instanceOf } from './instances.ts'
import { sparing } from './spared.ts'
import { tell } from './tell.ts'
import type { Deed, Scene } from './tell.ts'
import { saying, sayingNot } from './want.ts'

/** `avoid`: deeds that would end what the tale is about before its time. `forces`: gates are passed, not opened. */
export type Tale = {
  readonly firm: Firm
  readonly scene: Scene
  readonly avoid: ReadonlySet<FactType>
  readonly forces: boolean
}

/** Yields the instants at which it goes on; true: it has come about. */
export type Coming = AsyncGenerator<Instant, boolean, void>

const MINUTE_MS = 60_000
const UNIT_MS: Readonly<Record<Duration['unit'], number>> = {
  min: MINUTE_MS,
  h: 60 * MINUTE_MS,
  d: DAY_MS,
  wd: 2 * DAY_MS,
  w: 7 * DAY_MS,
  mo: 31 * DAY_MS,
  y: 366 * DAY_MS,
}

/** At least as long as the duration lasts. */
function lasting({ value, unit }: Duration): number {
  return Math.ceil(Math.abs(value) * UNIT_MS[unit]) + DAY_MS
}

/** What the life of a ticket, or of a record, asks for before. */
const BEFORE: Partial<Record<FactType, readonly FactType[]>> = {
  'ticket.closed': ['ticket.restored', 'ticket.answered'],
  'ticket.confirmed': ['ticket.restored'],
  'ticket.refused': ['ticket.restored'],
  'ticket.reopened': ['ticket.restored'],
}

function orderFor({ firm, avoid }: Tale, leaves: readonly EventExpr[]): EventExpr[] {
  const harmless = (one: EventExpr) => (leavesOf(one).some((leaf) => leaf.kind === 'fact' && avoid.has(leaf.type)) ? 1 : 0)
  const dice = leaves.map((one) => ({ one, key: harmless(one) + firm.random() }))
  return dice.sort((a, b) => a.key - b.key).map(({ one }) => one)
}

/** Makes an event come about: tells its fact, opens and settles the promise that it waits for, or lets the time pass. */
export async function* bring(tale: Tale, event: EventExpr | undefined): Coming {
  if (event === undefined) return true
  if (event.kind === 'any') {
    for (const one of orderFor(tale, event.of)) if (yield* bring(tale, one)) return true
    return false
  }
  if (event.kind === 'all') {
    for (const one of event.of) if (!(yield* bring(tale, one))) return false
    return true
  }
  return yield* bringLeaf(tale, event)
}

async function* bringLeaf(tale: Tale, leaf: EventLeaf): Coming {
  const { firm, scene } = tale
  switch (leaf.kind) {
    case 'fact':
      return yield* bringFact(tale, leaf.type, [leaf.where])
    case 'promise':
      return yield* bringState(tale, leaf)
    case 'share':
      return yield* bringState(tale, { promise: leaf.promise, state: 'opened' })
    case 'instant':
      return leaf.noun === 'event'
        ? yield* bringFact(tale, 'event.announced', [])
        : (await instanceOf(firm, scene, leaf.noun)) !== undefined
    default:
      return leaf satisfies never
  }
}

type Wanted = { readonly promise: string; readonly state: string }

/** A promise opened before and come to the state that is waited for. */
async function* bringState(tale: Tale, { promise, state }: Wanted): Coming {
  const { firm, scene } = tale
  const clause = firm.plan.promises[promise]
  if (!clause) return false
  let one = await instanceOf(firm, scene, promise)
  if (!one) {
    if (!(yield* open(tale, clause))) return false
    one = await instanceOf(firm, scene, promise)
  }
  if (clause.form === 'cover' || state === 'opened') return true
  if (state === 'due' || state === 'broken') {
    if (one?.due_at == null) return false
    yield one.due_at + MINUTE_MS
    return true
  }
  if (one?.state === 'kept' || (one?.fulfilled_at ?? null) !== null) return true
  yield (await firm.now()) + Math.ceil(firm.random() * 30) * MINUTE_MS
  return yield* bring(tale, 'keptBy' in clause ? clause.keptBy : undefined)
}

/** Makes the event come about that opens a clause, and waits until what is added to it has passed. */
export async function* open(tale: Tale, clause: Clause): Coming {
  const event = openingEvent(clause)
  if (!(yield* bring(tale, event))) return false
  const offset = leavesOf(event).find((leaf) => (leaf.offset?.value ?? 0) > 0)?.offset
  if (offset && clause.form === 'deadline' && clause.starts) yield (await tale.firm.now()) + lasting(offset)
  return true
}

function gatesBefore({ firm }: Tale, type: FactType): GateClause[] {
  return Object.values(firm.plan.promises).filter(
    (clause): clause is GateClause =>
      clause.form === 'gate' && leavesOf(clause.before).some((leaf) => leaf.kind === 'fact' && leaf.type === type),
  )
}

/** What of the ticket has to be there before: reported, and as far as its life has come. */
async function* prepare(tale: Tale, type: FactType): Coming {
  const { firm, scene } = tale
  const wantsTicket = scene.underTicket || /^(ticket|remote)\./.test(type)
  if (type === 'ticket.reported' || !wantsTicket || scene.ticket !== undefined) return true
  const asks = BEFORE[type]?.every((one) => tale.avoid.has(one) || one === 'ticket.answered') && BEFORE[type].length > 1
  const answer = await tell(firm, scene, { type: 'ticket.reported', values: asks ? { type: 'consultation' } : {} })
  yield (await firm.now()) + 15 * MINUTE_MS
  return answer.status === 201
}

/** The step of a record that must be there before this one. */
function stepBefore({ scene }: Tale, type: FactType): FactType | undefined {
  if (!isServiceType(type)) return undefined
  const noun = nounOfService(type)
  const { from } = SERVICE_STEPS[type]
  const begun = scene.records.get(noun)
  if (from.includes('absent') || (begun && from.includes(begun.phase))) return undefined
  return `${noun}.${from[0]!}` as FactType
}

const isGated = ({ body }: Answer): boolean => body?.code === 'promise.gate'

/** What a deed says, how it is told, and whether it is one of a service record even where a ticket's own command would do. */
export type Said = Omit<Deed, 'type'>

/** Tells a fact that meets these conditions, and first what has to be there for it. */
export async function* bringFact(tale: Tale, type: FactType, tests: readonly (Test | undefined)[]): Coming {
  const values = saying(tale.firm.plan, type, tests)
  return values !== undefined && (yield* deed(tale, type, { values }))
}

/** Tells a step of a service record, be it that a ticket's own command would do. */
export async function* bringRecord(tale: Tale, type: FactType): Coming {
  return yield* deed(tale, type, { values: {}, asRecord: true })
}

/** The same with a condition that is not to be met. */
export async function* bringWithout(tale: Tale, type: FactType, tests: { readonly where: Test | undefined; readonly not: Test }): Coming {
  const values = sayingNot(tale.firm.plan, type, tests)
  return values !== undefined && (yield* deed(tale, type, { values, told: { minutesAgo: 5 } }))
}

/** What puts right what stood in the way of a deed. */
function remedyFor({ avoid }: Tale, type: FactType, { body }: Answer): FactType | undefined {
  if (body?.code === 'ticket.close-visit-open') return 'visit.done'
  return BEFORE[type]?.find((one) => !avoid.has(one))
}

const MOST_TRIES = 3

async function* deed(tale: Tale, type: FactType, said: Said): Coming {
  const { firm, scene } = tale
  if (type === 'ticket.reported' && scene.ticket !== undefined) return true
  // a contract is signed once, and was
  if (type === 'contract.signed') return false
  if (!(yield* prepare(tale, type))) return false
  const beside = yield* sparing(firm, scene.house, type)
  said = { ...said, values: { ...beside, ...said.values } }
  const before = stepBefore(tale, type)
  if (before !== undefined && !(yield* deed(tale, before, { values: {}, asRecord: true }))) return false
  let answer = await tell(firm, scene, { type, ...said })
  for (let tries = 1; answer.status >= 400 && !isGated(answer) && tries < MOST_TRIES; tries++) {
    const first = remedyFor(tale, type, answer)
    if (first === undefined || !(yield* deed(tale, first, { values: {} }))) return false
    answer = await tell(firm, scene, { type, ...said })
  }
  return isGated(answer) ? yield* passGates(tale, type, said) : answer.status < 400
}

/** What a gate wants is brought; where that is not meant, or does not help, the deed is told as done all the same. */
async function* passGates(tale: Tale, type: FactType, said: Said): Coming {
  const { firm, scene, forces } = tale
  if (!forces) {
    for (const { needs } of gatesBefore(tale, type)) yield* bring(tale, needs)
    const answer = await tell(firm, scene, { type, ...said })
    if (!isGated(answer)) return answer.status < 400
  }
  yield (await firm.now()) + 10 * MINUTE_MS
  return (await tell(firm, scene, { type, ...said, told: { minutesAgo: 5 } })).status < 400
}
