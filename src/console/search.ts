import { MESSAGE_CHANNELS, MESSAGE_KINDS, MESSAGE_STATES } from '../core/message/kinds.ts'
import type { MessageChannel, MessageKind, MessageState, SentKind } from '../core/message/kinds.ts'
import { LOCALES } from '../core/words.ts'
import type { Locale } from '../core/words.ts'

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
export type ListSearch = { readonly view?: View; readonly sort?: Sort; readonly saved?: string } & { readonly [Name in Filter]?: string }

export function listSearch(raw: Raw): ListSearch {
  const { view, sort, saved, ...filters } = texts(raw, ['view', 'sort', 'saved', ...FILTERS])
  const known = { view: oneOf(view, VIEWS), sort: oneOf(sort, SORTS) }
  return {
    ...filters,
    ...(saved ? { saved } : {}),
    ...(known.view ? { view: known.view } : {}),
    ...(known.sort ? { sort: known.sort } : {}),
  }
}

export const loginSearch = (raw: Raw) => texts(raw, ['to'])
export const newTicketSearch = (raw: Raw) => texts(raw, ['customer', 'asset', 'contract'])
export const partiesSearch = (raw: Raw) => texts(raw, ['q'])
export const newContractSearch = (raw: Raw) => texts(raw, ['draft', 'plan', 'customer'])
export const amendContractSearch = (raw: Raw) => texts(raw, ['draft'])
export const boardSearch = (raw: Raw) => texts(raw, ['year', 'promise', 'instance', 'only'])
export const disputesSearch = (raw: Raw) => texts(raw, ['state', 'contract'])
export const inboxSearch = (raw: Raw) => texts(raw, ['state'])
export const peopleSearch = (raw: Raw) => texts(raw, ['q', 'role', 'team', 'left'])
const KINDS = [...MESSAGE_KINDS, 'trial'] as const
export type MessageSearch = {
  readonly state?: MessageState
  readonly channel?: MessageChannel
  readonly kind?: SentKind
  readonly person?: string
}
export function messageSearch(raw: Raw): MessageSearch {
  const { state, channel, kind, person } = texts(raw, ['state', 'channel', 'kind', 'person'])
  const known = { state: oneOf(state, MESSAGE_STATES), channel: oneOf(channel, MESSAGE_CHANNELS), kind: oneOf(kind, KINDS), person }
  return Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined))
}
export function templateSearch(raw: Raw): { readonly kind?: MessageKind; readonly locale?: Locale } {
  const found = texts(raw, ['kind', 'locale'])
  const known = { kind: oneOf(found.kind, MESSAGE_KINDS), locale: oneOf(found.locale, LOCALES) }
  return { ...(known.kind ? { kind: known.kind } : {}), ...(known.locale ? { locale: known.locale } : {}) }
}
export const invoicesSearch = (raw: Raw) => texts(raw, ['state', 'month', 'customer', 'name'])
export const trailSearch = (raw: Raw) => texts(raw, ['q', 'action', 'person'])

/** Where to go after logging in: a page of ours, never another host. */
export function safeReturn(to: string | undefined): string {
  return to !== undefined && /^\/(?![/\\])/.test(to) ? to : '/tickets'
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
  const known = {
    view: oneOf(view, PLAN_VIEWS),
    form: oneOf(form, FORMS),
    sort: oneOf(sort, [...COLUMNS, ...COLUMNS.map((one) => `-${one}` as const)]),
  }
  return {
    ...(known.view ? { view: known.view } : {}),
    ...(known.form ? { form: known.form } : {}),
    ...(known.sort ? { sort: known.sort } : {}),
  }
}
