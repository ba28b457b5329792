import type { ChargeReach } from './compare.ts'
import type { ChargeLine } from './forms.ts'
import { namesIn } from './condition.ts'
import { wayFollows, waysOf } from './overlap.ts'
import type { Saying, Way } from './overlap.ts'
import { aboutOneThing } from './same-thing.ts'
import type { Plan } from './types.ts'

function coversOf({ promises }: Plan): readonly string[] {
  return Object.values(promises).flatMap((clause) => (clause.form === 'cover' ? [clause.id] : []))
}

/** Of which covers a condition speaks, `none` among them: `cover != "none"` is any of them. */
function inCovers(saying: Saying, plan: Plan): Saying {
  if (saying.field !== 'cover' || saying.kind !== 'not') return saying
  return { field: 'cover', kind: 'in', values: [...coversOf(plan), 'none'].filter((id) => !saying.values.includes(id)) }
}

type Between = { readonly from: Plan; readonly to: Plan }

/** What a cover of one plan is in the other: that of its name, else those about the same thing. */
function coverIn(id: string, { from, to }: Between): readonly string[] {
  const [clause, known] = [from.promises[id], coversOf(to)]
  if (id === 'none' || known.includes(id) || clause === undefined) return [id]
  const same = known.filter((other) => aboutOneThing({ clause, plan: from }, { clause: to.promises[other]!, plan: to }))
  return same.length === 0 ? [id] : same
}

/** What a reason of one plan is in the other: that of its id, else that of its name. */
function reasonIn(id: string, { from, to }: Between): string {
  if (Object.hasOwn(to.reasons, id)) return id
  return Object.values(to.reasons).find(({ name }) => name === from.reasons[id]?.name)?.id ?? id
}

function translated(saying: Saying, between: Between): Saying {
  const plain = inCovers(saying, between.from)
  if (plain.kind === 'bound') return plain
  if (plain.field === 'cover') return { ...plain, values: plain.values.flatMap((id) => coverIn(id, between)) }
  return plain.field === 'cause' ? { ...plain, values: plain.values.map((id) => reasonIn(id, between)) } : plain
}

/** Does a plan charge for some causes otherwise than for others? */
function tellsCausesApart({ charges, promises }: Plan): boolean {
  const excludes = Object.values(promises).some((clause) => clause.form === 'cover' && clause.excludes.length > 0)
  return excludes || charges.some(({ when }) => when !== undefined && namesIn(when.cel).includes('cause'))
}

/** A cause that only the other plan knows, where this one tells causes apart by names of its own: nobody can say which of them it would be. */
function isForeign(way: Way, { from, to }: Between): boolean {
  if (!tellsCausesApart(to)) return false
  const causes = way.flatMap((one) => (one.field === 'cause' && one.kind === 'in' ? one.values : []))
  return causes.some((id) => Object.hasOwn(from.reasons, id) && !Object.hasOwn(to.reasons, id))
}

/** What a cover leaves out stands outside it. */
function withExclusions(way: Way, { promises }: Plan): Way {
  const causes = way.flatMap((one) => (one.field === 'cause' && one.kind === 'in' ? one.values : []))
  const excluded = Object.values(promises).flatMap((clause) => (clause.form === 'cover' ? clause.excludes : []))
  const outside = causes.length > 0 && causes.every((cause) => excluded.includes(cause)) && !way.some(({ field }) => field === 'cover')
  return outside ? [...way, { field: 'cover', kind: 'in', values: ['none'] }] : way
}

type Bills = {
  /** the plan of the line */
  readonly plan: Plan
  /** the bills, as a line of another plan tells them */
  readonly of: ChargeReach
  readonly from: Plan
}

/** Does a line speak of all the bills that a line of another plan speaks of? Covers and reasons of other names are taken for what they are about. */
export function speaksOf(line: ChargeLine, { plan, of, from }: Bills): boolean {
  if (line.beyondKm !== undefined && line.beyondKm !== of.beyondKm) return false
  const [asked, told] = [waysOf(line.when), waysOf(of.when)]
  if (!asked || !told) return false
  const lines = asked.map((way) => way.map((saying) => inCovers(saying, plan)))
  const between = { from, to: plan }
  const same = told.map((way) => way.map((saying) => translated(saying, between)))
  if (same.some((way) => isForeign(way, between))) return false
  const bills = same.map((way) => withExclusions(way, plan))
  return bills.every((bill) => lines.some((way) => wayFollows(way, bill)))
}
