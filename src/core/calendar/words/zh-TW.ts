import type { CalendarProblemCode } from '../calendar.ts'
import type { Words } from '../../words.ts'

export const ZH_TW: Words<CalendarProblemCode> = {
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
}
