import { existsSync } from 'node:fs'
import { join, sep } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Http } from './http.ts'

const PAGE = 'index.html'

/** Vite puts a hash into every name below /assets, so those never change; the page itself is asked for anew each time. */
export async function mountWeb(app: FastifyInstance, http: Http): Promise<void> {
  const { webDir } = http.options
  if (webDir === undefined) return
  const hashed = join(webDir, 'assets') + sep
  await app.register(fastifyStatic, {
    root: webDir,
    index: [PAGE],
    cacheControl: false,
    setHeaders: (response, path) => {
      response.header('cache-control', path.startsWith(hashed) ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
}

/** Addresses of the console are its own (`/tickets/…`): each answers with the page, which finds its way. Undefined: nothing to show. */
export function pageFor(http: Http, request: FastifyRequest): string | undefined {
  const path = request.url.split('?')[0] ?? ''
  const reads = request.method === 'GET' || request.method === 'HEAD'
  const own = !path.startsWith('/api/') && path !== '/api' && !/\.[a-z0-9]{1,8}$/i.test(path)
  const { webDir } = http.options
  return reads && own && webDir !== undefined && existsSync(join(webDir, PAGE)) ? PAGE : undefined
}
