import type { Plan } from '../plan/types.ts'
import { MAY } from '../plan/roles.ts'
import type { Action } from './actions.ts'
import type { Actor } from './can.ts'
import type { Denial } from './say.ts'

/** What a contract says of who does what: the roles of its plan, and whom it names for them. */
export type Agreed = {
  readonly plan: Pick<Plan, 'roles' | 'promises'>
  readonly people: readonly { readonly role: string; readonly person: string; readonly name: string }[]
}

/** `role`: by which of the contract's roles they may. */
export type ByContract = { readonly allow: true; readonly role: string } | { readonly allow: false; readonly refusal: Denial }

const WAIVING: Action = 'obligation.waive'

/** The actions that a role of a plan can be given. */
export function canBeGiven(action: Action): boolean {
  return Object.values<Action>(MAY).includes(action)
}

/** The roles that a plan lets do it; a gate names its own for waiving it. */
function rolesFor({ roles, promises }: Agreed['plan'], action: Action): readonly string[] {
  const may = Object.values(roles).flatMap((role) => (role.may.some((one) => MAY[one] === action) ? [role.id] : []))
  if (action !== WAIVING) return may
  const gates = Object.values(promises).flatMap((clause) => (clause.form === 'gate' && clause.waive !== undefined ? [clause.waive] : []))
  return [...new Set([...may, ...gates])]
}

/**
 * May this person do it under this contract, because it names them for a role of its plan? Whom the contract names may, whatever else they may in the firm;
 * where it names somebody else, they alone may: a refusal says who. Undefined: the plan gives it to nobody, or the contract names nobody for that role, and
 * the firm's own roles decide. A waiver is asked for in the name of a role, so who else may waive which promise is decided there.
 */
export function byContract({ person, customer }: Actor, action: Action, agreed: Agreed): ByContract | undefined {
  if (customer !== undefined) return undefined
  const roles = rolesFor(agreed.plan, action)
  const named = agreed.people.filter(({ role }) => roles.includes(role))
  const own = named.find((one) => one.person === person)
  if (own) return { allow: true, role: own.role }
  if (named.length === 0 || action === WAIVING) return undefined
  const who = [...new Set(named.map(({ role }) => agreed.plan.roles[role]?.name ?? role))].join('、')
  return {
    allow: false,
    refusal: { code: 'access.by-contract', params: { action, role: who, people: [...new Set(named.map(({ name }) => name))].join('、') } },
  }
}
