import type { OptionalKind } from '../../core/message/kinds.ts'
import type { Effect } from '../../core/promise/types.ts'
import type { Instant } from '../../core/time/instant.ts'
import type { Locale } from '../../core/words.ts'
import type { Tx } from '../database/pool.ts'

/** An effect with what its messages speak of. */
export type DeliveryRow = {
  key: string
  kind: Effect['kind']
  to: string
  params: NonNullable<Effect['params']> | null
  subject: string
  promise: string
  episode: number
  at: Instant
  of: string | null
  delivered_at: Instant | null
  /** whether what it takes back has been delivered; null: it takes nothing back */
  of_delivered: boolean | null
  bound_hash: string | null
  ticket: string | null
  ticket_number: string | null
  ticket_title: string | null
  contract: string | null
  contract_number: string | null
  contract_title: string | null
  owner_name: string | null
  customer_name: string | null
  firm: string
  timezone: string
  locale: Locale
}

export async function readDelivery(tx: Tx, key: string): Promise<DeliveryRow | undefined> {
  const [row] = await tx.query<DeliveryRow>({
    name: 'read-delivery',
    text: `SELECT e.key, e.kind, e."to", e.params, e.subject, e.promise, e.episode, e.at, e.of, e.delivered_at, o.delivered_at IS NOT NULL AS of_delivered, r.bound_hash,
        t.id AS ticket, t.number AS ticket_number, t.title AS ticket_title, k.id AS contract, k.number AS contract_number, k.title AS contract_title,
        coalesce(a.name, s.name, CASE WHEN e.subject = 'contract/' || k.id THEN k.title END) AS owner_name, c.name AS customer_name, n.name AS firm, n.timezone, n.locale
      FROM effect e JOIN tenant n ON n.tenant_id = e.tenant_id
        LEFT JOIN effect o ON o.tenant_id = e.tenant_id AND o.key = e.of
        LEFT JOIN record_state r ON r.tenant_id = e.tenant_id AND r.subject = e.subject
        LEFT JOIN ticket t ON t.tenant_id = e.tenant_id AND t.id = coalesce(r.ticket, CASE WHEN e.subject LIKE 'ticket/%' THEN substr(e.subject, 8) END)
        LEFT JOIN contract k ON k.tenant_id = e.tenant_id AND k.id = r.contract
        LEFT JOIN customer c ON c.tenant_id = e.tenant_id AND c.id = coalesce(t.customer, k.customer)
        LEFT JOIN site s ON s.tenant_id = e.tenant_id AND r.owner = 'site/' || s.id
        LEFT JOIN asset a ON a.tenant_id = e.tenant_id AND r.owner = 'asset/' || a.id
      WHERE e.tenant_id = $1 AND e.key = $2`,
    values: [tx.tenant, key],
  })
  return row
}

export type Recipient = {
  person: string
  name: string
  email: string | null
  locale: Locale | null
  mail_off: OptionalKind[]
  quiet_from: number
  quiet_until: number
  /** wants one mail a day of what can wait */
  digest: boolean
}

type Concerned = {
  readonly role: string
  readonly contract: string | null
  readonly of: string | null
  readonly named: boolean
  /** who is on duty for that role now: they, before all others who hold it */
  readonly onDuty?: readonly string[] | undefined
  /** who is not told, whatever they hold */
  readonly except?: readonly string[] | undefined
}

/** Up to this rank a recipient is there for the role itself; beyond, in its stead. */
const OWN_RANK = 3

/**
 * Whom an effect concerns: who is on duty for that role, else the contract's own people for it (of a task: its owner's); else, unless only who is `named` is told, all who hold the role;
 * else, since an escalation must not vanish, the service managers, else the administrators. A withdrawal goes to whoever got what it takes back.
 */
export function recipientsOf(tx: Tx, { role, contract, of, named, onDuty = [], except = [] }: Concerned) {
  return tx.query<Recipient & { readonly own: boolean }>({
    name: 'delivery-recipients',
    text: `WITH candidate AS (
        SELECT 0 AS rank, i.person FROM inbox i WHERE i.tenant_id = $1 AND i.effect = $4
        UNION ALL
        SELECT 1, person FROM unnest($6::text[]) AS person
        UNION ALL
        SELECT 2, c.person FROM contract_person c JOIN person p ON p.tenant_id = $1 AND p.id = c.person AND p.left_at IS NULL
          WHERE c.tenant_id = $1 AND c.contract = $3 AND c.role = $2
        UNION ALL
        SELECT CASE WHEN h.role = $2 THEN 3 WHEN h.role = 'service-manager' THEN 4 ELSE 5 END, h.person
        FROM person_role h JOIN person p ON p.tenant_id = $1 AND p.id = h.person AND p.left_at IS NULL AND p.customer IS NULL
          WHERE NOT $5 AND h.tenant_id = $1 AND h.role IN ($2, 'service-manager', 'administrator')
      ), chosen AS (
        SELECT rank, person FROM candidate WHERE person <> ALL($7)
      ), recipient AS (
        SELECT DISTINCT rank, person FROM chosen WHERE rank = (SELECT min(rank) FROM chosen)
      )
      SELECT p.id AS person, p.name, p.email, coalesce(m.locale, p.locale) AS locale, coalesce(m.mail_off, '{}') AS mail_off, coalesce(m.quiet_from, 0) AS quiet_from,
        coalesce(m.quiet_until, 0) AS quiet_until, m.digest_at IS NOT NULL AS digest, r.rank <= $8 AS own
      FROM recipient r JOIN person p ON p.tenant_id = $1 AND p.id = r.person LEFT JOIN message_setting m ON m.tenant_id = $1 AND m.person = p.id
      ORDER BY p.id`,
    values: [tx.tenant, role, contract, of, named, onDuty, except, OWN_RANK],
  })
}

export type ContactRow = { id: string; name: string; email: string; phone: string | null; locale: Locale }

export function contactsOf(tx: Tx, contract: string): Promise<ContactRow[]> {
  return tx.query(
    'SELECT id, name, email, phone, locale FROM contract_contact WHERE contract = $1 AND removed_at IS NULL ORDER BY created_at, id',
    [contract],
  )
}

/** Whoever marks it delivers it; a second one finds it done. */
export async function markDelivered(tx: Tx, key: string, now: Instant): Promise<boolean> {
  const rows = await tx.query('UPDATE effect SET delivered_at = $2 WHERE key = $1 AND delivered_at IS NULL RETURNING key', [key, now])
  return rows.length > 0
}

type Reached = { readonly people: readonly string[]; readonly now: Instant }

/** One line of an inbox a person and effect, however often it comes. */
export async function addToInbox(tx: Tx, effect: DeliveryRow, { people, now }: Reached): Promise<void> {
  await tx.query(
    `INSERT INTO inbox (tenant_id, id, person, effect, kind, subject, promise, episode, at, delivered_at)
     SELECT $1, md5($2 || '|' || p), p, $2, $3, $4, $5, $6, $7, $8 FROM unnest($9::text[]) p ON CONFLICT DO NOTHING`,
    [tx.tenant, effect.key, effect.kind, effect.subject, effect.promise, effect.episode, effect.at, now, people],
  )
}
