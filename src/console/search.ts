import { MESSAGE_CHANNELS, MESSAGE_KINDS, MESSAGE_STATES } from '../core/message/kinds.ts'
import type { MessageChannel, MessageKind, MessageState, SentKind } from '../core/message/kinds.ts'
import { LOCALES } from '../core/words.ts'
import type { Locale } from '../core/words.ts'
import { QUEUES } from './desk/urgency.ts'
import type { Queue } from './desk/urgency.ts'
import { NEARNESS } from './tickets/groups.ts'
import type { Nearness } from './tickets/groups.ts'
import { readColumns, writeColumns } from '../wire/ticket-lists.ts'
import { INVOICE_STATES } from '../wire/invoice-states.ts'

/** What of a page lives in its address, so that it can be sent, kept and gone back to. Unknown and empty values fall away. */
type Raw = Record<string, unknown>

function texts<Name extends string>(raw: Raw, names: readonly Name[]): { [Key in Name]?: string } {
  const found = names.flatMap((name) => {
    const value = raw[name]
    const text = typeof value === 'number' ? String(value) : value
    return typeof text === 'string' && text !== '' ? [[name, text]] : []
  })
  return Object.fromEntries(found) as { [Key in Name]?: string }
}

function oneOf<Value extends string>(value: string | undefined, allowed: readonly Value[]): Value | undefined {
  return allowed.find((one) => one === value)
}

/** What of it is there. */
function known<Found extends object>(found: Found): { readonly [Name in keyof Found]?: Exclude<Found[Name], undefined> } {
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined)) as ReturnType<typeof known<Found>>
}

export const VIEWS = ['due-soon', 'overdue', 'unassigned', 'mine', 'visit-today', 'paused', 'open', 'closed', 'all'] as const
export type View = (typeof VIEWS)[number]
export const SORTS = ['due', '-due', 'reported', '-reported', 'changed', '-changed'] as const
export type Sort = (typeof SORTS)[number]

export const FILTERS = [
  'state',
  'type',
  'promise',
  'grade',
  'cover',
  'customer',
  'contract',
  'site',
  'asset',
  'assignee',
  'team',
  'where',
  'q',
] as const
export type Filter = (typeof FILTERS)[number]
export type ListSearch = { readonly view?: View; readonly sort?: Sort; readonly saved?: string; readonly columns?: string } & {
  readonly [Name in Filter]?: string
}

export function listSearch(raw: Raw): ListSearch {
  const { view, sort, columns, ...others } = texts(raw, ['view', 'sort', 'saved', 'columns', ...FILTERS])
  const shown = columns === undefined ? undefined : readColumns(columns)
  return { ...others, ...known({ view: oneOf(view, VIEWS), sort: oneOf(sort, SORTS), columns: shown && writeColumns(shown) }) }
}

export const loginSearch = (raw: Raw) => texts(raw, ['to'])
export const newTicketSearch = (raw: Raw) => texts(raw, ['customer', 'asset', 'contract', 'splitFrom'])
export const partiesSearch = (raw: Raw) => texts(raw, ['q'])
export const newContractSearch = (raw: Raw) => texts(raw, ['draft', 'plan', 'customer'])
export const amendContractSearch = (raw: Raw) => texts(raw, ['draft'])
export function boardSearch(raw: Raw) {
  const { year, ...others } = texts(raw, ['year', 'promise', 'instance', 'only'])
  return { ...others, ...known({ year: /^\d{4}$/.test(year ?? '') ? year : undefined }) }
}
export type OverviewSearch = {
  readonly whose?: 'mine' | undefined
  readonly queue?: Queue | undefined
  readonly near?: Nearness | undefined
}
export function overviewSearch(raw: Raw): OverviewSearch {
  const { whose, queue, near } = texts(raw, ['whose', 'queue', 'near'])
  return known({ whose: oneOf(whose, ['mine']), queue: oneOf(queue, QUEUES), near: oneOf(near, NEARNESS) })
}
export function disputesSearch(raw: Raw) {
  const { state, contract } = texts(raw, ['state', 'contract'])
  return known({ state: oneOf(state, ['running', 'all']), contract })
}
export function complaintsSearch(raw: Raw) {
  const { state, mine } = texts(raw, ['state', 'mine'])
  return known({ state: oneOf(state, ['closed', 'all']), mine: oneOf(mine, ['yes']) })
}
export function rosterSearch(raw: Raw) {
  const { day, team } = texts(raw, ['day', 'team'])
  return known({ day: /^\d{4}-\d{2}-\d{2}$/.test(day ?? '') ? day : undefined, team })
}
export const inboxSearch = (raw: Raw) => known({ state: oneOf(texts(raw, ['state']).state, ['unread', 'all']) })
export function peopleSearch(raw: Raw) {
  const { left, ...others } = texts(raw, ['q', 'role', 'team', 'left'])
  return { ...others, ...known({ left: oneOf(left, ['yes', 'no', 'all']) }) }
}
const KINDS = [...MESSAGE_KINDS, 'trial'] as const
export type MessageSearch = {
  readonly state?: MessageState
  readonly channel?: MessageChannel
  readonly kind?: SentKind
  readonly person?: string
}
export function messageSearch(raw: Raw): MessageSearch {
  const { state, channel, kind, person } = texts(raw, ['state', 'channel', 'kind', 'person'])
  return known({ state: oneOf(state, MESSAGE_STATES), channel: oneOf(channel, MESSAGE_CHANNELS), kind: oneOf(kind, KINDS), person })
}
export function templateSearch(raw: Raw): { readonly kind?: MessageKind; readonly locale?: Locale } {
  const { kind, locale } = texts(raw, ['kind', 'locale'])
  return known({ kind: oneOf(kind, MESSAGE_KINDS), locale: oneOf(locale, LOCALES) })
}
export function invoicesSearch(raw: Raw) {
  const { state, month, ...others } = texts(raw, ['state', 'month', 'customer', 'name'])
  const asked = { state: oneOf(state, INVOICE_STATES), month: /^\d{4}-(0[1-9]|1[0-2])$/.test(month ?? '') ? month : undefined }
  return { ...others, ...known(asked) }
}
export const trailSearch = (raw: Raw) => texts(raw, ['q', 'action', 'person'])

/** Where to go after logging in: a page of ours, never another host. */
export function safeReturn(to: string | undefined): string {
  return to !== undefined && /^\/(?![/\\])/.test(to) ? to : '/'
}

export const PLAN_VIEWS = ['table', 'words', 'text'] as const
export type PlanView = (typeof PLAN_VIEWS)[number]
const FORMS = ['deadline', 'recurring', 'level', 'cover', 'gate', 'rule'] as const
export type PlanForm = (typeof FORMS)[number]
const COLUMNS = ['clause', 'form', 'starts', 'within', 'calendar', 'follows', 'source'] as const
export type PlanSort = (typeof COLUMNS)[number] | `-${(typeof COLUMNS)[number]}`
export type PlanSearch = { readonly view?: PlanView; readonly form?: PlanForm; readonly sort?: PlanSort }

/** How a plan is looked at: as a table of some form in some order, in words, or its text. */
export function planSearch(raw: Raw): PlanSearch {
  const { view, form, sort } = texts(raw, ['view', 'form', 'sort'])
  return known({
    view: oneOf(view, PLAN_VIEWS),
    form: oneOf(form, FORMS),
    sort: oneOf(sort, [...COLUMNS, ...COLUMNS.map((one) => `-${one}` as const)]),
  })
}
