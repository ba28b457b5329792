import { z } from 'zod'
import { Cursor, Id, Instant, LineCount, Named, limit } from './base.ts'
import { ContractRow } from './contracts.ts'
import { Fact } from './facts.ts'
import { ExplainedObligation, ObligationState } from './obligations.ts'

export const BoardQuery = z.strictObject({ year: z.coerce.number().int().min(2000).max(2199).optional() })
export type BoardQuery = z.infer<typeof BoardQuery>

/** A year of a contract, or a month of it, in the contract's zone; without a year the one that is now. */
export const PeriodQuery = z.strictObject({
  year: z.coerce.number().int().min(2000).max(2199).optional(),
  month: z.coerce.number().int().min(1).max(12).optional(),
})
export type PeriodQuery = z.infer<typeof PeriodQuery>

/** A year of a board that was made into a file: so many lines of it. */
export const TakeBoard = z.strictObject({ year: z.int().min(2000).max(2199), count: LineCount })
export type TakeBoard = z.infer<typeof TakeBoard>

/** One mark of the strip: an instance at the instant at which it was (or will be) judged; what is due at 24:00 stands in the day that ends with it. */
export const BoardMark = z.object({
  id: z.string(),
  at: Instant,
  state: ObligationState,
  /** somebody objects to it, and that is not settled */
  disputed: z.boolean().optional(),
})
export type BoardMark = z.infer<typeof BoardMark>

/** What a level came to from … until; `broken`: its bound was not kept. */
export const BoardReading = z.object({ from: Instant, until: Instant, value: z.number(), broken: z.boolean() })
export type BoardReading = z.infer<typeof BoardReading>

/** 水平 in the year: of several owners (devices, models) the one that stands nearest to its bound. Numbers as measured, `words` as they are read. */
export const BoardLevel = z.object({
  readings: z.array(BoardReading),
  owners: z.int(),
  /** too much to follow step by step: the line has one step a verdict */
  coarse: z.boolean().optional(),
  /** the last reading, in words */
  value: z.string().optional(),
  bound: z.object({ kind: z.enum(['at-least', 'at-most', 'target']), value: z.number(), words: z.string() }).optional(),
})
export type BoardLevel = z.infer<typeof BoardLevel>

/** Covers with the same dates, taken together: half-open; `plainEnd`: where it would have ended without what extended it. */
export const BoardCover = z.object({ from: Instant, until: Instant.optional(), plainEnd: Instant.optional(), count: z.int() })
export type BoardCover = z.infer<typeof BoardCover>

/** 质保 of a clause. `counts`: devices (or the contract itself, `per`) by how their cover stands. */
export const BoardCovers = z.object({
  per: z.string(),
  bars: z.array(BoardCover),
  counts: z.object({ waiting: z.int(), 'to-come': z.int(), 'in-force': z.int(), ended: z.int() }),
  nextEnd: Instant.optional(),
})
export type BoardCovers = z.infer<typeof BoardCovers>

/** What was done in the period: how long it took on the clock of its clause, and how far ahead of the limit (below nothing: behind); milliseconds. */
export const BoardAverage = z.object({ count: z.int(), usedMs: z.int(), aheadMs: z.int().optional() })
export type BoardAverage = z.infer<typeof BoardAverage>

export const BoardClause = z.object({
  promise: z.string(),
  title: z.string(),
  form: z.string(),
  text: z.string().optional(),
  source: z.array(z.string()),
  owedBy: z.enum(['vendor', 'customer']),
  /** an amendment left it out: what stands here was owed as agreed before */
  earlier: z.boolean(),
  counts: z.object({
    kept: z.int(),
    broken: z.int(),
    open: z.int(),
    paused: z.int(),
    excused: z.int(),
    cancelled: z.int(),
    disputed: z.int(),
  }),
  /** kept ÷ (kept + broken), 0…1; undefined while nothing was judged. Always shown with its count. */
  rate: z.number().optional(),
  judged: z.int(),
  nextDueAt: Instant.optional(),
  marks: z.array(BoardMark),
  level: BoardLevel.optional(),
  /** none for a contract with very many devices: they are asked for page by page */
  covers: BoardCovers.optional(),
  /** true when no number was promised: measured, never broken */
  unstated: z.boolean(),
  /** of a rule: how often it acted in the year, and when last; undefined: it acts without anything being given, owed or told */
  fired: z.object({ times: z.int(), last: Instant.optional() }).optional(),
  /** of a gate: how often it stopped somebody who was about to pass it without all that it asks for, and when last */
  stopped: z.object({ times: z.int(), last: Instant.optional() }).optional(),
  /** of a deadline of which something was done */
  average: BoardAverage.optional(),
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
    /** judged, and objected to: apart from the rate until it is settled */
    disputed: z.int(),
    judged: z.int(),
    rate: z.number().optional(),
    dueWithin30d: z.int(),
    nextDueAt: Instant.optional(),
  }),
  /** average reply, arrival and repair, each over all clauses that end with it */
  averages: z.array(z.object({ of: z.enum(['reply', 'arrival', 'repair']), usedMs: z.int(), count: z.int() })),
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

/** 升级与告知: whom the plan had told of an instance, in which role, when it reached each, and when they acknowledged it. */
export const BoardTold = z.object({
  id: z.string(),
  kind: z.enum(['escalate', 'notify', 'entrust']),
  /** as the plan or the firm calls it */
  role: z.string(),
  at: Instant,
  /** what it was about was put right afterwards, and it was taken back */
  withdrawnAt: Instant.optional(),
  to: z.array(z.object({ name: z.string(), at: Instant, acknowledgedAt: Instant.optional() })),
})
export type BoardTold = z.infer<typeof BoardTold>

/** An attempt that a gate stopped: who was about to do what (`words`), and what was missing. Nothing of it was recorded. */
export const StoppedAtGate = z.object({
  id: z.string(),
  at: Instant,
  /** for the vendor's own people */
  by: Named.optional(),
  words: z.string(),
  missing: z.array(z.string()),
  /** of what, as people call it */
  of: z.string(),
  ticket: z.object({ id: Id, number: z.string(), title: z.string() }).optional(),
})
export type StoppedAtGate = z.infer<typeof StoppedAtGate>

/** Instances of one clause, each with the facts that are its evidence and, for the vendor's own people, whom it was told to. */
export const BoardPromise = z.object({
  clause: BoardClause,
  instances: z.array(ExplainedObligation.extend({ facts: z.array(Fact), told: z.array(BoardTold) })),
  /** of a gate, the newest first */
  stopped: z.array(StoppedAtGate),
  next: Cursor.optional(),
})
export type BoardPromise = z.infer<typeof BoardPromise>
