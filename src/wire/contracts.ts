import { z } from 'zod'
import { Cursor, Id, Instant, Named, limit, pageOf } from './base.ts'
import { ExplainedObligation, ObligationState } from './obligations.ts'
import { Fact } from './facts.ts'

export const ContractRow = z.object({
  id: Id,
  number: z.string(),
  title: z.string(),
  customer: Named,
  plan: z.string(),
  planTitle: z.string(),
  signedOn: z.string().optional(),
  startsOn: z.string().optional(),
  endsOn: z.string().optional(),
  version: z.int(),
})
export type ContractRow = z.infer<typeof ContractRow>

export const ContractQuery = z.strictObject({
  q: z.string().trim().max(80).optional(),
  customer: Id.optional(),
  cursor: Cursor.optional(),
  limit: limit(50),
})
export type ContractQuery = z.infer<typeof ContractQuery>
export const ContractPage = pageOf(ContractRow)
export type ContractPage = z.infer<typeof ContractPage>

export const Term = z.object({ key: z.string(), value: z.json(), source: z.string() })

export const ContractDetail = ContractRow.extend({
  terms: z.array(Term),
  sites: z.array(Named),
  assets: z.array(z.object({ id: Id, name: z.string(), model: z.string().optional(), serial: z.string().optional(), site: Id.optional() })),
  people: z.array(z.object({ role: z.string(), roleName: z.string(), person: Named })),
  grades: z.array(z.object({ id: z.string(), name: z.string() })),
  zones: z.array(z.object({ id: z.string(), name: z.string() })),
  dimensions: z.array(z.object({ id: z.string(), values: z.array(z.string()), setBy: z.string(), value: z.string().optional() })),
  reasons: z.array(z.object({ id: z.string(), name: z.string(), evidence: z.boolean(), notice: z.boolean() })),
  planHash: z.string(),
})
export type ContractDetail = z.infer<typeof ContractDetail>

export const BoardQuery = z.strictObject({ year: z.coerce.number().int().min(2000).max(2199).optional() })
export type BoardQuery = z.infer<typeof BoardQuery>

/** One mark of the strip: an instance at the instant at which it was (or will be) judged. */
export const BoardMark = z.object({ id: z.string(), at: Instant, state: ObligationState })
export type BoardMark = z.infer<typeof BoardMark>

export const BoardClause = z.object({
  promise: z.string(),
  title: z.string(),
  form: z.string(),
  text: z.string().optional(),
  source: z.array(z.string()),
  owedBy: z.enum(['vendor', 'customer']),
  counts: z.object({ kept: z.int(), broken: z.int(), open: z.int(), paused: z.int(), excused: z.int(), cancelled: z.int() }),
  /** kept ÷ (kept + broken), 0…1; undefined while nothing was judged. Always shown with its count. */
  rate: z.number().optional(),
  judged: z.int(),
  nextDueAt: Instant.optional(),
  marks: z.array(BoardMark),
  /** true when no number was promised: measured, never broken */
  unstated: z.boolean(),
})
export type BoardClause = z.infer<typeof BoardClause>

export const Board = z.object({
  contract: ContractRow,
  year: z.int(),
  /** the year as the contract's zone sees it: [from, until) */
  from: Instant,
  until: Instant,
  zone: z.string(),
  assets: z.int(),
  sites: z.int(),
  totals: z.object({
    kept: z.int(),
    broken: z.int(),
    open: z.int(),
    paused: z.int(),
    excused: z.int(),
    judged: z.int(),
    rate: z.number().optional(),
    dueWithin30d: z.int(),
    nextDueAt: Instant.optional(),
  }),
  clauses: z.array(BoardClause),
  /** clauses of the signed text whose facts are not carried yet, stated plainly */
  later: z.array(z.object({ id: z.string(), text: z.string(), source: z.array(z.string()) })),
  asOf: Instant,
})
export type Board = z.infer<typeof Board>

export const BoardPromiseParams = z.strictObject({ id: Id, promise: z.string().regex(/^[a-z0-9-]{1,80}$/) })
export const BoardPromiseQuery = z.strictObject({
  year: z.coerce.number().int().min(2000).max(2199).optional(),
  cursor: Cursor.optional(),
  limit: limit(50),
})
export type BoardPromiseQuery = z.infer<typeof BoardPromiseQuery>

/** Instances of one clause, each with the facts that are its evidence. */
export const BoardPromise = z.object({
  clause: BoardClause,
  instances: z.array(ExplainedObligation.extend({ facts: z.array(Fact) })),
  next: Cursor.optional(),
})
export type BoardPromise = z.infer<typeof BoardPromise>
