/** Letters at most, the ending included. */
export const MOST_NAME = 200

/** Marks that turn the reading direction or join letters unseen: `图‮gpj.exe` reads as a picture. */
const UNSEEN = /[\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu
/** Control characters, lone halves of a character, line separators. */
const CONTROL = /[\p{Cc}\p{Cs}\u2028\u2029]/gu
/** What file systems and shells read as something else than a name. */
const RESERVED = /[<>:"|?*]/gu
/** Names that are devices on some systems, whatever their ending. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/iu

/** Shortened in the middle of its stem, so that the ending stays. Counted in characters as people do: none is cut in half. */
function shorten(name: string): string {
  const letters = [...name]
  if (letters.length <= MOST_NAME) return name
  const ending = /\.[^.]{1,12}$/u.exec(name)?.[0] ?? ''
  return `${letters
    .slice(0, MOST_NAME - [...ending].length)
    .join('')
    .trimEnd()}${ending}`
}

/**
 * A file's name as it is kept: the last part of a path, in one normal form, without what cannot be seen or would be read as something else, at most 200
 * characters. Undefined: nothing is left of it. Cleaning what is clean changes nothing.
 */
export function cleanFileName(given: string): string | undefined {
  const last = given.replaceAll(CONTROL, '').split(/[/\\]/u).at(-1) ?? ''
  const plain = last.replaceAll(UNSEEN, '').normalize('NFC').replaceAll(RESERVED, '_').replaceAll(/\s+/gu, ' ')
  const bare = shorten(plain.replace(/^[\s.]+/u, '').replace(/[\s.]+$/u, '')).replace(/[\s.]+$/u, '')
  if (bare === '') return undefined
  return DEVICE.test(bare) ? shorten(`_${bare}`) : bare
}
