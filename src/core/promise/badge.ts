import type { Instant } from '../time/instant.ts'
import type { Locale } from '../words.ts'
import type { Obligation } from './types.ts'
import { badgeWord, roundedWords } from './lengths.ts'

/** What a badge shows: the state as people see it, the words, and when the words change next. */
export type Badge = {
  readonly tone: 'open' | 'near' | 'paused' | 'kept' | 'broken' | 'excused' | 'cancelled'
  readonly words: string
  /** until this instant the words stay as they are; undefined: for good */
  readonly validUntil: Instant | undefined
}

/**
 * The part of an obligation that a badge needs. `reason`: name of the running pause's or the excuse's reason, in the reader's language; `missing`: the record
 * forms that are still to be filled in, by their names.
 */
export type BadgeInput = Pick<Obligation, 'state' | 'openedAt' | 'dueAt' | 'keptAt' | 'brokenAt' | 'fulfilledAt'> & {
  readonly reason?: string | undefined
  readonly missing?: readonly string[] | undefined
}

const SECOND = 1000
const MINUTE = 60 * SECOND
const NEAR = 30 * MINUTE
const SHORT_CLOCK = 90 * MINUTE

/** Near: half an hour or less is left; of a clock shorter than an hour and a half, the last third. */
export function isNear(openedAt: Instant, dueAt: Instant, now: Instant): boolean {
  const whole = dueAt - openedAt
  return dueAt - now <= (whole < SHORT_CLOCK ? whole / 3 : NEAR)
}

/** Shown lengths change by the second under ten minutes, else by the minute. */
function tickOf(ms: number): number {
  return ms < 10 * MINUTE ? SECOND : MINUTE
}

/** A length that shrinks, shown rounded down, holds until a whole tick is passed; so does one that grows, shown rounded up. */
function shrinksAt(ms: number, now: Instant): Instant {
  return now + (ms % tickOf(ms)) + 1
}

function growsAt(ms: number, now: Instant): Instant {
  const tick = tickOf(ms)
  return now + ((tick - (ms % tick)) % tick) + 1
}

function openBadge(input: BadgeInput, now: Instant, locale: Locale): Badge {
  const { openedAt, dueAt, missing = [] } = input
  if (missing.length > 0) {
    const forms = missing.join(badgeWord(locale, 'badge.list'))
    return { tone: 'open', words: badgeWord(locale, 'badge.missing', { forms }), validUntil: undefined }
  }
  if (dueAt === undefined) {
    const running = Math.max(0, now - openedAt)
    return {
      tone: 'open',
      words: badgeWord(locale, 'badge.running', { duration: roundedWords(running, 'down', locale) }),
      validUntil: now + tickOf(running) - (running % tickOf(running)),
    }
  }
  // The verdict is the server's to give: past its due time an open clock shows nothing left, never more.
  const left = Math.max(0, dueAt - now)
  const words = badgeWord(locale, 'badge.left', { duration: roundedWords(left, 'down', locale) })
  return { tone: isNear(openedAt, dueAt, now) ? 'near' : 'open', words, validUntil: left === 0 ? undefined : shrinksAt(left, now) }
}

function keptWords({ keptAt, dueAt }: BadgeInput, locale: Locale): string {
  if (keptAt === undefined || dueAt === undefined) return badgeWord(locale, 'badge.kept')
  const early = dueAt - keptAt
  return early >= SECOND
    ? badgeWord(locale, 'badge.early', { duration: roundedWords(early, 'down', locale) })
    : badgeWord(locale, 'badge.on-time')
}

function brokenBadge({ brokenAt, fulfilledAt }: BadgeInput, now: Instant, locale: Locale): Badge {
  const late = Math.max(0, (fulfilledAt ?? now) - (brokenAt ?? now))
  // what was done late is over: it must not read like what is still missing
  const words = badgeWord(locale, fulfilledAt === undefined ? 'badge.over' : 'badge.late', { duration: roundedWords(late, 'up', locale) })
  return { tone: 'broken', words, validUntil: fulfilledAt === undefined ? growsAt(late, now) : undefined }
}

/** The badge of an obligation at an instant; the browser and the server say the same words. */
export function badgeOf(input: BadgeInput, now: Instant, locale: Locale): Badge {
  const { state, reason } = input
  switch (state) {
    case 'open':
      return openBadge(input, now, locale)
    case 'paused':
      return { tone: 'paused', words: badgeWord(locale, 'badge.paused', { reason: reason ?? '' }), validUntil: undefined }
    case 'kept':
      return { tone: 'kept', words: keptWords(input, locale), validUntil: undefined }
    case 'broken':
      return brokenBadge(input, now, locale)
    case 'excused':
      return {
        tone: 'excused',
        words: reason === undefined ? badgeWord(locale, 'badge.excused') : badgeWord(locale, 'badge.excused-for', { reason }),
        validUntil: undefined,
      }
    case 'cancelled':
      return { tone: 'cancelled', words: badgeWord(locale, 'badge.cancelled'), validUntil: undefined }
    default:
      return never(state)
  }
}

function never(state: never): never {
  throw new Error(`unknown state ${String(state)}`)
}
