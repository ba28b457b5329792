import type { Services } from '../services.ts'
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client'

/** What /metrics shows. Labels are route patterns and never ids, so that their number stays bounded and nothing personal gets in. */
export type Metrics = {
  readonly registry: Registry
  readonly requests: Histogram<'method' | 'route' | 'status'>
  readonly logInFailures: Counter
  readonly liveStreams: Gauge
}

export function openMetrics(trouble: Services['trouble']): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry, prefix: 'nuoxing_' })
  const sealingFailures: Counter = new Counter({
    name: 'nuoxing_sealing_failures_total',
    help: 'attempts to seal a ledger that failed; above 0 the newest facts may stand unsealed',
    registers: [],
    collect() {
      this.reset()
      this.inc(trouble.sealing)
    },
  })
  registry.registerMetric(sealingFailures)
  return {
    registry,
    requests: new Histogram({
      name: 'nuoxing_http_request_seconds',
      help: 'time from the request to its answer',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.3, 1, 3],
      registers: [registry],
    }),
    logInFailures: new Counter({ name: 'nuoxing_log_in_failures_total', help: 'log-ins that were refused', registers: [registry] }),
    liveStreams: new Gauge({ name: 'nuoxing_live_streams', help: 'open event streams', registers: [registry] }),
  }
}
