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
import './clock-group.css'

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

/** Whom it is with by name; where nobody is named, the role. */
function ownerWords({ role, people }: NonNullable<ExplainedObligation['owner']>): string {
  return people.length === 0 ? role : people.map(({ name }) => name).join(' ')
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
      {clock.owner && (clock.state === 'open' || clock.state === 'paused') && (
        <span className="s12 ink2">{say('clock.owner', { who: ownerWords(clock.owner) })}</span>
      )}
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

/** Whose clocks a fault carries along without their being its own: they go on whether anybody calls or not. */
const BESIDE = ['asset', 'site', 'contract', 'customer', 'model'] as const

type Beside = (typeof BESIDE)[number]

const nounOf = (clock: ExplainedObligation): string => clock.subject.slice(0, clock.subject.indexOf('/'))

type Group = { readonly noun: Beside; readonly of: string; readonly clocks: readonly ExplainedObligation[] }

/** The clocks of the fault itself, and those of what it is about, each under what it belongs to. */
function grouped(clocks: readonly ExplainedObligation[]): {
  readonly own: readonly ExplainedObligation[]
  readonly groups: readonly Group[]
} {
  const isBeside = (clock: ExplainedObligation): boolean => BESIDE.some((noun) => noun === nounOf(clock))
  const groups = BESIDE.flatMap((noun) => {
    const bySubject = Map.groupBy(
      clocks.filter((one) => nounOf(one) === noun),
      (one) => one.subject,
    )
    return [...bySubject].map(([subject, all]) => ({ noun, of: subject, clocks: all }))
  })
  return { own: clocks.filter((one) => !isBeside(one)), groups }
}

/** What the group belongs to, by the name that the ticket's own head gives it. */
function groupName({ ticket }: TicketDetail, { noun, of }: Group): string | undefined {
  const id = of.slice(of.indexOf('/') + 1)
  if (noun === 'model') return id
  if (noun === 'contract') return ticket.contract?.id === id ? ticket.contract.number : undefined
  const named = ticket[noun]
  return named?.id === id ? named.name : undefined
}

type Shown = { readonly clocks: readonly ExplainedObligation[]; readonly detail: TicketDetail; readonly open: string | undefined }
type Opening = { readonly toggle: (id: string) => void; readonly close: () => void }

function Cards({ clocks, detail, open, toggle }: Shown & Pick<Opening, 'toggle'>) {
  return clocks.map((clock) => (
    <Card key={clock.id} clock={clock} zone={detail.zone} open={clock.id === open} toggle={() => toggle(clock.id)} />
  ))
}

function ShownWhy({ clocks, detail, open, close }: Shown & Pick<Opening, 'close'>) {
  const shown = clocks.find((one) => one.id === open)
  return shown && <Why clock={shown} detail={detail} close={close} />
}

export function ClockCards({ detail }: { readonly detail: TicketDetail }) {
  const { say } = useWords()
  const [open, setOpen] = useState<string>()
  const toggle = (id: string): void => setOpen((before) => (before === id ? undefined : id))
  const close = (): void => setOpen(undefined)
  const { own, groups } = grouped(inOrder(detail.obligations))
  const waiting = detail.waiting.find((one) => one.promise === open)
  if (own.length + groups.length + detail.waiting.length === 0) return <p className="card no-clocks ink2">{say('clock.none')}</p>
  return (
    <section aria-label={say('clock.section')}>
      <div className="clock-cards">
        <Cards clocks={own} detail={detail} open={open} toggle={toggle} />
        {detail.waiting.map((clock) => (
          <WaitingCard key={clock.promise} clock={clock} open={clock.promise === open} toggle={() => toggle(clock.promise)} />
        ))}
      </div>
      <ShownWhy clocks={own} detail={detail} open={open} close={close} />
      {waiting && <WaitingWhy clock={waiting} />}
      {groups.map((group) => (
        <div key={group.of} className="clock-group">
          <h3 className="s12 ink2">{[say(`clock.of-${group.noun}`), groupName(detail, group)].filter(Boolean).join(' ')}</h3>
          <div className="clock-cards beside">
            <Cards clocks={group.clocks} detail={detail} open={open} toggle={toggle} />
          </div>
          <ShownWhy clocks={group.clocks} detail={detail} open={open} close={close} />
        </div>
      ))}
    </section>
  )
}
