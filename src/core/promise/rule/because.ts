import { fieldWords } from '../../plan/condition-words.ts'
import { sayEvent, speakAs } from '../../plan/explain-words.ts'
import type { RuleClause } from '../../plan/forms.ts'
import type { Plan } from '../../plan/types.ts'
import type { Locale } from '../../words.ts'
import { word } from '../say.ts'

/** What had to happen for a rule to act: its event, and how often in a row it had to come. */
export function becauseWords({ on, times, same }: Pick<RuleClause, 'on' | 'times' | 'same'>, plan: Plan, locale: Locale): string {
  const event = sayEvent(speakAs(plan, locale), on)
  if (times <= 1) return event
  if (same.length === 0) return word(locale, 'because.times', { event, times })
  const fields = same.map((field) => fieldWords(field, locale)).join(word(locale, 'badge.list'))
  return word(locale, 'because.times-same', { event, times, fields })
}
