import { clauseEvents } from '../plan/clause-events.ts'
import { leavesOf } from '../plan/event.ts'
import type { Plan } from '../plan/types.ts'
import { isServiceType } from './vocabulary.ts'
import type { ServiceType } from './vocabulary.ts'

/** `kind == "inspection"`: the values that a plan tells one deed from another by. */
const EQUALS = /([A-Za-z]\w*) == "([^"]{1,60})"/g

/** What a plan listens to beside tickets, and the values that its conditions name, by fact type and field. */
export function heardBy({ promises }: Pick<Plan, 'promises'>): ReadonlyMap<ServiceType, Readonly<Record<string, readonly string[]>>> {
  const heard = new Map<ServiceType, Record<string, string[]>>()
  for (const leaf of Object.values(promises)
    .flatMap(clauseEvents)
    .flatMap(({ event }) => leavesOf(event))) {
    if (leaf.kind !== 'fact' || !isServiceType(leaf.type)) continue
    const values = heard.get(leaf.type) ?? {}
    for (const [, field = '', value = ''] of (leaf.where?.cel ?? '').matchAll(EQUALS))
      values[field] = [...new Set([...(values[field] ?? []), value])]
    heard.set(leaf.type, values)
  }
  return heard
}
