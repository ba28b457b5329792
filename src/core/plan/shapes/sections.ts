import { CHARGE_COLUMNS } from '../forms.ts'
import type { ChargeColumn, ChargeLine, FormField, Rate } from '../forms.ts'
import { dictionary, identifier, list, needed, object, oneOf, optional, scalar, text, wholeNumber } from '../shape.ts'
import type { Field, Shape } from '../shape.ts'
import { sourceText } from './clause-parts.ts'
import { readFen, readPercent, yesNo } from './scalars.ts'

const WORDS = ['free', 'list', 'at-cost', 'quoted', 'unstated', 'customer', 'vendor'] as const
/** A surcharge stands on what is charged: it has no price, no cost and nobody who bears it instead. */
const SURCHARGE_WORDS = ['free', 'quoted', 'unstated'] as const

/** `free`, `list`, `120.00`, `80%`. */
function rateOf(expects: string, words: readonly (typeof WORDS)[number][]): Shape<Rate> {
  return scalar(
    expects,
    (written) => {
      const kind = words.find((word) => word === written)
      if (kind) return { kind }
      const percent = readPercent(written)
      if (percent !== undefined) return { kind: 'percent', percent }
      const fen = readFen(written)
      return fen === undefined ? undefined : { kind: 'fen', fen }
    },
    { anyOf: [{ enum: words }, { type: ['string', 'number'], pattern: '^\\d+(\\.\\d{1,4})?%?$' }] },
  )
}

const rate = rateOf('rate', WORDS)
const surcharge = rateOf('surcharge', SURCHARGE_WORDS)

const columns = Object.fromEntries(
  CHARGE_COLUMNS.map((column) => [
    column,
    column === 'surcharge'
      ? optional(surcharge, 'On top of what is charged: 20%, 50.00, free, quoted, unstated.')
      : optional(rate, 'free, list, at-cost, quoted, unstated, customer, vendor, 120.00, 80%.'),
  ]),
) as Readonly<Record<ChargeColumn, Field<Rate | undefined>>>

const charge = object({
  ...columns,
  when: optional(text, 'Which bills or lines it speaks of; without it: all.'),
  'beyond-km': optional(wholeNumber, 'Only travel beyond so many kilometres; an amount is for each kilometre.'),
  text: optional(text, 'The clause.'),
  source: optional(list(sourceText), 'Where the text stands.'),
})

export const charges = list(charge)

export function chargeLine(read: NonNullable<ReturnType<typeof charge.read>>, index: number): ChargeLine {
  const rates = CHARGE_COLUMNS.flatMap((column) => (read[column] ? [[column, read[column]]] : []))
  return {
    id: `charge-${index + 1}`,
    when: read.when === undefined ? undefined : { cel: read.when },
    beyondKm: read['beyond-km'],
    rates: Object.fromEntries(rates) as ChargeLine['rates'],
    text: read.text,
    source: read.source ?? [],
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
  id: needed(identifier, 'Identifier of the field.'),
  name: needed(text, 'What it asks.'),
  type: needed(oneOf(...FIELD_TYPES), 'What kind of answer.'),
  choices: optional(list(text), 'Answers to choose from.'),
  required: optional(yesNo, 'It may not be left out.'),
})

const form = object({
  name: needed(text, 'Name of the form.'),
  fields: needed(list(formField), 'What is written down.'),
  'signed-by': optional(oneOf('customer', 'staff', 'both'), 'Who signs it.'),
  text: optional(text, 'The clause.'),
  source: optional(list(sourceText), 'Where the text stands.'),
})
export const forms = dictionary(identifier, form)
export type ReadForm = NonNullable<ReturnType<typeof form.read>>

const channel = object({
  name: needed(text, 'Name of the line.'),
  kind: needed(oneOf('phone', 'mail', 'portal', 'chat', 'fax', 'letter', 'visit', 'remote'), 'By what means.'),
  calendar: optional(identifier, 'In which hours it is answered; default always.'),
  text: optional(text, 'The clause.'),
  source: optional(list(sourceText), 'Where the text stands.'),
})
export const channels = dictionary(identifier, channel)
export type ReadChannel = NonNullable<ReturnType<typeof channel.read>>

const role = object({
  name: needed(text, 'Name of the role.'),
  side: optional(oneOf('vendor', 'customer', 'maker'), 'Whose person it is; default: the vendor’s.'),
  leads: optional(list(identifier), 'Phases in which it leads.'),
  may: optional(list(identifier), 'What it may do: waive, assign …'),
  duties: optional(text, 'What it sees to.'),
  text: optional(text, 'The clause.'),
  source: optional(list(sourceText), 'Where the text stands.'),
})
export const roles = dictionary(identifier, role)
export type ReadRole = NonNullable<ReturnType<typeof role.read>>
