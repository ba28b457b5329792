import { z } from 'zod'
import { Id, Instant, line, prose } from './base.ts'
import { Clock } from './obligations.ts'
import { Files } from './files.ts'
import { Channel, TicketType } from './tickets.ts'

/**
 * What every command may carry. `occurredAt` (default: now) more than ten minutes back is a back-filled entry (补录):
 * it needs `lateReason` and `lateEvidence`. `expectedVersion` makes an intention fail with 409 when somebody was faster.
 */
const WhenItHappened = {
  occurredAt: Instant.optional(),
  lateReason: prose(500).optional(),
  lateEvidence: prose(500).optional(),
}
const command = <Shape extends z.core.$ZodLooseShape>(shape: Shape) =>
  z.strictObject({ ...shape, ...WhenItHappened, expectedVersion: z.int().min(0).optional() })

/** One that may carry files as its evidence. */
const evident = <Shape extends z.core.$ZodLooseShape>(shape: Shape) => command({ ...shape, files: Files.optional() })

const note = prose(4000)
const reasonId = z.string().regex(/^[a-z0-9-]{1,60}$/)
const evidence = prose(500)

export const ReportFault = z.strictObject({
  type: TicketType.default('fault'),
  channel: Channel,
  /** which of the contract's own channels it came over: its kind is then the channel */
  line: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,59}$/)
    .optional(),
  title: line(120),
  description: prose(4000).optional(),
  customer: Id,
  site: Id.optional(),
  asset: Id.optional(),
  contract: Id.optional(),
  customerGrade: z.string().max(40).optional(),
  grade: z.string().max(40).optional(),
  contact: z.strictObject({ name: line(60).optional(), phone: line(40).optional() }).optional(),
  /** the type's own form: field id → value */
  values: z.record(z.string().regex(/^[A-Za-z][A-Za-z0-9-]{0,59}$/), z.union([z.string().max(4000), z.number(), z.boolean()])).default({}),
  /** other dimensions of the plan: hours, … */
  dimensions: z.record(z.string().regex(/^[a-z][a-z0-9-]{0,39}$/), z.string().max(40)).default({}),
  /** the ticket that this is split off from: one call, two matters */
  splitFrom: Id.optional(),
  files: Files.optional(),
  ...WhenItHappened,
})
export type ReportFault = z.infer<typeof ReportFault>
export type ReportFaultInput = z.input<typeof ReportFault>

/** Every command on an existing ticket: its body. The path is `/api/tickets/{id}/{command}`. */
export const TICKET_COMMANDS = {
  accept: command({}),
  grade: command({ grade: z.string().max(40), by: z.enum(['staff', 'customer']).default('staff'), reason: prose(500).optional() }),
  reply: evident({ channel: Channel, summary: note }),
  answer: evident({ summary: note }),
  'send-plan': evident({ summary: note }),
  judge: evident({
    cause: z.string().regex(/^[a-z0-9-]{1,60}$/),
    removable: z.boolean().optional(),
    affectsWork: z.boolean().optional(),
    remote: z.boolean().optional(),
    offSite: z.boolean().optional(),
    soon: z.boolean().optional(),
    summary: note.optional(),
  }),
  assign: command({ person: Id }),
  transfer: command({ team: Id, reason: prose(500).optional() }),
  pause: evident({ reason: reasonId, evidence: evidence.optional(), noticeAt: Instant.optional(), note: note.optional() }),
  resume: evident({ reason: reasonId.optional(), note: note.optional() }),
  restore: evident({ summary: note.optional() }),
  confirm: evident({ by: line(60).optional(), note: note.optional() }),
  refuse: evident({ reason: prose(500) }),
  reopen: evident({ reason: prose(500) }),
  close: evident({ note: note.optional() }),
  cancel: evident({ reason: prose(500) }),
  merge: command({ into: Id, reason: prose(500) }),
  relate: command({ to: Id }),
  unrelate: command({ to: Id }),
  /** `mentions`: people of our own who are named in it (@): they are told, and follow the ticket from then on */
  note: evident({ text: note, mentions: z.array(Id).max(20).optional() }),
  /** what the customer writes to us: by the portal themselves, otherwise entered by whom it reached */
  message: evident({ channel: Channel, text: note }),
  edit: command({
    title: line(120).optional(),
    asset: Id.optional(),
    site: Id.optional(),
    contact: z.strictObject({ name: line(60).optional(), phone: line(40).optional() }).optional(),
  }),
  'remote-authorise': command({ by: line(60).optional() }),
  'remote-start': evident({ note: note.optional() }),
  'remote-fail': evident({ note: note.optional() }),
  'remote-solve': evident({ summary: note.optional() }),
  'remote-end': evident({ note: note.optional() }),
  'need-visit': evident({
    note: note.optional(),
    special: z.boolean().optional(),
    travelMs: z
      .int()
      .min(0)
      .max(30 * 86_400_000)
      .optional(),
  }),
  arrive: evident({ person: Id.optional(), note: note.optional() }),
  'finish-visit': evident({ summary: note.optional() }),
  waive: evident({ promise: z.string().max(80), episode: z.int().min(1).default(1), reason: prose(500), evidence }),
  excuse: evident({ promise: z.string().max(80), episode: z.int().min(1).default(1), reason: reasonId, evidence }),
} as const

export type TicketCommand = keyof typeof TICKET_COMMANDS

/** What a command answers with: enough for the page to show the change before it refetches. */
export const TicketChanged = z.object({
  id: Id,
  number: z.string(),
  state: z.string(),
  version: z.int(),
  facts: z.array(Id),
  recordedAt: Instant,
  clocks: z.array(Clock),
  conflicts: z.array(z.string()),
})
export type TicketChanged = z.infer<typeof TicketChanged>
