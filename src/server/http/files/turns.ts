/** What runs under each name, and what waits behind it. */
const lines = new Map<string, Promise<unknown>>()

/**
 * One after the other under the same name, within this process: a browser that lost its line sends a part again while the first is still being written.
 * Between processes the row's own count decides.
 */
export async function inTurn<T>(name: string, work: () => Promise<T>): Promise<T> {
  const before = lines.get(name) ?? Promise.resolve()
  const mine = before.then(work, work)
  const settled = mine.then(
    () => undefined,
    () => undefined,
  )
  lines.set(name, settled)
  try {
    return await mine
  } finally {
    if (lines.get(name) === settled) lines.delete(name)
  }
}
