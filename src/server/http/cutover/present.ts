import type { Obligation } from '../../../core/promise/types.ts'
import { formatDay } from '../../../core/time/civil.ts'
import { monthFrom } from '../../../core/time/instant.ts'
import type { Instant } from '../../../core/time/instant.ts'
import { instantOf, localOf } from '../../../core/time/zone.ts'
import type { Zone } from '../../../core/time/zone.ts'
import type { Locale } from '../../../core/words.ts'
import type { Owed, Past } from '../../../wire/cutover.ts'
import type { SheetCount } from '../../../wire/sheets.ts'
import { LAYOUT } from '../../cutover/columns.ts'
import type { Decided } from '../../cutover/import.ts'
import type { Outlook } from '../../cutover/outlook.ts'
import { saySentence } from '../../words/say.ts'

export type AheadView = {
  readonly locale: Locale
  readonly zone: Zone
  readonly now: Instant
  readonly names: ReadonlyMap<string, string>
}

/** The midnight that ends tomorrow, where the contract is. */
export function endOfTomorrow(zone: Zone, now: Instant): Instant {
  return instantOf(zone, localOf(zone, now).day + 2, 0)
}

function whenDue({ dueAt, state }: Obligation, { zone, now }: AheadView): Owed['when'] {
  if (state === 'broken' && (dueAt ?? 0) <= now) return 'late'
  if (dueAt === undefined) return 'later'
  if (dueAt <= endOfTomorrow(zone, now)) return 'tomorrow'
  return dueAt <= monthFrom(now) ? 'month' : 'later'
}

function presentOne({ obligation: { subject, promise, episode, dueAt, why }, bound }: Outlook['past'][number], view: AheadView) {
  const clause = bound.plan.promises[promise]
  const of = view.names.get(subject) ?? saySentence(view.locale, 'moves.of-other')
  return { subject, promise, episode, title: clause?.title ?? why.text ?? promise, of, dueAt }
}

export function presentAhead({ owed, past }: Outlook, view: AheadView): { owed: Owed[]; past: Past[]; asOf: Instant } {
  return {
    owed: owed.map(({ obligation, bound, comes }) => ({
      ...presentOne({ obligation, bound }, view),
      text: obligation.why.text,
      ticket: obligation.subject.startsWith('ticket/') ? obligation.subject.slice('ticket/'.length) : undefined,
      // what is yet to begin is owed, whatever will have become of it by then
      state: comes ? 'open' : obligation.state,
      comes,
      when: whenDue(obligation, view),
    })),
    past: past.map((one) => ({ ...presentOne(one, view), doneAt: one.obligation.fulfilledAt ?? one.obligation.keptAt })),
    asOf: view.now,
  }
}

export function presentCounts(counts: Decided['counts'], locale: Locale): SheetCount[] {
  return LAYOUT.sheets.flatMap((sheet) =>
    counts[sheet].fresh + counts[sheet].there === 0 ? [] : [{ sheet, name: LAYOUT.sheetName(sheet, locale), ...counts[sheet] }],
  )
}

export function dayOfCutOver(zone: Zone, cutOver: Instant | undefined): string | undefined {
  return cutOver === undefined ? undefined : formatDay(localOf(zone, cutOver).day)
}
