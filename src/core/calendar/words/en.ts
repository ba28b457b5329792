import type { CalendarProblemCode } from '../calendar.ts'
import type { Words } from '../../words.ts'

export const EN: Words<CalendarProblemCode> = {
  'not-a-calendar': 'A calendar belongs here, not “{value}”: write hours: 24x7, or list the hours of the week under weekly:.',
  'unknown-key': 'A calendar has no “{key}”; it may say: {known}.',
  'hours-or-weekly': 'A calendar says either hours (24x7 or unstated) or weekly: one of them, not both and not neither.',
  'unknown-hours-word': 'hours is 24x7 or unstated, not “{value}”; times of day stand under weekly.',
  'bad-value': '“{value}” cannot stand here.',
  'unknown-day': '“{value}” is no day of the week; write mon tue wed thu fri sat sun, several days in a row as mon-fri.',
  'bad-hours': '“{value}” is no opening time; write 09:30-19:30, over midnight 22:00-06:00, up to midnight 24:00.',
  'empty-hours': '“{value}” begins and ends at the same time; a whole day is 00:00-24:00.',
  'bad-date': '“{value}” is no date that exists; write 2026-10-10.',
  'dates-reversed': 'The last date {until} lies before the first, {from}.',
  'date-twice': 'A date in here is already settled by {other}; settle each date once.',
  'unknown-holidays': 'There is no holiday list “{value}”; there is: {known}.',
  'no-open-time': 'This calendar is never open, so nothing counted on it would ever fall due; say its hours.',
  'hours-unstated': 'The hours are not agreed yet (unstated); fill them in by a term of the contract before counting on them.',
}
