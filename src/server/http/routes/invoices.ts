import { Done, IdParams } from '../../../wire/base.ts'
import * as wire from '../../../wire/invoices.ts'
import { noteInvoices } from '../desk/taken.ts'
import { getInvoice, listInvoices } from '../invoices/read.ts'
import { agreeToInvoice, dropDraft, issueInvoice, keepInvoice, newInvoice, showInvoice } from '../invoices/write.ts'
import { route } from '../route.ts'

const answer = wire.InvoiceDetail

export const INVOICE_ROUTES = [
  route({ at: 'GET /invoices', permission: 'invoice.read', query: wire.InvoiceQuery, answer: wire.InvoicePage, handle: listInvoices }),
  route({ at: 'POST /invoices', permission: 'invoice.manage', body: wire.AddInvoice, answer, status: 201, handle: newInvoice }),
  route({ at: 'POST /taken/invoices', permission: 'invoice.read', body: wire.TakeInvoices, answer: Done, handle: noteInvoices }),
  route({ at: 'GET /invoices/{id}', permission: 'invoice.read', params: IdParams, answer, handle: getInvoice }),
  route({
    at: 'PUT /invoices/{id}',
    permission: 'invoice.manage',
    params: IdParams,
    body: wire.ChangeInvoice,
    answer,
    handle: keepInvoice,
  }),
  route({ at: 'DELETE /invoices/{id}', permission: 'invoice.manage', params: IdParams, answer: Done, handle: dropDraft }),
  route({
    at: 'POST /invoices/{id}/show',
    permission: 'invoice.manage',
    params: IdParams,
    body: wire.InvoiceStep,
    answer,
    handle: showInvoice,
  }),
  route({
    at: 'POST /invoices/{id}/agree',
    permission: 'invoice.agree',
    params: IdParams,
    body: wire.AgreeToInvoice,
    answer,
    handle: agreeToInvoice,
  }),
  route({
    at: 'POST /invoices/{id}/issue',
    permission: 'invoice.manage',
    params: IdParams,
    body: wire.InvoiceStep,
    answer,
    handle: issueInvoice,
  }),
]
