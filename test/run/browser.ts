import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

// The shell is the same Chromium without windows: it starts in half the time, and its pages cost a quarter less.
const SHELL = '/usr/bin/chromium-headless-shell'
const CHROMIUM = '/usr/bin/chromium'
const PACKAGES = ['chromium-headless-shell', 'fonts-noto-cjk']

/** The browser that the tests drive: the one that the environment names, else what Debian has put there. */
export function browserProgram(): string {
  return process.env.NUOXING_CHROMIUM ?? (existsSync(SHELL) ? SHELL : CHROMIUM)
}

function succeeds(program: string, ...args: string[]): boolean {
  return spawnSync(program, args, { stdio: 'ignore' }).status === 0
}

function missingPackages(): readonly string[] {
  const has = [
    () => existsSync(browserProgram()),
    () => succeeds('sh', '-c', 'fc-list :lang=zh family | grep -q . || ls /usr/share/fonts/*/noto/NotoSansCJK*'),
  ]
  return PACKAGES.filter((_, index) => !has[index]?.())
}

/** Installs Debian's Chromium and Chinese fonts when they are missing and we may; otherwise says what to install. Undefined when all is there. */
export function ensureBrowser(): string | undefined {
  const missing = missingPackages()
  if (missing.length === 0) return undefined
  const sentence = `浏览器测试需要 ${missing.join('、')}，请先安装 / the browser tests need packages: sudo apt-get install -y ${missing.join(' ')}`
  if (process.getuid?.() !== 0 || !succeeds('sh', '-c', 'command -v apt-get')) return sentence
  console.log(`apt-get install ${missing.join(' ')} …`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const install = (): boolean =>
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing], { env, stdio: ['ignore', 'ignore', 2] })
      .status === 0
  const done = install() || (succeeds('apt-get', 'update', '-qq') && install())
  return done && missingPackages().length === 0 ? undefined : sentence
}
