import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { test } from 'node:test'
import { nextStep } from './browser.ts'
import { NOBODY, onlyAsRoot } from './nobody.testing.ts'

const all = { browser: true, fonts: true, root: true, apt: true }

test('with browser and Chinese fonts there is nothing to do, whoever runs the tests', () => {
  for (const root of [true, false]) assert.deepEqual(nextStep({ ...all, root, apt: false }), { kind: 'ready' })
})

test('root installs what is missing of Debian, and no more', () => {
  assert.deepEqual(nextStep({ ...all, browser: false }), { kind: 'install', packages: ['chromium-headless-shell'] })
  assert.deepEqual(nextStep({ ...all, fonts: false }), { kind: 'install', packages: ['fonts-noto-cjk'] })
  assert.deepEqual(nextStep({ ...all, browser: false, fonts: false }), {
    kind: 'install',
    packages: ['chromium-headless-shell', 'fonts-noto-cjk'],
  })
})

test('a user, or root where no Debian is, is told what to install', () => {
  for (const who of [{ root: false }, { apt: false }]) {
    const step = nextStep({ ...all, ...who, browser: false, fonts: false })
    assert.ok(step.kind === 'ask')
    assert.match(
      step.sentence,
      /需要 chromium-headless-shell、fonts-noto-cjk.*sudo apt-get install -y chromium-headless-shell fonts-noto-cjk$/,
    )
  }
  const fonts = nextStep({ ...all, root: false, fonts: false })
  assert.ok(fonts.kind === 'ask')
  assert.match(fonts.sentence, /install -y fonts-noto-cjk$/)
})

test('a user without a browser really is told so, and nothing is installed', onlyAsRoot, () => {
  const program = `import(${JSON.stringify(join(import.meta.dirname, 'browser.ts'))}).then(({ ensureBrowser }) => console.log(ensureBrowser()))`
  const run = spawnSync(process.execPath, ['-e', program], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH, NUOXING_CHROMIUM: '/nowhere/chromium' },
    uid: NOBODY,
    gid: NOBODY,
  })
  assert.match(run.stdout, /^浏览器测试需要 chromium-headless-shell.*sudo apt-get install -y chromium-headless-shell/, run.stderr)
})
