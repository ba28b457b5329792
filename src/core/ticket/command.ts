import type { FileRef } from '../file/ref.ts'
import type { Fact, FactSource, Json, Subject } from '../fact.ts'
import type { Plan } from '../plan/types.ts'
import type { Obligation } from '../promise/types.ts'
import type { Instant } from '../time/instant.ts'
import type { Channel, FormInput, TicketType } from './forms.ts'
import type { Refusal } from './refusal.ts'
import type { TicketState } from './state.ts'

export type { Refusal } from './refusal.ts'

/** When it happened, default now. Well before now and by hand it is a 补录 and says why, and by what evidence. */
export type WhenItHappened = {
  readonly occurredAt?: Instant | undefined
  readonly lateReason?: string | undefined
  readonly lateEvidence?: string | undefined
  /** attached as its evidence */
  readonly files?: readonly FileRef[] | undefined
}

type Contact = { readonly name?: string | undefined; readonly phone?: string | undefined }

export type ReportFault = {
  readonly type: TicketType
  readonly channel: Channel
  /** which of the plan's own channels it was */
  readonly line?: string | undefined
  readonly title: string
  readonly description?: string | undefined
  readonly customer: string
  readonly site?: string | undefined
  readonly asset?: string | undefined
  readonly contract?: string | undefined
  readonly customerGrade?: string | undefined
  readonly grade?: string | undefined
  readonly contact?: Contact | undefined
  readonly values?: FormInput | undefined
  /** the ticket that this is split off from: one call, two matters */
  readonly splitFrom?: string | undefined
  readonly dimensions?: Readonly<Record<string, string>> | undefined
}

/** The dispute (异议) that it follows from. */
type OfDispute = { readonly dispute?: string | undefined }

type Note = { readonly note?: string | undefined }
type Summary = { readonly summary?: string | undefined }

/** Each command by its name with what it carries; instants in epoch ms, ids opaque, the rest free text that stands beside the fact. */
export type CommandBody = {
  readonly report: ReportFault
  readonly accept: object
  readonly grade: { readonly grade: string; readonly by?: 'staff' | 'customer' | undefined; readonly reason?: string | undefined }
  readonly reply: { readonly channel: Channel; readonly summary: string }
  readonly answer: { readonly summary: string }
  readonly 'send-plan': { readonly summary: string }
  /** `remote`: it can be put right from afar; `offSite`: it must leave its place to be repaired; `soon`: it can be repaired in a short time */
  readonly judge: {
    readonly cause: string
    readonly removable?: boolean | undefined
    readonly affectsWork?: boolean | undefined
    readonly remote?: boolean | undefined
    readonly offSite?: boolean | undefined
    readonly soon?: boolean | undefined
  } & Summary
  readonly assign: { readonly person: string }
  readonly transfer: { readonly team: string; readonly reason?: string | undefined }
  readonly pause: { readonly reason: string; readonly evidence?: string | undefined; readonly noticeAt?: Instant | undefined } & Note
  readonly resume: { readonly reason?: string | undefined } & Note
  readonly restore: Summary
  readonly confirm: { readonly by?: string | undefined } & Note
  readonly refuse: { readonly reason: string }
  readonly reopen: { readonly reason: string }
  readonly close: Note
  readonly cancel: { readonly reason: string }
  readonly merge: { readonly into: string; readonly reason: string }
  readonly relate: { readonly to: string }
  readonly unrelate: { readonly to: string }
  /** an internal note; what was said to the customer is a `reply` */
  readonly note: { readonly text: string; readonly mentions?: readonly string[] | undefined }
  /** what the customer writes to us, by which channel: themselves, or entered by whom it reached */
  readonly message: { readonly channel: Channel; readonly text: string }
  readonly edit: {
    readonly title?: string | undefined
    readonly asset?: string | undefined
    readonly site?: string | undefined
    readonly contact?: Contact | undefined
  }
  readonly 'remote-authorise': { readonly by?: string | undefined }
  readonly 'remote-start': Note
  readonly 'remote-fail': Note
  readonly 'remote-solve': Summary
  readonly 'remote-end': Note
  readonly 'need-visit': { readonly special?: boolean | undefined; readonly travelMs?: number | undefined } & Note
  readonly arrive: { readonly person?: string | undefined } & Note
  readonly 'finish-visit': Summary
  readonly waive: { readonly promise: string; readonly episode?: number | undefined; readonly reason: string; readonly evidence: string }
  readonly excuse: { readonly promise: string; readonly episode?: number | undefined; readonly reason: string; readonly evidence: string }
  /** statements about a fact of the ticket: approved by a second person, corrected, void */
  readonly approve: { readonly of: string } & Note
  readonly correct: {
    readonly of: string
    readonly field: string
    readonly from: Json
    readonly to: Json
    readonly reason: string
  } & OfDispute
  readonly void: { readonly of: string; readonly reason: string } & OfDispute
}

export type CommandName = keyof CommandBody

export type CommandOf<Name extends CommandName> = Name extends CommandName
  ? { readonly name: Name } & CommandBody[Name] & WhenItHappened
  : never

export type TicketCommand = CommandOf<CommandName>

/** All that a decision may know beside the ticket itself; it ends up in the facts, never to be looked up again. */
export type Context = {
  readonly now: Instant
  readonly subject: Subject
  readonly newId: () => string
  readonly source: FactSource
  /** who acts; `role`: the one by which they may, named in a waiver */
  readonly person: {
    readonly id: string
    readonly role?: string | undefined
    /** all that they hold, those of the contract included */
    readonly roles?: readonly string[] | undefined
    readonly customer?: string | undefined
  }
  /** for `waive`, `excuse`: nobody else in the firm could approve it */
  readonly alone?: boolean | undefined
  /** the plan that rules the ticket, terms merged, as `bound.plan`; its reference `zhineng@1` */
  readonly plan?:
    | (Pick<Plan, 'grades' | 'reasons' | 'promises' | 'zones' | 'dimensions'> & Partial<Pick<Plan, 'roles' | 'channels'>>)
    | undefined
  readonly planRef?: string | undefined
  /** for `report` */
  readonly number?: string | undefined
  /** of the site and the device: for `report`, for `edit` of either, and for `need-visit` */
  readonly place?: Place | undefined
  /** for `report`: where the firm's rules send it */
  readonly routed?: Routed | undefined
  /** how late (ms) a hand-entered fact may come before it is a 补录; default ten minutes */
  readonly backfillMs?: number | undefined
  /** for `merge`: the ticket that lives on; for `relate` and `unrelate`: the other one; undefined: there is none under that id */
  readonly into?: Pick<TicketState, 'subject' | 'phase' | 'customer'> | undefined
  /** for `report`: the ticket that it is split off from, and when that was first reported */
  readonly from?: (Pick<TicketState, 'subject' | 'phase' | 'customer'> & { readonly since: Instant }) | undefined
  /** for `approve`, `correct`, `void`, `merge`, `relate` and `unrelate`: the facts that name this ticket */
  readonly facts?: readonly Fact[] | undefined
  /** for `waive`, `excuse`: the ticket's obligations as they stand; undefined: not looked up */
  readonly obligations?: readonly Pick<Obligation, 'promise' | 'episode' | 'state'>[] | undefined
}

/** 分派: the team, by which rule (none: the default) and which of its conditions held; `rankedBy`: the rule that ranks it ahead. Rules by their names of then. */
export type Routed = {
  readonly team?: string | undefined
  readonly rule?: string | undefined
  readonly name?: string | undefined
  readonly rankedBy?: string | undefined
  readonly held: readonly string[]
}

/** `travelMs`: fastest travel time to the site, ms. `dimensions`: those of the plan that site and device set. `cover`: the cover in force on the device, or `none`; undefined where the plan has none. */
export type Place = {
  readonly zone?: string | undefined
  readonly class?: string | undefined
  readonly model?: string | undefined
  readonly travelMs?: number | undefined
  readonly cover?: string | undefined
  readonly dimensions?: Readonly<Record<string, string>> | undefined
}

/** A fact as it is decided; when it was recorded and where it stands in the ledger are not the aggregate's. */
export type NewFact = Omit<Fact, 'seq' | 'recordedAt'>

/** Personal data or free text of a new fact: it stands beside the fact under a salted hash and can be erased. */
export type NewText = { readonly factId: string; readonly field: string; readonly text: string }

export type Decision =
  | { readonly ok: true; readonly facts: readonly NewFact[]; readonly texts: readonly NewText[] }
  | { readonly ok: false; readonly refusal: Refusal }
