import { entriesUnder, under } from './node.ts'
import type { Place, PlanNode } from './node.ts'
import type { Finding, Plan, Position } from './types.ts'

type Places = NonNullable<Plan['places']>

/** Sections of which each entry is called by its key. */
const KEYED = ['calendars', 'dimensions', 'reasons', 'forms', 'channels', 'roles', 'words'] as const

function chargePlaces(root: PlanNode): readonly (readonly [string, Place])[] {
  const charges = under(root, 'charges')
  if (charges?.kind !== 'seq') return []
  return charges.items.flatMap((line, index) => {
    const path = `charges.charge-${index + 1}`
    const columns = line.kind === 'map' ? line.entries : []
    return [[path, line.at], ...columns.map(({ key, at }) => [`${path}.${key}`, at] as const)]
  })
}

/** Where what is no clause is declared in the file, by its path: `calendars.office`, `charges.charge-2.labour`. */
export function placesIn(root: PlanNode): Places {
  const keyed = KEYED.flatMap((section) => entriesUnder(root, section).map(({ key, at }) => [`${section}.${key}`, at] as const))
  return Object.fromEntries([...keyed, ...chargePlaces(root)].map(([path, { line, column }]) => [path, { line, column }]))
}

/** The place of what a path names, or of what it stands in. */
function placeOf(places: Places, path: string): Place | undefined {
  if (Object.hasOwn(places, path)) return places[path]
  const end = path.lastIndexOf('.')
  return end < 0 ? undefined : placeOf(places, path.slice(0, end))
}

/** A finding that is at no clause stands where what it speaks of is declared. */
export function located(finding: Finding, { places = {} }: Pick<Plan, 'places'>): Finding {
  const place = finding.clauses.length === 0 ? placeOf(places, finding.at.path) : undefined
  const at: Position = { ...finding.at, ...place }
  return { ...finding, at }
}
