import type { Instant } from '../time/instant.ts'
import { canonicalJson } from '../canonical.ts'
import type { Belief, Effect, EffectKind, ObligationState } from './types.ts'
import type { Run } from './machine.ts'
import { clauseOf, clockOf } from './machine.ts'
import { dueAt, isShown, stateOf } from './render.ts'
import { REVIEW } from './review.ts'

/** What was last believed of an instance, as its row of the record: state, due, kept, broken, fulfilled, provisional. */
export type Believed = readonly [ObligationState, Instant | null, Instant | null, Instant | null, Instant | null, boolean]

/** A message that was sent: how often under this key (a withdrawn one may follow anew), and whether it stands. */
export type Sent = { readonly effect: Effect; readonly times: number; readonly stands: boolean }

function sameBelief(a: Believed | undefined, b: Believed): boolean {
  if (!a) return false
  // While a pause runs the due time moves with it: that is no news.
  const paused = a[0] === 'paused' && b[0] === 'paused'
  return a[0] === b[0] && (paused || a[1] === b[1]) && a[2] === b[2] && a[3] === b[3] && a[4] === b[4] && a[5] === b[5]
}

function lineOf(run: Run, at: Instant, row: { promise: string; episode: number; state: Belief['state']; believed: Believed }): Belief {
  const { promise, episode, state, believed } = row
  const [, due, kept, broken, fulfilled, provisional] = believed
  return {
    at,
    subject: run.state.subject,
    promise,
    episode,
    state,
    dueAt: due ?? undefined,
    keptAt: kept ?? undefined,
    brokenAt: broken ?? undefined,
    fulfilledAt: fulfilled ?? undefined,
    provisional,
  }
}

function splitKey(key: string): { promise: string; episode: number } {
  const cut = key.lastIndexOf('|')
  return { promise: key.slice(0, cut), episode: Number(key.slice(cut + 1)) }
}

/** The lines that this instant adds to the record, and what is believed after them. */
export function newBeliefs(
  run: Run,
  before: Readonly<Record<string, Believed>>,
  at: Instant,
): { beliefs: Belief[]; believed: Readonly<Record<string, Believed>> } {
  const beliefs: Belief[] = []
  const believed: Record<string, Believed> = {}
  const shown = run.state.instances.filter((one) => isShown(run, one)).sort((a, b) => a.clause - b.clause || a.episode - b.episode)
  for (const instance of shown) {
    const promise = clauseOf(run, instance.clause).clause.id
    const { episode, keptAt, brokenAt, fulfilledAt, ruling, calendarUnknown } = instance
    const state = stateOf(instance)
    const due = dueAt(clockOf(run, instance), at)
    const row: Believed = [state, due ?? null, keptAt ?? null, brokenAt ?? null, fulfilledAt ?? null, ruling.strictest || calendarUnknown]
    const key = `${promise}|${episode}`
    const known = before[key]
    if (known && sameBelief(known, row)) {
      believed[key] = known
      continue
    }
    believed[key] = row
    beliefs.push(lineOf(run, at, { promise, episode, state, believed: row }))
  }
  for (const [key, row] of Object.entries(before)) {
    if (!Object.hasOwn(believed, key)) beliefs.push(lineOf(run, at, { ...splitKey(key), state: 'withdrawn', believed: row }))
  }
  return { beliefs, believed }
}

/** Was it sent with the same particulars? A message that says another amount or another device is not the one that follows now. */
function saysTheSame(sent: Effect, derived: Effect): boolean {
  if (sent.params === undefined && derived.params === undefined) return true
  return canonicalJson(sent.params ?? {}) === canonicalJson(derived.params ?? {})
}

/** What may have been carried out by now: given, demanded, paid. That is never undone by a message; somebody has to look. */
const CARRIED_OUT: readonly EffectKind[] = ['entitle', 'demand', 'credit', 'deduct', 'extend', 'restart']

/** The one withdrawal of a message, which names it, and the task for the service manager where it may have been carried out. */
function withdrawalOf({ effect }: Sent, at: Instant): Effect[] {
  const { key, kind, params } = effect
  const was = kind === 'escalate' ? params : { ...params, was: kind }
  const withdrawal: Effect = {
    ...effect,
    key: `${key}|withdraw`,
    kind: 'withdraw',
    ...(was === undefined ? {} : { params: was }),
    at,
    of: key,
  }
  if (!CARRIED_OUT.includes(kind)) return [withdrawal]
  const task: Effect = {
    ...effect,
    key: `${key}|review`,
    kind: 'open-task',
    to: REVIEW,
    params: { ...params, owner: 'service-manager', was: kind, what: effect.to },
    at,
    of: key,
  }
  return [withdrawal, task]
}

/**
 * Send = derived − standing; compensate = standing − derived (law 10). A message that no longer follows gets exactly one withdrawal, which names it; so does
 * one that follows with other particulars, before it is sent anew.
 */
export function newEffects(
  derived: readonly Effect[],
  before: Readonly<Record<string, Sent>>,
  at: Instant,
): { effects: Effect[]; sent: Readonly<Record<string, Sent>> } {
  const effects: Effect[] = []
  let sent = before
  for (const effect of derived) {
    const known = sent[effect.key]
    if (known?.stands && saysTheSame(known.effect, effect)) continue
    if (known?.stands) effects.push(...withdrawalOf(known, at))
    const times = (known?.times ?? 0) + 1
    const sending = times === 1 ? effect : { ...effect, key: `${effect.key}|${times}` }
    effects.push(sending)
    sent = { ...sent, [effect.key]: { effect: sending, times, stands: true } }
  }
  const follows = new Set(derived.map((effect) => effect.key))
  for (const [key, known] of Object.entries(sent)) {
    if (!known.stands || follows.has(key)) continue
    effects.push(...withdrawalOf(known, at))
    sent = { ...sent, [key]: { ...known, stands: false } }
  }
  return { effects, sent }
}
