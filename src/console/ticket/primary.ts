import type { TicketDetail } from '../../wire/tickets.ts'

type Standing = {
  readonly ticket: Pick<TicketDetail['ticket'], 'state' | 'assignee'>
  readonly timeline: readonly Pick<TicketDetail['timeline'][number], 'type' | 'voided'>[]
  readonly actions: TicketDetail['actions']
}

/** What a visit waits for: an arrival, then that it is done. */
function visitCommands(timeline: Standing['timeline']): readonly string[] {
  const last = timeline.findLast(
    ({ type, voided }) => !voided && (type === 'visit.needed' || type === 'visit.arrived' || type === 'visit.done'),
  )
  if (last?.type === 'visit.needed') return ['arrive']
  return last?.type === 'visit.arrived' ? ['finish-visit', 'restore'] : []
}

/** Commands in the order in which the work of this moment wants them. */
function wanted({ ticket, timeline }: Standing): readonly string[] {
  const replied = timeline.some(({ type, voided }) => type === 'ticket.replied' && !voided)
  switch (ticket.state) {
    case 'reported':
    case 'reopened':
      return replied ? ['accept', 'assign'] : ['reply', 'accept']
    case 'accepted':
    case 'working':
      return [...visitCommands(timeline), ...(replied ? [] : ['reply']), ...(ticket.assignee ? [] : ['assign']), 'restore', 'answer']
    case 'restored':
      return ['confirm', 'close']
    case 'confirmed':
      return ['close']
    default:
      return ['reopen']
  }
}

/** The one primary button of the page: the first thing wanted that this person may do now. */
export function primaryCommand(standing: Standing): string | undefined {
  const allowed = new Set(standing.actions.filter((action) => action.allowed).map((action) => action.command))
  return wanted(standing).find((command) => allowed.has(command))
}
