import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { BundledPlans } from '../../wire/plans.ts'
import { useWords } from '../../ui/words/say.ts'
import { write } from '../api/call.ts'
import { plansQuery } from '../api/queries.ts'
import { SheetHead } from '../form/SheetHead.tsx'
import { planVersion } from '../plan-version.ts'
import { useMay } from '../session.ts'
import { Failure, failureWords } from '../shell/Failure.tsx'
import { notify } from '../shell/notice.ts'
import { PlanDrafts } from './PlanDrafts.tsx'
import { StateTag } from './StateTag.tsx'
import './plans.css'

function useBundled() {
  const { say } = useWords()
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => write<BundledPlans>('POST', '/plans/bundled'),
    onSuccess: ({ items }) => {
      const count = (taken: string) => items.filter((one) => one.taken === taken).length
      const kept = items.filter((one) => one.taken === 'kept').map(({ ref }) => say('plan.bundled-kept', { ref }))
      const added = count('added') + count('replaced')
      notify({ words: say('plan.bundled-done', { added, unchanged: count('unchanged') }), ...(kept.length > 0 ? { details: kept } : {}) })
      return client.invalidateQueries({ queryKey: ['plans'] })
    },
    onError: (error) => notify({ words: failureWords(error, say), tone: 'refused' }),
  })
}

/** 方案: every version that the firm has, and the ways in for more. */
export function PlanList() {
  const { say } = useWords()
  const mayManage = useMay('plan.manage')
  const { data, error, refetch } = useQuery(plansQuery)
  const bundled = useBundled()
  const plans = data?.items ?? []
  return (
    <main className="sheet">
      <SheetHead title={say('room.plans')}>
        {mayManage && (
          <>
            <Button loading={bundled.isPending} onClick={() => bundled.mutate()}>
              {say('plan.load-bundled')}
            </Button>
            <Link to="/plans/new" className="button-primary">
              {say('plan-edit.new')}
            </Link>
          </>
        )}
      </SheetHead>
      {error && !data && <Failure error={error} retry={() => void refetch()} />}
      {data && plans.length === 0 && (
        <div className="empty">
          <p>{say('plan.none')}</p>
        </div>
      )}
      {mayManage && <PlanDrafts />}
      <ul className="sheet-list">
        {plans.map((plan) => (
          <li key={plan.ref}>
            <Link to="/plans/$ref" params={{ ref: plan.ref }} className="sheet-row">
              <span className="grow">
                <b>{plan.title}</b> <span className="s13 ink2">{say('plan.version', { version: planVersion(plan.ref) })}</span>
                <span className="s13 ink3 block">{plan.ref}</span>
              </span>
              <span className="s13 ink2">{say('plan.counts', { clauses: plan.clauses, contracts: plan.contracts })}</span>
              <StateTag state={plan.state} />
            </Link>
          </li>
        ))}
      </ul>
    </main>
  )
}
