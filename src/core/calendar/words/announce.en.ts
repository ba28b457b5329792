import type { Words } from '../../words.ts'
import type { AnnounceWord } from './announce.zh-CN.ts'

/** What is wrong with a list of holidays that somebody brings, and what to mend. */
export const ANNOUNCE_EN: Words<AnnounceWord> = {
  json: 'This is no JSON. Upload or paste the whole file of the list.',
  shape: 'The list should have “year” and “days”, the days one by one.',
  year: '“year” should be a year of four digits, such as 2027.',
  'known-already': 'The holidays of {year} are published already; the list in force is known up to {until}.',
  'year-gap': 'After the list in force {next} comes next; {year} cannot be published before it.',
  'too-many': 'A year has at most {most} days here; check whether another year slipped in.',
  'day-shape': 'This day should have name, date and isOffDay.',
  'day-date': '“{date}” is no date; write it as 2027-01-01.',
  'day-outside': '{date} does not belong to the list of {year}.',
  'day-name': '{date} names no festival, or too long a one.',
  'day-off': '{date} does not say whether it is off or worked (true or false in JSON).',
  'make-up-weekday': '{date} is said to be a make-up workday, but it is no weekend.',
  'day-twice': '{date} is there twice; keep one.',
  'festivals-missing': 'The list is incomplete; missing: {festivals}.',
}
