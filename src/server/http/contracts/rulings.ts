import type { ContractCommand } from '../../../core/contract/decide.ts'
import type { Recorded } from '../../../wire/facts.ts'
import { writeContract } from '../../contract.ts'
import type { Along } from '../../transact.ts'
import type { Caller } from '../caller.ts'
import type { Http } from '../http.ts'
import { Refused } from '../problem.ts'
import type { Repeat } from '../route.ts'
import { answerOf, standing } from './write.ts'

export type ContractRuling = {
  readonly http: Http
  readonly caller: Caller
  readonly key: Repeat | undefined
  readonly contract: string
  readonly along?: Along | undefined
  readonly command: Extract<ContractCommand, { name: 'approve' | 'correct' | 'void' }>
}

/** A second person approves a milestone that was entered late, its date is put right, or it is declared void. Which version it is does not matter: the fact does. */
export async function ruleOnContract({ http, caller, key, contract, command, along }: ContractRuling): Promise<Recorded | Refused> {
  if (!key) throw new Error('a keyed write came without its key')
  const row = await standing(http, caller, contract)
  if (row instanceof Refused) return row
  const bound = await http.services.plans.bound(caller.tenant, row.bound_hash)
  const outcome = await writeContract(http.services, {
    tenant: caller.tenant,
    id: contract,
    person: caller.person,
    command,
    bound,
    along,
    once: {
      person: caller.person,
      key: key.key,
      hash: key.hash,
      answer: (done): Recorded => ({
        facts: done.facts.map((one) => one.id),
        position: done.facts.at(-1)?.seq ?? 0,
        recordedAt: done.recordedAt,
      }),
    },
  })
  return answerOf<Recorded>(outcome)
}
