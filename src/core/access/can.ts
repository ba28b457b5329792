import type { Action, Grant, Scope } from './actions.ts'
import type { Denial } from './say.ts'
import { SCOPES, isAction } from './actions.ts'

/** Who acts. `branch` holds the own team and every team below it. `customer` is set for a customer's people. */
export type Actor = {
  readonly person: string
  readonly customer: string | undefined
  readonly team: string | undefined
  readonly branch: readonly string[]
  readonly grants: readonly Grant[]
}

/** What is acted on, as far as access asks. `people`: who it belongs to (assignee, reporter, the people that its contract names). */
export type AccessSubject = {
  readonly customer?: string | undefined
  readonly team?: string | undefined
  readonly people?: readonly (string | undefined)[]
}

/** `because`: the scope that reaches it. */
export type Decision = { readonly allow: true; readonly because: Scope } | { readonly allow: false; readonly refusal: Denial }

const deny = (code: Denial['code'], params: Denial['params'] = {}): Decision => ({ allow: false, refusal: { code, params } })

/**
 * May this person do this to that? An action that nobody knows is denied. A customer's people reach their own customer and nothing else, whatever their roles say;
 * then the widest grant decides. Scopes are nested: what is one's own is within the team, the team within the branch.
 */
export function can(actor: Actor, action: Action, subject: AccessSubject): Decision {
  if (!isAction(action)) return deny('access.unknown-action', { action })
  if (actor.customer !== undefined && actor.customer !== subject.customer) return deny('access.other-customer')
  const scope = widestScope(actor.grants, action)
  if (scope === undefined) return deny('access.not-granted', { action })
  if (scope === 'all' || reaches(scope, actor, subject)) return { allow: true, because: scope }
  return deny(`access.beyond-${scope}`, { action })
}

/** The widest scope in which somebody holds an action; undefined: not at all. */
export function widestScope(grants: readonly Grant[], action: Action): Scope | undefined {
  return SCOPES.findLast((scope) => grants.some((grant) => grant.action === action && grant.scope === scope))
}

function reaches(scope: Scope, actor: Actor, subject: AccessSubject): boolean {
  switch (scope) {
    case 'own':
      return subject.people?.includes(actor.person) ?? false
    case 'team':
      return (subject.team !== undefined && subject.team === actor.team) || reaches('own', actor, subject)
    case 'branch':
      return (subject.team !== undefined && actor.branch.includes(subject.team)) || reaches('team', actor, subject)
    case 'all':
      return true
    default:
      return scope satisfies never
  }
}
