import { useState } from 'preact/hooks'
import { instantWords } from '../../ui/time.ts'
import type { ExplainedObligation, WaitingClock } from '../../wire/obligations.ts'
import type { TicketDetail } from '../../wire/tickets.ts'
import { useBadge } from '../now.ts'
import { ClockShape } from '../shell/Clock.tsx'
import { Icon } from '../shell/Icon.tsx'
import { useWords } from '../words/say.ts'
import { Why } from './Why.tsx'

/** Under the words: the instants that matter for this state. */
function useInstants(clock: ExplainedObligation, zone: string, now: number): string {
  const { say, locale } = useWords()
  const at = (instant: number | undefined, ends = false): string =>
    instant === undefined ? '—' : instantWords(instant, now, { zone, locale, ends })
  const due = at(clock.dueAt, true)
  if (clock.dueAt === undefined && clock.state === 'open') return say('ticket.clock-since', { since: at(clock.openedAt) })
  switch (clock.state) {
    case 'open':
      return say('ticket.clock-due', { due })
    case 'paused':
      return say('ticket.clock-paused', { since: at(clock.pausedSince), due })
    case 'kept':
      return clock.dueAt === undefined
        ? say('ticket.clock-kept-plain', { at: at(clock.keptAt) })
        : say('ticket.clock-kept', { at: at(clock.keptAt), due })
    case 'broken':
      return clock.fulfilledAt === undefined
        ? say('ticket.clock-broken', { due })
        : say('ticket.clock-broken-done', { at: at(clock.fulfilledAt), due })
    default:
      return at(clock.endedAt)
  }
}

type ClocksProps = { readonly detail: TicketDetail; readonly reload: () => Promise<void> }

function Clock({ clock, detail, reload }: ClocksProps & { readonly clock: ExplainedObligation }) {
  const { say } = useWords()
  const [open, setOpen] = useState(false)
  const { tone, words, now } = useBadge(clock)
  const instants = useInstants(clock, detail.zone, now)
  const title = clock.episode > 1 ? say('ticket.clock-episode', { title: clock.title, episode: clock.episode }) : clock.title
  return (
    <li className={open ? 'clock open' : 'clock'}>
      <button type="button" className={`clock-row tone-${tone}`} aria-expanded={open} onClick={() => setOpen(!open)}>
        <ClockShape tone={tone} />
        <span className="clock-title">{title}</span>
        <span className="grow">
          <b className="clock-words">{words}</b>
          <span className="s13 ink2">{instants}</span>
        </span>
        <span className="s13 ink2 why-sign">
          {say('why.title')} <Icon name={open ? 'down' : 'right'} />
        </span>
      </button>
      {open && <Why clock={clock} detail={detail} reload={reload} />}
    </li>
  )
}

function Waiting({ clock }: { readonly clock: WaitingClock }) {
  const { say } = useWords()
  const waits = clock.state === 'waiting'
  return (
    <li className="clock">
      <div className={`clock-row tone-${clock.state}`}>
        <ClockShape tone={clock.state} />
        <span className="clock-title">{clock.title}</span>
        <span className="grow">
          <b className="clock-words">{waits ? clock.waitsFor : say('ticket.clock-not-triggered')}</b>
          {clock.text !== undefined && <span className="s13 ink2">{clock.text}</span>}
        </span>
      </div>
    </li>
  )
}

/** What runs in the order of its opening; of several goes the newest first. What somebody else arranged is over. */
function inOrder(clocks: readonly ExplainedObligation[]): readonly ExplainedObligation[] {
  return clocks.toSorted(
    (a, b) =>
      b.episode - a.episode ||
      Number(a.state === 'cancelled') - Number(b.state === 'cancelled') ||
      a.openedAt - b.openedAt ||
      (a.dueAt ?? Infinity) - (b.dueAt ?? Infinity),
  )
}

/** 我们的承诺: the clocks of the console with the same words, each opening its why. */
export function Clocks({ detail, reload }: ClocksProps) {
  const { say } = useWords()
  const none = detail.obligations.length + detail.waiting.length === 0
  return (
    <section className="card clocks" aria-label={say('ticket.clocks')}>
      <h2>{say('ticket.clocks')}</h2>
      {none && <p className="ink2">{say('ticket.no-clocks')}</p>}
      <ul>
        {inOrder(detail.obligations).map((clock) => (
          <Clock key={clock.id} clock={clock} detail={detail} reload={reload} />
        ))}
        {detail.waiting.map((clock) => (
          <Waiting key={clock.promise} clock={clock} />
        ))}
      </ul>
    </section>
  )
}
