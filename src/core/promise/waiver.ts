import type { Clause } from '../plan/types.ts'
import type { Data } from './read-data.ts'
import { isGiven, textOf } from './read-data.ts'

/** Waiving needs role, reason and evidence (law 12); a gate is opened by the role that its clause names, and by no other. */
export function isWaiver(data: Data, clause: Clause): boolean {
  if (textOf(data, 'reason') === undefined || !isGiven(data.role) || !isGiven(data.evidence)) return false
  return clause.form !== 'gate' || data.role === clause.waive
}
