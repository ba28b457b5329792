import { entriesUnder, under } from './node.ts'
import type { PlanNode } from './node.ts'

/**
 * The names that stand in a plan file, those of broken parts included: a mistake is told where it was made and not again wherever the name is used.
 */
export type Declared = {
  readonly promises: readonly string[]
  readonly calendars: readonly string[]
  readonly reasons: readonly string[]
  /** dimension → its values; the built-in ones with what the plan gives them */
  readonly dimensions: ReadonlyMap<string, readonly string[]>
}

function scalarsOf(node: PlanNode | undefined): readonly string[] {
  return node?.kind === 'seq'
    ? node.items.flatMap((item) => (item.kind === 'scalar' && item.value !== null ? [String(item.value)] : []))
    : []
}

function idsOf(node: PlanNode | undefined): readonly string[] {
  const ids = node?.kind === 'seq' ? node.items.map((item) => under(item, 'id')) : []
  return ids.flatMap((id) => (id?.kind === 'scalar' && id.value !== null ? [String(id.value)] : []))
}

export function declaredIn(root: PlanNode): Declared {
  const names = (section: string) => entriesUnder(root, section).map((entry) => entry.key)
  const own = entriesUnder(root, 'dimensions').map(({ key, value }) => [key, scalarsOf(under(value, 'values'))] as const)
  return {
    promises: names('promises'),
    calendars: names('calendars'),
    reasons: names('reasons'),
    // `cover` has one value until covers are a form of their own; the built-in ones win over what may not be declared beside them
    dimensions: new Map([...own, ['grade', idsOf(under(root, 'grades'))], ['zone', idsOf(under(root, 'zones'))], ['cover', ['none']]]),
  }
}
