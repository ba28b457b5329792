import type { ContractState } from '../../../core/contract/state.ts'
import { MOST_SHIFTS, overlaps, shiftsOfPattern } from '../../../core/roster/repeat.ts'
import type { ServiceRefusal } from '../../../core/service/refusal.ts'
import { parseDay } from '../../../core/time/civil.ts'
import { HOUR_MS, MINUTE_MS } from '../../../core/time/instant.ts'
import type { Span } from '../../../core/time/span.ts'
import { instantWords } from '../../../core/promise/say.ts'
import type { Zone } from '../../../core/time/zone.ts'
import type { Locale } from '../../../core/words.ts'
import type { HandOver, PlanShifts, ShiftsPlanned } from '../../../wire/roster.ts'
import { withTenant } from '../../database/pool.ts'
import type { Tx } from '../../database/pool.ts'
import { deskIn, shiftIn } from '../../duty.ts'
import { writeRoster } from '../../roster.ts'
import type { RosterChange } from '../../roster.ts'
import { findContracts } from '../../store/contract-queries.ts'
import { employerOf } from '../../store/people.ts'
import { absencesWithin, shiftOf, shiftsWithin } from '../../store/roster.ts'
import type { RosterShiftRow } from '../../store/roster.ts'
import { readFirstAnswer } from '../../store/ledger.ts'
import { tenantRow } from '../../store/session.ts'
import { loadZone } from '../../zones.ts'
import { Refused, recordMissing, refuse, refuseField } from '../problem.ts'
import { saySentence } from '../../words/say.ts'
import { answerOfSeam } from '../seam-answer.ts'
import type { OwnWords } from '../seam-answer.ts'
import { serviceRefused } from '../services/write.ts'
import type { Call } from '../route.ts'

type Plans<Body, Params = undefined> = Call<'service.record', Params, undefined, Body>

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7]

const OWN_WORDS: OwnWords<ContractState, ServiceRefusal> = {
  refused: serviceRefused,
  stale: () => refuse(409, 'service.stale'),
  exists: () => refuse(409, 'service.stale'),
  unknown: (table) => refuseField(table, 'field.no-such', { value: table }),
}

function timeOfDay(text: string): number {
  const [hours, minutes] = text.split(':').map(Number)
  return hours! * HOUR_MS + minutes! * MINUTE_MS
}

/** The shifts that are asked for, or the field that is wrong. */
function spansAsked(
  { firstDay, lastDay = firstDay, weekdays = EVERY_DAY, from, until }: PlanShifts,
  zone: Zone,
): readonly Span[] | Refused {
  const [first, last] = [parseDay(firstDay), parseDay(lastDay)]
  if (first === undefined) return refuseField('firstDay', 'field.no-such', { value: firstDay })
  if (last === undefined) return refuseField('lastDay', 'field.no-such', { value: lastDay })
  if (last < first) return refuseField('lastDay', 'roster.last-before-first')
  if (last - first >= MOST_SHIFTS) return refuseField('lastDay', 'roster.too-far', { days: MOST_SHIFTS })
  if (from === '24:00') return refuseField('from', 'roster.starts-at-midnight')
  const spans = shiftsOfPattern({ firstDay: first, lastDay: last, weekdays, startMs: timeOfDay(from), endMs: timeOfDay(until) }, zone)
  return spans.length === 0 ? refuseField('weekdays', 'roster.no-such-day') : spans
}

type Taking = {
  readonly person: string
  readonly name: string
  readonly contract: string
  readonly spans: readonly Span[]
  readonly zone: Zone
  /** the field to be mended */
  readonly field: string
  /** shifts that are given up in the same step */
  readonly without: readonly string[]
}

const windowOf = (spans: readonly Span[]) => ({
  from: Math.min(...spans.map(({ start }) => start)),
  until: Math.max(...spans.map(({ end }) => end)),
})

function refuseAt({ field, name, zone }: Taking, key: 'roster.absent' | 'roster.overlaps', at: Span): Refused {
  const say = (locale: Locale) => {
    const [from, until] = [at.start, at.end].map((one) => instantWords(one, { zone }, locale))
    return saySentence(locale, key, { name, from: from!, until: until! })
  }
  return new Refused({ status: 422, code: key, say }).with({ field, errors: [{ field, code: key, say }] })
}

/** Nobody is planned while they are away, nor twice for the same contract at one time. */
async function takingProblem(tx: Tx, taking: Taking): Promise<Refused | undefined> {
  const { person, contract, spans, without } = taking
  const window = windowOf(spans)
  const meets = (one: Span): boolean => spans.some((span) => overlaps(span, one))
  const away = (await absencesWithin(tx, window, [person])).map(({ start_at, end_at }) => ({ start: start_at, end: end_at })).find(meets)
  if (away) return refuseAt(taking, 'roster.absent', away)
  const planned = (await shiftsWithin(tx, window, contract)).filter(({ id }) => !without.includes(id)).flatMap((row) => shiftIn(row) ?? [])
  const double = planned.find((one) => one.person === person && one.start < one.end && meets(one))
  return double && refuseAt(taking, 'roster.overlaps', double)
}

type Writing = { readonly contract: string; readonly customer: string; readonly change: RosterChange }

async function write(
  { http, caller, key }: Pick<Plans<unknown>, 'http' | 'caller' | 'key'>,
  writing: Writing,
): Promise<ShiftsPlanned | Refused> {
  if (!key) throw new Error('a keyed write came without its key')
  const answer = ({ facts }: { readonly facts: readonly { readonly type: string; readonly subject: string }[] }): ShiftsPlanned => ({
    records: facts.filter(({ type }) => type === 'shift.planned').map(({ subject }) => subject.slice('shift/'.length)),
  })
  const once = { person: caller.person, key: key.key, hash: key.hash, answer }
  const outcome = await writeRoster(http.services, { tenant: caller.tenant, person: caller.person, ...writing, once })
  return outcome.kind === 'moved'
    ? refuse(409, 'service.stale')
    : answerOfSeam<ShiftsPlanned, ContractState, ServiceRefusal>(outcome, OWN_WORDS)
}

/** 排班: a shift, or one on each of some weekdays until a day, all or none. */
export async function planShifts(call: Plans<PlanShifts>): Promise<ShiftsPlanned | Refused> {
  const { http, caller, body } = call
  if (caller.customer !== undefined) return refuse(403, 'access.denied')
  const found = await withTenant(http.services.pool, caller.tenant, async (tx) => {
    const [contract] = await findContracts(tx, caller, { id: body.contract, limit: 1 })
    if (!contract) return refuseField('contract', 'field.no-such', { value: body.contract })
    if (contract.ended) return refuseField('contract', 'roster.contract-ended', { number: contract.number })
    const person = await employerOf(tx, body.person)
    if (!person) return refuseField('person', 'field.no-such', { value: body.person })
    const zone = loadZone((await tenantRow(tx))!.timezone)
    const spans = spansAsked(body, zone)
    if (spans instanceof Refused) return spans
    const taking = { person: body.person, name: person.name, contract: contract.id, spans, zone, field: 'person', without: [] }
    return (await takingProblem(tx, taking)) ?? { contract, spans }
  })
  // What came before under the same key overlaps itself: then its first answer counts.
  if (found instanceof Refused) return (await repeated(call)) ?? found
  const { contract, spans } = found
  const plans = spans.map((span) => ({ ...span, person: body.person, desk: body.desk }))
  return write(call, { contract: contract.id, customer: contract.customer, change: { drops: [], plans } })
}

async function repeated({
  http,
  caller,
  key,
}: Pick<Plans<unknown>, 'http' | 'caller' | 'key'>): Promise<ShiftsPlanned | Refused | undefined> {
  const first =
    key && (await withTenant(http.services.pool, caller.tenant, (tx) => readFirstAnswer(tx, { person: caller.person, key: key.key })))
  if (!first || !key) return undefined
  return first.bodyHash === key.hash ? (first.answer as ShiftsPlanned) : refuse(409, 'idempotency.reused')
}

/** What is left of a shift from now on; undefined: it is over, or was given up. */
function aheadOf(row: RosterShiftRow | undefined, now: number): (Span & { readonly person: string }) | undefined {
  const shift = row && shiftIn(row)
  if (!shift || shift.end <= now || shift.start >= shift.end) return undefined
  return { ...shift, start: Math.max(shift.start, now) }
}

type Side = { readonly row: RosterShiftRow; readonly ahead: Span & { readonly person: string } }

async function sideOf(tx: Tx, { id, now, field }: { id: string; now: number; field: string | undefined }): Promise<Side | Refused> {
  const row = await shiftOf(tx, id)
  const ahead = aheadOf(row, now)
  if (row && ahead) return { row, ahead }
  if (field === undefined) return row ? refuse(422, 'roster.over') : recordMissing()
  return row ? refuseField(field, 'roster.over') : refuseField(field, 'field.no-such', { value: id })
}

/** The other side of a swap: a shift of whom it goes to, under the same contract. */
async function otherSide(tx: Tx, { row }: Side, { body, now }: { body: HandOver; now: number }): Promise<Side | undefined | Refused> {
  if (body.for === undefined) return undefined
  const other = await sideOf(tx, { id: body.for, now, field: 'for' })
  if (other instanceof Refused) return other
  if (other.row.contract !== row.contract) return refuseField('for', 'roster.other-contract')
  return other.ahead.person === body.person ? other : refuseField('for', 'roster.not-theirs')
}

/** 替班, 换班: what is left of the shift is the other's; the facts say who gave it up, why, and who has it now. */
export async function handOver(call: Plans<HandOver, { readonly id: string }>): Promise<ShiftsPlanned | Refused> {
  const { http, caller, params, body } = call
  if (caller.customer !== undefined) return refuse(403, 'access.denied')
  const before = await repeated(call)
  if (before) return before
  const now = await http.services.clock.now(caller.tenant)
  const found = await withTenant(http.services.pool, caller.tenant, async (tx) => {
    const own = await sideOf(tx, { id: params.id, now, field: undefined })
    if (own instanceof Refused) return own
    if (own.ahead.person === body.person) return refuseField('person', 'roster.theirs-already')
    const other = await otherSide(tx, own, { body, now })
    if (other instanceof Refused) return other
    const [to, from] = [await employerOf(tx, body.person), await employerOf(tx, own.ahead.person)]
    if (!to) return refuseField('person', 'field.no-such', { value: body.person })
    const zone = loadZone((await tenantRow(tx))!.timezone)
    const shared = { contract: own.row.contract, zone, without: [own.row.id, ...(other ? [other.row.id] : [])] }
    const problem =
      (await takingProblem(tx, { ...shared, person: body.person, name: to.name, spans: [own.ahead], field: 'person' })) ??
      (other &&
        (await takingProblem(tx, { ...shared, person: own.ahead.person, name: from?.name ?? '', spans: [other.ahead], field: 'for' })))
    return problem ?? { own, other }
  })
  if (found instanceof Refused) return found
  const { own, other } = found
  const taken = ({ ahead: { start, end }, row }: Side, person: string) => ({ start, end, person, desk: deskIn(row) })
  const plans = [taken(own, body.person), ...(other ? [taken(other, own.ahead.person)] : [])]
  const drops = [own.row, ...(other ? [other.row] : [])]
  return write(call, { contract: own.row.contract, customer: own.row.customer, change: { drops, plans, reason: body.reason } })
}
