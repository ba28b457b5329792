import { approvalProblem } from '../approval.ts'
import type { Fact, FactSource, Json, Subject } from '../fact.ts'
import { BACKFILL_MS } from '../promise/backfill.ts'
import type { Instant } from '../time/instant.ts'
import { readFields } from './fields.ts'
import { readForms } from './record-forms.ts'
import type { FormAnswers, PlanForms } from './record-forms.ts'
import { refusal } from './refusal.ts'
import type { ServiceRefusal } from './refusal.ts'
import type { Entry, ServiceState } from './state.ts'
import type { ServiceType } from './vocabulary.ts'
import { SERVICE_STEPS, isAboutDevice, isServiceType, nounOfService } from './vocabulary.ts'

export type ServiceCommand =
  | {
      readonly name: 'record'
      readonly type: string
      /** what the step says, by the ids of its fields */
      readonly values: { readonly [field: string]: Json }
      /** what stands in the record forms that it names */
      readonly forms?: FormAnswers | undefined
      /** default: now */
      readonly occurredAt?: Instant | undefined
      readonly lateReason?: string | undefined
      readonly lateEvidence?: string | undefined
    }
  | {
      /** 更正: the step as it should read, in the place of the one that stands, which is void with this reason */
      readonly name: 'correct'
      readonly of: string
      readonly reason: string
      readonly values: { readonly [field: string]: Json }
      readonly forms?: FormAnswers | undefined
      /** default: when it was said to have happened */
      readonly occurredAt?: Instant | undefined
      /** by what it can be shown, where it is long ago */
      readonly lateEvidence?: string | undefined
    }
  | { readonly name: 'approve'; readonly of: string; readonly note?: string | undefined }
  | { readonly name: 'void'; readonly of: string; readonly reason: string; readonly dispute?: string | undefined }

/** `owners`: whom it is for: ticket, contract, customer, site, device. */
export type ServiceContext = {
  readonly now: Instant
  readonly subject: Subject
  readonly owners: readonly Subject[]
  readonly newId: () => string
  readonly source: FactSource
  readonly person: string
  /** of the plan that it is done under */
  readonly forms?: PlanForms | undefined
  /** how late (ms) a hand-entered step may come before it is a 补录; default ten minutes */
  readonly backfillMs?: number | undefined
}

type NewFact = Omit<Fact, 'seq' | 'recordedAt'>
type NewText = { readonly factId: string; readonly field: string; readonly text: string }

export type ServiceDecision =
  | { readonly ok: true; readonly facts: readonly NewFact[]; readonly texts: readonly NewText[] }
  | { readonly ok: false; readonly refusal: ServiceRefusal }

type Said = {
  readonly type: Fact['type']
  readonly data: Fact['data']
  readonly texts: Readonly<Record<string, string | undefined>>
  readonly at?: Instant
}

const isBlank = (text: string | undefined): boolean => text === undefined || text.trim() === ''

function lateness(
  { occurredAt }: { readonly occurredAt?: Instant | undefined },
  { now, source, backfillMs = BACKFILL_MS }: ServiceContext,
): boolean {
  return source === 'hand' && now - (occurredAt ?? now) > backfillMs
}

type CorrectCommand = Extract<ServiceCommand, { name: 'correct' }>

/** The wrong entry is void, and what it should have said stands in its place: long after it happened that is a late entry like any other (law 2). */
function correct(command: CorrectCommand, state: ServiceState, context: ServiceContext): readonly Said[] | ServiceRefusal {
  const { of, reason, values, forms, lateEvidence } = command
  const entry = entryOf(state, of)
  if ('code' in entry) return entry
  if (entry.voided) return refusal('void-already')
  if (isBlank(reason)) return refusal('correct-reason', {}, 'reason')
  const occurredAt = command.occurredAt ?? entry.at
  const step: RecordCommand = { name: 'record', type: entry.type, values, forms, occurredAt, lateReason: reason, lateEvidence }
  const made = timeProblem(step, context) ?? read(entry.type, step, context)
  if ('code' in made) return made
  return [
    { ...made, data: { ...made.data, replaces: of } },
    { type: 'fact.voided', data: { of, reason: true }, texts: { reason } },
  ]
}

type RecordCommand = Extract<ServiceCommand, { name: 'record' }>

/** Nothing happens in the future; what is entered long after it happened says why, and by what it can be shown (law 2). */
function timeProblem(command: RecordCommand, context: ServiceContext): ServiceRefusal | undefined {
  if (command.occurredAt !== undefined && command.occurredAt > context.now) return refusal('in-future', {}, 'occurredAt')
  if (!lateness(command, context)) return undefined
  if (isBlank(command.lateReason)) return refusal('late-reason', {}, 'lateReason')
  return isBlank(command.lateEvidence) ? refusal('late-evidence', {}, 'lateEvidence') : undefined
}

/** A device is told things about again and again; any other record goes on from step to step. */
function stepProblem(type: ServiceType, { phase, noun }: ServiceState): ServiceRefusal | undefined {
  const own = nounOfService(type)
  if (isAboutDevice(own)) return undefined
  if (noun !== undefined && noun !== own) return refusal('step-unknown', { step: type }, 'type')
  if (SERVICE_STEPS[type].from.includes(phase)) return undefined
  return phase === 'absent' ? refusal('opens-elsewhere', {}, 'type') : refusal('step-not-now', { phase: `${own}.${phase}` }, 'type')
}

function record(command: RecordCommand, state: ServiceState, context: ServiceContext): Said | ServiceRefusal {
  const { type } = command
  if (!isServiceType(type)) return refusal('step-unknown', { step: type }, 'type')
  return stepProblem(type, state) ?? timeProblem(command, context) ?? read(type, command, context)
}

/** What the step says, as its fact has it. */
function read(type: ServiceType, command: RecordCommand, context: ServiceContext): Said | ServiceRefusal {
  const { values, occurredAt, lateReason, lateEvidence } = command
  const fields = readFields(SERVICE_STEPS[type].fields, values)
  if ('code' in fields) return fields
  const forms = readForms({ type, data: fields.data, answers: command.forms ?? {}, forms: context.forms ?? {} })
  if ('code' in forms) return forms
  const { start, end } = fields.data
  if (typeof start === 'number' && typeof end === 'number' && end <= start) return refusal('ends-before-start', {}, 'end')
  const late = lateness(command, context)
  return {
    type,
    data: {
      ...fields.data,
      ...forms.data,
      ...(fields.texts.evidence === undefined ? {} : { evidence: true }),
      ...(late ? { late: true, reason: fields.data.reason ?? true, evidence: true } : {}),
    },
    texts: { ...fields.texts, ...forms.texts, ...(late ? { lateReason, lateEvidence } : {}) },
    ...(occurredAt === undefined ? {} : { at: occurredAt }),
  }
}

function entryOf({ entries }: ServiceState, of: string): Entry | ServiceRefusal {
  return entries.find(({ fact }) => fact === of) ?? refusal('not-here', {}, 'of')
}

function approve(
  of: string,
  note: string | undefined,
  { state, person }: { readonly state: ServiceState; readonly person: string },
): Said | ServiceRefusal {
  const entry = entryOf(state, of)
  if ('code' in entry) return entry
  if (entry.voided) return refusal('void-already')
  const problem = approvalProblem(entry, person)
  if (problem) return refusal(problem)
  return { type: 'fact.approved', data: { of }, texts: { note } }
}

function declareVoid({ of, reason, dispute }: Extract<ServiceCommand, { name: 'void' }>, state: ServiceState): Said | ServiceRefusal {
  const entry = entryOf(state, of)
  if ('code' in entry) return entry
  if (entry.voided) return refusal('void-already')
  const data = { of, reason: true, ...(dispute === undefined ? {} : { dispute }) }
  return isBlank(reason) ? refusal('void-reason', {}, 'reason') : { type: 'fact.voided', data, texts: { reason } }
}

function said(command: ServiceCommand, state: ServiceState, context: ServiceContext): Said | readonly Said[] | ServiceRefusal {
  switch (command.name) {
    case 'record':
      return record(command, state, context)
    case 'correct':
      return correct(command, state, context)
    case 'approve':
      return approve(command.of, command.note, { state, person: context.person })
    case 'void':
      return declareVoid(command, state)
    default:
      return command satisfies never
  }
}

/** What is kept by the model of a device (备件) is heard by the model. */
function modelOf({ model }: Fact['data']): Subject[] {
  return typeof model === 'string' ? [`model/${model}`] : []
}

/** What a command on a service record brings about: its facts (of a correction two, what it should have said first) and the free text beside them; or why not. */
export function decide(state: ServiceState, command: ServiceCommand, context: ServiceContext): ServiceDecision {
  const made = said(command, state, context)
  if ('code' in made) return { ok: false, refusal: made }
  const { now, subject, owners, source, person } = context
  const facts: NewFact[] = []
  const texts: NewText[] = []
  for (const one of Array.isArray(made) ? (made as readonly Said[]) : [made as Said]) {
    const id = context.newId()
    texts.push(...Object.entries(one.texts).flatMap(([field, text]) => (isBlank(text) ? [] : [{ factId: id, field, text: text!.trim() }])))
    const also = [...new Set([...owners, ...modelOf(one.data)])].filter((named) => named !== subject)
    facts.push({ id, subject, also, type: one.type, occurredAt: one.at ?? now, source, by: person, data: one.data })
  }
  return { ok: true, facts, texts }
}
