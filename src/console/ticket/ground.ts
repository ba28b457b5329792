import type { TicketDetail } from '../../wire/tickets.ts'
import type { ServiceGround } from '../services/ServiceForm.tsx'

/** What is done for a ticket beside its own steps: loaners, parts, returns, callbacks. */
export function groundOf({ ticket }: TicketDetail): ServiceGround {
  const { asset } = ticket
  return { ticket: ticket.id, contract: ticket.contract?.id, devices: asset ? [asset] : [] }
}
