import type { Passage } from '../../core/document/passage.ts'

/** What a line is by its beginning and its look, where nothing else says it. `text`: without a bullet, with a number. */
export type Marked = Pick<Passage, 'kind' | 'level' | 'text'>

const HAN = '[一二三四五六七八九十百零〇]'
/** A heading says no sentence: it is short, and does not end as one. */
const TITLE = /^[^。；;！!？?]{1,40}$/u
const ENDS_AS_SENTENCE = /[。；;！!？?，,：:、]$/u
const HEADINGS: readonly (readonly [RegExp, number])[] = [
  [new RegExp(`^第(?:${HAN}+|\\d+)[章编篇]`, 'u'), 2],
  [new RegExp(`^第(?:${HAN}+|\\d+)节`, 'u'), 3],
  [new RegExp(`^${HAN}{1,3}[、.．]`, 'u'), 2],
  [new RegExp(`^[（(]${HAN}{1,3}[)）]`, 'u'), 3],
  [/^\d{1,2}(?:[.．]|\s)\s?(?!\d)\D/u, 2],
  [/^\d{1,2}\.\d{1,2}(?![.\d])\s?\D/u, 3],
]
const BULLET = /^[-*+•·●○▪◆■]\s+/u
const ITEM = new RegExp(
  `^(?:[（(]?(?:\\d{1,3}|[a-z]|${HAN}{1,3})[)）]|\\d{1,3}(?:\\.\\d{1,3})*[.、．]?(?=\\s|\\D)|[①-⑳]|第(?:${HAN}+|\\d+)条)`,
  'iu',
)

/** How a heading would be numbered, by its depth from 2; undefined: the line is no heading. */
function headingLevel(line: string): number | undefined {
  if (!TITLE.test(line) || ENDS_AS_SENTENCE.test(line)) return undefined
  return HEADINGS.find(([pattern]) => pattern.test(line))?.[1]
}

/** A line that begins something new, whatever came before it. */
export function beginsAnew(line: string): boolean {
  return BULLET.test(line) || ITEM.test(line) || headingLevel(line) !== undefined
}

/** A numbered line reads as a heading only where it is short: `2 报修与答复`, and `2.1 报修可以打电话。` is an item. */
export function marked(line: string): Marked {
  const level = headingLevel(line)
  if (level !== undefined) return { kind: 'heading', level, text: line }
  if (BULLET.test(line)) return { kind: 'item', level: 1, text: line.replace(BULLET, '') }
  return { kind: ITEM.test(line) ? 'item' : 'paragraph', level: 1, text: line }
}
