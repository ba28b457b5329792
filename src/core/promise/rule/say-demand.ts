import type { Plan } from '../../plan/types.ts'
import type { Zone } from '../../time/zone.ts'
import type { Locale } from '../../words.ts'
import { instantWords, word } from '../say.ts'
import type { Obligation, Settlement } from '../types.ts'

type Detail = {
  readonly forms?: readonly string[] | undefined
  readonly missing?: readonly string[] | undefined
  readonly filled?: Readonly<Record<string, Settlement>> | undefined
}

type Told = Pick<Obligation, 'state' | 'why'>

function detailOf({ why }: Told): Detail {
  return (why.detail ?? {}) as Detail
}

/** A record form as the plan calls it. */
function formName({ forms }: Pick<Plan, 'forms'>, id: string): string {
  return (Object.hasOwn(forms, id) ? forms[id]?.name : undefined) ?? id
}

/** 欠缺: the record forms that an obligation of a rule still lacks, by their names; none where it is settled, or of another form. */
export function missingForms(obligation: Told, plan: Pick<Plan, 'forms'>): readonly string[] {
  const { forms, missing = [] } = detailOf(obligation)
  return forms === undefined || obligation.state !== 'open' ? [] : missing.map((id) => formName(plan, id))
}

type Teller = {
  readonly obligation: Told
  readonly context: { readonly plan: Pick<Plan, 'forms'>; readonly zone: Zone }
  readonly locale: Locale
}

/** What a rule requires to be filled in, what of it is, and what is missing. */
export function demandLines({ obligation, context, locale }: Teller): string[] {
  const { forms = [], filled = {} } = detailOf(obligation)
  const list = (names: readonly string[]) => names.join(word(locale, 'badge.list'))
  const missing = missingForms(obligation, context.plan)
  return [
    word(locale, 'demand.asked', { forms: list(forms.map((id) => formName(context.plan, id))) }),
    ...Object.entries(filled).map(([id, { at }]) =>
      word(locale, 'demand.filled', { form: formName(context.plan, id), at: instantWords(at, { zone: context.zone }, locale) }),
    ),
    ...(missing.length > 0 ? [word(locale, 'demand.missing', { forms: list(missing) })] : []),
  ]
}
