import type { FactSeals, SealHead } from '../../../wire/seals.ts'
import { withTenant } from '../../database/pool.ts'
import { proveFacts } from '../../proving.ts'
import type { Proved } from '../../proving.ts'
import { factsOf } from '../../store/fact-queries.ts'
import { findObligation } from '../../store/obligation-queries.ts'
import type { HeadRow } from '../../store/seal.ts'
import { readObligationId } from '../present/clock.ts'
import { isInternal } from '../present/fact.ts'
import { recordMissing } from '../problem.ts'
import type { Refused } from '../problem.ts'
import type { Call } from '../route.ts'

export function presentHead({ size, root, at, key_id, payload, signature }: HeadRow): SealHead {
  return { size, root, at, keyId: key_id, payload, signature }
}

function presentSeal(fact: string, proved: Proved | undefined): FactSeals['items'][number] {
  if (!proved) return { fact, verdict: 'waiting' }
  const { n, salt, text, leaf, proof, head, verdict } = proved
  return { fact, verdict, sealed: { n, salt, text, leaf, proof: [...proof], head: presentHead(head) } }
}

/** 校验: each fact on which a verdict stands, proved under a signed head of the ledger. Who may read the obligation may check it. */
export async function listSeals({
  http,
  caller,
  params,
}: Call<'obligation.read', { readonly id: string }, undefined, undefined>): Promise<FactSeals | Refused> {
  const { pool, keys } = http.services
  return withTenant(pool, caller.tenant, async (tx) => {
    const one = await findObligation(tx, caller, readObligationId(params.id))
    if (!one) return recordMissing()
    const facts = await factsOf(tx, [...new Set([one.why.anchor.fact ?? '', ...one.evidence])])
    const shown = caller.customer === undefined ? facts : facts.filter((fact) => !isInternal(fact))
    const proved = await proveFacts(
      tx,
      shown.map(({ id }) => id),
      keys,
    )
    return { items: shown.map(({ id }) => presentSeal(id, proved.get(id))) }
  })
}
