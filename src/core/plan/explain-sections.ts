import { sayCondition } from './condition-words.ts'
import { yuan } from './explain-forms.ts'
import { calendarName } from './explain-words.ts'
import type { Speaker } from './explain-words.ts'
import { CHARGE_COLUMNS } from './forms.ts'
import type { Channel, ChargeColumn, ChargeLine, PlanRole, Rate } from './forms.ts'
import { MAY, PHASES } from './roles.ts'
import type { Plan } from './types.ts'

export type RateOf = { readonly column: ChargeColumn; readonly beyondKm: ChargeLine['beyondKm'] }

/** What a column costs, as the plan says it: 按成本, 每公里 2.50 元. */
export function sayRate({ s }: Pick<Speaker, 's'>, rate: Rate, { column, beyondKm }: RateOf): string {
  // a surcharge is a share of what is charged, not of a price list
  const key = column === 'surcharge' && rate.kind === 'percent' ? 'rate-on-top' : undefined
  return s(key ?? (rate.kind === 'fen' && beyondKm !== undefined ? 'rate-fen-km' : `rate-${rate.kind}`), {
    yuan: rate.kind === 'fen' ? yuan(rate.fen) : '',
    percent: rate.kind === 'percent' ? rate.percent : 0,
  })
}

function sayRates(speaker: Speaker, { rates, beyondKm }: ChargeLine): string {
  const { s } = speaker
  const said = CHARGE_COLUMNS.flatMap((column) => {
    const rate = rates[column]
    return rate ? [`${s(`column-${column}`)} ${sayRate(speaker, rate, { column, beyondKm })}`] : []
  })
  return said.join(s('list-comma'))
}

/** Which bills or lines of a bill a line speaks of. */
export function sayReach({ s, plan, locale }: Speaker, { when, beyondKm: km }: Pick<ChargeLine, 'when' | 'beyondKm'>): string {
  const condition = when && sayCondition(when.cel, plan, locale)
  if (km === undefined) return condition ?? s('charge-all')
  const key = km === 'unstated' ? 'charge-beyond-open' : 'charge-beyond'
  return condition === undefined ? s(key, { km }) : s(`${key}-when`, { condition, km })
}

function sayCharge(speaker: Speaker, line: ChargeLine): string {
  return speaker.s('charge-line', { condition: sayReach(speaker, line), rates: sayRates(speaker, line) })
}

/** The terms that could have given a line its rates and its distance. */
function chargeTerms({ id, rates }: Pick<ChargeLine, 'id' | 'rates'>): readonly string[] {
  return [...Object.keys(rates), 'beyond-km'].map((of) => `charges.${id}.${of}`)
}

/** Where a role leads and what it may do; nothing where the plan does not say. */
function roleRights({ s }: Speaker, { leads, may }: PlanRole): readonly string[] {
  const comma = s('list-comma')
  // a plan that was taken in before these words were a closed list may carry others: they stand as they are
  const phases = leads.map((phase) => (Object.hasOwn(PHASES, phase) ? s(`phase-${phase}`) : phase))
  const rights = may.map((right) => (Object.hasOwn(MAY, right) ? s(`may-${right}`) : right))
  return [
    ...(phases.length === 0 ? [] : [s('role-leads', { phases: phases.join(comma) })]),
    ...(rights.length === 0 ? [] : [s('role-may', { rights: rights.join(comma) })]),
  ]
}

function sayRole(speaker: Speaker, role: PlanRole): string {
  const { s } = speaker
  const { name, duties } = role
  const said = [duties === undefined ? s('line-role', { name }) : s('line-role-duties', { name, duties }), ...roleRights(speaker, role)]
  return said.reduce((a, b) => s('role-more', { a, b }))
}

/** All that a role says, line by line: who it is, what for, where it leads, what it may do, and its words. */
export function roleLines(speaker: Speaker, role: PlanRole): readonly string[] {
  const { s } = speaker
  const told = [role.duties, role.text].filter((line) => line !== undefined)
  return [s('role-side', { role: role.name, side: s(`side-${role.side}`) }), ...roleRights(speaker, role), ...told]
}

/** A part of a section: what it is, what its text says, where that stands. */
export type ToldPart = {
  readonly words: string
  readonly text: string | undefined
  readonly source: readonly string[]
  /** the terms of a contract that could have given its values */
  readonly terms?: readonly string[] | undefined
}
export type ToldSections = Readonly<Record<'charges' | 'channels' | 'forms' | 'roles', readonly ToldPart[]>>

/** `热线 028-5550 1234（周一至周五 9:00–17:00）`; without a number where no contract fills one in. */
function sayChannel(speaker: Speaker, { name, address, calendar }: Channel): string {
  const hours = calendarName(speaker, { path: [], value: { kind: 'scalar', value: calendar } })
  return address === undefined
    ? speaker.s('line-channel', { name, calendar: hours })
    : speaker.s('line-channel-at', { name, address, calendar: hours })
}

/** Charges, lines, record forms and roles: data of the plan that clauses and people read. */
export function sectionsOf(speaker: Speaker, plan: Plan): ToldSections {
  const { s } = speaker
  type Stands = Pick<ToldPart, 'text' | 'source'>
  const told = <Part extends Stands>(parts: readonly Part[], words: (part: Part) => string): ToldPart[] =>
    parts.map((part) => ({ words: words(part), text: part.text, source: part.source }))
  const { charges, channels, forms, roles } = plan
  return {
    charges: told(charges, (line) => sayCharge(speaker, line)).map((part, index) => ({ ...part, terms: chargeTerms(charges[index]!) })),
    channels: told(Object.values(channels), (line) => sayChannel(speaker, line)).map((part, index) => ({
      ...part,
      terms: [`channels.${Object.keys(channels)[index]}`],
    })),
    forms: told(Object.values(forms), ({ name, fields }) =>
      s('line-form', {
        name,
        fields: fields.map((field) => field.name).join(s('list-comma')),
      }),
    ),
    roles: told(Object.values(roles), (role) => sayRole(speaker, role)),
  }
}

/** The sections line by line, each part with its text and source below it. */
export function sectionLines(speaker: Speaker, plan: Plan): string[] {
  const { s } = speaker
  const { charges, channels, forms, roles } = sectionsOf(speaker, plan)
  const lines = [...charges, ...channels, ...forms, ...roles].flatMap(({ words, text, source }) => [
    words,
    ...(text === undefined ? [] : [`  ${text}`]),
    ...(source.length === 0 ? [] : [`  ${s('source', { source: source.join(s('list-comma')) })}`]),
  ])
  if (lines.length === 0) return []
  return charges.length === 0 ? ['', ...lines] : ['', s('charges'), ...lines]
}
