import type { Obligation } from '../../wire/obligations.ts'
import { badgeAt } from '../../ui/clock-label.ts'
import { isoDay } from '../../ui/time.ts'

export type Soon = { readonly atRisk: readonly Obligation[]; readonly today: readonly Obligation[] }

/** Of what is due within a day: what has used most of its time, and what else ends today where the firm is. */
export function sortSoon(all: readonly Obligation[], now: number, zone: string): Soon {
  const isNear = (one: Obligation): boolean => badgeAt(one, now, 'zh-CN').tone === 'near'
  // due at midnight is due today
  const endsToday = ({ dueAt }: Obligation): boolean => dueAt !== undefined && isoDay(dueAt - 1, zone) === isoDay(now, zone)
  return { atRisk: all.filter(isNear), today: all.filter((one) => !isNear(one) && endsToday(one)) }
}

/** After how many groups, kept in their order, the second column begins, so that both end as near to each other as they can. */
export function splitAt(sizes: readonly number[]): number {
  const total = sizes.reduce((sum, size) => sum + size, 0)
  const gaps = sizes.slice(0, -1).map((_, last) => Math.abs(total - 2 * sizes.slice(0, last + 1).reduce((sum, size) => sum + size, 0)))
  return gaps.length === 0 ? sizes.length : gaps.indexOf(Math.min(...gaps)) + 1
}
