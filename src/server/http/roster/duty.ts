import type { Plan } from '../../../core/plan/types.ts'
import type { Locale } from '../../../core/words.ts'
import type { OnDuty, OnDutyList, OnDutyQuery } from '../../../wire/roster.ts'
import { withTenant } from '../../database/pool.ts'
import { onDutyAt, unansweredAt } from '../../duty.ts'
import type { DutyHeld } from '../../duty.ts'
import type { Caller } from '../caller.ts'
import type { Http } from '../http.ts'
import { roleName } from '../names.ts'
import { plansFor } from '../plan-of.ts'
import { refuse } from '../problem.ts'
import type { Refused } from '../problem.ts'
import type { Call } from '../route.ts'
import { saySentence } from '../../words/say.ts'
import { deskName } from '../services/read.ts'

/** A desk as the plan calls it, else as the firm calls the role; a shift that names none is duty as such. */
export function deskNamed(plan: Plan | undefined, desk: string | undefined, locale: Locale): { id: string; name: string } {
  if (desk === undefined) return { id: 'any', name: saySentence(locale, 'roster.any-desk') }
  return { id: desk, name: (plan && deskName(plan, desk)) ?? roleName(locale, { id: desk, name: null }) }
}

/** The same person at the same desk for several contracts is one line. */
function together(lines: readonly OnDuty[]): OnDuty[] {
  const found = new Map<string, OnDuty>()
  for (const one of lines) {
    const key = `${one.person.id} ${one.desk.name}`
    const known = found.get(key)
    const until = known?.until === undefined || one.until === undefined ? one.until : Math.min(known.until, one.until)
    const contracts = [...(known?.contracts ?? []), ...one.contracts.filter(({ id }) => !known?.contracts.some((other) => other.id === id))]
    found.set(key, { ...one, ...(until === undefined ? {} : { until }), contracts })
  }
  return [...found.values()]
}

/** Who is on duty now, each in the reader's words. */
export async function presentDuty(http: Http, caller: Pick<Caller, 'tenant'>, { held, locale, unanswered }: Presenting): Promise<OnDuty[]> {
  const plans = await plansFor(
    http,
    caller.tenant,
    held.flatMap(({ shift }) => shift ?? []),
  )
  return together(
    held.map(({ person, desk, by, until, shift }) => ({
      person: { id: person.id, name: person.name },
      ...(person.phone === null ? {} : { phone: person.phone }),
      desk: deskNamed(plans.get(shift?.bound_hash ?? '')?.plan, desk, locale),
      by,
      ...(until === undefined ? {} : { until }),
      contracts: shift ? [{ id: shift.contract, number: shift.number }] : [],
      ...(unanswered?.has(person.id) ? { unanswered: unanswered.get(person.id) } : {}),
    })),
  )
}

type Presenting = {
  readonly held: readonly DutyHeld[]
  readonly locale: Locale
  /** by person, the calls that they did not answer */
  readonly unanswered?: ReadonlyMap<string, number> | undefined
}

/** 现在值班: of the firm, or for one contract. */
export async function getDuty({
  http,
  caller,
  query,
  locale,
}: Call<'service.read', undefined, OnDutyQuery, undefined>): Promise<OnDutyList | Refused> {
  if (caller.customer !== undefined) return refuse(403, 'access.denied')
  const now = await http.services.clock.now(caller.tenant)
  const { held, unanswered } = await withTenant(http.services.pool, caller.tenant, async (tx) => ({
    held: await onDutyAt(tx, { now, contract: query.contract }),
    unanswered: await unansweredAt(tx, now),
  }))
  return { now, items: await presentDuty(http, caller, { held, locale, unanswered }) }
}
