import type { Json } from '../fact.ts'
import type { RuleClause, RuleEffect } from '../plan/forms.ts'
import { formatDuration } from '../time/duration.ts'
import type { Instant } from '../time/instant.ts'
import type { CompiledClause, Leaf } from './compile.ts'
import type { FormEngine } from './form.ts'
import { isInForce, kinInstance, predecessorOf } from './amended.ts'
import { formState, setFormState } from './form.ts'
import type { Happening, Run } from './machine.ts'
import { clauseOf } from './machine.ts'
import type { Demands } from './rule/demand.ts'
import { answerDemand, demandForms, filledOf, formsOf, missingOf } from './rule/demand.ts'
import type { RuleRows } from './rule/row.ts'
import { beginAgain, countEvent, endRows, NO_ROWS, valueIn } from './rule/row.ts'
import { fillsForm, settledName, settles, sumName } from './rule/settling.ts'
import { isWanted, mayOpen } from './settle.ts'
import type { Cause } from './state.ts'
import type { Consequence, Effect, Settlement } from './types.ts'
import { answeredFrom } from './taken-over.ts'

/** Each time that the rule acted: when, by which fact, and what that said that the effects turn on; `settled`: what of it has been seen to, by the effect. */
type Acted = {
  readonly at: Instant
  readonly said: { readonly [key: string]: Json }
  readonly fact?: string | undefined
  readonly settled?: { readonly [effect: string]: Settlement } | undefined
}

/** `before`: how often it acted under the editions before. */
type RuleState = RuleRows & Demands & { readonly acted: readonly Acted[]; readonly before?: number | undefined }

const NOTHING: RuleState = { ...NO_ROWS, acted: [] }

function ruleOf(compiled: CompiledClause): RuleClause {
  if (compiled.source.form !== 'rule') throw new Error(`${compiled.source.id} is no rule`)
  return compiled.source
}

/** A replacement is of the same model, a loaner of no lower class: what the fact says of them goes with what is given or demanded. */
const GIVEN_LIKE: readonly string[] = ['asset', 'model', 'class']

function saidBy(rule: RuleClause, cause: Cause): Acted['said'] {
  const gives = rule.effects.some(({ kind }) => kind === 'entitle' || kind === 'demand')
  const fields = new Set([...rule.same, ...(gives ? GIVEN_LIKE : [])])
  const said: Record<string, Json> = {}
  for (const field of fields) {
    const value = valueIn(cause, field)
    if (value !== undefined) said[field] = value
  }
  return said
}

function withdrawKeeping(run: Run, rule: RuleClause, { at, cause }: Happening): void {
  for (const effect of rule.effects) {
    if (effect.kind !== 'count-as-not-done') continue
    const clause = run.plan.clauses.findIndex(({ source }) => source.id === effect.promise)
    if (clause >= 0) run.undone.push({ clause, at, cause, met: false })
  }
}

function act(run: Run, leaf: Leaf, happening: Happening): void {
  const compiled = clauseOf(run, leaf.clause)
  const rule = ruleOf(compiled)
  const { cause } = happening
  if (!mayOpen(run, leaf, cause) || !isInForce(run, compiled) || !isWanted(run, compiled, cause)) return
  const state = formState(run, compiled, NOTHING)
  const { rows, fires } = countEvent(rule, state, cause)
  const acted = fires ? [...state.acted, actedBy(run, rule, cause)] : state.acted
  const number = (state.before ?? 0) + acted.length
  const forms = fires && isOwed(run, compiled) ? formsOf(rule) : []
  const demands = forms.length === 0 ? {} : demandForms(run, compiled, { forms, happening, number, anchor: leaf.text, known: state })
  setFormState(run, compiled, { ...state, ...rows, ...demands, acted })
  if (fires) withdrawKeeping(run, rule, happening)
}

/** What came due before the contract was taken over is history: no form of that time is missed. */
function isOwed(run: Run, compiled: CompiledClause): boolean {
  return run.now > (answeredFrom(run, compiled) ?? -Infinity)
}

function actedBy({ now }: Run, rule: RuleClause, cause: Cause): Acted {
  return { at: now, said: saidBy(rule, cause), ...(cause.fact === undefined ? {} : { fact: cause.fact }) }
}

/** Something that the rule brought about is seen to: of the same kind the oldest that is not. */
function settle(run: Run, compiled: CompiledClause, happening: Happening): void {
  const { at, cause } = happening
  const rule = ruleOf(compiled)
  let state = formState(run, compiled, NOTHING)
  for (const form of formsOf(rule))
    if (fillsForm(cause, form)) state = { ...state, ...answerDemand(run, compiled, { form, happening, known: state }) }
  for (const effect of rule.effects) {
    const key = effect.kind === 'require-form' ? undefined : settlesKey(effect)
    if (key === undefined) continue
    const index =
      cause.type === 'remedy.settled' || cause.type === 'task.done'
        ? timeNamed(rule, cause, key) - (state.before ?? 0) - 1
        : state.acted.findIndex(({ said, settled }) => settled?.[key] === undefined && settles(effect, cause, said))
    if (index < 0 || index >= state.acted.length) continue
    // Whoever says a second time that it is done changes nothing of who did it, and when.
    if (cause.type === 'task.done' && state.acted[index]!.settled?.[key] !== undefined) continue
    const by: Settlement = cause.fact === undefined ? { at } : { at, fact: cause.fact }
    const seen = state.acted.map((one, place) => (place === index ? { ...one, settled: { ...one.settled, [key]: by } } : one))
    state = { ...state, acted: seen }
  }
  setFormState(run, compiled, state)
}

/** Money, and who has done a task, say what it is for: which rule, the how-many-th time, which of its effects. 0: another. */
function timeNamed(rule: RuleClause, { data = {} }: Cause, key: string): number {
  const { promise, effect, episode } = data
  return promise === rule.id && effect === key && typeof episode === 'number' ? episode : 0
}

function settlesKey(effect: RuleEffect): string | undefined {
  const name = settledName(effect)
  return name === undefined ? undefined : `${effect.kind}:${name}`
}

/** What an effect is called in its key, and the rest of what is to be done. */
function sentAs(effect: RuleEffect): { readonly kind: Consequence['kind']; readonly to: string; readonly params?: Record<string, Json> } {
  switch (effect.kind) {
    case 'extend':
      return { kind: 'extend', to: effect.cover, params: { by: formatDuration(effect.by) } }
    case 'restart':
      return { kind: 'restart', to: effect.cover }
    case 'entitle':
    case 'demand':
      return { kind: effect.kind, to: effect.what }
    case 'escalate':
    case 'notify':
      return { kind: effect.kind, to: effect.to }
    case 'open-task':
      return { kind: 'open-task', to: effect.task, ...(effect.owner === undefined ? {} : { params: { owner: effect.owner } }) }
    case 'credit':
    case 'deduct':
      return amountOf(effect)
    case 'require-form':
      return { kind: 'require-form', to: effect.form }
    case 'count-as-not-done':
      return { kind: 'count-as-not-done', to: effect.promise }
    default:
      return effect satisfies never
  }
}

function amountOf(effect: Extract<RuleEffect, { kind: 'credit' | 'deduct' }>): ReturnType<typeof sentAs> {
  const { kind, fen, percent, of } = effect
  const params: Record<string, Json> = {}
  if (fen !== undefined) params.fen = fen
  if (percent !== undefined) params.percent = percent
  if (of !== undefined) params.of = of
  return { kind, to: sumName(effect), params }
}

type Done = { readonly effect: RuleEffect; readonly acted: Acted; readonly sent: Consequence }

/** Keys hold no fact: subject, rule, the how-many-th time, effect. A correction of the fact behind it leaves the message as it is (law 10). */
function doneBy(run: Run, compiled: CompiledClause): Done[] {
  const rule = ruleOf(compiled)
  const { subject } = run.state
  const { acted, before = 0 } = formState(run, compiled, NOTHING)
  return acted.flatMap((one, index) =>
    rule.effects.map((effect): Done => {
      const { kind, to, params: more } = sentAs(effect)
      const episode = before + index + 1
      const key = `${subject}|${rule.id}|${episode}|${kind}:${to}`
      const params = { ...one.said, ...more }
      const what = { key, subject, promise: rule.id, episode, kind, to, at: one.at }
      return { effect, acted: one, sent: Object.keys(params).length > 0 ? { ...what, params } : what }
    }),
  )
}

function effectsOf(run: Run, compiled: CompiledClause): readonly Effect[] {
  return doneBy(run, compiled).flatMap(({ sent: { kind, ...sent } }) => (kind === 'count-as-not-done' ? [] : [{ ...sent, kind }]))
}

type Standing = Partial<Pick<Consequence, 'open' | 'settled'>>

/** A form is owed by an instance of the rule, which says whether it is still missing. */
function standingOf(run: Run, compiled: CompiledClause, { effect, acted, sent }: Done): Standing {
  if (effect.kind === 'require-form') {
    const instance = kinInstance(run.state, compiled, sent.episode)
    if (!instance) return {}
    const settled = filledOf(instance, effect.form)
    return settled ? { settled } : { open: missingOf(instance).includes(effect.form) }
  }
  const key = settlesKey(effect)
  const settled = key === undefined ? undefined : acted.settled?.[key]
  if (settled) return { settled }
  return key === undefined ? {} : { open: true }
}

function consequencesOf(run: Run, compiled: CompiledClause): readonly Consequence[] {
  return doneBy(run, compiled).map((done) => {
    const { fact } = done.acted
    return { ...done.sent, ...(fact === undefined ? {} : { fact }), ...standingOf(run, compiled, done) }
  })
}

function reached(run: Run, leaf: Leaf, happening: Happening): void {
  const compiled = clauseOf(run, leaf.clause)
  if (leaf.slot === 'on') return act(run, leaf, happening)
  if (leaf.slot === 'settles') return settle(run, compiled, happening)
  const state = formState(run, compiled, NOTHING)
  const rows = leaf.slot === 'unless' ? endRows(ruleOf(compiled), state, happening.cause) : beginAgain(state)
  setFormState(run, compiled, { ...state, ...rows })
}

/** Events in a row are counted on, and so is how often it acted. */
function takesOver(run: Run, compiled: CompiledClause): void {
  const predecessor = predecessorOf(run, compiled)
  if (!predecessor) return
  const { acted, before = 0, ...rows } = formState(run, predecessor, NOTHING)
  setFormState(run, compiled, { ...rows, acted: [], before: before + acted.length })
}

/** 规则: when its event comes, the system itself does something. Effects are derived anew each time, as a set. */
export const ruleForm: FormEngine = { reached, effects: effectsOf, consequences: consequencesOf, takesOver }
