import { isWord, word } from '../promise/say.ts'
import type { Locale } from '../words.ts'
import type { Plan } from './types.ts'

/** Ids that people read as they are: 5x8, 7x24, 24h. */
const TRADE_WORD = /^\d+(x\d+|h)?$/

type Declares = Partial<Pick<Plan, 'dimensions' | 'words' | 'forms'>>

function entry<One>(of: Readonly<Record<string, One>> | undefined, id: string): One | undefined {
  return of && Object.hasOwn(of, id) ? of[id] : undefined
}

/** What a dimension of the plan's own is called. */
export function dimensionName({ dimensions }: Declares, id: string): string {
  return entry(dimensions, id)?.name ?? id
}

/** What a value of a dimension of the plan's own is called. */
export function dimensionValue({ dimensions }: Declares, id: string, value: string): string {
  return entry(entry(dimensions, id)?.names, value) ?? value
}

/** The name of a row that a dimension of the plan's own has named, whichever it is. */
export function dimensionRow({ dimensions }: Declares, row: string): string | undefined {
  return Object.values(dimensions ?? {})
    .map(({ names }) => entry(names, row))
    .find((name) => name !== undefined)
}

/** The values of a dimension that are called by nothing but their id, which is no word that people know. */
export function namelessValues({ dimensions }: Declares, id: string): readonly string[] {
  const one = entry(dimensions, id)
  return one?.values.filter((value) => entry(one.names, value) === undefined && !TRADE_WORD.test(value)) ?? []
}

/** What a right gives, a rule grants or demands: as the plan calls it, else as the trade does; undefined where neither has a name for it. */
export function giftName(plan: Declares, what: string, locale: Locale): string | undefined {
  const key = `given.${what}`
  return entry(plan.words, what) ?? (isWord(key) ? word(locale, key) : undefined) ?? entry(plan.forms, what)?.name
}

/** What a task is called: by the record form that it fills in, else as the plan calls it. */
export function taskName(plan: Declares, task: string): string | undefined {
  return entry(plan.forms, task)?.name ?? entry(plan.words, task)
}
