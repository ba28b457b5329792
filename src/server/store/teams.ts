import type { Tx } from '../database/pool.ts'
import { changeVersioned } from './versioned.ts'
import type { VersionedOutcome } from './versioned.ts'

export type TeamWithPeople = {
  readonly id: string
  readonly name: string
  readonly parent: string | null
  readonly retired_at: number | null
  readonly version: number
  readonly people: number
}

/** With how many people are in each itself, leavers not counted. */
export function teamsWithPeople(tx: Tx): Promise<TeamWithPeople[]> {
  return tx.query(
    `SELECT t.id, t.name, t.parent, t.retired_at, t.version,
       (SELECT count(*)::int FROM person p WHERE p.tenant_id = t.tenant_id AND p.team = t.id AND p.left_at IS NULL) AS people
     FROM team t ORDER BY t.name, t.id`,
  )
}

/** Whoever moves teams waits for the other: two moves at once could make a ring that neither of them sees. */
export async function holdTeams(tx: Tx): Promise<void> {
  await tx.query('SELECT id FROM team ORDER BY id FOR UPDATE')
}

/** False: there is one of that id. */
export async function addTeamRow(
  tx: Tx,
  { id, name, parent }: { readonly id: string; readonly name: string; readonly parent: string | null },
): Promise<boolean> {
  const added = await tx.query(
    'INSERT INTO team (tenant_id, id, name, parent) VALUES ($1, $2, $3, $4) ON CONFLICT (tenant_id, id) DO NOTHING RETURNING id',
    [tx.tenant, id, name, parent],
  )
  return added.length > 0
}

export type TeamChange = {
  readonly id: string
  readonly version: number
  readonly name?: string | undefined
  readonly parent?: string | null | undefined
  readonly retired?: boolean | undefined
  readonly now: number
}

export function changeTeamRow(tx: Tx, { id, version, name, parent, retired, now }: TeamChange): Promise<VersionedOutcome> {
  const derived = retired === undefined ? {} : { retired_at: retired ? now : null }
  return changeVersioned(tx, { table: 'team', id, version, columns: { name: 'name', parent: 'parent' }, change: { name, parent }, derived })
}

/** Somebody or something would be left without a team. */
export async function isOccupied(tx: Tx, team: string): Promise<boolean> {
  const [row] = await tx.query<{ occupied: boolean }>(
    `SELECT EXISTS (SELECT FROM person WHERE team = $1 AND left_at IS NULL) OR EXISTS (SELECT FROM team WHERE parent = $1 AND retired_at IS NULL)
       OR EXISTS (SELECT FROM ticket WHERE team = $1 AND closed_at IS NULL) AS occupied`,
    [team],
  )
  return row?.occupied ?? false
}

/** Nobody is put into a retired team. */
export async function isTeamInUse(tx: Tx, team: string): Promise<boolean> {
  return (await tx.query('SELECT id FROM team WHERE id = $1 AND retired_at IS NULL', [team])).length > 0
}
