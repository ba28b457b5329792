import { alike } from '../../../core/ticket/alike.ts'
import type { Case } from '../../../core/ticket/alike.ts'
import type { Alike, AlikeQuery } from '../../../wire/ties.ts'
import { withTenant } from '../../database/pool.ts'
import { closedLike, modelOf, openOfCustomer, solutionsOf } from '../../store/alike-queries.ts'
import type { AlikeRow } from '../../store/alike-queries.ts'
import { present } from '../../store/rows.ts'
import { isSaidToCustomer } from '../present/fact.ts'
import type { Call } from '../route.ts'

const MOST_DUPLICATES = 4
const MOST_CASES = 5

/** Facts that say how something was put right. */
const SOLVES = ['ticket.restored', 'ticket.answered', 'remote.solved', 'visit.done'] as const

const caseOf = (row: AlikeRow): Case & { readonly row: AlikeRow } => ({
  id: row.id,
  asset: present(row.asset),
  model: present(row.model),
  words: [row.title, row.said].filter(Boolean).join(' '),
  row,
})

/** While a fault is reported, and on its page: what may be the same, and how the like was put right before. */
export async function alikeTickets({ http, caller, query }: Call<'ticket.read', undefined, AlikeQuery, undefined>): Promise<Alike> {
  const { asset, ticket = '', words } = query
  const solving = SOLVES.filter((type) => caller.customer === undefined || isSaidToCustomer(type))
  return withTenant(http.services.pool, caller.tenant, async (tx) => {
    const model = asset === undefined ? undefined : await modelOf(tx, asset)
    const asked: Case = { id: ticket, asset, model, words }
    const open = (await openOfCustomer(tx, caller, query)).map(caseOf)
    const closed = (await closedLike(tx, caller, { model, ticket })).map(caseOf)
    const duplicates = alike(asked, open, { most: MOST_DUPLICATES, bare: false })
    const cases = alike(asked, closed, { most: MOST_CASES, bare: true })
    const solutions = await solutionsOf(
      tx,
      cases.map(({ one }) => one.id),
      solving,
    )
    return {
      duplicates: duplicates.map(({ one: { row }, because }) => ({
        id: row.id,
        number: row.number,
        title: row.title,
        state: row.state,
        reportedAt: row.reported_at,
        asset: present(row.asset_name),
        because,
      })),
      cases: cases.map(({ one: { row }, because }) => ({
        id: row.id,
        number: row.number,
        title: row.title,
        closedAt: row.closed_at ?? row.reported_at,
        model: present(row.model),
        because,
        solution: solutions.get(row.id),
      })),
    }
  })
}
