import { z } from 'zod'
import { Cursor, GradeDefinition, Id, Instant, Named, SubjectRef, limit, line, pageOf, prose } from './base.ts'
import { RunningDispute } from './disputes.ts'
import { AttachedFile, Files } from './files.ts'
import { PlanRef } from './plans.ts'
import { ExplainedObligation, ObligationState } from './obligations.ts'
import { Fact } from './facts.ts'
import { GivenSignature, Signature, SignatureSide } from './signatures.ts'

/** `signed`: its first day is to come. `expired`: its last day has passed. `ended`: somebody ended it. */
export const ContractStanding = z.enum(['signed', 'in-force', 'expired', 'ended'])
export type ContractStanding = z.infer<typeof ContractStanding>

export const ContractMilestone = z.enum(['shipped', 'delivered', 'commissioned', 'accepted'])
export type ContractMilestone = z.infer<typeof ContractMilestone>

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
  /** as of today in the plan's zone */
  standing: ContractStanding,
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

/** `place`: what it fills, `words`: its value, both in the words of the plan. */
export const Term = z.object({ key: z.string(), value: z.json(), source: z.string(), place: z.string(), words: z.string() })
export type Term = z.infer<typeof Term>

export const ContractDetail = ContractRow.extend({
  terms: z.array(Term),
  /** what the plan leaves to the contract and nobody has agreed on yet, in words */
  open: z.array(z.string()),
  sites: z.array(Named),
  assets: z.array(z.object({ id: Id, name: z.string(), model: z.string().optional(), serial: z.string().optional(), site: Id.optional() })),
  people: z.array(z.object({ role: z.string(), roleName: z.string(), person: Named })),
  grades: z.array(GradeDefinition),
  zones: z.array(z.object({ id: z.string(), name: z.string() })),
  dimensions: z.array(z.object({ id: z.string(), values: z.array(z.string()), setBy: z.string(), value: z.string().optional() })),
  reasons: z.array(z.object({ id: z.string(), name: z.string(), evidence: z.boolean(), notice: z.boolean() })),
  planHash: z.string(),
  /** every version of what was agreed, the newest first */
  agreements: z.array(z.object({ from: Instant, plan: z.string(), terms: z.array(Term) })),
  milestones: z.array(
    z.object({
      milestone: ContractMilestone,
      fact: Id,
      at: Instant,
      assets: z.array(Named),
      by: Named.optional(),
      evidence: z.string().optional(),
      files: z.array(AttachedFile).optional(),
      /** entered long after it happened: it counts from when it was recorded until another person approves it */
      late: z.boolean(),
      approvedBy: Named.optional(),
      /** somebody objects to it and that is not settled */
      dispute: RunningDispute.optional(),
      /** every date that was put right, the oldest first; `late`: it counts once another person has approved it */
      corrections: z.array(
        z.object({
          fact: Id,
          from: Instant,
          to: Instant,
          by: Named.optional(),
          reason: z.string().optional(),
          late: z.boolean(),
          approvedBy: Named.optional(),
        }),
      ),
    }),
  ),
  /** as they were given when it was signed; none: nobody put them down */
  signatures: z.array(Signature),
  /** amendments that were signed, the newest first; `hash`: of what both sides put their seals to */
  amendments: z.array(z.object({ fact: Id, at: Instant, reason: z.string().optional(), hash: z.string(), signatures: z.array(Signature) })),
  endedAt: Instant.optional(),
})
export type ContractDetail = z.infer<typeof ContractDetail>

/** `waiting`: what starts it has not come. `words`: the headline, then each step that made it so. */
export const Cover = z.object({
  promise: z.string(),
  title: z.string(),
  text: z.string().optional(),
  standing: z.enum(['waiting', 'to-come', 'in-force', 'ended']),
  start: Instant.optional(),
  /** half-open; undefined: it has none that could be named */
  end: Instant.optional(),
  words: z.array(z.string()),
  /** what took something out of it, each an entry that may be objected to; `step`: its place among the words */
  exclusions: z.array(z.object({ fact: Id, step: z.int(), by: Named.optional(), dispute: RunningDispute.optional() })),
})
export type Cover = z.infer<typeof Cover>

/** The covers of one device, or of the contract itself (no device). */
export const Covered = z.object({
  asset: z.object({ id: Id, name: z.string(), model: z.string().optional(), serial: z.string().optional() }).optional(),
  covers: z.array(Cover),
})
export const CoverQuery = z.strictObject({ cursor: Cursor.optional(), limit: limit(50) })
export type CoverQuery = z.infer<typeof CoverQuery>
export const CoverPage = pageOf(Covered)
export type CoverPage = z.infer<typeof CoverPage>

export const BoardQuery = z.strictObject({ year: z.coerce.number().int().min(2000).max(2199).optional() })
export type BoardQuery = z.infer<typeof BoardQuery>

/** One mark of the strip: an instance at the instant at which it was (or will be) judged. */
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

const day = z.iso.date()
const TermKey = z.string().regex(/^[a-z][a-zA-Z0-9.-]{0,200}$/)
const Terms = z.array(z.strictObject({ key: TermKey, value: z.json(), source: line(200) })).max(500)
const People = z.record(z.string().regex(/^[a-z][a-z0-9-]{0,39}$/), z.array(Id).min(1).max(50))

/** What may be agreed, from now on: dates are civil days of the contract's zone, `endsOn` the first day without it. */
const agreed = {
  terms: Terms.optional(),
  startsOn: day.optional(),
  endsOn: day.optional(),
  sites: z.array(Id).max(2_000).optional(),
  assets: z.array(Id).max(20_000).optional(),
  people: People.optional(),
}

export const SignContract = z.strictObject({
  number: line(60),
  title: line(120),
  customer: Id,
  plan: PlanRef,
  signedOn: day.optional(),
  /** the working paper that it was written on: it goes with the signature */
  draft: Id.optional(),
  signatures: z.array(GivenSignature).max(2).optional(),
  ...agreed,
})
export type SignContract = z.infer<typeof SignContract>

/** What is not named stays as it was agreed. */
export const AmendContract = z.strictObject({
  version: z.int().min(1),
  plan: PlanRef.optional(),
  reason: prose(1_000).optional(),
  /** it was signed on paper: who signed for each side, with the document */
  signatures: z.array(GivenSignature).max(2).optional(),
  ...agreed,
})
export type AmendContract = z.infer<typeof AmendContract>

/** A running obligation as it stands, and as it would stand as newly agreed. */
export const RunningMove = z.object({
  id: z.string(),
  subject: SubjectRef,
  title: z.string(),
  /** whose it is, in words: the ticket with its number, the contract itself, a device */
  of: z.string(),
  ticket: Id.optional(),
  /** the version under which it runs */
  plan: z.string(),
  dueBefore: Instant.optional(),
  dueAfter: Instant.optional(),
  /** broken: it would be so at the decision, never before it */
  stateAfter: ObligationState,
})
export type RunningMove = z.infer<typeof RunningMove>
export const RunningMoves = z.object({ to: z.string(), items: z.array(RunningMove) })
export type RunningMoves = z.infer<typeof RunningMoves>
export const MoveRunning = z.strictObject({ reason: prose(1_000) })
export type MoveRunning = z.infer<typeof MoveRunning>
export const MovedRunning = z.object({ moved: z.int() })
export type MovedRunning = z.infer<typeof MovedRunning>

/** Something happened to what was sold. `assets`: the devices that it speaks of, none: all that the contract covers. */
export const ReachMilestone = z.strictObject({
  version: z.int().min(1),
  milestone: ContractMilestone,
  assets: z.array(Id).max(20_000).optional(),
  evidence: prose(500),
  files: Files.optional(),
  lateReason: prose(500).optional(),
  occurredAt: Instant.optional(),
})
export type ReachMilestone = z.infer<typeof ReachMilestone>

export const EndContract = z.strictObject({ version: z.int().min(1), reason: prose(1_000) })
export type EndContract = z.infer<typeof EndContract>

export const ContractChanged = z.object({
  id: Id,
  number: z.string(),
  version: z.int(),
  phase: z.enum(['signed', 'accepted', 'ended']),
  facts: z.array(Id),
  recordedAt: Instant,
})
export type ContractChanged = z.infer<typeof ContractChanged>

/** A contract that is being written: as far as it is, checked when it is signed. */
const DraftContent = z.strictObject({
  number: line(60).optional(),
  customer: Id.optional(),
  plan: PlanRef.optional(),
  signedOn: day.optional(),
  startsOn: day.optional(),
  endsOn: day.optional(),
  sites: z.array(Id).max(2_000).optional(),
  assets: z.array(Id).max(20_000).optional(),
  people: People.optional(),
  /** of an amendment: why */
  reason: prose(1_000).optional(),
  /** values as somebody types them */
  terms: z
    .array(z.strictObject({ key: TermKey, value: z.json(), source: z.string().max(200) }))
    .max(500)
    .optional(),
})
/** `amends`: the contract, where it is an amendment that is being written. */
export const AddDraft = z.strictObject({ title: line(120), content: DraftContent, amends: Id.optional() })
export type AddDraft = z.infer<typeof AddDraft>
export const ChangeDraft = z.strictObject({ version: z.int().min(1), title: line(120), content: DraftContent })
export type ChangeDraft = z.infer<typeof ChangeDraft>

export const ContractDraft = z.object({
  id: Id,
  version: z.int(),
  title: z.string(),
  content: DraftContent,
  by: Named,
  changedAt: Instant,
  /** whose signature is still to come */
  missing: z.array(SignatureSide),
  /** it is the draft of an amendment of this contract */
  amends: z.object({ id: Id, number: z.string() }).optional(),
})
export type ContractDraft = z.infer<typeof ContractDraft>
export const DraftsQuery = z.strictObject({ contract: Id.optional(), cursor: Cursor.optional(), limit: limit(50) })
export type DraftsQuery = z.infer<typeof DraftsQuery>
export const DraftPage = pageOf(ContractDraft)
export type DraftPage = z.infer<typeof DraftPage>

/** What of a contract's dates would move if a milestone had happened at another time; nothing is written. */
export const CorrectionPreview = z.strictObject({ of: Id, to: Instant })
export type CorrectionPreview = z.infer<typeof CorrectionPreview>

/** One date as it stands, and as it would stand. `of`: whose it is, the first of `count` that move alike. Undefined: there is none. */
export const MovedDate = z.object({
  promise: z.string(),
  title: z.string(),
  kind: z.enum(['cover', 'due']),
  episode: z.int(),
  of: z.string(),
  count: z.int(),
  before: Instant.optional(),
  after: Instant.optional(),
  stateAfter: ObligationState.optional(),
  /** from what the new date comes, in words */
  reason: z.string(),
})
export type MovedDate = z.infer<typeof MovedDate>
export const MovedDates = z.object({ items: z.array(MovedDate) })
export type MovedDates = z.infer<typeof MovedDates>
