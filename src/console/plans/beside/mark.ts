/** What is pointed at: a passage by its place, or a part of the plan by its key. */
export type Mark = { readonly side: 'passage'; readonly at: number } | { readonly side: 'part'; readonly key: string }

/** How an element of a pane says which mark it is. */
export function writeMark(mark: Mark): string {
  return mark.side === 'passage' ? `passage ${mark.at}` : `part ${mark.key}`
}

export function readMark(written: string | undefined): Mark | undefined {
  const [side, id] = (written ?? '').split(' ')
  if (id === undefined) return undefined
  return side === 'passage' ? { side, at: Number(id) } : { side: 'part', key: id }
}

export function isSame(a: Mark | undefined, b: Mark | undefined): boolean {
  return a !== undefined && b !== undefined && writeMark(a) === writeMark(b)
}

type Carries = {
  readonly passages: readonly { readonly at: number; readonly parts: readonly string[] }[]
  readonly parts: readonly { readonly key: string; readonly places: readonly number[] }[]
}

/** What stands on the other side of a mark. */
export function othersOf(mark: Mark | undefined, { passages, parts }: Carries): readonly Mark[] {
  if (!mark) return []
  if (mark.side === 'part') return (parts.find(({ key }) => key === mark.key)?.places ?? []).map((at) => ({ side: 'passage', at }))
  return (passages.find(({ at }) => at === mark.at)?.parts ?? []).map((key) => ({ side: 'part', key }))
}

/** The next of a kind after a mark, and from the last on to the first. */
export function nextAfter(marks: readonly Mark[], now: Mark | undefined): Mark | undefined {
  const at = marks.findIndex((one) => isSame(one, now))
  return marks[(at + 1) % Math.max(marks.length, 1)]
}
