import type { Locale } from '../words.ts'
import { EXAMPLE_EN } from './examples/en.ts'
import { EXAMPLE_ZH_CN } from './examples/zh-CN.ts'
import { EXAMPLE_ZH_TW } from './examples/zh-TW.ts'
import { PLACEHOLDERS } from './kinds.ts'
import type { MessageKind } from './kinds.ts'
import type { TemplateData } from './template.ts'

const EXAMPLES: { readonly [L in Locale]: TemplateData } = { 'zh-CN': EXAMPLE_ZH_CN, 'zh-TW': EXAMPLE_ZH_TW, en: EXAMPLE_EN }

/** Example values for every place of a kind, and for no other. */
export function exampleData(kind: MessageKind, locale: Locale): TemplateData {
  return Object.fromEntries(PLACEHOLDERS[kind].map((name) => [name, EXAMPLES[locale][name] ?? name]))
}
