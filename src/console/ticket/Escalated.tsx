import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { Acknowledged, Escalated as Escalation } from '../../wire/escalations.ts'
import type { TicketDetail } from '../../wire/tickets.ts'
import { ClockShape } from '../../ui/ClockShape.tsx'
import { useMinute } from '../../ui/now.ts'
import { instantWords } from '../../ui/time.ts'
import { useWords } from '../../ui/words/say.ts'
import { write } from '../api/call.ts'
import { escalationsQuery, ticketQuery } from '../api/queries.ts'
import { failureWords } from '../shell/Failure.tsx'
import { notify } from '../shell/notice.ts'
import './escalated.css'

type Words = Pick<ReturnType<typeof useWords>, 'say'> & { readonly at: (instant: number) => string }

export function standing({ state, by, at, nextAt, nextRole, toldAt }: Escalation, { say, at: words }: Words): string {
  if (state === 'acknowledged') return say('escalation.acknowledged', { name: by?.name ?? '', at: words(at ?? toldAt) })
  if (state === 'ended') return say('escalation.ended', { at: words(at ?? toldAt) })
  return nextAt === undefined || nextRole === undefined
    ? say('escalation.last')
    : say('escalation.next', { at: words(nextAt), role: nextRole })
}

type LineProps = { readonly one: Escalation; readonly ticket: string; readonly zone: string; readonly about?: ReactNode }

export function EscalationLine({ one, ticket, zone, about }: LineProps) {
  const { say, locale } = useWords()
  const now = useMinute()
  const client = useQueryClient()
  const { mutate, isPending } = useMutation({
    mutationFn: () => write<Acknowledged>('POST', `/escalations/${one.id}/acknowledge`),
    onSuccess: () => notify({ words: say('escalation.done') }),
    onError: (error) => notify({ words: failureWords(error, say), tone: 'refused' }),
    onSettled: () => {
      void client.invalidateQueries({ queryKey: escalationsQuery.queryKey })
      return client.invalidateQueries({ queryKey: ticketQuery(ticket).queryKey })
    },
  })
  const at = (instant: number): string => instantWords(instant, now, { zone, locale })
  const people = one.told.map(({ name }) => name).join(say('list.and'))
  const tone = one.state === 'waiting' ? 'broken' : 'cancelled'
  return (
    <li className="row escalated-line">
      <span className={`tone-${tone} toned`}>
        <ClockShape tone={tone} size={16} />
      </span>
      <div className="grow">
        <b>{one.title}</b> {about}
        <div className="s13 ink2">
          {say(one.told.length === 0 ? 'escalation.told-nobody' : 'escalation.told', { role: one.role, at: at(one.toldAt), people })}
          {' · '}
          {standing(one, { say, at })}
        </div>
      </div>
      {one.mine && (
        <Button type={about === undefined ? 'primary' : 'default'} loading={isPending} onClick={() => mutate()}>
          {say('escalation.acknowledge')}
        </Button>
      )}
    </li>
  )
}

/** 升级: who was told of a broken clock, who has acknowledged it, and who is told next if nobody does. */
export function Escalated({ detail }: { readonly detail: TicketDetail }) {
  const { say } = useWords()
  const { escalated, ticket, zone } = detail
  if (escalated.length === 0) return null
  return (
    <section className="card place-card escalated" aria-label={say('escalation.title')}>
      <h2 className="label">{say('escalation.title')}</h2>
      <ul>
        {escalated.map((one) => (
          <EscalationLine key={one.id} one={one} ticket={ticket.id} zone={zone} />
        ))}
      </ul>
    </section>
  )
}
