import {
  closeSync,
  cpSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import pg from 'pg'
import { formatInstant } from '../../core/time/instant.ts'
import type { Instant } from '../../core/time/instant.ts'
import { FILES_FOLDER, SENDING_FOLDER } from '../files/disk.ts'
import type { Connection } from './embedded.ts'

/**
 * Base backup of the running embedded server. The bundled programs have no pg_basebackup, so this is the low-level way of the manual
 * (PostgreSQL 18, 25.3.4 "Making a Base Backup Using the Low Level API"): start, copy the files while the server runs, stop, keep the label.
 * The write-ahead log goes into `<data>/backup/wal` all the time; the copy becomes consistent by replaying it.
 */
export type Backup = {
  readonly folder: string
  readonly startedAt: Instant
  readonly finishedAt: Instant
  /** the first segment of write-ahead log that this backup needs */
  readonly firstWal: string
  readonly bytes: number
}

/** What a copy must not carry, by the manual: 25.3.4.2 "Backing Up the Data Directory". */
const LEFT_OUT = new Set(['postmaster.pid', 'postmaster.opts', 'pg_internal.init'])
const EMPTIED = new Set([
  'pg_wal',
  'pg_dynshmem',
  'pg_notify',
  'pg_serial',
  'pg_snapshots',
  'pg_stat_tmp',
  'pg_subtrans',
  'pg_replslot',
  'pgsql_tmp',
])
const DESCRIPTION = 'backup.json'

export function backupFolderOf(dataDir: string): string {
  return join(dataDir, 'backup')
}

/** A file that the server removes while we copy is one that replaying the log brings back or removes again. */
function copyFile(from: string, to: string): number {
  try {
    cpSync(from, to)
    return statSync(to).size
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 0
    throw error
  }
}

function copyTree(from: string, to: string): number {
  mkdirSync(to, { recursive: true, mode: 0o700 })
  let bytes = 0
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    if (LEFT_OUT.has(entry.name) || entry.name.startsWith('pgsql_tmp')) continue
    const [source, target] = [join(from, entry.name), join(to, entry.name)]
    if (!entry.isDirectory()) bytes += copyFile(source, target)
    else if (EMPTIED.has(entry.name)) mkdirSync(target, { mode: 0o700 })
    else bytes += copyTree(source, target)
  }
  return bytes
}

function syncFolder(path: string): void {
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    if (entry.isDirectory()) syncFolder(join(path, entry.name))
    else syncPath(join(path, entry.name))
  }
  syncPath(path)
}

function syncPath(path: string): void {
  const handle = openSync(path, 'r')
  fsyncSync(handle)
  closeSync(handle)
}

/** `START WAL LOCATION: 0/2000028 (file 000000010000000000000002)` */
function firstWalOf(label: string): string {
  return /\(file ([0-9A-F]{24})\)/.exec(label)?.[1] ?? ''
}

export type BackupOptions = {
  readonly connection: Connection
  readonly dataDir: string
  readonly now: () => Instant
  readonly also?: readonly string[]
}

/** What of the data folder is carried along whole: the keys that sign the heads. */
const ALSO = ['keys']

/** Attachments of all backups lie here once: what is under a hash never changes. */
export function fileBackupOf(backupFolder: string): string {
  return join(backupFolder, FILES_FOLDER)
}

/** What a file is called while it is being copied. */
const UNFINISHED = '.part'

/**
 * Copies what is not there yet, each file whole or not at all; a real copy, so that harm to the one does not reach the other. Uploads on their way stay
 * behind: whoever sends them sends them again.
 */
export function copyMissing(from: string, to: string): number {
  if (!existsSync(from)) return 0
  mkdirSync(to, { recursive: true, mode: 0o700 })
  let bytes = 0
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)]
    if (entry.isDirectory()) bytes += entry.name === SENDING_FOLDER ? 0 : copyMissing(source, target)
    else if (!entry.name.endsWith(UNFINISHED) && !existsSync(target)) {
      const size = copyFile(source, `${target}${UNFINISHED}`)
      if (!existsSync(`${target}${UNFINISHED}`)) continue
      syncPath(`${target}${UNFINISHED}`)
      renameSync(`${target}${UNFINISHED}`, target)
      bytes += size
    }
  }
  syncPath(to)
  return bytes
}

/**
 * Takes a base backup into `<data>/backup/base-<instant>`, with further folders of the data folder (`also`), and after it the attachments that its rows
 * name: what they lie under is written before the row is.
 * A backup cut short leaves a `.part` folder that is never taken for one, and is removed by the next.
 */
export async function takeBackup({ connection, dataDir, now, also = ALSO }: BackupOptions): Promise<Backup> {
  const startedAt = now()
  const folder = join(backupFolderOf(dataDir), `base-${formatInstant(startedAt).replaceAll(/[:.]/g, '')}`)
  const part = `${folder}.part`
  const client = new pg.Client(connection)
  await client.connect()
  try {
    // the session must stay open from start to stop: losing it ends the backup
    await client.query("SELECT pg_backup_start('nuoxing', true)")
    let bytes = copyTree(join(dataDir, 'postgres'), join(part, 'postgres'))
    for (const name of also) if (existsSync(join(dataDir, name))) bytes += copyTree(join(dataDir, name), join(part, name))
    const { rows } = await client.query<{ labelfile: string; spcmapfile: string }>('SELECT labelfile, spcmapfile FROM pg_backup_stop(true)')
    const { labelfile = '', spcmapfile = '' } = rows[0] ?? {}
    writeFileSync(join(part, 'postgres', 'backup_label'), labelfile)
    if (spcmapfile !== '') writeFileSync(join(part, 'postgres', 'tablespace_map'), spcmapfile)
    bytes += copyMissing(join(dataDir, FILES_FOLDER), fileBackupOf(backupFolderOf(dataDir)))
    const backup: Backup = { folder, startedAt, finishedAt: now(), firstWal: firstWalOf(labelfile), bytes }
    writeFileSync(join(part, DESCRIPTION), JSON.stringify({ ...backup, folder: basename(folder) }))
    syncFolder(part)
    renameSync(part, folder)
    syncPath(backupFolderOf(dataDir))
    return backup
  } catch (error) {
    rmSync(part, { recursive: true, force: true })
    throw error
  } finally {
    await client.end()
  }
}

/** Complete backups of a backup folder, oldest first. */
export function listBackups(folder: string): Backup[] {
  if (!existsSync(folder)) return []
  const names = readdirSync(folder).filter(
    (name) => name.startsWith('base-') && !name.endsWith('.part') && existsSync(join(folder, name, DESCRIPTION)),
  )
  const read = (name: string): Backup => ({
    ...(JSON.parse(readFileSync(join(folder, name, DESCRIPTION), 'utf8')) as Backup),
    folder: join(folder, name),
  })
  return names.map(read).sort((a, b) => a.startedAt - b.startedAt)
}

/** Keeps the newest `keep` backups and the log that the oldest of them needs; removes the rest. Never removes the last one. */
export function pruneBackups(folder: string, keep: number): void {
  const all = listBackups(folder)
  const kept = all.slice(-Math.max(1, keep))
  for (const old of all.slice(0, all.length - kept.length)) rmSync(old.folder, { recursive: true, force: true })
  const oldest = kept[0]?.firstWal
  const wal = join(folder, 'wal')
  if (!oldest || !existsSync(wal)) return
  for (const name of readdirSync(wal)) if (/^[0-9A-F]{24}/.test(name) && name.slice(0, 24) < oldest) rmSync(join(wal, name))
}

/** The backup to begin with so that the state at `until` can be reached; undefined `until`: the newest. */
export function chooseBackup(folder: string, until: Instant | undefined): Backup | undefined {
  return listBackups(folder).findLast((backup) => until === undefined || backup.finishedAt <= until)
}

/** When the daily backup is due next, at a minute of the local day. */
export function nextBackupAt(now: Instant, minuteOfDay: number, startOfDay: (at: Instant) => Instant): Instant {
  const today = startOfDay(now) + minuteOfDay * 60_000
  return today > now ? today : startOfDay(today + 36 * 3_600_000) + minuteOfDay * 60_000
}

const DAY_MS = 86_400_000
/** A server that has just started has other things to do first. */
const SETTLES_MS = 600_000

/**
 * When the first backup of this run is due: soon, where there is none yet or the newest is older than a day, since a machine that is off at night would never
 * come to its hour; else at the next one.
 */
export function firstBackupAt(now: Instant, { newest, next }: { readonly newest: Instant | undefined; readonly next: Instant }): Instant {
  return newest === undefined || now - newest > DAY_MS ? Math.min(now + SETTLES_MS, next) : next
}
