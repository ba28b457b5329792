import type { FactType } from '../fact.ts'

/**
 * 服务记录: what is done under a promise beside tickets. For each noun its steps, what each of them says, and from where it may come: the thin real
 * aggregate of every fact that clauses listen to.
 */
export const SERVICE_NOUNS = [
  'visit',
  'work',
  'part',
  'loan',
  'rma',
  'callback',
  'report',
  'survey',
  'complaint',
  'notice',
  'training',
  'document',
  'form',
  'approval',
  'invoice',
  'event',
  'stock',
  'shift',
  'asset',
  'cover',
] as const

export type ServiceNoun = (typeof SERVICE_NOUNS)[number]

/** Records about which something may be promised by themselves: what is done for one of them is recorded as part of it. */
export const SERVICE_WHOLES: readonly ServiceNoun[] = ['visit', 'loan', 'rma', 'complaint', 'event']

export type ServiceType = Extract<FactType, `${ServiceNoun}.${string}`>

/**
 * How a field is asked for. `code`: a word that conditions of plans compare with; `line`, `prose`: free text, which stands beside the fact; `asset`, `person`:
 * ids; `instant`: epoch ms; `list`: codes; `occurrence`: which occurrence of which promise it is. Record forms of plans ask further for a `day`
 * (2026-09-30), a `choice` or several `choices` out of their own words, and `lines` of free text.
 */
export type FieldKind =
  | 'code'
  | 'line'
  | 'prose'
  | 'number'
  | 'fen'
  | 'yes-no'
  | 'person'
  | 'asset'
  | 'instant'
  | 'list'
  | 'occurrence'
  | 'day'
  | 'choice'
  | 'choices'
  | 'lines'

export type ServiceField = {
  readonly id: string
  /** what a plan calls it; none: the trade's own name stands in the language files */
  readonly name?: string
  readonly kind: FieldKind
  readonly required?: true
  /** what is offered first; any other code is as good */
  readonly choices?: readonly string[]
  /** nothing else is understood */
  readonly closed?: true
}

export type ServiceStep = {
  /** steps after which it may come; `absent`: it may open */
  readonly from: readonly string[]
  readonly fields: readonly ServiceField[]
}

const kind = (...choices: readonly string[]): ServiceField => ({ id: 'kind', kind: 'code', choices })
const PERSON: ServiceField = { id: 'person', kind: 'person' }
const OWN: ServiceField = { id: 'own', kind: 'yes-no' }
const REASON: ServiceField = { id: 'reason', kind: 'code' }
const NOTE: ServiceField = { id: 'summary', kind: 'prose' }
const OCCURRENCE: ServiceField = { id: 'occurrence', kind: 'occurrence' }
const CHECKLISTS: ServiceField = { id: 'checklists', kind: 'list' }
const PEOPLE: ServiceField = { id: 'people', kind: 'number' }
const SATISFIED: ServiceField = { id: 'satisfied', kind: 'yes-no' }
const BY: ServiceField = { id: 'by', kind: 'code', choices: ['customer', 'vendor'], closed: true, required: true }
const STARTS: ServiceField = { id: 'startsAt', kind: 'instant', required: true }
const PART: readonly ServiceField[] = [
  { id: 'part', kind: 'code', required: true },
  { id: 'model', kind: 'code' },
  { id: 'quantity', kind: 'number' },
]
const CLASS: ServiceField = { id: 'class', kind: 'code' }
const DEVICE: readonly ServiceField[] = [
  CLASS,
  { id: 'model', kind: 'code' },
  { id: 'kind', kind: 'code' },
  { id: 'makerTerm', kind: 'code' },
  { id: 'stateTerm', kind: 'code' },
]
const FEN: ServiceField = { id: 'fen', kind: 'fen', required: true }
const FREE_FEN: ServiceField = { id: 'freeFen', kind: 'fen' }
const EVIDENCE: ServiceField = { id: 'evidence', kind: 'prose', required: true }
const COVER: ServiceField = { id: 'cover', kind: 'code' }

const VISITS = ['inspection', 'maintenance', 'repair', 'resident', 'installation', 'training', 'survey'] as const
const ANY = ['absent', 'needed', 'planned', 'agreed', 'dispatched', 'declined', 'departed', 'arrived', 'left'] as const

function once(...fields: readonly ServiceField[]): ServiceStep {
  return { from: ['absent'], fields: [...fields, NOTE] }
}

function after(from: readonly string[], ...fields: readonly ServiceField[]): ServiceStep {
  return { from, fields: [...fields, NOTE] }
}

export const SERVICE_STEPS: { readonly [Type in ServiceType]: ServiceStep } = {
  'visit.needed': once(kind(...VISITS)),
  'visit.planned': after(ANY.slice(0, 6), STARTS, { ...PERSON, required: true }, kind(...VISITS)),
  'visit.agreed': after(ANY.slice(0, 6), STARTS, BY, OCCURRENCE),
  'visit.dispatched': after(ANY.slice(0, 6), { ...PERSON, required: true }, OWN, kind(...VISITS)),
  'visit.declined': after(['dispatched', 'planned', 'agreed'], REASON),
  'visit.departed': after(ANY.slice(0, 7)),
  'visit.arrived': after(ANY.slice(0, 7), PERSON, OWN, kind(...VISITS)),
  'visit.left': after(['arrived']),
  'visit.done': after(ANY, PERSON, kind(...VISITS), OCCURRENCE, CHECKLISTS, PEOPLE),
  'visit.signed': after(['arrived', 'left', 'done'], SATISFIED),
  'work.started': once(kind('repair', 'maintenance'), PERSON),
  'work.failed': after(['absent', 'started'], kind('repair', 'maintenance'), { id: 'problem', kind: 'code' }, PERSON),
  'work.succeeded': after(['absent', 'started'], kind('repair', 'maintenance'), { id: 'problem', kind: 'code' }, PERSON),
  'part.requested': once(...PART, kind()),
  'part.arrived': after(['absent', 'requested'], ...PART, kind()),
  'part.replaced': after(['absent', 'requested', 'arrived'], ...PART, kind(), { id: 'partSerial', kind: 'code' }),
  'part.taken-back': after(['absent', 'requested', 'arrived', 'replaced'], ...PART),
  'loan.delivered': once(CLASS, { id: 'asset', kind: 'asset' }, { id: 'lowerClass', kind: 'yes-no' }),
  'loan.returned': after(['delivered', 'damaged'], CLASS),
  'loan.damaged': after(['delivered', 'returned'], { id: 'cause', kind: 'code' }),
  'rma.shipped': once({ id: 'by', kind: 'code', choices: ['customer', 'vendor'], closed: true }),
  'rma.received': after(['absent', 'shipped']),
  'rma.quoted': after(['shipped', 'received'], { id: 'fen', kind: 'fen', required: true }),
  'rma.paid': after(['quoted'], { id: 'fen', kind: 'fen' }),
  'rma.returned': after(['shipped', 'received', 'quoted', 'paid'], { id: 'repaired', kind: 'yes-no', required: true }),
  'callback.made': once(SATISFIED, { id: 'score', kind: 'number' }, OCCURRENCE),
  'report.delivered': once(kind('monthly', 'quarterly', 'yearly', 'fault', 'test', 'statistics'), OCCURRENCE, CHECKLISTS),
  'survey.answered': once(SATISFIED, { id: 'score', kind: 'number' }, OCCURRENCE),
  'complaint.opened': once(kind('attitude', 'quality', 'delay', 'price'), { id: 'about', kind: 'code' }),
  'complaint.closed': after(['opened']),
  'notice.delivered': once(kind('renewal', 'maintenance', 'recall', 'upgrade'), OCCURRENCE),
  'training.held': once(kind('onsite', 'remote', 'centre'), PEOPLE, OCCURRENCE, CHECKLISTS),
  'document.issued': once({ id: 'document', kind: 'code', required: true }, OCCURRENCE),
  'form.filled': once({ id: 'form', kind: 'code', required: true }, OCCURRENCE, CHECKLISTS),
  'approval.given': once({ id: 'what', kind: 'code' }, BY, { id: 'model', kind: 'code' }, OCCURRENCE),
  // a bill has a page of its own, which states both
  'invoice.shown': after([], FEN, FREE_FEN),
  'invoice.issued': after([], FEN, FREE_FEN),
  'event.announced': once(
    { id: 'start', kind: 'instant', required: true },
    { id: 'end', kind: 'instant', required: true },
    kind('exam', 'congress', 'holiday'),
  ),
  'stock.changed': once(
    { id: 'place', kind: 'code', choices: ['local', 'branch', 'factory'], required: true },
    { id: 'model', kind: 'code' },
    { id: 'part', kind: 'code' },
    { id: 'quantity', kind: 'number', required: true },
  ),
  'shift.planned': once(
    { ...PERSON, required: true },
    { id: 'desk', kind: 'code' },
    { id: 'start', kind: 'instant', required: true },
    { id: 'end', kind: 'instant', required: true },
  ),
  'shift.dropped': after(['planned'], REASON),
  'asset.accepted': once(...DEVICE),
  'asset.handed-over': once(...DEVICE),
  'asset.in-service': once(...DEVICE),
  'asset.tested': once({ id: 'passed', kind: 'yes-no', required: true }, { id: 'kind', kind: 'code' }, OCCURRENCE, CHECKLISTS),
  'asset.reconnected': once(...DEVICE),
  'asset.described': once(...DEVICE),
  'asset.scrapped': once(...DEVICE, REASON),
  'cover.started': once(COVER, { id: 'end', kind: 'instant' }),
  'cover.extended': once({ ...COVER, required: true }, { id: 'by', kind: 'code', required: true }),
  'cover.excluded': once({ ...REASON, required: true }, COVER, { id: 'part', kind: 'code' }, EVIDENCE),
  'cover.ended': once({ ...COVER, required: true }),
}

export function isServiceType(type: string): type is ServiceType {
  return Object.hasOwn(SERVICE_STEPS, type)
}

export function nounOfService(type: ServiceType): ServiceNoun {
  return type.slice(0, type.indexOf('.')) as ServiceNoun
}

/** What a device or its cover is told stands with the device itself: there is no record of its own to go on with. */
export function isAboutDevice(noun: ServiceNoun): boolean {
  return noun === 'asset' || noun === 'cover'
}

/** The steps with which a record may begin, in the order of the table. */
export const SERVICE_OPENINGS: readonly ServiceType[] = (Object.keys(SERVICE_STEPS) as ServiceType[]).filter((type) =>
  SERVICE_STEPS[type].from.includes('absent'),
)

/** Steps that may come next. */
export function nextSteps(noun: ServiceNoun, phase: string): readonly ServiceType[] {
  return (Object.keys(SERVICE_STEPS) as ServiceType[]).filter(
    (type) => nounOfService(type) === noun && SERVICE_STEPS[type].from.includes(phase),
  )
}
