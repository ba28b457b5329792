import { z } from 'zod'
import { PROSE, Cursor, Id, Instant, Named, SubjectRef, limit, line, pageOf } from './base.ts'
import { DONE_BY_RULES } from './obligations.ts'
import { OnDuty } from './roster.ts'

/** What follows from a promise: that it is somebody's to keep, an escalation, what a rule brings, or the withdrawal of any of them. */
const EffectKind = z.enum([...DONE_BY_RULES, 'entrust', 'withdraw'])

/** 收件箱: an escalation lands here once, acknowledged or not. */
export const InboxItem = z.object({
  id: Id,
  at: Instant,
  kind: EffectKind,
  promise: z.string(),
  title: z.string(),
  text: z.string().optional(),
  ticket: z.object({ id: Id, number: z.string(), title: z.string() }).optional(),
  subject: SubjectRef,
  /** the contract that it is about, where it is about no ticket */
  contract: z.object({ id: Id, number: z.string() }).optional(),
  words: z.string(),
  acknowledgedAt: Instant.optional(),
  acknowledgedBy: Named.optional(),
})
export type InboxItem = z.infer<typeof InboxItem>
export const InboxQuery = z.strictObject({ state: z.enum(['unread', 'all']).default('all'), cursor: Cursor.optional(), limit: limit(50) })
export type InboxQuery = z.infer<typeof InboxQuery>
export const InboxPage = pageOf(InboxItem).extend({ unread: z.int() })
export type InboxPage = z.infer<typeof InboxPage>

/** Ctrl+K. */
export const SearchQuery = z.strictObject({ q: z.string().trim().min(1).max(80), limit: limit(8, 50) })
export type SearchQuery = z.infer<typeof SearchQuery>
export const SearchHit = z.object({
  kind: z.enum(['ticket', 'customer', 'site', 'asset', 'contract', 'plan', 'document', 'person']),
  /** a plan's is its reference (`kuaixiu@2`), a document's the contract that it belongs to */
  id: z.string(),
  title: z.string(),
  detail: z.string(),
})
export type SearchHit = z.infer<typeof SearchHit>
export const SearchAnswer = z.object({ hits: z.array(SearchHit) })
export type SearchAnswer = z.infer<typeof SearchAnswer>

/** 审计记录: who logged in, was granted, exported, changed settings. Append-only. */
export const TrailEntry = z.object({
  id: z.int(),
  at: Instant,
  person: Named.optional(),
  action: z.string(),
  words: z.string(),
  subject: z.string().optional(),
  detail: z.record(z.string(), z.json()),
  address: z.string().optional(),
})
export type TrailEntry = z.infer<typeof TrailEntry>
export const TrailQuery = z.strictObject({
  q: z.string().trim().max(80).optional(),
  person: Id.optional(),
  action: z.string().max(60).optional(),
  from: z.coerce.number().pipe(Instant).optional(),
  until: z.coerce.number().pipe(Instant).optional(),
  cursor: Cursor.optional(),
  limit: limit(50),
})
export type TrailQuery = z.infer<typeof TrailQuery>
export const TrailPage = pageOf(TrailEntry)
export type TrailPage = z.infer<typeof TrailPage>

/** A token never reaches further than its person; its scopes are actions of access. */
export const Token = z.object({
  id: Id,
  name: z.string(),
  scopes: z.array(z.string()),
  createdAt: Instant,
  lastUsedAt: Instant.optional(),
  expiresAt: Instant.optional(),
})
export type Token = z.infer<typeof Token>
export const TokenPage = pageOf(Token)
export type TokenPage = z.infer<typeof TokenPage>
export const AddToken = z.strictObject({
  name: line(60),
  scopes: z.array(z.string().max(60)).min(1).max(60),
  days: z.int().min(1).max(366).default(90),
})
export type AddToken = z.infer<typeof AddToken>
/** `secret` is shown this once: `nx_<tenant>_<secret>`. */
export const AddedToken = Token.extend({ secret: z.string() })
export type AddedToken = z.infer<typeof AddedToken>

/** A saved view is a name for a query string of the list. */
export const SavedView = z.object({
  id: Id,
  name: z.string(),
  query: z.record(z.string(), z.string()),
  shared: z.boolean(),
  mine: z.boolean(),
})
export type SavedView = z.infer<typeof SavedView>
export const SavedViewPage = pageOf(SavedView)
export type SavedViewPage = z.infer<typeof SavedViewPage>
export const AddSavedView = z.strictObject({
  name: line(40),
  query: z.record(z.string().max(20), z.string().max(400)),
  shared: z.boolean().default(false),
})
export type AddSavedView = z.infer<typeof AddSavedView>

/** What somebody was writing: kept on the server, private to the person. Empty text removes it. */
export const Draft = z.object({ subject: SubjectRef, kind: z.string(), text: z.string(), savedAt: Instant.optional() })
export type Draft = z.infer<typeof Draft>
export const DraftQuery = z.strictObject({ subject: SubjectRef, kind: z.enum(['reply', 'note']) })
export type DraftQuery = z.infer<typeof DraftQuery>
export const SaveDraft = DraftQuery.extend({ text: z.string().max(4000).regex(PROSE) })
export type SaveDraft = z.infer<typeof SaveDraft>

const DeskTicket = z.object({ id: Id, number: z.string(), title: z.string() })

/** 工作台. `since`: the end of the visit before this one; none: this is the first. `changes`: by others, on one's own and one's team's tickets, the newest of each ticket. */
export const Workbench = z.object({
  now: Instant,
  since: Instant.optional(),
  changes: z.array(z.object({ ticket: DeskTicket, at: Instant, words: z.string(), by: Named.optional(), count: z.int() })),
  broken: z.array(z.object({ ticket: DeskTicket, at: Instant, promise: z.string() })),
  onDuty: z.array(OnDuty),
})
export type Workbench = z.infer<typeof Workbench>
/** 今天, since the firm's midnight: reports that came in, promises kept and broken; `unassigned`: open tickets that nobody has. */
export const DeskToday = z.object({ now: Instant, reported: z.int(), unassigned: z.int(), kept: z.int(), broken: z.int() })
export type DeskToday = z.infer<typeof DeskToday>
/** `read`: what changed was read, and is counted from now. */
export const DeskSeen = z.strictObject({ read: z.boolean().default(false) })
export type DeskSeen = z.infer<typeof DeskSeen>

/** `event: change`, ids only: the browser refetches what it shows. `event: clock` after a demo clock moved. */
export const LiveChange = z.object({ subjects: z.array(SubjectRef) })
export type LiveChange = z.infer<typeof LiveChange>
