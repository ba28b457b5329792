import { exactWords } from '../../ui/lengths.ts'
import { balancedSum, timeSegments } from '../../ui/time-bar.ts'
import { instantWords, timeOfDay } from '../../ui/time.ts'
import type { ExplainedObligation } from '../../wire/obligations.ts'
import type { TicketDetail } from '../../wire/tickets.ts'
import { useBadge } from '../now.ts'
import { useMay } from '../session.ts'
import { useWords } from '../words/say.ts'
import { DisputeMark, Objection } from './Objection.tsx'

type Explained = { readonly clock: ExplainedObligation; readonly detail: TicketDetail }
type WhyProps = Explained & { readonly reload: () => Promise<void> }
type Shown = Explained & { readonly now: number }

const MINUTE_MS = 60_000

function useAt({ detail, now }: Shown): (instant: number, ends?: boolean) => string {
  const { locale } = useWords()
  return (instant, ends = false) => instantWords(instant, now, { zone: detail.zone, locale, ends })
}

/** The clock as a bar: counted, paused (hatched), left, over. */
function Bar(props: Shown) {
  const { say, locale } = useWords()
  const { clock, now } = props
  const at = useAt(props)
  const endedAt = clock.fulfilledAt ?? clock.endedAt
  const segments = timeSegments({ openedAt: clock.openedAt, dueAt: clock.dueAt, endedAt, pauses: clock.why.pauses, now })
  const [first, last] = [segments[0], segments.at(-1)]
  if (!first || !last) return null
  const spoken = segments.map(
    (one) => `${say(`bar.${one.kind}`)} ${exactWords(Math.round((one.until - one.from) / MINUTE_MS) * MINUTE_MS, locale)}`,
  )
  return (
    <>
      <div className="bar" role="img" aria-label={spoken.join('，')}>
        {segments.map((one) => (
          <i key={`${one.kind} ${one.from}`} className={one.kind} style={{ flex: `${one.until - one.from} 0 3px` }} />
        ))}
      </div>
      <div className="bar-axis s13 ink2">
        <span>{at(first.from)}</span>
        {endedAt === undefined && last.kind === 'left' && <span>{say('why.now', { time: timeOfDay(now, props.detail.zone) })}</span>}
        <span>{at(last.until, last.kind === 'left')}</span>
      </div>
    </>
  )
}

function Line({ name, value, className }: { readonly name: string; readonly value: string; readonly className?: string }) {
  return (
    <tr className={className}>
      <td>{name}</td>
      <td>{value}</td>
    </tr>
  )
}

/** 约定 − 已计时 = 剩余: it always balances; pauses stand as lines of their own. */
function Sum({ clock, detail, now }: Shown) {
  const { say, locale } = useWords()
  const { why } = clock
  // Between two readings an all-day clock runs on as the wall does; others wait for the next reading.
  const runsOn = clock.state === 'open' && why.calendar.always ? Math.max(0, now - detail.asOf) : 0
  const sum = balancedSum({ withinMs: why.withinMs, usedMs: why.usedMs + runsOn })
  if (!sum) return null
  const reasonOf = (id: string): string => detail.plan?.reasons.find((one) => one.id === id)?.name ?? id
  const over = sum.overMs > 0
  return (
    <table className="sum">
      <tbody>
        <Line name={say('why.within')} value={exactWords(sum.withinMs, locale)} />
        <Line name={say('why.used')} value={exactWords(sum.usedMs, locale)} />
        {why.pauses.map((pause) => (
          <Line
            key={pause.fact + pause.from}
            className="tone-paused"
            name={say('why.paused', { reason: reasonOf(pause.reason) })}
            value={exactWords(Math.floor(pause.ms / MINUTE_MS) * MINUTE_MS, locale)}
          />
        ))}
        <Line className="total" name={say(over ? 'why.over' : 'why.left')} value={exactWords(over ? sum.overMs : sum.leftMs, locale)} />
      </tbody>
    </table>
  )
}

/** Why a clock says what it says, as the vendor's people read it: the signed text, the bar, the sum, the sentences. */
export function Why({ clock, detail, reload }: WhyProps) {
  const { say } = useWords()
  const runs = clock.state === 'open' || clock.state === 'paused'
  const mayObject = useMay('dispute.raise') && !runs && clock.dispute === undefined
  const { now } = useBadge(clock)
  const shown = { clock, detail, now }
  const at = useAt(shown)
  const { why } = clock
  return (
    <div className="why">
      <b>{clock.dueAt === undefined ? say('why.title') : say('why.title-due', { due: at(clock.dueAt, true) })}</b>
      <p className="song">{why.text ? say('quoted', { text: why.text }) : say('why.no-text')}</p>
      <p className="s13 ink2">{[say(why.calendar.always ? 'why.always' : 'why.office'), ...clock.applies].join(' · ')}</p>
      {clock.dueAt !== undefined && <Bar {...shown} />}
      <Sum {...shown} />
      <details>
        <summary>{say('why.in-words')}</summary>
        <ul className="because">
          {clock.words.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </details>
      {clock.dispute && <DisputeMark dispute={clock.dispute} />}
      {mayObject && <Objection path={`/obligations/${clock.id}/dispute`} about={clock.title} reload={reload} />}
    </div>
  )
}
