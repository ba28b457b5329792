import type { CompiledCalendar } from './compile.ts'
import type { Zone } from '../time/zone.ts'
import { sha256Hex } from '../hash.ts'
import { DAY_MS } from '../time/instant.ts'
import { canonicalJson } from '../canonical.ts'

/**
 * A compiled calendar as JSON: what is stored, signed for and read back years later, whatever the host's zone rules have become.
 * Spans and working days are written as steps: a few kinds of step make up years, so `steps` lists the kinds and the numbers are places in it.
 */
export type PinnedCalendar = {
  readonly format: 1
  readonly id: string
  readonly hash: string
  readonly zone: Zone
  readonly always: boolean
  readonly from: number
  readonly until: number
  /** null: nothing is waited for */
  readonly knownUntil: number | null
  readonly workdaysKnownUntil: number | null
  /** [closed ms, then open ms]; the first closed step counts from `from` */
  readonly spans: { readonly steps: readonly (readonly [number, number])[]; readonly order: readonly number[] }
  /** the first working day, then the days to the next one */
  readonly workdays: { readonly first: number; readonly steps: readonly number[] }
}

type Counted = Omit<CompiledCalendar, 'hash'>

function spanSteps({ from, starts, ends }: Counted): PinnedCalendar['spans'] {
  // closed → open → place: a key of text for each of thousands of spans took most of the time of compiling.
  const places = new Map<number, Map<number, number>>()
  const steps: [number, number][] = []
  const order: number[] = []
  let before = from
  for (let i = 0; i < starts.length; i += 1) {
    const [closed, open] = [starts[i]! - before, ends[i]! - starts[i]!]
    const sameClosed = places.get(closed) ?? new Map<number, number>()
    places.set(closed, sameClosed)
    const place = sameClosed.get(open) ?? steps.push([closed, open]) - 1
    sameClosed.set(open, place)
    order.push(place)
    before = ends[i]!
  }
  return { steps, order }
}

function finite(value: number): number | null {
  return value === Infinity ? null : value
}

function pin(calendar: Counted, hash: string): PinnedCalendar {
  const { id, zone, always, from, until, knownUntil, workdaysKnownUntil, workdays } = calendar
  const steps = Array.from(workdays.subarray(1), (day, i) => day - workdays[i]!)
  return {
    format: 1,
    id,
    hash,
    zone,
    always,
    from,
    until,
    knownUntil: finite(knownUntil),
    workdaysKnownUntil: finite(workdaysKnownUntil),
    spans: spanSteps(calendar),
    workdays: { first: workdays[0] ?? 0, steps: workdays.length === 0 ? [-1] : steps },
  }
}

/** The version of the zone rules stays outside: what counts is what they said, and that is in the transitions. */
export function hashOf(calendar: Counted): string {
  const { hash: _, zone, ...rest } = pin(calendar, '')
  return sha256Hex(canonicalJson({ ...rest, zone: { id: zone.id, transitions: zone.transitions } }))
}

export function toPinned(calendar: CompiledCalendar): PinnedCalendar {
  return pin(calendar, calendar.hash)
}

function unpinWorkdays({ first, steps }: PinnedCalendar['workdays']): Int32Array {
  if (steps[0] === -1) return new Int32Array(0)
  const workdays = Int32Array.of(first, ...steps)
  for (let i = 1; i < workdays.length; i += 1) workdays[i]! += workdays[i - 1]!
  return workdays
}

function unpinSpans(from: number, { steps, order }: PinnedCalendar['spans']): Pick<CompiledCalendar, 'starts' | 'ends'> {
  const [starts, ends] = [new Float64Array(order.length), new Float64Array(order.length)]
  let at = from
  for (const [i, place] of order.entries()) {
    const [closed, open] = steps[place]!
    starts[i] = at + closed
    ends[i] = at = at + closed + open
  }
  return { starts, ends }
}

/** What is worked out from the spans, and not pinned: open time before each span with all of it at the end, and where the search for a day begins. */
export function indexed(
  spans: Pick<CompiledCalendar, 'starts' | 'ends' | 'from' | 'until'>,
): Pick<CompiledCalendar, 'starts' | 'ends' | 'prefix' | 'index'> {
  const { starts, ends, from, until } = spans
  const prefix = new Float64Array(starts.length + 1)
  for (const [i, start] of starts.entries()) prefix[i + 1] = prefix[i]! + (ends[i]! - start)
  // One slot for the day of `until` itself, and one after it that a search may look up as its upper end.
  const index = new Int32Array(Math.floor((until - from) / DAY_MS) + 2)
  let started = 0
  for (let slot = 0; slot < index.length; slot += 1) {
    while (started < starts.length && starts[started]! < from + slot * DAY_MS) started += 1
    index[slot] = started
  }
  return { starts, ends, prefix, index }
}

/** Reads what `toPinned` wrote. Throws when it is not that, or was touched since: a due time must never rest on a damaged calendar. */
export function fromPinned(pinned: PinnedCalendar): CompiledCalendar {
  if (pinned.format !== 1) throw new Error(`a pinned calendar of an unknown format: ${pinned.format}`)
  const { id, hash, zone, always, from, until } = pinned
  const calendar = {
    id,
    zone,
    always,
    from,
    until,
    knownUntil: pinned.knownUntil ?? Infinity,
    workdaysKnownUntil: pinned.workdaysKnownUntil ?? Infinity,
    ...indexed({ ...unpinSpans(from, pinned.spans), from, until }),
    workdays: unpinWorkdays(pinned.workdays),
    hash,
  }
  if (hashOf(calendar) !== hash) throw new Error(`the pinned calendar ${id} does not have its hash ${hash}`)
  return calendar
}
