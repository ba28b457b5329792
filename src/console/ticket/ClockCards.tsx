import { useState } from 'react'
import type { ExplainedObligation, WaitingClock } from '../../wire/obligations.ts'
import type { TicketDetail } from '../../wire/tickets.ts'
import { ClockShape } from '../../ui/ClockShape.tsx'
import { useBadge } from '../../ui/ClockBadge.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { instantWords } from '../../ui/time.ts'
import type { Zoned } from '../../ui/time.ts'
import { useWords } from '../../ui/words/say.ts'
import type { Say } from '../../ui/words/say.ts'
import { Marks } from '../releases/Marks.tsx'
import { Why } from './Why.tsx'

type Moment = { readonly now: number; readonly zoned: Zoned; readonly say: Say }

/** Under the big words: the instants that matter for this state. */
export function instantsLine(clock: ExplainedObligation, { now, zoned, say }: Moment): string {
  const at = (instant: number | undefined, ends = false): string =>
    instant === undefined ? '—' : instantWords(instant, now, { ...zoned, ends })
  const due = at(clock.dueAt, true)
  if (clock.missing) return say('consequence.since', { at: at(clock.openedAt) })
  if (clock.dueAt === undefined && clock.state === 'open') return say('clock.no-number', { since: at(clock.openedAt) })
  switch (clock.state) {
    case 'open':
      return say('clock.due', { due })
    case 'paused':
      return say('clock.paused-since', { since: at(clock.pausedSince), due })
    case 'kept':
      return clock.dueAt === undefined ? at(clock.keptAt) : say('clock.kept-at', { at: at(clock.keptAt), due })
    case 'broken':
      return clock.fulfilledAt === undefined
        ? say('clock.broken-at', { at: at(clock.brokenAt, true) })
        : say('clock.broken-done', { at: at(clock.fulfilledAt), due })
    default:
      return at(clock.endedAt)
  }
}

type CardProps = { readonly clock: ExplainedObligation; readonly zone: string; readonly open: boolean; readonly toggle: () => void }

function Card({ clock, zone, open, toggle }: CardProps) {
  const { say, locale } = useWords()
  const { tone, words, now } = useBadge(clock)
  const instants = instantsLine(clock, { now, zoned: { zone, locale }, say })
  return (
    <button
      type="button"
      className={`clock-card tone-${tone} ${open ? 'on' : ''}`}
      aria-expanded={open}
      onClick={toggle}
      aria-label={`${clock.title}，${words}，${instants}，${say('why.open')}`}
    >
      <span className="row clock-name">
        <ClockShape tone={tone} />
        <b className="grow one-line">
          {clock.episode > 1 ? say('clock.episode', { title: clock.title, episode: clock.episode }) : clock.title}
        </b>
        <span className={`s12 ${open ? 'brand' : 'ink3'}`}>
          {say('why.open')} {open && <Icon name="down" size={12} />}
        </span>
      </span>
      <span className="clock-words">{clock.state === 'kept' && clock.dueAt !== undefined ? say('clock.kept', { words }) : words}</span>
      <span className="s12 ink2">
        <span className={clock.provisional ? 'provisional' : ''}>{instants}</span> <Marks clock={clock} />
      </span>
    </button>
  )
}

function WaitingCard({ clock, open, toggle }: { readonly clock: WaitingClock; readonly open: boolean; readonly toggle: () => void }) {
  const { say } = useWords()
  return (
    <button type="button" className={`clock-card tone-${clock.state} ${open ? 'on' : ''}`} aria-expanded={open} onClick={toggle}>
      <span className="row clock-name">
        <ClockShape tone={clock.state} />
        <b className="grow one-line">{clock.title}</b>
        <span className="s12 ink3">{say('why.open')}</span>
      </span>
      <span className="clock-words">{clock.state === 'waiting' ? clock.waitsFor : say('clock.not-triggered')}</span>
      <span className="s12 ink2">{clock.state === 'waiting' ? say('clock.not-yet') : clock.waitsFor}</span>
    </button>
  )
}

function WaitingWhy({ clock }: { readonly clock: WaitingClock }) {
  const { say } = useWords()
  return (
    <section className="why">
      <div className="why-left">
        <div className="label">{say('why.signed')}</div>
        <p className="song cite">{clock.text ? say('why.quoted', { text: clock.text }) : say('why.no-text')}</p>
        <p className="s13 ink2">{clock.waitsFor}</p>
      </div>
    </section>
  )
}

/** In the order of their opening, each episode of its own; what has not opened comes last. */
function inOrder(clocks: readonly ExplainedObligation[]): readonly ExplainedObligation[] {
  return clocks.toSorted(
    (a, b) =>
      b.episode - a.episode ||
      Number(a.state === 'cancelled') - Number(b.state === 'cancelled') ||
      a.openedAt - b.openedAt ||
      (a.dueAt ?? Infinity) - (b.dueAt ?? Infinity),
  )
}

export function ClockCards({ detail }: { readonly detail: TicketDetail }) {
  const { say } = useWords()
  const [open, setOpen] = useState<string>()
  const toggle = (id: string): void => setOpen((before) => (before === id ? undefined : id))
  const clocks = inOrder(detail.obligations)
  const shown = clocks.find((one) => one.id === open)
  const waiting = detail.waiting.find((one) => one.promise === open)
  if (clocks.length + detail.waiting.length === 0) return <p className="card no-clocks ink2">{say('clock.none')}</p>
  return (
    <section aria-label={say('clock.section')}>
      <div className="clock-cards">
        {clocks.map((clock) => (
          <Card key={clock.id} clock={clock} zone={detail.zone} open={clock.id === open} toggle={() => toggle(clock.id)} />
        ))}
        {detail.waiting.map((clock) => (
          <WaitingCard key={clock.promise} clock={clock} open={clock.promise === open} toggle={() => toggle(clock.promise)} />
        ))}
      </div>
      {shown && <Why clock={shown} detail={detail} close={() => setOpen(undefined)} />}
      {waiting && <WaitingWhy clock={waiting} />}
    </section>
  )
}
