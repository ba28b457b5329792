import { z } from 'zod'
import { Cursor, GradeDefinition, Id, Instant, Named, SubjectRef, limit, line, pageOf, prose } from './base.ts'
import { CHANNELS } from '../core/ticket/forms.ts'
import { RunningDispute } from './disputes.ts'
import { AttachedFile, Files } from './files.ts'
import { PlanRef } from './plans.ts'
import { ObligationState } from './obligations.ts'
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
  /** nobody has attached what both sides signed */
  unsigned: z.boolean(),
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
/** How it stands now: what is overdue and still to be done, and when the next thing is due. */
export const ContractListed = ContractRow.extend({ overdue: z.int(), nextDueAt: Instant.optional() })
export const ContractPage = pageOf(ContractListed)
export type ContractListed = z.infer<typeof ContractListed>
export type ContractPage = z.infer<typeof ContractPage>

/** `place`: what it fills, `words`: its value, both in the words of the plan. */
export const Term = z.object({ key: z.string(), value: z.json(), source: z.string(), place: z.string(), words: z.string() })
export type Term = z.infer<typeof Term>

/** 牵头: who leads now, in which phase, whom the contract names for it; and each hand-over, the oldest first. */
export const Leading = z.object({
  now: z.array(z.object({ role: z.string(), phase: z.string(), people: z.array(z.string()) })),
  handOvers: z.array(z.object({ at: Instant, words: z.string() })),
})
export type Leading = z.infer<typeof Leading>

/** A date that was put right, the oldest first. `late`: it counts once another person has approved it */
const DateCorrection = z.object({
  fact: Id,
  from: Instant,
  to: Instant,
  by: Named.optional(),
  reason: z.string().optional(),
  late: z.boolean(),
  approvedBy: Named.optional(),
})

export const ContractDetail = ContractRow.extend({
  /** missing: the plan says nothing of who leads */
  leading: Leading.optional(),
  terms: z.array(Term),
  /** what the plan leaves to the contract and nobody has agreed on yet, in words */
  open: z.array(z.string()),
  sites: z.array(Named),
  assets: z.array(z.object({ id: Id, name: z.string(), model: z.string().optional(), serial: z.string().optional(), site: Id.optional() })),
  people: z.array(z.object({ role: z.string(), roleName: z.string(), person: Named })),
  grades: z.array(GradeDefinition),
  zones: z.array(z.object({ id: z.string(), name: z.string() })),
  /** dimensions of the plan's own, each with its values, by the names that the plan gives them */
  dimensions: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      values: z.array(z.object({ id: z.string(), name: z.string() })),
      setBy: z.string(),
      value: z.string().optional(),
    }),
  ),
  reasons: z.array(z.object({ id: z.string(), name: z.string(), evidence: z.boolean(), notice: z.boolean() })),
  /** how the customer reaches the vendor, as the plan declares and the contract fills it in; `channel`: what kind a report over it is, where it can be one */
  channels: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      kind: z.string(),
      channel: z.enum(CHANNELS).optional(),
      address: z.string().optional(),
      hours: z.string(),
      text: z.string().optional(),
    }),
  ),
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
      corrections: z.array(DateCorrection),
    }),
  ),
  /** when it was signed, and every day that was put right; undefined: nobody recorded it */
  signing: z
    .object({ fact: Id, at: Instant, by: Named.optional(), dispute: RunningDispute.optional(), corrections: z.array(DateCorrection) })
    .optional(),
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
  /** what the customer has by it, and the causes that it leaves out, each by its name */
  gives: z.array(z.string()),
  excludes: z.array(z.string()),
  /** what took something out of it, each an entry that may be objected to; `step`: its place among the words; `ticket`: the fault that is left out */
  exclusions: z.array(
    z.object({ fact: Id, step: z.int(), ticket: Id.optional(), by: Named.optional(), dispute: RunningDispute.optional() }),
  ),
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

/** Both sides' signatures on paper, shown later, each with the paper. */
export const AttestContract = z.strictObject({
  version: z.int().min(1),
  signatures: z.array(GivenSignature.extend({ document: Id })).length(2),
})
export type AttestContract = z.infer<typeof AttestContract>

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
