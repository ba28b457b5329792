import type { FactType } from '../fact.ts'
import type { CompiledClause, Leaf } from './compile.ts'
import type { Happening, Run } from './machine.ts'
import type { Instance } from './state.ts'
import { kinInstances, lastNumber } from './amended.ts'

/*
 * Law 7 for owners that stay. A ticket has its episodes from being reopened; a contract or a device goes on for years, and what is promised after each training,
 * each inspection, each notice is owed each time. So there an episode is one run of the clause: it begins with an event that starts it, and while it runs
 * another such event changes nothing. Once it has ended the next event begins the next episode, whatever became of the one before. A deed is that of the
 * newest episode alone, and only the first one looks back at what was done before it began.
 */

/** Owners that stay, whether anybody calls or not. */
export const STAYING: readonly string[] = ['contract', 'customer', 'site', 'asset', 'model']

/** What happens once in the life of a contract or a device: told again it says nothing new. */
const MILESTONES: readonly FactType[] = [
  ...([
    'contract.signed',
    'contract.shipped',
    'contract.delivered',
    'contract.commissioned',
    'contract.accepted',
    'contract.attested',
    'contract.ended',
  ] as const),
  ...(['asset.accepted', 'asset.handed-over', 'asset.in-service', 'asset.scrapped'] as const),
]

export type Again = { readonly clauses: ReadonlySet<number>; readonly leaves: ReadonlySet<number> }

/** Which events of which clauses open them anew, for owners of a kind. */
export function againOf(noun: string, byFact: ReadonlyMap<FactType, readonly Leaf[]>): Again {
  const events = STAYING.includes(noun) ? [...byFact].filter(([type]) => !MILESTONES.includes(type)) : []
  const leaves = events.flatMap(([, listeners]) => listeners).filter(({ slot }) => slot === 'starts')
  return { clauses: new Set(leaves.map(({ clause }) => clause)), leaves: new Set(leaves.map(({ id }) => id)) }
}

/** The episode that an event opens: its own, or where each one counts the next, unless one runs. */
export function episodeOf(
  run: Run,
  compiled: CompiledClause,
  { leaf, happening }: { readonly leaf: Leaf; readonly happening: Happening },
): number {
  if (!run.plan.again.leaves.has(leaf.id)) return happening.episode
  const running = kinInstances(run.state, compiled).find(({ state }) => state === 'open' || state === 'dormant')
  return running?.episode ?? lastNumber(run.state, compiled) + 1
}

/** Parts of an `all` that have opened a clause are used up: the next time each has to come anew. */
export function useUp(run: Run, { id, steps }: Leaf): void {
  if (!run.plan.again.leaves.has(id)) return
  const nodes = steps.flatMap((step) => (step.kind === 'all' ? [step.node] : []))
  run.state.alls = run.state.alls.filter(({ node }) => !nodes.includes(node))
}

/** Has a newer episode begun since? Then a deed is no longer this one's. */
export function isPast(run: Run, { clause, episode }: Instance): boolean {
  return run.plan.again.clauses.has(clause) && episode < lastNumber(run.state, run.plan.clauses[clause]!)
}
