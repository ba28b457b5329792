import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Roster as RosterOf } from '../../wire/services.ts'
import { useMinute } from '../../ui/now.ts'
import { instantWords, isoDay, timeOfDay } from '../../ui/time.ts'
import { useWords } from '../../ui/words/say.ts'
import { rosterQuery } from '../api/queries.ts'
import { useMay, useSession, useZone } from '../session.ts'
import { CardHead } from '../shell/CardHead.tsx'
import { ServiceForm } from './ServiceForm.tsx'
import type { ServiceGround } from './ServiceForm.tsx'

type Desk = RosterOf['desks'][number]
type Hours = Desk['gaps'][number]

/** `明天 18:00 – 20:00`, over midnight both with their day. */
function useHoursWords(): (hours: Hours) => { readonly from: string; readonly until: string } {
  const { locale } = useWords()
  const zone = useZone()
  const now = useMinute()
  return ({ start, end }) => {
    const sameDay = isoDay(start, zone) === isoDay(end, zone)
    return {
      from: instantWords(start, now, { zone, locale }),
      until: sameDay ? timeOfDay(end, zone) : instantWords(end, now, { zone, locale, ends: true }),
    }
  }
}

/** A gap that runs is a broken promise, one that is to come can still be filled. */
function Gaps({ desk, of: { from, until } }: { readonly desk: Desk; readonly of: RosterOf }) {
  const { say } = useWords()
  const words = useHoursWords()
  if (desk.gaps.length === 0) return <p className="s13 ink2">{say('roster.full')}</p>
  return (
    <ul className="roster-gaps">
      {desk.gaps.map((gap) => (
        <li key={gap.start}>
          <span className={gap.start <= from ? 'tag task-broken' : 'tag'}>
            {gap.end >= until ? say('roster.gap-open', { from: words(gap).from }) : say('roster.gap', words(gap))}
          </span>
        </li>
      ))}
    </ul>
  )
}

function Shifts({ shifts }: Pick<Desk, 'shifts'>) {
  const { say } = useWords()
  const words = useHoursWords()
  if (shifts.length === 0) return <p className="s13 ink3">{say('roster.empty')}</p>
  return (
    <ul>
      {shifts.map((shift) => (
        <li key={shift.record} className="sheet-row">
          <span className="grow">{shift.person.name}</span>
          <span className="s13 ink2">{say('roster.span', words(shift))}</span>
        </li>
      ))}
    </ul>
  )
}

/** 值班排班: who is on duty in the two weeks to come, and when nobody is; a plan that promises no duty has no such card. */
export function Roster({ ground }: { readonly ground: ServiceGround & { readonly contract: string } }) {
  const { say } = useWords()
  const mayRecord = useMay('service.record')
  const isOurs = useSession().me.customer === undefined
  const roster = useQuery({ ...rosterQuery(ground.contract), enabled: useMay('service.read') && isOurs }).data
  const [open, setOpen] = useState(false)
  if (!roster || roster.desks.length === 0) return null
  const [first] = roster.desks
  return (
    <section className="card place-card">
      <CardHead title={say('roster.title')} act={mayRecord ? { name: say('roster.plan'), run: () => setOpen(true) } : undefined} />
      {roster.desks.map((desk) => (
        <div key={desk.promise}>
          <h3 className="s13">{desk.desk?.name ?? desk.title}</h3>
          <Gaps desk={desk} of={roster} />
          <Shifts shifts={desk.shifts} />
        </div>
      ))}
      {open && (
        <ServiceForm
          ground={ground}
          type="shift.planned"
          answers={first?.desk === undefined ? {} : { desk: first.desk.id }}
          close={() => setOpen(false)}
        />
      )}
    </section>
  )
}
