import { leavesOf } from '../../src/core/plan/event.ts'
import { clauseEvents, measureEvents, openingEvent } from '../../src/core/plan/clause-events.ts'
import type { FactType } from '../../src/core/fact.ts'
import type { GateClause, LevelClause, Measure, RuleClause } from '../../src/core/plan/forms.ts'
import type { Clause, DeadlineClause, EventExpr } from '../../src/core/plan/types.ts'
import { wentOut } from '../../src/core/promise/slots.ts'
import { DAY_MS } from '../../src/core/time/instant.ts'
import { SERVICE_OPENINGS, nounOfService } from '../../src/core/service/vocabulary.ts'
import type { Story } from './agenda.ts'
import { bring, bringFact, bringRecord, bringWithout, open } from './bring.ts'
import type { Coming, Tale } from './bring.ts'
import type { Firm, House } from './firm.ts'
import { instanceOf, keyOf } from './instances.ts'
import type { Standing } from './instances.ts'
import { rootsOf, typesIn } from './spared.ts'
import { sceneIn, tell } from './tell.ts'
import type { Scene } from './tell.ts'
import { standingOn } from './want.ts'

export type Verdict = 'kept' | 'broken'

/** `claimed`: instances that a story settles itself, by their keys. `lost`: stories that did not come about, and why. */
export type Year = { readonly firm: Firm; readonly claimed: Set<string>; readonly lost: string[] }

const MINUTE_MS = 60_000

/** Records that own promises themselves: what is done for one of them is told as part of it. */
const WHOLES = ['rma', 'loan', 'event', 'complaint'] as const

/** The place that a clause's `when` asks for: a device of that zone, or one that no contract covers. */
function sceneFor({ firm }: Year, house: House, clause: Clause): Scene {
  const when = 'when' in clause ? clause.when : undefined
  const report = standingOn(firm.plan, when, typesIn(openingEvent(clause)))
  // Whatever is scrapped is always the same device, so that the covers of the others run to their end.
  const scraps = clauseEvents(clause).some(({ event }) => typesIn(event).includes('asset.scrapped'))
  const fitting = (scraps ? house.assets.slice(0, 1) : house.assets).filter(
    ({ site }) => report.zone === undefined || site.zone === report.zone,
  )
  const uncovered = typeof report.cover === 'string' && firm.plan.promises[report.cover]?.form !== 'cover'
  const asset = uncovered ? house.spare : fitting[Math.floor(firm.random() * fitting.length)]
  const partOf = WHOLES.find((noun) => noun === clause.per)
  return sceneIn(house, { report, partOf, underTicket: ['ticket', 'rma', 'loan'].includes(clause.per), ...(asset ? { asset } : {}) })
}

/** A clause opens, and is kept or broken. */
export async function* settle(
  year: Year,
  house: House,
  { clause, verdict }: { readonly clause: Clause; readonly verdict: Verdict },
): Story {
  const scene = sceneFor(year, house, clause)
  const tale = { firm: year.firm, scene, avoid: new Set<FactType>(), forces: house.manner === 'broken' }
  const came = yield* settling(year, tale, { clause, verdict })
  if (!came) year.lost.push(`${clause.id} ${verdict}`)
  yield* tidyUp(year, scene)
}

type Goal<Form extends Clause = Clause> = { readonly clause: Form; readonly verdict: Verdict }

async function* settling(year: Year, tale: Tale, { clause, verdict }: Goal): Coming {
  switch (clause.form) {
    case 'deadline':
      return yield* settleClock(year, tale, { clause, verdict })
    case 'gate':
      return yield* settleGate(tale, { clause, verdict })
    case 'rule':
      return yield* act(tale, clause)
    case 'level':
      return yield* measure(tale, { clause, verdict })
    case 'cover':
    case 'recurring':
      return yield* open(tale, clause)
    default:
      return clause satisfies never
  }
}

async function* settleClock(year: Year, tale: Tale, { clause, verdict }: Goal<DeadlineClause>): Coming {
  const { firm, scene } = tale
  const opening = new Set(rootsOf(firm.plan, openingEvent(clause)))
  const ends = [...typesIn(clause.unless), ...typesIn(clause.keptBy)].filter((type) => !opening.has(type))
  const careful = { ...tale, avoid: new Set(ends) }
  const before = await instanceOf(firm, scene, clause.id)
  if (!(yield* open(careful, clause))) return false
  const one = await instanceOf(firm, scene, clause.id)
  if (!one || (before && keyOf(before) === keyOf(one))) return false
  year.claimed.add(keyOf(one))
  return yield* settleOne(careful, { clause, verdict, one })
}

/** In time, now and then at the due instant itself; or late, now and then never. */
async function* settleOne(tale: Tale, { clause, verdict, one }: Goal<DeadlineClause> & { readonly one: Standing }): Coming {
  const { firm } = tale
  const now = await firm.now()
  const due = one.due_at
  if (verdict === 'broken') {
    if (due === null) return false
    yield due + MINUTE_MS
    if (firm.random() < 0.6) {
      yield due + Math.ceil(firm.random() * 48 * 60) * MINUTE_MS
      yield* bring(tale, clause.keptBy)
    }
    return true
  }
  const share = firm.random() < 0.2 ? 1 : firm.random() * 0.9
  yield due === null ? now + Math.ceil(firm.random() * 600) * MINUTE_MS : now + Math.floor((due - now) * share)
  return yield* bring(tale, clause.keptBy)
}

async function* settleGate(tale: Tale, { clause, verdict }: Goal<GateClause>): Coming {
  const [before] = leavesOf(clause.before)
  if (before?.kind !== 'fact') return false
  if (verdict === 'kept') {
    if (!(yield* bring(tale, clause.needs))) return false
    yield (await tale.firm.now()) + 5 * MINUTE_MS
    return yield* bringFact(tale, before.type, [before.where, clause.allows])
  }
  const careful = { ...tale, avoid: new Set(typesIn(clause.needs)), forces: true }
  const { partOf, records } = tale.scene
  const begins = partOf && !records.has(partOf) ? SERVICE_OPENINGS.find((type) => nounOfService(type) === partOf) : undefined
  if (begins !== undefined && !(yield* bringRecord(careful, begins))) return false
  // A signature is asked for only where somebody came: what must come back goes out first.
  const [out] = leavesOf(clause.needs).flatMap(wentOut)
  if (out !== undefined && !(yield* bringRecord(careful, out))) return false
  return clause.allows
    ? yield* bringWithout(careful, before.type, { where: before.where, not: clause.allows })
    : yield* bringFact(careful, before.type, [before.where])
}

async function* act(tale: Tale, clause: RuleClause): Coming {
  for (let time = 0; time < clause.times; time++) {
    if (!(yield* bring(tale, clause.on))) return false
    yield (await tale.firm.now()) + 20 * MINUTE_MS
  }
  return true
}

/** By which events what is measured as a time comes to its end. */
function endsOf(of: Measure): readonly EventExpr[] {
  if (of.kind === 'time') return [of.to]
  return 'left' in of ? [...endsOf(of.left), ...endsOf(of.right)] : []
}

/** So long somebody is without what should be there. */
const DOWN_DAYS = 300

/** Something to measure; to break a bound, what is down stays down, the stock runs out, and there is more of what it is divided by. */
async function* measure(tale: Tale, { clause, verdict }: Goal<LevelClause>): Coming {
  const { firm, scene } = tale
  const never = verdict === 'broken' ? endsOf(clause.measure) : []
  for (const event of measureEvents(clause.measure)) {
    if (never.includes(event)) continue
    if (!(yield* bring(tale, event))) return false
    yield (await firm.now()) + 10 * MINUTE_MS
  }
  if (verdict === 'kept') return true
  if (never.length > 0) yield (await firm.now()) + DOWN_DAYS * DAY_MS
  for (const leaf of measureEvents(clause.measure).flatMap((event) => leavesOf(event)))
    if (leaf.kind === 'fact' && leaf.type === 'stock.changed') {
      yield* bring(tale, leaf)
      yield (await firm.now()) + 10 * MINUTE_MS
      const place = /"([^"]+)"/.exec(leaf.where?.cel ?? '')?.[1]
      await tell(firm, scene, { type: 'stock.changed', values: { quantity: 0, ...(place === undefined ? {} : { place }) } })
    }
  return true
}

/** What is left of a ticket is put right and closed, or not, as it comes. */
async function* tidyUp({ firm }: Year, scene: Scene): Story {
  if (scene.ticket === undefined) return
  for (const type of ['ticket.replied', 'ticket.restored', 'ticket.confirmed', 'ticket.closed'] as const) {
    if (firm.random() < 0.25) return
    yield (await firm.now()) + Math.ceil(firm.random() * 60 * 24) * MINUTE_MS
    await tell(firm, scene, { type, values: {} })
  }
}
