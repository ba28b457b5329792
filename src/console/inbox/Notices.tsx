import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { Notice } from '../../wire/watching.ts'
import { Icon } from '../../ui/Icon.tsx'
import { useMinute } from '../../ui/now.ts'
import { instantWords } from '../../ui/time.ts'
import { useWords } from '../../ui/words/say.ts'
import { write } from '../api/call.ts'
import { noticesQuery } from '../api/queries.ts'
import { useZone } from '../session.ts'
import { More } from '../shell/More.tsx'
import { useRead } from './useRead.ts'

function Line({ one }: { readonly one: Notice }) {
  const { say, locale } = useWords()
  const zone = useZone()
  const now = useMinute()
  const { mutate, isPending } = useRead((ticket: string) => write('PUT', `/notices/${ticket}/read`))
  const who = one.by?.name ?? ''
  return (
    <li className={`inbox-item ${one.readAt === undefined ? 'unread' : ''}`}>
      <Icon name={one.why === 'mention' ? 'user' : 'eye'} />
      <div className="grow">
        <div>
          <b>{one.why === 'mention' ? say('watch.mentioned', { name: who }) : say('watch.happened', { name: who, words: one.words })}</b>
        </div>
        {one.text && <p className="fact-text">{one.text}</p>}
        <div className="s13 ink2">
          {instantWords(one.at, now, { zone, locale })}{' '}
          <Link to="/tickets/$id" params={{ id: one.ticket.id }}>
            {one.ticket.number} {one.ticket.title}
          </Link>
        </div>
      </div>
      {one.readAt === undefined && (
        <Button loading={isPending} onClick={() => mutate(one.ticket.id)}>
          {say('watch.read')}
        </Button>
      )}
    </li>
  )
}

/** 关注与提到: what others did on tickets that one follows, and notes that name one. */
export function Notices({ state }: { readonly state: 'unread' | 'all' }) {
  const { say } = useWords()
  const list = useInfiniteQuery(noticesQuery(state))
  const items = list.data?.pages.flatMap((page) => page.items) ?? []
  if (items.length === 0) return null
  return (
    <section aria-label={say('watch.title')}>
      <h2 className="label">{say('watch.title')}</h2>
      <ul className="sheet-list">
        {items.map((one) => (
          <Line key={one.id} one={one} />
        ))}
      </ul>
      <More list={list} />
    </section>
  )
}
