import { dropAddress, writeAddress } from './address.ts'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pino from 'pino'
import type { Logger } from 'pino'
import type { Config } from './config.ts'
import type { DatabaseAddress } from './database/connection.ts'
import { keepEmbedded } from './database/kept.ts'
import type { KeptServer } from './database/kept.ts'
import { migrate } from './database/migrate.ts'
import { openFileStore } from './files/open.ts'
import { openHttp } from './http/open.ts'
import type { HttpListening } from './http/open.ts'
import type { Ask } from './http/within.ts'
import { openBackground } from './jobs/worker.ts'
import { openCare } from './jobs/care.ts'
import { outboundOf } from './messages/outbound.ts'
import { scannerOf } from './files/scan.ts'
import { openServices } from './services.ts'
import type { Services } from './services.ts'
import { WEB_FOLDER } from './web.ts'
import type { StartMessage } from './words/start/say.ts'

export type StartOptions = {
  /** what the person at the keyboard should be told */
  readonly log: (message: StartMessage) => void
  /** the process's own log; default: JSON lines on stderr from the configured level up */
  readonly logger?: Logger | undefined
  /** the tenant whose accounts the log-in page offers */
  readonly demoTenant?: string | undefined
  /** the pages served; default: those built beside this program */
  readonly webFolder?: string | undefined
}

export type RunningServer = {
  readonly ok: true
  /** undefined where this process serves no pages (`run: worker`) */
  readonly url: string | undefined
  /** the API from within, as the demo's past is told through it; undefined as `url` is */
  readonly ask: Ask | undefined
  readonly services: Services
  /** where the database's files are; undefined with DATABASE_URL */
  readonly dataDir: string | undefined
  /** resolves, with the reason, when the embedded database ended and could not be started again; undefined with DATABASE_URL */
  readonly lost: Promise<StartMessage> | undefined
  /** Takes nothing new, lets what runs end, stops the database last; at most about ten seconds. May be called twice. */
  readonly stop: () => Promise<void>
}

export type StartedServer = RunningServer | { readonly ok: false; readonly problem: StartMessage }

/** What was opened so far, closed in the opposite order. */
class Opened {
  readonly #closers: (() => Promise<void>)[] = []
  #closing: Promise<void> | undefined

  add(close: () => Promise<void>): void {
    this.#closers.push(close)
  }

  close(): Promise<void> {
    return (this.#closing ??= this.#closeAll())
  }

  async #closeAll(): Promise<void> {
    for (const close of this.#closers.toReversed()) await close().catch(() => undefined)
  }
}

/**
 * The composition root: settings → database → migrations → http and background work. It answers as soon as pages can be
 * served; whoever seeds a demo does so afterwards, through `services`. Expected failures (a port in use, a newer database)
 * are values with a sentence, and leave nothing running.
 */
export async function startServer(
  config: Config,
  { log, logger = pinoFor(config), demoTenant, webFolder = WEB_FOLDER }: StartOptions,
): Promise<StartedServer> {
  const opened = new Opened()
  const fail = async (problem: StartMessage): Promise<StartedServer> => {
    await opened.close()
    return { ok: false, problem }
  }
  try {
    const database = await openDatabase(config, { log, opened })
    if ('problem' in database) return await fail(database.problem)
    const migrated = await migrate(database.address)
    if (!migrated.ok) return await fail(migrated.problem)
    const services = await openServices({
      address: database.address,
      files: openFileStore(config, database.embedded?.dataDir ?? config.dataDir),
      dataDir: database.embedded?.dataDir ?? config.dataDir,
      connections: config.databaseConnections,
      backfillMinutes: config.backfillMinutes,
      outbound: outboundOf(config),
      scan: scannerOf(config.filesAntivirus),
      onTrouble: (error) => logger.warn({ err: error }, 'database'),
    })
    opened.add(services.close)
    const http = config.run === 'worker' ? undefined : await listen(config, { services, logger, demoTenant, webFolder })
    if (http && 'problem' in http) return await fail(http.problem)
    if (config.run !== 'http') await openBackgroundWork(config, { services, logger, opened, embedded: database.embedded })
    // Added last, so that it is closed first: nothing new comes in while the rest winds down.
    if (http) opened.add(http.close)
    if (http && database.embedded) leaveWord(database.embedded.dataDir, http.url, opened)
    return {
      ok: true,
      url: http?.url,
      ask: http?.ask,
      services,
      dataDir: database.embedded?.dataDir,
      lost: database.embedded?.lost,
      stop: () => opened.close(),
    }
  } catch (error) {
    await opened.close()
    throw error
  }
}

function leaveWord(dataDir: string, url: string, opened: Opened): void {
  writeAddress(dataDir, url)
  opened.add(async () => dropAddress(dataDir))
}

function pinoFor(config: Config): Logger {
  const redact = ['req.headers.cookie', 'req.headers.authorization', 'password', 'token', '*.password', '*.token']
  return pino(
    { level: config.logLevel, redact, serializers: { err: whatWentWrong }, base: { name: 'nuoxing' } },
    pino.destination({ dest: 2, sync: false }),
  )
}

/** An error of the database drags its whole connection along; of it all only these tell anything, and none holds a secret. */
function whatWentWrong(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { message: String(error) }
  const { code } = error as NodeJS.ErrnoException
  return { type: error.name, code, message: error.message, stack: error.stack }
}

type Database = { readonly address: DatabaseAddress; readonly embedded: KeptServer | undefined } | { readonly problem: StartMessage }

async function openDatabase(config: Config, { log, opened }: { log: StartOptions['log']; opened: Opened }): Promise<Database> {
  if (config.databaseUrl !== undefined) return { address: { kind: 'url', url: config.databaseUrl }, embedded: undefined }
  const embedded = await keepEmbedded({ dataDir: config.dataDir, log })
  if (!embedded.ok) return { problem: embedded.problem }
  opened.add(embedded.stop)
  return { address: { kind: 'embedded', ...embedded.connection }, embedded }
}

type Listening = {
  readonly services: Services
  readonly logger: Logger
  readonly demoTenant: string | undefined
  readonly webFolder: string
}

async function listen(
  config: Config,
  { services, logger, demoTenant, webFolder }: Listening,
): Promise<HttpListening | { readonly problem: StartMessage }> {
  const options = {
    locale: config.locale,
    publicUrl: config.publicUrl,
    trustedProxy: config.trustedProxy,
    secure: config.tls !== undefined || (config.publicUrl?.startsWith('https:') ?? false),
    webDir: existsSync(join(webFolder, 'index.html')) ? webFolder : undefined,
    version: versionOf(),
    demoTenant,
    logInsPerMinute: 30,
    fileLimitBytes: config.filesMaxMb * 1024 * 1024,
    metricsToken: config.metricsToken,
  }
  const tls = config.tls && { cert: readFileSync(config.tls.certificate), key: readFileSync(config.tls.key) }
  try {
    return await openHttp({ services, log: logger, options, host: config.host, port: config.port, tls })
  } catch (error) {
    const problem = listenProblem(error, config)
    if (problem) return { problem }
    throw error
  }
}

function listenProblem(error: unknown, { host, port }: Config): StartMessage | undefined {
  const { code } = error as { code?: string }
  if (code === 'EADDRINUSE') return { code: 'http.port-in-use', params: { port } }
  if (code === 'EACCES') return { code: 'http.port-forbidden', params: { port } }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return { code: 'http.host-unknown', params: { host } }
  return undefined
}

/** The same two folders up in a checkout (src/server) and in the package (dist/server). */
function versionOf(): string {
  const text = readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')
  return (JSON.parse(text) as { version: string }).version
}

type BackgroundWork = {
  readonly services: Services
  readonly logger: Logger
  readonly opened: Opened
  readonly embedded: KeptServer | undefined
}

/** Wakers and deliveries; seals every minute; the embedded database is backed up each day. */
async function openBackgroundWork(config: Config, { services, logger, opened, embedded }: BackgroundWork): Promise<void> {
  const onTrouble = (error: unknown, where: string): void => logger.error({ err: error, where }, 'background')
  const background = await openBackground({ services, onTrouble })
  opened.add(background.stop)
  const care = openCare({ config, services, dataDir: embedded?.dataDir ?? config.dataDir, connection: embedded?.connection, onTrouble })
  opened.add(care.stop)
}
