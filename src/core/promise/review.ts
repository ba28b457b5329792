import type { Consequence, Effect } from './types.ts'

/** What may have been carried out when it was taken back is a task of this name (law 10). */
export const REVIEW = 'review-withdrawn'

type Told = Pick<Effect, 'to' | 'params'> & { readonly kind: Effect['kind'] | Consequence['kind'] }

/** `was`: what it was that was taken back; a plan may call a task of its own like this. */
export function isReview({ kind, to, params }: Told): boolean {
  return kind === 'open-task' && to === REVIEW && params?.was !== undefined
}
