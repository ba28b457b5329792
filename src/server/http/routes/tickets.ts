import { z } from 'zod'
import { Done, IdParams } from '../../../wire/base.ts'
import { ReportFault, TICKET_COMMANDS, TicketChanged } from '../../../wire/ticket-commands.ts'
import type { TicketCommand } from '../../../wire/ticket-commands.ts'
import {
  ClockPreview,
  TicketDetail,
  TicketObligations,
  TicketPage,
  TicketQuery,
  TicketSheetQuery,
  TicketViews,
} from '../../../wire/tickets.ts'
import { route } from '../route.ts'
import type { Route } from '../route.ts'
import { Alike, AlikeQuery } from '../../../wire/ties.ts'
import { NoticePage, NoticeQuery, Watch, Watching } from '../../../wire/watching.ts'
import { Presence } from '../../../wire/presence.ts'
import { Acknowledged, WaitingEscalations } from '../../../wire/escalations.ts'
import { acknowledgeEscalation, openEscalations } from '../tickets/escalations.ts'
import { present } from '../tickets/presence.ts'
import { notices, readTicketNotices, setWatching } from '../tickets/watching.ts'
import { alikeTickets } from '../tickets/alike.ts'
import { ACTION_OF } from '../tickets/command-actions.ts'
import { onTicket, reportFault } from '../tickets/command.ts'
import { previewReport } from '../tickets/preview.ts'
import { getTicketSheet } from '../tickets/sheet.ts'
import { asCustomer, getTicket, getTicketObligations, listTickets, ticketViews } from '../tickets/read.ts'

/** One route a command: `/tickets/{id}/{command}`, permission from the table of actions, body from the contract. */
function commandRoute<Name extends TicketCommand>(name: Name): Route {
  const body = TICKET_COMMANDS[name]
  return route({
    at: `POST /tickets/{id}/${name}`,
    permission: ACTION_OF[name],
    params: IdParams,
    body,
    answer: TicketChanged,
    handle: onTicket(name) as never,
  })
}

export const TICKET_ROUTES = [
  route({ at: 'GET /tickets', permission: 'ticket.read', query: TicketQuery, answer: TicketPage, handle: listTickets }),
  route({
    at: 'GET /tickets/sheet',
    permission: 'ticket.read',
    query: TicketSheetQuery,
    answer: z.string(),
    media: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    handle: getTicketSheet,
  }),
  route({ at: 'GET /tickets/views', permission: 'ticket.read', answer: TicketViews, handle: ticketViews }),
  route({ at: 'GET /tickets/alike', permission: 'ticket.read', query: AlikeQuery, answer: Alike, handle: alikeTickets }),
  route({ at: 'POST /tickets', permission: 'ticket.report', body: ReportFault, answer: TicketChanged, status: 201, handle: reportFault }),
  route({
    at: 'POST /tickets/preview',
    permission: 'ticket.report',
    body: ReportFault,
    answer: ClockPreview,
    keyless: true,
    handle: previewReport,
  }),
  route({ at: 'GET /tickets/{id}', permission: 'ticket.read', params: IdParams, answer: TicketDetail, handle: getTicket }),
  route({
    at: 'GET /tickets/{id}/obligations',
    permission: 'obligation.read',
    params: IdParams,
    answer: TicketObligations,
    handle: getTicketObligations as never,
  }),
  route({ at: 'GET /tickets/{id}/as-customer', permission: 'ticket.read', params: IdParams, answer: TicketDetail, handle: asCustomer }),
  route({ at: 'PUT /tickets/{id}/watch', permission: 'ticket.read', params: IdParams, body: Watch, answer: Watching, handle: setWatching }),
  route({ at: 'PUT /tickets/{id}/presence', permission: 'ticket.read', params: IdParams, body: Presence, answer: Done, handle: present }),
  route({ at: 'GET /escalations', permission: 'ticket.read', answer: WaitingEscalations, handle: openEscalations }),
  route({
    at: 'POST /escalations/{id}/acknowledge',
    permission: 'inbox.read',
    params: IdParams,
    answer: Acknowledged,
    handle: acknowledgeEscalation,
  }),
  route({ at: 'GET /notices', permission: 'inbox.read', query: NoticeQuery, answer: NoticePage, handle: notices }),
  route({ at: 'PUT /notices/{id}/read', permission: 'inbox.read', params: IdParams, answer: Done, handle: readTicketNotices }),
  ...(Object.keys(TICKET_COMMANDS) as TicketCommand[]).map((name) => commandRoute(name)),
]
