import type { Subject } from '../../core/fact.ts'
import type { Instant } from '../../core/time/instant.ts'
import { ownerIn } from '../../core/promise/owner.ts'
import { wake } from '../../core/promise/record.ts'
import type { Obligation } from '../../core/promise/types.ts'
import { acrossTenants, inTransaction, openPool, sqlState } from '../database/pool.ts'
import type { Pool } from '../database/pool.ts'
import { differenceOf, joined } from '../learning.ts'
import type { Services } from '../services.ts'
import { claimDue, writeChange } from '../store/ledger.ts'
import type { Change, StoredRecord, TicketChange } from '../store/ledger.ts'
import { ticketClock } from '../ticket-clock.ts'
import { tellWork } from '../transact.ts'

export type Waker = {
  /** Wakes all that is due by now, and returns when nothing is left that another process does not hold. */
  readonly wakeDue: () => Promise<void>
  readonly stop: () => Promise<void>
}

export type WakerOptions = {
  readonly services: Services
  /** The net underneath: so long at most between two looks, should a message be lost. Default 30 s. */
  readonly sweepMs?: number | undefined
  readonly onTrouble?: ((error: unknown, subject?: string) => void) | undefined
}

/** Subjects in one transaction: a command on one of them waits for its commit, some 20 ms. */
const BATCH = 50
/** A fact at the due instant keeps: its millisecond must be over before anything is taken for broken. */
const AFTER_DUE_MS = 1
/** Others hold what is due: they are at it, or dead and about to lose their locks. */
const LOOK_AGAIN_MS = 100
/** One record that cannot be woken must not keep the others waiting; it is tried again later. */
const SET_ASIDE_MS = 60_000
/** While a record is set aside, the others are looked after so often. */
const ASIDE_LOOK_MS = 1_000
/** setTimeout takes 31 bits. */
const LONGEST_SLEEP_MS = 2_000_000_000

/**
 * Sleeps until the earliest due time, by each tenant's own clock; wakes every record that is due and writes what changed by itself, stamped with the
 * instants at which it came due. Any number of processes may do this on one database: a record is woken by whoever locks it first.
 */
export function openWaker({ services, sweepMs = 30_000, onTrouble = () => undefined }: WakerOptions): Waker {
  const asking = openPool({ address: services.address, role: 'nuoxing_clock', max: 1 })
  const worker = new Wakings(services, asking, onTrouble)
  let timer: NodeJS.Timeout | undefined
  let armedFor = Infinity
  let running: Promise<void> | undefined
  let again = false
  const ending = new AbortController()

  const arm = (at: Instant): void => {
    if (ending.signal.aborted || at >= armedFor) return
    clearTimeout(timer)
    armedFor = at
    timer = setTimeout(() => void wakeDue(), Math.min(Math.max(0, at - services.clock.machine()), LONGEST_SLEEP_MS))
  }
  const rounds = async (): Promise<void> => {
    do {
      again = false
      armedFor = Infinity
      const next = await worker.round().catch((error: unknown) => {
        onTrouble(error)
        return services.clock.machine() + LOOK_AGAIN_MS * 10
      })
      arm(Math.min(next, services.clock.machine() + sweepMs))
    } while (again && !ending.signal.aborted)
  }
  const wakeDue = (): Promise<void> => {
    if (ending.signal.aborted) return Promise.resolve()
    again = running !== undefined
    running ??= rounds().finally(() => (running = undefined))
    return running
  }
  const quit = [
    services.live.listenWork(({ wakeAt }) => wakeAt !== undefined && arm(wakeAt + AFTER_DUE_MS)),
    services.live.listen(({ kind }) => kind === 'clock' && void wakeDue()),
  ]
  void wakeDue()
  const stop = async (): Promise<void> => {
    ending.abort()
    clearTimeout(timer)
    for (const leave of quit) leave()
    await running
    await asking.close()
  }
  return { wakeDue, stop }
}

type Due = { readonly tenant_id: string; readonly subject: string; readonly due_at: number }

class Wakings {
  readonly #services: Services
  readonly #asking: Pool
  readonly #onTrouble: NonNullable<WakerOptions['onTrouble']>
  /** `tenant subject` → machine time from which it is tried again */
  readonly #aside = new Map<string, number>()

  constructor(services: Services, asking: Pool, onTrouble: NonNullable<WakerOptions['onTrouble']>) {
    this.#services = services
    this.#asking = asking
    this.#onTrouble = onTrouble
  }

  /** Wakes until nothing is due that is not held by others. Answers when to look again, by the machine's clock. */
  async round(): Promise<Instant> {
    for (;;) {
      const due = (await this.#due()).filter((one) => !this.#isAside(one))
      if (due.length === 0) return this.#next()
      let woken = 0
      for (const tenant of new Set(due.map((one) => one.tenant_id))) woken += await this.#tenant(tenant)
      if (woken === 0) return this.#services.clock.machine() + LOOK_AGAIN_MS
    }
  }

  #due(): Promise<Due[]> {
    return acrossTenants<Due>(this.#asking, 'SELECT tenant_id, subject, due_at FROM due_subjects($1, $2)', [
      this.#services.clock.machine() - AFTER_DUE_MS,
      BATCH,
    ])
  }

  async #next(): Promise<Instant> {
    const [row] = await acrossTenants<{ next: number | null }>(this.#asking, 'SELECT next_due() AS next')
    const next = (row?.next ?? Infinity) + AFTER_DUE_MS
    // What was set aside is still the first that is due, and hides when the next one is.
    return this.#aside.size === 0 ? next : Math.max(next, this.#services.clock.machine() + ASIDE_LOOK_MS)
  }

  #isAside({ tenant_id, subject }: Due): boolean {
    const key = `${tenant_id} ${subject}`
    const until = this.#aside.get(key)
    if (until === undefined || until > this.#services.clock.machine()) return until !== undefined
    this.#aside.delete(key)
    return false
  }

  /** All of one tenant, batch by batch. */
  async #tenant(tenant: string): Promise<number> {
    let total = 0
    for (;;) {
      const woken = await this.#batch(tenant, BATCH).catch((error: unknown) =>
        sqlState(error)?.code === '40001' ? 0 : this.#oneByOne(tenant),
      )
      total += woken
      if (woken < BATCH) return total
    }
  }

  /** A batch could not be written: the one that is to blame is set aside, the others are not kept waiting by it. */
  async #oneByOne(tenant: string): Promise<number> {
    let woken = 0
    for (let tried = 0; tried < BATCH; tried++) woken += await this.#batch(tenant, 1)
    return woken
  }

  async #batch(tenant: string, most: number): Promise<number> {
    const services = this.#services
    const now = (await services.clock.now(tenant)) - AFTER_DUE_MS
    const aside = [...this.#aside.keys()]
      .filter((key) => key.startsWith(`${tenant} `))
      .map((key) => key.slice(tenant.length + 1) as Subject)
    let only: Subject | undefined
    const change = await inTransaction(services.pool, tenant, async (tx) => {
      const claimed = await claimDue(tx, { now, most, except: aside })
      only = claimed[0]?.subject
      if (claimed.length === 0) return undefined
      const made = joinWoken(await Promise.all(claimed.map((record) => this.#wakeOne({ tenant, record, now }))))
      if (made.records.length === 0) return undefined
      await writeChange(tx, made)
      return made
    }).catch((error: unknown) => {
      if (most > 1 || only === undefined) throw error
      this.#setAside(tenant, only, error)
      return undefined
    })
    if (!change) return 0
    services.live.changed({ tenant, kind: 'subject', ids: change.records.map((record) => ownerIn(record.subject)) })
    await tellWork(services, tenant, change)
    return change.records.length
  }

  async #wakeOne({ tenant, record, now }: { tenant: string; record: StoredRecord; now: Instant }): Promise<Woken | undefined> {
    try {
      const bound = await this.#services.plans.bound(tenant, record.boundHash!)
      const learned = wake(bound, record.record!, now)
      return { change: differenceOf(bound, record, learned), obligations: learned.obligations, record }
    } catch (error) {
      this.#setAside(tenant, record.subject, error)
      return undefined
    }
  }

  #setAside(tenant: string, subject: Subject, error: unknown): void {
    this.#aside.set(`${tenant} ${subject}`, this.#services.clock.machine() + SET_ASIDE_MS)
    this.#onTrouble(error, subject)
  }
}

type Woken = {
  readonly change: ReturnType<typeof differenceOf>
  readonly obligations: readonly Obligation[]
  readonly record: StoredRecord
}

function joinWoken(all: readonly (Woken | undefined)[]): Change {
  const woken = all.filter((one) => one !== undefined)
  const tickets = woken.flatMap(({ record, obligations }): TicketChange[] =>
    record.subject.startsWith('ticket/')
      ? [{ kind: 'clock', id: record.subject.slice('ticket/'.length), clock: ticketClock(obligations) }]
      : [],
  )
  return { ...joined(woken.map((one) => one.change)), facts: [], texts: [], tickets, answer: undefined }
}
