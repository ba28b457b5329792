import type { Json, Subject } from '../fact.ts'
import type { GateClause } from '../plan/forms.ts'
import type { Instant } from '../time/instant.ts'
import type { CompiledClause, Leaf } from './compile.ts'
import type { FormEngine } from './form.ts'
import { isInForce, kinInstances, predecessorOf } from './amended.ts'
import { formState, setFormState } from './form.ts'
import type { Deed, Heard, Known } from './gate/need.ts'
import { alike, comesBack, judgeNeeds, piecesOf, takeNote } from './gate/need.ts'
import type { Happening, Run } from './machine.ts'
import { clauseOf, instanceOf, shifted } from './machine.ts'
import { textOf } from './read-data.ts'
import { mayOpen, openInstance } from './settle.ts'
import type { Cause, Instance } from './state.ts'
import { isWaiver } from './waiver.ts'

/** A waiver given before the deed: it lets one deed pass. */
type Waiver = {
  readonly fact?: string | undefined
  readonly at: Instant
  readonly role: string
  readonly reason: string
  readonly of: readonly Subject[]
}

/** A deed done before its gate was open; what it lacks may still come at the same instant. */
type Standing = Deed & { readonly instance: number; readonly allowed: boolean }

type GateState = Known & { readonly waivers: readonly Waiver[]; readonly standing: readonly Standing[] }

const NOTHING: GateState = { came: {}, out: {}, waivers: [], standing: [] }

function gateOf(compiled: CompiledClause): GateClause {
  if (compiled.source.form !== 'gate') throw new Error(`${compiled.source.id} is no gate`)
  return compiled.source
}

function stateOf(run: Run, compiled: CompiledClause): GateState {
  return formState(run, compiled, NOTHING)
}

/** `allows` is asked of the very fact that is about to happen. */
function isAllowed(run: Run, compiled: CompiledClause, { data }: Cause): boolean {
  const { allows } = gateOf(compiled)
  if (!allows) return true
  return compiled.bound.tests.get(allows.cel)?.({ ...data, ...run.state.dimensions }) === true
}

type Judging = { readonly deed: Standing; readonly instance: Instance; readonly cause: Cause }

/** Keeps the gate where all is there now, and notes what is not. */
function judge(run: Run, compiled: CompiledClause, { deed, instance, cause }: Judging): boolean {
  const shift = (from: Instant, by: Parameters<typeof shifted>[2]['by']) => shifted(run, { clause: compiled.index }, { from, by })
  const { missing, by } = judgeNeeds(gateOf(compiled), stateOf(run, compiled), { deed, shift })
  if (missing.length > 0 || !deed.allowed) {
    const detail: Record<string, Json> = { missing, allowed: deed.allowed }
    instance.detail = detail
    return false
  }
  instance.detail = undefined
  for (const fact of by) if (!instance.evidence.includes(fact)) instance.evidence.push(fact)
  run.kept.push({ instance, at: deed.at, cause })
  return true
}

function takeWaiver(
  run: Run,
  compiled: CompiledClause,
  { instance, of }: { readonly instance: Instance; readonly of: readonly Subject[] },
) {
  const state = stateOf(run, compiled)
  const waiver = state.waivers.find((one) => alike(of, one.of))
  if (!waiver) return
  setFormState(run, compiled, { ...state, waivers: state.waivers.filter((one) => one !== waiver) })
  const { fact, at, role, reason } = waiver
  const waived = { kind: 'waived', at, fact, params: { role, reason } }
  const cause: Cause = { ...(fact === undefined ? {} : { fact }), type: 'obligation.waived', notes: [waived] }
  run.excused.push({ instance, at: run.now, cause })
}

/**
 * The deed has been done. Its gate is judged as one instance that falls due at that very instant: what it lacks may still come until the instant is over,
 * then it is broken by the clock that all instances share.
 */
function pass(run: Run, leaf: Leaf, { at, cause, episode }: Happening): void {
  const compiled = clauseOf(run, leaf.clause)
  if (!mayOpen(run, leaf, cause) || !isInForce(run, compiled)) return
  const before = kinInstances(run.state, compiled)
  // A deed that two parts of `before` name is one deed.
  if (cause.fact !== undefined && before.some(({ anchorFact, openedAt }) => anchorFact === cause.fact && openedAt === at)) return
  const number = before.length + 1
  const instance = openInstance(run, compiled, { at, cause, episode: number, anchor: leaf.text, dueAt: at })
  if (instance.state !== 'open') return
  const of = piecesOf(cause)
  const deed: Standing = { at, episode, of, instance: number, allowed: isAllowed(run, compiled, cause) }
  if (judge(run, compiled, { deed, instance, cause })) return
  const state = stateOf(run, compiled)
  const standing = state.standing.filter((one) => instanceOf(run.state, leaf.clause, one.instance)?.state === 'open')
  setFormState(run, compiled, { ...state, standing: [...standing, deed] })
  takeWaiver(run, compiled, { instance, of })
}

const PLACED = /^(needs|out)-(\d+)$/

function note(run: Run, leaf: Leaf, { at, cause, episode }: Happening): void {
  const [, kind, place] = PLACED.exec(leaf.slot) ?? []
  if (kind === undefined || place === undefined) return
  const compiled = clauseOf(run, leaf.clause)
  const state = stateOf(run, compiled)
  const heard: Heard = { at, episode, ...(cause.fact === undefined ? {} : { fact: cause.fact }), of: piecesOf(cause) }
  const list = kind === 'out' ? 'out' : 'came'
  const latest = kind === 'out' || comesBack(gateOf(compiled), Number(place))
  setFormState(run, compiled, { ...state, [list]: { ...state[list], [place]: takeNote(state[list][place], heard, latest) } })
  if (kind === 'out') return
  for (const deed of state.standing) {
    const instance = instanceOf(run.state, compiled.index, deed.instance)
    if (instance?.state === 'open') judge(run, compiled, { deed, instance, cause })
  }
}

/**
 * A waiver for a deed that is already done excuses that one (`hearExcuse`); given beforehand it is kept for the next. It may name the piece it is for.
 */
function keepWaiver(run: Run, leaf: Leaf, { at, cause }: Happening): void {
  const compiled = clauseOf(run, leaf.clause)
  const { data = {} } = cause
  if (data.promise !== compiled.source.id || !isWaiver(data, compiled.source)) return
  const shown = run.state.instances.filter(({ clause, state }) => clause === leaf.clause && state !== 'off' && state !== 'dormant')
  const named = typeof data.episode === 'number' ? shown.find(({ episode }) => episode === data.episode) : shown.at(-1)
  if (named && (typeof data.episode === 'number' || named.state === 'broken' || named.state === 'open')) return
  const state = stateOf(run, compiled)
  const role = textOf(data, 'role') ?? ''
  const reason = textOf(data, 'reason') ?? ''
  const waiver: Waiver = { ...(cause.fact === undefined ? {} : { fact: cause.fact }), at, role, reason, of: piecesOf(cause) }
  setFormState(run, compiled, { ...state, waivers: [...state.waivers, waiver] })
}

function reached(run: Run, leaf: Leaf, happening: Happening): void {
  if (leaf.slot === 'before') pass(run, leaf, happening)
  else if (leaf.slot === 'waived') keepWaiver(run, leaf, happening)
  else note(run, leaf, happening)
}

/** What was waived and not used yet lets one deed pass under the new edition as well. */
function takesOver(run: Run, compiled: CompiledClause): void {
  const before = predecessorOf(run, compiled)
  if (before) setFormState(run, compiled, { ...stateOf(run, compiled), waivers: stateOf(run, before).waivers })
}

/** 放行条件: each deed that it stands before is one instance, kept or broken at the instant of the deed. */
export const gateForm: FormEngine = { reached, takesOver }
