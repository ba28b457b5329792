import type { Fact, Subject } from '../fact.ts'
import type { Instant } from '../time/instant.ts'
import type { BoundPlan, Derivation, Obligation } from './types.ts'
import type { Settings } from './knowledge.ts'
import type { Run } from './machine.ts'
import { advance, foldAll, initialState, nounOf, startRun } from './fold.ts'
import { compilePlan } from './compile.ts'
import { effects, obligations } from './render.ts'
import { seeFacts } from './knowledge.ts'

/** `settings.subject`: the owner whose obligations are asked for; default the subject of the first fact in ledger order. */
export type DeriveSettings = Settings & { readonly subject?: Subject | undefined }

/** The owner of a list of facts: the subject of the earliest in the ledger. */
export function ownerOf(facts: readonly Fact[]): Subject | undefined {
  let first: Fact | undefined
  for (const fact of facts) if (!first || fact.seq < first.seq) first = fact
  return first?.subject
}

/** Folds what is known of a subject at `asOf` from nothing. */
export function runFacts(
  bound: BoundPlan,
  facts: readonly Fact[],
  at: { readonly asOf: Instant; readonly subject: Subject; readonly settings: Settings },
): Run {
  const { openers } = compilePlan(bound, nounOf(at.subject))
  const run = startRun(bound, initialState(bound, at.subject))
  foldAll(run, seeFacts(facts, at.asOf, { settings: at.settings, opens: (type) => openers.has(type) }))
  return run
}

/**
 * The obligations of one subject and what follows from them: a pure function of its plan, its facts and the instant from which it is seen.
 * `facts`: all that name the subject, in any order; those not known or not happened by `asOf` are not seen. Total: never throws for any facts.
 * Laws 1–12 of the plan language hold; the order of the result is the plan's, then episode.
 */
export function derive(bound: BoundPlan, facts: readonly Fact[], asOf: Instant, settings: DeriveSettings = {}): Derivation {
  const subject = settings.subject ?? ownerOf(facts)
  if (subject === undefined) return { obligations: [], effects: [] }
  const run = runFacts(bound, facts, { asOf, subject, settings })
  advance(run, asOf, true)
  return { obligations: obligations(run, asOf), effects: effects(run) }
}

/** Which instance a row stands for. */
export function obligationKey({ subject, promise, episode }: Pick<Obligation, 'subject' | 'promise' | 'episode'>): string {
  return `${subject}|${promise}|${episode}`
}
