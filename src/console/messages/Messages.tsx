import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Select } from 'antd'
import { useState } from 'react'
import { MESSAGE_CHANNELS, MESSAGE_KINDS, MESSAGE_STATES } from '../../core/message/kinds.ts'
import type { MailStanding, Message } from '../../wire/messages.ts'
import type { Person } from '../../wire/parties.ts'
import { useMinute } from '../../ui/now.ts'
import { instantWords } from '../../ui/time.ts'
import { useWords } from '../../ui/words/say.ts'
import { mailQuery, messagesQuery, personQuery } from '../api/queries.ts'
import { Finder } from '../form/Finder.tsx'
import { useZone } from '../session.ts'
import { SettingsHead } from '../settings/SettingsHead.tsx'
import { Failure } from '../shell/Failure.tsx'
import { More } from '../shell/More.tsx'
import type { MessageSearch } from '../search.ts'
import { MessageDrawer } from './MessageDrawer.tsx'
import { MessageState } from './MessageState.tsx'
import '../settings/settings.css'
import './messages.css'

/** Whether mails leave at all; if not, what has to be set. */
export function MailOff({ missing }: { readonly missing: readonly string[] }) {
  const { say } = useWords()
  return (
    <p role="status" className="late-questions s13 mail-off">
      {say('mail.off', { settings: missing.join(say('list.and')) })}
    </p>
  )
}

function Standing({ mail }: { readonly mail: MailStanding }) {
  const { say } = useWords()
  if (!mail.on) return <MailOff missing={mail.missing} />
  return <p className="s13 ink2 mail-standing">{say('mail.on', { from: mail.from ?? '', waiting: mail.waiting, failed: mail.failed })}</p>
}

function useFilters() {
  const search = useSearch({ from: '/room/settings/messages' })
  const navigate = useNavigate()
  const change = (part: Partial<Record<keyof MessageSearch, string | undefined>>): void => {
    const merged = Object.entries({ ...search, ...part }).filter(([, value]) => value !== undefined)
    void navigate({ to: '/settings/messages', search: Object.fromEntries(merged) as MessageSearch, replace: true })
  }
  return { search, change }
}

type ChoiceProps = {
  readonly name: 'state' | 'channel' | 'kind'
  readonly values: readonly string[]
}

function Choice({ name, values }: ChoiceProps) {
  const { say } = useWords()
  const { search, change } = useFilters()
  return (
    <Select
      className="message-filter"
      allowClear
      value={search[name]}
      placeholder={say(`message.any-${name}`)}
      aria-label={say(`message.any-${name}`)}
      options={values.map((one) => ({ value: one, label: say(`message.${name}.${one}` as Parameters<typeof say>[0]) }))}
      onChange={(value: string | undefined) => change({ [name]: value })}
    />
  )
}

function Filters() {
  const { say } = useWords()
  const { search, change } = useFilters()
  const person = useQuery({ ...personQuery(search.person ?? ''), enabled: search.person !== undefined }).data
  return (
    <div className="row message-filters">
      <Choice name="state" values={MESSAGE_STATES} />
      <Choice name="channel" values={MESSAGE_CHANNELS} />
      <Choice name="kind" values={[...MESSAGE_KINDS, 'trial']} />
      <div className="message-person">
        <Finder
          id="message-person"
          path="people"
          option={(one: Person) => ({ value: one.id, label: one.name, detail: one.customer?.name ?? one.team?.name })}
          value={search.person === undefined ? undefined : { value: search.person, label: person?.name ?? '' }}
          choose={(chosen) => change({ person: chosen?.value })}
          placeholder={say('message.any-person')}
        />
      </div>
    </div>
  )
}

function Row({ message, open }: { readonly message: Message; readonly open: () => void }) {
  const { say, locale } = useWords()
  const zone = useZone()
  const now = useMinute()
  const about = [message.ticket?.number ?? message.contract?.number, say(`message.kind.${message.kind}`)].filter(Boolean).join(' · ')
  return (
    <li>
      <button type="button" className="sheet-row message-row" onClick={open}>
        <span className="grow message-what">
          <b className="one-line">{message.title}</b>
          <span className="s13 ink2 block">{about}</span>
        </span>
        <span className="s13 message-whom">
          {message.recipient}
          <span className="ink3 block">{message.address ?? say(`message.channel.${message.channel}`)}</span>
        </span>
        <MessageState message={message} />
        <time className="s13 ink3 nowrap message-at" dateTime={new Date(message.at).toISOString()}>
          {instantWords(message.at, now, { zone, locale })}
        </time>
      </button>
    </li>
  )
}

/** 消息外发: what went to whom by which way, and whether it arrived. */
export function Messages() {
  const { say } = useWords()
  const { search } = useFilters()
  const list = useInfiniteQuery({ ...messagesQuery({ ...search }), placeholderData: keepPreviousData })
  const mail = useQuery(mailQuery).data
  const [open, setOpen] = useState<string>()
  const messages = list.data?.pages.flatMap((page) => page.items) ?? []
  const filtered = Object.keys(search).length > 0
  return (
    <main className="sheet">
      <SettingsHead />
      {mail && <Standing mail={mail} />}
      <Filters />
      {list.error && !list.data && <Failure error={list.error} retry={() => void list.refetch()} />}
      {list.data && messages.length === 0 && (
        <div className="empty">
          <p>{say(filtered ? 'message.none-found' : 'message.none')}</p>
        </div>
      )}
      <ul className="sheet-list">
        {messages.map((one) => (
          <Row key={one.id} message={one} open={() => setOpen(one.id)} />
        ))}
      </ul>
      <More list={list} />
      {open !== undefined && <MessageDrawer id={open} show={setOpen} close={() => setOpen(undefined)} />}
    </main>
  )
}
