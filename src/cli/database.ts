import { existsSync, readFileSync } from 'node:fs'
import type { Locale } from '../core/words.ts'
import { auditTenant } from '../server/audit.ts'
import type { Difference } from '../server/audit.ts'
import { loadConfig, sayProblem } from '../server/config.ts'
import type { Config } from '../server/config.ts'
import { takeBackup } from '../server/database/backup.ts'
import type { DatabaseAddress } from '../server/database/connection.ts'
import { hasEmbedded, runningEmbedded, startEmbedded } from '../server/database/embedded.ts'
import { addressAt, readAddress } from '../server/address.ts'
import { isMigrated, migrate } from '../server/database/migrate.ts'
import { inTransaction } from '../server/database/pool.ts'
import type { Transaction } from '../server/database/pool.ts'
import { reachProblem } from '../server/database/reach-problem.ts'
import { restoreBackup } from '../server/database/restore.ts'
import { auditFiles } from '../server/files/audit.ts'
import type { FileFault } from '../server/files/audit.ts'
import { openFileStore } from '../server/files/open.ts'
import { newLink } from '../server/http/session/password.ts'
import type { NewLinkText } from '../server/http/session/password.ts'
import { openSigner } from '../server/seal-key.ts'
import { verifySeals } from '../server/sealing.ts'
import type { KnownHead, SealFault } from '../server/sealing.ts'
import { openServices } from '../server/services.ts'
import type { Services } from '../server/services.ts'
import { isSetUp, tenantRow } from '../server/store/session.ts'
import { foundTenant, tenantCodes } from '../server/tenants.ts'
import { sayStart } from '../server/words/start/say.ts'
import type { StartMessage } from '../server/words/start/say.ts'
import { isZone } from '../server/zones.ts'
import { EXIT } from './exit.ts'
import { printLine, readInstant } from './input.ts'
import { InputError, isCliKey, sayCli } from './say.ts'
import { whenIn } from './when.ts'
import type { CliKey } from './words/zh-CN.ts'

/** The settings of this run, or every problem said on standard error. */
export function configOf(locale: Locale, argv: readonly string[]): Config {
  const readFile = (path: string): string | undefined => (existsSync(path) ? readFileSync(path, 'utf8') : undefined)
  const loaded = loadConfig({ env: process.env, argv, readFile })
  if (loaded.ok) return loaded.config
  for (const problem of loaded.problems) process.stderr.write(`${sayProblem(locale, problem)}\n`)
  throw new InputError('input.settings')
}

/** A sentence of starting that ends the command. */
export function refuse(locale: Locale, problem: StartMessage): never {
  process.stderr.write(`${sayStart(locale, problem)}\n`)
  throw new InputError('input.not-done')
}

type Opened = { readonly address: DatabaseAddress; readonly dataDir: string; readonly close: () => Promise<void> }

/** The database of the settings: the given one, the embedded one that a running server has open, or the embedded one started for this command. */
async function openDatabase(locale: Locale, config: Config, make: boolean): Promise<Opened> {
  if (config.databaseUrl !== undefined)
    return { address: { kind: 'url', url: config.databaseUrl }, dataDir: config.dataDir, close: async () => undefined }
  const running = runningEmbedded(config.dataDir)
  const log = (message: StartMessage): void => void process.stderr.write(`${sayStart(locale, message)}\n`)
  if (running) return { address: { kind: 'embedded', ...running.connection }, dataDir: running.dataDir, close: async () => undefined }
  if (!make && !hasEmbedded(config.dataDir)) throw new InputError('input.no-database', { folder: config.dataDir })
  const embedded = await startEmbedded({ dataDir: config.dataDir, log })
  if (!embedded.ok) return refuse(locale, embedded.problem)
  return { address: { kind: 'embedded', ...embedded.connection }, dataDir: embedded.dataDir, close: embedded.stop }
}

/** `make`: the command may be the first that this database sees; all others want one that is there, and leave an empty folder as it was. */
export async function withDatabase<T>(
  { locale, make = false }: { readonly locale: Locale; readonly make?: boolean },
  work: (opened: Opened, config: Config) => Promise<T>,
): Promise<T> {
  const config = configOf(locale, [])
  const opened = await openDatabase(locale, config, make)
  try {
    const standing = await isMigrated(opened.address).catch((error: unknown) => refuse(locale, reachProblem(error, config)))
    if (!make && !standing) throw new InputError('input.no-schema')
    return await work(opened, config)
  } finally {
    await opened.close()
  }
}

export async function withServices<T>(opened: Opened, config: Config, work: (services: Services) => Promise<T>): Promise<T> {
  const files = openFileStore(config, opened.dataDir)
  const services = await openServices({ address: opened.address, files, connections: 4, backfillMinutes: config.backfillMinutes })
  try {
    return await work(services)
  } finally {
    await services.close()
  }
}

function sayFault(locale: Locale, fault: SealFault, zone: string): string {
  if (fault.kind === 'count-differs') return sayCli(locale, 'audit.count-differs', fault)
  if (fault.kind === 'head-gone') return sayCli(locale, 'audit.head-gone', { size: fault.size })
  if ('field' in fault) return sayCli(locale, `audit.${fault.kind}`, { fact: fault.fact, seq: fault.seq, field: fault.field })
  if ('fact' in fault) return sayCli(locale, `audit.${fault.kind}`, { fact: fault.fact, seq: fault.seq })
  return sayCli(locale, `audit.${fault.kind}`, { size: fault.size, at: whenIn(zone, fault.at, { locale }) })
}

/** The row that differs: one of several of its kind by its key, of a ticket, contract or service record the part of it. */
function sayRow(locale: Locale, { what, key }: Difference): string {
  const [promise = '', episode = ''] = key.split('|')
  const part = `audit.what-${what}-${key}`
  return sayCli(locale, isCliKey(part) ? part : (`audit.what-${what}` as CliKey), { key, promise, episode })
}

function sayDifference(locale: Locale, one: Difference): string {
  const sentence = one.stored === undefined ? 'audit.row-missing' : one.derived === undefined ? 'audit.row-extra' : 'audit.row-differs'
  return sayCli(locale, sentence, { what: sayRow(locale, one), subject: one.subject })
}

function sayFileFault(locale: Locale, { kind, file, name, subject }: FileFault): string {
  return sayCli(locale, `audit.file-${kind}`, { name: name ?? file, subject })
}

/** Every firm of a database, or the one with this code, which must be there. */
export async function demandTenants({ address }: Pick<Opened, 'address'>, code: string | undefined): Promise<readonly string[]> {
  const all = await tenantCodes(address)
  if (code === undefined) return all
  if (!all.includes(code)) throw new InputError('load.no-tenant', { id: code })
  return [code]
}

export type AuditOptions = { readonly tenant?: string; readonly json?: boolean; readonly head?: string }

/** `2742:9f3a…`: a head as an earlier audit printed it. */
function headOf({ head, tenant }: AuditOptions): KnownHead | undefined {
  if (head === undefined) return undefined
  const [, size, root] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(head) ?? []
  if (size === undefined || root === undefined) throw new InputError('audit.bad-head', { head })
  if (tenant === undefined) throw new InputError('input.option-missing', { option: '--tenant' })
  return { size: Number(size), root }
}

/** Everything derived again, every seal verified; exit 1 where anything differs. */
export async function audit(locale: Locale, options: AuditOptions): Promise<void> {
  const known = headOf(options)
  const clean = await withDatabase({ locale }, async (opened, config) => {
    const tenants = await demandTenants(opened, options.tenant)
    return withServices(opened, config, async (services) => {
      let faults = 0
      for (const tenant of tenants) {
        const audited = await auditTenant(services, tenant)
        const seals = await verifySeals(
          { pool: services.pool, signer: openSigner(opened.dataDir), machine: services.clock.machine },
          tenant,
          known,
        )
        const files = await auditFiles(services, tenant)
        faults += audited.differences.length + seals.faults.length + files.faults.length
        if (options.json === true)
          printLine(
            JSON.stringify({
              tenant,
              subjects: audited.subjects,
              factsRead: audited.facts,
              differences: audited.differences,
              seals,
              files,
            }),
          )
        else {
          printLine(
            sayCli(locale, 'audit.tenant', {
              tenant,
              subjects: audited.subjects,
              facts: seals.facts,
              heads: seals.heads,
              sealed: seals.sealed,
              unsealed: seals.unsealed,
            }),
          )
          if (seals.root !== undefined) printLine(`  ${sayCli(locale, 'audit.head', { head: `${seals.sealed}:${seals.root}` })}`)
          for (const one of audited.differences) printLine(`  ${sayDifference(locale, one)}`)
          for (const fault of seals.faults) printLine(`  ${sayFault(locale, fault, config.timezone)}`)
          for (const fault of files.faults) printLine(`  ${sayFileFault(locale, fault)}`)
          if (files.contents > 0) printLine(`  ${sayCli(locale, 'audit.files', { count: files.contents })}`)
        }
      }
      if (options.json !== true) printLine(sayCli(locale, faults === 0 ? 'audit.clean' : 'audit.found', { count: faults }))
      return faults === 0
    })
  })
  process.exitCode = clean ? EXIT.fine : EXIT.found
}

export async function backup(locale: Locale): Promise<void> {
  await withDatabase({ locale }, async ({ address, dataDir }) => {
    if (address.kind !== 'embedded') return refuse(locale, { code: 'backup.foreign', params: {} })
    const { kind: _, ...connection } = address
    const done = await takeBackup({ connection, dataDir, now: Date.now })
    printLine(
      sayStart(locale, {
        code: 'backup.done',
        params: {
          folder: done.folder,
          megabytes: Math.ceil(done.bytes / 1e6),
          seconds: Math.round((done.finishedAt - done.startedAt) / 1000),
        },
      }),
    )
  })
}

export async function restore(locale: Locale, { from, to, until }: { from: string; to: string; until: string | undefined }): Promise<void> {
  const restored = await restoreBackup({ from, to, until: until === undefined ? undefined : readInstant('--until', until) })
  if (!restored.ok) return refuse(locale, restored.problem)
  printLine(
    sayStart(locale, {
      code: 'backup.restored',
      params: { folder: restored.dataDir, at: whenIn(configOf(locale, []).timezone, restored.at ?? Date.now(), { locale }) },
    }),
  )
}

export async function upgrade(locale: Locale): Promise<void> {
  await withDatabase({ locale }, async ({ address }) => {
    const migrated = await migrate(address)
    if (!migrated.ok) return refuse(locale, migrated.problem)
    printLine(
      sayCli(locale, migrated.applied.length === 0 ? 'upgrade.nothing' : 'upgrade.done', {
        count: migrated.applied.length,
        version: migrated.version,
      }),
    )
  })
}

/** Where people reach the server: as the settings say, else where a running one says that it is, else where the settings would start it. */
function addressOf({ dataDir }: Opened, { publicUrl, tls, host, port }: Config): string {
  return publicUrl ?? readAddress(dataDir) ?? addressAt({ host, port, secure: tls !== undefined })
}

export type TenantOptions = { readonly name: string; readonly timezone: string }

type Linked = { readonly opened: Opened; readonly config: Config; readonly timezone: string }

const newSetup = (tx: Transaction, now: number): Promise<NewLinkText> => newLink(tx, 'setup', { person: undefined, now })

/** Where the first administrator comes in, and until when. */
function saySetup(locale: Locale, link: NewLinkText, { opened, config, timezone }: Linked) {
  return { link: `${addressOf(opened, config)}${link.path}`, until: whenIn(timezone, link.expiresAt, { locale }) }
}

export async function addTenant(locale: Locale, id: string, { name: given, timezone }: TenantOptions): Promise<void> {
  const name = given.trim()
  if (!/^[a-z0-9][a-z0-9-]{0,39}$/.test(id)) throw new InputError('tenant.bad-code', { id })
  if (name === '') throw new InputError('tenant.no-name')
  if (!isZone(timezone)) throw new InputError('tenant.bad-zone', { zone: timezone })
  await withDatabase({ locale, make: true }, async (opened, config) => {
    const migrated = await migrate(opened.address)
    if (!migrated.ok) return refuse(locale, migrated.problem)
    await withServices(opened, config, async ({ clock }) => {
      const at = clock.machine()
      const founded = await foundTenant(opened.address, { id, name, timezone, demo: false, at }, (tx) => newSetup(tx, at))
      if (!founded) throw new InputError('tenant.taken', { id })
      printLine(sayCli(locale, 'tenant.created', { name, ...saySetup(locale, founded.filled, { opened, config, timezone }) }))
    })
  })
}

/** A set-up link was lost or ran out: a new one, as long as nobody has come in as administrator. */
export async function linkTenant(locale: Locale, id: string): Promise<void> {
  await withDatabase({ locale }, async (opened, config) => {
    await demandTenants(opened, id)
    await withServices(opened, config, async ({ pool, clock }) => {
      const { firm, link } = await inTransaction(pool, id, async (tx) => {
        if (await isSetUp(tx)) throw new InputError('tenant.set-up', { id })
        return { firm: (await tenantRow(tx))!, link: await newSetup(tx, clock.machine()) }
      })
      const { name, timezone } = firm
      printLine(sayCli(locale, 'tenant.linked', { name, ...saySetup(locale, link, { opened, config, timezone }) }))
    })
  })
}
