/** A positioned tree of plain data: what a plan file says and where, without the syntax in which it was written. Lines and columns count from 1. */
export type PlanNode = MapNode | SeqNode | ScalarNode

export type Place = { readonly line: number; readonly column: number }
export type Entry = { readonly key: string; readonly at: Place; readonly value: PlanNode }
export type MapNode = { readonly kind: 'map'; readonly at: Place; readonly entries: readonly Entry[] }
export type SeqNode = { readonly kind: 'seq'; readonly at: Place; readonly items: readonly PlanNode[] }
export type ScalarNode = { readonly kind: 'scalar'; readonly at: Place; readonly value: string | number | boolean | null }

/** The data alone. */
export function plain(node: PlanNode): unknown {
  switch (node.kind) {
    case 'map':
      return Object.fromEntries(node.entries.map((entry) => [entry.key, plain(entry.value)]))
    case 'seq':
      return node.items.map(plain)
    case 'scalar':
      return node.value
    default:
      return node satisfies never
  }
}

/** The node under a key; undefined where there is none. */
export function under(node: PlanNode, key: string): PlanNode | undefined {
  return node.kind === 'map' ? node.entries.find((entry) => entry.key === key)?.value : undefined
}

/** The entries under a key; none where it is missing or no map. */
export function entriesUnder(node: PlanNode, key: string): readonly Entry[] {
  const below = under(node, key)
  return below?.kind === 'map' ? below.entries : []
}

/** Where the last key of a path is written; the place of the deepest node on the way where there is no such key. */
export function keyAt(node: PlanNode, path: readonly (string | number)[]): PlanNode {
  const parent = nodeAt(node, path.slice(0, -1))
  const entry = parent.kind === 'map' ? parent.entries.find(({ key }) => key === String(path.at(-1))) : undefined
  return entry ? { kind: 'scalar', at: entry.at, value: entry.key } : nodeAt(node, path)
}

/** The node at a path of keys and indices, or the deepest one on the way there. */
export function nodeAt(node: PlanNode, path: readonly (string | number)[]): PlanNode {
  const [head, ...rest] = path
  if (head === undefined) return node
  const below =
    node.kind === 'map'
      ? node.entries.find((entry) => entry.key === String(head))?.value
      : node.kind === 'seq'
        ? node.items[Number(head)]
        : undefined
  return below ? nodeAt(below, rest) : node
}
