import type { BillItem, Bill } from '../../src/core/charge/bill.ts'
import type { FactType, Subject } from '../../src/core/fact.ts'
import type { Told } from '../../src/core/promise/cover/given.testing.ts'
import type { FormAnswers } from '../../src/core/service/record-forms.ts'

/** What is looked at, as data: read in the pure core by `in-core.ts`, and in the running product, told over HTTP, by `in-product.ts`. */

export const CONTRACT: Subject = 'contract/C1'
export const TICKET: Subject = 'ticket/T1'
export const DEVICE: Subject = 'asset/A1'
export const FAULT: Told = ['10:00', 'ticket.reported', { type: 'fault', channel: 'phone' }]

/** A pump at 1200.00 by the list and 800.00 at cost, two hours at 150.00, care at 300.00. */
export const PUMP: BillItem = { column: 'parts', service: 'repair', name: '水泵', listFen: 120_000, costFen: 80_000 }
export const HOURS: BillItem = { column: 'labour', service: 'repair', name: '更换', quantity: 2, listFen: 15_000, costFen: 6000 }
export const CARE: BillItem = { column: 'service', service: 'repair', name: '保养', listFen: 30_000 }

/** A fact of a record, done under the contract or under the ticket. */
export function done(when: string, type: FactType, data: Told[2] = {}, of: Subject = CONTRACT): Told {
  const noun = type.slice(0, type.indexOf('.'))
  return [when, type, data, { on: `${noun}/R-${when}` as Subject, also: [of] }]
}

export function reached(when: string, what: 'accepted' | 'commissioned' | 'shipped', also: readonly Subject[] = []): Told {
  return [when, `contract.${what}`, {}, { on: CONTRACT, also: [DEVICE, ...also] }]
}

export const ACCEPTED = reached('03-02 10:00', 'accepted')
export const COMMISSIONED = reached('03-02 10:00', 'commissioned')

/** A fault whose grade the customer gives. */
export const graded = (customerGrade: string): Told => ['10:00', 'ticket.reported', { ...FAULT[2], customerGrade }]

type Facts = { readonly facts: readonly Told[] }
type Seen = { readonly of: Subject; readonly at: string }
/** `episodes`: only these are looked at. `with`: how long it took and what is aimed at, or what was marked alone. */
export type OwedLook = Facts &
  Seen & {
    readonly see: 'owed'
    readonly promise: string
    readonly episodes: readonly number[] | undefined
    readonly with: 'nothing' | 'measure' | 'marks'
  }
/** `promise`: the product is asked by this clause, since whom a rule tells stands on no list of what is to be done. */
export type FollowedLook = Facts & Seen & { readonly see: 'followed'; readonly promise: string | undefined }
/** `cover`: only that one is looked at. */
export type CoverLook = Facts & Seen & { readonly see: 'covered' | 'parts' | 'excluded'; readonly cover: string | undefined }
/** The last of the facts is what somebody is about to do. */
export type RefusedLook = Facts & { readonly see: 'refused'; readonly of: Subject }
/** `at`: when a bill is made of it, where that matters. */
export type BilledLook = {
  readonly see: 'billed'
  readonly items: readonly BillItem[]
  readonly known: Omit<Partial<Bill>, 'items'>
  readonly at: string
}
export type UnfilledLook = { readonly see: 'unfilled'; readonly form: string; readonly answers: FormAnswers[string] }
export type AskedLook = { readonly see: 'asked'; readonly form: string; readonly fields: readonly string[] }

export type Look = OwedLook | FollowedLook | CoverLook | RefusedLook | BilledLook | UnfilledLook | AskedLook

type Asking = { readonly of?: Subject; readonly at: string }
type Promised = Asking & { readonly promise: string; readonly episodes?: readonly number[] }
type Following = Asking & { readonly promise?: string }
type Covering = Asking & { readonly cover?: string }

const owing =
  (beside: OwedLook['with']) =>
  ({ of = TICKET, at, promise, episodes }: Promised, ...facts: readonly Told[]): OwedLook => ({
    see: 'owed',
    of,
    at,
    promise,
    episodes,
    with: beside,
    facts,
  })

/** `arrive#1 kept 12:00`: what is owed under one clause after these facts. */
export const owed = owing('nothing')
/** The same with how long it took, what is aimed at, and what was marked. */
export const measured = owing('measure')
/** The same with what was marked alone. */
export const marked = owing('marks')

/** `require-form visit-record`: what follows. */
export function followed({ of = TICKET, at, promise }: Following, ...facts: readonly Told[]): FollowedLook {
  return { see: 'followed', of, at, promise, facts }
}

const covering =
  (see: CoverLook['see']) =>
  ({ of = DEVICE, at, cover }: Covering, ...facts: readonly Told[]): CoverLook => ({ see, of, at, cover, facts })

/** `equipment in-force → 2027-03-11 00:00`: the covers as they stand. */
export const covered = covering('covered')
/** `pump → 2028-12-02 00:00`: the parts that are covered longer than their device. */
export const parts = covering('parts')
/** `equipment not for misoperation`: what was taken out of a cover. */
export const excluded = covering('excluded')

/** The gates that refuse the last of these facts, and nothing where it may be done. */
export function refused(of: Subject, ...facts: readonly Told[]): RefusedLook {
  return { see: 'refused', of, facts }
}

/** What is charged. */
export function billed(
  items: readonly BillItem[],
  known: BilledLook['known'],
  { at = '12:00' }: { readonly at?: string } = {},
): BilledLook {
  return { see: 'billed', items, known, at }
}

/** What is missing where a record form is filled in like this: the form and the field. */
export function unfilled(form: string, answers: FormAnswers[string]): UnfilledLook {
  return { see: 'unfilled', form, answers }
}

/** What fields of a record form are called by whom fills it in. */
export function asked(form: string, ...fields: readonly string[]): AskedLook {
  return { see: 'asked', form, fields }
}

/** The clause that carries it: a promise, a line of the charges by its source, or a record form. */
export type Carrier = { readonly promise: string } | { readonly charge: string } | { readonly form: string }

/** A promise of a text that a bundled plan carries, by what can be seen of it. `inProduct`: what the product says, where that is not what the core does. */
export type Shown = {
  readonly title: string
  readonly plan: string
  readonly by: Carrier
  readonly terms?: Readonly<Record<string, string>>
  readonly see: Look | readonly Look[]
  readonly says: readonly string[]
  readonly inProduct?: readonly string[]
}

export function looksOf({ see }: Shown): readonly Look[] {
  return [see].flat()
}
