import type { TicketDetail } from '../../wire/tickets.ts'
import { useWords } from '../../ui/words/say.ts'
import { ConsequenceLine } from '../consequences/Consequences.tsx'

/** What the rules of the plan have brought about on this ticket; what is missing or to be done is settled from here. */
export function TicketConsequences({ detail }: { readonly detail: TicketDetail }) {
  const { say } = useWords()
  if (detail.consequences.length === 0) return null
  return (
    <section className="card place-card ticket-consequences" aria-label={say('consequence.title')}>
      <h2 className="label">{say('consequence.title')}</h2>
      <ul>
        {detail.consequences.map((one) => (
          <ConsequenceLine key={one.id} one={one} zone={detail.zone} />
        ))}
      </ul>
    </section>
  )
}
