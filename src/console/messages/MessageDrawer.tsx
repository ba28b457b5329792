import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Drawer } from 'antd'
import { useState } from 'react'
import type { LogLine, MessageDetail } from '../../wire/messages.ts'
import { fullWords } from '../../ui/time.ts'
import { useWords } from '../../ui/words/say.ts'
import { write } from '../api/call.ts'
import { messageQuery } from '../api/queries.ts'
import { RecordForm } from '../form/RecordForm.tsx'
import { useIsPhone } from '../phone.ts'
import { useMay, useZone } from '../session.ts'
import { Failure, failureWords } from '../shell/Failure.tsx'
import { notify } from '../shell/notice.ts'
import { MessageState } from './MessageState.tsx'
import './messages.css'

type DrawerProps = { readonly id: string; readonly show: (id: string) => void; readonly close: () => void }

function useResend(id: string) {
  const { say } = useWords()
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => write<MessageDetail>('POST', `/messages/${id}/resend`),
    onSuccess: ({ recipient }) => {
      notify({ words: say('message.sent-again', { name: recipient }) })
      return client.invalidateQueries({ predicate: ({ queryKey }) => ['messages', 'mail'].includes(String(queryKey[0])) })
    },
    onError: (error) => notify({ words: failureWords(error, say), tone: 'refused' }),
  })
}

function Line({ line }: { readonly line: LogLine }) {
  const { say, locale } = useWords()
  const zone = useZone()
  return (
    <li className="message-line s13">
      <time className="ink3 nowrap" dateTime={new Date(line.at).toISOString()}>
        {fullWords(line.at, { zone, locale })}
      </time>
      <span className="grow">
        {say(`message.event.${line.event}`)}
        {line.detail !== undefined && line.event !== 'recorded' && line.event !== 'handed' && (
          <span className="ink2 block">{line.detail}</span>
        )}
      </span>
    </li>
  )
}

function About({ message }: { readonly message: MessageDetail }) {
  const { say, locale } = useWords()
  const zone = useZone()
  const { ticket, contract } = message
  return (
    <dl className="pairs">
      <dt>{say('message.whom')}</dt>
      <dd>{[message.recipient, message.address].filter(Boolean).join(' · ')}</dd>
      <dt>{say('message.channel')}</dt>
      <dd>{say(`message.channel.${message.channel}`)}</dd>
      <dt>{say('message.kind')}</dt>
      <dd>{say(`message.kind.${message.kind}`)}</dd>
      {(ticket || contract) && <dt>{say('message.about')}</dt>}
      {ticket && (
        <dd>
          <Link to="/tickets/$id" params={{ id: ticket.id }}>
            {ticket.number}
          </Link>
        </dd>
      )}
      {!ticket && contract && (
        <dd>
          <Link to="/contracts/$id" params={{ id: contract.id }}>
            {contract.number}
          </Link>
        </dd>
      )}
      {message.nextTryAt !== undefined && (
        <>
          <dt>{say('message.next-try')}</dt>
          <dd>{fullWords(message.nextTryAt, { zone, locale })}</dd>
        </>
      )}
      {message.messageId && (
        <>
          <dt>Message-ID</dt>
          <dd className="mono message-id">{message.messageId}</dd>
        </>
      )}
    </dl>
  )
}

function Related({ message, show }: { readonly message: MessageDetail; readonly show: (id: string) => void }) {
  const { say } = useWords()
  const { corrects, correctedBy } = message
  return (
    <>
      {corrects && (
        <p className="s13">
          {say('message.corrects')}{' '}
          <button type="button" className="link" onClick={() => show(corrects.id)}>
            {corrects.title}
          </button>
        </p>
      )}
      {correctedBy && (
        <p className="s13">
          {say('message.corrected-by')}{' '}
          <button type="button" className="link" onClick={() => show(correctedBy.id)}>
            {correctedBy.title}
          </button>
        </p>
      )}
    </>
  )
}

/** 登记退回 of a mail that came back after it had been taken. */
function CameBack({ id, close }: Pick<DrawerProps, 'id' | 'close'>) {
  const { say } = useWords()
  return (
    <RecordForm
      title={say('message.bounce')}
      fields={[{ id: 'reason', label: say('message.bounce-reason'), hint: say('message.bounce-hint'), kind: 'prose', required: true }]}
      method="POST"
      path={`/messages/${id}/bounce`}
      act={say('message.bounce')}
      saved={() => notify({ words: say('message.bounce-done') })}
      close={close}
    />
  )
}

/** One message as it was sent, and 投递记录. */
export function MessageDrawer({ id, show, close }: DrawerProps) {
  const { say } = useWords()
  const phone = useIsPhone()
  const maySend = useMay('message.send')
  const { data: message, error, refetch } = useQuery(messageQuery(id))
  const { mutate, isPending } = useResend(id)
  const [bouncing, setBouncing] = useState(false)
  const dead = message?.state === 'failed' || message?.state === 'bounced'
  return (
    <Drawer open title={say('message.one')} onClose={close} placement={phone ? 'bottom' : 'right'} size={phone ? '85%' : 520}>
      {error && !message && <Failure error={error} retry={() => void refetch()} />}
      {message && (
        <div className="stack">
          <div className="row">
            <MessageState message={message} />
            {message.state === 'failed' && <span className="s13 ink2 grow">{say('message.failed-explained')}</span>}
          </div>
          {dead && maySend && (
            <div>
              <Button type="primary" loading={isPending} onClick={() => mutate()}>
                {say('message.resend')}
              </Button>
            </div>
          )}
          {message.channel === 'mail' && message.state === 'accepted' && maySend && (
            <div>
              <Button onClick={() => setBouncing(true)}>{say('message.bounce')}</Button>
            </div>
          )}
          <About message={message} />
          <Related message={message} show={show} />
          <section>
            <h2 className="label">{say('message.as-sent')}</h2>
            <div className="card message-paper">
              <b>{message.title}</b>
              <p className="message-body">{message.body}</p>
            </div>
          </section>
          <section>
            <h2 className="label">{say('message.log')}</h2>
            <ul>
              {message.log.map((line, index) => (
                <Line key={index} line={line} />
              ))}
            </ul>
          </section>
        </div>
      )}
      {bouncing && <CameBack id={id} close={() => setBouncing(false)} />}
    </Drawer>
  )
}
