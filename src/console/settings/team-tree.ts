type Node = { readonly id: string; readonly parent?: string | undefined }

/** Each team under the one above it; where that is not shown, it stands for itself. */
export function inTree<Team extends Node>(teams: readonly Team[]): readonly { readonly team: Team; readonly depth: number }[] {
  const shown = new Set(teams.map((team) => team.id))
  const below = (parent: string | undefined, depth: number): { team: Team; depth: number }[] =>
    teams
      .filter((team) => (team.parent !== undefined && shown.has(team.parent) ? team.parent : undefined) === parent)
      .flatMap((team) => [{ team, depth }, ...below(team.id, depth + 1)])
  return below(undefined, 0)
}
