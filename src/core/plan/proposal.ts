import { parseDuration } from '../time/duration.ts'
import { nearest } from './nearest.ts'
import type { Finding } from './types.ts'

/** What to write instead of what. */
export type Proposal = { readonly find: string; readonly replace: string }

type Params = Readonly<Record<string, string>>
type Proposes = (params: Params) => readonly (Proposal | undefined)[]

/** More choices than these are no help. */
const MOST_CHOICES = 4

/** A name is a slip for the one that `near` puts right. */
const slip =
  (param: string): Proposes =>
  (params) => [{ find: params[param]!, replace: params.near! }]

/** How lengths are written by who does not think of the language. */
const UNITS_SAID: readonly (readonly [RegExp, string])[] = [
  [/^(分钟?|minutes?|mins?|m)$/i, 'min'],
  [/^(个?小时|個?小時|时|hours?|hrs?)$/i, 'h'],
  [/^(个?工作日|個?工作日|workdays?|working days?)$/i, 'wd'],
  [/^(天|日|days?)$/i, 'd'],
  [/^(周|週|星期|weeks?)$/i, 'w'],
  [/^(个?月|個?月|months?)$/i, 'mo'],
  [/^(年|years?|yrs?)$/i, 'y'],
]

/** `30 分钟` → `30min`; undefined: it is no length that anybody could be sure of. */
function lengthMeant(text: string): string | undefined {
  const [, number = '', unit = ''] = /^(\d+(?:\.\d+)?)\s*(\p{L}[\p{L} ]*)$/u.exec(text.trim()) ?? []
  const known = UNITS_SAID.find(([said]) => said.test(unit))?.[1]
  const length = `${number}${known ?? ''}`
  return known !== undefined && parseDuration(length) ? length : undefined
}

function replaced(find: string, replace: string | undefined): Proposal | undefined {
  return replace === undefined || replace === find ? undefined : { find, replace }
}

/** One length for another: only where both are single lengths, for of a table nobody knows which row is meant. */
const otherLength: Proposes = ({ limit = '', otherLimit = '' }) =>
  parseDuration(limit) && parseDuration(otherLimit) ? [replaced(limit, otherLimit)] : []

/** By the code of a finding, what would put it right without anybody having to think of something new. */
const MECHANICAL: Readonly<Record<string, Proposes>> = {
  'unknown-key-near': slip('key'),
  'unknown-fact-near': slip('value'),
  'unknown-promise-near': slip('promise'),
  'bad-choice': ({ value = '', choices = '' }) => [replaced(value, nearest(value, choices.split(' ')))],
  'bad-value': ({ value = '' }) => [replaced(value, lengthMeant(value))],
  'per-component': () => [{ find: 'per: component', replace: 'per: asset' }],
  'per-call': () => [{ find: 'per: call', replace: 'per: ticket' }],
  'lint-chain-kept': ({ on }) => [{ find: `${on}.kept`, replace: `${on}.done` }],
  // what never comes late, or due, is done all the same
  'lint-never-starts': ({ on, state = '' }) => (/^[a-z]+$/.test(state) ? [{ find: `${on}.${state}`, replace: `${on}.done` }] : []),
  'lint-same-events': otherLength,
  'lint-unit-slip': otherLength,
  'lint-place-unknown': ({ place, known = '' }) =>
    known
      .split(' ')
      .filter(Boolean)
      .map((one) => ({ find: `place == "${place}"`, replace: `place == "${one}"` })),
  'lint-graded-twice': () => [{ find: 'ticket.graded', replace: 'ticket.graded where by == "customer"' }],
}

/** What would put a finding right, one choice a button; none where somebody has to decide what was meant. */
export function proposalsOf({ code, params }: Pick<Finding, 'code' | 'params'>): readonly Proposal[] {
  const said = Object.fromEntries(Object.entries(params).map(([key, value]) => [key, String(value)]))
  const proposes = Object.hasOwn(MECHANICAL, code) ? MECHANICAL[code] : undefined
  const all = proposes?.(said).filter((one) => one !== undefined) ?? []
  return all.length > MOST_CHOICES ? [] : all
}
