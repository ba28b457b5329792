import type { Draft } from './draft.ts'
import { calm, joined, rowDraft } from './draft.ts'
import { beginsAnew, marked } from './marks.ts'
import type { Line } from './pdf-lines.ts'

const HEADING_SIZE = 1.12
const PAGE_NUMBER = /^[-–—\s]*(?:第?\s?\d+\s?(?:页|頁)?(?:\s?[/／共,，]\s?(?:共\s?)?\d+\s?(?:页|頁)?)?|page \d+(?: of \d+)?)[-–—\s]*$/iu

const textOf = ({ cells }: Line): string => calm(cells.map(({ text }) => text).join(' '))

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

/** Lines at the head and foot of pages that come again on most of them, and numbers of pages. */
function isMargin(pages: readonly (readonly Line[])[]): (line: Line) => boolean {
  const masked = (line: Line) => textOf(line).replaceAll(/\d+/gu, '#')
  const edges = pages.flatMap((lines) => [...new Set([lines[0], lines.at(-1)].filter((line) => line !== undefined))])
  const count = new Map<string, number>()
  for (const line of edges) count.set(masked(line), (count.get(masked(line)) ?? 0) + 1)
  return (line) =>
    edges.includes(line) && (PAGE_NUMBER.test(textOf(line)) || (pages.length > 2 && count.get(masked(line))! * 2 > pages.length))
}

type Look = { readonly size: number; readonly pitch: number; readonly left: number; readonly right: number }

/** How the running text looks: its letters, the step from line to line in letters, its margins. */
function lookOf(lines: readonly Line[]): Look {
  const size = median(lines.flatMap((line) => Array.from<number>({ length: Math.ceil(textOf(line).length / 10) }).fill(line.size)))
  const body = lines.filter((line) => Math.abs(line.size - size) < 0.08 * size)
  const steps = body.flatMap((line, at) => {
    const step = at === 0 ? 0 : (body[at - 1]!.y - line.y) / size
    return step > 0.8 && step < 3 ? [step] : []
  })
  return { size, pitch: median(steps) || 1.5, left: Math.min(...body.map(({ x }) => x)), right: Math.max(...body.map(({ end }) => end)) }
}

/** Whether a line goes on with the paragraph of the one before it. */
function goesOn(before: Line, line: Line, look: Look): boolean {
  const text = textOf(line)
  if (before.cells.length > 1 || line.cells.length > 1 || beginsAnew(text)) return false
  if (Math.abs(before.size - line.size) > 0.08 * look.size) return false
  const ended = /[。；;！!？?：:]$/u.test(textOf(before))
  const short = before.end < look.right - 2.2 * look.size
  if (before.page !== line.page) return !ended && !short
  if (line.x > before.x + 1.2 * look.size && line.x > look.left + 1.2 * look.size) return false
  const step = (before.y - line.y) / look.size
  // the next column begins at its top
  if (step < 0) return !ended && !short
  return step <= look.pitch * 1.16 && !(ended && short) && !(short && line.size > look.size * HEADING_SIZE)
}

function levels(lines: readonly Line[], size: number): ReadonlyMap<number, number> {
  const sizes = [...new Set(lines.map((line) => Math.round(line.size)).filter((one) => one >= size * HEADING_SIZE))].sort((a, b) => b - a)
  return new Map(sizes.map((one, at) => [one, Math.min(at + 1, 4)]))
}

function draftOf(paragraph: readonly Line[], level: number | undefined): Draft | undefined {
  const [{ page, cells }] = paragraph as readonly [Line]
  if (cells.length > 1)
    return rowDraft(
      cells.map(({ text }) => text),
      page,
    )
  const text = paragraph.map(textOf).reduce(joined)
  return level === undefined ? { ...marked(text), page } : { kind: 'heading', level, text, page }
}

/** The lines of all pages as passages: by their places, their size and how they begin. */
export function paragraphsOf(pages: readonly (readonly Line[])[]): readonly Draft[] {
  const margin = isMargin(pages)
  const lines = pages.flat().filter((line) => !margin(line))
  if (lines.length === 0) return []
  const look = lookOf(lines)
  const paragraphs: Line[][] = []
  for (const line of lines) {
    const last = paragraphs.at(-1)
    if (last && goesOn(last.at(-1)!, line, look)) last.push(line)
    else paragraphs.push([line])
  }
  const level = levels(lines, look.size)
  return paragraphs.flatMap((paragraph) => {
    const draft = draftOf(paragraph, level.get(Math.round(paragraph[0]!.size)))
    return draft ? [draft] : []
  })
}
