import type { CalendarProblem, CalendarProblemCode } from './calendar.ts'
import type { Dictionary, Locale } from '../words.ts'
import { say } from '../words.ts'
import { EN } from './words/en.ts'
import { ZH_CN } from './words/zh-CN.ts'
import { ZH_TW } from './words/zh-TW.ts'

export const CALENDAR_WORDS: Dictionary<CalendarProblemCode> = { 'zh-CN': ZH_CN, 'zh-TW': ZH_TW, en: EN }

/** The sentence of a problem; where it lies (`path`) is the caller's to show. */
export function sayCalendarProblem({ code, params }: CalendarProblem, locale: Locale): string {
  return say(CALENDAR_WORDS[locale][code], params)
}
