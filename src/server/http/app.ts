import cookie from '@fastify/cookie'
import rateLimit from '@fastify/rate-limit'
import type { Socket } from 'node:net'
import Fastify from 'fastify'
import type { FastifyInstance, FastifyReply, FastifyRequest, FastifyServerOptions } from 'fastify'
import { canonicalJson } from '../../core/canonical.ts'
import type { Locale } from '../../core/words.ts'
import { FILE_PART_BYTES } from '../../wire/files.ts'
import { FILES_AWAY } from '../files/store.ts'
import { authenticate } from './authenticate.ts'
import { securityHeaders } from './headers.ts'
import type { Http } from './http.ts'
import { preferredLocale } from './language.ts'
import { answerRoute } from './perform.ts'
import { Refused, problemOf, refuse, refuseField } from './problem.ts'
import type { Route } from './route.ts'
import { ROUTES } from './routes/table.ts'
import { DOCUMENT_PATHS, mountDocuments } from './routes/documents.ts'
import { HEALTH_PATHS, mountHealth } from './routes/health.ts'
import { mountWeb, pageFor } from './web.ts'
import { BadCursor } from '../store/rows.ts'

/** A fault's description is at most a few kilobytes; the parts of files come by a route that takes bytes. */
const BODY_LIMIT_BYTES = 256 * 1024

export type AppTls = { readonly cert: Buffer; readonly key: Buffer }

/** The whole HTTP side as one Fastify instance, not listening yet. */
export async function buildApp(http: Http, tls?: AppTls): Promise<FastifyInstance> {
  const options: FastifyServerOptions = {
    bodyLimit: BODY_LIMIT_BYTES,
    trustProxy: http.options.trustedProxy ? [...http.options.trustedProxy] : false,
    logger: false,
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    requestIdHeader: false,
    frameworkErrors: (error, request, reply) => void sendProblem(http, { request, reply }, refusedBy(error, http, request)),
    clientErrorHandler: (error, socket) => answerGarbage(http, error, socket),
    routerOptions: { maxParamLength: 300, ignoreTrailingSlash: false },
    ...(tls ? { https: tls } : {}),
  }
  const app = Fastify(options) as FastifyInstance
  await app.register(cookie)
  await app.register(rateLimit, {
    global: false,
    errorResponseBuilder: (_request, context) =>
      refuse(429, 'request.too-many', { seconds: Math.ceil(context.ttl / 1000) }).with({
        retryAfterSeconds: Math.ceil(context.ttl / 1000),
      }) as never,
  })
  readBodies(app)
  app.setErrorHandler((error, request, reply) => sendProblem(http, { request, reply }, refusedBy(error, http, request)))
  app.setNotFoundHandler((request, reply) => {
    const page = pageFor(http, request)
    if (page !== undefined) return reply.header('cache-control', 'no-cache').sendFile(page)
    const methods = methodsAt(request.url)
    if (methods.length > 0) {
      reply.header('allow', methods.join(', '))
      return sendProblem(http, { request, reply }, refuse(405, 'request.method', { method: request.method, methods: methods.join(' ') }))
    }
    return sendProblem(http, { request, reply }, refuse(404, 'request.path', { path: request.url.split('?')[0]?.slice(0, 120) ?? '' }))
  })
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(securityHeaders(request.protocol === 'https'))
  })
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'other'
    http.metrics.requests.observe({ method: request.method, route, status: String(reply.statusCode) }, reply.elapsedTime / 1000)
  })
  for (const route of ROUTES) mountRoute(app, http, route)
  mountHealth(app, http)
  mountDocuments(app, http)
  await mountWeb(app, http)
  return app
}

const PATHS = [
  ...ROUTES.map(({ method, path }) => ({ method, path: new RegExp(`^/api${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`) })),
  ...[...HEALTH_PATHS, ...DOCUMENT_PATHS].map((path) => ({ method: 'GET', path: new RegExp(`^${RegExp.escape(path)}$`) })),
]

/** What may be asked of an address: a wrong method is told as that, and not as an address that is not there. */
function methodsAt(url: string): string[] {
  const address = url.split('?')[0] ?? ''
  return [...new Set(PATHS.filter(({ path }) => path.test(address)).map(({ method }) => method))].sort()
}

/** What is no HTTP, or more header than anybody needs: nobody knows who asks, so it is said in the server's language and the line is closed. */
function answerGarbage(http: Http, error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
  const refused = refuse(400, error.code === 'HPE_HEADER_OVERFLOW' ? 'request.headers-too-large' : 'request.no-http')
  const body = JSON.stringify(problemOf(refused, http.options.locale))
  const head = [
    'HTTP/1.1 400 Bad Request',
    'content-type: application/problem+json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
  ]
  socket.end(`${[...head, 'connection: close'].join('\r\n')}\r\n\r\n${body}`)
}

/** A route that takes bytes stands in a room of its own, where JSON is refused as bytes are elsewhere. */
function mountRoute(app: FastifyInstance, http: Http, route: Route): void {
  if (route.bytes !== 'in') return addRoute(app, http, route)
  void app.register(async (room) => {
    room.removeAllContentTypeParsers()
    room.addContentTypeParser('application/octet-stream', { parseAs: 'buffer', bodyLimit: FILE_PART_BYTES }, (_, bytes, done) =>
      done(null, bytes),
    )
    addRoute(room as FastifyInstance, http, route)
  })
}

function addRoute(app: FastifyInstance, http: Http, route: Route): void {
  const max = route.perMinute?.(http)
  app.route({
    method: route.method,
    url: `/api${route.path.replaceAll(/\{(\w+)\}/g, ':$1')}`,
    ...(route.bytes === 'in' ? { bodyLimit: FILE_PART_BYTES } : {}),
    ...(max === undefined ? {} : { config: { rateLimit: { max, timeWindow: 60_000 } } }),
    handler: async (request, reply) => {
      const answer = await answerRoute(http, route, { request, reply })
      if (answer instanceof Refused) return sendProblem(http, { request, reply }, answer)
      if (route.stream || reply.sent) return reply
      if (http.options.checkAnswers) checkAnswer(route, answer)
      reply
        .code(route.status ?? 200)
        .header('content-type', 'application/json; charset=utf-8')
        .header('cache-control', 'no-store')
      return reply.send(JSON.stringify(answer))
    },
  })
}

function checkAnswer(route: Route, answer: unknown): void {
  const sent: unknown = JSON.parse(JSON.stringify(answer))
  const kept = route.answer.parse(sent)
  if (canonicalJson(kept) !== canonicalJson(sent))
    throw new Error(`${route.at} answers with more than its schema says: ${JSON.stringify(sent)}`)
}

/** Only JSON comes in; an empty body is no body. */
function readBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  const parse = app.getDefaultJsonParser('error', 'error')
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, text: string, done) => {
    if (text.trim() === '') done(null, undefined)
    else parse(request, text, done)
  })
}

/** Whatever went wrong on the way, as a problem; only what nobody expected is logged and becomes a 500 without its text. */
function refusedBy(error: unknown, http: Http, request: FastifyRequest): Refused {
  if (error instanceof Refused) return error
  if (error instanceof BadCursor) return refuseField('cursor', 'request.cursor')
  const { code = '', statusCode = 500 } = error as { code?: string; statusCode?: number }
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE')
    return refuse(413, 'request.body-too-large', { max: `${(request.routeOptions?.bodyLimit ?? BODY_LIMIT_BYTES) / 1024} KB` })
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE' && request.routeOptions?.bodyLimit === FILE_PART_BYTES) return refuse(415, 'file.part-type')
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return foreignType(request.headers['content-type'])
  if (BAD_PATH.includes(code)) return refuse(400, 'request.bad-path')
  if (statusCode >= 400 && statusCode < 500) return refuse(400, 'request.body-not-json')
  const known = databaseTrouble(code)
  http.log[known ? 'warn' : 'error'](
    { err: error, request: request.id, method: request.method, route: request.routeOptions?.url },
    'request failed',
  )
  return known ?? refuse(500, 'request.internal', { id: request.id })
}

/** The last: an address that no file can have, `//` or one that is too long. */
const BAD_PATH: readonly string[] = ['FST_ERR_BAD_URL', 'FST_ERR_MAX_PARAM_LENGTH', 'FST_STATIC_FORBIDDEN_PATH']

function foreignType(type = ''): Refused {
  const said = type.trim().slice(0, 60)
  return said === '' ? refuse(415, 'request.media-type-none') : refuse(415, 'request.media-type', { type: said })
}

/** Where attachments lie cannot be reached. SQLSTATE classes 08 and 57 and refused sockets: no database. 53100: its disk is full. Both heal by themselves. */
function databaseTrouble(code: string): Refused | undefined {
  if (code === FILES_AWAY) return refuse(503, 'request.files').with({ retryAfterSeconds: 5 })
  if (code === '53100' || code === 'ENOSPC') return refuse(503, 'request.disk-full').with({ retryAfterSeconds: 30 })
  const away = /^(08...|57P0[1-5]|53300|ECONNREFUSED|ECONNRESET|ENOENT|EPIPE)$/.test(code)
  return away ? refuse(503, 'request.database').with({ retryAfterSeconds: 2 }) : undefined
}

type Exchange = { readonly request: FastifyRequest; readonly reply: FastifyReply }

async function sendProblem(http: Http, { request, reply }: Exchange, refused: Refused): Promise<FastifyReply> {
  const locale = await localeOf(http, request)
  if (refused.more.retryAfterSeconds !== undefined) reply.header('retry-after', String(refused.more.retryAfterSeconds))
  if (refused.status === 401) reply.header('www-authenticate', 'Bearer realm="nuoxing"')
  reply.code(refused.status).header('content-type', 'application/problem+json; charset=utf-8').header('cache-control', 'no-store')
  return reply.send(JSON.stringify(problemOf(refused, locale)))
}

/** The language somebody chose for themselves, else what the browser asks for, else the server's. */
export async function localeOf(http: Http, request: FastifyRequest): Promise<Locale> {
  const caller = await authenticate(http, request).catch(() => undefined)
  const chosen = caller && !(caller instanceof Refused) ? caller.locale : undefined
  return chosen ?? preferredLocale(request.headers['accept-language']) ?? http.options.locale
}
