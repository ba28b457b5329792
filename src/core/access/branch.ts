/** A team of the firm; `parent`: the team above it. */
export type Team = { readonly id: string; readonly parent?: string | null | undefined }

/** The team and every team below it, each once; teams that stand in a circle are a mistake that must not hang anybody. Undefined team: none. */
export function branchOf(team: string | undefined, teams: readonly Team[]): readonly string[] {
  if (team === undefined) return []
  const branch = new Set([team])
  for (const id of branch) for (const below of teams) if (below.parent === id) branch.add(below.id)
  return [...branch]
}
