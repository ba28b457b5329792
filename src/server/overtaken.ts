import type { Outcome } from './transact.ts'

/** Somebody else was faster with the same: the row beside the facts says so. Thrown inside the transaction, so that all of it is undone. */
export class Overtaken<Refusal extends { readonly code: string }> extends Error {
  readonly refusal: Refusal
  constructor(why: Refusal) {
    super(why.code)
    this.refusal = why
  }
}

/** For `catch` behind the seam: what was overtaken is refused with its sentence, everything else goes on as it was. */
export function refusedIfOvertaken<Refusal extends { readonly code: string }>(error: unknown): Outcome<never, Refusal> {
  if (error instanceof Overtaken) return { kind: 'refused', refusal: error.refusal as Refusal }
  throw error
}
