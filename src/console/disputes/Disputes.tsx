import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Segmented } from 'antd'
import { useWords } from '../../ui/words/say.ts'
import { disputesQuery } from '../api/queries.ts'
import { SheetHead } from '../form/SheetHead.tsx'
import { Failure } from '../shell/Failure.tsx'
import { More } from '../shell/More.tsx'
import { DisputeLine } from './DisputeLine.tsx'
import './disputes.css'

/** 异议: those that run, or all of them. */
export function Disputes() {
  const { say } = useWords()
  const { state, contract } = useSearch({ from: '/room/disputes' })
  const navigate = useNavigate()
  const shown = state === 'all' ? 'all' : 'running'
  const list = useInfiniteQuery(disputesQuery({ ...(shown === 'running' ? { state: 'running' } : {}), contract }))
  const items = list.data?.pages.flatMap((page) => page.items) ?? []
  const kept = contract === undefined ? {} : { contract }
  return (
    <main className="sheet">
      <SheetHead title={say('dispute.list')}>
        <Segmented<'running' | 'all'>
          value={shown}
          options={[
            { value: 'running', label: say('dispute.running') },
            { value: 'all', label: say('dispute.all') },
          ]}
          onChange={(chosen) => void navigate({ to: '/disputes', search: { ...kept, state: chosen }, replace: true })}
        />
      </SheetHead>
      {list.error && !list.data && <Failure error={list.error} retry={() => void list.refetch()} />}
      {list.data && items.length === 0 && (
        <div className="empty">
          <p>{say(shown === 'running' ? 'dispute.none-running' : 'dispute.none')}</p>
        </div>
      )}
      <ul className="sheet-list">
        {items.map((one) => (
          <li key={one.id}>
            <DisputeLine dispute={one} />
          </li>
        ))}
      </ul>
      <More list={list} />
    </main>
  )
}

/** On the overview: disputes that wait for an answer or a decision; nothing at all when none does. */
export function RunningDisputes({ mine }: { readonly mine: 'yes' | undefined }) {
  const { say } = useWords()
  const list = useInfiniteQuery(disputesQuery({ state: 'running', mine, limit: '20' }))
  const items = list.data?.pages.flatMap((page) => page.items) ?? []
  if (items.length === 0) return null
  return (
    <section className="card place-card due-group">
      <h2 className="label">
        <Link to="/disputes" search={{}}>
          {say('dispute.waiting')}
        </Link>{' '}
        <span className="ink3">{`${items.length}${list.hasNextPage ? '+' : ''}`}</span>
      </h2>
      <ul>
        {items.map((one) => (
          <li key={one.id}>
            <DisputeLine dispute={one} />
          </li>
        ))}
      </ul>
      <More list={list} />
    </section>
  )
}
