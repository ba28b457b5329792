import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

// The shell is the same Chromium without windows: it starts in half the time, and its pages cost a quarter less.
const SHELL = '/usr/bin/chromium-headless-shell'
const CHROMIUM = '/usr/bin/chromium'
const BROWSER_PACKAGE = 'chromium-headless-shell'
const FONT_PACKAGE = 'fonts-noto-cjk'

/** The browser that the tests drive: the one that the environment names, else what Debian has put there. */
export function browserProgram(): string {
  return process.env.NUOXING_CHROMIUM ?? (existsSync(SHELL) ? SHELL : CHROMIUM)
}

function succeeds(program: string, ...args: string[]): boolean {
  return spawnSync(program, args, { stdio: 'ignore' }).status === 0
}

/** What this machine has, and whether we may give it more. */
export type Machine = { readonly browser: boolean; readonly fonts: boolean; readonly root: boolean; readonly apt: boolean }

export type Step =
  | { readonly kind: 'ready' }
  | { readonly kind: 'install'; readonly packages: readonly string[] }
  | { readonly kind: 'ask'; readonly sentence: string }

function sentenceFor(packages: readonly string[]): string {
  return `浏览器测试需要 ${packages.join('、')}，请先安装 / the browser tests need packages: sudo apt-get install -y ${packages.join(' ')}`
}

/** Only root installs, and only where Debian's packages come from: everybody else is asked to. */
export function nextStep({ browser, fonts, root, apt }: Machine): Step {
  const packages = [...(browser ? [] : [BROWSER_PACKAGE]), ...(fonts ? [] : [FONT_PACKAGE])]
  if (packages.length === 0) return { kind: 'ready' }
  return root && apt ? { kind: 'install', packages } : { kind: 'ask', sentence: sentenceFor(packages) }
}

function lookAround(): Machine {
  return {
    browser: existsSync(browserProgram()),
    fonts: succeeds('sh', '-c', 'fc-list :lang=zh family | grep -q . || ls /usr/share/fonts/*/noto/NotoSansCJK*'),
    root: process.getuid?.() === 0,
    apt: succeeds('sh', '-c', 'command -v apt-get'),
  }
}

function isInstalled(packages: readonly string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const install = (): boolean =>
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { env, stdio: ['ignore', 'ignore', 2] })
      .status === 0
  return install() || (succeeds('apt-get', 'update', '-qq') && install())
}

/** Installs Debian's Chromium and Chinese fonts when they are missing and we may; otherwise says what to install. Undefined when all is there. */
export function ensureBrowser(): string | undefined {
  const step = nextStep(lookAround())
  if (step.kind === 'ready') return undefined
  if (step.kind === 'ask') return step.sentence
  console.log(`apt-get install ${step.packages.join(' ')} …`)
  return isInstalled(step.packages) && nextStep(lookAround()).kind === 'ready' ? undefined : sentenceFor(step.packages)
}
