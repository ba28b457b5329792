import type { Json } from '../../fact.ts'
import type { CoverClause } from '../../plan/forms.ts'
import type { EventExpr } from '../../plan/types.ts'
import { leavesOf } from '../../plan/event.ts'
import { formatDuration } from '../../time/duration.ts'
import type { Instant } from '../../time/instant.ts'
import type { Zone } from '../../time/zone.ts'
import type { CompiledClause } from '../compile.ts'
import type { Run } from '../machine.ts'
import { textOf } from '../read-data.ts'
import { isWanted } from '../settle.ts'
import type { Cause } from '../state.ts'
import type { OwnerCover, Step } from './state.ts'
import { endOf, stepOf } from './state.ts'
import type { TermEnd } from './term.ts'
import { dimensionsOf, startAfter, statedEnd, statedStart, statedTerm, termEnd, termFields, termFor } from './term.ts'

/** A cover about to be moved by an event of its owner. */
export type Hearing = {
  readonly run: Run
  readonly compiled: CompiledClause
  readonly clause: CoverClause
  readonly zone: Zone
  readonly owner: string
  readonly at: Instant
  readonly cause: Cause
}

const MARKS: readonly string[] = ['corrected', 'correction-pending', 'conflict', 'backfill-pending', 'backfill-approved']

/** A step of the trail by the fact at hand, marked as that fact is marked. */
export function step({ at, cause }: Hearing, what: Omit<Step, 'at' | 'fact' | 'type' | 'marks'>): Step {
  const marks = cause.notes?.map(({ kind }) => kind).filter((kind) => MARKS.includes(kind)) ?? []
  return {
    ...what,
    at,
    ...(cause.fact === undefined ? {} : { fact: cause.fact }),
    ...(cause.type === undefined ? {} : { type: cause.type }),
    ...(marks.length > 0 ? { marks } : {}),
  }
}

/** Does a fact about a cover mean this one? Unnamed it does only where the plan has no other. */
export function means({ compiled, clause, cause }: Hearing): boolean {
  const named = cause.data === undefined ? undefined : textOf(cause.data, 'cover')
  if (named !== undefined) return named === clause.id
  return Object.values(compiled.bound.plan.promises).filter(({ form }) => form === 'cover').length === 1
}

/** What the starting facts say of the term is kept until the last of them is there. */
function remember(cover: OwnerCover, { clause, cause }: Hearing): OwnerCover {
  const told: Record<string, Json> = { ...cover.told }
  for (const field of termFields(clause.term)) {
    const value = cause.data?.[field]
    if (value !== undefined && told[field] === undefined) told[field] = value
  }
  return { ...cover, told }
}

/** The term that begins at `start`; `none`: there is no cover for such an owner. */
export function termFrom(hearing: Hearing, cover: OwnerCover, start: Instant): TermEnd | 'none' {
  const { clause, zone, run } = hearing
  const term = termFor(clause.term, (dimension) => textOf(cover.told, dimension) ?? run.state.dimensions[dimension])
  if (term === 'none') return 'none'
  if (typeof term === 'string') return { endless: term }
  const { makerTerm, stateTerm } = cover.told
  return termEnd(term, { zone, start, maker: statedTerm(makerTerm), state: statedTerm(stateTerm) })
}

export function termParams({ compiled, clause }: Hearing, cover: OwnerCover, term: TermEnd): Record<string, Json> {
  const params: Record<string, Json> = {}
  if (term.by) params.term = formatDuration(term.by)
  if (term.maker) params.maker = term.maker
  if (term.basis) params.basis = term.basis
  if (term.endless) params.endless = term.endless
  const agreed = compiled.bound.terms.find(
    ({ key }) => key === `promises.${clause.id}.term` || key.startsWith(`promises.${clause.id}.term.`),
  )
  if (agreed) params.contract = agreed.source
  for (const dimension of dimensionsOf(clause.term)) {
    const value = textOf(cover.told, dimension)
    if (value !== undefined) params[`by-${dimension}`] = value
  }
  return params
}

/** The cover begins: its `when` is judged this one time, and its term runs from here. */
function begin(cover: OwnerCover, hearing: Hearing, start: Instant): OwnerCover {
  const { run, compiled, cause } = hearing
  const data = { ...cover.told, ...cause.data }
  const term = isWanted(run, compiled, { ...cause, data }) ? termFrom(hearing, cover, start) : 'none'
  if (term === 'none') return { ...cover, off: true }
  const { end, endless } = term
  const params = { start, ...termParams(hearing, cover, term) }
  return curtailed({ ...cover, start, end, endless, trail: stepOf(cover, step(hearing, { kind: 'started', to: end, params })) }, hearing)
}

/** What ends it was named before it began (`until: event.end`): the trail says so. */
function curtailed(cover: OwnerCover, hearing: Hearing): OwnerCover {
  const to = endOf(cover)
  if (to === cover.end) return cover
  const by = Object.keys(cover.caps).find((key) => cover.caps[key] === to)
  const leaf = by?.startsWith('until-') ? hearing.run.plan.leaves[Number(by.slice(6))] : undefined
  const params: Record<string, string> = leaf ? { event: leaf.text } : {}
  return { ...cover, trail: stepOf(cover, step(hearing, { kind: 'until', from: cover.end, to, params })) }
}

/** When the start expression has come, for the parts of it that have; undefined: not yet. Places are counted as `leavesOf` lists them. */
function startOf(expr: EventExpr, got: OwnerCover['got'], zone: Zone): Instant | undefined {
  let place = 0
  const at = (one: EventExpr): Instant | undefined => {
    if (one.kind !== 'any' && one.kind !== 'all') {
      const came = got[String(place++)]
      return came === undefined ? undefined : startAfter(zone, came, one.offset)
    }
    const parts = one.of.map(at)
    const known = parts.filter((part) => part !== undefined)
    if (known.length === 0 || (one.kind === 'all' && known.length < parts.length)) return undefined
    return one.kind === 'all' ? Math.max(...known) : Math.min(...known)
  }
  return at(expr)
}

/** When the event of one place came: a fact's own instant, or the date that it carries (`asset.made` in the data of the acceptance). */
function cameAt({ clause, zone, at, cause }: Hearing, place: number): Instant | undefined {
  const leaf = leavesOf(clause.starts)[place]
  if (leaf?.kind !== 'instant' || cause.type === undefined) return at
  if (cause.type.slice(0, cause.type.indexOf('.')) !== leaf.noun) return at
  return statedStart(zone, cause.data?.[leaf.name])
}

/** One event of the start has come; the first one of its kind stands (law 7). */
export function startEvent(cover: OwnerCover, hearing: Hearing, place: number): OwnerCover {
  if (cover.start !== undefined || cover.off) return cover
  const came = cameAt(hearing, place)
  const known = remember(cover, hearing)
  if (came === undefined || known.got[String(place)] !== undefined) return known
  const got = { ...known.got, [String(place)]: came }
  const start = startOf(hearing.clause.starts, got, hearing.zone)
  return start === undefined ? { ...known, got } : begin({ ...known, got }, hearing, start)
}

/** A cover stated outright (`cover.started`): taken over from the maker or an older contract, or bought. Its own start and end count where it says them. */
export function statedCover(cover: OwnerCover, hearing: Hearing): OwnerCover {
  const { zone, at, cause } = hearing
  if (cover.start !== undefined || cover.off || !means(hearing)) return cover
  const start = statedStart(zone, cause.data?.start) ?? at
  const end = statedEnd(zone, cause.data?.end)
  const known = remember(cover, hearing)
  if (end === undefined || end <= start) return begin(known, hearing, start)
  return curtailed({ ...known, start, end, trail: stepOf(known, step(hearing, { kind: 'stated', to: end, params: { start } })) }, hearing)
}
