import { decide } from '../core/service/decide.ts'
import type { ServiceCommand, ServiceDecision } from '../core/service/decide.ts'
import type { ServiceRefusal } from '../core/service/refusal.ts'
import { evolve, initialState } from '../core/service/state.ts'
import type { ContractState } from '../core/contract/state.ts'
import type { Fact, Subject } from '../core/fact.ts'
import type { Span } from '../core/time/span.ts'
import { CONTRACT } from './contract.ts'
import type { Transaction } from './database/pool.ts'
import type { Services } from './services.ts'
import { changeService, holdService, saveService } from './store/services.ts'
import type { RosterShiftRow } from './store/roster.ts'
import { newId, transact } from './transact.ts'
import type { Command, Decision, Done, Moment, Outcome } from './transact.ts'

/** A shift that is to be planned. */
export type NewShift = Span & { readonly person: string; readonly desk: string | undefined }

/** What changes on the roster of one contract: shifts that are given up, and shifts that are planned. */
export type RosterChange = {
  readonly drops: readonly RosterShiftRow[]
  /** why they are given up */
  readonly reason?: string | undefined
  readonly plans: readonly NewShift[]
}

export type WriteRoster = {
  readonly tenant: string
  readonly contract: string
  readonly customer: string
  readonly person: string
  readonly change: RosterChange
  readonly once: NonNullable<Command<ContractState, ServiceRefusal>['once']>
}

/** Somebody changed one of the shifts meanwhile. Thrown inside the transaction, so that all of it is undone. */
class ShiftMoved extends Error {}

type Step = { readonly subject: Subject; readonly command: ServiceCommand; readonly row: RosterShiftRow | undefined }

function stepsOf({ drops, reason, plans }: RosterChange): readonly Step[] {
  const record = (type: string, values: Extract<ServiceCommand, { name: 'record' }>['values']): ServiceCommand => ({
    name: 'record',
    type,
    values,
  })
  return [
    ...drops.map((row): Step => {
      const command = record('shift.dropped', reason === undefined ? {} : { summary: reason })
      return { subject: `shift/${row.id}`, command, row }
    }),
    ...plans.map(({ start, end, person, desk }): Step => {
      const command = record('shift.planned', { start, end, person, ...(desk === undefined ? {} : { desk }) })
      return { subject: `shift/${newId()}`, command, row: undefined }
    }),
  ]
}

type Deciding = { readonly write: WriteRoster; readonly steps: readonly Step[]; readonly backfillMs: number | undefined }

function decided({ write, steps, backfillMs }: Deciding, moment: Moment<ContractState>): Decision<ServiceRefusal> {
  const { contract, customer, person } = write
  const made: ServiceDecision[] = steps.map(({ subject, command, row }) =>
    decide(row?.state_json ?? initialState(), command, {
      now: moment.now,
      subject,
      owners: [`contract/${contract}`, `customer/${customer}`],
      newId: moment.newId,
      source: 'hand',
      person,
      plan: moment.bound?.plan,
      backfillMs,
    }),
  )
  const refused = made.find((one) => !one.ok)
  if (refused && !refused.ok) return refused
  const all = made.flatMap((one) => (one.ok ? [one] : []))
  return {
    ok: true,
    facts: all.flatMap(({ facts }) => facts),
    texts: all.flatMap(({ texts }) => texts),
    // the records themselves, so that nobody else moves one of them at the same time
    begins: steps.map(({ subject }) => subject),
  }
}

type Beside = Pick<Done<ContractState>, 'facts' | 'recordedAt'>

async function writeRows(tx: Transaction, { contract, customer }: WriteRoster, { step, facts, recordedAt }: Beside & { step: Step }) {
  const own = (fact: Fact): boolean => fact.subject === step.subject
  const id = step.subject.slice('shift/'.length)
  if (!step.row) {
    const state = facts.filter(own).reduce(evolve, initialState())
    const owners = { customer, contract, ticket: undefined, site: undefined, asset: undefined }
    return saveService(tx, { ...owners, id, noun: 'shift', state, at: recordedAt })
  }
  const held = await holdService(tx, id)
  if (held?.version !== step.row.version) throw new ShiftMoved(id)
  const state = facts.filter(own).reduce(evolve, held.state_json)
  return changeService(tx, { id, version: held.version + 1, state, at: recordedAt })
}

export type RosterOutcome = Outcome<ContractState, ServiceRefusal> | { readonly kind: 'moved' }

/**
 * 排班: shifts of one contract given up and planned, as one command on the contract: all facts, rows and the answer in one transaction, or nothing. What the
 * contract promises of its hours is judged by these facts. `moved`: one of the shifts was changed since it was looked at.
 */
export async function writeRoster(services: Services, write: WriteRoster): Promise<RosterOutcome> {
  const steps = stepsOf(write.change)
  const { tenant, contract, once } = write
  const outcome = transact<ContractState, ServiceRefusal>(services, {
    tenant,
    subject: `contract/${contract}`,
    aggregate: CONTRACT,
    once,
    decide: (moment) => decided({ write, steps, backfillMs: services.backfillMs }, moment),
    beside: async (tx, { facts, recordedAt }) => {
      for (const step of steps) await writeRows(tx, write, { step, facts, recordedAt })
    },
  })
  try {
    return await outcome
  } catch (error) {
    if (error instanceof ShiftMoved) return { kind: 'moved' }
    throw error
  }
}
