import { exactWords } from '../../core/promise/lengths.ts'
import type { ExplainedObligation } from '../../wire/obligations.ts'
import { instantWords, timeOfDay } from '../../ui/time.ts'
import { useWords } from '../../ui/words/say.ts'
import { timeSegments } from '../../ui/time-bar.ts'
import type { Segment } from '../../ui/time-bar.ts'

const MINUTE_MS = 60_000
/** A stretch narrower than this share of the bar has no room for words. */
const ROOM_FOR_WORDS = 0.16

function toMinute(ms: number): number {
  return Math.max(MINUTE_MS, Math.round(ms / MINUTE_MS) * MINUTE_MS)
}

type StretchProps = { readonly segment: Segment; readonly share: number; readonly spoken: boolean }

function Stretch({ segment, share, spoken }: StretchProps) {
  const { say, locale } = useWords()
  const length = exactWords(toMinute(segment.until - segment.from), locale)
  const label = say(`bar.${segment.kind}`, { length })
  return (
    <div className={`stretch ${segment.kind}`} style={{ flex: `${share} 0 ${segment.kind === 'paused' ? '6px' : '2px'}` }} title={label}>
      {segment.kind === 'paused' ? <u>{label}</u> : spoken && share > ROOM_FOR_WORDS ? length : null}
    </div>
  )
}

/** A clock as a bar: counted, paused (hatched), left, over. Lengths are said where every hour counts; else the wall's length would mislead. */
export function TimeBar({ clock, zone, now }: { readonly clock: ExplainedObligation; readonly zone: string; readonly now: number }) {
  const { say, locale } = useWords()
  const endedAt = clock.fulfilledAt ?? clock.endedAt
  const segments = timeSegments({ openedAt: clock.openedAt, dueAt: clock.dueAt, endedAt, pauses: clock.why.pauses, now })
  const [first, last] = [segments[0], segments.at(-1)]
  if (!first || !last) return null
  const whole = last.until - first.from
  const mark = endedAt ?? now
  const place = `${Math.min(100, Math.max(0, (100 * (mark - first.from)) / whole))}%`
  const crowded = mark - first.from < 0.22 * whole || last.until - mark < 0.18 * whole
  return (
    <div className="time-bar">
      <div className="row bar-names">
        <span className="label grow">{say('bar.title')}</span>
        {last.kind === 'left' && <span className="label">{say('sum.left')}</span>}
        {last.kind === 'over' && <span className="label tone-broken toned">{say('sum.over')}</span>}
      </div>
      <div
        className="bar"
        role="img"
        aria-label={segments
          .map((one) => say(`bar.${one.kind}`, { length: exactWords(toMinute(one.until - one.from), locale) }))
          .join('，')}
      >
        {segments.map((segment) => (
          <Stretch
            key={`${segment.kind} ${segment.from}`}
            segment={segment}
            share={(segment.until - segment.from) / whole}
            spoken={clock.why.calendar.always}
          />
        ))}
      </div>
      <div className="bar-axis">
        <span>{instantWords(first.from, now, { zone, locale })}</span>
        {!crowded && last.kind !== 'counted' && (
          <b className="bar-now" style={{ left: place }}>
            {endedAt === undefined ? say('bar.now', { time: timeOfDay(now, zone) }) : timeOfDay(mark, zone)}
          </b>
        )}
        <span>{instantWords(last.until, now, { zone, locale, ends: last.kind === 'left' })}</span>
      </div>
    </div>
  )
}
