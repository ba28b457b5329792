import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { PlanDraft, PlanDraftRow } from '../../wire/plans.ts'
import { useMinute } from '../../ui/now.ts'
import { instantWords } from '../../ui/time.ts'
import { useWords } from '../../ui/words/say.ts'
import { call, write } from '../api/call.ts'
import { planDraftsQuery } from '../api/queries.ts'
import { useZone } from '../session.ts'
import { failureWords } from '../shell/Failure.tsx'
import { More } from '../shell/More.tsx'
import { notify } from '../shell/notice.ts'

/** Thrown away at once; for eight seconds the same text can be begun again. */
function useDrop() {
  const { say } = useWords()
  const client = useQueryClient()
  const again = () => client.invalidateQueries({ queryKey: ['plan-drafts'] })
  return useMutation({
    mutationFn: async ({ id }: PlanDraftRow) => {
      const draft = await call<PlanDraft>('GET', `/plan-drafts/${id}`)
      await write('DELETE', `/plan-drafts/${id}`)
      return draft
    },
    onSuccess: ({ yaml, base }) => {
      const undo = () => void write('POST', '/plan-drafts', { yaml, ...(base === undefined ? {} : { base }) }).then(again)
      notify({ words: say('plan-edit.dropped'), undo: { words: say('plan-edit.undo'), act: undo } })
      return again()
    },
    onError: (error) => notify({ words: failureWords(error, say), tone: 'refused' }),
  })
}

/** Working copies of the whole desk, the last touched first. */
export function PlanDrafts() {
  const { say, locale } = useWords()
  const zone = useZone()
  const now = useMinute()
  const drop = useDrop()
  const drafts = useInfiniteQuery(planDraftsQuery)
  const rows = drafts.data?.pages.flatMap((page) => page.items) ?? []
  if (rows.length === 0) return null
  return (
    <section className="card place-card">
      <h2 className="label">{say('plan-edit.drafts')}</h2>
      <ul>
        {rows.map((draft) => (
          <li key={draft.id} className="row draft-row">
            <Link to="/plans/drafts/$id" params={{ id: draft.id }} className="sheet-row grow">
              <span className="grow">
                <b>{draft.title || say('plan-edit.untitled')}</b> <span className="s13 ink2">{draft.base}</span>
              </span>
              <span className="s13 ink3">
                {say('contract.draft-by', { name: draft.by.name })} · {instantWords(draft.changedAt, now, { zone, locale })}
              </span>
            </Link>
            <Button type="text" size="small" loading={drop.isPending && drop.variables.id === draft.id} onClick={() => drop.mutate(draft)}>
              {say('contract.drop-draft')}
            </Button>
          </li>
        ))}
      </ul>
      <More list={drafts} />
    </section>
  )
}
