import { z } from 'zod'
import { Cursor, GradeDefinition, Id, Instant, Named, limit, pageOf, prose } from './base.ts'
import { Cover } from './contracts.ts'
import { Files } from './files.ts'
import { TicketType } from './tickets.ts'

/** A cover of a device, with the contract under which it stands. `whole`: what the contract has as a whole. */
export const PortalCover = Cover.pick({
  promise: true,
  title: true,
  standing: true,
  start: true,
  end: true,
  words: true,
  gives: true,
  excludes: true,
}).extend({
  contract: z.object({ id: Id, number: z.string(), title: z.string() }),
  whole: z.boolean(),
})
export type PortalCover = z.infer<typeof PortalCover>

/** A device as its owner sees it. `zone`: of its site. */
export const PortalDevice = z.object({
  id: Id,
  name: z.string(),
  model: z.string().optional(),
  serial: z.string().optional(),
  site: Named,
  zone: z.string(),
  openTickets: z.int(),
  covers: z.array(PortalCover),
})
export type PortalDevice = z.infer<typeof PortalDevice>

/** A page is short: the covers of each device are told from its record. */
export const PortalDeviceQuery = z.strictObject({
  q: z.string().trim().max(80).optional(),
  cursor: Cursor.optional(),
  limit: limit(10, 20),
})
export type PortalDeviceQuery = z.infer<typeof PortalDeviceQuery>
export const PortalDevicePage = pageOf(PortalDevice)
export type PortalDevicePage = z.infer<typeof PortalDevicePage>

export const ReportFormQuery = z.strictObject({ type: TicketType.default('fault'), asset: Id.optional(), site: Id.optional() })
export type ReportFormQuery = z.infer<typeof ReportFormQuery>

const Choice = z.object({ id: z.string(), name: z.string() })

/** One question of a report. `required: 'or-description'`: the description may say it instead. */
export const ReportField = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['text', 'long-text', 'number', 'date', 'yes-no', 'choice']),
  required: z.enum(['yes', 'or-description', 'no']),
  min: z.int().optional(),
  max: z.int().optional(),
  options: z.array(Choice).optional(),
})
export type ReportField = z.infer<typeof ReportField>

/** What is asked of whoever reports something of this type on this device, and under which contract it would stand. */
export const ReportForm = z.object({
  types: z.array(z.object({ id: TicketType, name: z.string() })),
  fields: z.array(ReportField),
  grades: z.array(GradeDefinition),
  /** dimensions of the plan that the customer chooses */
  dimensions: z.array(z.object({ id: z.string(), name: z.string(), values: z.array(Choice) })),
  contract: z.object({ id: Id, number: z.string(), title: z.string() }).optional(),
  /** the contract's own channel that this portal is */
  line: z.string().optional(),
  sites: z.array(Named),
  zone: z.string(),
})
export type ReportForm = z.infer<typeof ReportForm>

/** Whom to call: the lines that the contracts name, and who is on duty at this moment. */
export const PortalLines = z.object({
  lines: z.array(
    z.object({
      contract: z.object({ number: z.string(), title: z.string() }),
      id: z.string(),
      name: z.string(),
      kind: z.string(),
      address: z.string(),
      hours: z.string(),
      text: z.string().optional(),
    }),
  ),
  duty: z.array(z.object({ desk: z.string().optional(), person: z.string(), phone: z.string().optional() })),
  asOf: Instant,
})
export type PortalLines = z.infer<typeof PortalLines>

/** 评价 of how a ticket was served; one that is given again stands beside the first. */
export const RateTicket = z.strictObject({ satisfied: z.boolean(), score: z.int().min(1).max(5), note: prose(1_000).optional() })
export type RateTicket = z.infer<typeof RateTicket>

/** 投诉, apart from the fault that it came of. */
export const ComplainOfTicket = z.strictObject({
  kind: z.enum(['attitude', 'quality', 'delay', 'price']),
  text: prose(2_000),
  files: Files.optional(),
})
export type ComplainOfTicket = z.infer<typeof ComplainOfTicket>

/** 要来的上门. `agreed`: the customer has said yes to this date. */
export const PortalVisits = z.object({
  items: z.array(
    z.object({
      id: Id,
      version: z.int(),
      startsAt: Instant,
      agreed: z.boolean(),
      person: z.string().optional(),
      site: z.string().optional(),
      device: z.string().optional(),
      ticket: z.object({ id: Id, number: z.string() }).optional(),
      zone: z.string(),
    }),
  ),
  asOf: Instant,
})
export type PortalVisits = z.infer<typeof PortalVisits>

/** `startsAt`: the date that was seen, to which they agree. */
export const AgreeToVisit = z.strictObject({ version: z.int().min(0), startsAt: Instant })
export type AgreeToVisit = z.infer<typeof AgreeToVisit>
