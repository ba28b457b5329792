import { inTransaction, sqlState, withTenant } from '../database/pool.ts'
import type { Transaction } from '../database/pool.ts'
import { readFirstAnswer } from '../store/ledger.ts'
import type { Caller } from './caller.ts'
import type { Http } from './http.ts'
import { Refused, refuse } from './problem.ts'
import type { Repeat } from './route.ts'

type Keyed = { readonly http: Http; readonly caller: Caller; readonly key: Repeat | undefined }
type Work<Answer> = (tx: Transaction, now: number) => Promise<Answer | Refused>

export type Once<Answer> = {
  readonly work: Work<Answer>
  /** what is kept for a repetition; undefined: the answer holds a secret and is never given twice */
  readonly keep?: (answer: Answer) => Answer | undefined
}

/**
 * A write that is not a command on a subject, once per key, in one transaction with its key: the same key with the same
 * content gets the first answer again, with other content 409. A refusal leaves nothing behind, not even the key.
 * `now` is the machine's clock.
 */
export async function once<Answer>(call: Keyed, { work, keep = (answer) => answer }: Once<Answer>): Promise<Answer | Refused> {
  const { http, caller, key } = call
  if (!key) throw new Error('a keyed write came without its key')
  const now = http.services.clock.machine()
  const before = await firstAnswer<Answer>(http, caller, key)
  if (before !== undefined) return before
  try {
    return await inTransaction(http.services.pool, caller.tenant, async (tx) => {
      const answer = await work(tx, now)
      // Thrown, so that the transaction takes everything back.
      if (answer instanceof Refused) throw answer
      await tx.query('INSERT INTO idempotency (tenant_id, person, key, body_hash, answer, created_at) VALUES ($1, $2, $3, $4, $5, $6)', [
        caller.tenant,
        caller.person,
        key.key,
        key.hash,
        JSON.stringify(keep(answer) ?? null),
        now,
      ])
      return answer
    })
  } catch (error) {
    // Two with one key at the same time: the second is stopped by the key, or by what the first has just written.
    const first = error instanceof Refused || sqlState(error)?.code === '23505' ? await firstAnswer<Answer>(http, caller, key) : undefined
    if (first !== undefined) return first
    if (error instanceof Refused) return error
    throw error
  }
}

async function firstAnswer<Answer>(http: Http, caller: Caller, key: Repeat): Promise<Answer | Refused | undefined> {
  const first = await withTenant(http.services.pool, caller.tenant, (tx) => readFirstAnswer(tx, { person: caller.person, key: key.key }))
  if (!first) return undefined
  if (first.bodyHash !== key.hash) return refuse(409, 'idempotency.reused')
  return (first.answer as Answer | null) ?? refuse(409, 'idempotency.secret')
}
