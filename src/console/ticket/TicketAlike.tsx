import { useQuery } from '@tanstack/react-query'
import type { TicketDetail } from '../../wire/tickets.ts'
import { alikeQuery } from '../api/queries.ts'
import { Duplicates, SolvedCases } from './AlikeList.tsx'
import type { RunCommand } from './run.ts'

const OVER = ['closed', 'cancelled', 'merged']

/** What its report said: by that it is held against others. */
function wordsOf({ ticket, timeline }: TicketDetail): string {
  const report = timeline.find(({ type, from }) => type === 'ticket.reported' && from === undefined)
  return [ticket.title, report?.texts.description, report?.texts['values.symptom']].filter(Boolean).join(' ').slice(0, 500)
}

/** Beside a ticket: what may be the same, to be merged or linked on the spot, and how the like was put right. */
export function TicketAlike({ detail, run }: { readonly detail: TicketDetail; readonly run: RunCommand }) {
  const { ticket, ties, zone } = detail
  const found = useQuery({
    ...alikeQuery({ customer: ticket.customer?.id ?? '', asset: ticket.asset?.id, words: wordsOf(detail), ticket: ticket.id }),
    enabled: ticket.customer !== undefined,
  }).data
  if (!found) return null
  const may = (['merge', 'relate'] as const).filter((name) => detail.actions.some((one) => one.command === name && one.allowed))
  const tied = new Set(ties.map((tie) => tie.ticket.id))
  const duplicates = OVER.includes(ticket.state) ? [] : found.duplicates.filter(({ id }) => !tied.has(id))
  return (
    <>
      <Duplicates duplicates={duplicates} zone={zone} may={may} run={run} />
      <SolvedCases cases={found.cases} zone={zone} />
    </>
  )
}
