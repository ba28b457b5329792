import type { Fact } from '../fact.ts'
import { parseDay } from '../time/civil.ts'
import type { Instant } from '../time/instant.ts'
import { instantOf, localOf } from '../time/zone.ts'
import { coverZone } from './cover/term.ts'
import type { Run } from './machine.ts'
import { textOf } from './read-data.ts'
import type { BoundPlan } from './types.ts'

type Signed = { readonly at: Instant; readonly startsOn: string | undefined }

/** The midnight with which a day that was agreed begins. */
function midnightOf(bound: BoundPlan, date: string | undefined): Instant | undefined {
  const day = parseDay(date ?? '')
  return day === undefined ? undefined : instantOf(coverZone(bound), day, 0)
}

/**
 * When a contract starts: with the first midnight of the day that was agreed, at the earliest with the one after its signature, whose day is not counted
 * (nobody can record a shift before there is a contract to record it under), and at the earliest when it was taken over.
 */
export function contractStart(bound: BoundPlan, { at, startsOn }: Signed): Instant {
  const zone = coverZone(bound)
  const after = instantOf(zone, localOf(zone, at).day + 1, 0)
  return Math.max(after, midnightOf(bound, startsOn) ?? after, bound.cutOver ?? after)
}

/** When it ends by what was agreed: `endsOn` is the first day without it. */
export function contractEnd(bound: BoundPlan, endsOn: string | undefined): Instant | undefined {
  return midnightOf(bound, endsOn)
}

/** After its contract nothing begins; after an end of its own a clause may begin anew. */
export function hasContractEnded({ state }: Pick<Run, 'state'>, at: Instant): boolean {
  const end = state.instants['contract.end']
  return end !== undefined && end <= at
}

/** The contract's own instants, as its facts tell them. It ends before the first day that is not its own any more, or when somebody ends it earlier. */
export function contractInstants(bound: BoundPlan, { type, data, occurredAt }: Fact): Readonly<Record<string, Instant>> {
  if (type === 'contract.ended') return { 'contract.end': occurredAt }
  if (type !== 'contract.signed' && type !== 'contract.amended') return {}
  const startsOn = textOf(data, 'startsOn')
  const end = contractEnd(bound, textOf(data, 'endsOn'))
  const comes = data.sites !== undefined || data.assets !== undefined
  return {
    ...(type === 'contract.signed' || startsOn !== undefined || comes
      ? { 'contract.start': contractStart(bound, { at: occurredAt, startsOn }) }
      : {}),
    ...(end === undefined ? {} : { 'contract.end': end }),
  }
}
