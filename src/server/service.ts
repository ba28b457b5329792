import { subjectsOf } from '../core/fact.ts'
import type { Fact, Subject } from '../core/fact.ts'
import { decide } from '../core/service/decide.ts'
import type { ServiceCommand } from '../core/service/decide.ts'
import type { KnownWords } from '../core/service/known-words.ts'
import type { ServiceRefusal } from '../core/service/refusal.ts'
import { evolve, initialState } from '../core/service/state.ts'
import type { ServiceState } from '../core/service/state.ts'
import { SERVICE_WHOLES, isServiceType, nounOfService } from '../core/service/vocabulary.ts'
import type { FileRef } from '../core/file/ref.ts'
import type { Plan } from '../core/plan/types.ts'
import { carrying } from './files/carry.ts'
import type { Transaction } from './database/pool.ts'
import type { Services } from './services.ts'
import { changeService, holdService, saveService } from './store/services.ts'
import type { ServiceOwners } from './store/services.ts'
import { ticketAggregate } from './ticket.ts'
import { alone, transact } from './transact.ts'
import type { Aggregate, Along, Command, Outcome } from './transact.ts'

/** A service record as the seam knows it; its row is written beside its facts. */
const SERVICE: Aggregate<ServiceState> = { initialState, evolve }

/** A visit that is recorded under a ticket moves the ticket as one that its own page tells. */
const TICKETS = ticketAggregate()

export type ServiceWrite = {
  readonly tenant: string
  /** `visit/…`; what a device is told is about the device itself and has no row of its own */
  readonly subject: Subject
  readonly owners: ServiceOwners
  readonly person: string
  readonly command: ServiceCommand
  /** a record begins with it */
  readonly opens: boolean
  /** of a device, for which no row keeps it: what was told of it so far */
  readonly known?: ServiceState | undefined
  readonly once?: Command<ServiceState, ServiceRefusal>['once']
  /** what the firm knows of the words that it may say */
  readonly words?: KnownWords | undefined
  /** the class of the device that it is for */
  readonly assetClass?: string | undefined
  /** the cover under which it is done, or `none` */
  readonly cover?: string | undefined
  /** the evidence of the step */
  readonly files?: readonly FileRef[] | undefined
  readonly along?: Along | undefined
  readonly expectedVersion?: number | undefined
}

export type ServiceOutcome = Outcome<ServiceState, ServiceRefusal>

const OWNERS = ['ticket', 'contract', 'customer', 'site', 'asset'] as const

function subjectsNamed(owners: ServiceOwners): Subject[] {
  const named = OWNERS.flatMap((noun): Subject[] => (owners[noun] === undefined ? [] : [`${noun}/${owners[noun]}`]))
  return owners.partOf === undefined ? named : [...named, owners.partOf]
}

/** The owners that the first fact of a record names, as its row keeps them. */
export function ownersIn({ also }: Pick<Fact, 'also'>): Readonly<Record<(typeof OWNERS)[number] | 'part_of', string | null>> {
  const idOf = (...nouns: readonly string[]): string | null => {
    const named = also.findLast((one) => nouns.includes(one.slice(0, one.indexOf('/'))))
    return named?.slice(named.indexOf('/') + 1) ?? null
  }
  const owners = {
    ticket: idOf('ticket'),
    contract: idOf('contract'),
    customer: idOf('customer'),
    site: idOf('site'),
    asset: idOf('asset'),
  }
  return { ...owners, part_of: idOf(...SERVICE_WHOLES) }
}

const isDevice = (subject: Subject): boolean => subject.startsWith('asset/')

/**
 * Did this fact begin a service record, which has a row? What a device is told and a bill have rows elsewhere, and a visit of a ticket's own page is the
 * ticket's: its facts name customer and contract in the ticket's order.
 */
export function beginsRecord({ subject, type, also }: Pick<Fact, 'subject' | 'type' | 'also'>): boolean {
  if (!isServiceType(type) || !subject.startsWith(`${nounOfService(type)}/`) || isDevice(subject) || subject.startsWith('invoice/'))
    return false
  const place = (noun: string): number => also.findIndex((one) => one.startsWith(`${noun}/`))
  return place('ticket') < 0 || (place('contract') >= 0 && place('contract') < place('customer'))
}

/** Records that a fact is told of from the page of their ticket: a visit goes on with its next step, and any of them hears what is ruled on its steps. */
function recordsOf(fact: Fact): readonly string[] {
  const subjects = fact.type.startsWith('fact.') ? subjectsOf(fact) : [fact.subject].filter((one) => one.startsWith('visit/'))
  const isOwner = (one: string): boolean => OWNERS.some((noun) => one.startsWith(`${noun}/`))
  return subjects.filter((one) => !isOwner(one)).map((one) => one.slice(one.indexOf('/') + 1))
}

const speaksOf = (state: ServiceState, { type, data }: Fact): boolean =>
  !type.startsWith('fact.') || state.entries.some(({ fact }) => fact === data.of)

/** What began as a service record and goes on, or is ruled on, from the page of its ticket: its row follows. */
export async function followRecords(tx: Transaction, facts: readonly Fact[], at: number): Promise<void> {
  for (const fact of facts)
    for (const id of recordsOf(fact)) {
      const standing = await holdService(tx, id)
      if (standing && speaksOf(standing.state_json, fact))
        await changeService(tx, { id, version: standing.version + 1, state: evolve(standing.state_json, fact), at })
    }
}

/** One step of a service record through the seam, and in the same transaction its row. */
export async function writeService(services: Services, write: ServiceWrite): Promise<ServiceOutcome> {
  const outcome = await attempt(services, write, write.opens)
  // A device has a record once anything was ever said of it: whoever records does not know whether that is so.
  return isDevice(write.subject) && outcome.kind === 'missing' ? attempt(services, write, true) : outcome
}

/** What is said of a device under a contract is read by the plan of that one, whichever its first record stands under. */
async function planAsked({ plans }: Services, { tenant, subject, owners: { contract } }: ServiceWrite): Promise<Plan | undefined> {
  return isDevice(subject) && contract !== undefined ? (await plans.contract(tenant, contract))?.bound.plan : undefined
}

async function attempt(services: Services, write: ServiceWrite, opens: boolean): Promise<ServiceOutcome> {
  const { tenant, subject, owners, person, command, known, once, files = [], along = alone, expectedVersion } = write
  const asked = await planAsked(services, write)
  const id = subject.slice(subject.indexOf('/') + 1)
  const noun = subject.slice(0, subject.indexOf('/'))
  const step: Command<ServiceState, ServiceRefusal> = {
    tenant,
    subject,
    aggregate: SERVICE,
    opens: opens ? { contract: owners.contract } : undefined,
    once,
    expectedVersion,
    tickets: TICKETS,
    decide: ({ state, now, newId, bound, contract }) =>
      decide(known ?? state, command, {
        now,
        subject,
        owners: subjectsNamed(owners),
        newId,
        source: 'hand',
        person,
        plan: contract === owners.contract ? bound?.plan : (asked ?? bound?.plan),
        words: write.words,
        assetClass: write.assetClass,
        cover: write.cover,
        backfillMs: services.backfillMs,
      }),
    beside: isDevice(subject)
      ? undefined
      : (tx, { state, version, recordedAt }) =>
          opens
            ? saveService(tx, { ...owners, id, noun, state, at: recordedAt })
            : changeService(tx, { id, version, state, at: recordedAt }),
  }
  return transact(services, along(carrying(step, files)))
}
