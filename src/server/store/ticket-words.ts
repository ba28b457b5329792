import type { Tx } from '../database/pool.ts'
import { Sql, likePattern } from './rows.ts'

/** What was typed, word by word: each of them is to be found, in whatever order. */
export const wordsIn = (typed: string): readonly string[] => typed.toLowerCase().split(/\s+/).filter(Boolean)

/** On a row of one of the views of words: its words are exactly these. Two letters that stand side by side need not be the word. */
export function hasWords(sql: Sql, row: string, typed: string): string {
  return wordsIn(typed)
    .map((word) => `${row}.words LIKE ${sql.value(likePattern(word))}`)
    .join(' AND ')
}

/** The same, by the index first. */
export function findsWords(sql: Sql, row: string, typed: string): string {
  const grams = wordsIn(typed).map((word) => `bigrams(${sql.value(word)})`)
  return `${row}.grams @> (${grams.join(' || ')}) AND ${hasWords(sql, row, typed)}`
}

const SINGLE = /^\P{ASCII}$/u

/** The same of `ticket_words`: its index knows the tenant too, and words of one letter that is no Latin one. */
export function findsTicketWords(sql: Sql, row: string, { tenant, typed }: { readonly tenant: string; readonly typed: string }): string {
  const singles = wordsIn(typed).filter((word) => SINGLE.test(word))
  return `${findsWords(sql, row, typed)} AND ${row}.grams @> ${sql.value([`@${tenant}`, ...singles])}::text[]`
}

/** More than so many of a kind are not named one by one: whoever walks the list in its order comes upon them soon. */
const MOST_NAMED = 2_000

type Named = { readonly tickets: string[]; readonly customers: string[]; readonly assets: string[] }

/** Which tickets, customers and devices have these words. */
async function named(tx: Tx, typed: string): Promise<Named> {
  const sql = new Sql()
  const most = sql.value(MOST_NAMED + 1)
  const [row] = await tx.query<Named>(
    `SELECT ARRAY(SELECT w.id FROM ticket_words w WHERE ${findsTicketWords(sql, 'w', { tenant: tx.tenant, typed })} LIMIT ${most}) AS tickets,
       ARRAY(SELECT w.id FROM customer_words w WHERE ${findsWords(sql, 'w', typed)}) AS customers,
       ARRAY(SELECT w.id FROM asset_words w WHERE ${findsWords(sql, 'w', typed)}) AS assets`,
    sql.values,
  )
  return row!
}

/** The tickets of the list that these words narrow it to, as a condition on `t`: by their own words, their customer's or their device's. */
export async function ticketsNamed(tx: Tx, sql: Sql, typed: string): Promise<string> {
  const { tickets, customers, assets } = await named(tx, typed)
  const among = (column: string, ids: readonly string[]) => (ids.length === 0 ? [] : [`${column} = ANY(${sql.value(ids)})`])
  const words = `lower(t.number || ' ' || t.title || ' ' || coalesce(t.initials, ''))`
  const own =
    tickets.length <= MOST_NAMED
      ? among('t.id', tickets)
      : [
          `(${wordsIn(typed)
            .map((word) => `${words} LIKE ${sql.value(likePattern(word))}`)
            .join(' AND ')})`,
        ]
  const ways = [...own, ...among('t.customer', customers), ...among('t.asset', assets)]
  return ways.length === 0 ? 'false' : `(${ways.join(' OR ')})`
}
