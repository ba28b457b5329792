import type { Json } from '../fact.ts'

/** A word that is known already: as facts have it, and as people call it. */
export type Word = { readonly id: string; readonly names: readonly string[] }

const LONGEST_WORD = 60

/** One word of the trade, whatever its language: 主板, 压缩机不启动, `YK-3000`. */
export function isWord(value: Json | undefined): value is string {
  return typeof value === 'string' && value.trim() !== '' && value.length <= LONGEST_WORD && !/\p{Cc}/u.test(value)
}

/** Blanks, full width and capitals are no difference between two words: `ＹＫ 3000` is `yk3000`. */
function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\p{Cf}]+/gu, '')
}

/**
 * A word as facts have it: one that is known is taken over as it is known, by its id or by one of its names, so that the same problem told twice is the same.
 * What nobody has said before stands as it was typed, without blanks too many.
 */
export function knownWord(typed: string, words: readonly Word[] = []): string {
  const wanted = fold(typed)
  const known = words.find(({ id, names }) => [id, ...names].some((name) => fold(name) === wanted))
  return known?.id ?? typed.replaceAll(/\s+/gu, ' ').trim()
}
