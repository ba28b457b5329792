/** Edit distance by Levenshtein (1965), rows only. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1]
    for (const [j, other] of [...b].entries()) next.push(Math.min(next[j]! + 1, row[j + 1]! + 1, row[j]! + (letter === other ? 0 : 1)))
    row = next
  }
  return row[b.length]!
}

/** The known word that was probably meant; undefined where none is near: a wild guess misleads more than it helps. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const limit = Math.max(1, Math.floor(word.length / 3))
  const ranked = known.map((one) => ({ one, far: distance(word, one) })).filter(({ far }) => far <= limit)
  return ranked.sort((a, b) => a.far - b.far)[0]?.one
}
