import type { ExplainedObligation } from '../../wire/obligations.ts'
import type { TicketDetail } from '../../wire/tickets.ts'
import { useMinute } from '../../ui/now.ts'
import { useWords } from '../../ui/words/say.ts'
import { byDay } from './fact-view.ts'
import { FactLine } from './FactLine.tsx'

/** Which clocks a fact settled: their badges stand beside it. */
function settledBy(obligations: readonly ExplainedObligation[], fact: string): readonly ExplainedObligation[] {
  return obligations.filter(
    (one) =>
      (one.state === 'kept' || one.state === 'broken' || one.state === 'excused') &&
      one.fulfilledAt !== undefined &&
      one.evidence.includes(fact) &&
      one.why.anchor.fact !== fact,
  )
}

/** What happened, day by day, at the instants at which it happened. */
type TimelineProps = { readonly detail: TicketDetail; readonly pending: string | undefined; readonly readOnly?: boolean }

export function Timeline({ detail, pending, readOnly = false }: TimelineProps) {
  const { say, locale } = useWords()
  const now = useMinute()
  const days = byDay(detail.timeline, now, { zone: detail.zone, locale })
  return (
    <>
      {days.map((day) => (
        <section key={day.name}>
          <h3 className="day">{day.name}</h3>
          <ul>
            {day.facts.map((fact) => (
              <FactLine
                key={fact.id}
                fact={fact}
                readOnly={readOnly}
                zone={detail.zone}
                now={now}
                judged={settledBy(detail.obligations, fact.id)}
                reasons={detail.plan?.reasons ?? []}
              />
            ))}
          </ul>
        </section>
      ))}
      {pending !== undefined && (
        <div className="fact face-line pending" role="status">
          <span className="fact-time">{say('timeline.sending')}</span>
          <span className="fact-dot" />
          <div className="fact-body fact-text">{pending}</div>
        </div>
      )}
    </>
  )
}
