import type { Locale } from '../../core/words.ts'
import type { NameKey } from '../../core/ticket/words/zh-CN.ts'

export { say as fill } from '../../core/words.ts'
export type Names = Readonly<Record<NameKey, string>>

/** The trade's own names alone, of one language at a time: for pages with words of their own. */
export async function loadNames(locale: Locale): Promise<Names> {
  switch (locale) {
    case 'zh-CN':
      return (await import('./load-names-zh-CN.ts')).names
    case 'zh-TW':
      return (await import('./load-names-zh-TW.ts')).names
    case 'en':
      return (await import('./load-names-en.ts')).names
    default:
      return locale satisfies never
  }
}
