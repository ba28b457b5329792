import type { FactType, Json, Subject } from '../fact.ts'
import type { Params } from '../words.ts'
import type { CommandName, CommandOf, Context } from './command.ts'
import type { Refusal, RefusalCode } from './refusal.ts'
import type { TicketState } from './state.ts'
import { refusal } from './refusal.ts'

/**
 * What a rule answers: the one fact that a command makes, or why not. `subject` where it is not the ticket itself; `also` beyond what every fact of the
 * ticket names; undefined data and texts are left out.
 */
export type Statement = {
  readonly type: FactType
  readonly data?: Readonly<Record<string, Json | undefined>>
  readonly texts?: Readonly<Record<string, string | undefined>>
  readonly subject?: Subject
  readonly also?: readonly Subject[]
  /** a second fact that comes of the same command */
  readonly second?: Statement
}

export type Outcome = Statement | { readonly refusal: Refusal }

export type RuleOf<Name extends CommandName> = (state: TicketState, command: CommandOf<Name>, context: Context) => Outcome

export function refuse(code: RefusalCode, params: Params = {}, field?: string): Outcome {
  return { refusal: refusal(code, params, field) }
}

export function isBlank(text: string | undefined): boolean {
  return text === undefined || text.trim() === ''
}

/** Ids or names as a sentence lists them. */
export function listed(names: readonly string[]): string {
  return names.length === 0 ? '—' : names.join('、')
}
