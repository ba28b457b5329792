/** A signature as it is drawn: points of a sheet of 600 × 200, stroke by stroke. */
export type Point = readonly [x: number, y: number]
export type Stroke = readonly Point[]

export const SHEET = { width: 600, height: 200 } as const
const LINE = 3
/** Ink on paper, in a dark room as well. */
const INK = '#18202A'
const PAPER = '#FFFFFF'

/** Where on the sheet a pointer is, whatever size the sheet is shown in. */
export function pointAt(
  { clientX, clientY }: { readonly clientX: number; readonly clientY: number },
  { left, top, width, height }: Pick<DOMRect, 'left' | 'top' | 'width' | 'height'>,
): Point {
  const within = (share: number, size: number) => Math.round(Math.min(Math.max(share, 0), 1) * size)
  return [within((clientX - left) / width, SHEET.width), within((clientY - top) / height, SHEET.height)]
}

/** The last stroke goes on to a point; one that it has reached already adds nothing. */
export function extended(strokes: readonly Stroke[], to: Point): readonly Stroke[] {
  const last = strokes.at(-1)
  const end = last?.at(-1)
  if (!last || !end || (end[0] === to[0] && end[1] === to[1])) return strokes
  return [...strokes.slice(0, -1), [...last, to]]
}

type Drawing = Pick<
  CanvasRenderingContext2D,
  | 'fillStyle'
  | 'fillRect'
  | 'beginPath'
  | 'arc'
  | 'fill'
  | 'moveTo'
  | 'lineTo'
  | 'quadraticCurveTo'
  | 'stroke'
  | 'strokeStyle'
  | 'lineWidth'
  | 'lineCap'
  | 'lineJoin'
>

function drawStroke(on: Drawing, stroke: Stroke): void {
  const [first] = stroke
  if (!first) return
  on.beginPath()
  if (stroke.length === 1) {
    on.arc(first[0], first[1], LINE / 2, 0, Math.PI * 2)
    on.fillStyle = INK
    return on.fill()
  }
  on.moveTo(first[0], first[1])
  // through the middles: a hand makes no corners
  for (const [at, [x, y]] of stroke.entries()) {
    const next = stroke[at + 1]
    if (next) on.quadraticCurveTo(x, y, (x + next[0]) / 2, (y + next[1]) / 2)
    else on.lineTo(x, y)
  }
  on.stroke()
}

/** The whole signature on white paper. */
export function drawSignature(on: Drawing, strokes: readonly Stroke[]): void {
  on.fillStyle = PAPER
  on.fillRect(0, 0, SHEET.width, SHEET.height)
  on.strokeStyle = INK
  on.lineWidth = LINE
  on.lineCap = 'round'
  on.lineJoin = 'round'
  for (const stroke of strokes) drawStroke(on, stroke)
}

/** As a PNG. Throws where the browser has no canvas. */
export async function pictureOf(strokes: readonly Stroke[], name: string): Promise<File> {
  const canvas = document.createElement('canvas')
  canvas.width = SHEET.width
  canvas.height = SHEET.height
  drawSignature(canvas.getContext('2d')!, strokes)
  const { promise, resolve } = Promise.withResolvers<Blob | null>()
  canvas.toBlob(resolve, 'image/png')
  return new File([(await promise)!], name, { type: 'image/png' })
}
