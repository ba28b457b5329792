import type { FactType, Subject } from '../core/fact.ts'
import { leavesOf } from '../core/plan/event.ts'
import type { GateClause } from '../core/plan/forms.ts'
import { gatesAgainst } from '../core/promise/gate/against.ts'
import type { Intended } from '../core/promise/gate/against.ts'
import { emptyRecord } from '../core/promise/record.ts'
import type { BoundPlan } from '../core/promise/types.ts'
import type { Instant } from '../core/time/instant.ts'
import { withTenant } from './database/pool.ts'
import { nounOf, ownersOf } from './learning.ts'
import type { Services } from './services.ts'
import { readRecords } from './store/ledger.ts'
import type { StoredRecord } from './store/ledger.ts'
import type { NewFact, Outcome } from './transact.ts'

type Gated = Extract<Outcome<never, never>, { kind: 'gated' }>

type Start = { readonly record: StoredRecord; readonly bound: BoundPlan | undefined }

/** What is about to be stated, and for whom. */
export type Stating = { readonly tenant: string; readonly facts: readonly NewFact[]; readonly now: Instant }

type Standing = Pick<StoredRecord, 'subject' | 'record'> & { readonly bound: BoundPlan }

function gatesOf({ plan }: BoundPlan): GateClause[] {
  return Object.values(plan.promises).filter((clause) => clause.form === 'gate')
}

/** The other owners whose gates stand before these facts: a loaner is handed over under the gates of its ticket. */
function guarded(bound: BoundPlan, facts: readonly Intended[]): Subject[] {
  const types = new Set<FactType>(facts.map(({ type }) => type))
  const before = gatesOf(bound).filter(({ before: event }) => leavesOf(event).some((leaf) => leaf.kind === 'fact' && types.has(leaf.type)))
  const nouns = new Set<string>(before.map(({ per }) => per))
  return ownersOf(bound, facts).filter((subject) => nouns.has(nounOf(subject)))
}

async function standings(
  services: Services,
  tenant: string,
  { bound, subjects }: { readonly bound: BoundPlan; readonly subjects: readonly Subject[] },
) {
  if (subjects.length === 0) return []
  const known = await withTenant(services.pool, tenant, (tx) => readRecords(tx, subjects))
  return Promise.all(
    subjects.map(async (subject): Promise<Standing> => {
      const found = known.find((one) => one.subject === subject)
      const own = found?.boundHash === undefined ? bound : await services.plans.bound(tenant, found.boundHash)
      return { subject, record: found?.record, bound: own }
    }),
  )
}

/**
 * The gate that stands before what somebody is about to state, the subject's own or that of an owner whom it names: an intention that would break one is
 * refused. What is told as having happened before now, and what no person states, is recorded all the same, and its gate is broken (law of the gate).
 */
export async function gateBefore(
  services: Services,
  { record, bound }: Start,
  { tenant, facts, now }: Stating,
): Promise<Gated | undefined> {
  if (!bound || gatesOf(bound).length === 0) return undefined
  const intended = facts
    .filter(({ source, occurredAt }) => source === 'hand' && occurredAt >= now)
    .map((fact) => ({ ...fact, by: fact.by }))
  if (intended.length === 0) return undefined
  const subjects = guarded(bound, intended).filter((subject) => subject !== record.subject)
  const own: Standing = { subject: record.subject, record: record.record, bound }
  for (const standing of [own, ...(await standings(services, tenant, { bound, subjects }))]) {
    const before = standing.record ?? emptyRecord(standing.bound, standing.subject)
    const [refusal] = gatesAgainst(standing.bound, before, { facts: intended, now })
    const fact = intended.find(({ id }) => id === refusal?.fact)
    if (refusal && fact) return { kind: 'gated', refusal, fact: fact.type, bound: standing.bound }
  }
  return undefined
}
