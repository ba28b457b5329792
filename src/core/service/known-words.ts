import { valueWords } from '../plan/condition-words.ts'
import type { Plan } from '../plan/types.ts'
import { LOCALES } from '../words.ts'
import type { Locale } from '../words.ts'
import { heardBy } from './heard.ts'
import { SERVICE_STEPS } from './vocabulary.ts'
import type { ServiceType } from './vocabulary.ts'
import type { Word } from './word.ts'

/** field → words */
export type KnownWords = Readonly<Record<string, readonly Word[]>>

function coversOf({ promises }: Plan): readonly string[] {
  return Object.values(promises).flatMap(({ id, form }) => (form === 'cover' ? [id] : []))
}

/** Where somebody of ours can be on duty: in a role of the plan, or at one of its lines. */
export function desksOf({ roles, channels }: Pick<Plan, 'roles' | 'channels'>): readonly string[] {
  const own = Object.values(roles).flatMap(({ id, side }) => (side === 'customer' ? [] : [id]))
  return [...new Set([...own, ...Object.keys(channels)])]
}

/** Of some fields a plan declares what they may say. */
const DECLARED: Readonly<Record<string, (plan: Plan) => readonly string[]>> = {
  document: ({ forms }) => Object.keys(forms),
  what: ({ forms }) => Object.keys(forms),
  reason: ({ reasons }) => Object.keys(reasons),
  cause: ({ reasons }) => Object.keys(reasons),
  desk: desksOf,
  cover: coversOf,
}

/** The values of a field of this step that a plan knows: those that its clauses tell one deed from another by, and those that it declares. */
function idsIn(plan: Plan, field: string, heard: readonly string[]): readonly string[] {
  const declared = Object.hasOwn(DECLARED, field) ? DECLARED[field]!(plan) : []
  const dimension = Object.hasOwn(plan.dimensions, field) ? (plan.dimensions[field]?.values ?? []) : []
  return [...new Set([...heard, ...declared, ...dimension])]
}

/** What a plan knows of the words that a step asks for, each with what it is called in every language. */
export function planWords(plan: Plan, type: ServiceType, heard = heardBy(plan)): KnownWords {
  const fields = SERVICE_STEPS[type].fields.filter(({ id, kind }) => kind === 'word' || id === 'cover')
  const known = fields.map(({ id }) => {
    const words = idsIn(plan, id, heard.get(type)?.[id] ?? []).map((one) => ({
      id: one,
      names: LOCALES.map((locale) => wordName(plan, { field: id, id: one }, locale)),
    }))
    return [id, words] as const
  })
  return Object.fromEntries(known.filter(([, words]) => words.length > 0))
}

type Named = { readonly field: string; readonly id: string }

/** What a word is called: as the plan calls it, else as it is. */
export function wordName(plan: Plan, { field, id }: Named, locale: Locale): string {
  return valueWords(plan, { field, value: id }, locale)
}

/** Words from several who know them: the first to know one says what it is. */
export function together(...all: readonly KnownWords[]): KnownWords {
  const fields = new Set(all.flatMap((one) => Object.keys(one)))
  return Object.fromEntries([...fields].map((field) => [field, all.flatMap((one) => one[field] ?? [])]))
}
