import type { CalendarProblemCode } from '../calendar.ts'
import type { Words } from '../../words.ts'

/** What is wrong with a calendar, and what to do about it. The path stands beside the sentence. */
export const ZH_CN: Words<CalendarProblemCode> = {
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
}
