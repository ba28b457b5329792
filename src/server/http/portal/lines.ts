import type { Instant } from '../../../core/time/instant.ts'
import type { PortalLines } from '../../../wire/portal.ts'
import { withTenant } from '../../database/pool.ts'
import type { Tx } from '../../database/pool.ts'
import { contractsStanding, phonesOf } from '../../store/portal.ts'
import type { StandingContract } from '../../store/portal.ts'
import { channelsOf } from '../contracts/read.ts'
import { plansFor } from '../plan-of.ts'
import { answeringUnder } from '../present/answers.ts'
import type { Refused } from '../problem.ts'
import type { Call } from '../route.ts'
import { deskName } from '../services/read.ts'
import { forCustomers, isCustomer } from './customer.ts'

type OnDuty = { readonly contract: StandingContract; readonly desk: string | undefined; readonly id: string; readonly name: string }

async function onDuty(tx: Tx, contracts: readonly StandingContract[], now: Instant): Promise<OnDuty[]> {
  const found: OnDuty[] = []
  for (const contract of contracts) {
    const { onDuty: there } = await answeringUnder(tx, contract.id, now)
    found.push(...there.map(({ desk, person }) => ({ contract, desk, id: person.id, name: person.name })))
  }
  return found
}

/** 现在找谁: the numbers that the customer's contracts name, each with its hours, and who is on duty at this moment. The roster to come is not theirs. */
export async function getLines({
  http,
  caller,
  locale,
}: Call<'ticket.report', undefined, undefined, undefined>): Promise<PortalLines | Refused> {
  if (!isCustomer(caller)) return forCustomers()
  const now = await http.services.clock.now(caller.tenant)
  const { contracts, duty, phones } = await withTenant(http.services.pool, caller.tenant, async (tx) => {
    const standing = await contractsStanding(tx, caller.customer)
    const there = await onDuty(tx, standing, now)
    return {
      contracts: standing,
      duty: there,
      phones: await phonesOf(
        tx,
        there.map(({ id }) => id),
      ),
    }
  })
  const plans = await plansFor(http, caller.tenant, contracts)
  const planOf = ({ bound_hash: hash }: StandingContract) => plans.get(hash)?.plan
  const lines = contracts.flatMap((contract) => {
    const plan = planOf(contract)
    const named = { number: contract.number, title: contract.title }
    return (plan ? channelsOf(plan, locale) : []).flatMap(({ id, name, kind, address, hours, text }) =>
      address === undefined ? [] : [{ contract: named, id, name, kind, address, hours, text }],
    )
  })
  const there = duty.map(({ contract, desk, id, name }) => {
    const plan = planOf(contract)
    return { desk: plan && desk !== undefined ? deskName(plan, desk) : undefined, person: name, phone: phones.get(id) }
  })
  return { lines, duty: [...new Map(there.map((one) => [`${one.desk} ${one.person}`, one])).values()], asOf: now }
}
