import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { StartMessage } from '../../words/start/say.ts'
import type { Place } from './place.ts'
import { StartRefusal } from './problem.ts'
import { isAlive, isKnown, isPostgresOn, isSameProcess, nameProcess } from './process.ts'
import type { ProcessName } from './process.ts'

/** The lines of PostgreSQL's own postmaster.pid that matter here (src/include/utils/pidfile.h). */
export type ServerLock = { readonly pid: number; readonly port: number; readonly socketFolder: string; readonly status: string }

/** Who started the server, kept beside it: only so can an orphan be told from a server in use. */
type Owner = { readonly owner: ProcessName; readonly socketFolder: string }

/** No process can have this number (the kernel's limit is 2^22), so a lock that carries it is seen as left behind. */
const NOBODY = 2_147_483_646

const ORPHAN_WITHIN_MS = 60_000

const lockFile = (place: Pick<Place, 'postgres'>): string => join(place.postgres, 'postmaster.pid')
const ownerFile = (place: Pick<Place, 'data'>): string => join(place.data, 'owner.json')

export function readLock(place: Pick<Place, 'postgres'>): ServerLock | undefined {
  try {
    const [pid, , , port, socketFolder = '', , , status = ''] = readFileSync(lockFile(place), 'utf8').split('\n')
    return { pid: Math.abs(Number(pid)), port: Number(port), socketFolder, status: status.trim() }
  } catch {
    return undefined
  }
}

export function writeOwner(place: Pick<Place, 'data'>, socketFolder: string): void {
  const record: Owner = { owner: nameProcess(process.pid), socketFolder }
  writeFileSync(ownerFile(place), JSON.stringify(record))
}

function readOwner(place: Pick<Place, 'data'>): Owner | undefined {
  try {
    return JSON.parse(readFileSync(ownerFile(place), 'utf8')) as Owner
  } catch {
    // Missing, or cut short by a crash while it was written: nobody to wait for.
    return undefined
  }
}

export function dropOwner(place: Pick<Place, 'data'>): void {
  rmSync(ownerFile(place), { force: true })
}

/** The lock of a server that runs right now on this data; undefined when there is none. */
export function liveLock(place: Pick<Place, 'postgres'>): ServerLock | undefined {
  const lock = readLock(place)
  return lock && isAlive(lock.pid) && isPostgresOn(lock.pid, place.postgres) ? lock : undefined
}

/** True when the programme that started the live server is gone. */
function isOrphan(place: Pick<Place, 'data'>): boolean {
  const record = readOwner(place)
  return record !== undefined && !isSameProcess(record.owner)
}

/**
 * Clears the way for a start: refuses when the data is in use, stops a server whose owner died, heals a stale lock.
 * The lock file itself is never deleted: PostgreSQL finds in it the shared memory that orphaned backends may still hold.
 */
export async function clearTheWay(place: Place): Promise<readonly StartMessage[]> {
  const lock = readLock(place)
  const left = readOwner(place)
  const notices = lock ? await resolveLock(place, lock) : []
  if (left && /\/nuoxing-\w+$/.test(left.socketFolder)) rmSync(left.socketFolder, { recursive: true, force: true })
  dropOwner(place)
  return notices
}

async function resolveLock(place: Place, lock: ServerLock): Promise<readonly StartMessage[]> {
  const { pid } = lock
  if (liveLock(place)) {
    if (!isOrphan(place)) throw new StartRefusal('database.in-use', { folder: place.data, pid })
    await stopOrphan(place, pid)
    return [{ code: 'database.orphan-stopped', params: { pid } }]
  }
  // The number was given to another program since (usual in containers), or nobody has collected the dead server yet:
  // PostgreSQL itself would take either for one that runs.
  if (isKnown(pid)) disownLock(place)
  return [{ code: 'database.lock-healed', params: {} }]
}

function disownLock(place: Place): void {
  const [, ...rest] = readFileSync(lockFile(place), 'utf8').split('\n')
  writeFileSync(lockFile(place), [String(NOBODY), ...rest].join('\n'))
}

async function stopOrphan(place: Place, pid: number): Promise<void> {
  const named = nameProcess(pid)
  const deadline = performance.now() + ORPHAN_WITHIN_MS
  // SIGINT is PostgreSQL's fast shutdown: open transactions are rolled back, everything acknowledged is written.
  if (isSameProcess(named)) process.kill(pid, 'SIGINT')
  while (isSameProcess(named) && performance.now() < deadline) await sleep(20)
  if (isSameProcess(named) && existsSync(lockFile(place))) throw new StartRefusal('database.in-use', { folder: place.data, pid })
}
