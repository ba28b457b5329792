import { say } from '../words.ts'
import type { Locale, Params } from '../words.ts'
import { badgeEn } from './words/badge.en.ts'
import { badgeZhCN } from './words/badge.zh-CN.ts'
import type { BadgeWord } from './words/badge.zh-CN.ts'
import { badgeZhTW } from './words/badge.zh-TW.ts'

const WORDS: Readonly<Record<Locale, Readonly<Record<BadgeWord, string>>>> = { 'zh-CN': badgeZhCN, 'zh-TW': badgeZhTW, en: badgeEn }

/** Of the words of obligations those that a badge needs: a list of clocks loads no others. */
export function badgeWord(locale: Locale, key: BadgeWord, params: Params = {}): string {
  return say(WORDS[locale][key], params)
}

type CountedUnit = 'second' | 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year' | 'workday'

export function counted(locale: Locale, unit: CountedUnit, n: number): string {
  return badgeWord(locale, `${unit}.${n === 1 ? 'one' : 'many'}`, { n })
}

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

/** A length for a badge: at most two units, rounded down for what is left (never flatters) and up for what is over (never hides); seconds under a minute. */
export function roundedWords(ms: number, round: 'down' | 'up', locale: Locale): string {
  const to = (unit: number) => (round === 'up' ? Math.ceil(ms / unit) : Math.floor(ms / unit))
  const seconds = to(SECOND)
  if (seconds < 60) return counted(locale, 'second', seconds)
  const minutes = to(MINUTE)
  if (minutes < 60) return counted(locale, 'minute', minutes)
  if (minutes < 24 * 60) return pair(locale, ['hour', Math.floor(minutes / 60)], ['minute', minutes % 60])
  const hours = to(HOUR)
  return pair(locale, ['day', Math.floor(hours / 24)], ['hour', hours % 24])
}

/** A mean length, and by how much it lies ahead of its limit or behind: ahead rounded down, the others up, so that none flatters. */
export function averageLengths(
  { usedMs, aheadMs }: { readonly usedMs: number; readonly aheadMs?: number | undefined },
  locale: Locale,
):
  | { readonly used: string; readonly side?: undefined }
  | { readonly used: string; readonly side: 'ahead' | 'behind'; readonly off: string } {
  const used = roundedWords(usedMs, 'up', locale)
  if (aheadMs === undefined) return { used }
  return aheadMs < 0
    ? { used, side: 'behind', off: roundedWords(-aheadMs, 'up', locale) }
    : { used, side: 'ahead', off: roundedWords(aheadMs, 'down', locale) }
}

/** The parts that are not nothing: `1 小时 30 分`. */
export function pair(locale: Locale, ...parts: readonly (readonly [CountedUnit, number])[]): string {
  const said = parts.filter(([, n]) => n !== 0).map(([unit, n]) => counted(locale, unit, n))
  return said.length > 0 ? said.join(' ') : counted(locale, 'second', 0)
}

/** A length to the millisecond, so that sums balance: `1 小时 30 分`, `5.123 秒`. Hours are the largest unit: working days differ in length. */
export function exactWords(ms: number, locale: Locale): string {
  const whole = Math.abs(ms)
  return pair(
    locale,
    ['hour', Math.floor(whole / HOUR)],
    ['minute', Math.floor(whole / MINUTE) % 60],
    ['second', (whole % MINUTE) / SECOND],
  )
}
