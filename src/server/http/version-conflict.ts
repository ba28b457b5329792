import type { VersionedOutcome } from '../store/versioned.ts'
import { recordMissing, refuse } from './problem.ts'
import type { Refused } from './problem.ts'

/** Somebody was faster: 409 with field against field, so that the page can show both and lose neither. */
export function versionConflict(outcome: Exclude<VersionedOutcome, { kind: 'changed' }>): Refused {
  if (outcome.kind === 'missing') return recordMissing()
  return refuse(409, 'version.conflict').with({ conflict: outcome.fields.map(({ field, yours, theirs }) => ({ field, yours, theirs })) })
}
