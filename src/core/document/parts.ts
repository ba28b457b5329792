import { tellPlan } from '../plan/told.ts'
import type { ToldPart } from '../plan/explain-sections.ts'
import type { Declared, Form, Plan } from '../plan/types.ts'
import type { Locale } from '../words.ts'

/** The promises first, then what else the plan took from the document: prices, record forms, lines, roles, and what waits for later. */
export type PartKind = Form | 'charge' | 'record-form' | 'channel' | 'role' | 'grade' | 'zone' | 'later'

/** One thing that a plan says the document says. `key`: where it stands in the plan, `promises.reply`, `charges.0`. */
export type Part = {
  readonly key: string
  readonly kind: PartKind
  readonly title: string
  /** the clause in words */
  readonly text: string | undefined
  /** what it counts by */
  readonly lines: readonly string[]
  readonly source: readonly string[]
}

type Section = Pick<Part, 'kind'> & {
  readonly name: string
  readonly told: readonly ToldPart[]
  readonly ids: readonly string[]
  readonly titles: readonly string[]
}

function sectionParts({ kind, name, told, ids, titles }: Section): Part[] {
  return told.flatMap(({ words, text, source }, index) =>
    text === undefined
      ? []
      : [{ key: `${name}.${ids[index] ?? index}`, kind, title: titles[index] ?? '', text, lines: [words.replace(/^· /u, '')], source }],
  )
}

function declaredParts(kind: 'grade' | 'zone', declared: readonly Declared[]): Part[] {
  return declared.flatMap(({ id, name, text, source = [] }) =>
    text === undefined ? [] : [{ key: `${kind}s.${id}`, kind, title: name, text, lines: [], source }],
  )
}

/** Everything in a plan that has the document's words, in the order in which the plan is read aloud. */
export function partsOf(plan: Plan, locale: Locale): readonly Part[] {
  const told = tellPlan(plan, locale)
  const { forms, channels, roles } = plan
  const named = (list: Readonly<Record<string, { readonly name: string }>>) => ({
    ids: Object.keys(list),
    titles: Object.values(list).map(({ name }) => name),
  })
  return [
    ...told.clauses.map(({ id, form, title, text, lines, source }) => ({
      key: `promises.${id}`,
      kind: form,
      title,
      text,
      lines: lines.map(({ words }) => words),
      source,
    })),
    ...sectionParts({ kind: 'charge', name: 'charges', told: told.charges, ids: [], titles: [] }),
    ...sectionParts({ kind: 'record-form', name: 'forms', told: told.forms, ...named(forms) }),
    ...sectionParts({ kind: 'channel', name: 'channels', told: told.channels, ...named(channels) }),
    ...sectionParts({ kind: 'role', name: 'roles', told: told.roles, ...named(roles) }),
    ...declaredParts('grade', plan.grades),
    ...declaredParts('zone', plan.zones),
    ...plan.later.map(({ id, text, source }): Part => ({ key: `later.${id}`, kind: 'later', title: '', text, lines: [], source })),
  ]
}

/** Promises are what a document is held against: one of them with no passage is worth a word. */
export function isPromise({ key }: Pick<Part, 'key'>): boolean {
  return key.startsWith('promises.')
}
