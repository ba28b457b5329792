import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { PlanDifferences } from '../../../wire/plans.ts'
import { useWords } from '../../../ui/words/say.ts'
import { call } from '../../api/call.ts'
import { failureWords } from '../../shell/Failure.tsx'
import type { Checked } from './useChecked.ts'
import { DifferenceList } from '../DifferenceList.tsx'

type TextDifferencesProps = { readonly yaml: string; readonly base: string; readonly checked: Checked }

/** What the text promises otherwise than the version from which it began, in words. */
export function TextDifferences({ yaml, base, checked }: TextDifferencesProps) {
  const { say } = useWords()
  const readable = checked.fresh && checked.answer?.asks !== undefined
  const { data, error } = useQuery({
    queryKey: ['plan-differences', yaml, base],
    queryFn: ({ signal }) => call<PlanDifferences>('POST', '/plans/differences', { body: { yaml, other: base }, signal }),
    enabled: readable,
    placeholderData: keepPreviousData,
    gcTime: 0,
  })
  if (error && readable) return <p className="refused">{failureWords(error, say)}</p>
  if (!data) return <p className="s13 ink3">{say('plan-edit.differences-later')}</p>
  return <DifferenceList words={data.words} />
}
