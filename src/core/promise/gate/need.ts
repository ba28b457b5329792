import type { Subject } from '../../fact.ts'
import { wentOut } from '../slots.ts'
import { leavesOf } from '../../plan/event.ts'
import type { GateClause } from '../../plan/forms.ts'
import type { EventExpr } from '../../plan/types.ts'
import type { Duration } from '../../time/duration.ts'
import type { Instant } from '../../time/instant.ts'
import type { Cause } from '../state.ts'

/** Something that a gate has heard of: one event that it needs, or one thing that went out and must come back. Plain JSON. */
export type Heard = {
  readonly at: Instant
  readonly episode: number
  readonly fact?: string | undefined
  /** the visit, loaner or shipment that it speaks of; empty: of the owner as a whole */
  readonly of: readonly Subject[]
}

/** What a gate knows of its owner: heard events by their place in `needs`, and what went out for them. */
export type Known = {
  readonly came: { readonly [place: string]: readonly Heard[] }
  readonly out: { readonly [place: string]: readonly Heard[] }
}

const PIECES: readonly string[] = ['visit', 'loan', 'rma']

export function piecesOf({ about }: Pick<Cause, 'about'>): readonly Subject[] {
  return about?.filter((subject) => PIECES.includes(nounOf(subject))) ?? []
}

function nounOf(subject: Subject): string {
  return subject.slice(0, subject.indexOf('/'))
}

/** Do two facts speak of the same piece? Where both name a visit it must be the same one; what names none speaks of all. */
export function alike(a: readonly Subject[], b: readonly Subject[]): boolean {
  return a.every((one) => {
    const same = b.filter((other) => nounOf(other) === nounOf(one))
    return same.length === 0 || same.includes(one) || a.some((other) => same.includes(other))
  })
}

function sameKey(a: Heard, b: Heard): boolean {
  return a.episode === b.episode && a.of.length === b.of.length && a.of.every((one, index) => one === b.of[index])
}

/** One entry a piece and episode. `latest`: of what goes out and comes back the last time counts, of everything else the first. */
export function takeNote(list: readonly Heard[] = [], heard: Heard, latest: boolean): readonly Heard[] {
  const known = list.find((one) => sameKey(one, heard))
  if (!known) return [...list, heard]
  const stays = latest ? known.at >= heard.at : known.at <= heard.at
  return stays ? list : list.map((one) => (one === known ? heard : one))
}

/** Comes back what went out? Then the gate asks for it only where it did. */
export function comesBack({ needs }: Pick<GateClause, 'needs'>, place: number): boolean {
  const leaf = leavesOf(needs)[place]
  return leaf !== undefined && wentOut(leaf).length > 0
}

/** The deed that a gate stands before. */
export type Deed = { readonly at: Instant; readonly episode: number; readonly of: readonly Subject[] }

export type Shift = (from: Instant, by: Duration) => Instant | undefined

/** `at`: since when it is met (-Infinity: it was never asked for); `by`: the facts that met it. */
type Met = { readonly at: Instant; readonly by: readonly string[] }

const NEVER_ASKED: Met = { at: -Infinity, by: [] }

function metBy(heard: Heard): Met {
  return { at: heard.at, by: heard.fact === undefined ? [] : [heard.fact] }
}

function both(a: Met, b: Met): Met {
  return { at: Math.max(a.at, b.at), by: [...a.by, ...b.by.filter((fact) => !a.by.includes(fact))] }
}

/** All that went out for this deed has come back since. Loaners of an earlier episode are still out. */
function cameBack(known: Known, place: number, deed: Deed): Met | undefined {
  const out = known.out[place]?.filter(({ at, of }) => at <= deed.at && alike(deed.of, of)) ?? []
  let met = NEVER_ASKED
  for (const one of out) {
    const back = known.came[place]?.find(({ at, of }) => at >= one.at && alike(one.of, of))
    if (!back) return undefined
    met = both(met, metBy(back))
  }
  return met
}

function cameFor(known: Known, place: number, deed: Deed): Met | undefined {
  const came = known.came[place]?.filter(({ episode, of }) => episode === deed.episode && alike(deed.of, of)) ?? []
  const first = came.toSorted((a, b) => a.at - b.at)[0]
  return first && metBy(first)
}

function moved(met: Met | undefined, { offset }: EventExpr, shift: Shift): Met | undefined {
  if (!met || !offset || met.at === -Infinity) return met
  const at = shift(met.at, offset)
  return at === undefined ? undefined : { ...met, at }
}

type Asked = { readonly known: Known; readonly deed: Deed; readonly shift: Shift; place: number }

/** Since when an expression of `needs` is met; places are counted as `leavesOf` lists them. */
function metOf(expr: EventExpr, asked: Asked): Met | undefined {
  if (expr.kind !== 'any' && expr.kind !== 'all') {
    const place = asked.place++
    const back = wentOut(expr).length > 0
    return moved((back ? cameBack : cameFor)(asked.known, place, asked.deed), expr, asked.shift)
  }
  const all = expr.of.map((one) => metOf(one, asked))
  // One of several is what was asked for: that a ticket without a visit has nobody to sign does not stand for the customer's word.
  const said = expr.kind === 'any' ? all.filter((part) => part !== NEVER_ASKED) : all
  const parts = said.length === 0 ? all : said
  const known = parts.filter((part) => part !== undefined)
  if (known.length === 0 || (expr.kind === 'all' && known.length < parts.length)) return undefined
  const met = expr.kind === 'all' ? known.reduce(both) : known.reduce((a, b) => (b.at < a.at ? b : a))
  return moved(met, expr, asked.shift)
}

/** The parts of `needs` that are missed one by one: those of an `all`, else the whole. */
export function partsOf(needs: EventExpr | undefined): readonly EventExpr[] {
  if (!needs) return []
  return needs.kind === 'all' && !needs.offset ? needs.of : [needs]
}

/** `missing`: places among `partsOf(needs)`; `by`: the facts that met the others. */
export type Judged = { readonly missing: readonly number[]; readonly by: readonly string[] }

/** Which parts of what a gate needs are there for this deed, and which are not. */
export function judgeNeeds(clause: Pick<GateClause, 'needs'>, known: Known, { deed, shift }: Pick<Asked, 'deed' | 'shift'>): Judged {
  const asked: Asked = { known, deed, shift, place: 0 }
  const missing: number[] = []
  const by: string[] = []
  for (const [index, part] of partsOf(clause.needs).entries()) {
    const met = metOf(part, asked)
    if (!met || met.at > deed.at) missing.push(index)
    else by.push(...met.by.filter((fact) => !by.includes(fact)))
  }
  return { missing, by }
}
