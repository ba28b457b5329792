import type { SearchAnswer, SearchQuery } from '../../../wire/desk.ts'
import { withTenant } from '../../database/pool.ts'
import { searchRecords } from '../../store/search.ts'
import type { Call } from '../route.ts'

export async function search({ http, caller, query }: Call<'search.use', undefined, SearchQuery, undefined>): Promise<SearchAnswer> {
  return { hits: await withTenant(http.services.pool, caller.tenant, (tx) => searchRecords(tx, caller, query)) }
}
