import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { CheckedPlan } from '../../../wire/plans.ts'
import { call } from '../../api/call.ts'

const REST_MS = 350

export type Checked = {
  readonly answer: CheckedPlan | undefined
  /** the answer is about the text as it stands */
  readonly fresh: boolean
  readonly at: number | undefined
  readonly error: unknown
  readonly now: () => void
}

/** The clauses of the newest text that was YAML: they stand while one writes a line that is not yet. */
function useLastOutline(answer: CheckedPlan | undefined): CheckedPlan | undefined {
  const [last, keep] = useState<CheckedPlan['clauses']>()
  const [seen, see] = useState(answer)
  if (seen !== answer) {
    see(answer)
    if (answer?.clauses) keep(answer.clauses)
  }
  return answer && !answer.clauses && last ? { ...answer, clauses: last } : answer
}

/** Examined while somebody writes, the newest text last and its answer alone shown; nothing is stored by it. */
export function useChecked(text: string): Checked {
  const client = useQueryClient()
  const [settled, settle] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => settle(text), REST_MS)
    return () => clearTimeout(timer)
  }, [text])
  const key = ['plan-check', settled]
  const checked = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => call<CheckedPlan>('POST', '/plans/check', { body: { yaml: settled }, signal }),
    enabled: settled.trim() !== '',
    placeholderData: keepPreviousData,
    gcTime: 0,
    staleTime: Infinity,
  })
  const answer = useLastOutline(text.trim() === '' ? undefined : checked.data)
  const now = (): void => {
    settle(text)
    if (text === settled) void client.invalidateQueries({ queryKey: key })
  }
  const fresh = settled === text && !checked.isFetching && !checked.isPlaceholderData && !checked.error
  return { answer, fresh, at: checked.dataUpdatedAt || undefined, error: checked.error, now }
}
