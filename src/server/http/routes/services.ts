import { z } from 'zod'
import { IdParams } from '../../../wire/base.ts'
import * as wire from '../../../wire/services.ts'
import { getFilledForm } from '../documents/record-form.ts'
import { ComplaintPage, ComplaintQuery } from '../../../wire/complaints.ts'
import { listComplaints } from '../complaints/complaints.ts'
import { route } from '../route.ts'
import { listServices } from '../services/read.ts'
import { getRoster } from '../services/roster.ts'
import { getTasks } from '../services/tasks.ts'
import { continueService, correctService, recordService } from '../services/write.ts'

export const SERVICE_ROUTES = [
  route({ at: 'GET /services', permission: 'service.read', query: wire.ServiceQuery, answer: wire.ServicePage, handle: listServices }),
  route({
    at: 'GET /services/{id}/forms/{fact}/{form}',
    permission: 'service.read',
    params: wire.FilledFormParams,
    answer: z.string(),
    media: 'application/pdf',
    handle: getFilledForm,
  }),
  route({
    at: 'POST /services',
    permission: 'service.record',
    body: wire.RecordService,
    answer: wire.ServiceChanged,
    status: 201,
    handle: recordService,
  }),
  route({
    at: 'POST /services/{id}/continue',
    permission: 'service.record',
    params: IdParams,
    body: wire.ContinueService,
    answer: wire.ServiceChanged,
    handle: continueService,
  }),
  route({
    at: 'POST /services/{id}/correct',
    permission: 'fact.correct',
    params: IdParams,
    body: wire.CorrectService,
    answer: wire.ServiceChanged,
    handle: correctService,
  }),
  route({ at: 'GET /complaints', permission: 'service.read', query: ComplaintQuery, answer: ComplaintPage, handle: listComplaints }),
  route({ at: 'GET /contracts/{id}/tasks', permission: 'service.read', params: IdParams, answer: wire.ServiceTasks, handle: getTasks }),
  route({ at: 'GET /contracts/{id}/roster', permission: 'service.read', params: IdParams, answer: wire.Roster, handle: getRoster }),
]
