import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, test } from 'node:test'
import { Visitor, parseSync } from 'vite'

const ROOT = join(import.meta.dirname, '..')
const house = mkdtempSync(join(tmpdir(), 'nx-walls-'))
after(() => rmSync(house, { recursive: true, force: true }))

/** The real projects around small rooms, so that the walls are tried and not what happens to stand between them. */
function build(files: Readonly<Record<string, string>>): string {
  rmSync(house, { recursive: true, force: true })
  for (const path of globSync('{tsconfig*.json,src/*/tsconfig.json}', { cwd: ROOT })) cpSync(join(ROOT, path), join(house, path))
  symlinkSync(join(ROOT, 'node_modules'), join(house, 'node_modules'))
  cpSync(join(ROOT, 'package.json'), join(house, 'package.json'))
  const rooms = globSync('src/*/', { cwd: house }).map((room) => [join(room, 'room.ts'), 'export const here: number = 1\n'] as const)
  const all: Record<string, string> = {
    ...Object.fromEntries(rooms),
    'vite.config.ts': 'export default {}\n',
    'vite.portal.config.ts': 'export default {}\n',
    ...files,
  }
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(dirname(join(house, path)), { recursive: true })
    writeFileSync(join(house, path), text)
  }
  return spawnSync(join(ROOT, 'node_modules/.bin/tsc'), ['-b'], { cwd: house, encoding: 'utf8' }).stdout
}

const through = (room: string): string => `import { here } from '../${room}/room.ts'\nexport const there: number = here\n`

test('the doors that the house has are open', () => {
  const doors = {
    wire: ['core'],
    server: ['core', 'wire'],
    ui: ['core', 'wire'],
    console: ['core', 'wire', 'ui'],
    portal: ['wire', 'ui'],
    cli: ['core', 'wire', 'server'],
  }
  const files = Object.entries(doors).flatMap(([room, others]) => others.map((other) => [`src/${room}/to-${other}.ts`, through(other)]))
  const host = "import { readFileSync } from 'node:fs'\nexport const read = (path: string): string => readFileSync(path, 'utf8')\n"
  assert.equal(build({ ...Object.fromEntries(files), 'src/server/host.ts': host, 'src/cli/host.ts': host }), '')
})

test('no room can reach through a wall', () => {
  const walls = {
    core: ['wire', 'server', 'ui', 'console', 'portal', 'cli'],
    wire: ['server', 'ui', 'console', 'portal', 'cli'],
    server: ['ui', 'console', 'portal', 'cli'],
    ui: ['server', 'console', 'portal', 'cli'],
    console: ['server', 'portal', 'cli'],
    portal: ['server', 'console', 'cli'],
    cli: ['ui', 'console', 'portal'],
  }
  const files = Object.entries(walls).flatMap(([room, others]) =>
    others.map((other) => [`src/${room}/to-${other}.ts`, through(other)] as const),
  )
  const said = build(Object.fromEntries(files))
  for (const [path] of files) assert.ok(said.includes(`${path}(`), `${path} compiled`)
})

test('core cannot even name what the host offers', () => {
  const outside = {
    'src/core/file.ts': "import { readFileSync } from 'node:fs'\nexport const text: string = String(readFileSync('x'))\n",
    'src/core/host.ts': 'export const host: string = process.platform\n',
    'src/core/timer.ts': 'export const timer = (): void => void setTimeout(() => undefined, 1)\n',
    'src/core/page.ts': 'export const page: string = document.title\n',
    'src/core/say.ts': "export const say = (): void => console.log('x')\n",
    'src/wire/file.ts': "import { readFileSync } from 'node:fs'\nexport const text: string = String(readFileSync('x'))\n",
  }
  const said = build(outside)
  for (const path of Object.keys(outside)) assert.ok(said.includes(`${path}(`), `${path} compiled`)
})

test('what type stripping cannot run does not compile', () => {
  const refused = {
    'src/core/enumeration.ts': 'export enum Grade { major }\n',
    'src/server/parameter.ts': 'export class Held { constructor(readonly value: number) {} }\n',
    'src/server/space.ts': 'export namespace Space { export const x = 1 }\n',
    'src/server/loose.ts': 'export const first = (list: string[]): string => list[0]\n',
  }
  const said = build(refused)
  for (const path of Object.keys(refused)) assert.ok(said.includes(`${path}(`), `${path} compiled`)
})

/** What a file takes along when it runs: imports of types are gone by then. */
function takenAlong(path: string): readonly string[] {
  const found: string[] = []
  const note = (source: { readonly value?: unknown } | null | undefined, kind?: string): void => {
    if (typeof source?.value === 'string' && kind !== 'type') found.push(source.value)
  }
  new Visitor({
    ImportDeclaration: (node) => note(node.source, node.importKind),
    ExportNamedDeclaration: (node) => note(node.source, node.exportKind),
    ExportAllDeclaration: (node) => note(node.source, node.exportKind),
    ImportExpression: (node) => note(node.source as { readonly value?: unknown }),
  }).visit(parseSync(path, readFileSync(join(ROOT, path), 'utf8')).program)
  return found.map((one) => (one.startsWith('.') ? join(dirname(path), one) : one))
}

/** All that a bundle takes along, from its entry on. */
function bundleOf(entry: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(entry)) return seen
  seen.add(entry)
  if (entry.startsWith('src/') && /\.tsx?$/.test(entry)) for (const one of takenAlong(entry)) bundleOf(one, seen)
  return seen
}

test('the portal takes nothing along of wire and core by itself, and of what all pages share only what needs no React', () => {
  const own = globSync('src/portal/**/*.{ts,tsx}', { cwd: ROOT })
  const taken = own.flatMap((path) => takenAlong(path).map((one) => `${path} takes ${one}`))
  assert.ok(own.length > 0)
  assert.deepEqual(
    taken.filter((one) => !/ takes (src\/(portal|ui)\/|preact(\/|$))/.test(one)),
    [],
  )
  const whole = [...bundleOf('src/portal/main.tsx')].filter((one) => !one.startsWith('src/'))
  assert.deepEqual(whole.toSorted(), ['preact', 'preact/hooks'])
})
