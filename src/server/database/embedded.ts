import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { chmodSync, chownSync, closeSync, existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { StartMessage } from '../words/start/say.ts'
import { DATABASE, SUPERUSER, cleanEnvironment, createDatabase, hasDatabase, saysDiskFull, startLog } from './embedded/create.ts'
import { clearTheWay, dropOwner, liveLock, readLock, writeOwner } from './embedded/lock.ts'
import { chooseBinaries, choosePlace, makeFolder, makeOwnFolder } from './embedded/place.ts'
import type { Binaries, Identity, Place } from './embedded/place.ts'
import { StartRefusal } from './embedded/problem.ts'

/** What `pg` needs: `host` is the folder of the private socket. There is no password: only the database's user and root can reach the socket. */
export type Connection = { readonly host: string; readonly port: number; readonly user: string; readonly database: string }

export type EmbeddedServer = {
  readonly ok: true
  readonly connection: Connection
  readonly pid: number
  /** The data folder in use, absolute; not the wanted one when `notices` says so. */
  readonly dataDir: string
  /** What the person at the keyboard should be told, each also given to `log` when it happened. */
  readonly notices: readonly StartMessage[]
  /** Resolves when the server has ended, by `stop` or by itself. */
  readonly ended: Promise<{ readonly expected: boolean }>
  /** Fast shutdown: transactions still open are rolled back, everything acknowledged is on disk. May be called twice. */
  readonly stop: () => Promise<void>
}

export type EmbeddedStart = EmbeddedServer | { readonly ok: false; readonly problem: StartMessage }

export type EmbeddedOptions = {
  readonly dataDir: string
  readonly log?: (message: StartMessage) => void
  /** WAL archive under <data>/backup/wal; default true. */
  readonly archive?: boolean
  /** Where its socket is to be, so that whoever was connected finds it again; default: a folder of its own. */
  readonly socketFolder?: string | undefined
  /** Server settings over the default ones. */
  readonly settings?: Readonly<Record<string, string>>
}

/** Replay after a crash may take minutes on a large ledger; only a server that says nothing for so long is given up. */
const READY_WITHIN_MS = 300_000
/** After a kill -9 its backends end within a second or two; until then their shared memory blocks a start. */
const MEMORY_RELEASED_WITHIN_MS = 15_000
const STOP_WITHIN_MS = 60_000
/** sun_path has 108 bytes, the last one a zero. */
const SOCKET_PATH_BYTES = 107
const PORT = 5432

/**
 * Starts PostgreSQL on a private socket, on a data folder that is made when it is missing.
 * It runs in a session of its own, so that Ctrl-C reaches us and not it; when this process dies without a word, it shuts down cleanly by itself.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedStart> {
  try {
    return await start(options)
  } catch (error) {
    if (error instanceof StartRefusal) return { ok: false, problem: error.problem }
    throw error
  }
}

/** Is there a database in this folder? Looks and makes nothing. */
export function hasEmbedded(dataDir: string): boolean {
  return existsSync(join(choosePlace(dataDir).postgres, 'PG_VERSION'))
}

/** The embedded server that another process runs on this data folder, if any. */
export function runningEmbedded(
  dataDir: string,
): { readonly connection: Connection; readonly pid: number; readonly dataDir: string } | undefined {
  const place = choosePlace(dataDir)
  const lock = liveLock(place)
  return lock && { connection: connectionAt(lock.socketFolder), pid: lock.pid, dataDir: place.data }
}

function connectionAt(host: string): Connection {
  return { host, port: PORT, user: SUPERUSER, database: DATABASE }
}

async function start({
  dataDir,
  log = () => undefined,
  archive = true,
  settings = {},
  socketFolder,
}: EmbeddedOptions): Promise<EmbeddedServer> {
  const place = choosePlace(dataDir)
  const notices: StartMessage[] = []
  const tell = (messages: readonly StartMessage[]): void => {
    for (const message of messages) log(message)
    notices.push(...messages)
  }
  tell(place.notices)
  const binaries = chooseBinaries(place.identity)
  tell(binaries.notices)
  const exists = hasDatabase(place)
  makeFolders(place)
  tell(await clearTheWay(place))
  if (!exists) await createDatabase(place, binaries)
  const host = makeSocketFolder(place.identity, socketFolder)
  const launched = await launchReady({ place, binaries, host, args: serverArguments(host, { archive, settings }) }).catch(
    (error: unknown) => {
      rmSync(host, { recursive: true, force: true })
      throw error
    },
  )
  writeOwner(place, host)
  return { ok: true, connection: connectionAt(host), dataDir: place.data, notices, ...control(place, host, launched) }
}

function makeFolders(place: Place): void {
  makeFolder(place.data)
  for (const folder of [place.log, dirname(place.walArchive), place.walArchive]) makeOwnFolder(folder, place)
}

function makeSocketFolder(identity: Identity, wanted: string | undefined): string {
  const folder = wanted ?? newSocketFolder()
  mkdirSync(folder, { recursive: true })
  chmodSync(folder, 0o700)
  if (identity) chownSync(folder, identity.uid, identity.gid)
  return folder
}

function newSocketFolder(): string {
  const fits = (folder: string): boolean => Buffer.byteLength(join(folder, 'nuoxing-XXXXXX', `.s.PGSQL.${PORT}`)) <= SOCKET_PATH_BYTES
  return mkdtempSync(join(fits(tmpdir()) ? tmpdir() : '/tmp', 'nuoxing-'))
}

/**
 * A segment already archived is compared, not overwritten; a new one appears under its name only when it is whole and on disk.
 * Segments are compressed, since one closed early by archive_timeout is mostly zeros. The folder comes in by the environment, so no path needs quoting.
 */
export const ARCHIVE_COMMAND = [
  'd="$WAL_ARCHIVE"',
  'if [ -e "$d/%f.gz" ]; then gzip -dc "$d/%f.gz" | cmp -s - "%p"',
  'else gzip -1c "%p" > "$d/%f.part" && sync "$d/%f.part" && mv "$d/%f.part" "$d/%f.gz" && sync "$d"; fi',
].join('; ')

function serverArguments(
  host: string,
  { archive, settings }: { readonly archive: boolean; readonly settings: Readonly<Record<string, string>> },
): string[] {
  const all: Record<string, string> = {
    listen_addresses: '',
    port: String(PORT),
    unix_socket_directories: host,
    unix_socket_permissions: '0700',
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
    wal_level: 'replica',
    archive_mode: archive ? 'on' : 'off',
    archive_command: archive ? ARCHIVE_COMMAND : '',
    archive_timeout: archive ? '45' : '0',
    max_connections: '200',
    shared_buffers: '256MB',
    max_wal_size: '2GB',
    checkpoint_timeout: '15min',
    jit: 'off',
    // Short queries gain nothing from more processes, which in a container would fill its 64 MB of /dev/shm.
    max_parallel_workers_per_gather: '0',
    timezone: 'UTC',
    log_timezone: 'UTC',
    logging_collector: 'on',
    log_filename: 'postgresql-%a.log',
    log_rotation_age: '1d',
    log_rotation_size: '0',
    log_truncate_on_rotation: 'on',
    log_line_prefix: '%m [%p] ',
    ...settings,
  }
  return Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

type Launch = { readonly place: Place; readonly binaries: Binaries; readonly host: string; readonly args: readonly string[] }
type Launched = { readonly child: ChildProcess; readonly pid: number; readonly exited: Promise<'gone'> }

/** Starts the server and waits until it accepts connections; tries again while backends of a killed one still hold the memory. */
async function launchReady(launch: Launch): Promise<Launched> {
  const giveUpAt = performance.now() + MEMORY_RELEASED_WITHIN_MS
  for (;;) {
    const launched = launchServer(launch)
    if (await waitUntilReady(launch.place, launched)) return launched
    const log = startLog(launch.place)
    const words = readFileSync(log, 'utf8')
    if (/pre-existing shared memory block/.test(words) && performance.now() < giveUpAt) {
      await sleep(200)
      continue
    }
    if (/lock file "postmaster.pid" already exists/.test(words))
      throw new StartRefusal('database.in-use', { folder: launch.place.data, pid: readLock(launch.place)?.pid ?? 0 })
    if (saysDiskFull(log)) throw new StartRefusal('database.disk-full', { folder: launch.place.data })
    throw new StartRefusal('database.start-failed', { log: launch.place.log, last: words.trim().split('\n').at(-1) ?? '' })
  }
}

function launchServer({ place, binaries, host, args }: Launch): Launched {
  const log = openSync(startLog(place), 'w', 0o640)
  const env = cleanEnvironment({ WAL_ARCHIVE: place.walArchive })
  const logFolder = ['-c', `log_directory=${place.log}`]
  const child = spawn(binaries.postgres, ['-D', place.postgres, ...args, ...logFolder], {
    ...place.identity,
    cwd: '/',
    env,
    detached: true,
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  const exited = new Promise<'gone'>((done) => child.once('exit', () => done('gone')).once('error', () => done('gone')))
  child.unref()
  if (child.pid === undefined) throw new StartRefusal('database.start-failed', { log: place.log, last: binaries.postgres })
  void exited.then(watchOver(child.pid, { host, identity: place.identity }))
  return { child, pid: child.pid, exited }
}

/** True when ready, false when it ended before. */
async function waitUntilReady(place: Place, { child, pid, exited }: Launched): Promise<boolean> {
  const deadline = performance.now() + READY_WITHIN_MS
  while (performance.now() < deadline) {
    const lock = readLock(place)
    if (lock?.pid === pid && lock.status === 'ready') return true
    if ((await Promise.race([exited, sleep(10)])) === 'gone') return false
  }
  child.kill('SIGQUIT')
  throw new StartRefusal('database.start-slow', { seconds: READY_WITHIN_MS / 1000, log: place.log })
}

/** Waits on its input; a line means that the server ended, the end of input that we did. A dead server that nobody collects is not waited for. */
const WATCH = `read -r line && exit
kill -INT "$1"
left=600
while kill -0 "$1" && [ $left -gt 0 ]; do sleep 0.1; left=$((left - 1)); done
rm -rf "$2"`

/**
 * A shell that does nothing but wait for this process to end: then it asks the server for a fast shutdown and clears its socket away.
 * It is told when the server has ended, so a later process with its number is left alone.
 */
function watchOver(pid: number, { host, identity }: { readonly host: string; readonly identity: Identity }): () => void {
  const watcher = spawn('/bin/sh', ['-c', WATCH, 'sh', String(pid), host], {
    ...identity,
    cwd: '/',
    env: cleanEnvironment(),
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  watcher.on('error', () => undefined)
  watcher.stdin.on('error', () => undefined)
  watcher.unref()
  // A pipe that is a socket underneath keeps the process alive unless it is let go.
  ;(watcher.stdin as unknown as { unref?: () => void }).unref?.()
  return () => void watcher.stdin.end('ended\n')
}

function control(place: Place, host: string, { child, pid, exited }: Launched): Pick<EmbeddedServer, 'pid' | 'ended' | 'stop'> {
  let expected = false
  const ended = exited.then(() => {
    rmSync(host, { recursive: true, force: true })
    dropOwner(place)
    return { expected }
  })
  const stop = async (): Promise<void> => {
    expected = true
    child.ref()
    child.kill('SIGINT')
    const impatient = setTimeout(() => child.kill('SIGQUIT'), STOP_WITHIN_MS)
    await ended
    clearTimeout(impatient)
  }
  return { pid, ended, stop }
}
