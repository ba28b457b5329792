import type { FactPage, FactQuery } from '../../../wire/facts.ts'
import type { ExplainedObligation, ObligationPage, ObligationQuery } from '../../../wire/obligations.ts'
import type { Subject } from '../../../core/fact.ts'
import { ownerIn } from '../../../core/promise/owner.ts'
import { withTenant } from '../../database/pool.ts'
import type { Tx } from '../../database/pool.ts'
import { factsSeenAbout, textsOf } from '../../store/fact-queries.ts'
import { runningDisputes } from '../../store/disputes.ts'
import { filesOf } from '../../store/files.ts'
import { beliefsOf, findObligation, findObligations } from '../../store/obligation-queries.ts'
import { customerOf } from '../../store/parties.ts'
import { pageOf, readCursor } from '../../store/rows.ts'
import { findTicket, nameBook } from '../../store/ticket-queries.ts'
import { mayEver } from '../caller.ts'
import type { Caller } from '../caller.ts'
import { boundOf, plansFor } from '../plan-of.ts'
import { allSeenNow } from '../present/as-of-now.ts'
import { explain, obligationId, presentObligation, readObligationId } from '../present/clock.ts'
import { factViewFor, presentFacts } from '../present/fact.ts'
import { recordMissing } from '../problem.ts'
import type { Refused } from '../problem.ts'
import type { Call } from '../route.ts'

export async function listObligations({
  http,
  caller,
  query,
  locale,
}: Call<'obligation.read', undefined, ObligationQuery, undefined>): Promise<ObligationPage> {
  const asOf = await http.services.clock.now(caller.tenant)
  const rows = await withTenant(http.services.pool, caller.tenant, (tx) => findObligations(tx, caller, { ...query, now: asOf }))
  const plans = await plansFor(http, caller.tenant, rows)
  const now = new Map((await allSeenNow(http, caller, rows)).map((one) => [obligationId(one), one]))
  const place = (one: (typeof rows)[number]) => [one.dueAt ?? Number.MAX_SAFE_INTEGER, one.subject, one.promise, one.episode]
  return pageOf(rows, {
    limit: query.limit,
    place,
    show: (one) => presentObligation(now.get(obligationId(one)) ?? one, plans.get(one.boundHash ?? ''), locale),
  })
}

export async function getObligation({
  http,
  caller,
  params,
  locale,
}: Call<'obligation.read', { id: string }, undefined, undefined>): Promise<ExplainedObligation | Refused> {
  const key = readObligationId(params.id)
  const found = await withTenant(http.services.pool, caller.tenant, async (tx) => {
    const one = await findObligation(tx, caller, key)
    return one && { one, beliefs: await beliefsOf(tx, [one.subject]) }
  })
  if (!found?.one.boundHash) return recordMissing()
  const [one = found.one] = await allSeenNow(http, caller, [found.one])
  return explain(one, { bound: await boundOf(http, caller.tenant, found.one.boundHash), locale, beliefs: found.beliefs })
}

const OF_CUSTOMERS = ['customer', 'site', 'asset', 'contract'] as const
const isOfCustomer = (noun: string): noun is (typeof OF_CUSTOMERS)[number] => OF_CUSTOMERS.some((one) => one === noun)

/** Who may see a subject may see its facts, as far as those name no ticket that is not theirs to see: a ticket by its own rule, what belongs to a customer by that customer. */
async function maySee(tx: Tx, caller: Caller, subject: string): Promise<{ boundHash: string | null } | undefined> {
  const [noun = '', id = ''] = subject.split('/')
  if (noun === 'ticket') {
    const row = await findTicket(tx, caller, id)
    return row && { boundHash: row.bound_hash }
  }
  if (isOfCustomer(noun) && mayEver(caller, `${noun}.read`)) return undefined
  if (noun === 'customer') return caller.customer === undefined || caller.customer === id ? { boundHash: null } : undefined
  if (noun !== 'site' && noun !== 'asset' && noun !== 'contract') return caller.customer === undefined ? { boundHash: null } : undefined
  const owner = await customerOf(tx, noun, id)
  return owner !== undefined && (caller.customer === undefined || caller.customer === owner) ? { boundHash: null } : undefined
}

export async function listFacts({
  http,
  caller,
  query,
  locale,
}: Call<'fact.read', undefined, FactQuery, undefined>): Promise<FactPage | Refused> {
  const [afterSeq = 0] = readCursor(query.cursor, ['instant']) ?? []
  const found = await withTenant(http.services.pool, caller.tenant, async (tx) => {
    const subject = ownerIn(query.subject as Subject)
    const seen = await maySee(tx, caller, subject)
    if (!seen) return undefined
    const facts = await factsSeenAbout(tx, caller, {
      subject,
      afterSeq,
      limit: query.limit + 1,
      own: query.own === 'yes',
    })
    const page = pageOf(facts, { limit: query.limit, place: (fact) => [fact.seq], show: (fact) => fact })
    const ids = page.items.map((fact) => fact.id)
    const people = facts.flatMap((fact) => [fact.by, fact.data.person]).filter((id) => typeof id === 'string')
    const teams = facts.map((fact) => fact.data.team).filter((id) => typeof id === 'string')
    return {
      page,
      boundHash: seen.boundHash,
      texts: await textsOf(tx, ids),
      files: await filesOf(tx, ids),
      disputes: await runningDisputes(tx, ids),
      names: await nameBook(tx, { people, teams }),
    }
  })
  if (!found) return recordMissing()
  const bound = found.boundHash === null ? undefined : await boundOf(http, caller.tenant, found.boundHash)
  const forCustomer = caller.customer !== undefined
  const items = presentFacts(found.page.items, factViewFor(found, { caller, locale, bound }))
  return { ...found.page, items: items.filter((fact) => !forCustomer || fact.visibility === 'all').toSorted((a, b) => a.seq - b.seq) }
}
