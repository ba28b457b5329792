import type { Subject } from '../core/fact.ts'
import { decide } from '../core/service/decide.ts'
import type { ServiceCommand } from '../core/service/decide.ts'
import type { ServiceRefusal } from '../core/service/refusal.ts'
import { evolve, initialState } from '../core/service/state.ts'
import type { ServiceState } from '../core/service/state.ts'
import type { FileRef } from '../core/file/ref.ts'
import { carrying } from './files/carry.ts'
import type { Services } from './services.ts'
import { changeService, saveService } from './store/services.ts'
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
  /** the evidence of the step */
  readonly files?: readonly FileRef[] | undefined
  readonly along?: Along | undefined
  readonly expectedVersion?: number | undefined
}

export type ServiceOutcome = Outcome<ServiceState, ServiceRefusal>

const OWNERS = ['ticket', 'contract', 'customer', 'site', 'asset'] as const

function subjectsOf(owners: ServiceOwners): Subject[] {
  const named = OWNERS.flatMap((noun): Subject[] => (owners[noun] === undefined ? [] : [`${noun}/${owners[noun]}`]))
  return owners.partOf === undefined ? named : [...named, owners.partOf]
}

const isDevice = (subject: Subject): boolean => subject.startsWith('asset/')

/** One step of a service record through the seam, and in the same transaction its row. */
export async function writeService(services: Services, write: ServiceWrite): Promise<ServiceOutcome> {
  const outcome = await attempt(services, write, write.opens)
  // A device has a record once anything was ever said of it: whoever records does not know whether that is so.
  return isDevice(write.subject) && outcome.kind === 'missing' ? attempt(services, write, true) : outcome
}

function attempt(services: Services, write: ServiceWrite, opens: boolean): Promise<ServiceOutcome> {
  const { tenant, subject, owners, person, command, known, once, files = [], along = alone, expectedVersion } = write
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
    decide: ({ state, now, newId, bound }) =>
      decide(known ?? state, command, {
        now,
        subject,
        owners: subjectsOf(owners),
        newId,
        source: 'hand',
        person,
        forms: bound?.plan.forms,
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
