import type { ContractCommand } from '../../../core/contract/decide.ts'
import type { Fact } from '../../../core/fact.ts'
import type { Recorded } from '../../../wire/facts.ts'
import { writeContract } from '../../contract.ts'
import type { Along } from '../../transact.ts'
import type { Caller } from '../caller.ts'
import type { Http } from '../http.ts'
import { Refused } from '../problem.ts'
import { recordedBy } from '../seam-answer.ts'
import type { Repeat } from '../route.ts'
import { answerOf, standing } from './write.ts'

export type ContractRuling = {
  readonly http: Http
  readonly caller: Caller
  readonly key: Repeat | undefined
  /** what is ruled on: a fact of a contract */
  readonly fact: Fact
  readonly along?: Along | undefined
  readonly command: Extract<ContractCommand, { name: 'approve' | 'correct' | 'void' }>
}

/** A second person approves a milestone that was entered late, its date or that of the signature is put right, or it is declared void. Which version it is does not matter: the fact does. */
export async function ruleOnContract({ http, caller, key, fact, command, along }: ContractRuling): Promise<Recorded | Refused> {
  if (!key) throw new Error('a keyed write came without its key')
  const contract = fact.subject.slice('contract/'.length)
  const row = await standing(http, caller, contract)
  if (row instanceof Refused) return row
  const bound = await http.services.plans.bound(caller.tenant, row.bound_hash)
  const outcome = await writeContract(http.services, {
    tenant: caller.tenant,
    id: contract,
    person: caller.person,
    command,
    spokenOf: fact.also,
    bound,
    along,
    once: {
      person: caller.person,
      key: key.key,
      hash: key.hash,
      answer: recordedBy,
    },
  })
  return answerOf<Recorded>(outcome)
}
