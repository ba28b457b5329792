import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Fragment, useState } from 'react'
import type { Board, BoardClause, StoppedAtGate } from '../../wire/board.ts'
import { ClockBadge, useBadge } from '../../ui/ClockBadge.tsx'
import { ClockShape } from '../../ui/ClockShape.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { dayWords } from '../../ui/time.ts'
import { useWords } from '../../ui/words/say.ts'
import { boardPromiseQuery } from '../api/queries.ts'
import { ConsequenceList } from '../consequences/Consequences.tsx'
import { ClauseCovers } from '../contracts/Covers.tsx'
import { Failure } from '../shell/Failure.tsx'
import { Marks } from '../releases/Marks.tsx'
import { ObligationActs } from '../releases/ObligationActs.tsx'
import { More } from '../shell/More.tsx'
import { Evidence, useInstants } from './Evidence.tsx'
import type { DetailProps, Instance } from './Evidence.tsx'
import { averageWords } from './average.ts'

function InstanceRow({
  one,
  board,
  on,
  open,
}: {
  readonly one: Instance
  readonly board: Board
  readonly on: boolean
  readonly open: () => void
}) {
  const { locale } = useWords()
  const { tone, words } = useBadge(one)
  const at = one.dueAt ?? one.openedAt
  return (
    <button type="button" className={`instance tone-${tone} ${on ? 'on' : ''}`} aria-expanded={on} onClick={open}>
      <span className="toned">
        <ClockShape tone={tone} />
      </span>
      <span className="nowrap">{dayWords(at, board.asOf, { zone: board.zone, locale })}</span>
      <span className="ink2 one-line">
        {one.ticket?.number} <Marks clock={one} />
      </span>
      <b className="toned nowrap">{words}</b>
    </button>
  )
}

/** Start, due, done, and what was believed. */
function Verdict({ one, board }: DetailProps) {
  const { say } = useWords()
  const at = useInstants(board)
  const last = one.beliefs.at(-1)
  const anchor = one.facts.find((fact) => fact.id === one.why.anchor.fact)
  const lines: readonly (readonly [string, string | undefined])[] = [
    [say('why.anchor'), `${at(one.openedAt)} ${anchor?.words ?? ''}`],
    [say('evidence.due'), one.dueAt === undefined ? undefined : at(one.dueAt, true)],
    [say('evidence.done'), one.fulfilledAt === undefined ? undefined : at(one.fulfilledAt)],
    [
      say('evidence.believed'),
      last &&
        say('evidence.since', {
          at: at(last.at),
          state: last.state === 'withdrawn' ? say('record.withdrawn') : say(`state.${last.state}`),
          count: one.beliefs.length,
        }),
    ],
  ]
  return (
    <dl className="pairs">
      {lines.map(
        ([name, value]) =>
          value !== undefined && (
            <Fragment key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </Fragment>
          ),
      )}
    </dl>
  )
}

/** One instance with everything that proves it. */
function InstanceDetail({ one, board }: DetailProps) {
  const { say } = useWords()
  return (
    <>
      <section className="evidence-box">
        <div className="row">
          <b className="grow">{one.ticket?.title}</b>
        </div>
        <ClockBadge clock={one} zone={board.zone} />
        <Verdict one={one} board={board} />
        <ObligationActs obligation={one} />
        <details className="record">
          <summary>{say('why.in-words')}</summary>
          <ul>
            {one.words.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </details>
      </section>
      <Evidence one={one} board={board} />
      {one.ticket && (
        <Link to="/tickets/$id" params={{ id: one.ticket.id }} className="button-plain">
          {say('evidence.open-ticket', { number: one.ticket.number })}
        </Link>
      )}
    </>
  )
}

type PanelProps = {
  readonly board: Board
  readonly promise: string
  readonly chosen: string | undefined
  readonly choose: (id: string | undefined) => void
  readonly close: () => void
}

/** 门槛: who was stopped, when, of what, and what was missing. */
function Stopped({
  times,
  attempts,
  board,
}: {
  readonly times: number
  readonly attempts: readonly StoppedAtGate[]
  readonly board: Board
}) {
  const { say } = useWords()
  const at = useInstants(board)
  if (times === 0) return null
  return (
    <section className="evidence-box" aria-label={say('board.stopped-title', { count: times })}>
      <h3 className="label">
        {say('board.stopped-title', { count: times })}
        {attempts.length < times && ` · ${say('board.stopped-last', { count: attempts.length })}`}
      </h3>
      {attempts.map(({ id, at: when, by, words, missing, of, ticket }) => (
        <div key={id} className="evidence">
          <Icon name="no" size={14} />
          <div>
            {words}
            <span className="s12 ink2 block">{say('board.stopped-missing', { missing: missing.join(say('list.and')) })}</span>
            <span className="s12 ink3 block">
              {[at(when), by?.name].filter(Boolean).join(' · ')}
              {ticket ? (
                <>
                  {' · '}
                  <Link to="/tickets/$id" params={{ id: ticket.id }}>
                    {ticket.number}
                  </Link>
                </>
              ) : (
                of && ` · ${of}`
              )}
            </span>
          </div>
        </div>
      ))}
    </section>
  )
}

/** The instances of one clause, newest first, each with its evidence. */
function Instances({ clause, board, promise, chosen, choose }: Omit<PanelProps, 'close'> & { readonly clause: BoardClause }) {
  const { say, locale } = useWords()
  const [onlyLate, setOnlyLate] = useState(false)
  const list = useInfiniteQuery(boardPromiseQuery(board.contract.id, promise, board.year))
  const all = list.data?.pages.flatMap((page) => page.instances) ?? []
  const shown = onlyLate ? all.filter((one) => one.state !== 'kept' && one.state !== 'cancelled') : all
  const open = all.find((one) => one.id === chosen)
  return (
    <>
      <p className="s13 ink2">
        {say('board.counts', {
          kept: clause.counts.kept,
          broken: clause.counts.broken,
          excused: clause.counts.excused,
          open: clause.counts.open + clause.counts.paused,
        })}
        {clause.average && say('board.counts-then', { average: averageWords(clause.average, { say, locale }) })}
      </p>
      {clause.stopped && <Stopped times={clause.stopped.times} attempts={list.data?.pages[0]?.stopped ?? []} board={board} />}
      {list.error && <Failure error={list.error} retry={() => void list.refetch()} />}
      {all.length > 0 && (
        <div className="row instance-filter">
          <button type="button" className="link s12" aria-pressed={onlyLate} onClick={() => setOnlyLate((before) => !before)}>
            {onlyLate ? say('board.show-all', { count: all.length }) : say('board.only-late')}
          </button>
        </div>
      )}
      {shown.map((one) => (
        <div key={one.id}>
          <InstanceRow one={one} board={board} on={one.id === open?.id} open={() => choose(one.id === open?.id ? undefined : one.id)} />
          {one.id === open?.id && <InstanceDetail one={one} board={board} />}
        </div>
      ))}
      {list.data && shown.length === 0 && (
        <p className="s13 ink2">{all.length === 0 ? say('board.no-instances') : say('board.all-in-time')}</p>
      )}
      <More list={list} />
    </>
  )
}

/** Drill-down of one clause: its text, then what became of it. A cover is told device by device. */
export function ClausePanel({ board, promise, chosen, choose, close }: PanelProps) {
  const { say } = useWords()
  const clause = board.clauses.find((one) => one.promise === promise)
  if (!clause) return null
  return (
    <aside className="clause-panel" aria-label={clause.title}>
      <div className="row">
        <span className="label grow">
          {[clause.title, say(`form-name.${clause.form}` as 'form-name.deadline'), ...clause.source].join(' · ')}
        </span>
        <button type="button" className="plain" aria-label={say('action.close')} onClick={close}>
          <Icon name="close" />
        </button>
      </div>
      <p className="song cite">{clause.text ? say('why.quoted', { text: clause.text }) : say('why.no-text')}</p>
      {clause.level?.coarse && <p className="s13 ink2">{say('board.level-coarse')}</p>}
      {clause.fired && (
        <section aria-label={say('consequence.title')}>
          <h3 className="label">{say('consequence.title')}</h3>
          <ConsequenceList
            filters={{ contract: board.contract.id, promise, from: String(board.from), until: String(board.until) }}
            zone={board.zone}
            none={<p className="s13 ink2">{say('board.not-fired-yet')}</p>}
          />
        </section>
      )}
      {clause.form === 'cover' && <ClauseCovers contract={board.contract.id} promise={promise} />}
      {clause.form !== 'cover' && (clause.fired === undefined || clause.marks.length > 0) && (
        <Instances clause={clause} board={board} promise={promise} chosen={chosen} choose={choose} />
      )}
    </aside>
  )
}
