import { z } from 'zod'
import { MESSAGE_CHANNELS, MESSAGE_KINDS, MESSAGE_STATES, OPTIONAL_KINDS } from '../core/message/kinds.ts'
import { Cursor, Email, Id, Instant, Locale, Named, PROSE, limit, line, pageOf, prose } from './base.ts'

const Kind = z.enum([...MESSAGE_KINDS, 'trial'])
const State = z.enum(MESSAGE_STATES)
const Channel = z.enum(MESSAGE_CHANNELS)

/** 消息外发: one message to one reader by one channel. */
export const Message = z.object({
  id: Id,
  kind: Kind,
  channel: Channel,
  state: State,
  recipient: z.string(),
  address: z.string().optional(),
  title: z.string(),
  ticket: z.object({ id: Id, number: z.string() }).optional(),
  contract: z.object({ id: Id, number: z.string() }).optional(),
  at: Instant,
  changedAt: Instant,
  nextTryAt: Instant.optional(),
  lastError: z.string().optional(),
})
export type Message = z.infer<typeof Message>

export const MessageQuery = z.strictObject({
  state: State.optional(),
  channel: Channel.optional(),
  kind: Kind.optional(),
  person: Id.optional(),
  ticket: Id.optional(),
  contract: Id.optional(),
  cursor: Cursor.optional(),
  limit: limit(50),
})
export type MessageQuery = z.infer<typeof MessageQuery>
export const MessagePage = pageOf(Message)
export type MessagePage = z.infer<typeof MessagePage>

export const LogLine = z.object({
  at: Instant,
  event: z.enum([
    'queued',
    'handed',
    'accepted',
    'deferred',
    'failed',
    'bounced',
    'withdrawn',
    'corrected',
    'read',
    'again',
    'recorded',
    'unrecorded',
  ]),
  detail: z.string().optional(),
})
export type LogLine = z.infer<typeof LogLine>

/** A message as it was sent, with 投递记录. */
export const MessageDetail = Message.extend({
  body: z.string(),
  locale: Locale,
  attempts: z.int(),
  /** as it stands in the mail */
  messageId: z.string().optional(),
  corrects: z.object({ id: Id, title: z.string() }).optional(),
  correctedBy: z.object({ id: Id, title: z.string() }).optional(),
  log: z.array(LogLine),
})
export type MessageDetail = z.infer<typeof MessageDetail>

/** 标记退回: what the mail that came back says. */
export const BounceMessage = z.strictObject({ reason: prose(500) })
export type BounceMessage = z.infer<typeof BounceMessage>

/** Whether mails leave at all, and if not, which settings are missing. */
export const MailStanding = z.object({
  on: z.boolean(),
  from: z.string().optional(),
  missing: z.array(z.string()),
  waiting: z.int(),
  failed: z.int(),
})
export type MailStanding = z.infer<typeof MailStanding>

/** 消息模板. `version` 0: the shipped text. */
export const Template = z.object({
  kind: z.enum(MESSAGE_KINDS),
  locale: Locale,
  version: z.int(),
  subject: z.string(),
  body: z.string(),
})
export type Template = z.infer<typeof Template>
export const TemplateList = z.object({ items: z.array(Template) })
export type TemplateList = z.infer<typeof TemplateList>
export const TemplateParams = z.strictObject({ kind: z.enum(MESSAGE_KINDS), locale: Locale })
const text = { subject: line(200), body: prose(10_000) }
export const ChangeTemplate = z.strictObject({ version: z.int().min(0), ...text })
export type ChangeTemplate = z.infer<typeof ChangeTemplate>
export const ResetTemplate = z.strictObject({ version: z.int().min(0) })
export type ResetTemplate = z.infer<typeof ResetTemplate>
export const TryTemplate = z.strictObject(text)
export type TryTemplate = z.infer<typeof TryTemplate>
export const Tried = z.object({ address: z.string() })
export type Tried = z.infer<typeof Tried>

const MinuteOfDay = z.int().min(0).max(1439)

/** What one wants by mail. Quiet hours from = until: none. */
export const ChangeMessageSettings = z.strictObject({
  mailOff: z.array(z.enum(OPTIONAL_KINDS)).max(OPTIONAL_KINDS.length),
  locale: Locale.nullable(),
  quietFrom: MinuteOfDay,
  quietUntil: MinuteOfDay,
  /** when the daily digest comes; null: each thing by itself */
  digestAt: MinuteOfDay.nullable().default(null),
})
export type ChangeMessageSettings = z.infer<typeof ChangeMessageSettings>
export const MessageSettings = z.object({ ...ChangeMessageSettings.shape, mailOn: z.boolean(), address: z.string().optional() })
export type MessageSettings = z.infer<typeof MessageSettings>

/** 合同联系人 */
export const Contact = z.object({ id: Id, name: z.string(), email: z.string(), phone: z.string().optional(), locale: Locale })
export type Contact = z.infer<typeof Contact>
export const ContactList = z.object({ items: z.array(Contact), mailOn: z.boolean(), missing: z.array(z.string()) })
export type ContactList = z.infer<typeof ContactList>
export const AddContact = z.strictObject({ name: line(60), email: Email, phone: line(40).optional(), locale: Locale.default('zh-CN') })
export type AddContact = z.infer<typeof AddContact>

/** 通知书 to the customer's contacts. `kind`: what the plan listens for. */
export const SendNotice = z.strictObject({
  kind: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
  contacts: z.array(Id).min(1).max(20),
  details: z.string().trim().max(4000).regex(PROSE).optional(),
  occurrence: z.strictObject({ promise: z.string().max(60), number: z.int().min(1) }).optional(),
})
export type SendNotice = z.infer<typeof SendNotice>
export const NoticeText = z.object({ subject: z.string(), body: z.string() })
export type NoticeText = z.infer<typeof NoticeText>
export const SentNotice = z.object({ notice: Id, messages: z.array(Named) })
export type SentNotice = z.infer<typeof SentNotice>
