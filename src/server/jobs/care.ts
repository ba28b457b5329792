import type { Config } from '../config.ts'
import { backupFolderOf, firstBackupAt, listBackups, nextBackupAt, pruneBackups, takeBackup } from '../database/backup.ts'
import type { Connection } from '../database/embedded.ts'
import { acrossTenants, openPool } from '../database/pool.ts'
import { sealTenant } from '../sealing.ts'
import { openSigner } from '../seal-key.ts'
import { sweepFiles } from '../files/sweep.ts'
import { fillTicketInitials } from '../store/ticket-initials.ts'
import type { Services } from '../services.ts'

export type Care = { readonly stop: () => Promise<void> }

export type CareOptions = {
  readonly config: Pick<Config, 'backupAt' | 'backupKeep' | 'timezone'>
  readonly services: Services
  /** keys and backups stand here */
  readonly dataDir: string
  /** of the embedded server; undefined: another server's keeper backs it up */
  readonly connection: Connection | undefined
  readonly onTrouble: (error: unknown, where: string) => void
}

const SEAL_EVERY_MS = 60_000
/** Answers to keyed writes are kept this long; a client that repeats itself later asks anew. */
const KEEP_ANSWERS_MS = 7 * 86_400_000
/** setTimeout takes no more than 24 days; a day's wait is cut into hours, which also notices a changed clock. */
const LOOK_EVERY_MS = 3_600_000

/** What has to be done now and then without anybody asking: seals, backups, old answers. Each process may run one; sealing twice seals once. */
export function openCare({ config, services, dataDir, connection, onTrouble }: CareOptions): Care {
  const owner = openPool({ address: services.address, role: 'owner', max: 1 })
  const signer = openSigner(dataDir)
  const { machine } = services.clock
  const running = new Set<Promise<void>>()
  const run = (where: string, work: () => Promise<void>): void => {
    const done: Promise<void> = work()
      .catch((error: unknown) => onTrouble(error, where))
      .finally(() => running.delete(done))
    running.add(done)
  }
  const sealTrouble = (tenant: string) => (error: unknown) => {
    services.trouble.sealing += 1
    onTrouble(error, `seal ${tenant}`)
  }
  const seal = async (): Promise<void> => {
    const tenants = await acrossTenants<{ tenant_id: string }>(owner, 'SELECT tenant_id FROM tenant ORDER BY tenant_id')
    // each tenant by itself: what stands in the way of one ledger's seal holds up no other
    for (const { tenant_id } of tenants) await sealTenant({ pool: services.pool, signer, machine }, tenant_id).catch(sealTrouble(tenant_id))
    await acrossTenants(owner, 'DELETE FROM idempotency WHERE created_at < $1', [machine() - KEEP_ANSWERS_MS])
  }
  const sweep = async (): Promise<void> => {
    await sweepFiles({ owner, store: services.files, now: machine() })
  }
  const sweeping = setInterval(() => run('files', sweep), LOOK_EVERY_MS)
  run('files', sweep)
  run('initials', () => fillTicketInitials(owner))
  const sealing = setInterval(() => run('seal', seal), SEAL_EVERY_MS)
  const backup = connection && config.backupAt !== 'off' ? keepBackups({ config, connection, dataDir, machine, run }) : undefined
  const stop = async (): Promise<void> => {
    clearInterval(sealing)
    clearInterval(sweeping)
    backup?.stop()
    await Promise.all(running)
    // the last facts of this run are sealed with it: whoever looks at the ledger next finds none open
    run('seal', seal)
    await Promise.all(running)
    await owner.close()
  }
  return { stop }
}

type Backups = Pick<CareOptions, 'config' | 'dataDir'> & {
  readonly connection: Connection
  readonly machine: () => number
  readonly run: (where: string, work: () => Promise<void>) => void
}

function keepBackups({ config, connection, dataDir, machine, run }: Backups): { readonly stop: () => void } {
  const minute = config.backupAt === 'off' ? 0 : config.backupAt.minute
  const startOfDay = (at: number): number =>
    Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(config.timezone).startOfDay().epochMilliseconds
  const newest = listBackups(backupFolderOf(dataDir)).at(-1)?.startedAt
  let dueAt = firstBackupAt(machine(), { newest, next: nextBackupAt(machine(), minute, startOfDay) })
  let timer: NodeJS.Timeout
  const look = (): void => {
    const now = machine()
    if (now >= dueAt) {
      dueAt = nextBackupAt(now, minute, startOfDay)
      run('backup', async () => {
        await takeBackup({ connection, dataDir, now: machine })
        pruneBackups(backupFolderOf(dataDir), config.backupKeep)
      })
    }
    timer = setTimeout(look, Math.max(1_000, Math.min(LOOK_EVERY_MS, dueAt - machine())))
  }
  timer = setTimeout(look, Math.max(1_000, Math.min(LOOK_EVERY_MS, dueAt - machine())))
  return { stop: () => clearTimeout(timer) }
}
