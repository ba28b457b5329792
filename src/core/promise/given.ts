import type { Json } from '../fact.ts'

/** Something is there: not absent, empty or denied. What evidence, notice, role and reason are asked by. */
export function isGiven(value: Json | undefined): boolean {
  return value !== undefined && value !== null && value !== false && value !== '' && !(Array.isArray(value) && value.length === 0)
}
