import { useQuery } from '@tanstack/react-query'
import { ClockBadge } from '../../ui/ClockBadge.tsx'
import { useWords } from '../../ui/words/say.ts'
import { asCustomerQuery } from '../api/queries.ts'
import { Failure } from '../shell/Failure.tsx'
import { Timeline } from './Timeline.tsx'

/** 客户视角: what the customer's own people are shown of this ticket, as the server gives it to them, and nothing beside it. */
export function CustomerView({ id }: { readonly id: string }) {
  const { say, name } = useWords()
  const seen = useQuery(asCustomerQuery(id))
  if (seen.error && !seen.data) return <Failure error={seen.error} retry={() => void seen.refetch()} />
  if (!seen.data) return <div className="skeleton customer-skeleton" />
  const { ticket, obligations, zone } = seen.data
  return (
    <section aria-label={say('customer-view.title')}>
      <div className="customer-view">
        <p className="s13 ink2">{say('customer-view.hint')}</p>
        <div className="row customer-clocks">
          <span className="tag">{name('phase', ticket.state)}</span>
          {obligations.map((clock) => (
            <ClockBadge key={clock.id} clock={clock} zone={zone} />
          ))}
        </div>
      </div>
      <Timeline detail={seen.data} pending={undefined} readOnly />
    </section>
  )
}
