import type { Fact, Subject } from '../fact.ts'
import type { Instant } from '../time/instant.ts'

/** A task as a rule opened it, or as something that was taken back left it; `effect`: its name among what that event brought about. */
export type Task = { readonly subject: Subject; readonly promise: string; readonly episode: number; readonly effect: string }

/** `ticket/T1|late|1|open-task:apology`: the key of what opened it, in its parts. */
export function taskOf(key: string): Task | undefined {
  const [, subject, promise, episode, effect] = /^([^|]+)\|([^|]+)\|(\d+)\|(.+)$/.exec(key) ?? []
  if (subject === undefined || promise === undefined || effect === undefined) return undefined
  return { subject: subject as Subject, promise, episode: Number(episode), effect }
}

export type DoneContext = {
  readonly now: Instant
  readonly person: string
  readonly newId: () => string
  /** whom else it is about: its ticket, contract, customer */
  readonly owners: readonly Subject[]
}

type Told = {
  readonly ok: true
  readonly facts: readonly Omit<Fact, 'seq' | 'recordedAt'>[]
  readonly texts: readonly { readonly factId: string; readonly field: string; readonly text: string }[]
}

/** 已办: one fact of the owner whose task it is, with what was done in a sentence. */
export function decideDone({ subject, ...data }: Task, did: string, { now, person, newId, owners }: DoneContext): Told {
  const id = newId()
  const fact = { id, subject, also: owners, type: 'task.done', occurredAt: now, source: 'hand', by: person, data } as const
  return { ok: true, facts: [fact], texts: [{ factId: id, field: 'did', text: did.trim() }] }
}
