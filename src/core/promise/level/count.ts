import type { CompiledCalendar } from '../../calendar/compile.ts'
import { isMap } from '../../fact.ts'
import type { Subject } from '../../fact.ts'
import type { LevelClause } from '../../plan/forms.ts'
import type { Instant } from '../../time/instant.ts'
import type { Happening } from '../machine.ts'
import { workBetween } from '../reach.ts'
import { textOf } from '../read-data.ts'
import type { Data } from '../read-data.ts'
import { drop, plan } from './duty.ts'
import type { Roster } from './duty.ts'
import { EMPTY_TALLY, isStanding, termsOf } from './measure.ts'
import type { Tally } from './measure.ts'

type Tallies = { readonly [place: string]: Tally }

export type Counting = {
  /** place of the event among those of the measure */
  readonly place: number
  readonly happening: Happening
  /** whose level it is */
  readonly owner: Subject
  /** beginning of the window; undefined outside of any */
  readonly from: Instant | undefined
  readonly calendar: CompiledCalendar | undefined
}

function numberIn(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined
}

/** What runs is told apart by what its fact is about: two devices may be down at once. */
function runnerOf({ cause }: Happening): string {
  return cause.about?.[0] ?? ''
}

function began(tally: Tally, happening: Happening): Tally {
  const who = runnerOf(happening)
  return Object.hasOwn(tally.running, who) ? tally : { ...tally, running: { ...tally.running, [who]: happening.at } }
}

function ended(tally: Tally, { happening, from, calendar }: Counting): Tally {
  const who = runnerOf(happening)
  const since = tally.running[who]
  if (since === undefined) return tally
  const running = Object.fromEntries(Object.entries(tally.running).filter(([one]) => one !== who))
  return { ...tally, running, ms: tally.ms + workBetween(calendar, Math.max(since, from ?? happening.at), happening.at) }
}

/** `stock.changed` says how many there are after the change, so that one that is lost or corrected leaves no lasting error. */
function onHand(tally: Tally, data: Data): Tally {
  const quantity = numberIn(data.quantity)
  if (quantity === undefined) return tally
  const key = ['place', 'model', 'part'].map((field) => textOf(data, field) ?? '').join(' ')
  return { ...tally, held: { ...tally.held, [key]: quantity } }
}

/** Those of the devices in a contract's milestone that are the owner's: a model's own, else all. Undefined: it names none by their models. */
function devicesOf({ cause: { data = {}, about = [] } }: Happening, owner: Subject): readonly string[] | undefined {
  if (!isMap(data.models)) return undefined
  const [, model] = /^model\/(.*)$/s.exec(owner) ?? []
  const own = model === undefined ? undefined : data.models[model]
  return Array.isArray(own) ? own.map((id) => `asset/${String(id)}`) : about.filter((subject) => subject.startsWith('asset/'))
}

function byContract({ cause }: Happening): boolean {
  return cause.type?.startsWith('contract.') === true
}

function termAt({ measure }: LevelClause, place: number) {
  return termsOf(measure).findLast((one) => one.place <= place)
}

/** Does a contract's milestone tell nothing of the devices that are counted? */
export function saysNothing(clause: LevelClause, { place, happening, owner }: Pick<Counting, 'place' | 'happening' | 'owner'>): boolean {
  const { measure } = termAt(clause, place) ?? {}
  return measure?.kind === 'count' && isStanding(measure.of) && byContract(happening) && devicesOf(happening, owner) === undefined
}

const ALONE = 1
const WITH_CONTRACT = 2

/** A device that stands in the field counts once, be it told by itself beside its contract. */
function standing(tally: Tally, { happening, owner }: Counting): Tally {
  const isContract = byContract(happening)
  const devices = isContract ? (devicesOf(happening, owner) ?? []) : (happening.cause.about ?? []).slice(0, 1)
  const fresh = devices.filter((device) => (isContract ? tally.held[device] === undefined : tally.held[device] !== WITH_CONTRACT))
  const mark = isContract ? WITH_CONTRACT : ALONE
  return { ...tally, n: tally.n + fresh.length, held: { ...tally.held, ...Object.fromEntries(fresh.map((device) => [device, mark])) } }
}

function withRoster(tally: Tally, roster: Roster | undefined): Tally {
  return roster === undefined ? tally : { ...tally, roster }
}

function added(tally: Tally, amount: number | undefined): Tally {
  return amount === undefined ? tally : { ...tally, n: tally.n + 1, sum: tally.sum + amount }
}

/** Takes in one event of a measure: O(what runs, or is on hand). */
export function count(clause: LevelClause, tallies: Tallies, counting: Counting): Tallies {
  const { place, happening } = counting
  const spot = termAt(clause, place)
  if (!spot) return tallies
  const before = tallies[spot.place] ?? EMPTY_TALLY
  const data = happening.cause.data ?? {}
  const { measure: term } = spot
  const put = (tally: Tally): Tallies => ({ ...tallies, [spot.place]: tally })
  switch (term.kind) {
    case 'count':
      return put(isStanding(term.of) ? standing(before, counting) : { ...before, n: before.n + 1 })
    case 'mean':
    case 'sum':
      return put(added(before, numberIn(data[term.field])))
    case 'on-hand':
      return put(onHand(before, data))
    case 'time':
      return put(place === spot.place ? began(before, happening) : ended(before, counting))
    case 'on-duty':
      return put(withRoster(before, (place === spot.place ? plan : drop)(before.roster, happening)))
    default:
      return term satisfies never
  }
}

/** A new window counts anew; what is on hand, runs or stands in the field goes over into it. */
export function nextWindow({ measure }: LevelClause, tallies: Tallies): Tallies {
  const kept = termsOf(measure).flatMap(({ measure: term, place }) => {
    const before = tallies[place]
    if (!before) return []
    const stands = term.kind === 'count' && isStanding(term.of)
    return [[place, stands ? before : { ...before, n: 0, sum: 0, ms: 0 }] as const]
  })
  return Object.fromEntries(kept)
}
