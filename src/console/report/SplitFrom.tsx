import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import type { TicketDetail } from '../../wire/tickets.ts'
import { Icon } from '../../ui/Icon.tsx'
import { useMinute } from '../../ui/now.ts'
import { instantWords } from '../../ui/time.ts'
import { useWords } from '../../ui/words/say.ts'
import { ticketQuery } from '../api/queries.ts'
import { CHANNELS } from '../../core/ticket/forms.ts'
import type { Report } from './report.ts'

const optionOf = (one: { readonly id: string; readonly name: string } | undefined) => one && { value: one.id, label: one.name }

/** Whose it is, where and how it came are those of the ticket that it was told with; the matter itself is written anew. */
function withOrigin(report: Report, { ticket, contact }: TicketDetail): Report {
  const { contract, grade, customerGrade } = ticket
  return {
    ...report,
    splitFrom: ticket.id,
    channel: CHANNELS.find((one) => one === ticket.channel) ?? report.channel,
    customer: optionOf(ticket.customer),
    asset: optionOf(ticket.asset),
    site: ticket.site?.id,
    contract: contract && { value: contract.id, label: `${contract.number} ${contract.title}` },
    grade: grade?.id,
    customerGrade: customerGrade?.id,
    contactName: contact?.name ?? '',
  }
}

/** The ticket that the new one is split off from, where the address names one; the form begins with what both have in common. */
export function useOrigin(set: (change: (before: Report) => Report) => void): TicketDetail | undefined {
  const { splitFrom } = useSearch({ from: '/room/tickets/new' })
  const origin = useQuery({ ...ticketQuery(splitFrom ?? ''), enabled: splitFrom !== undefined, staleTime: Infinity }).data
  useEffect(() => {
    if (origin) set((before) => withOrigin(before, origin))
  }, [origin, set])
  return origin
}

export function SplitFrom({ origin }: { readonly origin: TicketDetail }) {
  const { say, locale } = useWords()
  const now = useMinute()
  const { ticket, zone } = origin
  return (
    <p className="card split-from" role="status">
      <Icon name="link" />
      <span className="grow">
        {say('tie.splitting')}{' '}
        <Link to="/tickets/$id" params={{ id: ticket.id }}>
          {ticket.number} {ticket.title}
        </Link>
        <span className="block s13 ink2">{say('tie.split-counts', { at: instantWords(ticket.reportedAt, now, { zone, locale }) })}</span>
      </span>
    </p>
  )
}
