/** What became of one ticket of a bulk command. */
export type BulkOutcome =
  | { readonly id: string; readonly number: string; readonly done: true }
  | { readonly id: string; readonly number: string; readonly done: false; readonly why: string }

/** The refused ones, those with the same reason in one line: `GD-2026-000012、GD-2026-000013：…`. */
export function refusedLines(
  outcomes: readonly BulkOutcome[],
  { and, most }: { readonly and: string; readonly most: number },
): readonly string[] {
  const refused = outcomes.filter((one) => !one.done)
  const byReason = Map.groupBy(refused, (one) => one.why)
  return [...byReason].map(([why, ones]) => {
    const numbers = ones.slice(0, most).map((one) => one.number)
    const rest = ones.length > most ? ` +${ones.length - most}` : ''
    return `${numbers.join(and)}${rest}：${why}`
  })
}

/** Runs a command over many, a few at a time, so that one slow ticket does not hold up the rest nor a hundred flood the server. */
export async function inTurns<Item, Result>(
  items: readonly Item[],
  atOnce: number,
  run: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = []
  let next = 0
  const worker = async (): Promise<void> => {
    for (let at = next++; at < items.length; at = next++) results[at] = await run(items[at] as Item)
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker))
  return results
}
