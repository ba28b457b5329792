import type { EventExpr, Plan } from '../plan/types.ts'
import type { Locale } from '../words.ts'
import { badgeWord } from './lengths.ts'
import type { Obligation } from './types.ts'
import { eventWords, reasonName } from './why.ts'

/** The reason that a badge names: the running pause's, or what it was excused for. */
export function badgeReason(
  obligation: Pick<Obligation, 'state' | 'why'>,
  plan: Pick<Plan, 'reasons'>,
  locale: Locale,
): string | undefined {
  const { pauses, notes } = obligation.why
  const note = notes.findLast((one) => one.kind === 'waived' || one.kind === 'excused')
  const reason =
    obligation.state === 'paused'
      ? pauses.find((one) => one.until === undefined)?.reason
      : obligation.state === 'excused'
        ? note?.params.reason
        : undefined
  return reason === undefined ? undefined : reasonName(plan, String(reason), locale)
}

/** What a clock says that has not started: `等待到场`. */
export function waitingWords(starts: EventExpr, plan: Pick<Plan, 'promises'>, locale: Locale): string {
  return badgeWord(locale, 'badge.waiting', { event: eventWords(starts, plan, locale) })
}
