import { queryOptions } from '@tanstack/react-query'
import type { ContractDraft } from '../../wire/contracts.ts'
import type { AssetPage, Customer, Person, SitePage } from '../../wire/parties.ts'
import { call, queryString } from '../api/call.ts'
import { fromDraft } from './contract-form.ts'
import type { ContractForm } from './contract-form.ts'

type Named = { readonly id: string; readonly name: string }

/** What is not there any more keeps its code, so that somebody sees what to choose anew. */
const orNothing = async (asked: Promise<readonly Named[]>): Promise<readonly Named[]> => asked.catch(() => [])

async function namesIn({ customer, people = {} }: ContractDraft['content'], signal: AbortSignal): Promise<ReadonlyMap<string, string>> {
  const of = queryString({ customer, limit: 200 })
  const get = <Answer>(path: string) => call<Answer>('GET', path, { signal })
  const parties =
    customer === undefined
      ? []
      : [
          orNothing(get<Customer>(`/customers/${customer}`).then((one) => [one])),
          orNothing(get<SitePage>(`/sites${of}`).then((page) => page.items)),
          orNothing(get<AssetPage>(`/assets${of}`).then((page) => page.items)),
        ]
  const persons = [...new Set(Object.values(people).flat())].map((id) => orNothing(get<Person>(`/people/${id}`).then((one) => [one])))
  const found = (await Promise.all([...parties, ...persons])).flat()
  return new Map(found.map((one) => [one.id, one.name]))
}

/** `reason`: of an amendment. */
export type Opened = { readonly form: ContractForm; readonly reason: string; readonly version: number }

/** A draft with the names of what it names, ready to be gone on with. */
export const openedDraftQuery = (id: string) =>
  queryOptions({
    queryKey: ['contract-draft', id, 'opened'],
    queryFn: async ({ signal }): Promise<Opened> => {
      const draft = await call<ContractDraft>('GET', `/contract-drafts/${id}`, { signal })
      const form = fromDraft(draft, await namesIn(draft.content, signal))
      return { form, reason: draft.content.reason ?? '', version: draft.version }
    },
    gcTime: 0,
  })
