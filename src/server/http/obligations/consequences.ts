import type { Consequence, ConsequencePage, ConsequenceQuery } from '../../../wire/obligations.ts'
import { withTenant } from '../../database/pool.ts'
import { firings } from '../../store/consequence-queries.ts'
import { pageOf, readCursor } from '../../store/rows.ts'
import { consequencesOf } from '../present/consequence.ts'
import type { Call } from '../route.ts'

/** What rules brought about: of one clause of a contract, or for one device. A page is counted in times that a rule acted. */
export async function listConsequences({
  http,
  caller,
  query,
  locale,
}: Call<'obligation.read', undefined, ConsequenceQuery, undefined>): Promise<ConsequencePage> {
  const { contract, promise, asset, right, from, until, limit } = query
  const todo = query.todo === undefined ? undefined : query.mine === undefined ? 'all' : 'mine'
  const now = await http.services.clock.now(caller.tenant)
  const after = readCursor(query.cursor, ['instant', 'text', 'text', 'count'])
  const found = await withTenant(http.services.pool, caller.tenant, (tx) =>
    firings(tx, caller, { contract, promise, asset, right, todo, from, until, after, limit: limit + 1 }),
  )
  const page = pageOf(found, { limit, place: (one) => [one.at, one.subject, one.promise, one.episode], show: (one) => one })
  const subjects = [...new Set(page.items.map(({ subject }) => subject))]
  const keyOf = (one: { readonly subject: string; readonly promise: string; readonly episode: number }) =>
    `${one.subject} ${one.promise} ${one.episode}`
  const wanted = new Set(page.items.map(keyOf))
  const all = await consequencesOf(http, caller, { subjects, now, locale })
  const isTodo = (one: Consequence) => todo === undefined || (one.kind === 'open-task' && one.open)
  const isAsked = ({ kind }: Consequence) => right === undefined || (kind === 'entitle') === (right === 'yes')
  return { ...page, items: all.filter((one) => wanted.has(keyOf(one)) && isTodo(one) && isAsked(one)) }
}
