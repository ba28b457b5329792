import type { AddressInfo } from 'node:net'
import { addressAt } from '../address.ts'
import { buildApp } from './app.ts'
import type { AppTls } from './app.ts'
import { newCallerCache } from './caller-cache.ts'
import type { Http, HttpOptions } from './http.ts'
import { StrangerLocks } from './lockout.ts'
import { openMetrics } from './metrics.ts'
import { GroundMemory } from './tickets/ground.ts'
import { openWithin } from './within.ts'
import type { Ask } from './within.ts'

export type HttpListening = {
  /** where it is reached on this machine: `http://127.0.0.1:8080` */
  readonly url: string
  readonly http: Http
  readonly ask: Ask
  /** Takes no new work, lets what runs end (at most ten seconds), closes event streams. */
  readonly close: () => Promise<void>
}

export type HttpStart = Pick<Http, 'services' | 'log'> & {
  readonly options: HttpOptions
  readonly host: string
  readonly port: number
  readonly tls?: AppTls | undefined
}

/** A load balancer asks /readyz about once a second: it is told first, then the door closes. */
const DRAIN_MS = 10_000

/** Opens the door. Rejects with EADDRINUSE when the port is taken. */
export async function openHttp({ services, log, options, host, port, tls }: HttpStart): Promise<HttpListening> {
  const http: Http = {
    services,
    log,
    options,
    metrics: openMetrics(services.trouble),
    callers: newCallerCache(),
    strangers: new StrangerLocks(),
    grounds: new GroundMemory(),
    state: { draining: false, streams: new Set() },
  }
  const forget = services.live.listen(({ tenant, kind }) => {
    if (kind === 'people') http.callers.drop(tenant)
    if (kind === 'parties' || kind === 'plan') http.grounds.drop(tenant)
  })
  const forgetAll = services.live.gap(() => {
    http.callers.dropAll()
    http.grounds.drop()
  })
  const within = openWithin(http)
  const app = await buildApp(http, tls)
  await app.listen({ host, port })
  const { port: taken } = app.server.address() as AddressInfo
  const close = async () => {
    http.state.draining = true
    for (const end of http.state.streams) end()
    const closed = app.close()
    const late = setTimeout(() => app.server.closeAllConnections(), DRAIN_MS)
    await closed
    clearTimeout(late)
    await within.close()
    forget()
    forgetAll()
  }
  return { url: addressAt({ host, port: taken, secure: tls !== undefined }), http, ask: within.ask, close }
}
