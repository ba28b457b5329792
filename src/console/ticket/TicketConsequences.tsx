import { useState } from 'react'
import type { TicketDetail } from '../../wire/tickets.ts'
import { useWords } from '../../ui/words/say.ts'
import { ConsequenceLine } from '../consequences/Consequences.tsx'
import { ServiceForm } from '../services/ServiceForm.tsx'
import { useMay } from '../session.ts'
import { groundOf } from './ground.ts'

/** What the rules of the plan have brought about on this ticket; a form that is missing is filled in from here. */
export function TicketConsequences({ detail }: { readonly detail: TicketDetail }) {
  const { say } = useWords()
  const mayRecord = useMay('service.record')
  const [form, setForm] = useState<string>()
  if (detail.consequences.length === 0) return null
  return (
    <section className="card place-card ticket-consequences" aria-label={say('consequence.title')}>
      <h2 className="label">{say('consequence.title')}</h2>
      <ul>
        {detail.consequences.map((one) => (
          <ConsequenceLine key={one.id} one={one} zone={detail.zone} fill={mayRecord ? setForm : undefined} />
        ))}
      </ul>
      {form !== undefined && (
        <ServiceForm key={form} ground={groundOf(detail)} type="form.filled" answers={{ form }} close={() => setForm(undefined)} />
      )}
    </section>
  )
}
