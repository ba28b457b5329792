import type { Locale, Params } from '../words.ts'
import type { Duration } from '../time/duration.ts'
import type { Instant } from '../time/instant.ts'
import type { Zone } from '../time/zone.ts'
import type { PromiseWord } from './words/zh-CN.ts'
import { say } from '../words.ts'
import { civilOf, weekdayOf } from '../time/civil.ts'
import { localOf } from '../time/zone.ts'
import { counted } from './lengths.ts'
import { promiseEn } from './words/en.ts'
import { promiseZhCN } from './words/zh-CN.ts'
import { promiseZhTW } from './words/zh-TW.ts'

const WORDS: Readonly<Record<Locale, Readonly<Record<PromiseWord, string>>>> = { 'zh-CN': promiseZhCN, 'zh-TW': promiseZhTW, en: promiseEn }

export function word(locale: Locale, key: PromiseWord, params: Params = {}): string {
  return say(WORDS[locale][key], params)
}

export function isWord(key: string): key is PromiseWord {
  return Object.hasOwn(promiseZhCN, key)
}

const UNIT_WORDS = { min: 'minute', h: 'hour', d: 'day', w: 'week', mo: 'month', y: 'year', wd: 'workday' } as const

/** A duration as the plan promises it: `4 小时`, `1 个工作日`. */
export function durationWords(duration: Duration, locale: Locale): string {
  return counted(locale, UNIT_WORDS[duration.unit], duration.value)
}

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

const two = (n: number) => String(n).padStart(2, '0')

function timeWords(ms: number): string {
  const time = `${two(Math.floor(ms / HOUR))}:${two(Math.floor(ms / MINUTE) % 60)}`
  const rest = ms % MINUTE
  if (rest === 0) return time
  const fraction = rest % SECOND === 0 ? '' : `.${String(rest % SECOND).padStart(3, '0')}`
  return `${time}:${two(Math.floor(rest / SECOND))}${fraction}`
}

/** An instant with its weekday in a zone. `ends`: it ends something, so midnight is the 24:00 of the day that is over, as people read a due time. */
export function instantWords(
  at: Instant,
  { zone, ends = false }: { readonly zone: Zone; readonly ends?: boolean },
  locale: Locale,
): string {
  const local = localOf(zone, at)
  const atMidnight = ends && local.ms === 0
  const day = atMidnight ? local.day - 1 : local.day
  const date = civilOf(day)
  const params = {
    year: date.year,
    month: word(locale, `month.${date.month}` as PromiseWord),
    day: date.day,
    weekday: word(locale, `weekday.${weekdayOf(day)}` as PromiseWord),
    time: atMidnight ? '24:00' : timeWords(local.ms),
  }
  return word(locale, 'date', params)
}
