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
  'call',
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
 * How a field is asked for. `code`: a word that conditions of plans compare with; `word`: one of the trade's own in any language (主板), which conditions and
 * rules compare as well: what is known is taken over as it is known; `duration`: a length of time (24mo); `line`, `prose`: free text, which stands beside the
 * fact; `asset`, `person`: ids; `instant`: epoch ms; `list`: codes; `occurrence`: which occurrence of which promise it is. Record forms of plans ask further
 * for a `day` (2026-09-30), a `choice` or several `choices` out of their own words, `lines` of free text, a `photo` (ids of pictures), a `signature`:
 * `{ file, name }`, drawn by hand, or given by name alone.
 */
export type FieldKind =
  | 'code'
  | 'word'
  | 'duration'
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
  | 'photo'
  | 'signature'

export type ServiceField = {
  readonly id: string
  /** what a plan calls it; none: the trade's own name stands in the language files */
  readonly name?: string
  /** whose name of the trade it bears, where that is another field's */
  readonly called?: string
  readonly kind: FieldKind
  readonly required?: true
  /** what is offered first; any other code is as good */
  readonly choices?: readonly string[]
  /** nothing else is understood */
  readonly closed?: true
  /** nobody is asked: it follows from what the firm knows of whom or what the step names */
  readonly derived?: true
}

export type ServiceStep = {
  /** steps after which it may come; `absent`: it may open */
  readonly from: readonly string[]
  readonly fields: readonly ServiceField[]
}

const kind = (...choices: readonly string[]): ServiceField => ({ id: 'kind', kind: 'code', choices })
const word = (id: string): ServiceField => ({ id, kind: 'word' })
const PERSON: ServiceField = { id: 'person', kind: 'person' }
const OWN: ServiceField = { id: 'own', kind: 'yes-no', derived: true }
/** In the firm's own words, or one that the plan declares. */
const REASON: ServiceField = { id: 'reason', kind: 'word' }
const NOTE: ServiceField = { id: 'summary', kind: 'prose' }
const OCCURRENCE: ServiceField = { id: 'occurrence', kind: 'occurrence' }
const CHECKLISTS: ServiceField = { id: 'checklists', kind: 'list' }
const PEOPLE: ServiceField = { id: 'people', kind: 'number' }
const SATISFIED: ServiceField = { id: 'satisfied', kind: 'yes-no' }
const BY: ServiceField = { id: 'by', kind: 'code', choices: ['customer', 'vendor'], closed: true, required: true }
const STARTS: ServiceField = { id: 'startsAt', kind: 'instant', required: true }
const PART: readonly ServiceField[] = [{ ...word('part'), required: true }, word('model'), { id: 'quantity', kind: 'number' }]
const CLASS = word('class')
const DEVICE: readonly ServiceField[] = [
  CLASS,
  word('model'),
  word('kind'),
  { id: 'made', kind: 'day' },
  { id: 'makerTerm', kind: 'duration' },
  { id: 'stateTerm', kind: 'duration' },
]
const FEN: ServiceField = { id: 'fen', kind: 'fen', required: true }
const FREE_FEN: ServiceField = { id: 'freeFen', kind: 'fen' }
const EVIDENCE: ServiceField = { id: 'evidence', kind: 'prose', required: true }
const COVER: ServiceField = { id: 'cover', kind: 'code' }
const COMPLAINED = ['opened', 'assigned', 'answered'] as const
/** How the customer was told: a complaint is not over before. */
const TOLD: ServiceField = { id: 'told', kind: 'code', choices: ['phone', 'mail', 'visit', 'letter'], closed: true, required: true }
const OUTCOME: ServiceField = {
  id: 'outcome',
  kind: 'code',
  choices: ['upheld', 'partly', 'unfounded', 'withdrawn'],
  closed: true,
  required: true,
}
/** The cover under which it is done, or `none`: as its ticket was reported, else as its device stands. */
const UNDER: ServiceField = { ...COVER, derived: true }

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
  // Of a visit that the page of a ticket tells there is no record before the signature.
  'visit.signed': after(['absent', 'arrived', 'left', 'done'], SATISFIED),
  'work.started': once(kind('repair', 'maintenance'), PERSON, UNDER),
  'work.failed': after(['absent', 'started'], kind('repair', 'maintenance'), word('problem'), PERSON),
  'work.succeeded': after(['absent', 'started'], kind('repair', 'maintenance'), word('problem'), PERSON),
  'part.requested': once(...PART, word('kind')),
  'part.arrived': after(['absent', 'requested'], ...PART, word('kind')),
  'part.replaced': after(['absent', 'requested', 'arrived'], ...PART, word('kind'), word('partSerial')),
  'part.taken-back': after(['absent', 'requested', 'arrived', 'replaced'], ...PART),
  'loan.delivered': once(CLASS, { id: 'asset', kind: 'asset' }, { id: 'lowerClass', kind: 'yes-no' }),
  'loan.returned': after(['delivered', 'damaged'], CLASS),
  'loan.damaged': after(['delivered', 'returned'], word('cause')),
  'rma.shipped': once({ id: 'by', kind: 'code', choices: ['customer', 'vendor'], closed: true }, UNDER),
  'rma.received': after(['absent', 'shipped'], UNDER),
  'rma.quoted': after(['shipped', 'received'], { id: 'fen', kind: 'fen', required: true }),
  'rma.paid': after(['quoted'], { id: 'fen', kind: 'fen' }),
  'rma.returned': after(['shipped', 'received', 'quoted', 'paid'], { id: 'repaired', kind: 'yes-no', required: true }),
  'callback.made': once(SATISFIED, { id: 'score', kind: 'number' }, OCCURRENCE),
  'report.delivered': once(kind('monthly', 'quarterly', 'yearly', 'fault', 'test', 'statistics'), OCCURRENCE, CHECKLISTS),
  'survey.answered': once(SATISFIED, { id: 'score', kind: 'number' }, OCCURRENCE),
  'complaint.opened': once(kind('attitude', 'quality', 'delay', 'price'), word('about'), { id: 'accused', kind: 'person' }),
  'complaint.assigned': after(COMPLAINED, { ...PERSON, required: true }),
  'complaint.answered': after(COMPLAINED, TOLD),
  'complaint.closed': after(COMPLAINED, OUTCOME, TOLD, SATISFIED),
  // somebody rang whoever is on duty: an unanswered one counts
  'call.made': once({ ...PERSON, required: true }, { id: 'answered', kind: 'yes-no', required: true }, { ...BY, required: true }),
  'notice.delivered': once(kind('renewal', 'maintenance', 'recall', 'upgrade'), OCCURRENCE),
  'training.held': once(kind('onsite', 'remote', 'centre'), PEOPLE, OCCURRENCE, CHECKLISTS),
  'document.issued': once({ ...word('document'), required: true }, OCCURRENCE),
  'form.filled': once({ id: 'form', kind: 'code', required: true }, OCCURRENCE, CHECKLISTS),
  'approval.given': once(word('what'), BY, word('model'), OCCURRENCE),
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
    word('model'),
    word('part'),
    { id: 'quantity', kind: 'number', required: true },
  ),
  'shift.planned': once(
    { ...PERSON, required: true },
    word('desk'),
    { id: 'start', kind: 'instant', required: true },
    { id: 'end', kind: 'instant', required: true },
  ),
  'shift.dropped': after(['planned'], REASON),
  'asset.accepted': once(...DEVICE),
  'asset.handed-over': once(...DEVICE),
  'asset.in-service': once(...DEVICE),
  'asset.tested': once({ id: 'passed', kind: 'yes-no', required: true }, word('kind'), OCCURRENCE, CHECKLISTS),
  'asset.reconnected': once(...DEVICE),
  'asset.described': once(...DEVICE),
  'asset.scrapped': once(...DEVICE, REASON),
  'cover.started': once(COVER, { id: 'end', kind: 'instant' }),
  'cover.extended': once({ ...COVER, required: true }, { id: 'by', called: 'extension', kind: 'duration', required: true }),
  'cover.excluded': once({ ...REASON, required: true }, COVER, word('part'), EVIDENCE),
  'cover.ended': once({ ...COVER, required: true }),
}

/** Does it say under which cover it is done? */
export function saysCover(type: ServiceType): boolean {
  return SERVICE_STEPS[type].fields.includes(UNDER)
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
