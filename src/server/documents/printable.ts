/** Characters that no reader sees but that move or hide what he does see: controls, marks of direction, joiners, halves of pairs, unassigned and private ones. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}\p{Variation_Selector}]/u
const LINE_END = /\r\n|[\n\r\u0085\u2028\u2029]/g

/** `〔U+202E〕`: what cannot be shown is named, never dropped. */
function named(character: string): string {
  return `〔U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}〕`
}

/** A text as paper can show it: every line end is one, a tab is a space, and what has no shape, or none in any of the fonts, stands there by its number. */
export function printable(text: string, shapeless: ReadonlySet<string> = new Set()): string {
  const lines = text.replaceAll(LINE_END, '\n').replaceAll('\t', ' ')
  return [...lines].map((one) => (one !== '\n' && (UNSEEN.test(one) || shapeless.has(one)) ? named(one) : one)).join('')
}

/** The same for every text inside of a value. */
export function printableAll<T>(value: T, shapeless?: ReadonlySet<string>): T {
  if (typeof value === 'string') return printable(value, shapeless) as T
  if (Array.isArray(value)) return value.map((one) => printableAll(one as unknown, shapeless)) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, printableAll(one as unknown, shapeless)])) as T
}
