import type { Fact, Subject } from '../core/fact.ts'
import type { FileRef } from '../core/file/ref.ts'
import { decide } from '../core/dispute/decide.ts'
import type { DisputeCommand, DisputeContext } from '../core/dispute/decide.ts'
import { refusal } from '../core/dispute/say.ts'
import type { DisputeRefusal } from '../core/dispute/say.ts'
import { evolve, initialState } from '../core/dispute/state.ts'
import type { DisputeState } from '../core/dispute/state.ts'
import type { Transaction } from './database/pool.ts'
import { carrying } from './files/carry.ts'
import { Overtaken, refusedIfOvertaken } from './overtaken.ts'
import { ownerAggregate } from './release.ts'
import type { Belonging } from './release.ts'
import type { Services } from './services.ts'
import { saveDispute, stepDispute } from './store/disputes.ts'
import { transact } from './transact.ts'
import type { Command, Done, Outcome } from './transact.ts'

export type DisputeOutcome = Outcome<unknown, DisputeRefusal>

/** All disputes of a ledger, from the facts that name its subject. */
export function disputesIn(facts: readonly Fact[]): DisputeState {
  return facts.reduce(evolve, initialState())
}

export type DisputeWrite = {
  readonly tenant: string
  readonly subject: Subject
  readonly belonging: Belonging
  readonly command: DisputeCommand
  readonly context: Pick<DisputeContext, 'person' | 'side' | 'days'>
  /** the facts that name the subject */
  readonly facts: readonly Fact[]
  readonly files: readonly FileRef[]
  readonly once: Command<unknown, DisputeRefusal>['once']
}

/** One step of a dispute through the seam, and in the same transaction its row. Of two at once the row lets one through. */
export function writeDispute(services: Services, write: DisputeWrite): Promise<DisputeOutcome> {
  const { tenant, subject, command, context, facts, files, once } = write
  const state = disputesIn(facts)
  const step: Command<unknown, DisputeRefusal> = {
    tenant,
    subject,
    aggregate: ownerAggregate(subject),
    once,
    decide: ({ now, newId }) => decide(state, command, { ...context, now, newId }),
    beside: (tx, done) => writeBeside(tx, { ...write, state }, done),
  }
  return transact(services, carrying(step, files)).catch(refusedIfOvertaken<DisputeRefusal>)
}

type Beside = DisputeWrite & { readonly state: DisputeState }

async function writeBeside(
  tx: Transaction,
  beside: Beside,
  { facts, recordedAt }: Pick<Done<unknown>, 'facts' | 'recordedAt'>,
): Promise<void> {
  const { command, context, belonging, subject, state } = beside
  const [fact] = facts
  if (!fact) return
  if (command.name === 'raise') {
    const { target, answerBy } = command
    const saved = await saveDispute(tx, {
      ...belonging,
      id: fact.id,
      subject,
      target,
      side: context.side,
      by: context.person,
      at: recordedAt,
      answerBy,
    })
    if (!saved) throw new Overtaken(refusal('open-already'))
    return
  }
  const from = state.disputes.find(({ id }) => id === command.of)?.state ?? 'open'
  const after = { answer: 'answered', settle: command.name === 'settle' ? command.outcome : 'rejected', withdraw: 'withdrawn' } as const
  const remedy = command.name === 'settle' && command.outcome === 'upheld' ? command.remedy?.kind : undefined
  const step = { id: command.of, from, state: after[command.name], fact: fact.id, by: context.person, at: recordedAt, remedy }
  if (!(await stepDispute(tx, step))) throw new Overtaken(refusal('settled'))
}
