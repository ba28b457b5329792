import { Link } from '@tanstack/react-router'
import type { Absence, RosterShift } from '../../wire/roster.ts'
import { ClockShape } from '../../ui/ClockShape.tsx'
import { timeOfDay } from '../../ui/time.ts'
import { useWords } from '../../ui/words/say.ts'
import { useZone } from '../session.ts'
import type { Wanted } from './PlanDrawer.tsx'
import { isWholeDay, onDay } from './roster-week.ts'
import type { Day, Hours, RosterDesk } from './roster-week.ts'

/** `08:00 – 20:00`, a whole day as that; a day ends at 24:00. */
export function useDayHours(): (hours: Hours, day: Day) => string {
  const { say } = useWords()
  const zone = useZone()
  return (hours, day) => {
    if (isWholeDay(hours, day)) return say('roster.whole-day')
    return say('roster.span', { from: timeOfDay(hours.start, zone), until: hours.end >= day.end ? '24:00' : timeOfDay(hours.end, zone) })
  }
}

/** A shift as far as it falls on a day; a click opens it. */
export function ShiftMark({ shift, day, open }: { readonly shift: RosterShift; readonly day: Day; readonly open: () => void }) {
  const words = useDayHours()
  const part = onDay(shift, day)
  if (!part) return null
  return (
    <button type="button" className="roster-mark shift-mark" onClick={open}>
      <b>{words(part, day)}</b>
      <span className="s12 one-line">{shift.desk?.name}</span>
      <span className="s12 ink3 one-line">{shift.contract.number}</span>
    </button>
  )
}

export function AbsenceMark({ absence, day }: { readonly absence: Absence; readonly day: Day }) {
  const { say } = useWords()
  const words = useDayHours()
  const part = onDay(absence, day)
  if (!part) return null
  return (
    <span className="roster-mark absence-mark">
      <b>{say(`absence.${absence.reason}`)}</b>
      <span className="s12 one-line">{words(part, day)}</span>
    </span>
  )
}

type GapProps = {
  readonly desk: RosterDesk
  readonly day: Day
  readonly plan: ((wanted: Wanted) => void) | undefined
}

/** Hours that are promised and that nobody covers: what has happened is a broken promise and leads to it, what is to come can be filled. */
export function GapMarks({ desk, day, plan }: GapProps) {
  const { say } = useWords()
  const zone = useZone()
  const words = useDayHours()
  return desk.gaps.map((gap) => {
    const part = onDay(gap, day)
    if (!part) return null
    if (gap.state === 'broken')
      return (
        <Link
          key={gap.start}
          to="/board/$id"
          params={{ id: desk.contract.id }}
          search={{ promise: desk.promise, ...(gap.obligation === undefined ? {} : { instance: gap.obligation }) }}
          className="roster-mark gap-broken tone-broken"
        >
          <b>
            <ClockShape tone="broken" size={14} /> {say('roster.nobody')}
          </b>
          <span className="s12">{words(part, day)}</span>
        </Link>
      )
    const wanted = {
      contract: desk.contract.id,
      desk: desk.desk?.id,
      day: day.day,
      from: timeOfDay(part.start, zone),
      until: part.end >= day.end ? '24:00' : timeOfDay(part.end, zone),
    }
    return (
      <button key={gap.start} type="button" className="roster-mark gap-open" disabled={!plan} onClick={() => plan?.(wanted)}>
        <b>{say('roster.to-fill')}</b>
        <span className="s12">{words(part, day)}</span>
      </button>
    )
  })
}
