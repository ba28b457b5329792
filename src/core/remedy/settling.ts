import type { Fact } from '../fact.ts'
import type { Due } from './standing.ts'

/** How much of a remedy the customer got, and how: on a bill, or paid out. Below zero it was taken back. */
export type Settling = { readonly fen: number; readonly how: 'bill' | 'paid'; readonly invoice?: string | undefined }

/** What stands in the fact that settles a remedy: which rule's it is, the how-many-th time, which effect, and how much. */
export function settling({ promise, episode, kind, to }: Due, { fen, how, invoice }: Settling): Fact['data'] {
  return { promise, episode, effect: `${kind}:${to}`, fen, how, ...(invoice === undefined ? {} : { invoice }) }
}
