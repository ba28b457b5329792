import type { Fact } from '../../core/fact.ts'
import type { FileRef } from '../../core/file/ref.ts'
import type { Transaction } from '../database/pool.ts'
import { attachFile } from '../store/files.ts'
import { newId } from '../transact.ts'
import type { Command, Decision, Done, NewFact } from '../transact.ts'

/**
 * The command with files as its evidence: its first fact carries id and hash of each, so that the seal covers their contents, and beside the fact, in the
 * same transaction, stands where they are attached. Any command of any aggregate; without files it stays what it was.
 */
export function carrying<State, Refusal>(command: Command<State, Refusal>, files: readonly FileRef[]): Command<State, Refusal> {
  if (files.length === 0) return command
  return {
    ...command,
    decide: (moment) => withEvidence(command.decide(moment), files),
    beside: async (tx, done) => {
      await command.beside?.(tx, done)
      await attachAll(tx, files, done)
    },
  }
}

function withEvidence<Refusal>(decision: Decision<Refusal>, files: readonly FileRef[]): Decision<Refusal> {
  if (!decision.ok) return decision
  const refs = files.map(({ id, sha256 }) => ({ id, sha256 }))
  const carry = (fact: NewFact, at: number): NewFact => (at === 0 ? { ...fact, data: { ...fact.data, files: refs } } : fact)
  return { ...decision, facts: decision.facts.map(carry) }
}

async function attachAll(
  tx: Transaction,
  files: readonly FileRef[],
  { facts, recordedAt }: Pick<Done<unknown>, 'facts' | 'recordedAt'>,
): Promise<void> {
  const fact: Fact | undefined = facts[0]
  if (!fact) return
  for (const { id } of files) await attachFile(tx, { id: newId(), file: id, subject: fact.subject, fact: fact.id, at: recordedAt })
}
