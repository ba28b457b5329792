import type { Tx } from '../database/pool.ts'

/** A statement under construction: values are always parameters, never text. */
export class Sql {
  readonly values: unknown[] = []

  /** Adds a value and gives its place: `$3`. */
  value(value: unknown): string {
    this.values.push(value)
    return `$${this.values.length}`
  }
}

export async function rowOf<Row>(tx: Tx, text: string, values: readonly unknown[] = []): Promise<Row | undefined> {
  return (await tx.query<Row>(text, values))[0]
}

/** Null is how the database says that there is nothing; outside it is undefined. */
export function present<Value>(value: Value | null | undefined): Value | undefined {
  return value ?? undefined
}

/** Text for LIKE, its own signs taken literally. */
export function likePattern(text: string): string {
  return `%${text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`
}

/** A page mark that is none of ours: it was shortened, or made up. Thrown, since whoever reads one can do nothing about it. */
export class BadCursor extends Error {}

/** What a page's end looked like, opaque to the client. */
export function writeCursor(place: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url')
}

/** What may stand at one place of a mark, as wide as the column that it is compared with: anything else the database would refuse as a failure. */
const SOUND = {
  text: (one: unknown): one is string => typeof one === 'string' && !one.includes('\u0000'),
  instant: (one: unknown): one is number => Number.isSafeInteger(one),
  'instant?': (one: unknown): one is number | null => one === null || Number.isSafeInteger(one),
  count: (one: unknown): one is number => Number.isInteger(one) && Math.abs(one as number) < 2 ** 31,
} as const

type Kind = keyof typeof SOUND
type PlaceIn<Kinds extends readonly Kind[]> = {
  readonly [At in keyof Kinds]: (typeof SOUND)[Kinds[At]] extends ((one: unknown) => one is infer Value) ? Value : never
}

/** The place that a mark stands for; undefined: from the first row on. */
export function readCursor<const Kinds extends readonly Kind[]>(cursor: string | undefined, kinds: Kinds): PlaceIn<Kinds> | undefined {
  if (cursor === undefined) return undefined
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    if (Array.isArray(place) && place.length === kinds.length && kinds.every((kind, at) => SOUND[kind](place[at])))
      return place as unknown as PlaceIn<Kinds>
  } catch {
    // told below, as what is sound JSON and no place of ours
  }
  throw new BadCursor(cursor)
}

type Paging<Row, Item> = {
  readonly limit: number
  /** where a row stands in the order */
  readonly place: (row: Row) => readonly (string | number | null)[]
  readonly show: (row: Row) => Item
}

/** One row more than the page shows that another follows. */
export function pageOf<Row, Item>(rows: readonly Row[], { limit, place, show }: Paging<Row, Item>): { items: Item[]; next?: string } {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { items: shown.map(show), ...(rows.length > limit && last !== undefined ? { next: writeCursor(place(last)) } : {}) }
}
