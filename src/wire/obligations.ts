import { z } from 'zod'
import { MOST_FEN } from '../core/plan/prices.ts'
import { Cursor, Id, Instant, Named, SubjectRef, limit, pageOf, prose } from './base.ts'
import { RunningDispute } from './disputes.ts'

export const ObligationState = z.enum(['open', 'paused', 'kept', 'broken', 'excused', 'cancelled'])
export type ObligationState = z.infer<typeof ObligationState>

/** One clock as a badge needs it. */
export const Clock = z.object({
  /** the obligation's id in the API */
  id: z.string(),
  promise: z.string(),
  /** short name of the clause: 答复, 到场 */
  title: z.string(),
  episode: z.int(),
  state: ObligationState,
  openedAt: Instant,
  dueAt: Instant.optional(),
  targetAt: Instant.optional(),
  keptAt: Instant.optional(),
  brokenAt: Instant.optional(),
  fulfilledAt: Instant.optional(),
  endedAt: Instant.optional(),
  provisional: z.boolean(),
  pausedMs: z.int(),
  /** name of the reason that pauses or excuses it */
  reason: z.string().optional(),
  pausedSince: Instant.optional(),
  /** record forms that a rule requires and that are still to be filled in, by their names */
  missing: z.array(z.string()).optional(),
  owedBy: z.enum(['vendor', 'customer']),
  /** a waiver or excuse of it waits for a second person; until then nothing is changed */
  release: z.object({ id: Id, kind: z.enum(['waive', 'excuse']) }).optional(),
  /** somebody objects to it and that is not settled; the verdict stands until something is put right */
  dispute: RunningDispute.optional(),
})
export type Clock = z.infer<typeof Clock>

/** A clause of the plan that has not opened for this ticket (yet). */
export const WaitingClock = z.object({
  promise: z.string(),
  title: z.string(),
  text: z.string().optional(),
  /** opens after `of` happened: 等待到场; `not-triggered`: its condition has not come: 未触发 */
  state: z.enum(['waiting', 'not-triggered']),
  /** what it waits for, in words of the user's language */
  waitsFor: z.string(),
})
export type WaitingClock = z.infer<typeof WaitingClock>

const Duration = z.object({ value: z.number(), unit: z.enum(['min', 'h', 'd', 'w', 'mo', 'y', 'wd']) })

export const Why = z.object({
  plan: z.string(),
  planHash: z.string(),
  text: z.string().optional(),
  source: z.array(z.string()),
  reading: z.string().optional(),
  anchor: z.object({ event: z.string(), at: Instant, fact: z.string().optional() }),
  dimensions: z.record(z.string(), z.object({ value: z.string().optional(), by: z.string() })),
  within: z.object({ travel: z.boolean(), duration: Duration, travelMs: z.number().optional() }).optional(),
  target: z.object({ duration: Duration, at: Instant }).optional(),
  calendar: z.object({ id: z.string(), zone: z.string(), hash: z.string(), tzdata: z.string(), always: z.boolean() }),
  pauses: z.array(
    z.object({
      reason: z.string(),
      from: Instant,
      until: Instant.optional(),
      ms: z.number(),
      fact: z.string(),
      endedBy: z.enum(['resumed', 'limit', 'closed']).optional(),
    }),
  ),
  plainDueAt: Instant.optional(),
  withinMs: z.number().optional(),
  usedMs: z.number(),
  leftMs: z.number().optional(),
  /** what a form beside the deadline says of an instance: what a gate lacked */
  detail: z.json().optional(),
  provisional: z.enum(['grade-unknown', 'calendar-unknown']).optional(),
  notes: z.array(
    z.object({
      kind: z.string(),
      at: Instant,
      fact: z.string().optional(),
      params: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
  ),
})
export type Why = z.infer<typeof Why>

/** One line of the record: what was believed from `at` on. */
export const Belief = z.object({
  at: Instant,
  state: z.enum([...ObligationState.options, 'withdrawn']),
  dueAt: Instant.optional(),
  keptAt: Instant.optional(),
  brokenAt: Instant.optional(),
  fulfilledAt: Instant.optional(),
  provisional: z.boolean(),
})
export type Belief = z.infer<typeof Belief>

export const Obligation = Clock.extend({
  subject: SubjectRef,
  ticket: z.object({ id: Id, number: z.string(), title: z.string() }).optional(),
  contract: z.object({ id: Id, number: z.string() }).optional(),
  text: z.string().optional(),
  evidence: z.array(z.string()),
})
export type Obligation = z.infer<typeof Obligation>

/** With its why as data and as sentences of the user's language; used + left = within, to the millisecond. */
export const ExplainedObligation = Obligation.extend({
  /** who answers for it: the clause's role, and who that is: whom the contract names, else who is on duty, else whom the ticket is given to */
  owner: z.object({ role: z.string(), people: z.array(Named) }).optional(),
  why: Why,
  words: z.array(z.string()),
  /** what chose the row by which it counts, each by its name: grade, zone, cover */
  applies: z.array(z.string()),
  /** what the contract agreed where the plan left it open, and where that stands */
  terms: z.array(z.object({ value: z.string(), source: z.string() })),
  beliefs: z.array(Belief),
  /** the reasons for which its clause lets it be excused */
  excuses: z.array(z.object({ id: z.string(), name: z.string() })),
})
export type ExplainedObligation = z.infer<typeof ExplainedObligation>

export const ObligationQuery = z.strictObject({
  state: ObligationState.optional(),
  promise: z.string().max(80).optional(),
  contract: Id.optional(),
  customer: Id.optional(),
  ticket: Id.optional(),
  subject: SubjectRef.optional(),
  dueFrom: z.coerce.number().pipe(Instant).optional(),
  dueUntil: z.coerce.number().pipe(Instant).optional(),
  /** due within so many ms from the firm's now on */
  dueWithin: z.coerce
    .number()
    .int()
    .min(0)
    .max(366 * 86_400_000)
    .optional(),
  /** whose they are: of tickets, of contracts themselves, or `standing`: of a contract or what it covers, though nobody calls */
  owner: z.enum(['ticket', 'contract', 'standing']).optional(),
  /** broken and still not done, of what is not closed */
  unmet: z.literal('yes').optional(),
  /** record forms that are still to be filled in (欠缺) */
  missing: z.literal('yes').optional(),
  /** of one's own tickets, or of clauses that one answers for and that are still to be done */
  mine: z.literal('yes').optional(),
  /** with an objection that is not settled */
  disputed: z.enum(['yes', 'no']).optional(),
  cursor: Cursor.optional(),
  limit: limit(50),
})
export type ObligationQuery = z.infer<typeof ObligationQuery>

export const ObligationPage = pageOf(Obligation)
export type ObligationPage = z.infer<typeof ObligationPage>

/** `ticket.<id>.<promise>.<episode>`: the key of an instance, safe in a path. */
export const ObligationId = z.string().regex(/^[a-z]+\.[A-Za-z0-9_~-]{1,720}\.[a-z0-9-]{1,80}\.\d{1,6}$/)
export const ObligationParams = z.strictObject({ id: ObligationId })

/** What a rule or a ladder does. */
export const DONE_BY_RULES = [
  'escalate',
  'notify',
  'entitle',
  'demand',
  'open-task',
  'credit',
  'deduct',
  'require-form',
  'extend',
  'restart',
] as const

/** 后果: one thing that a rule of the plan has brought about, and whether that is settled. */
/** 补偿: the key of the consequence that it is. */
export const RemedyId = z.string().min(1).max(400)

/** What a consequence comes to in money. Without `fen` nobody can say yet, and `why` says what is missing. */
const RemedyMoney = z.object({
  fen: z.int().optional(),
  /** still to be given; below zero, taken back by the next bill */
  owedFen: z.int().optional(),
  settledFen: z.int(),
  why: z.string(),
  standing: z.string().optional(),
  /** it may be paid out now */
  payable: z.boolean(),
})
export type RemedyMoney = z.infer<typeof RemedyMoney>

/** That a remedy was paid out: how much, and what shows it. */
export const PayRemedy = z.strictObject({ remedy: RemedyId, fen: z.int().min(1).max(MOST_FEN), evidence: prose(500) })
export type PayRemedy = z.infer<typeof PayRemedy>

export const Consequence = z.object({
  /** the effect's own key: whose, rule, the how-many-th time, what */
  id: z.string(),
  subject: SubjectRef,
  promise: z.string(),
  title: z.string(),
  text: z.string().optional(),
  source: z.array(z.string()),
  episode: z.int(),
  kind: z.enum([...DONE_BY_RULES, 'count-as-not-done']),
  at: Instant,
  /** what came of it: 应给予：同型号新机 */
  words: z.string(),
  /** what had to happen for it */
  because: z.string(),
  /** for whom: the device that it was said of, else what its subject is called */
  of: z.string(),
  ticket: z.object({ id: Id, number: z.string(), title: z.string() }).optional(),
  contract: z.object({ id: Id, number: z.string() }).optional(),
  asset: Named.optional(),
  /** the record form that it requires */
  form: z.string().optional(),
  /** whose task it is, and whom the contract names for that */
  owner: z.object({ role: z.string(), people: z.array(Named) }).optional(),
  money: RemedyMoney.optional(),
  /** still to be seen to */
  open: z.boolean(),
  settled: z.object({ at: Instant, words: z.string(), by: Named.optional() }).optional(),
})
export type Consequence = z.infer<typeof Consequence>

/** What the rules brought about under one clause of a contract, or for one device; `todo`: of all of it the tasks that are not done. */
export const ConsequenceQuery = z.strictObject({
  todo: z.literal('yes').optional(),
  /** with `todo`: one's own, by the contract or by one's ticket */
  mine: z.literal('yes').optional(),
  contract: Id.optional(),
  promise: z
    .string()
    .regex(/^[a-z0-9-]{1,80}$/)
    .optional(),
  asset: Id.optional(),
  /** what somebody is given a right to (应给予) alone, or all but that */
  right: z.enum(['yes', 'no']).optional(),
  from: z.coerce.number().pipe(Instant).optional(),
  until: z.coerce.number().pipe(Instant).optional(),
  cursor: Cursor.optional(),
  limit: limit(50),
})
export type ConsequenceQuery = z.infer<typeof ConsequenceQuery>
export const ConsequencePage = pageOf(Consequence)
export type ConsequencePage = z.infer<typeof ConsequencePage>

/** 已办: the task by the id of its consequence, and what was done in a sentence. */
export const TaskDone = z.strictObject({ task: RemedyId, did: prose(500) })
export type TaskDone = z.infer<typeof TaskDone>
