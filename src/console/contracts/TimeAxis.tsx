import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Popover, Segmented } from 'antd'
import { useState } from 'react'
import type { Board, BoardClause } from '../../wire/board.ts'
import type { ContractDetail } from '../../wire/contracts.ts'
import { dayWords, fromInput, wallOf } from '../../ui/time.ts'
import { useWords } from '../../ui/words/say.ts'
import { boardQuery, coversQuery } from '../api/queries.ts'
import { MarkShape } from '../board/Strip.tsx'
import { planVersion } from '../plan-version.ts'
import { useIsPhone } from '../phone.ts'
import { gathered, spanOf, stepped, ZOOMS, zoomed } from './axis.ts'
import type { Gathered, Window } from './axis.ts'
import '../board/board.css'
import './contracts.css'

type Span = { readonly from: number; readonly until: number }

const SHAPES = { kept: 'kept', broken: 'broken', excused: 'excused', open: 'coming', paused: 'coming', cancelled: 'coming' } as const

const placeOf = (at: number, { from, until }: Span): string => `${(((at - from) / (until - from)) * 100).toFixed(2)}%`

/** Something that happened to, or was agreed of, the contract itself. */
type Mark = { readonly id: string; readonly at: number; readonly words: string; readonly more: string }

/** Milestones, first and last day, amendments, and where covers begin and end; what falls on one day for many devices stands once. */
function useMarks(contract: ContractDetail, zone: string): readonly Mark[] {
  const { say } = useWords()
  const covers = useInfiniteQuery(coversQuery(contract.id)).data?.pages.flatMap((page) => page.items) ?? []
  const marks: Mark[] = contract.milestones.map(({ milestone, fact, at, assets, evidence }) => ({
    id: fact,
    at,
    words: say(`contract.milestone-${milestone}`),
    more: [assets.map(({ name }) => name).join(say('list.and')), evidence].filter(Boolean).join(' · '),
  }))
  for (const day of ['startsOn', 'endsOn'] as const) {
    const at = contract[day] === undefined ? undefined : fromInput(`${contract[day]}T00:00`, zone)
    if (at !== undefined) marks.push({ id: day, at, words: say(day === 'startsOn' ? 'axis.starts' : 'axis.ends'), more: contract.title })
  }
  for (const { from, plan } of contract.agreements.slice(0, -1))
    marks.push({ id: `amended-${from}`, at: from, words: say('axis.amended'), more: say('plan.version', { version: planVersion(plan) }) })
  if (contract.endedAt !== undefined) marks.push({ id: 'ended', at: contract.endedAt, words: say('axis.ended'), more: contract.title })
  const edges = covers.flatMap(({ covers: own }) =>
    own.flatMap(({ title, start, end }) => [
      ...(start === undefined ? [] : [{ at: start, words: say('axis.cover-starts', { title }) }]),
      ...(end === undefined ? [] : [{ at: end - 1, words: say('axis.cover-ends', { title }) }]),
    ]),
  )
  for (const [id, same] of Map.groupBy(edges, ({ at, words }) => `${words} ${at}`))
    marks.push({ id, at: same[0]!.at, words: same[0]!.words, more: say('axis.of-devices', { count: same.length }) })
  return marks.sort((a, b) => a.at - b.at)
}

type Shown = { readonly contract: ContractDetail; readonly board: Board; readonly span: Span }

function MarkLink({ mark, clause, contract, board, span }: Shown & { readonly mark: Gathered; readonly clause: BoardClause }) {
  const { say, locale } = useWords()
  const day = dayWords(mark.at, board.asOf, { zone: board.zone, locale })
  const many = mark.count > 1 ? say('axis.many', { count: mark.count }) : ''
  const words = `${clause.title} ${day} ${say(`state.${mark.state}`)}${many}`
  return (
    <Link
      to="/board/$id"
      params={{ id: contract.id }}
      search={{ year: String(board.year), promise: clause.promise, instance: mark.id } as never}
      className="axis-mark"
      style={{ left: placeOf(mark.at, span) }}
      aria-label={words}
      title={words}
    >
      <svg width={14} height={20} aria-hidden>
        <MarkShape mark={SHAPES[mark.state]} x={7} middle={10} />
      </svg>
    </Link>
  )
}

function EventMark({ mark, board, span }: Omit<Shown, 'contract'> & { readonly mark: Mark }) {
  const { locale } = useWords()
  const day = dayWords(mark.at, board.asOf, { zone: board.zone, locale })
  return (
    <Popover trigger="click" title={`${mark.words} ${day}`} content={mark.more}>
      <button type="button" className="axis-mark axis-event" style={{ left: placeOf(mark.at, span) }} aria-label={`${mark.words} ${day}`}>
        <span aria-hidden />
      </button>
    </Popover>
  )
}

function Lines({ span, board, months }: Omit<Shown, 'contract'> & { readonly months: readonly { readonly at: number }[] }) {
  return (
    <>
      {months.slice(1).map(({ at }) => (
        <i key={at} className="axis-month" style={{ left: placeOf(at, span) }} aria-hidden />
      ))}
      {board.asOf >= span.from && board.asOf < span.until && (
        <i className="axis-now" style={{ left: placeOf(board.asOf, span) }} aria-hidden />
      )}
    </>
  )
}

type Drawn = Shown & { readonly marks: readonly Mark[]; readonly months: readonly { readonly month: number; readonly at: number }[] }

function Chart({ contract, board, span, marks, months }: Drawn) {
  const { say } = useWords()
  const clauses = board.clauses.flatMap((clause) => {
    const own = gathered(clause.marks, span)
    return own.length === 0 ? [] : [{ clause, own }]
  })
  return (
    <div className="axis">
      <span />
      <span className="axis-lane axis-head">
        {months.map(({ month, at }) => (
          <span key={at} style={{ left: placeOf(at, span) }}>
            {say('axis.month', { month })}
          </span>
        ))}
      </span>
      <span className="s13 ink2">{say('axis.contract')}</span>
      <span className="axis-lane">
        <Lines span={span} board={board} months={months} />
        {marks.map((mark) => (
          <EventMark key={mark.id} mark={mark} board={board} span={span} />
        ))}
      </span>
      {clauses.map(({ clause, own }) => (
        <Lane key={clause.promise} title={clause.title}>
          <Lines span={span} board={board} months={months} />
          {own.map((mark) => (
            <MarkLink key={mark.id} mark={mark} clause={clause} contract={contract} board={board} span={span} />
          ))}
        </Lane>
      ))}
    </div>
  )
}

function Lane({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  return (
    <>
      <span className="s13 one-line" title={title}>
        {title}
      </span>
      <span className="axis-lane">{children}</span>
    </>
  )
}

/** On a phone there is no width for an axis: the same, month by month. */
function ByMonth({ contract, board, span, marks, months }: Drawn) {
  const { say, locale } = useWords()
  const zoned = { zone: board.zone, locale }
  const all = [
    ...marks.map((mark) => ({ at: mark.at, id: mark.id, line: <span className="grow">{`${mark.words} ${mark.more}`}</span> })),
    ...board.clauses.flatMap((clause) =>
      gathered(clause.marks, span).map((mark) => ({
        at: mark.at,
        id: mark.id,
        line: (
          <Link
            className="grow"
            to="/board/$id"
            params={{ id: contract.id }}
            search={{ year: String(board.year), promise: clause.promise, instance: mark.id } as never}
          >
            <svg width={14} height={20} aria-hidden>
              <MarkShape mark={SHAPES[mark.state]} x={7} middle={10} />
            </svg>{' '}
            {`${clause.title} ${say(`state.${mark.state}`)}${mark.count > 1 ? say('axis.many', { count: mark.count }) : ''}`}
          </Link>
        ),
      })),
    ),
  ].sort((a, b) => a.at - b.at)
  return (
    <div className="axis-list">
      {months.map(({ month, at }, index) => {
        const own = all.filter((one) => one.at >= at && one.at < (months[index + 1]?.at ?? span.until))
        return own.length === 0 ? null : (
          <section key={month}>
            <h3 className="s13 ink3">{say('axis.month', { month })}</h3>
            <ul>
              {own.map((one) => (
                <li key={one.id} className="sheet-row s13">
                  {one.line}
                  <span className="ink3 nowrap">{dayWords(one.at, board.asOf, zoned)}</span>
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </div>
  )
}

function Bar({
  window,
  show,
  now,
}: {
  readonly window: Window
  readonly show: (window: Window) => void
  readonly now: { year: number; month: number }
}) {
  const { say } = useWords()
  const { zoom, year, part } = window
  const name = { year, quarter: part + 1, month: part + 1 }
  return (
    <div className="row axis-bar">
      <h2 className="label grow">{say('axis.title')}</h2>
      <Segmented
        size="small"
        value={zoom}
        onChange={(chosen) => show(zoomed(window, chosen, now))}
        options={ZOOMS.map((one) => ({ value: one, label: say(`axis.zoom-${one}`) }))}
      />
      <Button size="small" onClick={() => show(stepped(window, -1))} aria-label={say('axis.before')}>
        ‹
      </Button>
      <span className="s13 nowrap">{say(`axis.span-${zoom}`, name)}</span>
      <Button size="small" onClick={() => show(stepped(window, 1))} aria-label={say('axis.after')}>
        ›
      </Button>
    </div>
  )
}

/** The year; on a phone, where a year is a long list, the month that is now. */
function firstShown({ year, zone, asOf }: Board, isPhone: boolean): Window {
  return isPhone ? { zoom: 'month', year, part: wallOf(asOf, zone).month - 1 } : { zoom: 'year', year, part: 0 }
}

/** 时间轴: what was owed and is owed by every clause, what happened to the contract, and today, on one axis. */
export function TimeAxis({ contract }: { readonly contract: ContractDetail }) {
  const { say } = useWords()
  const isPhone = useIsPhone()
  const [window, show] = useState<Window | undefined>()
  const { data: board } = useQuery({ ...boardQuery(contract.id, window?.year), placeholderData: keepPreviousData })
  const marks = useMarks(contract, board?.zone ?? 'Asia/Shanghai')
  if (!board) return <div className="skeleton board-skeleton" />
  const shown = window ?? firstShown(board, isPhone)
  const { months, ...span } = spanOf(shown, board.zone)
  const own = marks.filter(({ at }) => at >= span.from && at < span.until)
  const isEmpty = own.length === 0 && board.clauses.every((clause) => gathered(clause.marks, span).length === 0)
  const drawn: Drawn = { contract, board, span, marks: own, months }
  return (
    <section className="card place-card axis-card">
      <Bar window={shown} show={show} now={wallOf(board.asOf, board.zone)} />
      {isEmpty ? <p className="s13 ink2">{say('axis.empty')}</p> : isPhone ? <ByMonth {...drawn} /> : <Chart {...drawn} />}
    </section>
  )
}
