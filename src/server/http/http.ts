import type { Logger } from 'pino'
import type { Locale } from '../../core/words.ts'
import type { Services } from '../services.ts'
import type { CallerCache } from './caller-cache.ts'
import type { StrangerLocks } from './lockout.ts'
import type { GroundMemory } from './tickets/ground.ts'
import type { Metrics } from './metrics.ts'

export type HttpOptions = {
  readonly locale: Locale
  readonly publicUrl: string | undefined
  readonly trustedProxy: readonly string[] | undefined
  /** cookies are marked Secure; behind a trusted proxy the forwarded protocol decides */
  readonly secure: boolean
  /** folder of the built web, or undefined while there is none */
  readonly webDir: string | undefined
  readonly version: string
  /** the tenant whose accounts the log-in page offers */
  readonly demoTenant: string | undefined
  /** the largest file that may be attached, in bytes */
  readonly fileLimitBytes: number
  /** log-ins a minute and client address */
  readonly logInsPerMinute: number
  /** lets /metrics be read from elsewhere than this machine */
  readonly metricsToken?: string | undefined
  /** tests hold every answer against its schema; a field too many is a failure */
  readonly checkAnswers?: boolean | undefined
}

/** What every handler stands on. */
export type Http = {
  readonly services: Services
  readonly options: HttpOptions
  readonly metrics: Metrics
  readonly log: Pick<Logger, 'error' | 'warn' | 'info' | 'debug'>
  readonly callers: CallerCache
  readonly strangers: StrangerLocks
  readonly grounds: GroundMemory
  /** who asks here tells the demo's past: the one writer that is not held up by that */
  readonly tellsPast?: true
  /** set while the server is told to stop, so that /readyz sends new traffic elsewhere */
  readonly state: { draining: boolean; readonly streams: Set<() => void> }
}
