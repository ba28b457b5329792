import type { Fact, Subject } from '../fact.ts'
import type { Instant } from '../time/instant.ts'
import type { BoundPlan, Derivation, Obligation } from './types.ts'
import type { Run } from './machine.ts'
import { advance, concerns, foldAll, initialState, readingOf, startRun } from './fold.ts'
import { consequences, effects, obligations } from './render.ts'
import { seeFacts } from './knowledge.ts'

/** From where a subject is looked at; `subject`: the owner asked for, by default the subject of the earliest fact in the ledger. */
export type View = { readonly asOf: Instant; readonly subject?: Subject | undefined }

/** The owner of a list of facts: the subject of the earliest in the ledger. */
export function ownerOf(facts: readonly Fact[]): Subject | undefined {
  let first: Fact | undefined
  for (const fact of facts) if (!first || fact.seq < first.seq) first = fact
  return first?.subject
}

/** Folds what is known of a subject at `asOf` from nothing. */
function runFacts(bound: BoundPlan, facts: readonly Fact[], { asOf, subject }: { readonly asOf: Instant; readonly subject: Subject }): Run {
  const run = startRun(bound, initialState(bound, subject))
  const own = facts.filter((fact) => concerns(bound, subject, fact))
  foldAll(run, seeFacts(own, asOf, readingOf(bound, subject)))
  return run
}

/**
 * The obligations of one subject and what follows from them: a pure function of its plan, its facts and the instant from which it is seen.
 * `facts`: all that name the subject, in any order; those not known or not happened by `asOf` are not seen. Total: never throws for any facts.
 * Laws 1–12 of the plan language hold; the order of the result is the plan's, then episode.
 */
export function derive(bound: BoundPlan, facts: readonly Fact[], from: Instant | View): Derivation {
  const { asOf, subject = ownerOf(facts) } = typeof from === 'number' ? { asOf: from } : from
  if (subject === undefined) return { obligations: [], effects: [], consequences: [] }
  const run = runFacts(bound, facts, { asOf, subject })
  advance(run, asOf, true)
  return { obligations: obligations(run, asOf), effects: effects(run), consequences: consequences(run) }
}

/** Which instance a row stands for. */
export function obligationKey({ subject, promise, episode }: Pick<Obligation, 'subject' | 'promise' | 'episode'>): string {
  return `${subject}|${promise}|${episode}`
}
