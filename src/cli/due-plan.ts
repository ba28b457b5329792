import { canonicalJson } from '../core/canonical.ts'
import type { Plan, Term } from '../core/plan/types.ts'
import { dueCalculator } from '../core/promise/due.ts'
import type { BoundPlan, Obligation } from '../core/promise/types.ts'
import type { Locale } from '../core/words.ts'
import type { DueCase } from './due-case.ts'
import { bindTerms, demandPlan, readTerms } from './plan-input.ts'
import { InputError } from './say.ts'

type Data = DueCase['data']

/**
 * A dimension that the contract sets, stated with a question, is the contract's term for that question. Where the terms have it already with
 * another value both stand, and the binding refuses the two.
 */
function statedTerms(plan: Plan, agreed: readonly Term[], data: Data): readonly Term[] {
  return Object.values(plan.dimensions).flatMap(({ id, setBy }) => {
    const value = data[id]
    const key = `dimensions.${id}`
    if (setBy !== 'contract' || value === undefined || agreed.some((term) => term.key === key && String(term.value) === value)) return []
    return [{ key, value, source: `--${id}` }]
  })
}

/** What was made for a key before, or made now: sixty years of a calendar are not compiled for every question. */
function remembered<T>(make: () => T, key: string, known: Map<string, T>): T {
  const before = known.get(key)
  if (before !== undefined) return before
  const made = make()
  known.set(key, made)
  return made
}

/** A plan file that can be asked for due times. */
export class DuePlan {
  readonly plan: Plan
  readonly #place: { readonly locale: Locale; readonly file: string }
  readonly #agreed: readonly Term[]
  readonly #bound = new Map<string, BoundPlan>()
  readonly #calculators = new Map<string, NonNullable<ReturnType<typeof dueCalculator>>>()

  constructor(locale: Locale, file: string, termsFile: string | undefined) {
    this.#place = { locale, file }
    this.plan = demandPlan(locale, file)
    this.#agreed = readTerms(termsFile)
  }

  /** The plan under the contract's terms and under what the question says in the contract's place. */
  boundFor(data: Data): BoundPlan {
    const stated = statedTerms(this.plan, this.#agreed, data)
    const { locale, file } = this.#place
    const bind = () => bindTerms(locale, file, { plan: this.plan, terms: [...this.#agreed, ...stated] })
    return remembered(bind, canonicalJson(stated), this.#bound)
  }

  /** Undefined where the promise does not open. Many questions of one kind share what was compiled for the first. */
  ask({ promise, start, data }: DueCase): Obligation | undefined {
    const bound = this.boundFor(data)
    const make = () => {
      const calculate = dueCalculator(bound, promise)
      if (calculate) return calculate
      return this.#notAsked(promise)
    }
    return remembered(make, `${bound.hash} ${promise}`, this.#calculators)(start, data)
  }
  /** Only what has a due time can be asked for one. */
  #notAsked(promise: string): never {
    const { promises } = this.plan
    const known = Object.values(promises)
      .filter(({ form }) => form === 'deadline')
      .map(({ id }) => id)
      .join(' ')
    if (!Object.hasOwn(promises, promise)) throw new InputError('input.promise-unknown', { promise, known })
    throw new InputError('input.promise-form', { promise, known, wants: `form.${promises[promise]!.form}` })
  }
}
