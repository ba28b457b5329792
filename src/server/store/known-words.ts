import type { KnownWords } from '../../core/service/known-words.ts'
import type { Tx } from '../database/pool.ts'

/** So many words of one field: what was said most lately. */
const MOST_WORDS = 100
/** So many records back. */
const MOST_RECORDS = 500
/** Fields whose words are the firm's own: they are offered again, and the same one told twice is the same. */
const FIELDS = ['part', 'problem', 'kind', 'cause', 'about'] as const

type Row = { field: string; word: string }

/** Models of the firm's devices, the customer's own first. */
function models(tx: Tx, customer: string): Promise<Row[]> {
  return tx.query<Row>(
    `SELECT 'model' AS field, model AS word FROM asset WHERE model IS NOT NULL AND length(model) <= 60
     GROUP BY model ORDER BY bool_or(customer = $1) DESC, max(changed_at) DESC, model LIMIT $2`,
    [customer, MOST_WORDS],
  )
}

/** What the records of a customer have called parts, problems and the like: the latest first. What was declared void was never said. */
function told(tx: Tx, customer: string): Promise<Row[]> {
  return tx.query<Row>(
    `SELECT field, word FROM (
       SELECT d.key AS field, d.value #>> '{}' AS word, max(r.changed_at) AS at
       FROM (SELECT state_json, changed_at FROM service_record WHERE customer = $1 AND noun = ANY($2) ORDER BY changed_at DESC LIMIT $3) r
       CROSS JOIN LATERAL jsonb_array_elements(r.state_json -> 'entries') e
       CROSS JOIN LATERAL jsonb_each(e -> 'data') d
       WHERE NOT e ? 'voided' AND jsonb_typeof(d.value) = 'string' AND (d.key = ANY($4) AND (d.key <> 'kind' OR r.state_json ->> 'noun' = 'part'))
       GROUP BY 1, 2) said
     ORDER BY at DESC, field, word LIMIT $5`,
    [customer, ['work', 'part', 'stock', 'loan', 'complaint'], MOST_RECORDS, FIELDS, MOST_WORDS * FIELDS.length],
  )
}

/** What a firm knows of the words that service records ask for, beside what a plan declares: field → words. */
export async function knownWords(tx: Tx, customer: string): Promise<KnownWords> {
  const rows = [...(await models(tx, customer)), ...(await told(tx, customer))]
  const fields = Map.groupBy(rows, ({ field }) => field)
  return Object.fromEntries(
    [...fields].map(([field, words]) => [field, words.slice(0, MOST_WORDS).map(({ word }) => ({ id: word, names: [] }))]),
  )
}
