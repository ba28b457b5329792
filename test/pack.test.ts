import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, globSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'

const ROOT = join(import.meta.dirname, '..')
const folder = mkdtempSync(join(tmpdir(), 'nx-pack-'))
after(() => rmSync(folder, { recursive: true, force: true }))

/** What npm told us about its own run must not steer the npm that we start. */
const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('npm_') && name !== 'NODE_TEST_CONTEXT'))

function npm(cwd: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync('npm', args, { cwd, env, encoding: 'utf8', maxBuffer: 1 << 26 })
  assert.equal(status, 0, `npm ${args.join(' ')}\n${stdout}${stderr}`)
  return stdout
}

const installed = join(folder, 'somewhere')
const packed = join(installed, 'node_modules/nuoxing')

test('npm pack makes a package of stripped JavaScript, built pages and plans, without sources and tests', () => {
  npm(ROOT, 'pack', '--pack-destination', folder)
  mkdirSync(installed)
  writeFileSync(join(installed, 'package.json'), '{"private": true}')
  npm(
    installed,
    'install',
    ...globSync('*.tgz', { cwd: folder }).map((name) => join(folder, name)),
    '--prefer-offline',
    '--omit=dev',
    '--no-audit',
    '--no-fund',
  )
  for (const path of ['bin/nuoxing', 'dist/cli/main.js', 'plans/shebei-2nian.yaml', 'dist/web/index.html'])
    assert.ok(existsSync(join(packed, path)), path)
  assert.ok(globSync('dist/server/database/migrations/*.sql', { cwd: packed }).length > 0)
  assert.deepEqual(globSync('{src,test,bench}', { cwd: packed }), [])
  assert.deepEqual(globSync('{bin,dist}/**/*.{ts,tsx}', { cwd: packed }), [])
})

test('no module of the installed package imports what is not in it', () => {
  const names = globSync('dist/{core,wire,server,cli}/**/*.js', { cwd: packed })
  assert.ok(names.length > 0)
  const script = `for (const name of ${JSON.stringify(names)}) if (name !== 'dist/cli/main.js') await import(${JSON.stringify(`file://${packed}/`)} + name)`
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', `${script}\nprocess.exit(0)`], {
    cwd: installed,
    env,
    encoding: 'utf8',
  })
  assert.equal(status, 0, stderr)
})

test('nuoxing of the installed package checks a plan', () => {
  const plan = join(packed, 'plans/shebei-2nian.yaml')
  const { status, stdout, stderr } = spawnSync(join(installed, 'node_modules/.bin/nuoxing'), ['plan', 'check', plan], {
    cwd: installed,
    env,
    encoding: 'utf8',
  })
  // 0 without findings, 1 with; 2 would be a plan that cannot be read.
  assert.ok(status === 0 || status === 1, `${stdout}${stderr}`)
  assert.match(stdout, /shebei-2nian|设备/)
  assert.equal(stderr, '')
})

test('nuoxing of the installed package says its commands', () => {
  const { status, stdout } = spawnSync(join(installed, 'node_modules/.bin/nuoxing'), ['--help'], {
    cwd: installed,
    env: { ...env, LANG: 'zh_CN.UTF-8', LC_ALL: '' },
    encoding: 'utf8',
  })
  assert.equal(status, 0)
  for (const command of ['start', 'plan', 'audit']) assert.ok(stdout.includes(command), command)
})
