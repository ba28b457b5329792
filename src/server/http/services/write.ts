import { can } from '../../../core/access/can.ts'
import { sayServiceRefusal } from '../../../core/service/refusal.ts'
import type { ServiceRefusal } from '../../../core/service/refusal.ts'
import type { ServiceCommand } from '../../../core/service/decide.ts'
import type { KnownWords } from '../../../core/service/known-words.ts'
import { picturesIn } from '../../../core/service/record-forms.ts'
import type { FormAnswers } from '../../../core/service/record-forms.ts'
import { evolve, initialState } from '../../../core/service/state.ts'
import type { ServiceState } from '../../../core/service/state.ts'
import { SERVICE_STEPS, isAboutDevice, isServiceType, nounOfService, saysCover } from '../../../core/service/vocabulary.ts'
import type { FileRef } from '../../../core/file/ref.ts'
import type { Fact, Json, Subject } from '../../../core/fact.ts'
import type { Locale } from '../../../core/words.ts'
import type { Recorded } from '../../../wire/facts.ts'
import type { ContinueService, CorrectService, RecordService, ServiceChanged } from '../../../wire/services.ts'
import { withTenant } from '../../database/pool.ts'
import type { Tx } from '../../database/pool.ts'
import { writeService } from '../../service.ts'
import { findContracts } from '../../store/contract-queries.ts'
import { factsAbout } from '../../store/fact-queries.ts'
import { knownWords } from '../../store/known-words.ts'
import { coverReported, openingGround } from '../../store/opening.ts'
import { employerOf } from '../../store/people.ts'
import { present } from '../../store/rows.ts'
import { findServices } from '../../store/services.ts'
import type { ServiceOwners } from '../../store/services.ts'
import { findTicket } from '../../store/ticket-queries.ts'
import { newId } from '../../transact.ts'
import type { Along, Done } from '../../transact.ts'
import type { Caller } from '../caller.ts'
import { filesNamed } from '../files/attach.ts'
import { picturesNamed } from '../files/pictures.ts'
import type { Http } from '../http.ts'
import { plansFor } from '../plan-of.ts'
import { Refused, recordMissing, refuse, refuseField } from '../problem.ts'
import { coverInForce } from '../tickets/ground.ts'
import { answerOfSeam, recordedBy } from '../seam-answer.ts'
import type { OwnWords } from '../seam-answer.ts'
import type { Call, Repeat } from '../route.ts'

type Records<Body, Params> = Call<'service.record', Params, undefined, Body>

/** Values are told by their own path, what stands beside them by its own. */
const OUTSIDE = ['type', 'occurredAt', 'lateReason', 'lateEvidence', 'of', 'reason', 'note']

export function serviceRefused(refusal: ServiceRefusal): Refused {
  const say = (locale: Locale) => sayServiceRefusal(refusal, locale)
  const code = `service.${refusal.code}`
  if (refusal.field === undefined) return new Refused({ status: 422, code, say })
  const isValue = refusal.code.startsWith('field-') || refusal.code === 'ends-before-start'
  const inForm = refusal.field.startsWith('forms.')
  const field = !inForm && (isValue || !OUTSIDE.includes(refusal.field)) ? `values.${refusal.field}` : refusal.field
  return new Refused({ status: 400, code, say }).with({ field, errors: [{ field, code, say }] })
}

const WORDS: OwnWords<ServiceState, ServiceRefusal> = {
  refused: serviceRefused,
  stale: () => refuse(409, 'service.stale'),
  exists: () => refuse(409, 'service.stale'),
  unknown: (table) => refuseField(table, 'field.no-such', { value: table }),
}

type Writing = {
  readonly subject: Subject
  readonly owners: ServiceOwners
  readonly command: ServiceCommand
  readonly opens: boolean
  readonly known?: ServiceState | undefined
  readonly files?: readonly FileRef[]
  readonly words?: KnownWords | undefined
  readonly assetClass?: string | undefined
  readonly along?: Along | undefined
  readonly expectedVersion?: number | undefined
}

type Acting = { readonly http: Http; readonly caller: Caller; readonly key: Repeat | undefined }

export async function write<Answer>(
  { http, caller, key }: Acting,
  writing: Writing,
  answer: (done: Done<ServiceState>) => Answer,
): Promise<Answer | Refused> {
  if (!key) throw new Error('a keyed write came without its key')
  const once = { person: caller.person, key: key.key, hash: key.hash, answer }
  const cover = await coverUnder({ http, caller }, writing)
  const outcome = await writeService(http.services, { tenant: caller.tenant, person: caller.person, ...writing, cover, once })
  return answerOfSeam<Answer, ServiceState, ServiceRefusal>(outcome, WORDS)
}

/** The cover under which a step is done, where the step says so: that of its ticket, judged when it was reported (law 11), else of its device. */
async function coverUnder(
  { http, caller }: Pick<Acting, 'http' | 'caller'>,
  { command, owners: { ticket, contract, asset } }: Writing,
): Promise<string | undefined> {
  if (command.name !== 'record' || !isServiceType(command.type) || !saysCover(command.type)) return undefined
  if (ticket !== undefined) return withTenant(http.services.pool, caller.tenant, (tx) => coverReported(tx, ticket))
  return coverInForce(http, caller.tenant, { contract, asset, at: command.occurredAt })
}

export function changed(id: string) {
  return ({ state, version, facts, recordedAt }: Done<ServiceState>): ServiceChanged => ({
    id,
    noun: state.noun ?? '',
    phase: state.phase,
    version,
    fact: facts[0]!.id,
    recordedAt,
  })
}

type Whom = Pick<RecordService, 'contract' | 'ticket' | 'site' | 'asset'>

/** Whom it is for: what the record is for that it is part of, or as it says itself. */
async function ownersFor(tx: Tx, caller: Caller, { partOf, ...said }: RecordService): Promise<ServiceOwners | Refused> {
  if (partOf === undefined) return ownersNamed(tx, caller, said)
  const [row] = await findServices(tx, caller, { id: partOf, limit: 1 })
  if (!row) return refuseField('partOf', 'field.no-such', { value: partOf })
  const ground = row.ticket === null ? { contract: present(row.contract) } : { ticket: row.ticket }
  const own = { ...ground, site: said.site ?? present(row.site), asset: said.asset ?? present(row.asset) }
  const owners = await ownersNamed(tx, caller, own)
  return owners instanceof Refused ? owners : { ...owners, partOf: `${row.noun}/${row.id}` }
}

/** A ticket with all that it stands on, or a contract; and the site and device that it speaks of. */
export async function ownersNamed(tx: Tx, caller: Caller, { contract, ticket, site, asset }: Whom): Promise<ServiceOwners | Refused> {
  if (ticket !== undefined) {
    const row = await findTicket(tx, caller, ticket)
    if (!row) return refuseField('ticket', 'field.no-such', { value: ticket })
    if (!row.customer) return refuseField('ticket', 'field.required')
    const own = { contract: present(row.contract), site: site ?? present(row.site), asset: asset ?? present(row.asset) }
    return ownersTogether(tx, { customer: row.customer, ticket, ...own })
  }
  if (contract === undefined) return refuseField('contract', 'field.required')
  const [row] = await findContracts(tx, caller, { id: contract, limit: 1 })
  if (!row) return refuseField('contract', 'field.no-such', { value: contract })
  return ownersTogether(tx, { customer: row.customer, contract, ticket: undefined, site, asset })
}

async function ownersTogether(tx: Tx, owners: ServiceOwners): Promise<ServiceOwners | Refused> {
  const { customer, site, asset, contract } = owners
  const ground = await openingGround(tx, { customer, site, asset, contract })
  if (site !== undefined && ground.site_customer === null) return refuseField('site', 'field.no-such', { value: site })
  if (asset !== undefined && ground.asset_customer === null) return refuseField('asset', 'field.no-such', { value: asset })
  if (site !== undefined && ground.site_customer !== customer) return refuseField('site', 'field.of-other-customer')
  if (asset !== undefined && ground.asset_customer !== customer) return refuseField('asset', 'field.of-other-customer')
  return { ...owners, site: site ?? present(ground.asset_site) }
}

type Values = { readonly [field: string]: Json }

/** What is said of a step, and where a step is put right, what stood there before. */
type Said = { readonly type: string; readonly values: Values; readonly before?: Values | undefined }

/** A person who is named works here, and whether as our own the list of people says: what is said otherwise is refused. */
async function withPerson(tx: Tx, { type, values, before = {} }: Said): Promise<Values | Refused> {
  const { person, own, accused } = values
  if (typeof accused === 'string' && accused !== '' && !(await employerOf(tx, accused)))
    return refuseField('values.accused', 'field.no-such', { value: accused })
  if (typeof person !== 'string' || person === '') return values
  // Whose they were when they came stays, whoever employs them by now.
  if (person === before.person && typeof before.own === 'boolean') return { ...values, own: before.own }
  const found = await employerOf(tx, person)
  if (!found) return refuseField('values.person', 'field.no-such', { value: person })
  if (!isServiceType(type) || !SERVICE_STEPS[type].fields.some(({ id }) => id === 'own')) return values
  const isOwn = found.subcontractor === null
  if (own === isOwn || typeof own !== 'boolean') return { ...values, own: isOwn }
  const { name, subcontractor } = found
  return subcontractor === null
    ? refuseField('values.own', 'service.own-is', { name })
    : refuseField('values.own', 'service.own-not', { name, firm: subcontractor })
}

function formsIn({ forms }: { readonly forms?: RecordService['forms'] | undefined }): FormAnswers | undefined {
  return forms as FormAnswers | undefined
}

type Carried = Pick<RecordService, 'files' | 'forms'>

/** The evidence of a step: the files that it names, and the pictures that stand in its record forms. */
async function filesCarried(
  { http, caller }: Pick<Acting, 'http' | 'caller'>,
  { contract }: ServiceOwners,
  { files, forms }: Carried,
): Promise<readonly FileRef[] | Refused> {
  const named = await filesNamed(http, caller, files)
  if (named instanceof Refused || forms === undefined || contract === undefined) return named
  const rows = await withTenant(http.services.pool, caller.tenant, (tx) =>
    tx.query<{ bound_hash: string }>('SELECT bound_hash FROM contract WHERE id = $1', [contract]),
  )
  const [bound] = (await plansFor(http, caller.tenant, rows)).values()
  const pictures = await picturesNamed(http, caller, bound ? picturesIn(bound.plan.forms, forms as FormAnswers) : [])
  if (pictures instanceof Refused) return pictures
  return [...named, ...pictures.filter(({ id }) => !named.some((one) => one.id === id))]
}

type KnownOf = { readonly words: KnownWords; readonly assetClass: string | undefined }

/** Does a step ask for a word of the trade? One that is put right may have. */
function asksForWords(type: string | undefined): boolean {
  return type === undefined || (isServiceType(type) && SERVICE_STEPS[type].fields.some(({ kind }) => kind === 'word'))
}

/** What the firm knows of what a step may say: words for this customer, and the class of the device. */
function knownFor(
  { http, caller }: Pick<Acting, 'http' | 'caller'>,
  { customer, asset }: ServiceOwners,
  type: string | undefined,
): Promise<KnownOf> {
  return withTenant(http.services.pool, caller.tenant, async (tx) => {
    const words = asksForWords(type) ? await knownWords(tx, customer) : {}
    const [device] = await tx.query<{ class: string | null }>('SELECT class FROM asset WHERE id = $1', [asset ?? ''])
    return { words, assetClass: present(device?.class ?? null) }
  })
}

/** The first step of a service record. What a device is told is recorded with the device. */
export async function recordService(call: Records<RecordService, undefined>): Promise<ServiceChanged | Refused> {
  const { http, caller, body } = call
  if (caller.customer !== undefined) return refuse(403, 'access.denied')
  const values = await withTenant(http.services.pool, caller.tenant, (tx) =>
    withPerson(tx, { type: body.type, values: body.values as Values }),
  )
  if (values instanceof Refused) return values
  const owners = await withTenant(http.services.pool, caller.tenant, (tx) => ownersFor(tx, caller, body))
  if (owners instanceof Refused) return owners
  const noun = isServiceType(body.type) ? nounOfService(body.type) : undefined
  const onDevice = noun !== undefined && isAboutDevice(noun)
  if (onDevice && owners.asset === undefined) return refuseField('asset', 'field.required')
  const files = await filesCarried(call, owners, body)
  if (files instanceof Refused) return files
  const id = onDevice ? owners.asset! : newId()
  const { type, occurredAt, lateReason, lateEvidence } = body
  const command: ServiceCommand = { name: 'record', type, values, forms: formsIn(body), occurredAt, lateReason, lateEvidence }
  const subject: Subject = `${onDevice ? 'asset' : (noun ?? 'visit')}/${id}`
  const known = await knownFor(call, owners, type)
  return write(call, { subject, owners, command, opens: !onDevice, files, ...known }, changed(id))
}

/** The record for the vendor's people, with whom it is for. */
async function standing({ http, caller }: Acting, id: string) {
  if (caller.customer !== undefined) return refuse(403, 'access.denied')
  const [row] = await withTenant(http.services.pool, caller.tenant, (tx) => findServices(tx, caller, { id, limit: 1 }))
  if (!row) return recordMissing()
  const { customer, contract, ticket, site, asset, noun } = row
  const partOf: Subject | undefined = row.part_of === null ? undefined : `${row.part_of_noun}/${row.part_of}`
  const owners = { customer, contract: present(contract), ticket: present(ticket), site: present(site), asset: present(asset), partOf }
  return { subject: `${noun}/${id}` as Subject, owners, opens: false }
}

/** The next step of a service record that is there. */
export async function continueService(call: Records<ContinueService, { readonly id: string }>): Promise<ServiceChanged | Refused> {
  const { http, caller, params, body } = call
  const { expectedVersion, values: said, forms: _, files: named, ...rest } = body
  const row = await standing(call, params.id)
  if (row instanceof Refused) return row
  const values = await withTenant(http.services.pool, caller.tenant, (tx) => withPerson(tx, { type: body.type, values: said as Values }))
  if (values instanceof Refused) return values
  const files = await filesCarried(call, row.owners, { files: named, forms: body.forms })
  if (files instanceof Refused) return files
  return write(
    call,
    {
      ...row,
      files,
      ...(await knownFor(call, row.owners, body.type)),
      command: { name: 'record', ...rest, values, forms: formsIn(body) },
      expectedVersion,
    },
    changed(params.id),
  )
}

/** Whoever may put right only their own does not touch what others entered. */
async function ofOthers(
  tx: Tx,
  caller: Caller,
  { id, fact }: { readonly id: string; readonly fact: string },
): Promise<Refused | undefined> {
  const [row] = await findServices(tx, caller, { id, limit: 1 })
  const entry = row?.state_json.entries.find((one) => one.fact === fact)
  const people = entry?.by === undefined ? [] : [entry.by]
  return !entry || can(caller, 'fact.correct', { customer: row?.customer, people }).allow ? undefined : refuse(403, 'access.denied')
}

/** 更正: one act puts a step right: what it should have said stands in its place, and the wrong entry is void with the reason. */
export async function correctService(
  call: Call<'fact.correct', { readonly id: string }, undefined, CorrectService>,
): Promise<ServiceChanged | Refused> {
  const { http, caller, params, body } = call
  const { fact, expectedVersion, values: said, forms: _, files: named, ...rest } = body
  const row = await standing(call, params.id)
  if (row instanceof Refused) return row
  const values = await withTenant(http.services.pool, caller.tenant, async (tx) => {
    const [stands] = await findServices(tx, caller, { id: params.id, limit: 1 })
    const entry = stands?.state_json.entries.find((one) => one.fact === fact)
    return (
      (await ofOthers(tx, caller, { id: params.id, fact })) ??
      withPerson(tx, { type: entry?.type ?? '', values: said as Values, before: entry?.data as Values | undefined })
    )
  })
  if (values instanceof Refused) return values
  const files = await filesCarried(call, row.owners, { files: named, forms: body.forms })
  if (files instanceof Refused) return files
  const command: ServiceCommand = { name: 'correct', of: fact, ...rest, values, forms: formsIn(body) }
  return write(call, { ...row, files, ...(await knownFor(call, row.owners, undefined)), command, expectedVersion }, changed(params.id))
}

type Place = {
  readonly subject: Subject
  readonly owners: ServiceOwners
  readonly opens: boolean
  readonly known?: ServiceState | undefined
}

/** Facts about one device, and what was ruled on them. */
const MOST_FACTS = 10_000

/** Where a step stands: its record, or the device that it was told of. Undefined: neither, it is a ticket's own. */
export async function placeOf(acting: Pick<Acting, 'http' | 'caller'>, { subject, also }: Fact): Promise<Place | Refused | undefined> {
  const { http, caller } = acting
  const id = subject.slice(subject.indexOf('/') + 1)
  if (!subject.startsWith('asset/')) {
    const row = await standing({ ...acting, key: undefined }, id)
    return row instanceof Refused && row.status === 404 ? undefined : row
  }
  if (caller.customer !== undefined) return refuse(403, 'access.denied')
  const facts = await withTenant(http.services.pool, caller.tenant, (tx) => factsAbout(tx, subject, { limit: MOST_FACTS }))
  const named = (noun: string) => also.find((one) => one.startsWith(`${noun}/`))?.slice(noun.length + 1)
  const owners = { customer: named('customer') ?? '', contract: named('contract'), ticket: named('ticket'), site: named('site'), asset: id }
  return { subject, owners, opens: false, known: facts.reduce(evolve, initialState()) }
}

/** A second person approves a step that was entered late, or it is declared void. */
export function ruleOnService(
  acting: Acting & { readonly along?: Along | undefined },
  place: Place,
  command: Extract<ServiceCommand, { name: 'approve' | 'void' }>,
): Promise<Recorded | Refused> {
  return write(acting, { ...place, command, along: acting.along }, recordedBy)
}
