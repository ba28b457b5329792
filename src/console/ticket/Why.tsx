import type { ReactNode } from 'react'
import { exactWords } from '../../core/promise/lengths.ts'
import type { Belief, ExplainedObligation } from '../../wire/obligations.ts'
import type { TicketDetail } from '../../wire/tickets.ts'
import { ClockShape } from '../../ui/ClockShape.tsx'
import { useBadge } from '../../ui/ClockBadge.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { instantWords, zoneWords } from '../../ui/time.ts'
import { useWords } from '../../ui/words/say.ts'
import { notify } from '../shell/notice.ts'
import { ObligationActs } from '../releases/ObligationActs.tsx'
import { balancedSum } from '../../ui/time-bar.ts'
import { TimeBar } from './TimeBar.tsx'

export type WhyProps = {
  readonly clock: ExplainedObligation
  readonly detail: Pick<TicketDetail, 'zone' | 'asOf' | 'timeline'> & {
    readonly plan?: Pick<NonNullable<TicketDetail['plan']>, 'title' | 'reasons'> | undefined
  }
}

function Pair({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  )
}

/** What was signed, and what of it applies here. */
function Signed({ clock, detail, now }: WhyProps & { readonly now: number }) {
  const { say, locale } = useWords()
  const { why } = clock
  const anchor = detail.timeline.find((fact) => fact.id === why.anchor.fact)
  return (
    <div className="why-left">
      <div className="label">{say('why.signed')}</div>
      <p className="song cite">{why.text ? say('why.quoted', { text: why.text }) : say('why.no-text')}</p>
      <div className="s12 ink3">{[detail.plan?.title, why.plan, ...why.source].filter(Boolean).join(' · ')}</div>
      <dl className="pairs">
        <Pair name={say('why.anchor')}>
          {instantWords(why.anchor.at, now, { zone: detail.zone, locale })} {anchor?.words ?? ''}
        </Pair>
        <Pair name={say('why.calendar')}>
          {why.calendar.always ? say('why.always') : say('why.office', { id: why.calendar.id, zone: zoneWords(now, why.calendar.zone) })}
        </Pair>
        {clock.owner && <Pair name={say('why.owner')}>{[clock.owner.role, ...clock.owner.people.map(({ name }) => name)].join(' ')}</Pair>}
        {clock.applies.length > 0 && <Pair name={say('why.applies')}>{clock.applies.join(' · ')}</Pair>}
        {clock.terms.map(({ value, source }) => (
          <Pair key={source} name={say('why.term')}>
            {value} <span className="ink3">{source}</span>
          </Pair>
        ))}
        {why.reading && <Pair name={say('why.reading')}>{why.reading}</Pair>}
        {clock.provisional && (
          <Pair name={say('why.provisional')}>
            {say(why.provisional === 'grade-unknown' ? 'why.grade-unknown' : 'why.calendar-unknown')}
          </Pair>
        )}
      </dl>
    </div>
  )
}

type SumLineProps = { readonly sign?: string; readonly name: ReactNode; readonly value: string; readonly className?: string }

function SumLine({ sign = '', name, value, className = '' }: SumLineProps) {
  return (
    <tr className={className}>
      <td>{sign}</td>
      <td>{name}</td>
      <td>{value}</td>
    </tr>
  )
}

/** 约定 − 已计时 = 剩余: it always balances; pauses stand as lines of their own. */
function SumTable({ clock, detail, now }: WhyProps & { readonly now: number }) {
  const { say, locale } = useWords()
  const { why } = clock
  // Between two readings of the page an all-day clock runs on as the wall does; others wait for the next reading.
  const runsOn = clock.state === 'open' && why.calendar.always ? Math.max(0, now - detail.asOf) : 0
  const sum = balancedSum({ withinMs: why.withinMs, usedMs: why.usedMs + runsOn })
  const words = (ms: number): string => exactWords(ms, locale)
  const at = (instant: number): string => instantWords(instant, now, { zone: detail.zone, locale })
  if (!sum) return null
  return (
    <table className="sum">
      <tbody>
        <SumLine name={say('sum.within')} value={words(sum.withinMs)} />
        <SumLine sign="−" name={say('sum.used')} value={words(sum.usedMs)} />
        {why.pauses.map((pause) => (
          <SumLine
            key={pause.fact + pause.from}
            className="tone-paused toned"
            name={say('sum.paused', {
              reason: detail.plan?.reasons.find((one) => one.id === pause.reason)?.name ?? pause.reason,
              from: at(pause.from),
              until: pause.until === undefined ? say('sum.still') : at(pause.until),
            })}
            value={words(Math.floor(pause.ms / 60_000) * 60_000)}
          />
        ))}
        {sum.overMs > 0 ? (
          <SumLine sign="=" className="total" name={say('sum.over')} value={words(sum.overMs)} />
        ) : (
          <SumLine sign="=" className="total" name={say('sum.left')} value={words(sum.leftMs)} />
        )}
      </tbody>
    </table>
  )
}

/** What was believed at the time, where it changed: both verdicts stay visible. */
function Record({ beliefs, zone, now }: { readonly beliefs: readonly Belief[]; readonly zone: string; readonly now: number }) {
  const { say, locale } = useWords()
  if (beliefs.length < 2) return null
  const at = (instant: number, ends = false): string => instantWords(instant, now, { zone, locale, ends })
  return (
    <details className="record">
      <summary>{say('record.title', { count: beliefs.length })}</summary>
      <ul>
        {beliefs.map((belief) => (
          <li key={`${belief.at} ${belief.state} ${belief.dueAt ?? ''}`}>
            <span className="ink3">{at(belief.at)}</span>{' '}
            {belief.state === 'withdrawn' ? say('record.withdrawn') : say(`state.${belief.state}`)}
            {belief.dueAt !== undefined && <span className="ink3"> {say('record.due', { due: at(belief.dueAt, true) })}</span>}
          </li>
        ))}
      </ul>
    </details>
  )
}

/** Why a clock says what it says: the clause, the bar, the sum, the sentences, the record. */
export function Why({ clock, detail, close }: WhyProps & { readonly close: () => void }) {
  const { say, locale } = useWords()
  const { tone, words, now } = useBadge(clock)
  const due = clock.dueAt === undefined ? undefined : instantWords(clock.dueAt, now, { zone: detail.zone, locale, ends: true })
  const copy = (): void => void navigator.clipboard?.writeText(clock.words.join('\n')).then(() => notify({ words: say('why.copied') }))
  return (
    <section className="why" aria-label={say('why.title', { title: clock.title })}>
      <header className="row why-head">
        <span className={`tone-${tone} toned`}>
          <ClockShape tone={tone} />
        </span>
        <b className="grow">
          {due === undefined ? say('why.title', { title: clock.title }) : say('why.title-due', { title: clock.title, due })}
        </b>
        <span className="s13 ink3 why-same">{say('why.same-for-customer')}</span>
        <button type="button" className="link s13" onClick={copy}>
          {say('why.copy')}
        </button>
        <button type="button" className="plain" aria-label={say('action.close')} onClick={close}>
          <Icon name="close" />
        </button>
      </header>
      <div className="why-body">
        <Signed clock={clock} detail={detail} now={now} />
        <div className="why-right">
          <TimeBar clock={clock} zone={detail.zone} now={now} />
          <SumTable clock={clock} detail={detail} now={now} />
          <p className="s13 ink2 why-words">
            <b className="ink">{words}</b>{' '}
            {clock.why.plainDueAt !== undefined &&
              clock.pausedMs > 0 &&
              due !== undefined &&
              say('why.moved', { plain: instantWords(clock.why.plainDueAt, now, { zone: detail.zone, locale, ends: true }), due })}
          </p>
          <details className="record">
            <summary>{say('why.in-words')}</summary>
            <ul>
              {clock.words.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </details>
          <ObligationActs obligation={clock} />
          <Record beliefs={clock.beliefs} zone={detail.zone} now={now} />
        </div>
      </div>
    </section>
  )
}
