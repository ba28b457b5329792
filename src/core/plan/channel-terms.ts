import type { Channel } from './forms.ts'
import type { OpenPlace } from './open-places.ts'
import { refuse } from './term-refusal.ts'
import type { Merged } from './term-refusal.ts'
import type { Plan, Term } from './types.ts'

/** What is written down for a channel: a number to call, a mail address, a page, or where it is to be found. */
export type AddressKind = 'phone' | 'mail' | 'url' | 'text'

const KINDS: Readonly<Record<Channel['kind'], AddressKind>> = {
  phone: 'phone',
  fax: 'phone',
  mail: 'mail',
  portal: 'url',
  chat: 'text',
  letter: 'text',
  visit: 'text',
  remote: 'text',
}

export function addressKind({ kind }: Pick<Channel, 'kind'>): AddressKind {
  return KINDS[kind]
}

const LONGEST = 200

/** Five to fifteen digits as people write them, with an extension behind 转 or #. */
const PHONE = /^(?=(?:\D*\d){5,20}\D*$)\+?[\d\s().\-–]+(?:(?:转|轉|#|x)\s*\d{1,6})?$/
const SHAPES: Readonly<Record<AddressKind, RegExp>> = {
  phone: PHONE,
  mail: /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>".]{2,}$/,
  url: /^https?:\/\/[^\s/?#"<>]+\.[^\s/?#"<>]{2,}(?:[/?#][^\s"<>]*)?$/,
  text: /\S/,
}

/** A number or address as the contract writes it; undefined: it is none of this kind. */
export function readAddress(kind: AddressKind, value: unknown): string | undefined {
  const text = typeof value === 'number' ? String(value) : value
  if (typeof text !== 'string' || text.length > LONGEST) return undefined
  const written = text.trim()
  return SHAPES[kind].test(written) ? written : undefined
}

/** `channels.hotline`: under which number or address the customer reaches the vendor by it. */
export function mergeChannel(plan: Plan, term: Term, [id = '', ...rest]: readonly string[]): Merged {
  const channel = Object.hasOwn(plan.channels, id) ? plan.channels[id] : undefined
  if (!channel || rest.length > 0) return refuse(term, 'term-unknown')
  const kind = addressKind(channel)
  const address = readAddress(kind, term.value)
  if (address === undefined) return refuse(term, 'term-bad-value', { expects: `address-${kind}` })
  return { ok: true, plan: { ...plan, channels: { ...plan.channels, [id]: { ...channel, address } } } }
}

/** Every channel that a plan declares is asked for its number or address. */
export function channelPlaces({ channels }: Plan): readonly OpenPlace[] {
  return Object.values(channels).map((channel) => ({
    key: `channels.${channel.id}`,
    kind: addressKind(channel),
    required: false,
    choices: [],
    rows: [],
  }))
}
