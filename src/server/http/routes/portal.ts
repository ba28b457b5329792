import { IdParams } from '../../../wire/base.ts'
import * as wire from '../../../wire/portal.ts'
import { ServiceChanged } from '../../../wire/services.ts'
import { getPortalDevice, listPortalDevices } from '../portal/devices.ts'
import { getLines } from '../portal/lines.ts'
import { getReportForm } from '../portal/report-form.ts'
import { complainOfTicket, rateTicket } from '../portal/tell.ts'
import { agreeToVisit, getVisits } from '../portal/visits.ts'
import { route } from '../route.ts'

/** What a customer's people have beside the records that they share with the vendor. */
export const PORTAL_ROUTES = [
  route({
    at: 'GET /portal/devices',
    permission: 'asset.read',
    query: wire.PortalDeviceQuery,
    answer: wire.PortalDevicePage,
    handle: listPortalDevices,
  }),
  route({ at: 'GET /portal/devices/{id}', permission: 'asset.read', params: IdParams, answer: wire.PortalDevice, handle: getPortalDevice }),
  route({
    at: 'GET /portal/report-form',
    permission: 'ticket.report',
    query: wire.ReportFormQuery,
    answer: wire.ReportForm,
    handle: getReportForm,
  }),
  route({ at: 'GET /portal/visits', permission: 'service.read', answer: wire.PortalVisits, handle: getVisits }),
  route({
    at: 'POST /portal/visits/{id}/agree',
    permission: 'ticket.confirm',
    params: IdParams,
    body: wire.AgreeToVisit,
    answer: ServiceChanged,
    handle: agreeToVisit,
  }),
  route({ at: 'GET /portal/lines', permission: 'ticket.report', answer: wire.PortalLines, handle: getLines }),
  route({
    at: 'POST /portal/tickets/{id}/rate',
    permission: 'ticket.confirm',
    params: IdParams,
    body: wire.RateTicket,
    answer: ServiceChanged,
    status: 201,
    handle: rateTicket,
  }),
  route({
    at: 'POST /portal/tickets/{id}/complain',
    permission: 'ticket.refuse',
    params: IdParams,
    body: wire.ComplainOfTicket,
    answer: ServiceChanged,
    status: 201,
    handle: complainOfTicket,
  }),
]
