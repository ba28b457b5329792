import type { FastifyInstance } from 'fastify'
import { localeOf } from '../app.ts'
import type { Http } from '../http.ts'
import { docsPage, openApiOf } from '../openapi.ts'
import { ROUTES } from './table.ts'

export const DOCUMENT_PATHS = ['/api/openapi.json', '/api/docs'] as const
const [OPENAPI, DOCS] = DOCUMENT_PATHS

/** The API describes itself, to machines and to people; both from the one route table. */
export function mountDocuments(app: FastifyInstance, http: Http): void {
  app.get(OPENAPI, async (request, reply) => {
    const document = openApiOf(ROUTES, http.options.version, await localeOf(http, request))
    return reply.header('content-type', 'application/json; charset=utf-8').send(JSON.stringify(document))
  })
  app.get(DOCS, async (request, reply) => {
    const page = docsPage(ROUTES, await localeOf(http, request))
    return reply.header('content-type', 'text/html; charset=utf-8').send(page)
  })
}
