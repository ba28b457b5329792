import type { GateClause } from '../../plan/forms.ts'
import type { EventExpr, Test } from '../../plan/types.ts'
import type { Obligation } from '../types.ts'
import { partsOf } from './need.ts'

/** `missing`: what has not happened; `allows`: what the deed itself would have to say. */
export type Lack = { readonly missing: readonly EventExpr[]; readonly allows: Test | undefined }

/** What a gate found lacking, read from its instance. */
export function lackOf(clause: GateClause, { why }: Pick<Obligation, 'why'>): Lack {
  const places = Array.isArray(why.detail?.missing) ? why.detail.missing : []
  const parts = partsOf(clause.needs)
  const missing = places.flatMap((place) => (typeof place === 'number' && parts[place] ? [parts[place]] : []))
  return { missing, allows: why.detail?.allowed === false ? clause.allows : undefined }
}
