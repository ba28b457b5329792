import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useRef, useState } from 'react'
import type { CheckedHolidays, HolidayLists, PublishedHolidays } from '../../wire/holidays.ts'
import { Icon } from '../../ui/Icon.tsx'
import { useMinute } from '../../ui/now.ts'
import { instantWords } from '../../ui/time.ts'
import { useWords } from '../../ui/words/say.ts'
import { write } from '../api/call.ts'
import { holidaysQuery } from '../api/queries.ts'
import { Field } from '../form/Field.tsx'
import { useZone } from '../session.ts'
import { Failure, failureWords } from '../shell/Failure.tsx'
import { notify } from '../shell/notice.ts'
import { lineOf, rowsIn } from './holiday-rows.ts'
import type { Rows } from './holiday-rows.ts'
import { SettingsHead } from './SettingsHead.tsx'
import { YearView } from './YearView.tsx'
import './settings.css'

type Move = CheckedHolidays['moves'][number]

/** The days of a list, one a line. */
function Days({ days, words }: { readonly days: HolidayLists['days']; readonly words: string }) {
  const { say } = useWords()
  return (
    <details className="record">
      <summary>{words}</summary>
      <ul>
        {days.map(({ date, name, isOffDay }) => (
          <li key={date}>
            {date} {name} {say(isOffDay ? 'holidays.off' : 'holidays.worked')}
          </li>
        ))}
      </ul>
    </details>
  )
}

/** Until when the list is known, what the firm published itself, and how much waits for the next one. */
function InForce({ lists }: { readonly lists: HolidayLists }) {
  const { say, locale } = useWords()
  const zone = useZone()
  const now = useMinute()
  return (
    <section className="card form-card">
      <h2>{say('holidays.in-force')}</h2>
      <p>
        <b>{say('holidays.known-until', { day: lists.knownUntil })}</b>{' '}
        <span className="ink2 s13">{say('holidays.version', { version: lists.version })}</span>
      </p>
      <p className="s13 ink2">
        {lists.provisional === 0 ? say('holidays.none-provisional') : say('holidays.provisional', { count: lists.provisional })}
      </p>
      {lists.published.map(({ year, by, at }) => (
        <p key={year} className="s13 ink2">
          {say('holidays.published-by', { year, name: by.name, at: instantWords(at, now, { zone, locale }) })}
        </p>
      ))}
      <YearView days={lists.days} />
    </section>
  )
}

function MoveRow({ move }: { readonly move: Move }) {
  const { say, locale } = useWords()
  const zone = useZone()
  const now = useMinute()
  const at = (instant: number | undefined): string =>
    instant === undefined ? '—' : instantWords(instant, now, { zone, locale, ends: true })
  const { title, ticket, contract, before, after, provisional } = move
  return (
    <li className="sheet-row">
      <span className="grow">
        <b>{title}</b>{' '}
        {ticket ? (
          <Link to="/tickets/$id" params={{ id: ticket.id }}>
            {ticket.number} {ticket.title}
          </Link>
        ) : (
          contract && (
            <Link to="/board/$id" params={{ id: contract.id }}>
              {contract.number}
            </Link>
          )
        )}
      </span>
      <span className="s13 nowrap">
        <span className="provisional">{at(before)}</span> → <b>{at(after)}</b> {before === after && say('holidays.same')}
      </span>
      {provisional && <span className="tag">{say('holidays.still')}</span>}
    </li>
  )
}

/** What publishing would do, or what is wrong with the list. */
function Tried({ checked, rows }: { readonly checked: CheckedHolidays; readonly rows: Rows | undefined }) {
  const { say } = useWords()
  const { problems, moves, count, days, knownUntil = '' } = checked
  const placeOf = (path: string): string => {
    const row = rows && lineOf(path, rows)
    return row === undefined ? (rows ? '' : path) : say('holidays.row', { row })
  }
  if (problems.length > 0)
    return (
      <section className="card form-card" role="alert">
        <h2>{say('holidays.problems', { count: problems.length })}</h2>
        <ul>
          {problems.map(({ path, words }) => (
            <li key={`${path} ${words}`} className="field-error">
              <Icon name="no" size={14} /> {words} <span className="ink3 s12">{placeOf(path)}</span>
            </li>
          ))}
        </ul>
      </section>
    )
  return (
    <section className="card form-card">
      <h2>{say('holidays.moves', { count })}</h2>
      <p className="s13 ink2">{say('holidays.moves-explained', { day: knownUntil })}</p>
      {days.length > 0 && <Days days={days} words={say('holidays.days-read', { count: days.length })} />}
      <ul>
        {moves.map((one) => (
          <MoveRow key={one.obligation} move={one} />
        ))}
      </ul>
      {count > moves.length && <p className="s13 ink2">{say('holidays.more', { count: count - moves.length })}</p>}
    </section>
  )
}

/** Tries, then publishes, the list that was pasted or uploaded; an empty box stands for the list in force. */
function usePublishing(text: string) {
  const client = useQueryClient()
  const { say } = useWords()
  const refused = (error: unknown): void => notify({ words: failureWords(error, say), tone: 'refused' })
  const body = text.trim() === '' ? {} : { text: rowsIn(text)?.text ?? text }
  const check = useMutation({ mutationFn: () => write<CheckedHolidays>('POST', '/holidays/check', body), onError: refused })
  const publish = useMutation({
    mutationFn: () => write<PublishedHolidays>('POST', '/holidays/publish', body),
    onSuccess: ({ knownUntil, told }) => {
      notify({ words: say('holidays.published', { day: knownUntil, count: told }) })
      check.reset()
      return client.invalidateQueries()
    },
    onError: refused,
  })
  return { check, publish }
}

function Import() {
  const { say } = useWords()
  const [text, setText] = useState('')
  const file = useRef<HTMLInputElement>(null)
  const { check, publish } = usePublishing(text)
  const type = (typed: string): void => {
    setText(typed)
    check.reset()
  }
  const read = async (files: FileList | null): Promise<void> => {
    const [first] = files ?? []
    if (first) type(await first.text())
  }
  const sound = check.data !== undefined && check.data.problems.length === 0
  return (
    <>
      <section className="card form-card">
        <h2>{say('holidays.import')}</h2>
        <Field id="holidays-text" label={say('holidays.text')} hint={say('holidays.text-hint')}>
          <Input.TextArea
            id="holidays-text"
            autoSize={{ minRows: 4, maxRows: 12 }}
            value={text}
            onChange={(event) => type(event.target.value)}
          />
        </Field>
        <div className="row">
          <Button type={sound ? 'default' : 'primary'} loading={check.isPending} onClick={() => check.mutate()}>
            {say('holidays.try')}
          </Button>
          {sound && (
            <Button type="primary" loading={publish.isPending} onClick={() => publish.mutate(undefined, { onSuccess: () => setText('') })}>
              {say('holidays.publish')}
            </Button>
          )}
          <Button type="text" onClick={() => file.current?.click()}>
            {say('holidays.upload')}
          </Button>
          <input
            ref={file}
            type="file"
            accept=".json,.csv,.txt,application/json,text/csv,text/plain"
            hidden
            aria-label={say('holidays.upload')}
            onChange={(event) => void read(event.target.files)}
          />
        </div>
      </section>
      {check.data && <Tried checked={check.data} rows={rowsIn(text)} />}
    </>
  )
}

/** 日历: until when the list of holidays is known; a new one is tried first, then published. */
export function Holidays() {
  const lists = useQuery(holidaysQuery)
  return (
    <main className="sheet">
      <SettingsHead />
      {lists.error && !lists.data && <Failure error={lists.error} retry={() => void lists.refetch()} />}
      {lists.data && (
        <div className="holidays">
          <InForce lists={lists.data} />
          <Import />
        </div>
      )}
    </main>
  )
}
