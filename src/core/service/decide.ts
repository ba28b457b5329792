import { approvalProblem } from '../approval.ts'
import type { Fact, FactSource, Json, Subject } from '../fact.ts'
import { classesOf } from '../plan/fields.ts'
import type { Plan } from '../plan/types.ts'
import { BACKFILL_MS } from '../promise/backfill.ts'
import { isLongAgo } from '../time/instant.ts'
import type { Instant } from '../time/instant.ts'
import { readFields } from './fields.ts'
import { planWords, together } from './known-words.ts'
import type { KnownWords } from './known-words.ts'
import { isLower } from './loaner.ts'
import { readForms } from './record-forms.ts'
import type { FormAnswers } from './record-forms.ts'
import { choiceWords, refusal } from './refusal.ts'
import type { ServiceRefusal } from './refusal.ts'
import type { Entry, ServiceState } from './state.ts'
import type { ServiceType } from './vocabulary.ts'
import { SERVICE_STEPS, isAboutDevice, isServiceType, nounOfService, saysCover } from './vocabulary.ts'
import { knownWord } from './word.ts'

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
  /** that it is done under */
  readonly plan?: Plan | undefined
  /** the class of the device that it is for: what a loaner is measured by */
  readonly assetClass?: string | undefined
  /** the cover under which it is done, or `none`; undefined: its plan covers nothing */
  readonly cover?: string | undefined
  /** what the firm knows beside the plan: models of devices, problems and parts of earlier records */
  readonly words?: KnownWords | undefined
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
  const { cover = context.cover } = entry.data
  const made =
    timeProblem(entry.type, step, context) ??
    ownerProblem(entry.type, step, state) ??
    read(entry.type, step, { ...context, cover: typeof cover === 'string' ? cover : undefined })
  if ('code' in made) return made
  return [
    { ...made, data: { ...made.data, replaces: of } },
    { type: 'fact.voided', data: { of, reason: true }, texts: { reason } },
  ]
}

type RecordCommand = Extract<ServiceCommand, { name: 'record' }>

/** A device may be older than anybody's records, and so may history that is taken over; anything else that long ago is a slip of the year. */
function isSlip(type: ServiceType, at: Instant, { now, source }: ServiceContext): boolean {
  return source !== 'import' && !isAboutDevice(nounOfService(type)) && isLongAgo(at, now)
}

/** Nothing happens in the future; what is entered long after it happened says why, and by what it can be shown (law 2). */
function timeProblem(type: ServiceType, command: RecordCommand, context: ServiceContext): ServiceRefusal | undefined {
  const { occurredAt = context.now } = command
  if (occurredAt > context.now) return refusal('in-future', {}, 'occurredAt')
  if (isSlip(type, occurredAt, context)) return refusal('long-ago', {}, 'occurredAt')
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
  return (
    stepProblem(type, state) ?? timeProblem(type, command, context) ?? ownerProblem(type, command, state) ?? read(type, command, context)
  )
}

const lastOf = ({ entries }: ServiceState, type: ServiceType): Entry | undefined =>
  entries.findLast((one) => one.type === type && !one.voided)

/** Nobody looks after a complaint about themselves, by whichever step they would come to it. */
function ownerProblem(type: ServiceType, { values }: RecordCommand, state: ServiceState): ServiceRefusal | undefined {
  const accused = lastOf(state, 'complaint.opened')?.data.accused
  if (type === 'complaint.assigned' && accused !== undefined && values.person === accused) return refusal('owner-accused', {}, 'person')
  const owner = lastOf(state, 'complaint.assigned')?.data.person
  if (type === 'complaint.opened' && owner !== undefined && values.accused === owner) return refusal('accused-owner', {}, 'accused')
  return undefined
}

/** What is said of a cover that the plan does not have would be heard by nobody. */
function coverProblem({ cover }: Fact['data'], plan: Plan | undefined): ServiceRefusal | undefined {
  if (typeof cover !== 'string' || !plan || plan.promises[cover]?.form === 'cover') return undefined
  const covers = Object.values(plan.promises).filter(({ form }) => form === 'cover')
  if (covers.length === 0) return refusal('cover-none', {}, 'cover')
  return refusal('field-choice', { field: 'cover', choices: choiceWords(covers.map(({ id, title }) => title ?? id)) }, 'cover')
}

/** A loaner beside the device that it stands in for: the class of that, and whether the loaner's is lower, where the plan's order of classes or their being the same tells. */
function loanerData({ class: own }: Fact['data'], { plan, assetClass }: ServiceContext): Fact['data'] {
  if (assetClass === undefined) return {}
  const known = plan ? planWords(plan, 'loan.delivered').class : undefined
  const theirs = knownWord(assetClass, known)
  if (typeof own !== 'string') return { assetClass: theirs }
  const lowerClass = isLower(own, theirs, plan && classesOf(plan))
  return lowerClass === undefined ? { assetClass: theirs } : { assetClass: theirs, lowerClass }
}

/** The state of another subject enters only as a fact: a step that is judged by the cover says which it was. */
function withCover(type: ServiceType, data: Fact['data'], { cover }: ServiceContext): Fact['data'] {
  if (!saysCover(type)) return data
  const { cover: _, ...rest } = data
  return cover === undefined ? rest : { ...rest, cover }
}

/** Whether it is lower is said by hand only where nobody can tell. */
function classProblem({ lowerClass }: Fact['data'], loaner: Fact['data']): ServiceRefusal | undefined {
  if (lowerClass === undefined || loaner.lowerClass === undefined || lowerClass === loaner.lowerClass) return undefined
  return refusal(loaner.lowerClass === true ? 'class-lower' : 'class-not-lower', {}, 'lowerClass')
}

/** What the step says, as its fact has it. */
function read(type: ServiceType, command: RecordCommand, context: ServiceContext): Said | ServiceRefusal {
  const { values, occurredAt, lateReason, lateEvidence } = command
  const { plan, words = {} } = context
  const fields = readFields(SERVICE_STEPS[type].fields, values, plan ? together(planWords(plan, type), words) : words)
  if ('code' in fields) return fields
  const loaner = type === 'loan.delivered' ? loanerData(fields.data, context) : {}
  const problem = (saysCover(type) ? undefined : coverProblem(fields.data, plan)) ?? classProblem(fields.data, loaner)
  if (problem) return problem
  const forms = readForms({ type, data: fields.data, answers: command.forms ?? {}, forms: plan?.forms ?? {} })
  if ('code' in forms) return forms
  const { start, end } = fields.data
  if (typeof start === 'number' && typeof end === 'number' && end <= start) return refusal('ends-before-start', {}, 'end')
  const late = lateness(command, context)
  return {
    type,
    data: {
      ...withCover(type, fields.data, context),
      ...loaner,
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
