/** What PostgreSQL cannot hold, or what no store gives back as it came: named by its place in the input. */
export type BadText = { readonly path: readonly string[]; readonly problem: 'control' | 'depth' }

/** Deeper than any schema of ours; a stack is not for clients to fill. */
const DEEPEST = 32

/**
 * The first text (or key) of a request with a NUL character or half a character (a lone surrogate), or nesting beyond any use; undefined: none. Looked for in
 * one place, before any schema, so that no field of any route can be forgotten. Some microseconds for a usual body.
 */
export function badText(value: unknown, path: readonly string[] = []): BadText | undefined {
  if (typeof value === 'string') return isSound(value) ? undefined : { path, problem: 'control' }
  if (typeof value !== 'object' || value === null) return undefined
  if (path.length >= DEEPEST) return { path, problem: 'depth' }
  for (const [key, inner] of Object.entries(value)) {
    if (!isSound(key)) return { path: [...path, key.replaceAll('\0', '\uFFFD').toWellFormed()], problem: 'control' }
    const found = typeof inner === 'string' || typeof inner === 'object' ? badText(inner, [...path, key]) : undefined
    if (found) return found
  }
  return undefined
}

function isSound(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed()
}
