import type { Json } from '../fact.ts'
import type { RuleClause, RuleEffect } from '../plan/forms.ts'
import { formatDuration } from '../time/duration.ts'
import type { Instant } from '../time/instant.ts'
import type { CompiledClause, Leaf } from './compile.ts'
import type { FormEngine } from './form.ts'
import { isInForce, predecessorOf } from './amended.ts'
import { formState, setFormState } from './form.ts'
import type { Happening, Run } from './machine.ts'
import { clauseOf } from './machine.ts'
import type { RuleRows } from './rule/row.ts'
import { beginAgain, countEvent, endRows, NO_ROWS, valueIn } from './rule/row.ts'
import { isWanted, mayOpen } from './settle.ts'
import type { Cause } from './state.ts'
import type { Effect, EffectKind } from './types.ts'

/** Each time that the rule acted: when, and what its fact said that the effects turn on. */
type Acted = { readonly at: Instant; readonly said: { readonly [key: string]: Json } }
/** `before`: how often it acted under the editions before. */
type RuleState = RuleRows & { readonly acted: readonly Acted[]; readonly before?: number | undefined }

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
  const acted = fires ? [...state.acted, { at: run.now, said: saidBy(rule, cause) }] : state.acted
  setFormState(run, compiled, { ...state, ...rows, acted })
  if (fires) withdrawKeeping(run, rule, happening)
}

/** What an effect is called in its key, and the rest of what is to be done. `count-as-not-done` turns a verdict and sends nothing. */
function sentAs(
  effect: RuleEffect,
): { readonly kind: EffectKind; readonly to: string; readonly params?: Record<string, Json> } | undefined {
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
      return undefined
    default:
      return effect satisfies never
  }
}

function amountOf({ kind, fen, percent, of }: Extract<RuleEffect, { kind: 'credit' | 'deduct' }>): ReturnType<typeof sentAs> {
  const params: Record<string, Json> = {}
  if (fen !== undefined) params.fen = fen
  if (percent !== undefined) params.percent = percent
  if (of !== undefined) params.of = of
  return { kind, to: fen === undefined ? `${percent}%` : `${fen}`, params }
}

/** Keys hold no fact: subject, rule, the how-many-th time, effect. A correction of the fact behind it leaves the message as it is (law 10). */
function effectsOf(run: Run, compiled: CompiledClause): Effect[] {
  const rule = ruleOf(compiled)
  const { subject } = run.state
  const { acted, before = 0 } = formState(run, compiled, NOTHING)
  return acted.flatMap(({ at, said }, index) =>
    rule.effects.flatMap((effect): Effect[] => {
      const sent = sentAs(effect)
      if (!sent) return []
      const episode = before + index + 1
      const key = `${subject}|${rule.id}|${episode}|${sent.kind}:${sent.to}`
      const params = { ...said, ...sent.params }
      const what = { key, subject, promise: rule.id, episode, kind: sent.kind, to: sent.to, at }
      return [Object.keys(params).length > 0 ? { ...what, params } : what]
    }),
  )
}

function reached(run: Run, leaf: Leaf, happening: Happening): void {
  const compiled = clauseOf(run, leaf.clause)
  if (leaf.slot === 'on') return act(run, leaf, happening)
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
export const ruleForm: FormEngine = { reached, effects: effectsOf, takesOver }
