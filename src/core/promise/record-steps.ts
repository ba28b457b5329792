import type { Fact } from '../fact.ts'
import type { Instant } from '../time/instant.ts'
import { isOfOneImport } from './imported.ts'

/** When and at which ledger position a record began of whose owner facts were known before: what they say is learned then, in one step. */
export type Begun = { readonly at: Instant; readonly position: number }

export function inKnowledgeOrder(facts: readonly Fact[]): Fact[] {
  return [...facts].sort((a, b) => a.recordedAt - b.recordedAt || a.seq - b.seq)
}

/** Facts that are learned at once, how many there are up to their end, and at what instant they are learned. */
export type Step = { readonly facts: readonly Fact[]; readonly until: number; readonly at: Instant }

/** In the order of the ledger, parted into what is learned at once: each fact by itself, those of one import together, and all that was known when the record began. */
export function inSteps(facts: readonly Fact[], begun: Begun | undefined): Step[] {
  const steps: { facts: Fact[]; until: number; at: Instant }[] = []
  const wasKnown = ({ seq }: Fact): boolean => begun !== undefined && seq <= begun.position
  for (const [index, fact] of facts.entries()) {
    const last = steps.at(-1)
    if (last && (isOfOneImport(last.facts[0]!, fact) || (wasKnown(last.facts[0]!) && wasKnown(fact)))) {
      last.facts.push(fact)
      last.until = index + 1
    } else steps.push({ facts: [fact], until: index + 1, at: begun && wasKnown(fact) ? begun.at : fact.recordedAt })
  }
  return steps
}

/** All facts known once these are learned, each once. */
export function merged(history: readonly Fact[], learned: readonly Fact[]): Fact[] {
  const ids = new Set(history.map((fact) => fact.id))
  return [...history, ...learned.filter((fact) => !ids.has(fact.id))]
}
