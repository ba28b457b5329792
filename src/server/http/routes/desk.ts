import { Done, IdParams } from '../../../wire/base.ts'
import * as wire from '../../../wire/desk.ts'
import { AdvanceClock, ClockReading } from '../../../wire/session.ts'
import * as desk from '../desk/desk.ts'
import { live } from '../desk/live.ts'
import { today } from '../desk/today.ts'
import { seen, workbench } from '../desk/workbench.ts'
import { search } from '../desk/search.ts'
import { route } from '../route.ts'

export const DESK_ROUTES = [
  route({ at: 'GET /desk', permission: 'ticket.accept', answer: wire.Workbench, handle: workbench }),
  route({ at: 'GET /desk/today', permission: 'ticket.read', answer: wire.DeskToday, handle: today }),
  route({ at: 'POST /desk/seen', permission: 'ticket.accept', body: wire.DeskSeen, answer: Done, personOnly: true, handle: seen }),
  route({ at: 'GET /inbox', permission: 'inbox.read', query: wire.InboxQuery, answer: wire.InboxPage, handle: desk.inbox }),
  route({
    at: 'POST /inbox/{id}/acknowledge',
    permission: 'inbox.read',
    params: IdParams,
    answer: wire.InboxItem,
    handle: desk.acknowledgeOne,
  }),
  route({ at: 'GET /search', permission: 'search.use', query: wire.SearchQuery, answer: wire.SearchAnswer, handle: search }),
  route({ at: 'GET /trail', permission: 'audit.read', query: wire.TrailQuery, answer: wire.TrailPage, handle: desk.trail }),
  route({ at: 'GET /tokens', permission: 'self', answer: wire.TokenPage, personOnly: true, handle: desk.tokens }),
  route({
    at: 'POST /tokens',
    permission: 'self',
    body: wire.AddToken,
    answer: wire.AddedToken,
    status: 201,
    personOnly: true,
    handle: desk.newToken,
  }),
  route({ at: 'DELETE /tokens/{id}', permission: 'self', params: IdParams, answer: Done, personOnly: true, handle: desk.dropToken }),
  route({ at: 'GET /views', permission: 'self', answer: wire.SavedViewPage, personOnly: true, handle: desk.views }),
  route({
    at: 'POST /views',
    permission: 'self',
    body: wire.AddSavedView,
    answer: wire.SavedView,
    status: 201,
    personOnly: true,
    handle: desk.newView,
  }),
  route({ at: 'DELETE /views/{id}', permission: 'self', params: IdParams, answer: Done, personOnly: true, handle: desk.dropView }),
  route({ at: 'GET /drafts', permission: 'self', query: wire.DraftQuery, answer: wire.Draft, personOnly: true, handle: desk.draft }),
  route({
    at: 'PUT /drafts',
    permission: 'self',
    body: wire.SaveDraft,
    answer: wire.Draft,
    keyless: true,
    personOnly: true,
    handle: desk.keepDraft,
  }),
  route({ at: 'POST /clock/advance', permission: 'clock.advance', body: AdvanceClock, answer: ClockReading, handle: desk.advance }),
  route({ at: 'GET /live', permission: 'self', answer: wire.LiveChange, personOnly: true, stream: true, handle: live }),
]
