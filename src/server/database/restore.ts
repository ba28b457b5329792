import { chownSync, cpSync, existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { formatInstant } from '../../core/time/instant.ts'
import type { Instant } from '../../core/time/instant.ts'
import type { StartMessage } from '../words/start/say.ts'
import { FILES_FOLDER } from '../files/disk.ts'
import { backupFolderOf, chooseBackup, copyMissing, fileBackupOf, listBackups } from './backup.ts'
import { startEmbedded } from './embedded.ts'
import type { EmbeddedServer } from './embedded.ts'
import { choosePlace, makeFolder } from './embedded/place.ts'
import type { Identity } from './embedded/place.ts'

export type Restored =
  | { readonly ok: true; readonly dataDir: string; readonly at: Instant | undefined }
  | { readonly ok: false; readonly problem: StartMessage }
export type RestoreOptions = {
  /** the backup folder: `<data>/backup` of the old installation, or a copy of it */
  readonly from: string
  /** an empty folder, or none: the new data folder */
  readonly to: string
  /** replay up to this instant; undefined: everything that was archived */
  readonly until?: Instant | undefined
}

/** The lines that make a server replay the archive; removed once it has. */
const SETTINGS_FILE = 'postgresql.auto.conf'
const RECOVERED_WITHIN_MS = 600_000

const refuse = (code: StartMessage['code'], params: StartMessage['params']): Restored => ({ ok: false, problem: { code, params } })

/** The folder with all backups and the log; one backup's own folder, as `nuoxing backup` names it, stands in it. */
function folderOf(from: string): string {
  return existsSync(join(from, 'backup.json')) ? dirname(from) : from
}

/** Restores into an empty folder and starts the server once, so that what is handed over has proved that it runs. */
export async function restoreBackup({ from, to, until }: RestoreOptions): Promise<Restored> {
  const source = folderOf(resolve(from))
  const place = choosePlace(to)
  for (const folder of [resolve(to), place.data])
    if (existsSync(folder) && readdirSync(folder).length > 0) return refuse('backup.target-not-empty', { folder })
  const earliest = listBackups(source)[0]
  if (!earliest) return refuse('backup.none', { folder: source })
  const backup = chooseBackup(source, until)
  if (!backup)
    return refuse('backup.none-before', { folder: source, until: formatInstant(until ?? 0), earliest: formatInstant(earliest.finishedAt) })
  makeFolder(place.data)
  // copied beside the data: the database's user need not reach the backup's folder
  const wal = join(place.data, 'restore')
  copyOwned(join(source, 'wal'), wal, place.identity)
  for (const name of readdirSync(backup.folder))
    if (name !== 'backup.json')
      copyOwned(join(backup.folder, name), join(place.data, name), name === 'postgres' ? place.identity : undefined)
  bringFiles(source, place.data)
  const settings = join(place.postgres, SETTINGS_FILE)
  const before = readFileSync(settings, 'utf8')
  writeFileSync(join(place.postgres, 'recovery.signal'), '')
  writeFileSync(settings, before + recoverySettings(wal, until))
  if (place.identity) chownSync(join(place.postgres, 'recovery.signal'), place.identity.uid, place.identity.gid)
  const server = await startEmbedded({ dataDir: place.data, archive: false })
  if (!server.ok) return server
  try {
    const at = await waitUntilRecovered(server)
    writeFileSync(settings, before)
    return { ok: true, dataDir: place.data, at }
  } catch {
    return refuse('backup.not-reached', { log: place.log })
  } finally {
    await server.stop()
    rmSync(wal, { recursive: true, force: true })
  }
}

/** The attachments of the backup; where the backup still lies in its old data folder, also what was attached after it was taken. */
function bringFiles(source: string, dataDir: string): void {
  const files = join(dataDir, FILES_FOLDER)
  copyMissing(fileBackupOf(source), files)
  if (basename(source) === basename(backupFolderOf(''))) copyMissing(join(dirname(source), FILES_FOLDER), files)
}

/** Quoted for the shell inside a quoted setting: a path may hold a space or a quote. */
function recoverySettings(wal: string, until: Instant | undefined): string {
  const shell = `'${wal.replaceAll("'", `'\\''`)}'`
  const command = `gzip -dc ${shell}/%f.gz > "%p"`.replaceAll("'", "''")
  const target =
    until === undefined
      ? []
      : [`recovery_target_time = '${formatInstant(until).replace('T', ' ').replace('Z', '+00')}'`, "recovery_target_action = 'promote'"]
  return ['', `restore_command = '${command}'`, ...target, ''].join('\n')
}

function copyOwned(from: string, to: string, identity: Identity): void {
  cpSync(from, to, { recursive: true })
  if (identity) chownTree(to, identity)
}

function chownTree(path: string, identity: NonNullable<Identity>): void {
  chownSync(path, identity.uid, identity.gid)
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const child = join(path, entry.name)
    if (entry.isDirectory()) chownTree(child, identity)
    else chownSync(child, identity.uid, identity.gid)
  }
}

/** The commit time of the last transaction that came back; undefined when the archive held none. */
async function waitUntilRecovered(server: EmbeddedServer): Promise<Instant | undefined> {
  const giveUpAt = performance.now() + RECOVERED_WITHIN_MS
  const client = new pg.Client(server.connection)
  await client.connect()
  try {
    let at: Instant | undefined
    while (performance.now() < giveUpAt) {
      const { rows } = await client.query<{ recovering: boolean; at: Date | null }>(
        'SELECT pg_is_in_recovery() AS recovering, pg_last_xact_replay_timestamp() AS at',
      )
      at = rows[0]?.at?.getTime() ?? at
      if (rows[0]?.recovering === false) return at
      await sleep(100)
    }
    throw new Error('recovery did not end')
  } finally {
    await client.end()
  }
}
