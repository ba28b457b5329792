import { CUSTOMER_CLASSES } from '../../wire/parties.ts'
import type { Zone } from '../../wire/parties.ts'
import type { Say } from '../../ui/words/say.ts'
import type { RecordField } from '../form/record-changes.ts'

export const customerFields = (say: Say): readonly RecordField[] => [
  { id: 'name', label: say('party.customer-name'), required: true },
  { id: 'contactName', label: say('party.contact-name') },
  { id: 'contactPhone', label: say('party.contact-phone') },
  {
    id: 'class',
    label: say('party.customer-class'),
    kind: 'choice',
    hint: say('party.customer-class-hint'),
    options: CUSTOMER_CLASSES.map((value) => ({ value, label: say(`customer-class.${value}`) })),
  },
  { id: 'note', label: say('party.note'), kind: 'prose' },
]

/** A zone in the words of the plans that go by it. */
export const zoneWords = (zones: readonly Zone[], id: string): string => zones.find((one) => one.id === id)?.names.join(' / ') ?? id

/** Chosen from the zones that plans name; what a site has already stays among them. */
const zoneField = (say: Say, zones: readonly Zone[], own: string | undefined): RecordField => {
  const ids = zones.map(({ id }) => id)
  return {
    id: 'zone',
    label: say('party.zone'),
    kind: 'choice',
    hint: say('party.zone-hint'),
    none: say('party.zones-none'),
    options: [...ids, ...(own === undefined || ids.includes(own) ? [] : [own])].map((id) => ({ value: id, label: zoneWords(zones, id) })),
  }
}

export const siteFields = (say: Say, zones: readonly Zone[], own?: string): readonly RecordField[] => [
  { id: 'name', label: say('party.site-name'), required: true },
  { id: 'address', label: say('party.address') },
  zoneField(say, zones, own),
]

export const assetFields = (say: Say): readonly RecordField[] => [
  { id: 'name', label: say('party.asset-name'), required: true },
  { id: 'model', label: say('party.model') },
  { id: 'serial', label: say('party.serial') },
  { id: 'class', label: say('party.class'), hint: say('party.class-hint') },
  { id: 'acceptedOn', label: say('party.accepted-on'), kind: 'date' },
]
