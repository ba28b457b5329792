import { planVersion } from '../plan-version.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import type { Board, BoardClause } from '../../wire/board.ts'
import { instantWords, wallOf } from '../../ui/time.ts'
import { useWords } from '../../ui/words/say.ts'
import { boardQuery } from '../api/queries.ts'
import { Failure } from '../shell/Failure.tsx'
import { ClausePanel } from './ClausePanel.tsx'
import { Next, Standing } from './Standing.tsx'
import { FlagShape, MarkShape, Strip } from './Strip.tsx'
import { roundedWords } from '../../core/promise/lengths.ts'
import { percent } from './strip.ts'
import { TakePeriod } from './TakePeriod.tsx'
import { useTake } from './useTake.ts'
import './board.css'

function Stat({
  big,
  name,
  more,
  tone = '',
}: {
  readonly big: string | number
  readonly name: string
  readonly more?: string
  readonly tone?: string
}) {
  return (
    <div>
      <div className={`big ${tone}`}>{big}</div>
      <div className="s12 ink3">{name}</div>
      {more && <div className="s12 ink2">{more}</div>}
    </div>
  )
}

/** Average reply, arrival and repair of the year, as far as any was done. */
function Averages({ board }: { readonly board: Board }) {
  const { say, locale } = useWords()
  if (board.averages.length === 0) return null
  return (
    <div title={say('board.average-counted')}>
      {board.averages.map(({ of, usedMs }) => (
        <div key={of} className="s13 average">
          {say(`board.average-${of}`, { used: roundedWords(usedMs, 'up', locale) })}
        </div>
      ))}
      <div className="s12 ink3">{say('board.averages')}</div>
    </div>
  )
}

function Stats({ board }: { readonly board: Board }) {
  const { say, locale } = useWords()
  const { totals, zone, asOf } = board
  const next =
    totals.nextDueAt === undefined
      ? say('board.none-due')
      : say('board.nearest', { due: instantWords(totals.nextDueAt, asOf, { zone, locale, ends: true }) })
  return (
    <div className="stats">
      <Stat
        big={totals.rate === undefined ? '—' : percent(totals.rate)}
        name={say('board.rate')}
        more={say('board.judged', { kept: totals.kept, judged: totals.judged })}
      />
      <Stat big={totals.broken} name={say('state.broken')} tone={totals.broken > 0 ? 'tone-broken toned' : ''} />
      <Stat
        big={totals.excused}
        name={say('state.excused')}
        more={totals.disputed > 0 ? say('board.disputed-apart', { count: totals.disputed }) : ''}
      />
      <Stat
        big={totals.open + totals.paused}
        name={say('board.running')}
        more={totals.paused > 0 ? say('board.paused', { count: totals.paused }) : ''}
      />
      <Averages board={board} />
      <Stat big={totals.dueWithin30d} name={say('board.due-30d')} more={next} />
      <div className="legend">
        {(['kept', 'broken', 'excused', 'coming', 'disputed'] as const).map((mark) => (
          <span key={mark} className="row">
            <svg width={14} height={16} aria-hidden>
              {mark === 'disputed' ? <FlagShape x={4} top={3} /> : <MarkShape mark={mark} />}
            </svg>
            {say(`mark.${mark}`)}
          </span>
        ))}
      </div>
    </div>
  )
}

type ClauseRowProps = {
  readonly clause: BoardClause
  readonly at: number
  readonly board: Board
  readonly chosen: boolean
  readonly open: () => void
}

function ClauseRow({ clause, at, board, chosen, open }: ClauseRowProps) {
  const { say } = useWords()
  return (
    <button type="button" className={`clause-row ${chosen ? 'on' : ''}`} aria-expanded={chosen} onClick={open}>
      <span className="ink3 s13 clause-no">{at + 1}</span>
      <span className="clause-text song one-line" title={clause.text}>
        {clause.text ?? clause.title}
        {clause.earlier && <span className="tag">{say('board.earlier')}</span>}
        {clause.owedBy === 'customer' && <span className="tag">{say('board.owed-by-customer')}</span>}
      </span>
      <Strip clause={clause} board={board} />
      <Standing clause={clause} board={board} />
      <Next clause={clause} board={board} />
    </button>
  )
}

function Months({ board }: { readonly board: Board }) {
  const now = wallOf(board.asOf, board.zone)
  return (
    <span className="months" aria-hidden>
      {Array.from({ length: 12 }, (_, month) => (
        <span key={month} className={now.year === board.year && now.month === month + 1 ? 'current-month' : ''}>
          {month + 1}
        </span>
      ))}
    </span>
  )
}

/** What is signed and cannot be followed yet is said plainly, so that nobody takes silence for a promise kept. */
function Later({ board }: { readonly board: Board }) {
  const { say } = useWords()
  if (board.later.length === 0) return null
  return (
    <section className="later">
      <div className="form-head">
        <b>{say('board.later')}</b> <span className="ink3 s12">{say('board.later-explained', { count: board.later.length })}</span>
      </div>
      <ul>
        {board.later.map((one) => (
          <li key={one.id}>
            <span className="song">{one.text}</span> <span className="s12 ink3">{one.source.join(' ')}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** In the order in which they are read: what may come late, then what lasts, then what stands in the way. */
const FORMS = ['deadline', 'recurring', 'level', 'cover', 'gate', 'rule'] as const

function Clauses({
  board,
  chosen,
  choose,
}: {
  readonly board: Board
  readonly chosen: string | undefined
  readonly choose: (promise: string) => void
}) {
  const { say } = useWords()
  const forms = Map.groupBy(board.clauses, (clause) => clause.form)
  return FORMS.flatMap((form) => ({ form, clauses: forms.get(form) ?? [] }))
    .filter(({ clauses }) => clauses.length > 0)
    .map(({ form, clauses }) => (
      <section key={form}>
        <div className="form-head">
          <b>{say(`form-name.${form}`)}</b>{' '}
          <span className="ink3 s12">
            {say('board.form-count', { count: clauses.length })} <span className="form-said">{say(`form-said.${form}`)}</span>
          </span>
        </div>
        {clauses.map((clause, at) => (
          <ClauseRow
            key={clause.promise}
            clause={clause}
            at={at}
            board={board}
            chosen={clause.promise === chosen}
            open={() => choose(clause.promise)}
          />
        ))}
      </section>
    ))
}

function Head({ board, setYear }: { readonly board: Board; readonly setYear: (year: number) => void }) {
  const { say } = useWords()
  const { contract } = board
  const take = useTake(board)
  const thisYear = wallOf(board.asOf, board.zone).year
  const first = contract.startsOn ? Number(contract.startsOn.slice(0, 4)) : thisYear - 2
  const years = Array.from({ length: Math.max(1, thisYear - Math.min(first, board.year) + 1) }, (_, back) => thisYear - back)
  return (
    <header className="board-head">
      <div className="grow">
        <h1>
          {contract.customer.name} {contract.title}
        </h1>
        <div className="s13 ink2">
          {[
            contract.number,
            `${contract.planTitle} ${say('plan.version', { version: planVersion(contract.plan) })}`,
            contract.startsOn && contract.endsOn && say('board.span', { from: contract.startsOn, until: contract.endsOn }),
            say('board.covers', { assets: board.assets, sites: board.sites }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </div>
        <div className="s13 board-ways">
          <Link to="/contracts/$id" params={{ id: contract.id }}>
            {say('board.contract')}
          </Link>
          <Link to="/tickets" search={{ view: 'all', contract: contract.id }}>
            {say('board.tickets')}
          </Link>
          <Link to="/disputes" search={{ state: 'all', contract: contract.id }}>
            {say('dispute.list')}
          </Link>
        </div>
      </div>
      <Select
        value={board.year}
        onChange={setYear}
        aria-label={say('board.year')}
        options={years.map((year) => ({ value: year, label: say('board.year-of', { year }) }))}
      />
      <TakePeriod key={board.year} contract={contract.id} zone={board.zone} startsOn={contract.startsOn} year={board.year} />
      <Button loading={take.isPending} onClick={() => take.mutate()}>
        {say('board.take')}
      </Button>
    </header>
  )
}

/** 承诺看板: every clause of the signed plan, what became of it this year, and what comes next. */
export function BoardPage() {
  const { say } = useWords()
  const { id } = useParams({ from: '/room/board/$id' })
  const { year, promise, instance } = useSearch({ from: '/room/board/$id' })
  const navigate = useNavigate()
  const board = useQuery({ ...boardQuery(id, year === undefined ? undefined : Number(year)), placeholderData: keepPreviousData })
  const go = (search: { year?: string | undefined; promise?: string | undefined; instance?: string | undefined }): void =>
    void navigate({ to: '/board/$id', params: { id }, search: search as never, replace: true })
  if (!board.data)
    return board.error ? <Failure error={board.error} retry={() => void board.refetch()} /> : <div className="skeleton board-skeleton" />
  return (
    <div className={`board-room ${promise ? 'with-panel' : ''}`}>
      <main className="board-main">
        <Head board={board.data} setYear={(chosen) => go({ year: String(chosen), promise })} />
        <Stats board={board.data} />
        <div className="clause-row clause-columns">
          <span />
          <span>{say('board.text')}</span>
          <Months board={board.data} />
          <span>{say('board.standing')}</span>
          <span>{say('board.next')}</span>
        </div>
        <Clauses board={board.data} chosen={promise} choose={(chosen) => go({ year, promise: chosen === promise ? undefined : chosen })} />
        <Later board={board.data} />
      </main>
      {promise && (
        <ClausePanel
          key={promise}
          board={board.data}
          promise={promise}
          chosen={instance}
          choose={(one) => go({ year, promise, instance: one })}
          close={() => go({ year })}
        />
      )}
    </div>
  )
}
