import { z } from 'zod'
import { Id, Instant, Named, prose } from './base.ts'

/** Of the years that zones are known for. */
const Day = z.iso
  .date()
  .regex(/^(19[7-9]|20\d|21\d)/)
  .meta({ description: '2026-11-23, a day where the firm is' })
const TimeOfDay = z
  .string()
  .regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/)
  .meta({ description: '08:00, by the wall clock where the firm is; 24:00 ends a day' })

export const ABSENCE_REASONS = ['leave', 'sick', 'training', 'elsewhere'] as const
export const AbsenceReason = z.enum(ABSENCE_REASONS)
export type AbsenceReason = z.infer<typeof AbsenceReason>

const ContractNamed = z.object({ id: Id, number: z.string(), title: z.string() })

/** 班次 on the roster: as far as it stands. */
export const RosterShift = z.object({
  record: Id,
  contract: ContractNamed,
  desk: Named.optional(),
  start: Instant,
  end: Instant,
})
export type RosterShift = z.infer<typeof RosterShift>

/** 缺勤: somebody is away. */
export const Absence = z.object({
  id: Id,
  start: Instant,
  end: Instant,
  reason: AbsenceReason,
  note: z.string().optional(),
})
export type Absence = z.infer<typeof Absence>

/** Who is on duty now. `by`: their shift runs, or they hold the role and nobody plans it. */
export const OnDuty = z.object({
  person: Named,
  phone: z.string().optional(),
  desk: Named,
  by: z.enum(['shift', 'role']),
  until: Instant.optional(),
  /** contracts for which they are there */
  contracts: z.array(z.object({ id: Id, number: z.string() })),
  /** calls of the last seven days that they did not answer; missing: none */
  unanswered: z.int().optional(),
})
export type OnDuty = z.infer<typeof OnDuty>
export const OnDutyList = z.object({ now: Instant, items: z.array(OnDuty) })
export type OnDutyList = z.infer<typeof OnDutyList>
export const OnDutyQuery = z.strictObject({ contract: Id.optional() })
export type OnDutyQuery = z.infer<typeof OnDutyQuery>

/** `day`: any day of the week that is meant; default today. */
export const RosterQuery = z.strictObject({ day: Day.optional() })
export type RosterQuery = z.infer<typeof RosterQuery>

/** 空档: hours that a contract promises and at which too few are there. `broken`: it has happened and is a broken promise; `open`: it is still to come. */
const RosterGap = z.object({ start: Instant, end: Instant, state: z.enum(['broken', 'open']), obligation: z.string().optional() })

export const RosterWeek = z.object({
  now: Instant,
  from: Instant,
  until: Instant,
  days: z.array(z.object({ day: Day, start: Instant, end: Instant })),
  people: z.array(Named.extend({ team: Named.optional(), shifts: z.array(RosterShift), absences: z.array(Absence) })),
  /** each clause that promises somebody on duty */
  desks: z.array(
    z.object({
      contract: ContractNamed,
      promise: z.string(),
      title: z.string(),
      desk: Named.optional(),
      atLeast: z.number(),
      gaps: z.array(RosterGap),
    }),
  ),
  /** where a shift can be planned */
  contracts: z.array(ContractNamed.extend({ desks: z.array(Named) })),
  onDuty: z.array(OnDuty),
})
export type RosterWeek = z.infer<typeof RosterWeek>

/** One shift, or with `lastDay` one on each of the weekdays until then (1 = Monday … 7 = Sunday). An `until` at or before `from` is on the next day. */
export const PlanShifts = z.strictObject({
  contract: Id,
  desk: z
    .string()
    .regex(/^[a-zA-Z0-9][a-zA-Z0-9-]{0,59}$/)
    .optional(),
  person: Id,
  firstDay: Day,
  lastDay: Day.optional(),
  weekdays: z.array(z.int().min(1).max(7)).min(1).max(7).optional(),
  from: TimeOfDay,
  until: TimeOfDay,
})
export type PlanShifts = z.infer<typeof PlanShifts>
export const ShiftsPlanned = z.object({ records: z.array(Id) })
export type ShiftsPlanned = z.infer<typeof ShiftsPlanned>

/** 替班: somebody else takes the shift; 换班 with `for`: and gives one of theirs under the same contract in return. */
export const HandOver = z.strictObject({ person: Id, for: Id.optional(), reason: prose(200) })
export type HandOver = z.infer<typeof HandOver>

/** Of one person, or of everybody in a team. */
export const AddAbsence = z.strictObject({
  person: Id.optional(),
  team: Id.optional(),
  start: Instant,
  end: Instant,
  reason: AbsenceReason,
  note: prose(200).optional(),
})
export type AddAbsence = z.infer<typeof AddAbsence>
/** `shortened`: shifts that were given up, whole or in part. */
export const AbsenceAdded = z.object({ absences: z.array(Id), shortened: z.int() })
export type AbsenceAdded = z.infer<typeof AbsenceAdded>
