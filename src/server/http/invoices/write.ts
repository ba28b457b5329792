import { EMPTY_CONTENT } from '../../../core/invoice/content.ts'
import type { InvoiceContent } from '../../../core/invoice/content.ts'
import type { InvoiceCommand, InvoiceRefusal } from '../../../core/invoice/decide.ts'
import { sayInvoiceRefusal } from '../../../core/invoice/refusal.ts'
import type { InvoiceState } from '../../../core/invoice/state.ts'
import { writtenAt } from '../../../core/invoice/content.ts'
import { sayBillProblem } from '../../../core/charge/say.ts'
import type { Account, Accounted } from '../../../core/invoice/account.ts'
import { remediesOf, takesAmount } from '../../../core/remedy/standing.ts'
import type { Subject } from '../../../core/fact.ts'
import type { Action } from '../../../core/access/actions.ts'
import type { Locale } from '../../../core/words.ts'
import type { Done } from '../../../wire/base.ts'
import type { AddInvoice, AgreeToInvoice, ChangeInvoice, InvoiceDetail, InvoiceStep } from '../../../wire/invoices.ts'
import { sqlState } from '../../database/pool.ts'
import type { Tx } from '../../database/pool.ts'
import { writeInvoice } from '../../invoice.ts'
import { addInvoice, changeInvoice, dropInvoice, findInvoice } from '../../store/invoices.ts'
import type { InvoiceRow } from '../../store/invoices.ts'
import { present } from '../../store/rows.ts'
import { findTicket } from '../../store/ticket-queries.ts'
import { once } from '../once.ts'
import { Refused, recordMissing, refuse, refuseField } from '../problem.ts'
import type { Call } from '../route.ts'
import { newId } from '../secrets.ts'
import { answerOfSeam } from '../seam-answer.ts'
import { yearAt } from '../tickets/year.ts'
import { remedyRefused } from '../remedies/pay.ts'
import { invoiceDetail } from './read.ts'
import { agreedNow, groundOf, reckon } from './reckon.ts'
import type { Ground } from './reckon.ts'

type Writes<Body, Params = { readonly id: string }, Permit extends Action = 'invoice.manage'> = Call<Permit, Params, undefined, Body>
type Id = { readonly id: string }

/** The page of a bill after a write, read anew. */
async function shownAgain(
  call: Pick<Writes<unknown>, 'http' | 'caller' | 'locale'>,
  answer: Id | Refused,
): Promise<InvoiceDetail | Refused> {
  return answer instanceof Refused ? answer : invoiceDetail(call, answer.id)
}

/** A bill for a ticket under a contract, or one that corrects an issued one and begins with what was written on it. */
async function opened(tx: Tx, call: Writes<AddInvoice, undefined>, now: number): Promise<Id | Refused> {
  const { caller, body } = call
  const ticket = await findTicket(tx, caller, body.ticket)
  if (!ticket) return refuseField('ticket', 'field.no-such', { value: body.ticket })
  if (ticket.contract === null || ticket.customer === null) return refuseField('ticket', 'invoice.no-contract')
  const corrected = body.corrects === undefined ? undefined : await findInvoice(tx, caller, body.corrects)
  if (body.corrects !== undefined && (!corrected || corrected.ticket !== body.ticket))
    return refuseField('corrects', 'field.no-such', { value: body.corrects })
  if (corrected && corrected.phase !== 'issued') return refuseField('corrects', 'invoice.corrects-issued')
  const id = newId()
  const { contract, customer, asset } = ticket
  const content = corrected?.content ?? EMPTY_CONTENT
  await addInvoice(tx, {
    id,
    ticket: body.ticket,
    contract,
    customer,
    asset: present(asset),
    corrects: body.corrects,
    content,
    person: caller.person,
    now,
  })
  return { id }
}

const TAKEN: Readonly<Record<string, 'invoice.open-already' | 'invoice.corrected-already'>> = {
  invoice_open: 'invoice.open-already',
  invoice_corrects: 'invoice.corrected-already',
}

export async function newInvoice(call: Writes<AddInvoice, undefined>): Promise<InvoiceDetail | Refused> {
  const { http, caller } = call
  if (caller.customer !== undefined) return refuse(403, 'access.denied')
  const now = await http.services.clock.now(caller.tenant)
  const answer = await once<Id>(call, { work: (tx) => opened(tx, call, now) }).catch((error: unknown) => {
    const taken = TAKEN[sqlState(error)?.constraint ?? '']
    if (taken === undefined) throw error
    return refuse(409, taken)
  })
  if (!(answer instanceof Refused)) http.services.live.changed({ tenant: caller.tenant, kind: 'parties', ids: [`invoice/${answer.id}`] })
  return shownAgain(call, answer)
}

/** The bill for those who may write on it. */
async function groundFor({ http, caller }: Pick<Writes<unknown>, 'http' | 'caller'>, id: string): Promise<Ground | Refused> {
  const now = await http.services.clock.now(caller.tenant)
  return (await groundOf({ http, tenant: caller.tenant }, (tx) => findInvoice(tx, caller, id), now)) ?? recordMissing()
}

function unreckoned(accounted: Extract<Accounted, { ok: false }>, content: InvoiceContent): Refused {
  const errors = accounted.problems.map((problem) => ({
    field: `content.${writtenAt(problem, accounted.items, content) ?? problem.field}`,
    code: `invoice.${problem.code}`,
    say: (locale: Locale) => sayBillProblem(problem, locale),
  }))
  const [first] = errors
  return new Refused({ status: 400, code: first!.code, say: first!.say }).with({ field: first!.field, errors })
}

/** A sum is entered where nothing else has a number; what has one may only be left off the bill. What is gone since is no mistake of the writer. */
function wrongRemedy({ money, row }: Ground, { remedies = [] }: InvoiceContent): Refused | undefined {
  const known = money ? remediesOf(money) : []
  for (const [at, { of, fen, leftOut }] of remedies.entries()) {
    const field = `content.remedies[${at}]`
    const remedy = known.find(({ key }) => key === of)
    if (!remedy && row.content.remedies?.some((before) => before.of === of)) continue
    if (!remedy) return refuseField(`${field}.of`, 'field.no-such', { value: of })
    if (fen === undefined && leftOut !== true) return remedyRefused({ code: 'no-amount', params: {}, field: `${field}.fen` })
    if (fen !== undefined && !takesAmount(remedy)) return remedyRefused({ code: 'states-amount', params: {}, field: `${field}.fen` })
  }
  return undefined
}

/** What was written, if a bill can be made of it. */
export async function keepInvoice(call: Writes<ChangeInvoice>): Promise<InvoiceDetail | Refused> {
  const { http, caller, params, body } = call
  if (caller.customer !== undefined) return recordMissing()
  const ground = await groundFor(call, params.id)
  if (ground instanceof Refused) return ground
  const { now } = ground
  const content = body.content as InvoiceContent
  const written = [...content.changes, ...(content.remedies ?? [])]
  const ids = [...content.added.map(({ id }) => id), ...written.map(({ of }) => `of ${of}`)]
  if (new Set(ids).size < ids.length) return refuseField('content', 'invoice.twice')
  const bound = await agreedNow({ http, tenant: caller.tenant }, ground.row)
  const accounted = await reckon({ http, tenant: caller.tenant }, ground, { bound, content, at: now })
  if (!accounted.ok) return unreckoned(accounted, content)
  const wrong = wrongRemedy(ground, content)
  if (wrong) return wrong
  const answer = await once<Id>(call, {
    work: async (tx) => {
      if (await changeInvoice(tx, { id: params.id, version: body.version, content, now })) return { id: params.id }
      return ground.row.phase === 'issued' ? issuedAlready() : refuse(409, 'invoice.stale')
    },
  })
  return shownAgain(call, answer)
}

export async function dropDraft(call: Writes<undefined>): Promise<Done | Refused> {
  if (call.caller.customer !== undefined) return recordMissing()
  const ground = await groundFor(call, call.params.id)
  if (ground instanceof Refused) return ground
  return once<Done>(call, {
    work: async (tx) => ((await dropInvoice(tx, call.params.id)) ? { ok: true } : refuse(409, 'invoice.was-shown')),
  })
}

function issuedAlready(): Refused {
  return invoiceRefused({ code: 'issued-already', params: {} })
}

function invoiceRefused(refusal: InvoiceRefusal): Refused {
  const code = `invoice.${refusal.code}`
  const say = (locale: Locale) => sayInvoiceRefusal(refusal, locale)
  const { field } = refusal
  if (field === undefined) return new Refused({ status: 409, code, say })
  return new Refused({ status: 400, code, say }).with({ field, errors: [{ field, code, say }] })
}

function ownersOf({ ticket, contract, customer, asset }: InvoiceRow): Subject[] {
  return [`ticket/${ticket}`, `contract/${contract}`, `customer/${customer}`, ...(asset === null ? [] : [`asset/${asset}` as const])]
}

type Steps = Writes<{ readonly version: number }, Id, Action>

/** One step of a bill through the seam. */
async function step(call: Steps, row: InvoiceRow, command: InvoiceCommand): Promise<InvoiceDetail | Refused> {
  const { http, caller, key, body } = call
  if (!key) throw new Error('a keyed write came without its key')
  const { plan } = await agreedNow({ http, tenant: caller.tenant }, row)
  const outcome = await writeInvoice(http.services, {
    tenant: caller.tenant,
    id: row.id,
    version: body.version,
    contract: row.contract,
    owners: ownersOf(row),
    person: caller.person,
    command,
    opens: row.shown_at === null,
    year: yearAt(await http.services.clock.now(caller.tenant), plan.timezone),
    once: { person: caller.person, key: key.key, hash: key.hash, answer: () => ({ id: row.id }) },
  })
  if (outcome.kind === 'written-on') return refuse(409, 'invoice.stale')
  const answer = answerOfSeam<Id, InvoiceState, InvoiceRefusal>(outcome, {
    refused: invoiceRefused,
    stale: () => refuse(409, 'invoice.stale'),
    exists: () => refuse(409, 'invoice.stale'),
    unknown: (table) => refuseField(table, 'field.no-such', { value: table }),
  })
  return shownAgain(call, answer)
}

/** What the bill comes to at this moment, or what keeps it from coming to anything. */
async function accountNow(call: Steps, ground: Ground): Promise<Account | Refused> {
  const house = { http: call.http, tenant: call.caller.tenant }
  const bound = await agreedNow(house, ground.row)
  const accounted = await reckon(house, ground, { bound, content: ground.row.content, at: ground.now })
  return accounted.ok ? accounted.account : unreckoned(accounted, ground.row.content)
}

export async function showInvoice(call: Writes<InvoiceStep>): Promise<InvoiceDetail | Refused> {
  if (call.caller.customer !== undefined) return recordMissing()
  const ground = await groundFor(call, call.params.id)
  if (ground instanceof Refused) return ground
  const account = await accountNow(call, ground)
  if (account instanceof Refused) return account
  return step(call, ground.row, { name: 'show', account, corrects: present(ground.row.corrects) })
}

/** The customer's own people agree themselves; the vendor's record that they did, with what shows it. */
export async function agreeToInvoice(call: Writes<AgreeToInvoice, Id, 'invoice.agree'>): Promise<InvoiceDetail | Refused> {
  const ground = await groundFor(call, call.params.id)
  if (ground instanceof Refused) return ground
  if (ground.row.phase === 'draft') return invoiceRefused({ code: 'not-shown', params: {} })
  const by = call.caller.customer === undefined ? 'vendor' : 'customer'
  return step(call, ground.row, { name: 'agree', by, evidence: call.body.evidence })
}

export async function issueInvoice(call: Writes<InvoiceStep>): Promise<InvoiceDetail | Refused> {
  if (call.caller.customer !== undefined) return recordMissing()
  const ground = await groundFor(call, call.params.id)
  if (ground instanceof Refused) return ground
  const { frozen, phase, corrects } = ground.row
  if (phase === 'draft' || frozen === null) return invoiceRefused({ code: 'not-shown', params: {} })
  const account = await accountNow(call, ground)
  if (account instanceof Refused) return account
  return step(call, ground.row, { name: 'issue', account, frozen, corrects: present(corrects) })
}
