import type { Subject } from '../fact.ts'
import type { CoverClause } from '../plan/forms.ts'
import type { PromiseState } from '../plan/types.ts'
import type { Instant } from '../time/instant.ts'
import type { CompiledClause, Leaf } from './compile.ts'
import { isInForce } from './amended.ts'
import { opensClause } from './compile.ts'
import type { Hearing } from './cover/begin.ts'
import { startEvent, statedCover } from './cover/begin.ts'
import { described } from './cover/described.ts'
import { coverEnded, coverExcluded, coverExtended, coverUntil, partReplaced, ruleEvent, ruleRows } from './cover/change.ts'
import type { CoverState, OwnerCover } from './cover/state.ts'
import { endOf, NO_COVER, NOT_STARTED } from './cover/state.ts'
import { coverZone } from './cover/term.ts'
import type { FormEngine } from './form.ts'
import { formState, setFormState } from './form.ts'
import type { Happening, Run } from './machine.ts'
import { clauseOf, climb, FOREVER, nameInstant } from './machine.ts'
import type { Cause } from './state.ts'
import { ownerIn } from './owner.ts'

function coverOf(compiled: CompiledClause): CoverClause {
  if (compiled.source.form !== 'cover') throw new Error(`${compiled.source.id} is no cover`)
  return compiled.source
}

/**
 * Whose cover an event moves: that of the owner of this fold; in a mirror that of each device which the fact names. A fact that names none speaks, in a mirror,
 * of the cover of all of them taken as one.
 */
function ownersOf(run: Run, compiled: CompiledClause, cause: Cause): readonly Subject[] {
  if (!compiled.mirror) return [ownerIn(run.state.subject)]
  const named = cause.about?.filter((subject) => subject.startsWith(`${compiled.source.per}/`)) ?? []
  return named.length > 0 ? named : [ownerIn(run.state.subject)]
}

const INDEXED = /^(starts|rule|unless|again)-(\d+)$/

/** What an event of the clause does to one cover. */
function changed(cover: OwnerCover, hearing: Hearing, { slot, id }: Leaf): OwnerCover {
  const [, kind, place] = INDEXED.exec(slot) ?? []
  if (kind === 'starts') return startEvent(cover, hearing, Number(place))
  if (kind === 'rule') return ruleEvent(cover, hearing, Number(place))
  if (kind === 'unless' || kind === 'again') return ruleRows(cover, hearing, { index: Number(place), what: kind })
  switch (slot) {
    case 'started':
      return statedCover(cover, hearing)
    case 'described':
      return described(cover, hearing)
    case 'replaced':
      return partReplaced(cover, hearing)
    case 'extended':
      return coverExtended(cover, hearing)
    case 'excluded':
      return coverExcluded(cover, hearing)
    case 'ended':
      return coverEnded(cover, hearing)
    case 'until':
      return coverUntil(cover, hearing, id)
    default:
      return cover
  }
}

/** Of the covers of many one is told as a whole, and a mirror leaves the trail to the fold of the device itself. */
function kept(compiled: CompiledClause, cover: OwnerCover): OwnerCover {
  return compiled.mirror ? { ...cover, trail: [], exclusions: [], parts: {} } : cover
}

type Told = { readonly state: PromiseState; readonly at: Instant; readonly cause: Cause }

/** Tells who waits for it: another cover of every device, everything else once for all (`whole`). */
function tellCover(run: Run, compiled: CompiledClause, told: Told & { readonly owner: string; readonly whole: boolean }): void {
  const { state, at, owner, whole } = told
  const cause: Cause = { ...told.cause, about: [owner as Subject] }
  for (const leaf of compiled.on[state]) {
    if (whole || clauseOf(run, leaf.clause).source.form === 'cover') climb(run, leaf, { at, cause, episode: run.state.episode })
  }
}

/** Has it begun at all? What ends before it begins never did. */
function begins(cover: OwnerCover, start: Instant | undefined): start is Instant {
  return !cover.off && start !== undefined && (endOf({ ...cover, start }) ?? Infinity) > start
}

function standing(covers: CoverState): readonly OwnerCover[] {
  return Object.values(covers.owners).filter((cover) => begins(cover, cover.start))
}

/** Names `.start` and `.end`: in a mirror the first start and, as long as any goes on, the latest end. */
function nameEnds(run: Run, compiled: CompiledClause, cause: Cause): void {
  const { id } = compiled.source
  const covers = standing(formState(run, compiled, NO_COVER))
  if (covers.length === 0) return
  nameInstant(run, { key: `${id}.start`, at: Math.min(...covers.map(({ start }) => start!)), cause })
  const ends = covers.map((cover) => endOf(cover) ?? (cover.endless === 'lifetime' ? Infinity : -Infinity))
  const end = Math.max(...ends)
  if (Number.isFinite(end)) nameInstant(run, { key: `${id}.end`, at: end, cause })
  else if (end === Infinity && run.state.instants[`${id}.end`] !== undefined) nameInstant(run, { key: `${id}.end`, at: FOREVER, cause })
}

function put(run: Run, compiled: CompiledClause, { owner, cover }: { readonly owner: string; readonly cover: OwnerCover }): void {
  const { owners } = formState(run, compiled, NO_COVER)
  setFormState(run, compiled, { owners: { ...owners, [owner]: cover } })
}

type Change = { readonly owner: string; readonly before: OwnerCover; readonly after: OwnerCover; readonly cause: Cause }

/** An end moved to a later one is told as `.extended`; a cover that had ended and goes on will end anew. */
function tellExtended(run: Run, compiled: CompiledClause, { owner, before, after, cause }: Change): void {
  if (before.start === undefined || after.start === undefined || (endOf(after) ?? 0) <= (endOf(before) ?? Infinity)) return
  tellCover(run, compiled, { state: 'extended', at: run.now, cause, owner, whole: true })
}

function reached(run: Run, leaf: Leaf, { at, cause }: Happening): void {
  const compiled = clauseOf(run, leaf.clause)
  const clause = coverOf(compiled)
  const zone = coverZone(compiled.bound)
  if (opensClause(leaf.slot) && !isInForce(run, compiled)) return
  for (const owner of ownersOf(run, compiled, cause)) {
    const before = formState(run, compiled, NO_COVER).owners[owner] ?? NOT_STARTED
    const made = changed(before, { run, compiled, clause, zone, owner, at, cause }, leaf)
    if (made === before) continue
    const revived = before.heard === 'ended' && (endOf(made) ?? Infinity) > run.now
    const after = kept(compiled, revived ? { ...made, heard: 'started' } : made)
    put(run, compiled, { owner, cover: after })
    nameEnds(run, compiled, cause)
    tellExtended(run, compiled, { owner, before, after, cause })
    begun(run, compiled, { owner, cause })
  }
}

/** Tells `.started` once the start is there; of many covers the first one starts the whole. */
function begun(run: Run, compiled: CompiledClause, { owner, cause }: { readonly owner: string; readonly cause: Cause }): boolean {
  const { owners } = formState(run, compiled, NO_COVER)
  const cover = owners[owner]
  if (!cover || cover.heard !== 'none' || !begins(cover, cover.start) || cover.start! > run.now) return false
  const whole = Object.values(owners).every(({ heard }) => heard === 'none')
  put(run, compiled, { owner, cover: { ...cover, heard: 'started' } })
  tellCover(run, compiled, { state: 'started', at: cover.start!, cause, owner, whole })
  return true
}

/** Tells `.ended` at the end; of many covers the last one ends the whole. */
function ended(run: Run, compiled: CompiledClause, owner: string): boolean {
  const { owners } = formState(run, compiled, NO_COVER)
  const cover = owners[owner]!
  const end = endOf(cover)
  if (cover.heard !== 'started' || end === undefined || end > run.now) return false
  const whole = Object.entries(owners).every(([other, { heard }]) => other === owner || heard !== 'started')
  put(run, compiled, { owner, cover: { ...cover, heard: 'ended' } })
  tellCover(run, compiled, { state: 'ended', at: end, cause: {}, owner, whole })
  return true
}

function tick(run: Run, compiled: CompiledClause): boolean {
  for (const owner of Object.keys(formState(run, compiled, NO_COVER).owners)) {
    if (begun(run, compiled, { owner, cause: {} }) || ended(run, compiled, owner)) return true
  }
  return false
}

function nextAt(run: Run, compiled: CompiledClause): Instant | undefined {
  let next = Infinity
  for (const cover of Object.values(formState(run, compiled, NO_COVER).owners)) {
    if (cover.heard === 'none' && begins(cover, cover.start)) next = Math.min(next, cover.start!)
    else if (cover.heard === 'started') next = Math.min(next, endOf(cover) ?? Infinity)
  }
  return next === Infinity ? undefined : next
}

/** 质保: what its facts make of it, device by device; its start and end are named to all who wait for them, and follow when they move. */
export const coverForm: FormEngine = { reached, tick, nextAt }
