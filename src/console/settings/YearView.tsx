import { Segmented } from 'antd'
import { useState } from 'react'
import type { HolidayLists } from '../../wire/holidays.ts'
import { useWords } from '../../ui/words/say.ts'
import { weeksOf } from './year-grid.ts'
import type { GridDay } from './year-grid.ts'

type Day = HolidayLists['days'][number]

const MONTHS = Array.from({ length: 12 }, (_, month) => month + 1)
const WEEKDAYS = ['1', '2', '3', '4', '5', '6', '7'] as const

function Cell({ at, listed }: { readonly at: GridDay | undefined; readonly listed: Day | undefined }) {
  const { say } = useWords()
  if (!at) return <td />
  if (!listed) return <td className={at.weekend ? 'weekend' : ''}>{at.day}</td>
  const kind = listed.isOffDay ? 'off' : 'worked'
  const words = `${at.date} ${listed.name} ${say(`holidays.${kind}`)}`
  return (
    <td className={`listed ${kind}`} title={words} aria-label={words}>
      {at.day}
    </td>
  )
}

type MonthProps = { readonly year: number; readonly month: number; readonly listed: ReadonlyMap<string, Day> }

function Month({ year, month, listed }: MonthProps) {
  const { say } = useWords()
  return (
    <table className="year-month">
      <caption>{say('holidays.month', { month })}</caption>
      <thead>
        <tr>
          {WEEKDAYS.map((day) => (
            <th key={day} scope="col" abbr={say(`weekday.${day}`)}>
              {say(`weekday.short.${day}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(year, month).map((week, place) => (
          <tr key={place}>
            {week.map((at, weekday) => (
              <Cell key={weekday} at={at} listed={at && listed.get(at.date)} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** 年历: a year of the list at a glance, the days off and the weekend days that are worked. */
export function YearView({ days }: { readonly days: readonly Day[] }) {
  const { say } = useWords()
  const years = [...new Set(days.map(({ date }) => date.slice(0, 4)))]
  const [chosen, choose] = useState<string>()
  const year = chosen ?? years.at(-1)
  if (year === undefined) return null
  const own = days.filter(({ date }) => date.startsWith(year))
  const listed = new Map(own.map((day) => [day.date, day]))
  const count = (off: boolean): number => own.filter(({ isOffDay }) => isOffDay === off).length
  return (
    <section className="year-view" aria-label={say('holidays.year-view')}>
      <div className="row year-head">
        <Segmented<string> value={year} options={years} onChange={choose} />
        <span className="s13 ink2 row">
          <span className="year-key off" aria-hidden /> {say('holidays.off-days', { count: count(true) })}
          <span className="year-key worked" aria-hidden /> {say('holidays.worked-days', { count: count(false) })}
        </span>
      </div>
      <div className="year-months">
        {MONTHS.map((month) => (
          <Month key={month} year={Number(year)} month={month} listed={listed} />
        ))}
      </div>
    </section>
  )
}
