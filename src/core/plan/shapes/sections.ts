import { CHARGE_COLUMNS } from '../forms.ts'
import type { ChargeColumn, ChargeLine, FormField, Rate } from '../forms.ts'
import { MAY, PHASES, wordsIn } from '../roles.ts'
import { dictionary, identifier, list, needed, object, oneOf, optional, scalar, text, wholeNumber } from '../shape.ts'
import type { Field, Shape } from '../shape.ts'
import { sourceText } from './clause-parts.ts'
import { readFen, readPercent, yesNo } from './scalars.ts'

const WORDS = ['free', 'list', 'at-cost', 'quoted', 'unstated', 'customer', 'vendor'] as const
/** A surcharge stands on what is charged: it has no price, no cost and nobody who bears it instead. */
const SURCHARGE_WORDS = ['free', 'quoted', 'unstated'] as const

type Words = readonly (typeof WORDS)[number][]

function read(words: Words, written: string | number | boolean): Rate | undefined {
  const kind = words.find((word) => word === written)
  if (kind) return { kind }
  const percent = readPercent(written)
  if (percent !== undefined) return { kind: 'percent', percent }
  const fen = readFen(written)
  return fen === undefined ? undefined : { kind: 'fen', fen }
}

/** `free`, `list`, `120.00`, `80%`: a rate as one word says it, in a plan or in a contract. */
export function readRate(column: ChargeColumn, written: string | number | boolean): Rate | undefined {
  return read(column === 'surcharge' ? SURCHARGE_WORDS : WORDS, written)
}

function rateOf(expects: string, words: Words): Shape<Rate> {
  return scalar(expects, (written) => read(words, written), {
    anyOf: [{ enum: words }, { type: ['string', 'number'], pattern: '^\\d+(\\.\\d{1,4})?%?$' }],
  })
}

const rate = rateOf('rate', WORDS)
const surcharge = rateOf('surcharge', SURCHARGE_WORDS)

/** `30` kilometres, or `unstated`: 多远算远 is said by the contract. */
const distance: Shape<number | 'unstated'> = {
  schema: { anyOf: [wholeNumber.schema, { enum: ['unstated'] }] },
  read: (node, path, report) => (node.kind === 'scalar' && node.value === 'unstated' ? 'unstated' : wholeNumber.read(node, path, report)),
}

const columns = Object.fromEntries(
  CHARGE_COLUMNS.map((column) => [
    column,
    column === 'surcharge' ? optional(surcharge, 'charge.surcharge') : optional(rate, `charge.${column}`),
  ]),
) as Readonly<Record<ChargeColumn, Field<Rate | undefined>>>

const charge = object({
  ...columns,
  when: optional(text, 'charge.when'),
  'beyond-km': optional(distance, 'charge.beyond-km'),
  text: optional(text, 'charge.text'),
  source: optional(list(sourceText), 'charge.source'),
})

export const charges = list(charge)

export function chargeLine(line: NonNullable<ReturnType<typeof charge.read>>, index: number): ChargeLine {
  const rates = CHARGE_COLUMNS.flatMap((column) => (line[column] ? [[column, line[column]]] : []))
  return {
    id: `charge-${index + 1}`,
    when: line.when === undefined ? undefined : { cel: line.when },
    beyondKm: line['beyond-km'],
    rates: Object.fromEntries(rates) as ChargeLine['rates'],
    text: line.text,
    source: line.source ?? [],
  }
}

const FIELD_TYPES = [
  'text',
  'number',
  'date',
  'instant',
  'yes-no',
  'choice',
  'person',
  'asset',
  'photo',
  'signature',
  'list',
] as const satisfies readonly FormField['type'][]

const formField = object({
  id: needed(identifier, 'field.id'),
  name: needed(text, 'field.name'),
  type: needed(oneOf(...FIELD_TYPES), 'field.type'),
  choices: optional(list(text), 'field.choices'),
  required: optional(yesNo, 'field.required'),
})

const form = object({
  name: needed(text, 'form.name'),
  fields: needed(list(formField), 'form.fields'),
  'signed-by': optional(oneOf('customer', 'staff', 'both'), 'form.signed-by'),
  text: optional(text, 'form.text'),
  source: optional(list(sourceText), 'form.source'),
})
export const forms = dictionary(identifier, form)
export type ReadForm = NonNullable<ReturnType<typeof form.read>>

const channel = object({
  name: needed(text, 'channel.name'),
  kind: needed(oneOf('phone', 'mail', 'portal', 'chat', 'fax', 'letter', 'visit', 'remote'), 'channel.kind'),
  calendar: optional(identifier, 'channel.calendar'),
  text: optional(text, 'channel.text'),
  source: optional(list(sourceText), 'channel.source'),
})
export const channels = dictionary(identifier, channel)
export type ReadChannel = NonNullable<ReturnType<typeof channel.read>>

const role = object({
  name: needed(text, 'role.name'),
  side: optional(oneOf('vendor', 'customer', 'maker'), 'role.side'),
  leads: optional(list(oneOf(...wordsIn(PHASES))), 'role.leads'),
  may: optional(list(oneOf(...wordsIn(MAY))), 'role.may'),
  duties: optional(text, 'role.duties'),
  text: optional(text, 'role.text'),
  source: optional(list(sourceText), 'role.source'),
})
export const roles = dictionary(identifier, role)
export type ReadRole = NonNullable<ReturnType<typeof role.read>>
