import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Segmented } from 'antd'
import type { InboxItem } from '../../wire/desk.ts'
import { ClockShape } from '../../ui/ClockShape.tsx'
import { useMinute } from '../../ui/now.ts'
import { instantWords } from '../../ui/time.ts'
import { useWords } from '../../ui/words/say.ts'
import { write } from '../api/call.ts'
import { inboxQuery } from '../api/queries.ts'
import { useZone } from '../session.ts'
import { Failure } from '../shell/Failure.tsx'
import { WaitingReleases } from '../releases/Releases.tsx'
import { More } from '../shell/More.tsx'
import { Notices } from './Notices.tsx'
import { useRead } from './useRead.ts'

function Item({ item }: { readonly item: InboxItem }) {
  const { say, locale } = useWords()
  const zone = useZone()
  const now = useMinute()
  const { mutate, isPending } = useRead((one: InboxItem) => write<InboxItem>('POST', `/inbox/${one.id}/acknowledge`))
  const at = (instant: number): string => instantWords(instant, now, { zone, locale })
  const tone = item.kind === 'escalate' ? 'broken' : item.kind === 'withdraw' ? 'cancelled' : 'open'
  return (
    <li className={`inbox-item ${item.acknowledgedAt === undefined ? 'unread' : ''}`}>
      <span className={`tone-${tone} toned`}>
        <ClockShape tone={tone} size={16} />
      </span>
      <div className="grow">
        <div>
          <b>{item.words}</b>
        </div>
        {item.text && <p className="song">{say('why.quoted', { text: item.text })}</p>}
        <div className="s13 ink2">
          {at(item.at)}{' '}
          {item.ticket && (
            <Link to="/tickets/$id" params={{ id: item.ticket.id }}>
              {item.ticket.number} {item.ticket.title}
            </Link>
          )}
          {item.contract && (
            <Link to="/board/$id" params={{ id: item.contract.id }} search={{ promise: item.promise }}>
              {item.contract.number}
            </Link>
          )}
        </div>
      </div>
      {item.acknowledgedAt === undefined ? (
        <Button loading={isPending} onClick={() => mutate(item)}>
          {say(item.kind === 'escalate' && item.ticket ? 'escalation.acknowledge' : 'inbox.acknowledge')}
        </Button>
      ) : (
        <span className="s13 ink3 nowrap">
          {say('inbox.acknowledged', { name: item.acknowledgedBy?.name ?? '', at: at(item.acknowledgedAt) })}
        </span>
      )}
    </li>
  )
}

/** 收件箱: what is one's own to keep, and what was escalated to one, once each, until it is acknowledged. */
export function Inbox() {
  const { say } = useWords()
  const { state } = useSearch({ from: '/room/inbox' })
  const navigate = useNavigate()
  const shown = state === 'all' ? 'all' : 'unread'
  const list = useInfiniteQuery(inboxQuery(shown))
  const items = list.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <main className="sheet">
      <header className="row sheet-head">
        <h1 className="grow">{say('inbox.title')}</h1>
        <Segmented<'unread' | 'all'>
          value={shown}
          options={[
            { value: 'unread', label: say('inbox.unread') },
            { value: 'all', label: say('inbox.all') },
          ]}
          onChange={(chosen) => void navigate({ to: '/inbox', search: { state: chosen }, replace: true })}
        />
      </header>
      <WaitingReleases quiet />
      <Notices state={shown} />
      {list.error && !list.data && <Failure error={list.error} retry={() => void list.refetch()} />}
      {list.data && items.length === 0 && (
        <div className="empty">
          <p>{say(shown === 'unread' ? 'inbox.none-unread' : 'inbox.none')}</p>
        </div>
      )}
      <ul className="sheet-list">
        {items.map((item) => (
          <Item key={item.id} item={item} />
        ))}
      </ul>
      <More list={list} />
    </main>
  )
}
