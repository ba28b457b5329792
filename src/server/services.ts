import type { Instant } from '../core/time/instant.ts'
import { openClock } from './clock.ts'
import type { Clock } from './clock.ts'
import { connectAs } from './database/connection.ts'
import type { DatabaseAddress } from './database/connection.ts'
import { openPool } from './database/pool.ts'
import type { Pool } from './database/pool.ts'
import { NO_SCANNER } from './files/scan.ts'
import type { Scanner } from './files/scan.ts'
import type { FileStore } from './files/store.ts'
import { openDocuments } from './documents/documents.ts'
import type { Documents } from './documents/documents.ts'
import { openLive } from './live.ts'
import type { Live } from './live.ts'
import { NO_MAIL } from './messages/outbound.ts'
import type { Outbound } from './messages/outbound.ts'
import { openReader } from './passages/reader.ts'
import type { PassageReader } from './passages/reader.ts'
import { openPlanMemory } from './plan-memory.ts'
import type { PlanMemory } from './plan-memory.ts'
import { openKeyRing } from './seal-key.ts'
import type { KeyRing } from './seal-key.ts'
import { Numbers, Positions } from './store/blocks.ts'
import { GroupCommit } from './store/group-commit.ts'
import { bindPinned } from './store/plan.ts'
import type { Bind } from './store/plan.ts'

/** What every part of a running server stands on: one per process. */
export type Services = {
  readonly address: DatabaseAddress
  /** under row-level security; all that serves people goes through it */
  readonly pool: Pool
  readonly clock: Clock
  readonly live: Live
  readonly plans: PlanMemory
  readonly positions: Positions
  readonly numbers: Numbers
  readonly groupCommit: GroupCommit
  /** the bytes of attachments */
  readonly files: FileStore
  /** looks through what is attached before it is kept */
  readonly scan: Scanner
  /** sets PDFs; nothing of it is loaded before the first one */
  readonly documents: Documents
  /** reads signed documents into passages, each in a process of its own */
  readonly reader: PassageReader
  /** checks the seals of the ledger */
  readonly keys: KeyRing
  /** how late a hand-entered fact may be before it is a 补录: goes into the plans that are bound from now on */
  readonly backfillMs: number | undefined
  /** how messages leave */
  readonly outbound: Outbound
  /** how often background work failed since the start of this process; shown as metrics */
  readonly trouble: { sealing: number }
  readonly close: () => Promise<void>
}

export type ServicesOptions = {
  readonly address: DatabaseAddress
  readonly files: FileStore
  /** default: nobody looks through attachments */
  readonly scan?: Scanner | undefined
  /** where the keys that seal the ledger lie; default: nowhere, and no signature can be checked */
  readonly dataDir?: string | undefined
  /** default: the plans of this program */
  readonly bind?: Bind | undefined
  /** connections of this process for serving people; default 10 */
  readonly connections?: number | undefined
  readonly backfillMinutes?: number | undefined
  /** default: no mail */
  readonly outbound?: Outbound | undefined
  /** tests move the machine's time */
  readonly machine?: (() => Instant) | undefined
  /** a connection died, a message could not be read */
  readonly onTrouble?: ((error: Error) => void) | undefined
}

/** Opens what this process needs of a database that is migrated already. */
export async function openServices({
  address,
  files,
  scan = NO_SCANNER,
  dataDir,
  bind = bindPinned,
  connections = 10,
  backfillMinutes,
  outbound = NO_MAIL,
  machine,
  onTrouble,
}: ServicesOptions): Promise<Services> {
  const pool = openPool({ address, role: 'nuoxing_app', max: connections, ...(onTrouble ? { onError: onTrouble } : {}) })
  const live = await openLive(connectAs(address, 'nuoxing_app')).catch(async (error: unknown) => {
    await pool.close()
    throw error
  })
  const clock = openClock(pool, machine)
  const plans = openPlanMemory(pool, bind)
  live.listen(({ tenant, kind }) => {
    if (kind === 'clock') clock.drop(tenant)
    if (kind === 'holidays') plans.dropBound(tenant)
    if (kind === 'parties' || kind === 'plan') plans.dropContracts(tenant)
  })
  live.gap(() => {
    clock.drop()
    plans.dropBound()
  })
  const backfillMs = backfillMinutes === undefined ? undefined : backfillMinutes * 60_000
  const documents = openDocuments()
  const reader = openReader()
  const close = async (): Promise<void> => {
    await documents.close()
    await reader.close()
    await live.close()
    await pool.close()
  }
  return {
    address,
    pool,
    clock,
    live,
    plans,
    positions: new Positions(),
    numbers: new Numbers(pool),
    groupCommit: new GroupCommit(pool),
    files,
    scan,
    documents,
    reader,
    keys: openKeyRing(dataDir),
    backfillMs,
    outbound,
    trouble: { sealing: 0 },
    close,
  }
}
