import type { FactType, Subject } from '../core/fact.ts'
import { newestOf } from '../core/promise/amended.ts'
import { leavesOf } from '../core/plan/event.ts'
import type { GateClause } from '../core/plan/forms.ts'
import { gatesAgainst } from '../core/promise/gate/against.ts'
import type { Intended } from '../core/promise/gate/against.ts'
import { isShared, ownerIn, toldTo } from '../core/promise/owner.ts'
import type { Kept } from '../core/promise/owner.ts'
import { emptyRecord } from '../core/promise/record.ts'
import type { BoundPlan } from '../core/promise/types.ts'
import type { Instant } from '../core/time/instant.ts'
import { addressed } from './addressed.ts'
import type { SpokenUnder, Start } from './addressed.ts'
import { withTenant } from './database/pool.ts'
import { nounOf, ownersOf } from './learning.ts'
import type { Services } from './services.ts'
import { noteGateRefusal } from './store/gate-refusals.ts'
import type { StoredRecord } from './store/ledger.ts'
import { readRecordsOf } from './store/owner-records.ts'
import type { NewFact, Outcome } from './transact.ts'

type Gated = Extract<Outcome<never, never>, { kind: 'gated' }>

/** What is about to be stated, and under which contracts. */
export type Stating = { readonly tenant: string; readonly facts: readonly NewFact[]; readonly now: Instant; readonly spoken: SpokenUnder }

type Standing = Guarded & Pick<StoredRecord, 'record'>

function gatesOf({ plan }: BoundPlan): GateClause[] {
  return Object.values(plan.promises).filter((clause) => clause.form === 'gate')
}

/** Whose gates may stand before what is stated: a record, or an owner under a contract that has none for it yet. */
type Guarded = Kept & { readonly bound: BoundPlan }

/** Has the plan a gate for such owners that one of these facts would pass? */
function isGuarded({ bound, subject }: Guarded, facts: readonly Intended[]): boolean {
  const types = new Set<FactType>(facts.map(({ type }) => type))
  return gatesOf(bound).some(
    ({ per, before }) => per === nounOf(subject) && leavesOf(before).some((leaf) => leaf.kind === 'fact' && types.has(leaf.type)),
  )
}

/** The other owners whose gates stand before these facts: a loaner is handed over under the gates of its ticket, a device stands under those of each contract. */
function guarded({ record, bound }: Start, { spoken }: Stating, facts: readonly Intended[]): Guarded[] {
  const own = bound ? ownersOf(bound, facts).filter((subject) => !isShared(subject)) : []
  const shared = addressed(spoken, record.contract, facts)
  return [
    ...own.flatMap((subject): Guarded[] => (bound ? [{ subject, bound }] : [])),
    ...shared.map(({ owner, contract, whole }): Guarded => ({ subject: owner, contract, bound: newestOf(whole) })),
  ].filter((one) => isGuarded(one, facts))
}

async function standings(services: Services, tenant: string, owners: readonly Guarded[]): Promise<Standing[]> {
  if (owners.length === 0) return []
  const known = await withTenant(services.pool, tenant, (tx) => readRecordsOf(tx, [...new Set(owners.map(({ subject }) => subject))]))
  return Promise.all(
    owners.map(async ({ subject, contract, bound }): Promise<Standing> => {
      const found = known.find((one) => ownerIn(one.subject) === subject && (contract === undefined || one.contract === contract))
      const plan = found?.boundHash === undefined ? bound : await services.plans.bound(tenant, found.boundHash)
      return { subject: found?.subject ?? subject, contract, record: found?.record, bound: plan }
    }),
  )
}

/**
 * The gate that stands before what somebody is about to state, the subject's own or that of an owner whom it names: an intention that would break one is
 * refused. What is told as having happened before now, and what no person states, is recorded all the same, and its gate is broken (law of the gate).
 */
export async function gateBefore(services: Services, start: Start, stating: Stating): Promise<Gated | undefined> {
  const { record, bound } = start
  const { tenant, now, facts, spoken } = stating
  const plans = [...(bound ? [bound] : []), ...[...spoken.values()].map(({ whole }) => whole)]
  if (plans.every((plan) => gatesOf(plan).length === 0)) return undefined
  const intended = facts
    .filter(({ source, occurredAt }) => source === 'hand' && occurredAt >= now)
    .map((fact) => ({ ...fact, by: fact.by }))
  if (intended.length === 0) return undefined
  const others = (await standings(services, tenant, guarded(start, stating, intended))).filter(({ subject }) => subject !== record.subject)
  const own = bound ? [{ subject: record.subject, contract: record.contract, record: record.record, bound }] : []
  for (const standing of [...own, ...others]) {
    const before = standing.record ?? emptyRecord(standing.bound, standing.subject)
    const [refusal] = gatesAgainst(standing.bound, before, { facts: toldTo(standing, intended), now })
    const fact = intended.find(({ id }) => id === refusal?.fact)
    if (refusal && fact) return { kind: 'gated', refusal, fact: fact.type, bound: standing.bound }
  }
  return undefined
}

type Stopping = {
  readonly tenant: string
  readonly subject: Subject
  readonly contract: string | undefined
  readonly now: Instant
  readonly once?: { readonly person: string; readonly key: string } | undefined
}

/** That somebody was stopped is noted for whoever reads the board; of what was refused nothing is written. */
export async function noteStopped(services: Services, { refusal, fact, bound }: Gated, stopping: Stopping): Promise<void> {
  const { tenant, subject, contract, now, once } = stopping
  const { promise, missing, allows } = refusal
  await withTenant(services.pool, tenant, (tx) =>
    noteGateRefusal(tx, {
      at: now,
      person: once?.person,
      subject,
      contract,
      promise,
      plan: bound.hash,
      type: fact,
      missing,
      allows,
      key: once?.key,
    }),
  )
}
