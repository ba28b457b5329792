/** A piece of text on a page, in points from its lower left corner. */
export type Piece = { readonly text: string; readonly x: number; readonly y: number; readonly size: number; readonly width: number }

/** A line of a page. `cells`: more than one where wide gaps part it. */
export type Line = {
  readonly page: number
  readonly y: number
  readonly size: number
  readonly x: number
  readonly end: number
  readonly cells: readonly Cell[]
}
export type Cell = { readonly text: string; readonly x: number; readonly end: number }

/** In sizes of the letters. */
const SAME_LINE = 0.5
const GAP_OF_CELLS = 1.6
const GAP_OF_WORDS = 0.2
const NEXT_IN_CELL = 1.9
const LOOK_BACK = 6

function withPiece(line: Line, { text, x, width, size }: Piece): Line {
  const last = line.cells.at(-1)!
  const gap = x - line.end
  const end = Math.max(line.end, x + width)
  const larger = Math.max(line.size, size)
  if (gap > GAP_OF_CELLS * size) return { ...line, end, size: larger, cells: [...line.cells, { text, x, end: x + width }] }
  const between = gap > GAP_OF_WORDS * size && !last.text.endsWith(' ') ? ' ' : ''
  return { ...line, end, size: larger, cells: [...line.cells.slice(0, -1), { text: last.text + between + text, x: last.x, end }] }
}

/** The cells of one row come one after the other, each with all of its lines: a piece goes back to the line at its height, and below into its own cell. */
function placeOf(lines: readonly Line[], piece: Piece): number {
  for (let at = lines.length - 1; at >= Math.max(0, lines.length - LOOK_BACK); at--) {
    const line = lines[at]!
    if (Math.abs(line.y - piece.y) < SAME_LINE * piece.size && piece.x >= line.end - piece.size) return at
  }
  return -1
}

function cellAbove(lines: readonly Line[], { x, y, size }: Piece): { readonly line: number; readonly cell: number } | undefined {
  for (let at = lines.length - 1; at >= Math.max(0, lines.length - LOOK_BACK); at--) {
    const { cells, y: above } = lines[at]!
    if (cells.length < 2 || above - y > NEXT_IN_CELL * size || above < y) continue
    const cell = cells.findIndex((one) => Math.abs(one.x - x) < 0.6 * size)
    if (cell > 0) return { line: at, cell }
  }
  return undefined
}

/** The pieces of a page as lines, in the order in which they were written. */
export function linesOf(pieces: readonly Piece[], page: number): readonly Line[] {
  const lines: Line[] = []
  for (const piece of pieces) {
    if (piece.text.trim() === '') continue
    const at = placeOf(lines, piece)
    const above = at === -1 ? cellAbove(lines, piece) : undefined
    if (at !== -1) lines[at] = withPiece(lines[at]!, piece)
    else if (above) {
      const { line, cell } = above
      const cells = lines[line]!.cells.map((one, index) => (index === cell ? { ...one, text: one.text + piece.text } : one))
      lines[line] = { ...lines[line]!, cells }
    } else {
      const { text, x, y, size, width } = piece
      lines.push({ page, y, size, x, end: x + width, cells: [{ text, x, end: x + width }] })
    }
  }
  return lines
}
