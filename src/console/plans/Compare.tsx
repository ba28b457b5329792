import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import type { PlanDetail } from '../../wire/plans.ts'
import { useWords } from '../../ui/words/say.ts'
import { differencesQuery, plansQuery } from '../api/queries.ts'
import { Failure } from '../shell/Failure.tsx'
import { DifferenceList } from './DifferenceList.tsx'

function Differences({ plan, other }: { readonly plan: string; readonly other: string }) {
  const { data, error, refetch } = useQuery(differencesQuery(plan, other))
  if (error) return <Failure error={error} retry={() => void refetch()} />
  if (!data) return <div className="skeleton" />
  return <DifferenceList words={data.words} />
}

/** What this version promises otherwise than another plan; at first the version before it, where there is one. */
export function Compare({ plan }: { readonly plan: PlanDetail }) {
  const { say } = useWords()
  const plans = useQuery(plansQuery).data?.items ?? []
  const [chosen, choose] = useState<string>()
  const before = plan.versions.find(({ version }) => version < plan.version)?.ref
  const other = chosen ?? before
  const options = plans
    .filter(({ ref }) => ref !== plan.ref)
    .map(({ ref, title, version }) => ({ value: ref, label: `${title} ${say('plan.version', { version })}` }))
  if (options.length === 0) return null
  return (
    <section className="card place-card">
      <h2 className="label">{say('plan.compare')}</h2>
      <Select
        className="compare-with"
        value={other}
        onChange={choose}
        options={options}
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={say('plan.compare-choose')}
        aria-label={say('plan.compare')}
      />
      {other !== undefined && <Differences plan={plan.ref} other={other} />}
    </section>
  )
}
