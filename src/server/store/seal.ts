import { canonicalJson } from '../../core/canonical.ts'
import type { Frontier } from '../../core/seal/tree.ts'
import type { Transaction, Tx } from '../database/pool.ts'

/** A ledger row as the seal reads it: everything that a fact says, the salted hashes of its texts included. */
export type SealedRow = {
  readonly seq: number
  readonly xid: string
  readonly id: string
  readonly subject: string
  readonly also: readonly string[]
  readonly type: string
  readonly occurred_at: number
  readonly recorded_at: number
  readonly source: string
  readonly by_person: string | null
  readonly data: unknown
  readonly texts: unknown
  readonly salt: string
}

export type HeadRow = {
  readonly size: number
  readonly root: string
  readonly previous: string | null
  readonly at: number
  readonly payload: string
  readonly signature: string
  readonly key_id: string
  readonly frontier: Frontier
  readonly last_xid: string
  readonly last_seq: number
}

export type LeafRow = { readonly n: number; readonly seq: number; readonly fact: string; readonly leaf: string }

const FACT_COLUMNS = 'seq, xid::text AS xid, id, subject, also, type, occurred_at, recorded_at, source, by_person, data, texts, salt'

/** The text under a leaf: the fact as one canonical JSON, without the salt that hides it. */
export function sealedText({ seq, id, subject, also, type, occurred_at, recorded_at, source, by_person, data, texts }: SealedRow): string {
  return canonicalJson({
    seq,
    id,
    subject,
    also,
    type,
    occurredAt: occurred_at,
    recordedAt: recorded_at,
    source,
    by: by_person ?? undefined,
    data,
    texts,
  })
}

export async function lastHead(tx: Tx): Promise<HeadRow | undefined> {
  const rows = await tx.query<HeadRow>(
    `SELECT size, root, previous, at, payload, signature, key_id, frontier, last_xid::text AS last_xid, last_seq FROM seal_head ORDER BY size DESC LIMIT 1`,
  )
  return rows[0]
}

export function allHeads(tx: Tx): Promise<HeadRow[]> {
  return tx.query<HeadRow>(
    `SELECT size, root, previous, at, payload, signature, key_id, frontier, last_xid::text AS last_xid, last_seq FROM seal_head ORDER BY size`,
  )
}

/**
 * Facts that can be sealed next: those of transactions below the oldest one that still runs, anywhere on the server. Only below it is the
 * order (xid, seq) fixed: no fact can appear there any more. The order is that of the numbers: a bare `xid` here would be the text that is selected, in
 * which 1000 comes before 999. A fact that has its leaf is passed over, so that sealing never stands still over one.
 */
export function factsToSeal(tx: Tx, after: { readonly xid: string; readonly seq: number }, atMost: number): Promise<SealedRow[]> {
  return tx.query<SealedRow>(
    `SELECT ${FACT_COLUMNS} FROM fact
     WHERE (fact.xid, fact.seq) > ($1::xid8, $2::bigint) AND fact.xid < pg_snapshot_xmin(pg_current_snapshot())
       AND NOT EXISTS (SELECT FROM seal_leaf l WHERE l.tenant_id = fact.tenant_id AND l.seq = fact.seq)
     ORDER BY fact.xid, fact.seq LIMIT $3`,
    [after.xid, after.seq, atMost],
  )
}

/** All facts, and those beyond the last head that no leaf stands for. */
export async function countFacts(
  tx: Tx,
  after: { readonly xid: string; readonly seq: number },
): Promise<{ readonly facts: number; readonly unsealed: number }> {
  const [row] = await tx.query<{ facts: number; unsealed: number }>(
    `SELECT count(*) AS facts, count(*) FILTER (WHERE l.seq IS NULL AND (f.xid, f.seq) > ($1::xid8, $2::bigint)) AS unsealed
     FROM fact f LEFT JOIN seal_leaf l ON l.tenant_id = f.tenant_id AND l.seq = f.seq`,
    [after.xid, after.seq],
  )
  return row ?? { facts: 0, unsealed: 0 }
}

/** False where another process sealed this size first; then nothing was written. */
export async function writeHead(tx: Transaction, head: HeadRow, leaves: readonly LeafRow[]): Promise<boolean> {
  const written = await tx.query(
    `INSERT INTO seal_head (tenant_id, size, root, previous, at, payload, signature, key_id, frontier, last_xid, last_seq)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::xid8, $11) ON CONFLICT DO NOTHING RETURNING size`,
    [
      tx.tenant,
      head.size,
      head.root,
      head.previous,
      head.at,
      head.payload,
      head.signature,
      head.key_id,
      JSON.stringify(head.frontier),
      head.last_xid,
      head.last_seq,
    ],
  )
  if (written.length === 0) return false
  await tx.query(
    `INSERT INTO seal_leaf (tenant_id, n, seq, fact, leaf)
     SELECT $1, n, seq, fact, leaf FROM jsonb_to_recordset($2::jsonb) AS one(n bigint, seq bigint, fact text, leaf text)`,
    [tx.tenant, JSON.stringify(leaves)],
  )
  return true
}

/** A text beside a fact as it stands; an erased one has lost text and salt, by right. */
export type StandingText = { readonly field: string; readonly text: string | null; readonly salt: string; readonly erased: boolean }

export type StandingLeaf = LeafRow & { readonly row: SealedRow | null; readonly beside: readonly StandingText[] }

const STANDING_LEAF = `l.n, l.seq, l.fact, l.leaf, CASE WHEN f.seq IS NULL THEN NULL ELSE jsonb_build_object('seq', f.seq, 'xid', f.xid::text, 'id', f.id, 'subject', f.subject,
       'also', f.also, 'type', f.type, 'occurred_at', f.occurred_at, 'recorded_at', f.recorded_at, 'source', f.source, 'by_person', f.by_person,
       'data', f.data, 'texts', f.texts, 'salt', f.salt) END AS row,
       (SELECT coalesce(jsonb_agg(jsonb_build_object('field', x.field, 'text', x.text, 'salt', x.salt, 'erased', x.erased_at IS NOT NULL)), '[]')
        FROM fact_text x WHERE x.tenant_id = l.tenant_id AND x.fact = l.fact) AS beside`

/** Leaves with their facts and texts as they stand today, in the tree's order; a fact that is gone has none. */
export function leavesFrom(tx: Tx, from: number, atMost: number): Promise<StandingLeaf[]> {
  return tx.query(
    `SELECT ${STANDING_LEAF} FROM seal_leaf l LEFT JOIN fact f ON f.tenant_id = l.tenant_id AND f.seq = l.seq
     WHERE l.n >= $1 ORDER BY l.n LIMIT $2`,
    [from, atMost],
  )
}

/** The leaves of some facts; what is not sealed yet has none. */
export function leavesOfFacts(tx: Tx, facts: readonly string[]): Promise<StandingLeaf[]> {
  return tx.query(
    `SELECT ${STANDING_LEAF} FROM fact f JOIN seal_leaf l ON l.tenant_id = f.tenant_id AND l.seq = f.seq WHERE f.id = ANY($1) ORDER BY l.n`,
    [facts],
  )
}

/** The first head that covers each of these places in the tree, each head once. */
export function headsOver(tx: Tx, places: readonly number[]): Promise<HeadRow[]> {
  return tx.query<HeadRow>(
    `SELECT DISTINCT h.size, h.root, h.previous, h.at, h.payload, h.signature, h.key_id, h.frontier, h.last_xid::text AS last_xid, h.last_seq
     FROM unnest($1::bigint[]) place CROSS JOIN LATERAL
       (SELECT * FROM seal_head s WHERE s.tenant_id = $2 AND s.size > place ORDER BY s.size LIMIT 1) h ORDER BY h.size`,
    [places, tx.tenant],
  )
}

/** The head before one of this size. */
export async function headBefore(tx: Tx, size: number): Promise<HeadRow | undefined> {
  const rows = await tx.query<HeadRow>(
    `SELECT size, root, previous, at, payload, signature, key_id, frontier, last_xid::text AS last_xid, last_seq FROM seal_head WHERE size < $1 ORDER BY size DESC LIMIT 1`,
    [size],
  )
  return rows[0]
}

/** Leaves by their places: from … until, the last not included. */
export async function leavesBetween(tx: Tx, from: number, until: number): Promise<string[]> {
  const rows = await tx.query<{ leaf: string }>('SELECT leaf FROM seal_leaf WHERE n >= $1 AND n < $2 ORDER BY n', [from, until])
  return rows.map(({ leaf }) => leaf)
}

/** Facts inside the sealed range that no leaf stands for: slipped in afterwards. */
export async function strayFacts(
  tx: Tx,
  last: { readonly xid: string; readonly seq: number },
): Promise<readonly { readonly seq: number; readonly id: string }[]> {
  return tx.query(
    `SELECT f.seq, f.id FROM fact f LEFT JOIN seal_leaf l ON l.tenant_id = f.tenant_id AND l.seq = f.seq
     WHERE l.seq IS NULL AND (f.xid, f.seq) <= ($1::xid8, $2::bigint) ORDER BY f.seq LIMIT 100`,
    [last.xid, last.seq],
  )
}
