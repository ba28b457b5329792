import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { Consequence } from '../../wire/obligations.ts'
import { useMinute } from '../../ui/now.ts'
import { instantWords } from '../../ui/time.ts'
import { useWords } from '../../ui/words/say.ts'
import { consequencesQuery } from '../api/queries.ts'
import { Failure } from '../shell/Failure.tsx'
import { More } from '../shell/More.tsx'
import './consequences.css'

/** A form that is owed is missing; whatever else nobody has seen to yet is to be done. */
function Standing({ one }: { readonly one: Consequence }) {
  const { say } = useWords()
  if (one.open) return <span className="tag tag-open">{say(one.form === undefined ? 'consequence.open' : 'consequence.lacking')}</span>
  return one.settled ? <span className="tag tag-settled">{say('consequence.settled')}</span> : null
}

/** When, by whom and with what it was settled. */
function Settled({ settled, zone }: { readonly settled: NonNullable<Consequence['settled']>; readonly zone: string }) {
  const { say, locale } = useWords()
  const at = instantWords(settled.at, useMinute(), { zone, locale })
  const by = [at, settled.by?.name, settled.words].filter(Boolean).join(' · ')
  return <div className="s12 ink3">{say('consequence.settled-by', { by })}</div>
}

type LineProps = {
  readonly one: Consequence
  readonly zone: string
  /** where it stands beside others of its kind: whose it is, with the way there */
  readonly whose?: boolean | undefined
  /** fills in the form that it requires */
  readonly fill?: ((form: string) => void) | undefined
}

/** 后果: what came of it, from when, because of what, by which promise, for whom, and whether it is settled. */
export function ConsequenceLine({ one, zone, whose = false, fill }: LineProps) {
  const { say, locale } = useWords()
  const now = useMinute()
  const { form } = one
  const since = say('consequence.since', { at: instantWords(one.at, now, { zone, locale }) })
  const times = one.episode > 1 ? say('consequence.times', { n: one.episode }) : undefined
  return (
    <li className="consequence">
      <div className="row consequence-head">
        <b className="grow">{one.words}</b>
        <Standing one={one} />
        {fill && one.open && form !== undefined && (
          <Button size="small" onClick={() => fill(form)}>
            {say('consequence.fill')}
          </Button>
        )}
      </div>
      <div className="s13 ink2">{say('consequence.because', { because: one.because })}</div>
      <div className="s13">
        {one.title}
        {one.text !== undefined && <span className="song">{say('why.quoted', { text: one.text })}</span>}
      </div>
      <div className="s12 ink3">
        {[since, times, !whose && one.asset ? say('consequence.for', { name: one.asset.name }) : undefined].filter(Boolean).join(' · ')}{' '}
        {whose && <Whose one={one} />}
      </div>
      {one.settled && <Settled settled={one.settled} zone={zone} />}
    </li>
  )
}

function Whose({ one }: { readonly one: Consequence }) {
  if (!one.ticket) return <span>{one.of}</span>
  return (
    <Link to="/tickets/$id" params={{ id: one.ticket.id }}>
      {one.ticket.number} {one.ticket.title}
    </Link>
  )
}

type ListProps = { readonly filters: Readonly<Record<string, string | undefined>>; readonly zone: string; readonly none: ReactNode }

/** What the rules brought about under these filters, the newest first. */
export function ConsequenceList({ filters, zone, none }: ListProps) {
  const list = useInfiniteQuery(consequencesQuery(filters))
  const items = list.data?.pages.flatMap((page) => page.items) ?? []
  if (list.error && !list.data) return <Failure error={list.error} retry={() => void list.refetch()} />
  return (
    <>
      {list.data && items.length === 0 && none}
      <ul>
        {items.map((one) => (
          <ConsequenceLine key={one.id} one={one} zone={zone} whose />
        ))}
      </ul>
      <More list={list} />
    </>
  )
}
