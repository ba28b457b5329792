import type { CalendarProblem, CalendarProblemCode } from './calendar.ts'
import type { Dictionary, Locale } from '../words.ts'
import { say } from '../words.ts'

/** What is wrong with a calendar, and what to do about it. The path stands beside the sentence. */
export const CALENDAR_WORDS: Dictionary<CalendarProblemCode> = {
  'zh-CN': {
    'not-a-calendar': '这里应写一份日历，而不是“{value}”：写 hours: 24x7，或用 weekly: 列出每周的服务时段。',
    'unknown-key': '日历里没有“{key}”这一项；可写的是：{known}。',
    'hours-or-weekly': '日历须写 hours（24x7 或 unstated）或 weekly 之一，不能都写，也不能都不写。',
    'unknown-hours-word': 'hours 只能写 24x7 或 unstated，不能写“{value}”；具体时段请写在 weekly 下。',
    'bad-value': '“{value}”不能写在这里。',
    'unknown-day': '“{value}”不是星期；请写 mon tue wed thu fri sat sun，连续几天写作 mon-fri。',
    'bad-hours': '“{value}”不是服务时段；请写作 09:30-19:30，跨夜写作 22:00-06:00，到午夜写作 24:00。',
    'empty-hours': '“{value}”的起止时间相同；全天请写 00:00-24:00。',
    'bad-date': '“{value}”不是存在的日期；请写作 2026-10-10。',
    'dates-reversed': '截止日期 {until} 早于起始日期 {from}。',
    'date-twice': '这里的日期在 {other} 里已经规定过；同一天只能规定一次。',
    'unknown-holidays': '没有名为“{value}”的节假日表；现有：{known}。',
    'no-open-time': '这份日历没有任何服务时间，按它计时永远不会到期；请写明服务时段。',
    'hours-unstated': '服务时间尚未约定（unstated）；请在合同条款中填写后再计时。',
  },
  'zh-TW': {
    'not-a-calendar': '這裡應寫一份日曆，而不是「{value}」：寫 hours: 24x7，或用 weekly: 列出每週的服務時段。',
    'unknown-key': '日曆裡沒有「{key}」這一項；可寫的是：{known}。',
    'hours-or-weekly': '日曆須寫 hours（24x7 或 unstated）或 weekly 之一，不能都寫，也不能都不寫。',
    'unknown-hours-word': 'hours 只能寫 24x7 或 unstated，不能寫「{value}」；具體時段請寫在 weekly 下。',
    'bad-value': '「{value}」不能寫在這裡。',
    'unknown-day': '「{value}」不是星期；請寫 mon tue wed thu fri sat sun，連續幾天寫作 mon-fri。',
    'bad-hours': '「{value}」不是服務時段；請寫作 09:30-19:30，跨夜寫作 22:00-06:00，到午夜寫作 24:00。',
    'empty-hours': '「{value}」的起訖時間相同；全天請寫 00:00-24:00。',
    'bad-date': '「{value}」不是存在的日期；請寫作 2026-10-10。',
    'dates-reversed': '截止日期 {until} 早於起始日期 {from}。',
    'date-twice': '這裡的日期在 {other} 裡已經規定過；同一天只能規定一次。',
    'unknown-holidays': '沒有名為「{value}」的節假日表；現有：{known}。',
    'no-open-time': '這份日曆沒有任何服務時間，按它計時永遠不會到期；請寫明服務時段。',
    'hours-unstated': '服務時間尚未約定（unstated）；請在合約條款中填寫後再計時。',
  },
  en: {
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
  },
}

export function sayCalendarProblem({ code, params }: CalendarProblem, locale: Locale): string {
  return say(CALENDAR_WORDS[locale][code], params)
}
