import { sayRefusal } from '../../core/promise/gate/say.ts'
import type { Locale } from '../../core/words.ts'
import type { Outcome } from '../transact.ts'
import { Refused } from './problem.ts'

/** A gate of the plan refuses: which clause, what is missing, and who may let it pass, as one paragraph. */
export function gatedBy({ refusal, fact, bound }: Extract<Outcome<never, never>, { kind: 'gated' }>): Refused {
  const say = (locale: Locale): string => sayRefusal(refusal, { plan: bound.plan, type: fact }, locale).join(locale === 'en' ? ' ' : '')
  return new Refused({ status: 422, code: 'promise.gate', say })
}
