import assert from 'node:assert/strict'
import { isMap } from '../../src/core/fact.ts'
import type { FactType, Json, Subject } from '../../src/core/fact.ts'
import type { RecordForm } from '../../src/core/plan/forms.ts'
import { fieldsOfForm, formsNamed } from '../../src/core/service/record-forms.ts'
import { SERVICE_STEPS, isAboutDevice, isServiceType, nounOfService } from '../../src/core/service/vocabulary.ts'
import type { FieldKind, ServiceField, ServiceNoun, ServiceType } from '../../src/core/service/vocabulary.ts'
import { DAY_MS } from '../../src/core/time/instant.ts'
import type { Instant } from '../../src/core/time/instant.ts'
import { pick } from '../../src/server/demo/random.ts'
import type { Answer, Person } from '../../src/server/http/http.testing.ts'
import type { Asset, Firm, House } from './firm.ts'
import type { Values } from './want.ts'

/** Where deeds are told: under a contract, and once one is reported under a ticket; the service records that were begun there, by noun. */
export type Scene = {
  readonly house: House
  readonly asset: Asset
  /** what the report is to say, should one be needed */
  readonly report: Values
  /** deeds belong to a ticket, so one is reported before anything else */
  readonly underTicket: boolean
  ticket?: string | undefined
  /** deeds are told as part of the record of this noun, once there is one */
  readonly partOf?: ServiceNoun | undefined
  readonly records: Map<ServiceNoun, { readonly id: string; readonly phase: string }>
  /** what was told of here: the subjects that may own an instance */
  readonly subjects: Set<Subject>
}

/** How late something is told: just now, as having happened minutes ago, or well before (补录, with its reason). */
export type Told = { readonly minutesAgo?: number | undefined; readonly by?: Person | undefined }

const WORDS = '按约定处理'
const MINUTE_MS = 60_000
const LATE_MINUTES = 10

export function sceneIn(house: House, scene: Partial<Omit<Scene, 'house'>> = {}): Scene {
  const asset = scene.asset ?? house.assets[0]!
  const subjects: Subject[] = [
    `contract/${house.contract}`,
    `customer/${house.customer}`,
    `site/${asset.site.id}`,
    `asset/${asset.id}`,
    `model/${asset.model}`,
  ]
  return { house, asset, report: {}, underTicket: false, records: new Map(), subjects: new Set(subjects), ...scene }
}

type Body = Readonly<Record<string, Json | undefined>>

const plain = (): Body => ({})
const summed = (): Body => ({ summary: WORDS })
const reasoned = (): Body => ({ reason: WORDS })
const taken =
  (...fields: readonly string[]) =>
  (values: Values): Body =>
    Object.fromEntries(fields.map((field) => [field, values[field]]))

/** Facts that are told by a command on the ticket: its path, and what it says. */
const COMMANDS: Partial<Record<FactType, readonly [command: string, body: (values: Values, firm: Firm) => Body]>> = {
  'ticket.accepted': ['accept', plain],
  'ticket.graded': ['grade', (values, { plan }) => ({ grade: values.grade ?? plan.grades[0]?.id ?? 'none', by: values.by, reason: WORDS })],
  'ticket.replied': ['reply', (values) => ({ channel: values.channel ?? 'phone', summary: WORDS })],
  'ticket.answered': ['answer', summed],
  'ticket.plan-sent': ['send-plan', summed],
  'ticket.judged': [
    'judge',
    (values) => ({ cause: 'hardware', ...taken('removable', 'affectsWork', 'remote', 'offSite', 'soon')(values), ...values }),
  ],
  'ticket.assigned': ['assign', (_, { tenant, random }) => ({ person: `${tenant}-${random() < 0.5 ? 'engineer' : 'dispatcher'}` })],
  'ticket.transferred': [
    'transfer',
    (values, { random }) => ({ team: values.team ?? (random() < 0.5 ? 'west' : 'west-1'), reason: WORDS }),
  ],
  'ticket.paused': ['pause', (values) => ({ reason: values.reason, evidence: values.evidence, noticeAt: values.noticeAt })],
  'ticket.resumed': ['resume', taken('reason')],
  'ticket.restored': ['restore', summed],
  'ticket.confirmed': ['confirm', plain],
  'ticket.refused': ['refuse', reasoned],
  'ticket.reopened': ['reopen', reasoned],
  'ticket.closed': ['close', () => ({ note: WORDS })],
  'ticket.cancelled': ['cancel', reasoned],
  'ticket.noted': ['note', () => ({ text: WORDS })],
  'remote.authorised': ['remote-authorise', plain],
  'remote.started': ['remote-start', plain],
  'remote.failed': ['remote-fail', plain],
  'remote.solved': ['remote-solve', plain],
  'remote.ended': ['remote-end', plain],
  'visit.needed': ['need-visit', (values) => ({ note: WORDS, special: values.special, travelMs: values.travelMs })],
  'visit.arrived': ['arrive', plain],
  'visit.done': ['finish-visit', plain],
  'obligation.waived': ['waive', (values) => ({ reason: WORDS, evidence: WORDS, ...values })],
  'obligation.excused': ['excuse', (values) => ({ evidence: WORDS, ...values })],
}

/** A visit of a certain kind, or under no ticket, is a service record of its own. */
function byTicket({ type, values, asRecord = false }: Deed, { ticket, partOf }: Scene): boolean {
  if (asRecord || (partOf !== undefined && type.startsWith('visit.')) || ticket === undefined || !Object.hasOwn(COMMANDS, type))
    return false
  return !type.startsWith('visit.') || Object.keys(values).every((one) => one === 'special' || one === 'travelMs')
}

const PLAIN: Readonly<Partial<Record<FieldKind, Json>>> = {
  'yes-no': true,
  number: 2,
  code: 'routine',
  duration: '30d',
  fen: 20_000,
  day: '2026-03-02',
}

function answerTo({ id, kind, choices }: ServiceField, { firm, scene, now }: Asking): Json {
  if (kind === 'person') return `${firm.tenant}-engineer`
  if (kind === 'asset') return scene.asset.id
  if (id === 'model') return scene.asset.model
  if (kind === 'instant') return now + (id === 'end' ? 6 : 5) * DAY_MS
  if (kind === 'list' || kind === 'lines' || kind === 'choices') return [choices?.[0] ?? WORDS]
  return choices?.[0] ?? PLAIN[kind] ?? WORDS
}

/** A form that is filled in as such has all that it demands. */
function formsFor(type: ServiceType, values: Values, asking: Asking): { readonly forms?: Json } {
  const named = type === 'form.filled' ? formsNamed(asking.scene.house.plan.forms, values) : []
  if (named.length === 0) return {}
  const answers = (form: RecordForm) =>
    Object.fromEntries(fieldsOfForm(form).flatMap((field) => (field.required ? [[field.id, answerTo(field, asking)]] : [])))
  return { forms: Object.fromEntries(named.map((form) => [form.id, answers(form)])) }
}

type Asking = { readonly firm: Firm; readonly scene: Scene; readonly now: Instant }

/** Models hear of their devices, occurrences of their expert, and rules of the same problem. */
const ASKED: readonly string[] = ['model', 'person', 'problem']

/** What must be answered is answered; of the rest, what the plan's conditions or its models hang on. */
function valuesFor(type: ServiceType, values: Values, asking: Asking): Values {
  const fields = SERVICE_STEPS[type].fields.filter(({ id, required }) => required || ASKED.includes(id))
  const sent: Values = values.own === false ? { person: `${asking.firm.tenant}-fitter` } : {}
  return { ...Object.fromEntries(fields.map((field) => [field.id, answerTo(field, asking)])), ...sent, ...values }
}

function whenTold(now: Instant, minutesAgo = 0): Body {
  if (minutesAgo === 0) return {}
  const late = minutesAgo > LATE_MINUTES ? { lateReason: '当时没有网络', lateEvidence: '通话清单' } : {}
  return { occurredAt: now - minutesAgo * MINUTE_MS, ...late }
}

async function step(firm: Firm, scene: Scene, { type, values, told }: Deed & { readonly type: ServiceType }): Promise<Answer> {
  const noun = nounOfService(type)
  const now = await firm.now()
  const asking = { firm, scene, now }
  const said = valuesFor(type, values, asking)
  const body = { type, values: said, ...formsFor(type, said, asking), ...whenTold(now, told?.minutesAgo) }
  const by = told?.by ?? firm.manager
  const begun = isAboutDevice(noun) ? undefined : scene.records.get(noun)
  if (begun && SERVICE_STEPS[type].from.includes(begun.phase)) return by.post(`/api/services/${begun.id}/continue`, body)
  const place = { site: scene.asset.site.id, asset: scene.asset.id }
  const whole = scene.partOf && noun !== scene.partOf ? scene.records.get(scene.partOf) : undefined
  const ground = scene.ticket === undefined ? { contract: scene.house.contract } : { ticket: scene.ticket }
  const under = whole ? { partOf: whole.id } : ground
  return by.post('/api/services', { ...body, ...under, ...place })
}

/** `asRecord`: told as a service record, though the ticket has a command for it. */
export type Deed = {
  readonly type: FactType
  readonly values: Values
  readonly told?: Told | undefined
  readonly asRecord?: boolean | undefined
}

const MILESTONE = /^contract\.(shipped|delivered|commissioned|accepted)$/

/** Tells one deed by the route that records it. A refusal is an answer; a failure of the server is none. */
export async function tell(firm: Firm, scene: Scene, deed: Deed): Promise<Answer> {
  const answer = await send(firm, scene, deed)
  const { status, body, text } = answer
  assert.ok(status < 500, `${deed.type}: ${status} ${text}`)
  if (status >= 400) {
    const code = `${deed.type} ${body?.code ?? status}`
    firm.refused.set(code, (firm.refused.get(code) ?? 0) + 1)
  }
  return answer
}

async function send(firm: Firm, scene: Scene, deed: Deed): Promise<Answer> {
  const { type, values } = deed
  const by = deed.told?.by ?? firm.manager
  const now = await firm.now()
  const when = whenTold(now, deed.told?.minutesAgo)
  if (type === 'ticket.reported') return report(firm, scene, deed)
  const milestone = MILESTONE.exec(type)?.[1]
  if (milestone !== undefined) {
    const { house } = scene
    const { lateEvidence: _, ...at } = when
    const answer = await by.post(`/api/contracts/${house.contract}/reach`, { version: house.version, milestone, evidence: WORDS, ...at })
    if (answer.status === 200) house.version = answer.body.version
    return answer
  }
  if (type === 'contract.amended') return nameAnew(firm, scene, deed)
  if (byTicket(deed, scene)) {
    const [command, body] = COMMANDS[type]!
    return by.post(`/api/tickets/${scene.ticket}/${command}`, { ...body(values, firm), ...when })
  }
  assert.ok(isServiceType(type), `nobody can tell ${type}`)
  const answer = await step(firm, scene, { ...deed, type })
  const noun = nounOfService(type)
  if (answer.status < 300 && !isAboutDevice(noun)) {
    scene.records.set(noun, { id: answer.body.id, phase: answer.body.phase })
    scene.subjects.add(`${noun}/${answer.body.id}`)
  }
  return answer
}

/** The contract names somebody for a role, or somebody else than before. */
async function nameAnew(firm: Firm, { house }: Scene, { values, told: how }: Deed): Promise<Answer> {
  const named = isMap(values.people) ? Object.keys(values.people) : []
  const person = `${firm.tenant}-${pick(firm.random, ['engineer', 'dispatcher', 'parts-keeper', 'hotline-agent'])}`
  const people = Object.fromEntries(named.map((role) => [role, [person]]))
  const answer = await (how?.by ?? firm.manager).post(`/api/contracts/${house.contract}/amend`, {
    version: house.version,
    people,
    reason: WORDS,
  })
  if (answer.status === 200) house.version = answer.body.version
  return answer
}

async function report(firm: Firm, scene: Scene, { values, told: how }: Deed): Promise<Answer> {
  const { house, asset } = scene
  const { zone: _, cover: __, kind: ___, ...said } = { ...scene.report, ...values }
  const now = await firm.now()
  const answer = await (how?.by ?? firm.manager).post('/api/tickets', {
    channel: 'phone',
    title: '停机',
    description: '面板报高压',
    customer: house.customer,
    contract: house.contract,
    asset: asset.id,
    site: asset.site.id,
    ...said,
    ...whenTold(now, how?.minutesAgo),
  })
  if (answer.status === 201) {
    scene.ticket = answer.body.id as string
    scene.subjects.add(`ticket/${scene.ticket}`)
  }
  return answer
}
