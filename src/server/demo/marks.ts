import { crc32, deflateSync } from 'node:zlib'

type Colour = readonly [red: number, green: number, blue: number]
/** How much of a point is covered, 0…1; places from −1 to 1, the middle is 0. */
type Shape = (x: number, y: number) => number

const POINTS = 240
const BLUE: Colour = [0x1d, 0x5b, 0xa8]
const RED: Colour = [0xb9, 0x2d, 0x1d]
const WHITE: Colour = [0xff, 0xff, 0xff]

function chunk(name: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

/** A PNG of four bytes a point, from what each point is. */
function png(point: (x: number, y: number) => readonly [...Colour, alpha: number], points = POINTS): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(points, 0)
  head.writeUInt32BE(points, 4)
  head.set([8, 6, 0, 0, 0], 8)
  const rows = Buffer.alloc(points * (points * 4 + 1))
  const place = (n: number): number => ((n + 0.5) / points) * 2 - 1
  for (let y = 0; y < points; y++) for (let x = 0; x < points; x++) rows.set(point(place(x), place(y)), y * (points * 4 + 1) + 1 + x * 4)
  const parts = [chunk('IHDR', head), chunk('IDAT', deflateSync(rows, { level: 9 })), chunk('IEND', Buffer.alloc(0))]
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), ...parts])
}

/** Soft over about two points, so that edges are no stairs. */
const covered = (distance: number): number => Math.min(1, Math.max(0, 0.5 - (distance * POINTS) / 4))

function toLine(x: number, y: number, [ax, ay, bx, by]: readonly [number, number, number, number]): number {
  const [dx, dy] = [bx - ax, by - ay]
  const along = Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)))
  return Math.hypot(x - ax - along * dx, y - ay - along * dy)
}

const disc: Shape = (x, y) => covered(Math.hypot(x, y) - 0.96)
const tick: Shape = (x, y) => covered(Math.min(toLine(x, y, [-0.42, 0.02, -0.1, 0.36]), toLine(x, y, [-0.1, 0.36, 0.44, -0.32])) - 0.1)
const ring: Shape = (x, y) => covered(Math.abs(Math.hypot(x, y) - 0.88) - 0.06)

/** A five-pointed star: one fifth of it, folded over five times. */
const star: Shape = (x, y) => {
  const turn = (Math.PI * 2) / 5
  const angle = Math.atan2(x, -y)
  const folded = Math.abs(angle - turn * Math.round(angle / turn))
  const [px, py] = [Math.hypot(x, y) * Math.cos(folded), Math.hypot(x, y) * Math.sin(folded)]
  const [tipX, notch] = [0.5, 0.19]
  const [nx, ny] = [notch * Math.cos(turn / 2), notch * Math.sin(turn / 2)]
  const [ex, ey] = [nx - tipX, ny]
  return covered(((px - tipX) * ey - py * ex) / Math.hypot(ex, ey))
}

/** The demo vendor's invented mark: a kept promise. */
export function demoLogo(): Buffer {
  return png((x, y) => {
    const inner = tick(x, y)
    const mix = (part: 0 | 1 | 2): number => Math.round(BLUE[part] * (1 - inner) + WHITE[part] * inner)
    return [mix(0), mix(1), mix(2), Math.round(disc(x, y) * 255)]
  })
}

/** 印章 of an invented firm: the ring and the star of a round seal, without the words that only a real one has. */
export function demoSeal(): Buffer {
  return png((x, y) => [...RED, Math.round(Math.max(ring(x, y), star(x, y)) * 225)])
}

/** Drawn at every first start: of half the points, a quarter of the work. */
const SMALL = 120

/** 印章 of the demo's customer of this number, each another one: two rings, and as many strokes from the middle. */
export function customerSeal(number: number): Buffer {
  const strokes = number + 3
  const ends = Array.from({ length: strokes }, (_, at) => (Math.PI * 2 * at) / strokes).map(
    (turn) => [Math.sin(turn), -Math.cos(turn)] as const,
  )
  const rays: Shape = (x, y) => covered(Math.min(...ends.map(([ex, ey]) => toLine(x, y, [0, 0, ex * 0.42, ey * 0.42]))) - 0.05)
  const inner: Shape = (x, y) => covered(Math.abs(Math.hypot(x, y) - 0.72) - 0.02)
  return png((x, y) => [...RED, Math.round(Math.max(ring(x, y), inner(x, y), rays(x, y)) * 225)], SMALL)
}
