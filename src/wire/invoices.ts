import { z } from 'zod'
import { MOST_FEN } from '../core/plan/prices.ts'
import { INVOICE_STATES } from './invoice-states.ts'
import { Cursor, Id, Instant, LineCount, Named, limit, line, pageOf, prose } from './base.ts'
import { RemedyId } from './obligations.ts'

const Fen = z.int().min(0).max(MOST_FEN)
const Quantity = z.number().min(0).max(1_000_000)
const Km = z.number().min(0).max(20_038)
const Side = z.enum(['customer', 'vendor'])
const Code = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,59}$/)
const Column = z.enum(['parts', 'labour', 'travel', 'freight-out', 'freight-back', 'inspection', 'loaner', 'loss', 'service'])
/** The id of an item: a fact's own, `FACT.way` for the way to a visit, or the one under which it was entered. */
const ItemId = z.string().regex(/^[A-Za-z0-9_.-]{1,80}$/)

/** What people wrote on a bill: about the case, items that no record says, and what of an item is set right. Money in fen, never a fraction. */
export const InvoiceContent = z.strictObject({
  stated: z.strictObject({
    km: Km.optional(),
    holiday: z.boolean().optional(),
    outOfHours: z.boolean().optional(),
    overseas: z.boolean().optional(),
    kind: Code.optional(),
    remedy: Code.optional(),
    nth: z.int().min(1).max(1_000).optional(),
  }),
  added: z
    .array(
      z.strictObject({
        id: ItemId,
        column: Column,
        name: line(80),
        item: Code.optional(),
        part: Code.optional(),
        service: Code.optional(),
        quantity: Quantity.optional(),
        listFen: Fen.optional(),
        costFen: Fen.optional(),
        agreedFen: Fen.optional(),
        km: Km.optional(),
        sender: Side.optional(),
        paidBy: Side.optional(),
        evidence: prose(500),
      }),
    )
    .max(100),
  changes: z
    .array(
      z.strictObject({
        of: ItemId,
        quantity: Quantity.optional(),
        listFen: Fen.optional(),
        costFen: Fen.optional(),
        agreedFen: Fen.optional(),
        paidBy: Side.optional(),
        leftOut: z.boolean().optional(),
        reason: prose(500),
      }),
    )
    .max(200),
  /** of remedies of the contract: the sum that both sides agreed on where nothing else has a number, or that it is not settled with this bill */
  remedies: z
    .array(z.strictObject({ of: RemedyId, fen: Fen.min(1).optional(), leftOut: z.boolean().optional(), reason: prose(500) }))
    .max(100)
    .optional(),
})
export type InvoiceContent = z.infer<typeof InvoiceContent>

export const AddInvoice = z.strictObject({ ticket: Id, corrects: Id.optional() })
export type AddInvoice = z.infer<typeof AddInvoice>

const Version = z.int().min(1)
export const ChangeInvoice = z.strictObject({ version: Version, content: InvoiceContent })
export type ChangeInvoice = z.infer<typeof ChangeInvoice>
export const InvoiceStep = z.strictObject({ version: Version })
export type InvoiceStep = z.infer<typeof InvoiceStep>
export const AgreeToInvoice = z.strictObject({ version: Version, evidence: prose(500).optional() })
export type AgreeToInvoice = z.infer<typeof AgreeToInvoice>

/** One line of a bill with its ground. `fen` and `payer` are missing where it is `open`: nobody can say yet. */
const InvoiceLine = z.object({
  column: z.string(),
  title: z.string(),
  rate: z.string(),
  fen: z.int().optional(),
  payer: Side.optional(),
  open: z.string().optional(),
  amount: z.string(),
  /** what it would cost by the price list */
  listFen: z.int().optional(),
  /** what it is made of, one thing an entry */
  parts: z.array(z.string()),
  /** the clause by which it is charged or free, in words */
  why: z.string(),
  source: z.array(z.string()),
})
export type InvoiceLine = z.infer<typeof InvoiceLine>

const InvoiceItem = z.object({
  id: ItemId,
  column: Column,
  title: z.string(),
  name: z.string().optional(),
  item: z.string().optional(),
  quantity: z.number(),
  km: z.number().optional(),
  listFen: z.int().optional(),
  costFen: z.int().optional(),
  agreedFen: z.int().optional(),
  paidBy: Side.optional(),
  entered: z.boolean(),
  leftOut: z.boolean(),
  reason: z.string().optional(),
})
export type InvoiceItem = z.infer<typeof InvoiceItem>

/** 补偿: one that is settled with the bill, and of a draft those that could be. `fen`: what the customer is charged by it; below zero he gets it back. */
const InvoiceRemedy = z.object({
  id: RemedyId,
  title: z.string(),
  clause: z.string(),
  text: z.string().optional(),
  source: z.array(z.string()),
  /** what had to happen for it */
  because: z.string(),
  /** missing: it does not follow any more */
  at: Instant.optional(),
  /** for whom */
  of: z.string(),
  ticket: z.object({ id: Id, number: z.string(), title: z.string() }).optional(),
  /** how the sum comes about, one thing a line */
  why: z.array(z.string()),
  state: z.enum(['on-bill', 'left-out', 'asked']),
  fen: z.int().optional(),
  reason: z.string().optional(),
  /** a person may say how much it is */
  takesAmount: z.boolean(),
})
export type InvoiceRemedy = z.infer<typeof InvoiceRemedy>

/** What a bill comes to. `freeFen`: what the warranty gave, by the price list. */
export const InvoiceAccount = z.object({
  at: Instant,
  planTitle: z.string(),
  totalFen: z.int(),
  freeFen: z.int(),
  open: z.int(),
  /** what the warranty gave, in one sentence */
  given: z.string().optional(),
  /** the covers as they were judged, one thing a line */
  cover: z.array(z.string()),
  lines: z.array(InvoiceLine),
  items: z.array(InvoiceItem),
  remedies: z.array(InvoiceRemedy),
})
export type InvoiceAccount = z.infer<typeof InvoiceAccount>

const Phase = z.enum(['draft', 'shown', 'issued'])
const Reference = z.object({ id: Id, number: z.string().optional() })

export const InvoiceRow = z.object({
  id: Id,
  version: z.int(),
  number: z.string().optional(),
  phase: Phase,
  ticket: z.object({ id: Id, number: z.string(), title: z.string() }),
  contract: z.object({ id: Id, number: z.string() }),
  customer: Named,
  asset: Named.optional(),
  totalFen: z.int().optional(),
  freeFen: z.int().optional(),
  corrects: Reference.optional(),
  correctedBy: Reference.optional(),
  /** it does not follow from the facts any more: by how much; it stays as it was issued */
  departure: z.object({ differenceFen: z.int(), open: z.int(), words: z.string() }).optional(),
  changedAt: Instant,
  shownAt: Instant.optional(),
  issuedAt: Instant.optional(),
})
export type InvoiceRow = z.infer<typeof InvoiceRow>

export const InvoiceDetail = InvoiceRow.extend({
  account: InvoiceAccount.optional(),
  /** what people wrote; the vendor's own */
  content: InvoiceContent.optional(),
  problems: z.array(z.object({ field: z.string(), words: z.string() })),
  agreed: z.object({ at: Instant, by: Named.optional(), evidence: z.string().optional() }).optional(),
  needsAgreement: z.boolean(),
  timezone: z.string(),
})
export type InvoiceDetail = z.infer<typeof InvoiceDetail>

export const InvoiceQuery = z.strictObject({
  ticket: Id.optional(),
  contract: Id.optional(),
  customer: Id.optional(),
  state: z.enum(INVOICE_STATES).default('all'),
  /** of issuing, in the vendor's zone: `2026-11` */
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
    .optional(),
  cursor: Cursor.optional(),
  limit: limit(50),
})
export type InvoiceQuery = z.infer<typeof InvoiceQuery>

/** Bills that were made into a file: what they were narrowed by, and how many. */
export const TakeInvoices = InvoiceQuery.pick({ month: true, customer: true }).extend({
  state: z.enum(INVOICE_STATES),
  count: LineCount,
})
export type TakeInvoices = z.infer<typeof TakeInvoices>

/** `sums`: over all bills that were asked for, a corrected one counted by what corrects it alone. */
export const InvoicePage = pageOf(InvoiceRow).extend({
  sums: z.object({ count: z.int(), totalFen: z.int(), freeFen: z.int(), differenceFen: z.int() }),
})
export type InvoicePage = z.infer<typeof InvoicePage>
