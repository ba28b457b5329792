import { useMinute } from '../../ui/now.ts'
import { dayWords } from '../../ui/time.ts'
import { useWords } from '../../ui/words/say.ts'
import { useZone } from '../session.ts'
import { AbsenceMark, GapMarks, ShiftMark } from './Marks.tsx'
import { lacking, onDay } from './roster-week.ts'
import type { WeekProps } from './WeekTable.tsx'
import { isToday } from './WeekTable.tsx'

/** The week on a phone: day by day what is not covered, who is away, who is there. */
export function DayList({ week, people, plan, open }: WeekProps) {
  const { say, locale } = useWords()
  const zone = useZone()
  const now = useMinute()
  return week.days.map((day) => {
    const gaps = lacking(week.desks).filter((desk) => desk.gaps.some((gap) => onDay(gap, day)))
    const busy = people.filter((one) => [...one.shifts, ...one.absences].some((hours) => onDay(hours, day)))
    return (
      <section key={day.day} className="card place-card roster-day">
        <h2 className={isToday(day, now) ? 'label today' : 'label'}>{dayWords(day.start, now, { zone, locale })}</h2>
        {gaps.map((desk) => (
          <div key={`${desk.contract.id} ${desk.promise}`} className="roster-line">
            <span className="s13">
              {desk.desk?.name ?? desk.title} <span className="ink3">{desk.contract.number}</span>
            </span>
            <GapMarks desk={desk} day={day} plan={plan} />
          </div>
        ))}
        {busy.map((person) => (
          <div key={person.id} className="roster-line">
            <b className="s13">{person.name}</b>
            {person.absences.map((absence) => (
              <AbsenceMark key={absence.id} absence={absence} day={day} />
            ))}
            {person.shifts.map((shift) => (
              <ShiftMark key={shift.record} shift={shift} day={day} open={() => open(shift, person)} />
            ))}
          </div>
        ))}
        {gaps.length + busy.length === 0 && <p className="s13 ink3">{say('roster.day-empty')}</p>}
      </section>
    )
  })
}
