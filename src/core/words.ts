/** Languages of the product, the default first. Words stand in language files beside the code that says them. */
export type Locale = 'zh-CN' | 'zh-TW' | 'en'

export const LOCALES: readonly Locale[] = ['zh-CN', 'zh-TW', 'en']

/** What a sentence may be filled with. */
export type Params = Readonly<Record<string, string | number>>

/** A language file: key → sentence with `{name}` places. */
export type Words<Key extends string = string> = Readonly<Record<Key, string>>

/** The same keys in every language; a missing one does not compile. */
export type Dictionary<Key extends string = string> = Readonly<Record<Locale, Words<Key>>>

/** Fills `{name}` places; a place without a value stays visible, so that a mistake is seen and not swallowed. */
export function say(sentence: string, params: Params = {}): string {
  return sentence.replace(/\{(\w+)\}/g, (place, name: string) => (Object.hasOwn(params, name) ? String(params[name]) : place))
}
