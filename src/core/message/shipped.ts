import type { Locale } from '../words.ts'
import type { MessageKind } from './kinds.ts'
import type { TemplateText } from './template.ts'
import { SHIPPED_EN } from './shipped/en.ts'
import { SHIPPED_ZH_CN } from './shipped/zh-CN.ts'
import { SHIPPED_ZH_TW } from './shipped/zh-TW.ts'

const SHIPPED: { readonly [L in Locale]: { readonly [Kind in MessageKind]: TemplateText } } = {
  'zh-CN': SHIPPED_ZH_CN,
  'zh-TW': SHIPPED_ZH_TW,
  en: SHIPPED_EN,
}

/** The text that a firm sends as long as it has written none of its own. */
export function shippedTemplate(kind: MessageKind, locale: Locale): TemplateText {
  return SHIPPED[locale][kind]
}
