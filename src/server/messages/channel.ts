import type { MessageChannel } from '../../core/message/kinds.ts'

/** One message as a channel needs it. */
export type Letter = {
  readonly tenant: string
  readonly id: string
  readonly recipient: string
  readonly address: string
  readonly locale: string
  readonly subject: string
  readonly body: string
  /** the message that this one takes back */
  readonly corrects: string | undefined
}

/**
 * What came of handing it over. `deferred`: try again; `doubtful`: the line broke when it may have been taken already. `refused`: the other side said never;
 * it is not tried again by itself.
 */
export type HandedOver =
  | { readonly kind: 'accepted'; readonly answer: string }
  | { readonly kind: 'deferred'; readonly error: string; readonly doubtful: boolean }
  | { readonly kind: 'refused'; readonly error: string }

/** A way out of the house. An inbox is none: what lands there is there at once. */
export type Channel = {
  readonly id: Exclude<MessageChannel, 'inbox'>
  readonly handOver: (letter: Letter) => Promise<HandedOver>
  readonly close: () => void
}
