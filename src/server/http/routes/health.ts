import type { FastifyInstance } from 'fastify'
import type { Http } from '../http.ts'

/**
 * For supervisors, not for people. /healthz: the process answers. /readyz: it can also serve (the database answers, and it was
 * not told to stop). /metrics: Prometheus; counts and times by route pattern, nothing of any tenant.
 */
export function mountHealth(app: FastifyInstance, http: Http): void {
  app.get('/healthz', (_request, reply) => reply.header('content-type', 'text/plain; charset=utf-8').send('ok\n'))
  app.get('/readyz', async (_request, reply) => {
    const ready = !http.state.draining && (await answers(http))
    return reply
      .code(ready ? 200 : 503)
      .header('content-type', 'text/plain; charset=utf-8')
      .send(ready ? 'ready\n' : 'not ready\n')
  })
  app.get('/metrics', async (_request, reply) =>
    reply.header('content-type', http.metrics.registry.contentType).send(await http.metrics.registry.metrics()),
  )
}

async function answers(http: Http): Promise<boolean> {
  return http.services.pool.raw.query('SELECT 1').then(
    () => true,
    () => false,
  )
}
