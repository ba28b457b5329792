import { ACTIONS, SCOPES, isAction } from '../../core/access/actions.ts'
import type { Action, Scope } from '../../core/access/actions.ts'

export const GROUPS = ['ticket', 'obligation', 'fact', 'plan', 'contract', 'party', 'people', 'desk'] as const
export type Group = (typeof GROUPS)[number]

const GROUP_OF: Readonly<Record<string, Group>> = {
  ticket: 'ticket',
  obligation: 'obligation',
  fact: 'fact',
  plan: 'plan',
  contract: 'contract',
  customer: 'party',
  site: 'party',
  asset: 'party',
  person: 'people',
  role: 'people',
  team: 'people',
}

/** All actions, by what they are done to; an action of a noun that is not named here is the desk's. */
export function actionsByGroup(): ReadonlyMap<Group, readonly Action[]> {
  return Map.groupBy(ACTIONS, (action) => GROUP_OF[action.split('.')[0] ?? ''] ?? 'desk')
}

export type Grants = Readonly<Partial<Record<Action, Scope>>>
type Listed = readonly { readonly action: string; readonly scope: string }[]

export function grantsOf(listed: Listed): Grants {
  const known = listed.flatMap(({ action, scope }) => {
    const found = SCOPES.find((one) => one === scope)
    return isAction(action) && found ? [[action, found] as const] : []
  })
  return Object.fromEntries(known) as Grants
}

/** In the order of the actions, so that the same grants are the same list. */
export function listOf(grants: Grants): { action: Action; scope: Scope }[] {
  return ACTIONS.flatMap((action) => {
    const scope = grants[action]
    return scope === undefined ? [] : [{ action, scope }]
  })
}

export function isChanged(before: Grants, now: Grants): boolean {
  return JSON.stringify(listOf(before)) !== JSON.stringify(listOf(now))
}
