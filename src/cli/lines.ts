import { formatInstant } from '../core/time/instant.ts'
import type { Instant } from '../core/time/instant.ts'
import type { Belief, Effect, Obligation, Why } from '../core/promise/types.ts'

/** Output lines of the command line: one JSON object each, instants as ISO in UTC, an instant that is not there as null so that every line has every key. */

function iso(at: Instant | undefined): string | null {
  return at === undefined ? null : formatInstant(at)
}

function whyLine(why: Why): object {
  return {
    ...why,
    anchor: { ...why.anchor, at: iso(why.anchor.at) },
    target: why.target && { ...why.target, at: iso(why.target.at) },
    pauses: why.pauses.map((pause) => ({ ...pause, from: iso(pause.from), until: iso(pause.until) })),
    plainDueAt: iso(why.plainDueAt),
    notes: why.notes.map((note) => ({ ...note, at: iso(note.at) })),
  }
}

export function obligationLine(one: Obligation): string {
  const { subject, promise, episode, provisional, state, pausedMs, evidence } = one
  const instants = { openedAt: iso(one.openedAt), dueAt: iso(one.dueAt), targetAt: iso(one.targetAt) }
  const ends = { keptAt: iso(one.keptAt), brokenAt: iso(one.brokenAt), fulfilledAt: iso(one.fulfilledAt), endedAt: iso(one.endedAt) }
  return JSON.stringify({ subject, promise, episode, ...instants, provisional, state, ...ends, pausedMs, evidence, why: whyLine(one.why) })
}

export function effectLine(effect: Effect): string {
  return JSON.stringify({ effect: effect.key, ...effect, key: undefined, at: iso(effect.at) })
}

export function beliefLine(belief: Belief): string {
  const { subject, promise, episode, state, provisional } = belief
  const instants = {
    dueAt: iso(belief.dueAt),
    keptAt: iso(belief.keptAt),
    brokenAt: iso(belief.brokenAt),
    fulfilledAt: iso(belief.fulfilledAt),
  }
  return JSON.stringify({ at: iso(belief.at), subject, promise, episode, state, ...instants, provisional })
}
