import type { Plan } from '../../core/plan/types.ts'
import type { Locale } from '../../core/words.ts'
import { sayKnown } from '../words/say.ts'

/** A firm's own name for a role, else the shipped role's name in the reader's language, else its id. */
export function roleName(locale: Locale, role: { readonly id: string; readonly name: string | null }): string {
  return role.name ?? sayKnown(locale, { key: `role.${role.id}`, otherwise: 'role.other' }, { id: role.id })
}

/** A role that a contract names somebody for: as its plan calls it, else as the firm does. */
export function contractRoleName(
  plan: Pick<Plan, 'roles'>,
  role: { readonly id: string; readonly name: string | null },
  locale: Locale,
): string {
  const own = Object.hasOwn(plan.roles, role.id) ? plan.roles[role.id] : undefined
  return own?.name ?? roleName(locale, role)
}

type Naming = {
  readonly bound: { readonly plan: Pick<Plan, 'roles'> } | undefined
  readonly locale: Locale
  /** `role/…` → the firm's own name */
  readonly names: ReadonlyMap<string, string>
}

/** A rung of an escalation: the role as the plan calls it, else as the firm does. */
export function rungName(role: string, { bound, locale, names }: Naming): string {
  const own = { id: role, name: names.get(`role/${role}`) ?? null }
  return bound ? contractRoleName(bound.plan, own, locale) : roleName(locale, own)
}
