import type { QueryClient, QueryKey } from '@tanstack/react-query'
import { queryOptions, skipToken, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState, useSyncExternalStore } from 'react'
import type { LiveChange } from '../../wire/desk.ts'
import type { PresenceEvent } from '../../wire/presence.ts'
import { hearPresence } from './presence.ts'

/** Which answers show something of a subject: `ticket/T1` stands in its page, in lists, counts and boards. */
const SHOWN_IN: Readonly<Record<string, readonly string[]>> = {
  ticket: ['desk', 'tickets', 'ticket-views', 'board', 'draft', 'due', 'invoices', 'invoice'],
  invoice: ['invoices'],
  visit: ['tickets', 'ticket-views', 'board', 'due'],
  contract: ['due', 'contracts', 'contract', 'contract-drafts', 'facts', 'plans', 'board', 'customers', 'tickets'],
  customer: ['customers', 'customer', 'tickets', 'releases', 'disputes'],
  site: ['sites', 'customers', 'tickets'],
  asset: ['assets', 'asset', 'contract', 'customers', 'tickets', 'invoices', 'invoice'],
  person: ['people', 'person'],
  complaint: ['services'],
  shift: ['desk', 'roster', 'duty', 'services'],
}

/** Does an answer show one of the changed subjects? Without any, everything may have changed. */
export function isTouched(key: QueryKey, subjects: readonly string[]): boolean {
  if (key[0] === 'session' || key[0] === 'welcome') return false
  if (subjects.length === 0) return true
  return subjects.some((subject) => {
    const [noun = '', id] = subject.split('/')
    return (key[0] === noun && key[1] === id) || (SHOWN_IN[noun] ?? []).includes(String(key[0]))
  })
}

export type Progress = { readonly done: number; readonly total: number }

/** How far the long work is that this person has begun; told, never asked for. */
export const progressQuery = queryOptions<Progress>({ queryKey: ['progress'], queryFn: skipToken })

/** A burst of changes is one question, not fifty: what came within this time is asked for together. */
const GATHER_MS = 120

function listen(client: QueryClient, setConnected: (connected: boolean) => void): () => void {
  const source = new EventSource('/api/live')
  let gathered: string[] | undefined
  const flush = (): void => {
    const subjects = gathered ?? []
    gathered = undefined
    void client.invalidateQueries({ predicate: ({ queryKey }) => isTouched(queryKey, subjects) })
  }
  const changed = (subjects: readonly string[]): void => {
    if (gathered === undefined) setTimeout(flush, GATHER_MS)
    // "Something" swallows what is named: it stands for everything.
    const everything = subjects.length === 0 || gathered?.length === 0
    gathered = everything ? [] : [...(gathered ?? []), ...subjects]
  }
  const all = (): void => void client.invalidateQueries()
  source.addEventListener('change', (event) => changed((JSON.parse(event.data) as LiveChange).subjects))
  source.addEventListener(
    'inbox',
    () => void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] === 'inbox' || queryKey[0] === 'session' }),
  )
  source.addEventListener(
    'people',
    () =>
      void client.invalidateQueries({
        predicate: ({ queryKey }) => ['people', 'person', 'session', 'roles', 'teams'].includes(String(queryKey[0])),
      }),
  )
  source.addEventListener(
    'plan',
    () => void client.invalidateQueries({ predicate: ({ queryKey }) => ['plans', 'plan'].includes(String(queryKey[0])) }),
  )
  source.addEventListener(
    'messages',
    () =>
      void client.invalidateQueries({
        predicate: ({ queryKey }) => ['messages', 'mail', 'services', 'tasks', 'board'].includes(String(queryKey[0])),
      }),
  )
  source.addEventListener('progress', (event) => client.setQueryData(progressQuery.queryKey, JSON.parse(event.data) as Progress))
  source.addEventListener('presence', (event) => hearPresence(client, JSON.parse(event.data) as PresenceEvent, Date.now()))
  source.addEventListener('holidays', all)
  source.addEventListener('clock', all)
  source.addEventListener('reset', all)
  source.addEventListener('open', () => setConnected(true))
  source.addEventListener('error', () => setConnected(false))
  return () => source.close()
}

function watchNetwork(changed: () => void): () => void {
  window.addEventListener('online', changed)
  window.addEventListener('offline', changed)
  return () => {
    window.removeEventListener('online', changed)
    window.removeEventListener('offline', changed)
  }
}

/** Keeps what is shown fresh while the page is open. False while the line is broken; the browser reconnects by itself. */
export function useLive(): boolean {
  const client = useQueryClient()
  const [connected, setConnected] = useState(true)
  const online = useSyncExternalStore(watchNetwork, () => navigator.onLine)
  useEffect(() => listen(client, setConnected), [client])
  return connected && online
}
