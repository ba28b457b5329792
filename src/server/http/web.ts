import { existsSync } from 'node:fs'
import { join, sep } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { authenticate } from './authenticate.ts'
import type { Http } from './http.ts'
import { portalAddress } from './portal/address.ts'
import { Refused } from './problem.ts'

const PAGE = 'index.html'

/** Vite puts a hash into every name below /assets, so those never change; the pages themselves are asked for anew each time. */
export async function mountWeb(app: FastifyInstance, http: Http): Promise<void> {
  const { webDir } = http.options
  if (webDir === undefined) return
  const hashed = ['assets', join('portal', 'assets')].map((folder) => join(webDir, folder) + sep)
  app.addHook('onRequest', async (request, reply) => {
    const instead = await customersWay(http, request)
    if (instead !== undefined) return reply.redirect(instead, 302)
    return undefined
  })
  await app.register(fastifyStatic, {
    root: webDir,
    index: [PAGE],
    cacheControl: false,
    setHeaders: (response, path) => {
      const stays = hashed.some((folder) => path.startsWith(folder))
      response.header('cache-control', stays ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
}

const pathOf = (request: FastifyRequest): string => request.url.split('?')[0] ?? ''

/** Somebody wants to see a page: no answer of the API, and no file. */
function asksForPage(request: FastifyRequest): boolean {
  const path = pathOf(request)
  const reads = request.method === 'GET' || request.method === 'HEAD'
  return reads && !path.startsWith('/api/') && path !== '/api' && !/\.[a-z0-9]{1,8}$/i.test(path)
}

/** A customer's person who comes to a room of the console is led to what the portal has in its place. */
async function customersWay(http: Http, request: FastifyRequest): Promise<string | undefined> {
  const instead = asksForPage(request) ? portalAddress(request.url) : undefined
  if (instead === undefined) return undefined
  const caller = await authenticate(http, request).catch(() => undefined)
  return caller === undefined || caller instanceof Refused || caller.customer === undefined ? undefined : instead
}

/** Addresses of the pages are their own (`/tickets/…`): each answers with its page, which finds its way. Undefined: nothing to show. */
export function pageFor(http: Http, request: FastifyRequest): string | undefined {
  const { webDir } = http.options
  if (!asksForPage(request) || webDir === undefined) return undefined
  const page = /^\/(portal|q)(\/|$)/.test(pathOf(request)) ? `portal/${PAGE}` : PAGE
  return existsSync(join(webDir, page)) ? page : undefined
}
