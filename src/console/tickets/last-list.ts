/** The list that a ticket was opened from, in its order, so that one walks on without going back. */
let ids: readonly string[] = []

export function rememberList(shown: readonly string[]): void {
  ids = shown
}

export type Neighbours = {
  readonly at: number
  readonly total: number
  readonly previous: string | undefined
  readonly next: string | undefined
}

/** Where a ticket stands in a list, counted from 1; undefined where it is not in it. */
export function neighboursIn(list: readonly string[], id: string): Neighbours | undefined {
  const at = list.indexOf(id)
  return at === -1 ? undefined : { at: at + 1, total: list.length, previous: list[at - 1], next: list[at + 1] }
}

export function neighboursOf(id: string): Neighbours | undefined {
  return neighboursIn(ids, id)
}
