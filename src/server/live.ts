import pg from 'pg'
import type { Instant } from '../core/time/instant.ts'

/**
 * What changed, by ids only: browsers refetch what they show. `kind` is `subject`, or something that processes keep in memory; `progress`: how far the long work
 * of one person is, `person:done:total`; `presence`: who has a ticket open, `ticket:person:state:name`.
 */
export type Change = {
  readonly tenant: string
  readonly kind: 'subject' | 'clock' | 'people' | 'plan' | 'parties' | 'inbox' | 'messages' | 'holidays' | 'progress' | 'presence'
  readonly ids: readonly string[]
}
export type LiveEvent = Change & { readonly id: string }

/** What there is to do for whoever works in the background: the earliest machine time at which something falls due, effects to hand on, messages to send. */
export type Work = { readonly wakeAt?: Instant | undefined; readonly effects?: boolean; readonly messages?: boolean }

export type Live = {
  /** Tells all processes; gathered and sent at most every 20 ms, after the commit, never inside the writing transaction. */
  readonly changed: (change: Change) => void
  readonly work: (work: Work) => void
  /** Every event of every tenant, in one order for all processes. Returns how to stop listening. */
  readonly listen: (hear: (event: LiveEvent) => void) => () => void
  readonly listenWork: (hear: (work: Work) => void) => () => void
  /** Called when the line was lost: whoever keeps something in memory forgets it. Returns how to stop listening. */
  readonly gap: (forget: () => void) => () => void
  /** The newest event that this process has heard of: where a stream that opens now begins. */
  readonly last: () => string
  /** Events after `id`, which any process may have given; undefined where it is no longer remembered, and a client must refetch all it shows. */
  readonly since: (tenant: string, id: string) => readonly LiveEvent[] | undefined
  readonly close: () => Promise<void>
}

const CHANNEL = 'nuoxing'
const GATHER_MS = 20
/** NOTIFY takes 8,000 bytes; ids beyond that go in further messages. */
const IDS_A_MESSAGE = 80
const REMEMBERED = 5_000
const RETRY_MS = 500

type Message = { readonly change: Change } | { readonly work: Work }

/** Gathers what is to be said and says it once in a while. A NOTIFY in every writing transaction would cost 19,000 → 4,100 commits a second. */
class Gatherer {
  readonly #send: (payload: string) => Promise<void>
  readonly #changes = new Map<string, Set<string>>()
  #work: { wakeAt?: Instant; effects: boolean; messages: boolean } | undefined
  #timer: NodeJS.Timeout | undefined

  constructor(send: (payload: string) => Promise<void>) {
    this.#send = send
  }

  change({ tenant, kind, ids }: Change): void {
    const key = `${tenant} ${kind}`
    const known = this.#changes.get(key) ?? new Set()
    for (const id of ids) known.add(id)
    this.#changes.set(key, known)
    this.#later()
  }

  work({ wakeAt = Infinity, effects = false, messages = false }: Work): void {
    const known = this.#work
    this.#work = {
      wakeAt: Math.min(wakeAt, known?.wakeAt ?? Infinity),
      effects: effects || (known?.effects ?? false),
      messages: messages || (known?.messages ?? false),
    }
    this.#later()
  }

  /** A lost message costs a browser a late refresh; waker, relay and caches have their own nets. */
  #later(): void {
    this.#timer ??= setTimeout(() => void this.flush().catch(() => undefined), GATHER_MS)
  }

  async flush(): Promise<void> {
    clearTimeout(this.#timer)
    this.#timer = undefined
    const messages: Message[] = [...this.#changes].flatMap(([key, ids]) => split(key, [...ids]))
    const { wakeAt, effects, messages: toSend } = this.#work ?? {}
    if (this.#work)
      messages.push({
        work: {
          ...(wakeAt === undefined || wakeAt === Infinity ? {} : { wakeAt }),
          ...(effects ? { effects } : {}),
          ...(toSend ? { messages: toSend } : {}),
        },
      })
    this.#changes.clear()
    this.#work = undefined
    for (const message of messages) await this.#send(JSON.stringify(message))
  }
}

function split(key: string, ids: readonly string[]): Message[] {
  const [tenant = '', kind] = key.split(' ') as [string, Change['kind']]
  const pages = Math.max(1, Math.ceil(ids.length / IDS_A_MESSAGE))
  return Array.from({ length: pages }, (_, page) => ({
    change: { tenant, kind, ids: ids.slice(page * IDS_A_MESSAGE, (page + 1) * IDS_A_MESSAGE) },
  }))
}

/** One connection that listens, opened again when the database comes back. */
class Listener {
  readonly #connection: pg.ClientConfig
  readonly #hear: (payload: string) => void
  readonly #lost: () => void
  #client: pg.Client | undefined
  #closed = false
  #sending: Promise<void> = Promise.resolve()

  constructor(connection: pg.ClientConfig, hear: (payload: string) => void, lost: () => void) {
    this.#connection = connection
    this.#hear = hear
    this.#lost = lost
  }

  async open(): Promise<void> {
    const client = new pg.Client({ ...this.#connection, application_name: 'nuoxing live' })
    client.on('error', () => undefined)
    client.on('end', () => {
      if (this.#client !== client) return
      this.#client = undefined
      this.#lost()
      this.#again()
    })
    client.on('notification', (message) => this.#hear(message.payload ?? ''))
    await client.connect()
    await client.query(`LISTEN ${CHANNEL}`)
    this.#client = client
    if (this.#closed) await this.close()
  }

  #again(): void {
    if (!this.#closed) setTimeout(() => void this.open().catch(() => this.#again()), RETRY_MS).unref()
  }

  /** Numbered by the database, so that the number means the same on every node; heard by all in one order. One after the other. */
  send(payload: string): Promise<void> {
    const say = async (): Promise<void> =>
      void (await this.#client?.query(`SELECT pg_notify($1, nextval('live_event') || ' ' || $2)`, [CHANNEL, payload]))
    this.#sending = this.#sending.then(say, say)
    return this.#sending
  }

  async close(): Promise<void> {
    this.#closed = true
    const client = this.#client
    this.#client = undefined
    await client?.end()
  }
}

/** Those who want to be told; `add` gives back how to leave. */
class Hearers<Told extends readonly unknown[]> {
  readonly #hearers = new Set<(...told: Told) => void>()

  add = (hear: (...told: Told) => void): (() => void) => {
    this.#hearers.add(hear)
    return () => void this.#hearers.delete(hear)
  }

  tell(...told: Told): void {
    for (const hear of this.#hearers) hear(...told)
  }
}

/** The last events, so that a browser that comes back after a moment, to this node or another one, misses nothing. */
class Ring {
  #events: LiveEvent[] = []
  #last = '0'

  get last(): string {
    return this.#last
  }

  push(event: LiveEvent): void {
    this.#last = event.id
    this.#events.push(event)
    if (this.#events.length > 2 * REMEMBERED) this.#events = this.#events.slice(-REMEMBERED)
  }

  /** What was said meanwhile is not known: nobody can be told what they missed. */
  forget(): void {
    this.#events = []
    this.#last = `lost-${process.hrtime.bigint()}`
  }

  since(tenant: string, id: string): readonly LiveEvent[] | undefined {
    const at = this.#events.findLastIndex((event) => event.id === id)
    if (at < 0 && id !== this.#last) return undefined
    return at < 0 ? [] : this.#events.slice(at + 1).filter((event) => event.tenant === tenant)
  }
}

export async function openLive(connection: pg.ClientConfig): Promise<Live> {
  const changes = new Hearers<[LiveEvent]>()
  const works = new Hearers<[Work]>()
  const gaps = new Hearers<[]>()
  const ring = new Ring()
  const hear = (payload: string): void => {
    const space = payload.indexOf(' ')
    const message = JSON.parse(payload.slice(space + 1)) as Message
    if ('work' in message) return works.tell(message.work)
    const event: LiveEvent = { ...message.change, id: payload.slice(0, space) }
    ring.push(event)
    changes.tell(event)
  }
  const lost = (): void => {
    ring.forget()
    gaps.tell()
  }
  const listener = new Listener(connection, hear, lost)
  await listener.open()
  const gatherer = new Gatherer((payload) => listener.send(payload))
  return {
    changed: (change) => gatherer.change(change),
    work: (work) => gatherer.work(work),
    listen: changes.add,
    listenWork: works.add,
    gap: gaps.add,
    last: () => ring.last,
    since: (tenant, id) => ring.since(tenant, id),
    close: async () => {
      await gatherer.flush().catch(() => undefined)
      await listener.close()
    },
  }
}
