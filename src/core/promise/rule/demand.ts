import type { Json, Subject } from '../../fact.ts'
import type { RuleClause } from '../../plan/forms.ts'
import type { Instant } from '../../time/instant.ts'
import { kinInstances } from '../amended.ts'
import type { CompiledClause } from '../compile.ts'
import { alike, piecesOf } from '../gate/need.ts'
import type { Happening, Run } from '../machine.ts'
import { openInstance } from '../settle.ts'
import type { Cause, Instance } from '../state.ts'
import type { Settlement } from '../types.ts'
import { fillsForm } from './settling.ts'

/*
 * 欠缺: a record form that a rule requires is owed from that instant on, as an instance of the rule without a due time: it is open until the form is filled in,
 * and a waiver, a cancelled ticket and the record treat it as they do any other. Each filling answers one demand: the one that speaks of the same visit, else
 * the oldest that is open. What was filled in before the demand came answers the first one of an episode, or the one of the same visit.
 */

/** A form that was filled in while nobody had demanded it yet. */
type Early = {
  readonly form: string
  readonly at: Instant
  readonly episode: number
  readonly fact?: string | undefined
  readonly of: readonly Subject[]
}

/** What a rule remembers of its demands. Plain JSON. */
export type Demands = {
  readonly early?: readonly Early[] | undefined
  /** the last episode of its owner in which it demanded anything */
  readonly demandedIn?: number | undefined
}

/** What stands in the `detail` of a demand. */
type Asked = {
  readonly forms: readonly string[]
  readonly missing: readonly string[]
  readonly filled: Readonly<Record<string, Settlement>>
  readonly of: readonly Subject[]
}

export function formsOf({ effects }: Pick<RuleClause, 'effects'>): readonly string[] {
  return [...new Set(effects.flatMap((effect) => (effect.kind === 'require-form' ? [effect.form] : [])))]
}

function askedOf({ detail }: Instance): Asked {
  return detail as unknown as Asked
}

/** Which of its forms are still to be filled in. */
export function missingOf(instance: Instance): readonly string[] {
  return instance.state === 'open' ? askedOf(instance).missing : []
}

export function filledOf(instance: Instance, form: string): Settlement | undefined {
  return askedOf(instance).filled[form]
}

function detailOf({ forms, missing, filled, of }: Asked): { readonly [key: string]: Json } {
  return { forms, missing, filled: filled as unknown as Json, of }
}

function settlement({ at, fact }: Settlement): Settlement {
  return fact === undefined ? { at } : { at, fact }
}

function closes(run: Run, instance: Instance, { at, cause }: Pick<Happening, 'at' | 'cause'>): void {
  if (askedOf(instance).missing.length === 0) run.kept.push({ instance, at, cause })
  else if (cause.fact !== undefined && !instance.evidence.includes(cause.fact)) instance.evidence.push(cause.fact)
}

function sharesPiece(a: readonly Subject[], b: readonly Subject[]): boolean {
  return a.some((one) => b.includes(one))
}

type Demanding = {
  readonly forms: readonly string[]
  readonly happening: Happening
  readonly number: number
  readonly anchor: string
  readonly known: Demands
}

/** The rule acts: its forms are owed, as far as they are not filled in already. What it remembers from now on. */
export function demandForms(run: Run, compiled: CompiledClause, { forms, happening, number, anchor, known }: Demanding): Demands {
  const { at, cause } = happening
  const { episode } = run.state
  const of = piecesOf(cause)
  const first = known.demandedIn !== episode
  const answers = (one: Early, form: string) =>
    one.form === form && one.episode === episode && alike(one.of, of) && (first || sharesPiece(of, one.of))
  const filled: Record<string, Settlement> = {}
  for (const form of forms) {
    const early = known.early?.find((one) => answers(one, form))
    const self = fillsForm(cause, form) ? { at, fact: cause.fact } : undefined
    const by = self ?? early
    if (by) filled[form] = settlement(by)
  }
  const missing = forms.filter((form) => filled[form] === undefined)
  const instance = openInstance(run, compiled, {
    at,
    cause,
    episode: number,
    anchor,
    wanted: true,
    detail: detailOf({ forms, missing, filled, of }),
  })
  for (const done of Object.values(filled).sort((a, b) => a.at - b.at)) closes(run, instance, { at: done.at, cause: causeOf(done) })
  return { demandedIn: episode, early: known.early?.filter((one) => !forms.some((form) => answers(one, form))) }
}

function causeOf({ fact }: Settlement): Cause {
  return fact === undefined ? { type: 'form.filled' } : { fact, type: 'form.filled' }
}

/** A form was filled in: one open demand is answered, or it is kept for the one that may come. What it remembers from now on. */
export function answerDemand(run: Run, compiled: CompiledClause, { form, happening, known }: Answering): Demands {
  const { at, cause } = happening
  const of = piecesOf(cause)
  const kin = kinInstances(run.state, compiled)
  if (kin.some((one) => cause.fact !== undefined && filledOf(one, form)?.fact === cause.fact)) return known
  const open = kin.filter((one) => one.clause === compiled.index && missingOf(one).includes(form))
  const instance = open.find((one) => sharesPiece(of, askedOf(one).of)) ?? open.find((one) => alike(of, askedOf(one).of))
  if (!instance) {
    const early: Early = { form, at, episode: run.state.episode, of, ...(cause.fact === undefined ? {} : { fact: cause.fact }) }
    return { ...known, early: [...(known.early ?? []), early] }
  }
  const asked = askedOf(instance)
  const filled = { ...asked.filled, [form]: settlement({ at, fact: cause.fact }) }
  instance.detail = detailOf({ ...asked, missing: asked.missing.filter((one) => one !== form), filled })
  closes(run, instance, happening)
  return known
}

type Answering = { readonly form: string; readonly happening: Happening; readonly known: Demands }
