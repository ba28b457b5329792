import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Obligation } from '../../wire/obligations.ts'
import { ClockBadge } from '../../ui/ClockBadge.tsx'
import { useMinute } from '../../ui/now.ts'
import { instantWords } from '../../ui/time.ts'
import type { WordKey } from '../../ui/words/say.ts'
import { useWords } from '../../ui/words/say.ts'
import { dueQuery } from '../api/queries.ts'
import { useZone } from '../session.ts'
import { Failure } from '../shell/Failure.tsx'
import { More } from '../shell/More.tsx'
import { sortSoon } from './groups.ts'
import { RunningDisputes } from '../disputes/Disputes.tsx'
import { WaitingReleases } from '../releases/Releases.tsx'
import { ObligationLink } from '../board/ObligationLink.tsx'
import { Marks } from '../releases/Marks.tsx'
import './overview.css'

const DAY_MS = 86_400_000
/** What somebody objects to stands with its objection, neither kept nor broken until that is settled. */
const UNMET = dueQuery({ unmet: 'yes', disputed: 'no', limit: '20' })
const SOON = dueQuery({ state: 'open', dueWithin: String(DAY_MS), limit: '200' })
const LACKING = dueQuery({ missing: 'yes', limit: '20' })
const ROUNDS = dueQuery({ state: 'open', owner: 'contract', dueWithin: String(30 * DAY_MS), limit: '20' })

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

/** 首页: what is broken and still not done, what is about to break, what else ends today, and what contracts themselves owe within thirty days. */
export function Overview() {
  const { say } = useWords()
  const zone = useZone()
  const now = useMinute()
  const [unmet, soon, rounds, lacking] = [useDue(UNMET), useDue(SOON), useDue(ROUNDS), useDue(LACKING)]
  const failed = [unmet, soon, rounds, lacking].find(({ list }) => list.error && !list.data)
  if (failed) return <Failure error={failed.list.error} retry={() => void failed.list.refetch()} />
  if (!unmet.list.data || !soon.list.data || !rounds.list.data || !lacking.list.data) return <div className="skeleton board-skeleton" />
  const { atRisk, today } = sortSoon(soon.items, now, zone)
  return (
    <main className="sheet">
      <header className="row sheet-head">
        <h1 className="grow">{say('overview.title')}</h1>
      </header>
      <div className="overview">
        <div>
          <WaitingReleases quiet />
          <RunningDisputes />
          <Group name="overview.unmet" none="overview.none-unmet" items={unmet.items} list={unmet.list} />
          <Group name="overview.at-risk" none="overview.none-at-risk" items={atRisk} list={NO_MORE} />
        </div>
        <div>
          <Group name="overview.today" none="overview.none-today" items={today} list={soon.list} />
          {lacking.items.length > 0 && (
            <Group name="overview.lacking" none="overview.none-lacking" items={lacking.items} list={lacking.list} />
          )}
          <Group name="overview.rounds" none="overview.none-rounds" items={rounds.items} list={rounds.list} />
        </div>
      </div>
    </main>
  )
}
