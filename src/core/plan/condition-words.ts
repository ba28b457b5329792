import { shippedRoleName } from '../access/say.ts'
import { NAMES_ZH_CN } from '../ticket/words/zh-CN.ts'
import type { NameKey } from '../ticket/words/zh-CN.ts'
import { nameOf } from '../ticket/refusal.ts'
import { durationWords } from '../promise/say.ts'
import { HOUR_MS, MINUTE_MS } from '../time/instant.ts'
import { say } from '../words.ts'
import type { Locale, Params } from '../words.ts'
import { dimensionName, dimensionValue } from './plan-names.ts'
import type { Plan } from './types.ts'
import { CONDITION_EN } from './words/en.ts'
import { CONDITION_ZH_CN } from './words/zh-CN.ts'
import { CONDITION_ZH_TW } from './words/zh-TW.ts'

type Key = keyof typeof CONDITION_ZH_CN
const WORDS = { 'zh-CN': CONDITION_ZH_CN, 'zh-TW': CONDITION_ZH_TW, en: CONDITION_EN } as const

type Named = Pick<Plan, 'grades' | 'zones'> &
  Partial<Pick<Plan, 'promises' | 'reasons' | 'forms' | 'roles' | 'channels' | 'dimensions' | 'words'>>
type Speaker = { readonly plan: Named; readonly s: (key: Key, params?: Params) => string; readonly locale: Locale }

/** A field of a fact by its name, where it has one: 问题, 设备. */
export function fieldWords(field: string, locale: Locale): string {
  return fieldName({ plan: { grades: [], zones: [] }, locale, s: (key, params) => say(WORDS[locale][key], params) }, field)
}

/** What a value of a field is called, as the plan or the trade calls it; its own text where neither does. */
export function valueWords(plan: Plan, { field, value }: { readonly field: string; readonly value: string }, locale: Locale): string {
  return valueName({ plan, locale, s: (key, params) => say(WORDS[locale][key], params) }, field, value)
}

function fieldName({ plan, s }: Speaker, field: string): string {
  const key = `field-${field}`
  return Object.hasOwn(CONDITION_ZH_CN, key) ? s(key as Key) : dimensionName(plan, field)
}

/** Fields whose values may name a record form of the plan: what is issued, filled in, approved, or done by it. */
const NAMES_A_FORM: readonly string[] = ['form', 'document', 'kind', 'what', 'service']

/** Fields whose values may name a role of the plan: who gets it, where stock lies, who comes, who is on duty. */
const NAMES_A_ROLE: readonly string[] = ['team', 'place', 'kind', 'desk']

/** What a value of a field is called: `fault` is 故障 as a type, `hardware` 硬件 as a cause, a grade what the plan calls it. */
function valueName({ plan, locale }: Speaker, field: string, value: string): string {
  if (field === 'grade' || field === 'customerGrade') return plan.grades.find((grade) => grade.id === value)?.name ?? value
  if (field === 'zone') return plan.zones.find((zone) => zone.id === value)?.name ?? value
  if (field === 'cover') return plan.promises?.[value]?.title ?? (value === 'none' ? say(WORDS[locale].none, {}) : value)
  const reason = field === 'cause' || field === 'reason' ? plan.reasons?.[value]?.name : undefined
  if (reason !== undefined) return reason
  if ((field === 'by' || field === 'sender') && value === 'customer') return say(WORDS[locale]['value-customer'], {})
  const form = NAMES_A_FORM.includes(field) ? plan.forms?.[value]?.name : undefined
  if (form !== undefined) return form
  const team = NAMES_A_ROLE.includes(field) ? plan.roles?.[value]?.name : undefined
  if (team !== undefined) return team
  const line =
    field === 'desk' || (field === 'channel' && !Object.hasOwn(NAMES_ZH_CN, `channel.${value}`)) ? plan.channels?.[value]?.name : undefined
  if (line !== undefined) return line
  const own = dimensionValue(plan, field, value)
  if (own !== value) return own
  const key = field === 'cause' ? `option.nature.${value}` : `${field}.${value}`
  return Object.hasOwn(NAMES_ZH_CN, key) ? nameOf(key as NameKey, locale) : value
}

/** What is kept in milliseconds is a length of time: in hours, where they are whole. */
function numberName({ locale }: Speaker, field: string, number: string): string {
  const ms = Number(number)
  if (field !== 'travelMs') return number
  return ms > 0 && ms % HOUR_MS === 0
    ? durationWords({ value: ms / HOUR_MS, unit: 'h' }, locale)
    : durationWords({ value: ms / MINUTE_MS, unit: 'min' }, locale)
}

const COMPARES = { '==': 'is', '!=': 'is-not', '>': 'above', '<': 'below', '>=': 'at-least', '<=': 'at-most' } as const

/** `type == "fault"`, `travelMs > 0`, `special`, `!removable`. */
function sayAtom(speaker: Speaker, atom: string): string | undefined {
  const { s } = speaker
  const [, not, bare] = /^(!?)(\w+)$/.exec(atom) ?? []
  if (bare !== undefined) return s(not ? 'holds-not' : 'holds', { field: fieldName(speaker, bare) })
  const [, than] = /^class *(>=|<=|>|<) *asset\.class$/.exec(atom) ?? []
  if (than !== undefined) return s(COMPARES[than as keyof typeof COMPARES], { field: fieldName(speaker, 'class'), value: s('asset-class') })
  const [, field = '', compare, value, number] = /^(\w+) *(==|!=|>=|<=|>|<) *(?:["']([^"']*)["']|(\d+(?:\.\d+)?))$/.exec(atom) ?? []
  if (compare === undefined) return undefined
  const shown = value === undefined ? numberName(speaker, field, number ?? '') : valueName(speaker, field, value)
  return s(COMPARES[compare as keyof typeof COMPARES], { field: fieldName(speaker, field), value: shown })
}

/** `type in ["routine-service", "adjustment"]`. */
function sayChoice(speaker: Speaker, atom: string): string | undefined {
  const [, field = '', list] = /^(\w+) in \[((?:"[^"]*"(?:, *)?)+)\]$/.exec(atom) ?? []
  if (list === undefined) return undefined
  const names = [...list.matchAll(/"([^"]*)"/g)].map((match) => valueName(speaker, field, match[1] ?? ''))
  return speaker.s('is', { field: fieldName(speaker, field), value: names.reduce((a, b) => speaker.s('either', { a, b })) })
}

/** `"maintainer" in people`: the contract names somebody for that role. */
function sayNamed({ plan, locale, s }: Speaker, atom: string): string | undefined {
  const [, role] = /^"([^"]*)" in people$/.exec(atom) ?? []
  return role === undefined ? undefined : s('names', { role: plan.roles?.[role]?.name ?? shippedRoleName(role, locale) ?? role })
}

/**
 * A condition in words: 工单类型为故障. What is more than comparisons joined by `&&`, or by `||`, is shown as it is written:
 * better exact than smooth.
 */
export function sayCondition(cel: string, plan: Named, locale: Locale): string {
  const speaker: Speaker = { plan, locale, s: (key, params) => say(WORDS[locale][key], params) }
  const plainCel = cel.replaceAll(/(\w+) *== *true\b/g, '$1').replaceAll(/(\w+) *== *false\b/g, '!$1')
  const joint = cel.includes('||') ? 'either' : 'both'
  const atoms = plainCel.split(joint === 'either' ? '||' : '&&').map((atom) => atom.trim())
  const said = atoms.map((atom) => sayAtom(speaker, atom) ?? sayChoice(speaker, atom) ?? sayNamed(speaker, atom))
  return said.every((one) => one !== undefined) ? said.reduce((a, b) => speaker.s(joint, { a, b })) : cel
}
