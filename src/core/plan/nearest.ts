/** Edits from one word to another, two letters that changed places counting as one: Damerau (1964), by optimal string alignment. */
function distance(a: string, b: string): number {
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? before[j - 2]! + 1 : Infinity
      next.push(Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1), swapped))
    }
    ;[before, row] = [row, next]
  }
  return row[b.length]!
}

/** The known word that was probably meant; undefined where none is near: a wild guess misleads more than it helps. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const limit = Math.max(1, Math.floor(word.length / 3))
  const ranked = known.map((one) => ({ one, far: distance(word, one) })).filter(({ far }) => far <= limit)
  return ranked.sort((a, b) => a.far - b.far)[0]?.one
}
