import type { Statement } from '../database/pool.ts'

/** One table's share of a statement: a CTE that writes the rows given as one JSON parameter, named by `$n`. `$1` is the tenant. */
export type Part = { readonly name: string; readonly sql: (rows: string) => string }

type Demand = { readonly part: Part; readonly count: number }

/** Names of the statements by their text: PostgreSQL keeps 63 letters of a name, and each text must have its own. */
const names = new Map<string, string>()

function nameOf(text: string): string {
  const known = names.get(text)
  if (known !== undefined) return known
  const name = `write-${names.size + 1}`
  names.set(text, name)
  return name
}

/**
 * One statement from the parts that have rows. Statements of the same parts share a name, so each connection prepares the dozen that occur once;
 * parsing and planning one takes longer than running it. `demand`: the part that must touch exactly so many rows, or all is undone (40001).
 */
export function compose(tenant: string, rows: ReadonlyMap<Part, readonly object[]>, demand: Demand): Statement {
  const parts = [...rows].filter(([, some]) => some.length > 0)
  const values: unknown[] = [tenant]
  const ctes = parts.map(([part, some]) => {
    values.push(JSON.stringify(some))
    return `${part.name} AS (${part.sql(`$${values.length}::json`)})`
  })
  if (demand.count > 0) values.push(demand.count)
  const end = demand.count > 0 ? `demand_current((SELECT count(*) FROM ${demand.part.name}) = $${values.length}::int)` : '1'
  const text = `WITH ${ctes.join(',\n')}\nSELECT ${end}`
  return { name: nameOf(text), text, values }
}
