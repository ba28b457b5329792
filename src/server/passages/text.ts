import { marked } from './marks.ts'
import type { Draft } from './draft.ts'
import { joined, rowDraft } from './draft.ts'

const RULE = /^[-*_=\s|:]{3,}$/u
const HASHES = /^(#{1,6})\s+(.+?)\s*#*$/u

function cellsOf(line: string): readonly string[] | undefined {
  if (line.startsWith('|')) return line.replace(/^\||\|$/gu, '').split('|')
  return line.includes('\t') ? line.split('\t') : undefined
}

function lineDraft(line: string, { markdown }: { readonly markdown: boolean }): Draft | undefined {
  const text = line.trim()
  if (text === '' || RULE.test(text)) return undefined
  const cells = cellsOf(text)
  if (cells) return rowDraft(cells)
  const [, hashes, title] = (markdown && HASHES.exec(text)) || []
  if (hashes !== undefined && title !== undefined) return { kind: 'heading', level: hashes.length, text: title }
  const bare = markdown ? text.replaceAll(/\*\*(.+?)\*\*|__(.+?)__/gu, '$1$2').replace(/^>\s?/u, '') : text
  return marked(bare)
}

/** A line of Markdown that goes on with the paragraph before it. */
function goesOn(before: Draft | undefined, now: Draft, gap: boolean): boolean {
  return !gap && now.kind === 'paragraph' && (before?.kind === 'paragraph' || before?.kind === 'item')
}

/** A plain text by its lines; Markdown by its paragraphs. A title alone on the first line is the title. */
export function readText(text: string, { markdown }: { readonly markdown: boolean }): readonly Draft[] {
  const drafts: Draft[] = []
  let gap = true
  for (const line of text.split(/\r\n|[\n\r\f\u2028\u2029]/u)) {
    const now = lineDraft(line, { markdown })
    const before = drafts.at(-1)
    if (now && before && markdown && goesOn(before, now, gap))
      drafts[drafts.length - 1] = { ...before, text: joined(before.text, now.text) }
    else if (now) drafts.push(now)
    gap = now === undefined
  }
  const [first, ...rest] = drafts
  const isTitle = first?.kind === 'paragraph' && first.text.length <= 40 && !/[。；;]$/u.test(first.text)
  return first && isTitle && rest.length > 0 ? [{ ...first, kind: 'heading', level: 1 }, ...rest] : drafts
}
