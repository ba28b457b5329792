import type { Subject } from '../../../core/fact.ts'
import { sayCondition } from '../../../core/plan/condition-words.ts'
import { eventWords, factWords } from '../../../core/promise/event-words.ts'
import type { BoundPlan } from '../../../core/promise/types.ts'
import type { Locale } from '../../../core/words.ts'
import type { BoardTold, StoppedAtGate } from '../../../wire/board.ts'
import { withTenant } from '../../database/pool.ts'
import type { Tx } from '../../database/pool.ts'
import { runningDisputes } from '../../store/disputes.ts'
import { factsAbout, textsOf } from '../../store/fact-queries.ts'
import { filesOf } from '../../store/files.ts'
import type { StoppedRow } from '../../store/gate-refusals.ts'
import { beliefsOf } from '../../store/obligation-queries.ts'
import { present } from '../../store/rows.ts'
import { namesOfSubjects, ticketsOf } from '../../store/subject-names.ts'
import { nameBook } from '../../store/ticket-queries.ts'
import { toldAbout } from '../../store/told-queries.ts'
import type { ToldRow } from '../../store/told-queries.ts'
import { contractRoleName } from '../names.ts'
import { plansFor } from '../plan-of.ts'
import type { Caller } from '../caller.ts'
import type { Http } from '../http.ts'

/** The facts of some subjects with their texts, the names that they carry, and every verdict believed. */
export async function evidenceOf(tx: Tx, subjects: readonly string[]) {
  const lists = await Promise.all(subjects.map((subject) => factsAbout(tx, subject, { limit: 1_000 })))
  const facts = lists.flat()
  const ids = facts.map((fact) => fact.id)
  const people = facts.flatMap((fact) => [fact.by, fact.data.person]).filter((id) => typeof id === 'string')
  return {
    facts,
    beliefs: await beliefsOf(tx, subjects),
    texts: await textsOf(tx, ids),
    files: await filesOf(tx, ids),
    disputes: await runningDisputes(tx, ids),
    names: await nameBook(tx, { people, teams: [] }),
  }
}

/** `subject|promise|episode` → whom it was told to. What the house tells among itself is no business of a customer's people. */
export async function toldOf(
  tx: Tx,
  { caller, bound, locale }: { readonly caller: Caller; readonly bound: BoundPlan; readonly locale: Locale },
  wanted: Parameters<typeof toldAbout>[1],
): Promise<ReadonlyMap<string, readonly BoardTold[]>> {
  if (caller.customer !== undefined) return new Map()
  const rows = await toldAbout(tx, wanted)
  const roles = await tx.query<{ id: string; name: string | null }>('SELECT id, name FROM role')
  const show = ({ key, kind, to, at, withdrawn_at, reached }: ToldRow): BoardTold => ({
    id: key,
    kind,
    role: contractRoleName(bound.plan, { id: to, name: roles.find(({ id }) => id === to)?.name ?? null }, locale),
    at,
    withdrawnAt: present(withdrawn_at),
    to: reached.map((one) => ({ name: one.name, at: one.at, acknowledgedAt: present(one.acknowledged) })),
  })
  const byInstance = Map.groupBy(rows, (row) => `${row.subject}|${row.promise}|${row.episode}`)
  return new Map([...byInstance].map(([key, own]) => [key, own.map(show)]))
}

type Reads = { readonly http: Http; readonly caller: Caller; readonly locale: Locale }

/** Attempts that a gate stopped, in words: of the plan that refused them. */
export async function presentStopped({ http, caller, locale }: Reads, rows: readonly StoppedRow[]): Promise<StoppedAtGate[]> {
  const plans = await plansFor(
    http,
    caller.tenant,
    rows.map(({ data }) => ({ boundHash: data.plan })),
  )
  const subjects: Subject[] = [...new Set(rows.map(({ subject }) => subject))]
  const { names, tickets } = await withTenant(http.services.pool, caller.tenant, async (tx) => ({
    names: await namesOfSubjects(tx, subjects),
    tickets: await ticketsOf(tx, subjects),
  }))
  return rows.flatMap(({ id, at, person, person_name, subject, data }) => {
    const bound = plans.get(data.plan)
    if (!bound) return []
    const by = caller.customer === undefined && person !== null ? { id: person, name: person_name ?? person } : undefined
    const missing = data.missing.map((event) => eventWords(event, bound.plan, locale))
    const allows = data.allows ? [sayCondition(data.allows.cel, bound.plan, locale)] : []
    const ticket = tickets.get(subject)
    return [
      {
        id: String(id),
        at,
        by,
        words: factWords(data.type, locale),
        missing: [...missing, ...allows],
        of: names.get(subject) ?? '',
        ticket,
      },
    ]
  })
}
