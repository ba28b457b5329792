import { sayCondition } from '../../plan/condition-words.ts'
import { shippedRoleName } from '../../access/say.ts'
import type { FactType } from '../../fact.ts'
import type { GateClause } from '../../plan/forms.ts'
import type { Plan, Test } from '../../plan/types.ts'
import type { Zone } from '../../time/zone.ts'
import type { Locale } from '../../words.ts'
import { eventWords, factWords } from '../event-words.ts'
import { instantWords, word } from '../say.ts'
import type { Obligation } from '../types.ts'
import type { Refusal } from './against.ts'
import { lackOf } from './lack.ts'

/** What sentences look names up in. */
type Named = 'promises' | 'grades' | 'zones'

type Teller = {
  readonly obligation: Obligation
  readonly context: { readonly plan: Pick<Plan, Named>; readonly zone: Zone }
  readonly locale: Locale
}

function notAllowed({ cel }: Test, plan: Pick<Plan, Named>, locale: Locale): string {
  return word(locale, 'gate.not-allowed', { test: sayCondition(cel, plan, locale) })
}

function stateLine({ obligation, locale }: Teller): string {
  const { state, brokenAt } = obligation
  if (state === 'excused') return word(locale, brokenAt === undefined ? 'gate.excused' : 'gate.excused-broken')
  return word(locale, state === 'paused' ? 'gate.open' : `gate.${state}`)
}

/** What was done, what it lacked, and the verdict. A gate has no clock to tell of. */
export function gateLines(clause: GateClause, teller: Teller): string[] {
  const { obligation, context, locale } = teller
  const { plan, zone } = context
  const at = instantWords(obligation.openedAt, { zone }, locale)
  const { missing, allows } = lackOf(clause, obligation)
  return [
    word(locale, 'gate.deed', { event: eventWords(clause.before, plan, locale), at }),
    ...missing.map((event) => word(locale, 'gate.missing', { event: eventWords(event, plan, locale) })),
    ...(allows ? [notAllowed(allows, plan, locale)] : []),
    stateLine(teller),
  ]
}

function roleName(role: string, { roles }: Pick<Plan, 'roles'>, locale: Locale): string {
  return (Object.hasOwn(roles, role) ? roles[role]?.name : undefined) ?? shippedRoleName(role, locale) ?? role
}

/** Why an intended fact is refused, what would have to be there first, and who may let it pass. The clause loses a full stop of its own. */
export function sayRefusal(
  refusal: Pick<Refusal, 'promise' | 'title' | 'text' | 'missing' | 'allows' | 'waive'>,
  { plan, type }: { readonly plan: Pick<Plan, Named | 'roles'>; readonly type: FactType },
  locale: Locale,
): string[] {
  const { text, title, promise, missing, allows, waive } = refusal
  return [
    word(locale, 'gate.refused', { event: factWords(type, locale), gate: (text ?? title ?? promise).replace(/[。.]$/, '') }),
    ...missing.map((event) => word(locale, 'gate.missing-now', { event: eventWords(event, plan, locale) })),
    ...(allows ? [notAllowed(allows, plan, locale)] : []),
    ...(waive === undefined ? [] : [word(locale, 'gate.waive', { role: roleName(waive, plan, locale) })]),
  ]
}
