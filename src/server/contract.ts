import { decide } from '../core/contract/decide.ts'
import type { ContractCommand } from '../core/contract/decide.ts'
import type { ContractRefusal } from '../core/contract/refusal.ts'
import { evolve, initialState } from '../core/contract/state.ts'
import type { ContractState } from '../core/contract/state.ts'
import type { Subject } from '../core/fact.ts'
import type { FileRef } from '../core/file/ref.ts'
import type { Plan } from '../core/plan/types.ts'
import { amendedPlan, newestOf } from '../core/promise/amended.ts'
import { coverZone } from '../core/promise/cover/term.ts'
import type { BoundPlan } from '../core/promise/types.ts'
import { withTenant } from './database/pool.ts'
import type { Transaction } from './database/pool.ts'
import type { Services } from './services.ts'
import { carrying } from './files/carry.ts'
import { changeContract, saveContract } from './store/contract.ts'
import { modelsUnder } from './store/contract-queries.ts'
import { removeDraft } from './store/contract-draft.ts'
import type { DraftVersion } from './store/contract-draft.ts'
import { initialsOf } from './store/initials.ts'
import { holdPlan, saveBound } from './store/plan.ts'
import { alone, newId, transact } from './transact.ts'
import type { Aggregate, Along, Command, Outcome } from './transact.ts'

/** A contract as the seam knows it; its row is written beside its facts. */
export const CONTRACT: Aggregate<ContractState> = { initialState, evolve }

type Once = Command<ContractState, ContractRefusal>['once']

export type ContractWrite = {
  readonly tenant: string
  readonly id: string
  /** who says so */
  readonly person: string
  readonly command: ContractCommand
  /** what the contract is under after the command: its plan with its terms, bound and pinned with this write */
  readonly bound: BoundPlan
  /** the plan without its terms, where the command agrees on plan or terms: they are held against it */
  readonly plan?: Plan | undefined
  /** of the plan's text that `bound` was made of, where the command puts the contract under it anew */
  readonly planHash?: string | undefined
  /** the working paper that a signed contract or amendment was written on, as it was looked at: it goes in the same transaction */
  readonly draft?: DraftVersion | undefined
  /** what else belongs into the same transaction; what it throws undoes all of it */
  readonly beside?: ((tx: Transaction, recordedAt: number) => Promise<void>) | undefined
  readonly along?: Along | undefined
  /** whom the fact that is ruled on spoke of */
  readonly spokenOf?: readonly Subject[] | undefined
  /** the evidence of what the command says */
  readonly files?: readonly FileRef[] | undefined
  readonly once?: Once
  readonly expectedVersion?: number | undefined
}

/** Somebody replaced or retired the plan between reading and signing. Thrown, so that all of it is undone. */
class PlanMoved extends Error {}

/** Somebody changed the draft, or signed it, at the same moment. Thrown, so that all of it is undone. */
class DraftMoved extends Error {}

export type ContractOutcome = Outcome<ContractState, ContractRefusal> | { readonly kind: 'plan-moved' } | { readonly kind: 'draft-moved' }

/** What is about to be signed covers nothing yet but what it names itself. */
async function modelsFor({ pool }: Services, { tenant, id, command }: ContractWrite): Promise<Readonly<Record<string, string>>> {
  const named = 'assets' in command ? (command.assets ?? []) : []
  if (command.name === 'sign' && named.length === 0) return {}
  return withTenant(pool, tenant, (tx) => modelsUnder(tx, id, named))
}

/** Signs a contract, amends it, records what it reached, rules on that, or ends it: one fact through the seam, and in the same transaction its row. */
export async function writeContract(services: Services, write: ContractWrite): Promise<ContractOutcome> {
  const { tenant, id, person, command, bound, plan, files = [], along = alone, once, expectedVersion } = write
  const amendment = amendmentOf(write)
  const models = await modelsFor(services, write)
  const step: Command<ContractState, ContractRefusal> = {
    tenant,
    subject: `contract/${id}`,
    aggregate: CONTRACT,
    opens: command.name === 'sign' ? { contract: id, pinned: { bound, customer: command.customer } } : undefined,
    once,
    expectedVersion,
    adopts: amendment?.adopts,
    decide: ({ state, now, subject, newId: anyId }) =>
      decide(state, command, {
        now,
        subject,
        newId: amendment ? () => amendment.fact : anyId,
        source: 'hand',
        person,
        plan,
        models,
        spokenOf: write.spokenOf,
        zone: coverZone(bound),
        backfillMs: services.backfillMs,
      }),
    beside: async (tx, done) => {
      await writeBeside(tx, write, done)
      await write.beside?.(tx, done.recordedAt)
      const adopted = amendment?.adopted()
      if (adopted) await saveBound(tx, adopted, done.recordedAt)
    },
  }
  const outcome = await transact(services, along(carrying(step, files))).catch((error: unknown): ContractOutcome => {
    if (error instanceof PlanMoved) return { kind: 'plan-moved' }
    if (error instanceof DraftMoved) return { kind: 'draft-moved' }
    throw error
  })
  if (outcome.kind === 'done') {
    // here at once, elsewhere by message: the next report in this process is already under what was agreed
    services.plans.dropContracts(tenant)
    services.live.changed({ tenant, kind: 'parties', ids: [`contract/${id}`] })
  }
  return outcome
}

type Amendment = {
  /** the id of its fact, which the plan of the record names */
  readonly fact: string
  readonly adopts: (before: BoundPlan) => BoundPlan
  readonly adopted: () => BoundPlan | undefined
}

/** The contract's own record goes on under what was agreed anew. Who or what it covers may change and leave plan and terms as they are. */
function amendmentOf({ command, bound }: ContractWrite): Amendment | undefined {
  if (command.name !== 'amend') return undefined
  const fact = newId()
  let adopted: BoundPlan | undefined
  const adopts = (before: BoundPlan): BoundPlan => {
    adopted = newestOf(before).hash === bound.hash ? undefined : amendedPlan(before, bound, fact)
    return adopted ?? before
  }
  return { fact, adopts, adopted: () => adopted }
}

type Standing = { readonly state: ContractState; readonly version: number; readonly recordedAt: number }

type Keeping = Standing & { readonly id: string; readonly bound: BoundPlan }

function rowOf({ id, bound, state, recordedAt }: Omit<Keeping, 'version'>) {
  const people = Object.entries(state.people).flatMap(([role, held]) => held.map((one) => ({ role, person: one })))
  const { signedOn, startsOn, endsOn, sites, assets } = state
  return { id, bound, signedOn, startsOn, endsOn, sites, assets, people, at: recordedAt, state }
}

/** The row of a contract as its facts leave it. */
export function keepContract(tx: Transaction, { version, ...kept }: Keeping): Promise<void> {
  return changeContract(tx, { ...rowOf(kept), version, endedAt: kept.state.endedAt })
}

async function writeBeside(tx: Transaction, write: ContractWrite, { state, version, recordedAt }: Standing): Promise<void> {
  const { id, command, bound, planHash, draft } = write
  if (planHash !== undefined) {
    const standing = await holdPlan(tx, bound.ref, 'to sign it')
    if (standing?.hash !== planHash || standing.retired) throw new PlanMoved(bound.ref)
  }
  if (command.name !== 'sign') {
    await keepContract(tx, { id, bound, state, version, recordedAt })
    return dropDraft(tx, draft)
  }
  const row = rowOf({ id, bound, state, recordedAt })
  const { number, customer } = state
  const title = command.title.trim()
  await saveContract(tx, { ...row, number, title, initials: initialsOf(title), customer })
  await dropDraft(tx, draft)
}

async function dropDraft(tx: Transaction, draft: DraftVersion | undefined): Promise<void> {
  if (draft && !(await removeDraft(tx, draft))) throw new DraftMoved(draft.id)
}
