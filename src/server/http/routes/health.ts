import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Http } from '../http.ts'

export const HEALTH_PATHS = ['/healthz', '/readyz', '/metrics'] as const
const [HEALTHZ, READYZ, METRICS] = HEALTH_PATHS

/**
 * For supervisors, not for people. /healthz: the process answers. /readyz: it can also serve (the database answers, and it was
 * not told to stop). /metrics: Prometheus, for this machine or with a token; counts and times by route pattern, nothing of any tenant.
 */
export function mountHealth(app: FastifyInstance, http: Http): void {
  app.get(HEALTHZ, (_request, reply) => reply.header('content-type', 'text/plain; charset=utf-8').send('ok\n'))
  app.get(READYZ, async (_request, reply) => {
    const ready = !http.state.draining && (await answers(http))
    return reply
      .code(ready ? 200 : 503)
      .header('content-type', 'text/plain; charset=utf-8')
      .send(ready ? 'ready\n' : 'not ready\n')
  })
  app.get(METRICS, async (request, reply) => {
    if (!mayRead(http, request)) return reply.code(403).header('content-type', 'text/plain; charset=utf-8').send('forbidden\n')
    return reply.header('content-type', http.metrics.registry.contentType).send(await http.metrics.registry.metrics())
  })
}

/** From this machine, or with the token of the settings: figures of a firm's load are not for whoever finds the address. */
function mayRead({ options }: Http, { ip, headers }: FastifyRequest): boolean {
  if (/^(127\.|::1$|::ffff:127\.)/.test(ip)) return true
  const { metricsToken } = options
  return metricsToken !== undefined && isSecret(headers.authorization ?? '', `Bearer ${metricsToken}`)
}

/** Compared by their hashes: how long it takes tells nothing of how much was right. */
function isSecret(given: string, wanted: string): boolean {
  const hash = (text: string): Buffer => createHash('sha256').update(text).digest()
  return timingSafeEqual(hash(given), hash(wanted))
}

async function answers(http: Http): Promise<boolean> {
  return http.services.pool.raw.query('SELECT 1').then(
    () => true,
    () => false,
  )
}
