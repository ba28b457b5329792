import type { Instant } from '../../core/time/instant.ts'

/** One line of a foreign log: which case, when, and its attributes as text. `line` counts events (XES) or rows (CSV) from 1. */
export type LogEvent = {
  readonly caseId: string
  readonly at: Instant
  readonly attributes: Readonly<Record<string, string>>
  readonly line: number
}

/** A log that cannot be read further: the place and the reason, said by the caller in the user's language. */
export class LogError extends Error {
  readonly code: string
  readonly params: Readonly<Record<string, string | number>>

  constructor(code: string, params: Readonly<Record<string, string | number>>) {
    super(code)
    this.code = code
    this.params = params
  }
}
