import type { Instant } from '../../../core/time/instant.ts'
import type { Named } from '../../../wire/base.ts'
import type { Tx } from '../../database/pool.ts'
import { onDutyAt } from '../../duty.ts'
import { contractPeople } from '../../store/ticket-queries.ts'

/** Who answers for the roles of a contract: whom it names, who is on duty at that desk, whom a ticket is given to. */
export type Answering = {
  readonly people: Awaited<ReturnType<typeof contractPeople>>
  readonly onDuty: readonly { readonly desk: string | undefined; readonly person: Named }[]
}

/** Under no contract nobody is named. */
export const NOBODY: Answering = { people: [], onDuty: [] }

export async function answeringUnder(tx: Tx, contract: string, now: Instant): Promise<Answering> {
  const duty = await onDutyAt(tx, { now, contract })
  return {
    people: await contractPeople(tx, contract),
    onDuty: duty.filter(({ by }) => by === 'shift').map(({ desk, person: { id, name } }) => ({ desk, person: { id, name } })),
  }
}

/** `assignee`: of a ticket, where nobody is named and nobody on duty. */
export function answersFor({ people, onDuty }: Answering, assignee: Named | undefined): (role: string) => readonly Named[] {
  return (role) => {
    const named = people.filter((one) => one.role === role).map(({ person, name }) => ({ id: person, name }))
    if (named.length > 0) return named
    const duty = onDuty.filter(({ desk }) => desk === role).map(({ person }) => person)
    return duty.length > 0 || !assignee ? duty : [assignee]
  }
}
