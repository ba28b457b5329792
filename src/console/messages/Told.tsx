import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Message } from '../../wire/messages.ts'
import { useMinute } from '../../ui/now.ts'
import { instantWords } from '../../ui/time.ts'
import { useWords } from '../../ui/words/say.ts'
import { messagesQuery } from '../api/queries.ts'
import { useMay, useZone } from '../session.ts'
import { More } from '../shell/More.tsx'
import { MessageDrawer } from './MessageDrawer.tsx'
import { MessageState } from './MessageState.tsx'
import './messages.css'

function Line({ message, open }: { readonly message: Message; readonly open: () => void }) {
  const { say, locale } = useWords()
  const zone = useZone()
  const now = useMinute()
  const how = [message.recipient, say(`message.channel.${message.channel}`), instantWords(message.at, now, { zone, locale })]
  return (
    <li>
      <button type="button" className="sheet-row told-row s13" onClick={open}>
        <span className="grow">
          {message.title}
          <span className="ink3 block">{how.join(' · ')}</span>
        </span>
        <MessageState message={message} />
      </button>
    </li>
  )
}

type ToldProps = { readonly of: { readonly ticket: string } | { readonly contract: string } }

/** What was told to whom about a ticket or a contract; nothing was told, no card. */
export function Told({ of }: ToldProps) {
  const { say } = useWords()
  const list = useInfiniteQuery({ ...messagesQuery({ ...of, limit: '10' }), enabled: useMay('message.read') })
  const [open, setOpen] = useState<string>()
  const messages = list.data?.pages.flatMap((page) => page.items) ?? []
  if (messages.length === 0) return null
  return (
    <section className="card place-card">
      <h2 className="label">{say('message.told')}</h2>
      <ul>
        {messages.map((one) => (
          <Line key={one.id} message={one} open={() => setOpen(one.id)} />
        ))}
      </ul>
      <More list={list} />
      {open !== undefined && <MessageDrawer id={open} show={setOpen} close={() => setOpen(undefined)} />}
    </section>
  )
}
