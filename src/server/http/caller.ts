import { widestScope } from '../../core/access/can.ts'
import type { Actor } from '../../core/access/can.ts'
import type { Action, Grant, Scope } from '../../core/access/actions.ts'
import type { Locale } from '../../core/words.ts'
import type { Theme } from '../../wire/session.ts'
import { refuse } from './problem.ts'
import type { Refused } from './problem.ts'

/** Who asks: a person of one tenant, by a log-in session or a personal token. Everything a route decides by is in here. */
export type Caller = Actor & {
  readonly tenant: string
  readonly name: string
  readonly account: string
  readonly roles: readonly { readonly id: string; readonly name: string | null; readonly grants: readonly Grant[] }[]
  /** what the person chose; undefined: the browser's wish decides */
  readonly locale: Locale | undefined
  readonly theme: Theme
  readonly via:
    | { readonly kind: 'session'; readonly hash: Buffer; readonly expiresAt: number }
    | { readonly kind: 'token'; readonly id: string; readonly scopes: readonly string[] }
}

export function widest(caller: Caller, action: Action): Scope | undefined {
  return widestScope(caller.grants, action)
}

/** The role by which somebody may do it: the first that grants it. */
export function roleFor(caller: Caller, action: Action): string | undefined {
  return caller.roles.find((role) => role.grants.some((grant) => grant.action === action))?.id
}

/** Before anything is looked up: may this person ever do it, on whatever record? */
export function mayEver(caller: Caller, action: Action): Refused | undefined {
  return widest(caller, action) === undefined ? refuse(403, 'access.denied') : undefined
}
