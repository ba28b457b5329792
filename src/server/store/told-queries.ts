import type { Tx } from '../database/pool.ts'

export type ToldRow = {
  key: string
  subject: string
  promise: string
  episode: number
  kind: 'escalate' | 'notify' | 'entrust'
  to: string
  at: number
  withdrawn_at: number | null
  reached: { name: string; at: number; acknowledged: number | null }[]
}

/**
 * What the plan had told about the instances of these clauses, the oldest first: people of the house by their inbox, a customer's contacts by the message that
 * left for them. What was not delivered to anybody yet has reached nobody.
 */
export function toldAbout(
  tx: Tx,
  { subjects, promises }: { readonly subjects: readonly string[]; readonly promises: readonly string[] },
): Promise<ToldRow[]> {
  return tx.query<ToldRow>(
    `SELECT e.key, e.subject, e.promise, e.episode, e.kind, e."to", e.at,
       (SELECT min(w.at) FROM effect w WHERE w.tenant_id = e.tenant_id AND w.of = e.key AND w.kind = 'withdraw') AS withdrawn_at,
       (SELECT coalesce(jsonb_agg(jsonb_build_object('name', r.name, 'at', r.at, 'acknowledged', r.acknowledged) ORDER BY r.at, r.name), '[]') FROM (
          SELECT p.name, i.delivered_at AS at, i.acknowledged_at AS acknowledged
          FROM inbox i JOIN person p ON p.tenant_id = i.tenant_id AND p.id = i.person WHERE i.tenant_id = e.tenant_id AND i.effect = e.key
          UNION ALL
          SELECT m.recipient, m.changed_at, NULL FROM message m
          WHERE m.tenant_id = e.tenant_id AND m.effect = e.key AND m.contact IS NOT NULL AND m.state IN ('accepted', 'read')) r) AS reached
     FROM effect e WHERE e.subject = ANY($1) AND e.promise = ANY($2) AND e.kind IN ('escalate', 'notify', 'entrust') AND e.of IS NULL
     ORDER BY e.at, e.key`,
    [subjects, promises],
  )
}
