import mammoth from 'mammoth'
import { ArchiveUnread, openArchive } from '../files/archive.ts'
import { DocumentUnread, calm, rowDraft } from './draft.ts'
import type { Draft } from './draft.ts'
import { marked } from './marks.ts'

/** What mammoth makes of a Word document before it writes HTML: only what is read here. */
type Node = {
  readonly type: string
  readonly children?: readonly Node[]
  readonly value?: string
  readonly checked?: boolean
  readonly breakType?: string
  readonly styleName?: string | null
  readonly isBold?: boolean
  readonly numbering?: { readonly level: string | number } | null
  readonly body?: readonly Node[]
  readonly notes?: { readonly resolve: (reference: Node) => Node | null }
}

const LINE = '\n'

function textOf(node: Node): string {
  if (node.type === 'text') return node.value ?? ''
  if (node.type === 'tab') return ' '
  if (node.type === 'break') return node.breakType === 'line' ? LINE : ''
  if (node.type === 'checkbox') return node.checked ? '☑' : '☐'
  return (node.children ?? []).map(textOf).join('')
}

/** 标题 is what Word calls the title, 标题 1 the first heading below it. */
function styledLevel({ styleName }: Node): number | undefined {
  const [, name, depth] = /^(title|heading|标题|標題)\s*(\d)?/iu.exec(styleName ?? '') ?? []
  if (name === undefined) return undefined
  return depth === undefined ? 1 : Math.min(Number(depth) + 1, 6)
}

function runsOf(node: Node): readonly Node[] {
  return node.type === 'run' ? [node] : (node.children ?? []).flatMap(runsOf)
}

/** Many write headings as short lines in bold. */
function looksLikeHeading(node: Node, text: string): boolean {
  const runs = runsOf(node).filter((run) => textOf(run).trim() !== '')
  return text.length <= 40 && !/[。；;，,]$/u.test(text) && runs.length > 0 && runs.every(({ isBold }) => isBold === true)
}

function paragraphDrafts(node: Node): readonly Draft[] {
  const lines = textOf(node).split(LINE).map(calm)
  const level = styledLevel(node)
  return lines.flatMap((text): Draft[] => {
    if (text === '') return []
    if (level !== undefined) return [{ kind: 'heading', level, text }]
    if (node.numbering) return [{ kind: 'item', level: Number(node.numbering.level) + 1, text }]
    const read = marked(text)
    return [read.kind === 'paragraph' && looksLikeHeading(node, text) ? { kind: 'heading', level: 2, text } : read]
  })
}

function cellText(node: Node): string {
  if (node.type === 'paragraph') return calm(textOf(node).replaceAll(LINE, ' '))
  return (node.children ?? [])
    .map(cellText)
    .filter((text) => text !== '')
    .join(' ')
}

function draftsOf(node: Node): readonly Draft[] {
  if (node.type === 'paragraph') return paragraphDrafts(node)
  if (node.type === 'tableRow') {
    const row = rowDraft((node.children ?? []).map(cellText))
    return row ? [row.kind === 'paragraph' ? { ...row, ...marked(row.text) } : row] : []
  }
  return (node.children ?? []).flatMap(draftsOf)
}

function referencesIn(node: Node): readonly Node[] {
  return node.type === 'noteReference' ? [node] : (node.children ?? []).flatMap(referencesIn)
}

/** Notes at the foot come after everything else: a promise may stand in one. */
function noteDrafts(document: Node): readonly Draft[] {
  const notes = referencesIn(document).map((reference) => document.notes?.resolve(reference))
  return notes.flatMap((note) => note?.body?.flatMap(draftsOf) ?? [])
}

const MOST_ENTRIES = 3_000
/** What the texts of an archive may come to when they are unpacked. */
export const MOST_UNPACKED_BYTES = 30 * 1024 * 1024

/** Really unpacks the texts of an archive before anybody else does. Throws `DocumentUnread`. Pictures are passed over, nobody reads them. */
export async function checkArchive(bytes: Uint8Array): Promise<void> {
  try {
    const { names, read } = await openArchive(bytes, { entries: MOST_ENTRIES, bytes: MOST_UNPACKED_BYTES })
    for (const name of names) if (/\.(?:xml|rels)$/iu.test(name)) await read(name)
  } catch (error) {
    throw error instanceof ArchiveUnread ? new DocumentUnread(error.code) : error
  }
}

/** A Word document by its styles, lists and tables. What was struck out in it is not read, what was written in is. */
export async function readWord(bytes: Buffer): Promise<readonly Draft[]> {
  await checkArchive(bytes)
  let drafts: readonly Draft[] = []
  const keep = (document: Node): Node => {
    drafts = [...draftsOf(document), ...noteDrafts(document)]
    return { ...document, children: [] }
  }
  try {
    await mammoth.convertToHtml({ buffer: bytes }, { transformDocument: keep })
  } catch {
    throw new DocumentUnread('broken')
  }
  return drafts
}
