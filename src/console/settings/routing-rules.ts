import type { ChangeRouting } from '../../wire/routing.ts'

export type Rule = ChangeRouting['rules'][number]

/** The rules with one of them a place higher or lower; at the end it stays. */
export function moved(rules: readonly Rule[], place: number, by: -1 | 1): readonly Rule[] {
  const [rule, other] = [rules[place], rules[place + by]]
  if (!rule || !other) return rules
  return rules.map((one, at) => (at === place ? other : at === place + by ? rule : one))
}

/** What ids are called; undefined: none are asked for. */
export function namesIn(
  choices: readonly { readonly id: string; readonly name: string }[],
  ids: readonly string[] | undefined,
): readonly string[] | undefined {
  return ids?.map((id) => choices.find((one) => one.id === id)?.name ?? id)
}

/** Lists that ask for nothing are left out. */
export function asking(when: Rule['when']): Rule['when'] {
  return Object.fromEntries(Object.entries(when).filter(([, values]) => values !== undefined && values.length > 0)) as Rule['when']
}
