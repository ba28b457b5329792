import { spawn } from 'node:child_process'
import { appendFileSync, existsSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { makeOwnFolder } from './place.ts'
import type { Binaries, Identity, Place } from './place.ts'
import { StartRefusal } from './problem.ts'
import { isAlive } from './process.ts'

/** The major version whose data folders these programs can open. */
export const POSTGRES_MAJOR = 18

/** Owner of everything in the embedded database, and the database's name. */
export const SUPERUSER = 'nuoxing'
export const DATABASE = 'nuoxing'

/** Only what the server needs: a PG* variable of the user's shell must not steer it. */
export function cleanEnvironment(extra: Readonly<Record<string, string>> = {}): Record<string, string> {
  return { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC', ...extra }
}

type Run = {
  readonly program: string
  readonly args: readonly string[]
  readonly input?: string
  readonly identity: Identity
  readonly log: string
}

/** Runs a program to its end, its words appended to the log; true when it went well. */
async function run({ program, args, input = '', identity, log }: Run): Promise<boolean> {
  const child = spawn(program, args, { ...identity, cwd: '/', env: cleanEnvironment(), stdio: ['pipe', 'pipe', 'pipe'] })
  child.stdin.on('error', () => undefined)
  child.stdin.end(input)
  const ended = new Promise<number | null>((done, fail) => child.on('close', done).on('error', fail))
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended])
  appendFileSync(log, out + err)
  return code === 0
}

export function startLog(place: Place): string {
  return join(place.log, 'start.log')
}

export function saysDiskFull(log: string): boolean {
  return existsSync(log) && /No space left on device|Disk quota exceeded/.test(readFileSync(log, 'utf8'))
}

/** Checks what stands in the data folder; true when a database is there that we can open. */
export function hasDatabase(place: Place): boolean {
  const version = join(place.postgres, 'PG_VERSION')
  if (existsSync(version)) {
    const found = readFileSync(version, 'utf8').trim()
    if (found !== String(POSTGRES_MAJOR))
      throw new StartRefusal('database.other-version', { folder: place.data, found, wanted: POSTGRES_MAJOR })
    return true
  }
  if (existsSync(place.postgres) && readdirSync(place.postgres).length > 0)
    throw new StartRefusal('database.not-a-database', { folder: place.postgres })
  return false
}

/** Folders of a start cut short, whose process is gone. */
function clearUnfinished(place: Place): void {
  for (const name of readdirSync(place.data)) {
    const pid = /^postgres\.new-(\d+)$/.exec(name)?.[1]
    if (pid !== undefined && !isAlive(Number(pid))) rmSync(join(place.data, name), { recursive: true, force: true })
  }
}

/** Makes a new database in a folder beside its place and moves it there whole: a start cut short leaves nothing half-made. */
export async function createDatabase(place: Place, binaries: Binaries): Promise<void> {
  const { identity } = place
  const log = startLog(place)
  clearUnfinished(place)
  const fresh = `${place.postgres}.new-${process.pid}`
  makeOwnFolder(fresh, { identity, mode: 0o700 })
  const init = ['-D', fresh, '-U', SUPERUSER, '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-instructions']
  const made =
    (await run({ program: binaries.initdb, args: init, identity, log })) &&
    (await run({
      program: binaries.postgres,
      args: ['--single', '-D', fresh, 'postgres'],
      input: `CREATE DATABASE ${DATABASE}\n`,
      identity,
      log,
    }))
  if (made) moveIntoPlace(fresh, place)
  rmSync(fresh, { recursive: true, force: true })
  if (made) return
  throw saysDiskFull(log)
    ? new StartRefusal('database.disk-full', { folder: place.data })
    : new StartRefusal('database.initdb-failed', { log })
}

function moveIntoPlace(fresh: string, place: Place): void {
  try {
    renameSync(fresh, place.postgres)
  } catch (error) {
    // Two were started at once and the other was first: its database is as good as ours.
    if ((error as NodeJS.ErrnoException).code !== 'ENOTEMPTY') throw error
  }
}
