import type { RosterShift, RosterWeek } from '../../wire/roster.ts'
import { Icon } from '../../ui/Icon.tsx'
import { useMinute } from '../../ui/now.ts'
import { dayWords } from '../../ui/time.ts'
import { useWords } from '../../ui/words/say.ts'
import { useZone } from '../session.ts'
import { AbsenceMark, GapMarks, ShiftMark } from './Marks.tsx'
import type { Wanted } from './PlanDrawer.tsx'
import { lacking } from './roster-week.ts'
import type { Day, RosterDesk, RosterPerson } from './roster-week.ts'

export type WeekProps = {
  readonly week: RosterWeek
  readonly people: readonly RosterPerson[]
  /** undefined: this person only looks */
  readonly plan: ((wanted: Wanted) => void) | undefined
  readonly open: (shift: RosterShift, person: { readonly id: string; readonly name: string }) => void
}

export function isToday({ start, end }: Day, now: number): boolean {
  return start <= now && now < end
}

function Heads({ week }: { readonly week: RosterWeek }) {
  const { say, locale } = useWords()
  const zone = useZone()
  const now = useMinute()
  return (
    <thead>
      <tr>
        <th scope="col">{say('roster.who')}</th>
        {week.days.map((day) => (
          <th key={day.day} scope="col" className={isToday(day, now) ? 'today' : ''} aria-current={isToday(day, now) ? 'date' : undefined}>
            {dayWords(day.start, now, { zone, locale })}
          </th>
        ))}
      </tr>
    </thead>
  )
}

function DeskRow({ desk, days, plan }: { readonly desk: RosterDesk; readonly days: readonly Day[]; readonly plan: WeekProps['plan'] }) {
  const { say } = useWords()
  return (
    <tr className="desk-row">
      <th scope="row">
        <span className="block">{desk.desk?.name ?? desk.title}</span>
        <span className="s12 ink3 block">{say('roster.promised', { number: desk.contract.number, count: desk.atLeast })}</span>
      </th>
      {days.map((day) => (
        <td key={day.day}>
          <GapMarks desk={desk} day={day} plan={plan} />
        </td>
      ))}
    </tr>
  )
}

function PersonRow({
  person,
  days,
  plan,
  open,
}: { readonly person: RosterPerson; readonly days: readonly Day[] } & Pick<WeekProps, 'plan' | 'open'>) {
  const { say } = useWords()
  return (
    <tr>
      <th scope="row">
        <span className="block">{person.name}</span>
        <span className="s12 ink3 block">{person.team?.name}</span>
      </th>
      {days.map((day) => (
        <td key={day.day}>
          {person.absences.map((absence) => (
            <AbsenceMark key={absence.id} absence={absence} day={day} />
          ))}
          {person.shifts.map((shift) => (
            <ShiftMark key={shift.record} shift={shift} day={day} open={() => open(shift, person)} />
          ))}
          {plan && (
            <button
              type="button"
              className="roster-add"
              aria-label={say('roster.plan-for', { name: person.name, day: day.day })}
              onClick={() => plan({ person: person.id, day: day.day })}
            >
              <Icon name="plus" size={14} />
            </button>
          )}
        </td>
      ))}
    </tr>
  )
}

/** The week as a table: first the hours that are promised and not covered, then everybody with what they are planned for. */
export function WeekTable({ week, people, plan, open }: WeekProps) {
  const { say } = useWords()
  const gaps = lacking(week.desks)
  return (
    <div className="roster-scroll">
      <table className="roster-week">
        <Heads week={week} />
        <tbody aria-label={say('roster.gaps')}>
          {gaps.map((desk) => (
            <DeskRow key={`${desk.contract.id} ${desk.promise}`} desk={desk} days={week.days} plan={plan} />
          ))}
          {gaps.length === 0 && week.desks.length > 0 && (
            <tr className="desk-row">
              <td colSpan={week.days.length + 1} className="s13 ink2">
                {say('roster.covered')}
              </td>
            </tr>
          )}
        </tbody>
        <tbody aria-label={say('roster.people')}>
          {people.map((person) => (
            <PersonRow key={person.id} person={person} days={week.days} plan={plan} open={open} />
          ))}
        </tbody>
      </table>
    </div>
  )
}
