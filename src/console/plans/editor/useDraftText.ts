import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState, useSyncExternalStore } from 'react'
import type { PlanDraft } from '../../../wire/plans.ts'
import { call } from '../../api/call.ts'
import { problemOf } from '../../api/problem.ts'
import { planDraftQuery } from '../../api/queries.ts'
import { DraftKeeper } from './draft-keeper.ts'
import type { Kept } from './draft-keeper.ts'

type Sent = { readonly version: number; readonly text: string }

/** A reply that was lost on its way is no conflict: what stands is what was sent. */
async function whoseStands(id: string, text: string): Promise<Kept> {
  const theirs = await call<PlanDraft>('GET', `/plan-drafts/${id}`).catch(() => undefined)
  if (!theirs) return { state: 'unsent' }
  return theirs.yaml === text ? { state: 'kept', draft: theirs } : { state: 'parted', theirs }
}

async function send(id: string, { version, text }: Sent): Promise<Kept> {
  try {
    return { state: 'kept', draft: await call<PlanDraft>('PUT', `/plan-drafts/${id}`, { body: { version, yaml: text } }) }
  } catch (error) {
    const problem = problemOf(error)
    if (problem?.status === 404) return { state: 'gone' }
    return problem?.code === 'version.conflict' ? whoseStands(id, text) : { state: 'unsent' }
  }
}

/** A draft's text as one writes it, and how it is kept. */
export function useDraftText(draft: PlanDraft) {
  const client = useQueryClient()
  const [keeper] = useState(
    () =>
      new DraftKeeper(draft, {
        store: localStorage,
        send: async (id, sent) => {
          const kept = await send(id, sent)
          if (kept.state === 'kept') client.setQueryData(planDraftQuery(id).queryKey, kept.draft)
          return kept
        },
      }),
  )
  const shown = useSyncExternalStore(keeper.subscribe, keeper.shown)
  useEffect(() => {
    // what this browser still had of it goes to the server at once
    void keeper.keep()
    return keeper.leave
  }, [keeper])
  const { write, keep, settle, done } = keeper
  return { ...shown, write, keep, settle, done }
}
