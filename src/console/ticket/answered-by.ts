import type { TicketDetail } from '../../wire/tickets.ts'

/** How one answers what came another way than people talk. */
const INSTEAD: Readonly<Record<string, string>> = { qr: 'portal', device: 'phone' }

type Came = {
  readonly ticket: Pick<TicketDetail['ticket'], 'channel'>
  readonly timeline: readonly Pick<TicketDetail['timeline'][number], 'type' | 'data' | 'voided'>[]
}

/** The customer is answered by the channel that they used last: that of their report, of the last report merged into it, or of what they wrote since. */
export function answeredBy({ ticket, timeline }: Came): string {
  const last = timeline.findLast(({ type, voided }) => (type === 'ticket.reported' || type === 'ticket.messaged') && !voided)
  const used = typeof last?.data.channel === 'string' ? last.data.channel : ticket.channel
  return INSTEAD[used] ?? used
}
