import type { Fact, Json } from '../fact.ts'
import type { Instant } from '../time/instant.ts'
import { parseInstant } from '../time/instant.ts'

/** What facts carry is plain JSON from many hands: read, never trusted. */
export type Data = Fact['data']

/** Something is there: not absent, empty or denied. What evidence, notice, role and reason are asked by. */
export function isGiven(value: Json | undefined): boolean {
  return value !== undefined && value !== null && value !== false && value !== '' && !(Array.isArray(value) && value.length === 0)
}

export function textOf(data: Data, key: string): string | undefined {
  const value = data[key]
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** Instants stand in facts as ISO text or as epoch milliseconds. */
export function instantIn(value: Json | undefined): Instant | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined
  return typeof value === 'string' ? parseInstant(value) : undefined
}
