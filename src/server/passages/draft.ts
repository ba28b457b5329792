import type { Passage } from '../../core/document/passage.ts'

/** A passage before its place is known. */
export type Draft = Omit<Passage, 'at'>

/** Why a document has no passages, or too many. */
export type Unread = 'no-text' | 'locked' | 'broken' | 'too-long' | 'too-many-pages' | 'too-large' | 'kind' | 'too-slow' | 'busy'

export class DocumentUnread extends Error {
  readonly code: Unread

  constructor(code: Unread) {
    super(`document: ${code}`)
    this.code = code
  }
}

export type ReadDocument = { readonly passages: readonly Passage[]; readonly pages: number | undefined }

/** Beyond these a document is no commitment any more, and a page could not show it. */
export const MOST_PAGES = 300
export const MOST_CHARACTERS = 300_000
const MOST_PASSAGES = 3_000
const MOST_CELLS = 30
/** a table may be written to exhaust: a passage is cut at this length into several */
const MOST_IN_ONE = 4_000

/** The cells of a row side by side; its text is all of them. Of a row with one cell that says anything, the cell. */
export function rowDraft(cells: readonly string[], page?: number): Draft | undefined {
  const texts = cells.slice(0, MOST_CELLS).map(calm)
  const said = texts.filter((text) => text !== '')
  if (said.length === 0) return undefined
  const at = page === undefined ? {} : { page }
  if (said.length === 1) return { kind: 'paragraph', level: 1, text: said[0]!, ...at }
  return { kind: 'row', level: 1, text: said.join(' '), cells: texts, ...at }
}

const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\uFFFE\uFFFF]/gu

/** Blanks in a row are one; what no reader sees, or turns what he sees around, is gone. */
export function calm(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').replaceAll(UNSEEN, '').trim()
}

function parted(draft: Draft): readonly Draft[] {
  if (draft.text.length <= MOST_IN_ONE) return [draft]
  const whole = { ...draft, cells: undefined }
  const parts = draft.text.match(new RegExp(`[^]{1,${MOST_IN_ONE}}`, 'gu')) ?? []
  return parts.map((text) => ({ ...whole, kind: draft.kind === 'row' ? 'paragraph' : draft.kind, text }))
}

/** Passages in their order, as far as they say anything. Throws `DocumentUnread` where there are none, or more than a page could show. */
export function numbered(drafts: readonly Draft[]): readonly Passage[] {
  const said = drafts.map((draft) => ({ ...draft, text: calm(draft.text) })).filter(({ text }) => text !== '')
  if (said.length === 0) throw new DocumentUnread('no-text')
  const characters = said.reduce((sum, { text }) => sum + text.length, 0)
  if (characters > MOST_CHARACTERS || said.length > MOST_PASSAGES) throw new DocumentUnread('too-long')
  return said.flatMap(parted).map((draft, at) => ({ at, ...draft }))
}

/** Letters of ours that meet at the end of a line need no space between them. */
export function joined(a: string, b: string): string {
  return /[\u2E80-\u9FFF\uFF00-\uFFEF]$/u.test(a) || /^[\u2E80-\u9FFF\uFF00-\uFFEF]/u.test(b) ? a + b : `${a} ${b}`
}
