import type { Dictionary, Locale } from '../words.ts'
import { say } from '../words.ts'
import type { InvoiceRefusal } from './decide.ts'
import { INVOICE_EN } from './words/en.ts'
import type { InvoiceRefusalCode } from './words/zh-CN.ts'
import { INVOICE_ZH_CN } from './words/zh-CN.ts'
import { INVOICE_ZH_TW } from './words/zh-TW.ts'

const WORDS: Dictionary<InvoiceRefusalCode> = { 'zh-CN': INVOICE_ZH_CN, 'zh-TW': INVOICE_ZH_TW, en: INVOICE_EN }

/** What is missing and the next step, as one sentence. */
export function sayInvoiceRefusal({ code, params }: Pick<InvoiceRefusal, 'code' | 'params'>, locale: Locale): string {
  return say(WORDS[locale][code], params)
}
