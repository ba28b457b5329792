import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import type { TicketDetail } from '../../wire/tickets.ts'
import type { Watching } from '../../wire/watching.ts'
import { Icon } from '../../ui/Icon.tsx'
import { useWords } from '../../ui/words/say.ts'
import { write } from '../api/call.ts'
import { ticketQuery } from '../api/queries.ts'
import { failureWords } from '../shell/Failure.tsx'
import { notify } from '../shell/notice.ts'

/** 关注: whoever follows a ticket is told in the inbox of what others do on it. */
export function Follow({ detail }: { readonly detail: TicketDetail }) {
  const { say } = useWords()
  const client = useQueryClient()
  const { ticket, watching } = detail
  const { mutate, isPending } = useMutation({
    mutationFn: () => write<Watching>('PUT', `/tickets/${ticket.id}/watch`, { watching: !watching }),
    onSuccess: (now) =>
      client.setQueryData(ticketQuery(ticket.id).queryKey, (before: TicketDetail | undefined) => before && { ...before, ...now }),
    onError: (error) => notify({ words: failureWords(error, say), tone: 'refused' }),
  })
  return (
    <Button size="small" icon={<Icon name="eye" size={14} />} aria-pressed={watching} loading={isPending} onClick={() => mutate()}>
      {say(watching ? 'watch.stop' : 'watch.start')}
    </Button>
  )
}
