import type { Milestone } from '../contract/state.ts'
import { PHASES } from '../plan/roles.ts'
import type { LeadPhase } from '../plan/roles.ts'
import type { Plan } from '../plan/types.ts'
import type { Instant } from '../time/instant.ts'

/** A role that leads, in which phase of the contract's life. */
export type Leader = { readonly role: string; readonly phase: LeadPhase }

/** One stretch of a contract's life with the same leaders. `by`: the milestone that began it; undefined: it was signed. */
export type Stretch = {
  readonly leaders: readonly Leader[]
  readonly by: { readonly milestone: Milestone; readonly at: Instant } | undefined
}

type Reached = { readonly milestone: Milestone; readonly at: Instant }

const ORDER: readonly Milestone[] = ['shipped', 'delivered', 'commissioned', 'accepted']

/** Among the phases that hold, the one nearest to the present: before the next milestone, or after the last. A milestone implies those before it. */
function holdsAt(phase: LeadPhase, reached: number): number | undefined {
  const place = ORDER.indexOf(PHASES[phase])
  if (phase.startsWith('before-')) return place > reached ? -place : undefined
  return place <= reached ? place : undefined
}

function nearest(leaders: readonly (Leader & { readonly near: number })[]): readonly Leader[] {
  const best = Math.max(...leaders.map(({ near }) => near))
  return leaders.filter(({ near }) => near === best).map(({ role, phase }) => ({ role, phase }))
}

function leadersAt({ roles }: Pick<Plan, 'roles'>, reached: number): readonly Leader[] {
  const all = Object.values(roles).flatMap(({ id: role, leads }) =>
    leads.flatMap((phase) => {
      const near = holdsAt(phase, reached)
      return near === undefined ? [] : [{ role, phase, near }]
    }),
  )
  const before = nearest(all.filter(({ phase }) => phase.startsWith('before-')))
  const after = nearest(all.filter(({ phase }) => phase.startsWith('after-')))
  return [...before, ...after.filter(({ role }) => !before.some((one) => one.role === role))]
}

const rolesIn = ({ leaders }: Stretch): string => leaders.map(({ role }) => role).join(' ')

/** 牵头: who led when, the first stretch first; each milestone that changes it is a hand-over. Empty: the plan names nobody. */
export function leadCourse(plan: Pick<Plan, 'roles'>, milestones: readonly Reached[]): readonly Stretch[] {
  const course: Stretch[] = [{ leaders: leadersAt(plan, -1), by: undefined }]
  let reached = -1
  for (const by of [...milestones].sort((a, b) => a.at - b.at)) {
    reached = Math.max(reached, ORDER.indexOf(by.milestone))
    const next = { leaders: leadersAt(plan, reached), by: { milestone: by.milestone, at: by.at } }
    if (rolesIn(next) !== rolesIn(course.at(-1)!)) course.push(next)
  }
  return course.some(({ leaders }) => leaders.length > 0) ? course : []
}
