import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { AddPlanDraft, PlanDraft } from '../../wire/plans.ts'
import { useWords } from '../../ui/words/say.ts'
import { write } from '../api/call.ts'
import { planDraftQuery } from '../api/queries.ts'
import { failureWords } from '../shell/Failure.tsx'
import { notify } from '../shell/notice.ts'

/** Begins a working copy and goes to it. */
export function useBegin() {
  const { say } = useWords()
  const client = useQueryClient()
  const navigate = useNavigate()
  return useMutation({
    mutationFn: (from: AddPlanDraft) => write<PlanDraft>('POST', '/plan-drafts', from),
    onSuccess: async (draft) => {
      client.setQueryData(planDraftQuery(draft.id).queryKey, draft)
      void client.invalidateQueries({ queryKey: ['plan-drafts'] })
      await navigate({ to: '/plans/drafts/$id', params: { id: draft.id } })
    },
    onError: (error) => notify({ words: failureWords(error, say), tone: 'refused' }),
  })
}
