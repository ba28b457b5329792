import type { Dictionary, Locale, Params } from '../words.ts'
import { say } from '../words.ts'
import { SERVICE_EN } from './words/en.ts'
import type { ServiceWord } from './words/zh-CN.ts'
import { SERVICE_ZH_CN } from './words/zh-CN.ts'
import { SERVICE_ZH_TW } from './words/zh-TW.ts'
import { factWords } from '../promise/event-words.ts'
import { isServiceType } from './vocabulary.ts'
import type { FieldKind, ServiceType } from './vocabulary.ts'

/** Refusals beside the names that they, and forms, are filled with. */
export type ServiceRefusalCode = Exclude<ServiceWord, `${'expected' | 'field' | 'choice' | 'noun' | 'answer'}.${string}` | 'comma'>

/** Why not; `field`: what to correct; `expects`: what should stand there. */
export type ServiceRefusal = {
  readonly code: ServiceRefusalCode
  readonly params: Params
  readonly field?: string | undefined
  readonly expects?: FieldKind | undefined
}

export function refusal(code: ServiceRefusalCode, params: Params = {}, field?: string): ServiceRefusal {
  return field === undefined ? { code, params } : { code, params, field }
}

/** Words are told one by one: a space within one does not part it. */
const NO_BREAK = '\u00a0'

/** What may be chosen, as one parameter of a sentence. */
export function choiceWords(choices: readonly string[]): string {
  return choices.map((one) => one.replaceAll(' ', NO_BREAK)).join(' ')
}

const WORDS: Dictionary<ServiceWord> = { 'zh-CN': SERVICE_ZH_CN, 'zh-TW': SERVICE_ZH_TW, en: SERVICE_EN }

/** A name of the trade that service records use: a field, a choice, a noun; its own id where there is none. */
export function serviceName(kind: 'field' | 'choice' | 'noun', id: string, locale: Locale): string {
  const key = `${kind}.${id}`
  return Object.hasOwn(SERVICE_ZH_CN, key) ? say(WORDS[locale][key as ServiceWord], {}) : id
}

export function serviceWord(key: ServiceWord, params: Params, locale: Locale): string {
  return say(WORDS[locale][key], params)
}

function named(key: string, value: string | number, locale: Locale): string | number {
  if (key === 'field') return serviceName('field', String(value), locale)
  if (key === 'choices')
    return String(value)
      .split(' ')
      .map((one) => serviceName('choice', one, locale))
      .join(serviceWord('comma', {}, locale))
  return (key === 'phase' || key === 'step') && isServiceType(String(value)) ? factWords(value as ServiceType, locale) : value
}

/** What is missing and the next step, as one sentence. */
export function sayServiceRefusal({ code, params, expects }: Omit<ServiceRefusal, 'field'>, locale: Locale): string {
  const words = Object.fromEntries(Object.entries(params).map(([key, value]) => [key, named(key, value, locale)]))
  return serviceWord(code, { ...words, ...(expects ? { expected: serviceWord(`expected.${expects}`, {}, locale) } : {}) }, locale)
}
