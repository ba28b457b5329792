import { say } from '../words.ts'
import type { Locale, Params } from '../words.ts'
import type { Section, SectionDifference, Whole } from './compare-sections.ts'
import { rankingOf } from './compare-sections.ts'
import { sayHours } from './hours-words.ts'
import { roleLines } from './explain-sections.ts'
import { rowName, sayReasons, speakAs } from './explain-words.ts'
import type { Speaker } from './explain-words.ts'
import type { RecordForm } from './forms.ts'
import { dimensionValue } from './plan-names.ts'
import type { Declared, Plan } from './types.ts'
import { COMPARE_EN } from './words/compare.en.ts'
import { COMPARE_ZH_CN } from './words/compare.zh-CN.ts'
import type { CompareKey } from './words/compare.zh-CN.ts'
import { COMPARE_ZH_TW } from './words/compare.zh-TW.ts'

const COMPARE = { 'zh-CN': COMPARE_ZH_CN, 'zh-TW': COMPARE_ZH_TW, en: COMPARE_EN } as const

export function compareWords(locale: Locale, key: CompareKey, params: Params = {}): string {
  return say(COMPARE[locale][key], params)
}

/** The hours of a calendar line by line; one that is always open may still know days off, for what is counted in working days. */
export function calendarLines(speaker: Speaker, id: string): readonly string[] {
  const source = Object.hasOwn(speaker.plan.calendars, id) ? speaker.plan.calendars[id] : undefined
  if (source === undefined) return []
  const hours = sayHours(speaker, source)
  return 'hours' in source && 'holidays' in source && source.holidays ? [hours, compareWords(speaker.locale, 'said.workdays')] : [hours]
}

function fieldLine({ s, locale }: Speaker, { name, type, choices, required }: RecordForm['fields'][number]): string {
  const kind = compareWords(locale, `kind.${type}`)
  const told = choices.length === 0 ? kind : compareWords(locale, 'said.field-choices', { kind, choices: choices.join(s('list-comma')) })
  return compareWords(locale, required ? 'said.field-required' : 'said.field', { name, kind: told })
}

const textLines = (text: string | undefined): readonly string[] => (text === undefined ? [] : [text])

function formSaid(speaker: Speaker, { name, fields, signedBy, text }: RecordForm): readonly string[] {
  const signed = signedBy === undefined ? [] : [compareWords(speaker.locale, `said.signed-${signedBy}`)]
  return [name, ...fields.map((field) => fieldLine(speaker, field)), ...signed, ...textLines(text)]
}

function declared({ s }: Speaker, list: readonly Declared[], id: string): readonly string[] {
  return list.flatMap((one) => (one.id === id ? [one.text === undefined ? one.name : s('means', { name: one.name, text: one.text })] : []))
}

/** What an entry of a section says, line by line; none: the plan has no such entry. */
export function sectionSaid(speaker: Speaker, section: Section, id: string): readonly string[] {
  const { plan, locale, s } = speaker
  switch (section) {
    case 'calendar':
      return calendarLines(speaker, id)
    case 'reason':
      return plan.reasons[id] ? [sayReasons(speaker, [id])] : []
    case 'grade':
      return declared(speaker, plan.grades, id)
    case 'zone':
      return declared(speaker, plan.zones, id)
    case 'dimension': {
      const one = plan.dimensions[id]
      if (!one) return []
      return [
        compareWords(locale, 'said.names', { names: one.values.map((value) => dimensionValue(plan, id, value)).join(s('list-comma')) }),
        s(`set-by-${one.setBy}`),
      ]
    }
    case 'form':
      return plan.forms[id] ? formSaid(speaker, plan.forms[id]) : []
    case 'role':
      return plan.roles[id] ? roleLines(speaker, plan.roles[id]) : []
    case 'later':
      return plan.later.flatMap((one) => (one.id === id ? [one.text] : []))
    default:
      return section satisfies never
  }
}

/** What an entry is called: by its name where it has one, else as the plan calls it. */
function entryName(plan: Plan, section: Section, id: string): string | undefined {
  switch (section) {
    case 'reason':
      return plan.reasons[id]?.name
    case 'grade':
      return plan.grades.find((one) => one.id === id)?.name
    case 'zone':
      return plan.zones.find((one) => one.id === id)?.name
    case 'form':
      return plan.forms[id]?.name
    case 'role':
      return plan.roles[id]?.name
    case 'dimension':
      return plan.dimensions[id]?.name
    case 'calendar':
    case 'later':
      return undefined
    default:
      return section satisfies never
  }
}

/** Two plans that are compared. */
export type Pair = { readonly a: Plan; readonly b: Plan }

/** Which entry of which section is meant. */
export function sayEntry({ section, id }: SectionDifference, { a, b }: Pair, locale: Locale): string {
  return compareWords(locale, `section.${section}`, { name: entryName(a, section, id) ?? entryName(b, section, id) ?? id })
}

/** What lines say that those beside them do not; undefined: they say less. */
export function linesBeside(own: readonly string[], beside: readonly string[], comma: string): string | undefined {
  const left = own.filter((line) => !beside.includes(line))
  return left.length === 0 ? undefined : left.map((line) => line.replace(/[。.]$/, '')).join(comma)
}

/** Both sides of an entry, each with what the other does not say; undefined: it says nothing of its own. */
export function saySection(
  { section, id }: SectionDifference,
  { a, b }: Pair,
  locale: Locale,
): Readonly<Record<'a' | 'b', string | undefined>> {
  const [left, right] = [speakAs(a, locale), speakAs(b, locale)]
  const [one, other] = [sectionSaid(left, section, id), sectionSaid(right, section, id)]
  const comma = left.s('list-comma')
  return { a: linesBeside(one, other, comma), b: linesBeside(other, one, comma) }
}

/** What holds for the whole of a plan, beside another. */
export function sayWhole(field: Whole, { plan, other }: { readonly plan: Plan; readonly other: Plan }, locale: Locale): string {
  const speaker = speakAs(plan, locale)
  if (field === 'timezone') return plan.timezone
  if (field === 'grade-by') return speaker.s(`grade-by-${plan.gradeBy}`)
  return rankingOf(plan, other)
    .map((id) => rowName(speaker, id))
    .join(speaker.s('list-comma'))
}
