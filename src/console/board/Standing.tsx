import type { Board, BoardClause, BoardCovers, BoardLevel } from '../../wire/board.ts'
import { dayWords, instantWords, isoDay } from '../../ui/time.ts'
import { useWords } from '../../ui/words/say.ts'
import type { WordKey } from '../../ui/words/say.ts'
import { percent } from './strip.ts'

type Reader = Pick<ReturnType<typeof useWords>, 'say' | 'locale'>
type Say = Reader['say']
/** Two lines: how it stands, and what that is held against. */
type Told = { readonly main?: string | undefined; readonly more: string }

/** What stands apart from a verdict. */
function apart(say: Say, { counts }: BoardClause): string {
  return [
    counts.excused > 0 && say('board.excused', { count: counts.excused }),
    counts.disputed > 0 && say('board.disputed', { count: counts.disputed }),
  ]
    .filter(Boolean)
    .map((words) => `，${words}`)
    .join('')
}

/** A number: what it comes to, beside what was agreed. */
function toldOfLevel(say: Say, level: BoardLevel, clause: BoardClause): Told {
  const { bound, owners, value } = level
  const agreed = bound ? say(`board.level-${bound.kind}`, { limit: bound.words }) : say('board.no-number')
  const which = owners > 1 ? `，${say(bound?.kind === 'at-most' ? 'board.level-highest' : 'board.level-lowest', { count: owners })}` : ''
  if (value === undefined) return { more: say('board.not-measured') }
  const lost = clause.counts.broken > 0 ? `，${say('board.level-broken', { count: clause.counts.broken })}` : ''
  return { main: value, more: agreed + (lost || which) }
}

/** 门槛: how often something passed it with all that it asks for. */
function toldOfGate(say: Say, clause: BoardClause): Told {
  const { kept, broken } = clause.counts
  const times = clause.stopped?.times ?? 0
  const passed = clause.judged + clause.counts.excused > 0
  if (!passed)
    return times === 0
      ? { more: say('board.gate-idle') }
      : { main: say('board.gate-kept'), more: say('board.gate-held-only', { count: times }) }
  const stopped = times === 0 ? '' : say('board.gate-stopped', { count: times })
  return {
    main: broken > 0 ? say('board.gate-broken', { count: broken }) : say('board.gate-kept'),
    more: say('board.gate-passed', { count: kept }) + stopped + apart(say, clause),
  }
}

function toldOfCovers(say: Say, { counts, per }: BoardCovers): Told {
  const states = (['in-force', 'to-come', 'waiting', 'ended'] as const).filter((state) => counts[state] > 0)
  const [first = 'waiting', ...others] = states
  if (per === 'contract' || (first === 'waiting' && others.length === 0)) return { more: say(`cover.${first}`) }
  const rest = others.map((state) => `，${say(`cover.${state}`)} ${counts[state]}`).join('')
  return { main: say('board.devices', { count: counts[first] }), more: say(`cover.${first}`) + rest }
}

/** What a clause does of which nothing is judged. */
const WORKS: Readonly<Record<string, WordKey>> = { cover: 'board.cover-works', rule: 'board.rule-works' }

/** 规则: how often it acted this year, and when last; the forms that it still lacks stand beside. */
function toldOfRule(
  say: Say,
  fired: NonNullable<BoardClause['fired']>,
  { lacking, day }: { lacking: number; day: (at: number) => string },
): Told {
  const { times, last } = fired
  if (times === 0 || last === undefined) return { more: say('board.not-fired') }
  const more = say('board.fired-last', { day: day(last) }) + (lacking > 0 ? say('board.lacking', { count: lacking }) : '')
  return { main: say('board.fired', { times }), more }
}

function told(say: Say, clause: BoardClause, day: (at: number) => string): Told {
  if (clause.fired) return toldOfRule(say, clause.fired, { lacking: clause.counts.open, day })
  if (clause.level) return toldOfLevel(say, clause.level, clause)
  if (clause.covers) return toldOfCovers(say, clause.covers)
  if (clause.form === 'gate') return toldOfGate(say, clause)
  if (clause.rate === undefined)
    return { more: say(WORKS[clause.form] ?? (clause.unstated ? 'board.unstated' : 'board.not-judged')) + apart(say, clause) }
  return { main: percent(clause.rate), more: `${clause.counts.kept}/${clause.judged}${apart(say, clause)}` }
}

/** The same as one line of text. */
export function standingWords({ say, locale }: Reader, clause: BoardClause, board: Board): string {
  const { main, more } = told(say, clause, (at) => dayWords(at, board.asOf, { zone: board.zone, locale }))
  return [main, more].filter(Boolean).join('，')
}

/** How a clause stood in the year that is looked at. */
export function Standing({ clause, board }: { readonly clause: BoardClause; readonly board: Board }) {
  const { say, locale } = useWords()
  const { main, more } = told(say, clause, (at) => dayWords(at, board.asOf, { zone: board.zone, locale }))
  return (
    <span className="rate">
      {main !== undefined && <b>{main}</b>}
      <small>{more}</small>
    </span>
  )
}

/** What comes next of it: a due time, the end of a right. */
export function nextWords({ say, locale }: Reader, clause: BoardClause, board: Board): string | undefined {
  const end = clause.covers?.nextEnd
  if (end !== undefined) return say('board.cover-end', { day: isoDay(end - 1, board.zone) })
  if (clause.nextDueAt !== undefined) return instantWords(clause.nextDueAt, board.asOf, { zone: board.zone, locale, ends: true })
  return clause.counts.paused > 0 ? say('state.paused') : undefined
}

export function Next({ clause, board }: { readonly clause: BoardClause; readonly board: Board }) {
  const { say, locale } = useWords()
  const timed = clause.form === 'deadline' || clause.form === 'recurring' || clause.form === 'level'
  const words = nextWords({ say, locale }, clause, board)
  return (
    <span className={`s13 nowrap clause-next ${words === undefined ? 'ink3' : 'ink2'}`}>
      {words ?? (timed ? say('board.none-due') : '')}
    </span>
  )
}
