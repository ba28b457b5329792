import type { Fact } from '../fact.ts'
import type { Instant } from '../time/instant.ts'
import type { ServiceNoun, ServiceType } from './vocabulary.ts'
import { isServiceType, nounOfService } from './vocabulary.ts'

/** One step as it was recorded. `late`: entered by hand so long after it happened that another person must approve it before it turns a verdict. */
export type Entry = {
  readonly fact: string
  readonly type: ServiceType
  readonly at: Instant
  readonly by?: string | undefined
  readonly late: boolean
  readonly approvedBy?: string | undefined
  readonly voided?: true | undefined
  /** what it says, as conditions may ask about it */
  readonly data: Fact['data']
}

/** A service record as its row keeps it: plain JSON. */
export type ServiceState = {
  readonly noun?: ServiceNoun | undefined
  /** the last step that stands; `absent`: none does */
  readonly phase: string
  readonly entries: readonly Entry[]
}

export function initialState(): ServiceState {
  return { phase: 'absent', entries: [] }
}

function phaseAfter(entries: readonly Entry[]): string {
  const last = entries.findLast(({ voided }) => !voided)
  return last === undefined ? 'absent' : last.type.slice(last.type.indexOf('.') + 1)
}

/** A step that is put right on the page of its ticket stays the same step, and reads as it should have from the beginning. */
function corrected(entry: Entry, { field, to }: Fact['data']): Entry {
  if (typeof field !== 'string' || to === undefined) return entry
  if (field === 'occurredAt') return typeof to === 'number' ? { ...entry, at: to } : entry
  return { ...entry, data: { ...entry.data, [field.replace(/^data\./, '')]: to } }
}

function ruled(state: ServiceState, { type, data, by }: Fact): ServiceState {
  const entries = state.entries.map((one): Entry => {
    if (one.fact !== data.of) return one
    if (type === 'fact.corrected') return corrected(one, data)
    if (type === 'fact.voided') return { ...one, voided: true }
    return type === 'fact.approved' && one.late && one.by !== by ? { ...one, approvedBy: one.approvedBy ?? by } : one
  })
  return { ...state, entries, phase: phaseAfter(entries) }
}

/** The record after one more fact about it, in ledger order. */
export function evolve(state: ServiceState, fact: Fact): ServiceState {
  const { id, type, data, occurredAt, by } = fact
  if (!isServiceType(type)) return type.startsWith('fact.') ? ruled(state, fact) : state
  const late = data.late === true
  const entry = { fact: id, type, at: occurredAt, by, late, data }
  // What was put right stands where it stood: the steps after it came after it.
  const place = state.entries.findIndex(({ fact: of }) => of === data.replaces)
  const entries = place < 0 ? [...state.entries, entry] : state.entries.toSpliced(place + 1, 0, entry)
  return { noun: state.noun ?? nounOfService(type), entries, phase: phaseAfter(entries) }
}
