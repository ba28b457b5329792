import type { Say } from '../../ui/words/say.ts'
import type { RecordField } from '../form/record-changes.ts'

export const customerFields = (say: Say): readonly RecordField[] => [
  { id: 'name', label: say('party.customer-name'), required: true },
  { id: 'contactName', label: say('party.contact-name') },
  { id: 'contactPhone', label: say('party.contact-phone') },
  { id: 'note', label: say('party.note'), kind: 'prose' },
]

export const siteFields = (say: Say): readonly RecordField[] => [
  { id: 'name', label: say('party.site-name'), required: true },
  { id: 'address', label: say('party.address') },
  { id: 'zone', label: say('party.zone'), hint: say('party.zone-hint') },
]

export const assetFields = (say: Say): readonly RecordField[] => [
  { id: 'name', label: say('party.asset-name'), required: true },
  { id: 'model', label: say('party.model') },
  { id: 'serial', label: say('party.serial') },
  { id: 'class', label: say('party.class'), hint: say('party.class-hint') },
  { id: 'acceptedOn', label: say('party.accepted-on'), kind: 'date' },
]
