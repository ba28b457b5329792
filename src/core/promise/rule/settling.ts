import type { FactType, Json } from '../../fact.ts'
import type { RuleEffect } from '../../plan/forms.ts'
import type { Cause } from '../state.ts'

/*
 * 了结: by which fact something that a rule brought about is settled. A form by being filled in, alone or with the step that names it; a task by the record
 * form of its name, else by somebody's word that it is done; what is given by being handed over. Money by the line of a
 * bill or the payment that names it. Whatever else is agreed about a right is an approval that names it.
 */

const HANDED_OVER: Readonly<Record<string, readonly FactType[]>> = {
  loaner: ['loan.delivered'],
  replacement: ['asset.handed-over', 'part.replaced'],
}

/** Rights that are money once both sides know how much. */
export const MONEY_GIVEN: readonly string[] = ['refund', 'compensation']

function handedOver(what: string): readonly FactType[] {
  return (Object.hasOwn(HANDED_OVER, what) && HANDED_OVER[what]) || []
}

export function settlingTypes(effect: RuleEffect): readonly FactType[] {
  switch (effect.kind) {
    case 'require-form':
      return ['form.filled']
    case 'open-task':
      return ['form.filled', 'task.done']
    case 'entitle':
    case 'demand':
      return ['approval.given', ...(MONEY_GIVEN.includes(effect.what) ? (['remedy.settled'] as const) : []), ...handedOver(effect.what)]
    case 'credit':
    case 'deduct':
      return ['remedy.settled']
    default:
      return []
  }
}

/** `50000`, `1%`, or where the contract fills it in, what it calls it. */
export function sumName({ fen, percent, of }: Extract<RuleEffect, { kind: 'credit' | 'deduct' }>): string {
  if (fen !== undefined) return `${fen}`
  return percent === undefined ? (of ?? 'unstated') : `${percent}%`
}

/** What of an effect is left to be settled: the form, or the thing that is given. */
export function settledName(effect: RuleEffect): string | undefined {
  if (effect.kind === 'require-form') return effect.form
  if (effect.kind === 'open-task') return effect.task
  if (effect.kind === 'credit' || effect.kind === 'deduct') return sumName(effect)
  return effect.kind === 'entitle' || effect.kind === 'demand' ? effect.what : undefined
}

/** Is this form filled in with that fact: by itself, or with the step that names it? */
export function fillsForm({ type, data = {} }: Cause, form: string): boolean {
  if (type === 'form.filled') return data.form === form
  const { filled } = data
  return typeof filled === 'object' && filled !== null && !Array.isArray(filled) && Object.hasOwn(filled, form)
}

/** A device that is handed over instead is another one; a loaner and an approval speak of the one that it was said of. */
function isOfSame({ type, about = [] }: Cause, asset: Json | undefined): boolean {
  const named = about.filter((subject) => subject.startsWith('asset/'))
  return type === 'asset.handed-over' || typeof asset !== 'string' || named.length === 0 || named.includes(asset as `asset/${string}`)
}

/** `said`: what the fact behind the rule said of the device. */
export function settles(effect: RuleEffect, cause: Cause, said: Readonly<Record<string, Json>>): boolean {
  const { type, data = {} } = cause
  if (type === undefined || !settlingTypes(effect).includes(type)) return false
  if (effect.kind === 'require-form') return fillsForm(cause, effect.form)
  if (effect.kind === 'open-task') return fillsForm(cause, effect.task)
  if (type === 'approval.given' && data.what !== settledName(effect)) return false
  if (type === 'part.replaced' && data.whole !== true) return false
  return isOfSame(cause, said.asset)
}
