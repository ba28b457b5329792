import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'
import type { TicketRow } from '../../wire/tickets.ts'
import { ticketsQuery } from '../api/queries.ts'
import { useMay } from '../session.ts'
import { FILTERS } from '../search.ts'
import type { ListSearch, View } from '../search.ts'

export const PAGE = 60

/** What the address asks for, sent to the server. Views of the past are read newest first. */
export function filtersOf(search: ListSearch, view: View): Readonly<Record<string, string | undefined>> {
  const filters = Object.fromEntries(FILTERS.map((name) => [name, search[name]]))
  const otherwise = view === 'closed' || view === 'all' ? '-changed' : 'due'
  return { ...filters, view, sort: search.sort ?? otherwise, limit: String(PAGE) }
}

/** The view that one lands in: a customer's people see what is open, everybody else what comes first. */
export function useDefaultView(): View {
  return useMay('ticket.accept') ? 'due-soon' : 'open'
}

/** Search and filters of the list, and the way to change them. */
export function useListSearch() {
  const search: ListSearch = useSearch({ from: '/room/tickets' })
  const navigate = useNavigate()
  const otherwise = useDefaultView()
  const view = search.view ?? otherwise
  const change = useCallback(
    (part: { [Name in keyof ListSearch]?: ListSearch[Name] | undefined }) =>
      void navigate({ to: '/tickets', search: (before) => ({ ...before, ...part }) as ListSearch, replace: true }),
    [navigate],
  )
  return { search, view, change }
}

export function useRows(search: ListSearch, view: View) {
  const list = useInfiniteQuery({ ...ticketsQuery(filtersOf(search, view)), placeholderData: keepPreviousData })
  const rows: readonly TicketRow[] = list.data?.pages.flatMap((page) => page.items) ?? []
  return { ...list, rows }
}
