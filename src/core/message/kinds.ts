/**
 * 消息 that leave the house, by what they are for. `follow-up`: what a rule of a plan brings somebody of the vendor to do; `customer-notice`: what a rule tells
 * the customer;  `digest`: once a day, what waits in
 * somebody's inbox; `correction`: takes back what no longer follows.
 */
export const MESSAGE_KINDS = [
  'escalation',
  'follow-up',
  'customer-notice',
  'correction',
  'digest',
  'renewal-notice',
  'contract-notice',
  'password-reset',
  'invitation',
] as const

export type MessageKind = (typeof MESSAGE_KINDS)[number]

/** `trial`: a template as somebody tries it on themselves. */
export type SentKind = MessageKind | 'trial'

export const MESSAGE_CHANNELS = ['inbox', 'mail'] as const

/** 渠道 by which a message leaves: a short-message or chat channel will be one more line here and one more port at the server. */
export type MessageChannel = (typeof MESSAGE_CHANNELS)[number]

/**
 * `queued`: waits to be sent; `handed`: given to the channel, no answer yet; `accepted`: the other side took it; `deferred`: is tried again; `failed`: 未送达, nobody
 * tries any more; `bounced`: taken and sent back later; `withdrawn`: taken back before it left; `read`: acknowledged by its reader.
 */
export const MESSAGE_STATES = ['queued', 'handed', 'accepted', 'deferred', 'failed', 'bounced', 'withdrawn', 'read'] as const

export type MessageState = (typeof MESSAGE_STATES)[number]

/** What may stand in braces in a template of each kind. */
export const PLACEHOLDERS: { readonly [Kind in MessageKind]: readonly string[] } = {
  escalation: ['name', 'number', 'title', 'promise', 'text', 'due', 'customer', 'firm', 'link'],
  'follow-up': ['name', 'number', 'title', 'promise', 'text', 'what', 'at', 'customer', 'firm', 'link'],
  'customer-notice': ['name', 'number', 'title', 'promise', 'text', 'at', 'customer', 'firm'],
  correction: ['name', 'number', 'title', 'promise', 'subject', 'sent', 'customer', 'firm'],
  digest: ['name', 'count', 'items', 'firm', 'link'],
  'renewal-notice': ['name', 'contract', 'customer', 'ends', 'details', 'firm'],
  'contract-notice': ['name', 'contract', 'customer', 'notice', 'details', 'firm'],
  'password-reset': ['name', 'account', 'until', 'link', 'firm'],
  invitation: ['name', 'account', 'until', 'link', 'firm'],
}

/** What one may have sent to one's inbox alone. Everything else is either the customer's, or about one's own account. */
export const OPTIONAL_KINDS = ['escalation', 'follow-up'] as const satisfies readonly MessageKind[]

export type OptionalKind = (typeof OPTIONAL_KINDS)[number]

export function isOptional(kind: MessageKind): kind is OptionalKind {
  return (OPTIONAL_KINDS as readonly MessageKind[]).includes(kind)
}

/** Waits until somebody's quiet hours are over; all others go at once, day or night. */
export function canWait(kind: MessageKind): boolean {
  return kind === 'follow-up'
}

/** Carries a link that works once, which stands in the mail and nowhere else. */
export function isSecret(kind: SentKind): kind is 'password-reset' | 'invitation' {
  return kind === 'password-reset' || kind === 'invitation'
}
