import { z } from 'zod'
import { Id, Instant, Named, line } from './base.ts'
import { PortalCover, ReportForm } from './portal.ts'
import { ReportFault } from './ticket-commands.ts'
import { TicketType } from './tickets.ts'

/** What is printed on a device (设备二维码): the firm, and 128 bits that nobody guesses. */
export const CodeParams = z.strictObject({ code: z.string().regex(/^[a-z0-9-]{1,40}\.[A-Za-z0-9_-]{22}$/) })

/** A device with the address that its code holds; without one: none was made, or it was revoked. */
export const CodedDevice = z.object({
  id: Id,
  name: z.string(),
  model: z.string().optional(),
  serial: z.string().optional(),
  site: z.string(),
  code: z.object({ url: z.string(), madeAt: Instant }).optional(),
})
export type CodedDevice = z.infer<typeof CodedDevice>

/** `more`: there are more devices than one sheet takes. */
export const DeviceCodes = z.object({ customer: Named, firm: z.string(), items: z.array(CodedDevice), more: z.boolean() })
export type DeviceCodes = z.infer<typeof DeviceCodes>

export const ScannedQuery = z.strictObject({ type: TicketType.default('fault') })
export type ScannedQuery = z.infer<typeof ScannedQuery>

/** What whoever stands before a device is told of it, and what the form of a report asks: nothing of its tickets, nor of anything else of its owner's. */
export const Scanned = z.object({
  firm: z.string(),
  device: z.object({ name: z.string(), model: z.string().optional(), serial: z.string().optional(), site: z.string() }),
  covers: z.array(PortalCover.omit({ contract: true, whole: true })),
  form: ReportForm.pick({ types: true, fields: true, grades: true, dimensions: true, zone: true }),
  asOf: Instant,
})
export type Scanned = z.infer<typeof Scanned>

const said = { type: true, title: true, description: true, customerGrade: true, values: true, dimensions: true } as const

export const PreviewByCode = ReportFault.pick(said)
export type PreviewByCode = z.infer<typeof PreviewByCode>

/** Nobody knows who reports by a code: a name and a number to ring are wanted. */
export const ReportByCode = ReportFault.pick(said).extend({
  contact: z.strictObject({ name: line(60), phone: line(40).regex(/(?:\d\D*){5}/) }),
})
export type ReportByCode = z.infer<typeof ReportByCode>
export type ReportByCodeInput = z.input<typeof ReportByCode>

export const ReportedByCode = z.object({ number: z.string(), at: Instant })
export type ReportedByCode = z.infer<typeof ReportedByCode>
