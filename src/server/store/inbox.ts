import type { Instant } from '../../core/time/instant.ts'
import type { Tx } from '../database/pool.ts'

/**
 * Whom an effect concerns: the contract's own people for that role (of a task: its owner's); else all who hold the role; else, since an escalation must not vanish, the
 * service managers, else the administrators. A withdrawal goes to whoever got what it takes back. One row per person and effect, however often
 * this runs; answers the people who got a row now.
 */
const DELIVER = `
  WITH it AS (
    SELECT e.*, coalesce(e.params ->> 'owner', e."to") AS role, r.contract FROM effect e LEFT JOIN record_state r ON r.tenant_id = e.tenant_id AND r.subject = e.subject
    WHERE e.tenant_id = $1 AND e.key = $2
  ), candidate AS (
    SELECT 0 AS rank, i.person FROM it JOIN inbox i ON i.tenant_id = $1 AND i.effect = it.of
    UNION ALL
    SELECT 1, c.person FROM it JOIN contract_person c ON c.tenant_id = $1 AND c.contract = it.contract AND c.role = it.role
      JOIN person p ON p.tenant_id = $1 AND p.id = c.person AND p.left_at IS NULL
    UNION ALL
    SELECT CASE WHEN h.role = it.role THEN 2 WHEN h.role = 'service-manager' THEN 3 ELSE 4 END, h.person
    FROM it JOIN person_role h ON h.tenant_id = $1 AND h.role IN (it.role, 'service-manager', 'administrator')
      JOIN person p ON p.tenant_id = $1 AND p.id = h.person AND p.left_at IS NULL AND p.customer IS NULL
  ), recipient AS (
    SELECT DISTINCT person FROM candidate WHERE rank = (SELECT min(rank) FROM candidate)
  ), delivered AS (
    INSERT INTO inbox (tenant_id, id, person, effect, kind, subject, promise, episode, at, delivered_at)
    SELECT $1, md5(it.key || '|' || r.person), r.person, it.key, it.kind, it.subject, it.promise, it.episode, it.at, $3 FROM it, recipient r
    ON CONFLICT DO NOTHING RETURNING person
  ), marked AS (
    UPDATE effect e SET delivered_at = $3 FROM it WHERE e.tenant_id = $1 AND e.key = it.key AND e.delivered_at IS NULL RETURNING 1
  )
  SELECT person FROM delivered`

export async function deliverEffect(tx: Tx, effect: string, now: Instant): Promise<string[]> {
  const rows = await tx.query<{ person: string }>({ name: 'deliver-effect', text: DELIVER, values: [tx.tenant, effect, now] })
  return rows.map((row) => row.person)
}
