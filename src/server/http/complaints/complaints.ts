import { serviceName } from '../../../core/service/refusal.ts'
import type { Entry } from '../../../core/service/state.ts'
import type { ServiceType } from '../../../core/service/vocabulary.ts'
import type { Locale } from '../../../core/words.ts'
import type { Complaint, ComplaintPage, ComplaintQuery } from '../../../wire/complaints.ts'
import { withTenant } from '../../database/pool.ts'
import { obligationsFrom } from '../../store/obligation-queries.ts'
import type { StoredObligation } from '../../store/obligation-queries.ts'
import { pageOf } from '../../store/rows.ts'
import type { ServiceRecordRow } from '../../store/services.ts'
import { nameBook } from '../../store/ticket-queries.ts'
import { plansFor } from '../plan-of.ts'
import { presentClock } from '../present/clock.ts'
import { refuse } from '../problem.ts'
import type { Refused } from '../problem.ts'
import type { Call } from '../route.ts'
import { loadServices } from '../services/read.ts'

function lastOf({ state_json }: ServiceRecordRow, type: ServiceType): Entry | undefined {
  return state_json.entries.findLast((one) => one.type === type && !one.voided)
}

const personIn = (entry: Entry | undefined, field: 'person' | 'accused'): string | undefined => {
  const id = entry?.data[field]
  return typeof id === 'string' ? id : undefined
}

function outcomeOf(row: ServiceRecordRow, locale: Locale): string | undefined {
  const outcome = lastOf(row, 'complaint.closed')?.data.outcome
  return typeof outcome === 'string' ? serviceName('choice', outcome, locale) : undefined
}

/** Clocks that a complaint started, whoever of its contract they stand under. */
function clocksOf(row: ServiceRecordRow, obligations: readonly StoredObligation[]): readonly StoredObligation[] {
  const facts = row.state_json.entries.map(({ fact }) => fact)
  return obligations.filter(({ why }) => why.anchor.fact !== undefined && facts.includes(why.anchor.fact))
}

/** 投诉, apart from faults: the last that something happened to first. */
export async function listComplaints({
  http,
  caller,
  query,
  locale,
}: Call<'service.read', undefined, ComplaintQuery, undefined>): Promise<ComplaintPage | Refused> {
  if (caller.customer !== undefined) return refuse(403, 'access.denied')
  const { state, mine, ...page } = query
  const wanted = {
    ...page,
    noun: 'complaint',
    ...(state === 'all' ? {} : { closed: state === 'closed' }),
    ...(mine ? { owner: caller.person } : {}),
  }
  const { rows, show } = await loadServices({ http, caller, locale }, wanted)
  const people = rows.flatMap((row) => [
    personIn(lastOf(row, 'complaint.opened'), 'accused') ?? [],
    personIn(lastOf(row, 'complaint.assigned'), 'person') ?? [],
  ])
  const { obligations, names } = await withTenant(http.services.pool, caller.tenant, async (tx) => ({
    obligations: await obligationsFrom(
      tx,
      rows.flatMap(({ state_json }) => state_json.entries.map(({ fact }) => fact)),
    ),
    names: await nameBook(tx, { people: people.flat(), teams: [] }),
  }))
  const plans = await plansFor(http, caller.tenant, obligations)
  const named = (id: string | undefined) => (id === undefined ? undefined : { id, name: names.get(`person/${id}`) ?? id })
  const complaintOf = (row: ServiceRecordRow): Complaint => ({
    ...show(row),
    customer: { id: row.customer, name: row.customer_name },
    accused: named(personIn(lastOf(row, 'complaint.opened'), 'accused')),
    owner: named(personIn(lastOf(row, 'complaint.assigned'), 'person')),
    outcome: outcomeOf(row, locale),
    clocks: clocksOf(row, obligations).map((one) => presentClock(one, plans.get(one.boundHash ?? ''), locale)),
  })
  return pageOf(rows, { limit: query.limit, place: (row) => [row.changed_at, row.id], show: complaintOf })
}
