import type { Fact } from '../fact.ts'
import type { Instant } from '../time/instant.ts'
import type { Data } from './read-data.ts'
import type { Seen } from './knowledge.ts'
import type { Instance, Pause } from './state.ts'
import type { Run } from './machine.ts'
import { beginGap, countsFrom, endGaps } from './deadline.ts'
import { instantIn, isGiven, textOf } from './read-data.ts'
import { clockOf } from './machine.ts'
import { moveClock } from './settle.ts'

/** What the data of a pause fact says of its demands; `evidenceAt` and `noticeAt` name a later instant than the fact's own. */
function demandAt(data: Data, what: 'evidence' | 'notice', at: Instant): Instant | undefined {
  const named = instantIn(data[`${what}At`])
  if (named !== undefined) return Math.max(named, at)
  return isGiven(data[what]) ? at : undefined
}

function fillDemands(pause: Pause, data: Data, at: Instant): void {
  const evidence = demandAt(data, 'evidence', at)
  const notice = demandAt(data, 'notice', at)
  if (pause.evidenceAt === undefined && evidence !== undefined) pause.evidenceAt = evidence
  if (pause.noticeAt === undefined && notice !== undefined) pause.noticeAt = notice
}

const KEPT_PAUSES = 64

/** A pause is asked for, or one that was asked for is given what it lacked. */
export function hearPaused(run: Run, { fact, notes }: Seen): void {
  const { pauses } = run.state
  const reason = textOf(fact.data, 'reason')
  if (reason === undefined) return
  const waiting = pauses.find((pause) => pause.reason === reason && pause.endedAt === undefined && pause.countedFrom === undefined)
  if (waiting) return fillDemands(waiting, fact.data, run.now)
  const pause: Pause = {
    fact: fact.id,
    reason,
    begunAt: run.now,
    evidenceAt: undefined,
    noticeAt: undefined,
    countedFrom: undefined,
    endedAt: undefined,
    notes,
  }
  fillDemands(pause, fact.data, run.now)
  pauses.push(pause)
  // Ended pauses matter only to openings that lie before their own cause: the newest are enough, and the state stays small.
  while (pauses.length > KEPT_PAUSES && pauses[0]!.endedAt !== undefined) pauses.shift()
}

/** Evidence or notice may come later, in a fact of its own that names the pause or its reason. */
export function hearDemand(run: Run, fact: Fact): void {
  const data = fact.type === 'notice.delivered' ? { ...fact.data, notice: true } : fact.data
  if (!isGiven(data.evidence) && !isGiven(data.notice)) return
  for (const pause of run.state.pauses) {
    if (pause.endedAt !== undefined) continue
    if (data.pause === pause.fact || data.reason === pause.reason) fillDemands(pause, data, run.now)
  }
}

/** Lets pauses count whose demands are there by now. */
export function countPauses(run: Run): void {
  for (const pause of run.state.pauses) {
    if (pause.countedFrom !== undefined || pause.endedAt !== undefined) continue
    const from = countsFrom(run.plan.bound, pause)
    if (from === undefined || from > run.now) continue
    pause.countedFrom = run.now
    for (const instance of run.state.instances) if (instance.state === 'open') beginGap(clockOf(run, instance), pause, run.now)
  }
}

/** Ends the pause for a reason, or all. */
export function hearResumed(run: Run, fact: Fact): void {
  const reason = textOf(fact.data, 'reason')
  for (const pause of run.state.pauses) {
    if (pause.endedAt !== undefined || (reason !== undefined && pause.reason !== reason)) continue
    pause.endedAt = run.now
    for (const instance of run.state.instances)
      endPause(run, instance, { at: run.now, by: 'resumed', which: (gap) => gap.fact === pause.fact })
  }
}

type End = { readonly at: Instant; readonly by: 'resumed' | 'limit'; readonly which: (gap: Instance['gaps'][number]) => boolean }

function endPause(run: Run, instance: Instance, { at, by, which }: End): void {
  if (instance.state !== 'open' || instance.pausedSince === undefined) return
  const before = instance.dueAt
  endGaps(clockOf(run, instance), at, { by, which })
  if (instance.dueAt !== before) moveClock(run, instance)
}

/** Ends pauses whose limit has come. True: one ended. */
export function endLimits(run: Run): boolean {
  let ended = false
  for (const instance of run.state.instances) {
    if (instance.pausedSince === undefined || instance.timerAt === undefined || instance.timerAt > run.now) continue
    ended = true
    endPause(run, instance, {
      at: instance.timerAt,
      by: 'limit',
      which: (gap) => gap.limitAt !== undefined && gap.limitAt <= instance.timerAt!,
    })
  }
  return ended
}
