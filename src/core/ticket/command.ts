import type { Json } from '../fact.ts'
import type { Instant } from '../time/instant.ts'
import type { Channel, FormInput, TicketType } from './forms.ts'

/** When it happened, default now. Well before now and by hand it is a 补录 and says why, and by what evidence. */
export type WhenItHappened = { readonly occurredAt?: Instant | undefined; readonly lateReason?: string | undefined; readonly lateEvidence?: string | undefined }

type Contact = { readonly name?: string | undefined; readonly phone?: string | undefined }

export type ReportFault = WhenItHappened & {
  readonly type: TicketType
  readonly channel: Channel
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
  readonly dimensions?: Readonly<Record<string, string>> | undefined
}

type Note = { readonly note?: string | undefined }
type Summary = { readonly summary?: string | undefined }

/** What each command on a ticket carries; instants in epoch ms, ids opaque, the rest free text that stands beside the fact. */
type Bodies = {
  readonly accept: object
  readonly grade: { readonly grade: string; readonly by?: 'staff' | 'customer' | undefined; readonly reason?: string | undefined }
  readonly reply: { readonly channel: Channel; readonly summary: string }
  readonly answer: { readonly summary: string }
  readonly 'send-plan': { readonly summary: string }
  readonly judge: { readonly cause: string; readonly removable?: boolean | undefined; readonly affectsWork?: boolean | undefined } & Summary
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
  readonly merge: { readonly into: string }
  /** an internal note; what was said to the customer is a `reply` */
  readonly note: { readonly text: string }
  readonly edit: { readonly title?: string | undefined; readonly asset?: string | undefined; readonly site?: string | undefined; readonly contact?: Contact | undefined }
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
}

/** Every command on a ticket that stands, by its name; the report that opens it is one of its own. */
export type TicketCommands = { readonly [Name in keyof Bodies]: Bodies[Name] & WhenItHappened }

export type CommandName = keyof TicketCommands

export type TicketCommand = { readonly [Name in CommandName]: { readonly name: Name; readonly body: TicketCommands[Name] } }[CommandName]

/** Statements about a fact of the ticket: approved by a second person, corrected, void. Made by being said: they carry no time of their own. */
export type FactCommand =
  | { readonly name: 'approve'; readonly of: string; readonly note?: string | undefined }
  | { readonly name: 'correct'; readonly of: string; readonly field: string; readonly from: Json; readonly to: Json; readonly reason: string }
  | { readonly name: 'void'; readonly of: string; readonly reason: string }
