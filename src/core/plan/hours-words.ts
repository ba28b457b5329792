import type { CalendarSource } from '../calendar/calendar.ts'
import { sayDays, sayWeekly } from './explain-words.ts'
import type { Speaker, WeeklySource } from './explain-words.ts'

function sayHolidays(speaker: Speaker, source: WeeklySource): string {
  const { s } = speaker
  const makeUp = source['make-up-as']
  if (!source.holidays) return s('calendar-no-holidays')
  return s('calendar-holidays') + (makeUp === undefined ? '' : s('calendar-make-up', { day: sayDays(speaker, makeUp) }))
}

/** When a calendar is open: 周一至周五 09:00-17:30，遵循国务院节假日安排. */
export function sayHours(speaker: Speaker, source: CalendarSource): string {
  const { s } = speaker
  const zone = source.timezone === undefined ? '' : s('calendar-zone', { zone: source.timezone })
  if ('hours' in source) return s(source.hours === '24x7' ? 'calendar-always' : 'calendar-unstated') + zone
  const dates = (source.overrides ?? []).map(
    ({ date, until, hours }) => `${date}${until === undefined ? '' : `…${until}`} ${hours.join(' ') || s('closed')}`,
  )
  const special = dates.length === 0 ? '' : s('calendar-overrides', { dates: dates.join(s('list-comma')) })
  return s('calendar-weekly', { weekly: sayWeekly(speaker, source), holidays: sayHolidays(speaker, source), zone }) + special
}
