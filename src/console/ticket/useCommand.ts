import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { TicketChanged } from '../../wire/ticket-commands.ts'
import type { TicketDetail } from '../../wire/tickets.ts'
import { useWords } from '../../ui/words/say.ts'
import { write } from '../api/call.ts'
import { ticketQuery } from '../api/queries.ts'
import { notify } from '../shell/notice.ts'

export type CommandCall = { readonly command: string; readonly body: Record<string, unknown> }

/** State and clocks as the answer gives them, before the page is read again. */
export function withChange(detail: TicketDetail, changed: TicketChanged): TicketDetail {
  return { ...detail, ticket: { ...detail.ticket, state: changed.state, version: changed.version, clocks: changed.clocks } }
}

/** One command on a ticket. What the facts contradict is said at once: they are recorded all the same. */
export function useCommand(id: string) {
  const client = useQueryClient()
  const { say, name } = useWords()
  return useMutation({
    mutationFn: ({ command, body }: CommandCall) => write<TicketChanged>('POST', `/tickets/${id}/${command}`, body),
    onSuccess: (changed, { command }) => {
      const key = ticketQuery(id).queryKey
      client.setQueryData(key, (detail: TicketDetail | undefined) => detail && withChange(detail, changed))
      notify({
        words: say('command.done', { command: name('command', command) }),
        ...(changed.conflicts.length > 0 ? { details: [say('command.conflict')] } : {}),
      })
      return client.invalidateQueries({ predicate: ({ queryKey }) => ['ticket', 'tickets', 'ticket-views'].includes(String(queryKey[0])) })
    },
  })
}
