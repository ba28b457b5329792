/** A line that both have, that only the first has, or that only the second has. */
export type DiffLine = { readonly kind: 'same' | 'ours' | 'theirs'; readonly text: string }

/** Longest common lines of two lists, as a table of lengths from each pair to the ends. */
function lengths(a: readonly string[], b: readonly string[]): Uint32Array[] {
  const rows = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1))
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      rows[i]![j] = a[i] === b[j] ? rows[i + 1]![j + 1]! + 1 : Math.max(rows[i + 1]![j]!, rows[i]![j + 1]!)
  return rows
}

/** Beyond this many pairs of lines the two have little in common, and one is told after the other. */
const MOST_PAIRS = 4_000_000

function middle(a: readonly string[], b: readonly string[]): DiffLine[] {
  if (a.length * b.length > MOST_PAIRS)
    return [...a.map((text) => ({ kind: 'ours' as const, text })), ...b.map((text) => ({ kind: 'theirs' as const, text }))]
  const table = lengths(a, b)
  const out: DiffLine[] = []
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      out.push({ kind: 'same', text: a[i]! })
      i++
      j++
    } else if (j >= b.length || (i < a.length && table[i + 1]![j]! >= table[i]![j + 1]!)) out.push({ kind: 'ours', text: a[i++]! })
    else out.push({ kind: 'theirs', text: b[j++]! })
  }
  return out
}

/** What differs between two texts, line by line: the lines of both in an order in which each text can be read through. */
export function diffLines(ours: string, theirs: string): readonly DiffLine[] {
  const [a, b] = [ours.split('\n'), theirs.split('\n')]
  let head = 0
  while (head < a.length && head < b.length && a[head] === b[head]) head++
  let tail = 0
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++
  const same = (lines: readonly string[]): DiffLine[] => lines.map((text) => ({ kind: 'same', text }))
  return [
    ...same(a.slice(0, head)),
    ...middle(a.slice(head, a.length - tail), b.slice(head, b.length - tail)),
    ...same(a.slice(a.length - tail)),
  ]
}

/** Only what differs, with some lines around it; `undefined` stands for lines that were left out. */
export function nearDifferences(lines: readonly DiffLine[], around = 2): readonly (DiffLine | undefined)[] {
  const near = lines.map((_, index) => lines.slice(Math.max(0, index - around), index + around + 1).some(({ kind }) => kind !== 'same'))
  return lines.flatMap((line, index) => (near[index] ? [line] : near[index - 1] || index === 0 ? [undefined] : []))
}
