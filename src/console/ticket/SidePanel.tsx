import type { TicketDetail } from '../../wire/tickets.ts'
import { useMinute } from '../../ui/now.ts'
import { instantWords } from '../../ui/time.ts'
import { useWords } from '../../ui/words/say.ts'
import { Leads } from '../contracts/Leads.tsx'
import { Told } from '../messages/Told.tsx'
import { TicketInvoices } from '../invoices/TicketInvoices.tsx'
import { Services } from '../services/Services.tsx'
import { DeviceDocuments } from './DeviceDocuments.tsx'
import { groundOf } from './ground.ts'
import type { RunCommand } from './run.ts'
import { TicketAlike } from './TicketAlike.tsx'

/** What would follow if the open clocks broke: when, and to whom. */
function Escalations({ detail }: { readonly detail: TicketDetail }) {
  const { say, locale } = useWords()
  const now = useMinute()
  if (detail.escalations.length === 0) return null
  return (
    <section className="side-section">
      <h3 className="label">{say('side.escalations')}</h3>
      <ul className="s13">
        {detail.escalations.map((one) => (
          <li key={`${one.promise} ${one.at} ${one.to}`}>
            <span className="ink3">{instantWords(one.at, now, { zone: detail.zone, locale, ends: true })}</span>{' '}
            {say('side.escalates', { title: one.title, to: one.toName })}
          </li>
        ))}
      </ul>
    </section>
  )
}

function People({ detail }: { readonly detail: TicketDetail }) {
  const { say } = useWords()
  const { assignee, team } = detail.ticket
  return (
    <section className="side-section">
      <h3 className="label">{say('side.people')}</h3>
      <ul className="s13">
        <li>{assignee ? say('side.assignee', { name: assignee.name }) : say('side.nobody')}</li>
        {team && <li>{say('side.team', { name: team.name })}</li>}
        {detail.people.map((one) => (
          <li key={one.role + one.person.id}>
            {one.roleName} {one.person.name}
          </li>
        ))}
        {detail.watchers.length > 0 && (
          <li>{say('side.watchers', { names: detail.watchers.map(({ name }) => name).join(say('list.and')) })}</li>
        )}
      </ul>
    </section>
  )
}

export function SidePanel({ detail, run }: { readonly detail: TicketDetail; readonly run: RunCommand }) {
  return (
    <>
      <TicketAlike detail={detail} run={run} />
      <Escalations detail={detail} />
      <People detail={detail} />
      {detail.leading && <Leads leading={detail.leading} zone={detail.zone} />}
      <DeviceDocuments detail={detail} />
      <TicketInvoices ticket={detail.ticket.id} contract={detail.ticket.contract?.id} />
      <Services ground={groundOf(detail)} />
      <Told of={{ ticket: detail.ticket.id }} />
    </>
  )
}
