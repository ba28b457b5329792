import { entriesUnder, under } from './node.ts'
import type { PlanNode } from './node.ts'

/**
 * The names that stand in a plan file, those of broken parts included: a mistake is told where it was made and not again wherever the name is used.
 */
export type Declared = {
  readonly promises: readonly string[]
  /** those of the promises that are covers, and rules: they have no clock */
  readonly covers: readonly string[]
  readonly rules: readonly string[]
  readonly calendars: readonly string[]
  readonly reasons: readonly string[]
  /** dimension → its values; the built-in ones with what the plan gives them */
  readonly dimensions: ReadonlyMap<string, readonly string[]>
}

/** Values stand by themselves, or with a name beside their id. */
function valuesOf(node: PlanNode | undefined): readonly string[] {
  const ids = node?.kind === 'seq' ? node.items.map((item) => (item.kind === 'map' ? under(item, 'id') : item)) : []
  return ids.flatMap((id) => (id?.kind === 'scalar' && id.value !== null ? [String(id.value)] : []))
}

function idsOf(node: PlanNode | undefined): readonly string[] {
  const ids = node?.kind === 'seq' ? node.items.map((item) => under(item, 'id')) : []
  return ids.flatMap((id) => (id?.kind === 'scalar' && id.value !== null ? [String(id.value)] : []))
}

export function declaredIn(root: PlanNode): Declared {
  const names = (section: string) => entriesUnder(root, section).map((entry) => entry.key)
  const own = entriesUnder(root, 'dimensions').map(({ key, value }) => [key, valuesOf(under(value, 'values'))] as const)
  const written = (form: string) => entriesUnder(root, 'promises').flatMap(({ key, value }) => (under(value, form) ? [key] : []))
  const covers = written('cover')
  return {
    promises: names('promises'),
    covers,
    rules: written('rule'),
    calendars: names('calendars'),
    reasons: names('reasons'),
    // The built-in ones win over what may not be declared beside them.
    dimensions: new Map([
      ...own,
      ['grade', idsOf(under(root, 'grades'))],
      ['zone', idsOf(under(root, 'zones'))],
      ['cover', [...covers, 'none']],
    ]),
  }
}
