import { createHash } from 'node:crypto'
import type { ContractState } from '../../../core/contract/state.ts'
import { isLongAgo } from '../../../core/time/instant.ts'
import type { Span } from '../../../core/time/span.ts'
import { leftOver, overlaps } from '../../../core/roster/repeat.ts'
import type { ServiceRefusal } from '../../../core/service/refusal.ts'
import type { Done } from '../../../wire/base.ts'
import type { AbsenceAdded, AddAbsence } from '../../../wire/roster.ts'
import { withTenant } from '../../database/pool.ts'
import type { Tx } from '../../database/pool.ts'
import { deskIn, shiftIn } from '../../duty.ts'
import { writeRoster } from '../../roster.ts'
import { employerOf } from '../../store/people.ts'
import { addAbsence, ownPeople, shiftsWithin, withdrawAbsence } from '../../store/roster.ts'
import type { RosterShiftRow } from '../../store/roster.ts'
import { writeTrail } from '../../store/trail.ts'
import { isTeamInUse } from '../../store/teams.ts'
import { once } from '../once.ts'
import { Refused, recordMissing, refuse, refuseField } from '../problem.ts'
import { answerOfSeam } from '../seam-answer.ts'
import { newId } from '../secrets.ts'
import { serviceRefused } from '../services/write.ts'
import type { Call, Repeat } from '../route.ts'

type Records<Body, Params = undefined> = Call<'service.record', Params, undefined, Body>

/** Whom an absence is of: one person, or everybody in a team. */
async function peopleAway(tx: Tx, { person, team }: AddAbsence): Promise<readonly string[] | Refused> {
  if ((person === undefined) === (team === undefined)) return refuseField('person', 'roster.person-or-team')
  if (person !== undefined) return (await employerOf(tx, person)) ? [person] : refuseField('person', 'field.no-such', { value: person })
  if (!(await isTeamInUse(tx, team!))) return refuseField('team', 'field.no-such', { value: team! })
  const members = (await ownPeople(tx)).filter((one) => one.team === team).map(({ id }) => id)
  return members.length === 0 ? refuseField('team', 'roster.team-empty') : members
}

type Cut = { readonly contract: string; readonly customer: string; readonly rows: readonly RosterShiftRow[] }

/** The shifts that fall into an absence, by contract: what of them is still to come. */
async function shiftsCut(tx: Tx, { people, away, now }: { people: readonly string[]; away: Span; now: number }): Promise<readonly Cut[]> {
  const rows = (await shiftsWithin(tx, { from: Math.max(away.start, now), until: away.end })).filter((row) => {
    const shift = shiftIn(row)
    return shift !== undefined && people.includes(shift.person) && shift.end > now && shift.start < shift.end && overlaps(shift, away)
  })
  const contracts = [...new Set(rows.map(({ contract }) => contract))]
  return contracts.map((contract) => {
    const own = rows.filter((row) => row.contract === contract)
    return { contract, customer: own[0]!.customer, rows: own }
  })
}

/** Of each shift what lies outside of the absence stays planned; what ran until now stays as it was. */
function keptOf(row: RosterShiftRow, { away, now }: { readonly away: Span; readonly now: number }) {
  const shift = shiftIn(row)!
  const ahead = { start: Math.max(shift.start, now), end: shift.end }
  return leftOver(ahead, away).map((span) => ({ ...span, person: shift.person, desk: deskIn(row) }))
}

/** One key for each contract, made of that of the whole. */
function keyFor({ key, hash }: Repeat, contract: string): Repeat {
  return { key: createHash('sha256').update(`${key} ${contract}`).digest('hex'), hash }
}

type Cutting = { readonly cut: Cut; readonly away: Span; readonly now: number; readonly reason: string | undefined }

async function cutShifts({ http, caller, key }: Records<unknown>, { cut, away, now, reason }: Cutting): Promise<Refused | undefined> {
  const plans = cut.rows.flatMap((row) => keptOf(row, { away, now }))
  const own = keyFor(key!, cut.contract)
  const outcome = await writeRoster(http.services, {
    tenant: caller.tenant,
    person: caller.person,
    contract: cut.contract,
    customer: cut.customer,
    change: { drops: cut.rows, plans, reason },
    once: { person: caller.person, ...own, answer: () => ({ ok: true }) },
  })
  if (outcome.kind === 'moved') return refuse(409, 'service.stale')
  const answer = answerOfSeam<Done, ContractState, ServiceRefusal>(outcome, {
    refused: serviceRefused,
    stale: () => refuse(409, 'service.stale'),
    exists: () => refuse(409, 'service.stale'),
    unknown: (table) => refuseField(table, 'field.no-such', { value: table }),
  })
  return answer instanceof Refused ? answer : undefined
}

/**
 * 缺勤: somebody is away, and gives up the shifts that fall into it; what is left of them stays. Shifts first, contract by contract, each once under this key:
 * sent again after a broken line it goes on where it stopped.
 */
export async function absent(call: Records<AddAbsence>): Promise<AbsenceAdded | Refused> {
  const { http, caller, body, address } = call
  if (caller.customer !== undefined) return refuse(403, 'access.denied')
  if (body.end <= body.start) return refuseField('end', 'roster.ends-before-start')
  const now = await http.services.clock.now(caller.tenant)
  if (isLongAgo(body.start, now)) return refuseField('start', 'roster.long-ago')
  const away = { start: body.start, end: body.end }
  const found = await withTenant(http.services.pool, caller.tenant, async (tx) => {
    const people = await peopleAway(tx, body)
    return people instanceof Refused ? people : { people, cuts: await shiftsCut(tx, { people, away, now }) }
  })
  if (found instanceof Refused) return found
  for (const cut of found.cuts) {
    const refused = await cutShifts(call, { cut, away, now, reason: body.note })
    if (refused) return refused
  }
  return once<AbsenceAdded>(call, {
    work: async (tx, at) => {
      const absences = found.people.map((person) => ({ id: newId(), person }))
      for (const one of absences) {
        const { start, end, reason, note = null } = body
        await addAbsence(tx, { ...one, start_at: start, end_at: end, reason, note, by: caller.person, now })
        await writeTrail(tx, {
          at,
          person: caller.person,
          action: 'absence.added',
          subject: `person/${one.person}`,
          address,
          data: { start, end },
        })
      }
      return { absences: absences.map(({ id }) => id), shortened: found.cuts.flatMap(({ rows }) => rows).length }
    },
  })
}

/** It was not so, or they are back: shifts that were given up stay so, and are planned anew by whoever plans. */
export function withdraw({
  http,
  caller,
  params,
  address,
  ...call
}: Records<undefined, { readonly id: string }>): Promise<Done | Refused> | Refused {
  if (caller.customer !== undefined) return refuse(403, 'access.denied')
  return once<Done>(
    { ...call, http, caller },
    {
      work: async (tx, at) => {
        const person = await withdrawAbsence(tx, { id: params.id, by: caller.person, now: await http.services.clock.now(caller.tenant) })
        if (person === undefined) return recordMissing()
        await writeTrail(tx, { at, person: caller.person, action: 'absence.withdrawn', subject: `person/${person}`, address })
        return { ok: true }
      },
    },
  )
}
