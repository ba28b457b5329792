import type { Locale } from '../words.ts'
import { leavesOf } from './event.ts'
import { linesOf, sayDimensions } from './explain.ts'
import { sayHours } from './hours-words.ts'
import type { ToldDimension } from './explain.ts'
import { roleName, sayEscalation } from './explain-forms.ts'
import { sectionsOf } from './explain-sections.ts'
import type { ToldSections } from './explain-sections.ts'
import { isSaid, speakAs, wordsOf } from './explain-words.ts'
import type { Said, Speaker } from './explain-words.ts'
import type { Clause, Form, Plan, Term } from './types.ts'

/** A line in words; `agreed`: where the contract agreed the values in it, undefined: the plan says them itself. */
export type ToldLine = { readonly words: string; readonly agreed: readonly string[] }

/** A line of the charges, or a channel; `agreed`: where the contract agreed on what the plan leaves open in it. */
export type ToldCharge = ToldSections['charges'][number] & { readonly agreed: readonly string[] }

/** One promise, told part by part. */
export type ToldClause = {
  readonly id: string
  readonly title: string
  readonly form: Form
  /** as it was signed */
  readonly text: string | undefined
  readonly owedBy: 'vendor' | 'customer'
  /** the role that answers for it; undefined: whoever the case is given to */
  readonly owner: string | undefined
  readonly lines: readonly ToldLine[]
  /** what follows when it is broken, the plan's own rules included */
  readonly broken: readonly string[]
  readonly reading: string | undefined
  readonly source: readonly string[]
}

/** The plan as `explainPlan` reads it aloud, in parts: for a page or a paper that sets each of them apart. */
export type ToldPlan = Omit<ToldSections, 'charges' | 'channels'> & {
  readonly channels: readonly ToldCharge[]
  readonly charges: readonly ToldCharge[]
  /** by their hours: who reads it has never heard of their names */
  readonly calendars: readonly ToldLine[]
  readonly dimensions: readonly ToldDimension[]
  readonly clauses: readonly ToldClause[]
  readonly later: readonly { readonly text: string; readonly source: readonly string[] }[]
}

type Agreed = ReadonlyMap<string, string>

function sourcesOf(terms: readonly string[] | undefined, agreed: Agreed): readonly string[] {
  return [...new Set((terms ?? []).flatMap((key) => agreed.get(key) ?? []))]
}

function toldLine(said: Said, agreed: Agreed): ToldLine {
  return { words: wordsOf(said), agreed: sourcesOf(typeof said === 'string' ? [] : said.terms, agreed) }
}

/** Rules that speak when this promise is broken, in their own words; where that alone starts them, it is not said again. */
function rulesAfter(speaker: Speaker, id: string): string[] {
  return Object.values(speaker.plan.promises).flatMap((clause) => {
    if (clause.form !== 'rule') return []
    const heard = leavesOf(clause.on)
    if (!heard.some((leaf) => leaf.kind === 'promise' && leaf.promise === id && leaf.state === 'broken')) return []
    const lines = linesOf(speaker, clause).filter(isSaid).map(wordsOf)
    return heard.length === 1 ? lines.slice(1) : lines
  })
}

function toldClause(speaker: Speaker, clause: Clause, agreed: Agreed): ToldClause {
  const escalation = 'onBroken' in clause ? sayEscalation(speaker, clause) : false
  const lines = linesOf(speaker, clause).filter(isSaid)
  return {
    id: clause.id,
    title: clause.title ?? clause.id,
    form: clause.form,
    text: clause.text,
    owedBy: clause.owedBy,
    owner: clause.owner === undefined ? undefined : roleName(speaker, clause.owner),
    lines: lines.filter((line) => line !== escalation).map((line) => toldLine(line, agreed)),
    broken: [...(escalation === false ? [] : [escalation]), ...rulesAfter(speaker, clause.id)],
    reading: clause.reading,
    source: clause.source,
  }
}

/** `plan` is the one with the terms merged in, where there are any. */
export function tellPlan(plan: Plan, locale: Locale, terms: readonly Term[] = []): ToldPlan {
  const speaker = speakAs(plan, locale)
  const agreed: Agreed = new Map(terms.map(({ key, source }) => [key, source]))
  const sections = sectionsOf(speaker, plan)
  return {
    ...sections,
    charges: sections.charges.map((charge) => ({ ...charge, agreed: sourcesOf(charge.terms, agreed) })),
    channels: sections.channels.map((line) => ({ ...line, agreed: sourcesOf(line.terms, agreed) })),
    calendars: Object.entries(plan.calendars).map(([id, source]) =>
      toldLine({ words: sayHours(speaker, source), terms: [`calendars.${id}`] }, agreed),
    ),
    dimensions: sayDimensions(speaker),
    clauses: Object.values(plan.promises).map((clause) => toldClause(speaker, clause, agreed)),
    later: plan.later.map(({ text, source }) => ({ text, source })),
  }
}
