import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Segmented } from 'antd'
import { Fragment, useState } from 'react'
import type { ReactNode } from 'react'
import type { Obligation } from '../../wire/obligations.ts'
import { ClockBadge } from '../../ui/ClockBadge.tsx'
import { useMinute } from '../../ui/now.ts'
import { instantWords } from '../../ui/time.ts'
import type { WordKey } from '../../ui/words/say.ts'
import { useWords } from '../../ui/words/say.ts'
import { dueQuery } from '../api/queries.ts'
import { SheetHead } from '../form/SheetHead.tsx'
import { useMay, useSession, useZone } from '../session.ts'
import { Failure } from '../shell/Failure.tsx'
import { More } from '../shell/More.tsx'
import { sortSoon, splitAt } from './groups.ts'
import { Desk } from '../desk/Desk.tsx'
import { Tasks } from '../consequences/Consequences.tsx'
import { FirstRun } from '../first-run/FirstRun.tsx'
import { RunningDisputes } from '../disputes/Disputes.tsx'
import { WaitingReleases } from '../releases/Releases.tsx'
import { ObligationLink } from '../board/ObligationLink.tsx'
import { Marks } from '../releases/Marks.tsx'
import './overview.css'

const DAY_MS = 86_400_000

type Mine = 'yes' | undefined

/** What somebody objects to stands with its objection, neither kept nor broken until that is settled. */
const unmetQuery = (mine: Mine) => dueQuery({ unmet: 'yes', disputed: 'no', mine, limit: '20' })
const soonQuery = (mine: Mine) => dueQuery({ state: 'open', dueWithin: String(DAY_MS), mine, limit: '200' })
const lackingQuery = (mine: Mine) => dueQuery({ missing: 'yes', mine, limit: '20' })
const roundsQuery = (mine: Mine) => dueQuery({ state: 'open', owner: 'standing', dueWithin: String(30 * DAY_MS), mine, limit: '20' })

type ListProps = { readonly items: readonly Obligation[] }

function DueRow({ one }: { readonly one: Obligation }) {
  const { say, locale } = useWords()
  const zone = useZone()
  const now = useMinute()
  const due = one.dueAt === undefined ? '' : instantWords(one.dueAt, now, { zone, locale, ends: true })
  const inside = (
    <>
      <ClockBadge clock={one} zone={zone} />
      <span className="grow">
        <span className="one-line block">
          {one.ticket?.title ?? one.text ?? one.title} <Marks clock={one} />
        </span>
        <span className="s12 ink3 one-line block">
          {[one.ticket?.number, one.contract?.number, due && say('overview.due', { due })].filter(Boolean).join(' · ')}
        </span>
      </span>
    </>
  )
  if (one.ticket)
    return (
      <Link to="/tickets/$id" params={{ id: one.ticket.id }} className="sheet-row due-row">
        {inside}
      </Link>
    )
  return (
    <ObligationLink one={one} className="sheet-row due-row">
      {inside}
    </ObligationLink>
  )
}

type GroupProps = ListProps & { readonly name: WordKey; readonly none: WordKey; readonly list: Parameters<typeof More>[0]['list'] }

function Group({ name, none, items, list }: GroupProps) {
  const { say } = useWords()
  const more = list.hasNextPage ? '+' : ''
  return (
    <section className="card place-card due-group">
      <h2 className="label">
        {say(name)} <span className="ink3">{`${items.length}${more}`}</span>
      </h2>
      {items.length === 0 && <p className="s13 ink2">{say(none)}</p>}
      <ul>
        {items.map((one) => (
          <li key={one.id}>
            <DueRow one={one} />
          </li>
        ))}
      </ul>
      <More list={list} />
    </section>
  )
}

function useDue(query: ReturnType<typeof dueQuery>) {
  const list = useInfiniteQuery(query)
  return { list, items: list.data?.pages.flatMap((page) => page.items) ?? [] }
}

const NO_MORE = { hasNextPage: false, isFetchingNextPage: false, fetchNextPage: () => Promise.resolve() }

/** 我的 / 全部: what one answers for oneself, or all that one may see; the address keeps it. */
function Whose({ mine }: { readonly mine: Mine }) {
  const { say } = useWords()
  const navigate = useNavigate()
  const show = (whose: string) =>
    void navigate({ to: '/overview', search: (before) => ({ ...before, whose: whose === 'mine' ? whose : undefined }), replace: true })
  return (
    <Segmented
      value={mine === undefined ? 'all' : 'mine'}
      options={[
        { value: 'mine', label: say('overview.mine') },
        { value: 'all', label: say('overview.all') },
      ]}
      onChange={show}
    />
  )
}

type Part = { readonly id: string; readonly rows: number; readonly shown: ReactNode }

/** A group's head, and the room around it, in rows. */
const HEAD = 1.5

/** The groups in two columns of about one height. They stay where they began: what comes and goes moves no group from one to the other. */
function Columns({ parts }: { readonly parts: readonly Part[] }) {
  const [first] = useState(() => parts.slice(0, splitAt(parts.map(({ rows }) => rows + HEAD))).map(({ id }) => id))
  const isFirst = ({ id }: Part): boolean => first.includes(id)
  return (
    <div className="overview">
      {[parts.filter(isFirst), parts.filter((part) => !isFirst(part))].map((column, index) => (
        <div key={index === 0 ? 'first' : 'second'}>
          {column.map(({ id, shown }) => (
            <Fragment key={id}>{shown}</Fragment>
          ))}
        </div>
      ))}
    </div>
  )
}

/** 工作台: one’s queues, for whoever works on tickets; then what is broken and still not done, what is about to break, what else ends today, and what is owed under contracts within thirty days though nobody calls. */
export function Overview() {
  const { say } = useWords()
  const zone = useZone()
  const now = useMinute()
  const isOurs = useSession().me.customer === undefined
  const atDesk = useMay('ticket.accept') && isOurs
  const mine: Mine = useSearch({ from: '/room/overview' }).whose === 'mine' ? 'yes' : undefined
  const [unmet, soon, rounds, lacking] = [
    useDue(unmetQuery(mine)),
    useDue(soonQuery(mine)),
    useDue(roundsQuery(mine)),
    useDue(lackingQuery(mine)),
  ]
  const failed = [unmet, soon, rounds, lacking].find(({ list }) => list.error && !list.data)
  if (failed) return <Failure error={failed.list.error} retry={() => void failed.list.refetch()} />
  if (!unmet.list.data || !soon.list.data || !rounds.list.data || !lacking.list.data) return <div className="skeleton board-skeleton" />
  const { atRisk, today } = sortSoon(soon.items, now, zone)
  const group = (id: 'unmet' | 'at-risk' | 'today' | 'lacking' | 'rounds', { items, list }: Pick<GroupProps, 'items' | 'list'>): Part => {
    const shown = <Group name={`overview.${id}`} none={`overview.none-${id}`} items={items} list={list} />
    return { id, rows: items.length, shown }
  }
  const waiting = (
    <>
      <WaitingReleases quiet mine={mine} />
      <RunningDisputes mine={mine} />
    </>
  )
  const parts = [
    { id: 'waiting', rows: 0, shown: waiting },
    group('unmet', unmet),
    group('at-risk', { items: atRisk, list: NO_MORE }),
    { id: 'tasks', rows: 0, shown: <Tasks mine={mine} /> },
    group('today', { items: today, list: soon.list }),
    ...(lacking.items.length > 0 ? [group('lacking', lacking)] : []),
    group('rounds', rounds),
  ]
  return (
    <main className="sheet">
      <SheetHead title={say('overview.title')}>
        {isOurs && <Link to="/wall">{say('wall.open')}</Link>}
        <Whose mine={mine} />
      </SheetHead>
      <FirstRun />
      {atDesk && <Desk />}
      <Columns key={mine ?? 'all'} parts={parts} />
    </main>
  )
}
