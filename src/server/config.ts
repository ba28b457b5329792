import { createSecureContext } from 'node:tls'
import { LineCounter, isMap, isScalar, isSeq, parseDocument } from 'yaml'
import type { Pair, YAMLMap } from 'yaml'
import type { Locale } from '../core/words.ts'
import { COMMAND_VARIABLES, DEFAULT_FILE, FILE_VARIABLE, SETTINGS, TEST_VARIABLES, defaultText, flagOf } from './settings.ts'
import type { Config, Setting, SettingName } from './settings.ts'
import { sayStart } from './words/start/say.ts'
import type { StartMessage } from './words/start/say.ts'

export type { Config, LogLevel, TimeOfDay, TlsFiles } from './settings.ts'

/** What is wrong with the settings. `parts` are sentences within the sentence: where the setting stands, what was expected. */
export type ConfigProblem = StartMessage & { readonly parts?: Readonly<Record<string, StartMessage>> }

export type ConfigSources = {
  readonly env: Readonly<Record<string, string | undefined>>
  /** Words after the command: `--port 9000`, `--port=9000`, `--demo`, `--no-demo`. */
  readonly argv?: readonly string[]
  /** The file's text; undefined when there is no such file. Throws where something is there that cannot be read. */
  readonly readFile: (path: string) => string | undefined
}

export type LoadedConfig =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly problems: readonly ConfigProblem[] }

/** A folder, or a file of somebody else's. */
const UNREADABLE = null
type ReadFile = (path: string) => string | undefined | typeof UNREADABLE

type Entry = { readonly name: SettingName; readonly text: string; readonly where: StartMessage }
type Found = { readonly entries: Entry[]; readonly problems: ConfigProblem[] }

const TABLE = Object.entries(SETTINGS) as readonly (readonly [SettingName, Setting<unknown>])[]

/** A setting given on the command line wins over the environment, the environment over the file, the file over the default. */
export function loadConfig({ env, argv = [], readFile: readWhole }: ConfigSources): LoadedConfig {
  const readFile: ReadFile = (path) => {
    try {
      return readWhole(path)
    } catch {
      return UNREADABLE
    }
  }
  const found = [fromFlags(argv), fromEnvironment(env), fromFile(env, readFile)]
  const values = new Map<SettingName, unknown>()
  const problems = found.flatMap((one) => one.problems)
  for (const entry of found.flatMap((one) => one.entries)) {
    const value = SETTINGS[entry.name].kind.read(entry.text)
    if (value === undefined) problems.push(badValue(entry))
    else if (!values.has(entry.name)) values.set(entry.name, value)
  }
  problems.push(...badTls(found, values, readFile))
  return problems.length > 0 ? { ok: false, problems } : { ok: true, config: withDefaults(values) }
}

function withDefaults(values: ReadonlyMap<SettingName, unknown>): Config {
  const config = Object.fromEntries(TABLE.map(([name, one]) => [name, values.get(name) ?? one.default]))
  return { ...config, demo: values.get('demo') ?? !values.has('databaseUrl') } as Config
}

function badValue({ name, text, where }: Entry): ConfigProblem {
  // A password must not reach a log by way of an error.
  const value = 'secret' in SETTINGS[name] ? '***' : text
  return { code: 'setting.bad', params: { value }, parts: { where, expects: SETTINGS[name].kind.expects } }
}

function unknownName(where: StartMessage, name: string, known: readonly string[]): ConfigProblem {
  const near = nearest(name, known)
  const hint: StartMessage = near ? { code: 'setting.hint-near', params: { near } } : { code: 'setting.hint-all', params: {} }
  return { code: 'setting.unknown', params: {}, parts: { where, hint } }
}

function badTls(found: readonly Found[], values: ReadonlyMap<SettingName, unknown>, readFile: ReadFile): ConfigProblem[] {
  const tls = values.get('tls') as Config['tls']
  const entry = found.flatMap((one) => one.entries).find((one) => one.name === 'tls')
  if (!tls || !entry) return []
  const parts = { where: entry.where }
  const cert = readFile(tls.certificate)
  const key = readFile(tls.key)
  const missing = [...(typeof cert === 'string' ? [] : [tls.certificate]), ...(typeof key === 'string' ? [] : [tls.key])]
  if (typeof cert === 'string' && typeof key === 'string' && !isPair(cert, key))
    return [{ code: 'setting.tls-bad', params: { certificate: tls.certificate, key: tls.key }, parts }]
  return missing.map((file) => ({ code: 'setting.tls-unreadable', params: { path: file }, parts }))
}

/** A certificate and the key that belongs to it, both such as a server can use. */
function isPair(cert: string, key: string): boolean {
  try {
    createSecureContext({ cert, key })
    return true
  } catch {
    return false
  }
}

function fromFlags(argv: readonly string[]): Found {
  const found: Found = { entries: [], problems: [] }
  for (let at = 0; at < argv.length; at += 1) {
    const [flag = '', ...rest] = (argv[at] ?? '').split('=')
    const [name, one] = TABLE.find(([, setting]) => flag === flagOf(setting) || flag === flagOf(setting).replace('--', '--no-')) ?? []
    const where: StartMessage = { code: 'setting.flag', params: { name: flag } }
    if (!name || !one)
      found.problems.push(
        unknownName(
          where,
          flag,
          TABLE.map(([, setting]) => flagOf(setting)),
        ),
      )
    else if (name === 'demo' && rest.length === 0) found.entries.push({ name, text: flag.startsWith('--no-') ? 'off' : 'on', where })
    else found.entries.push({ name, text: rest.length > 0 ? rest.join('=') : (argv[(at += 1)] ?? ''), where })
  }
  return found
}

function fromEnvironment(env: ConfigSources['env']): Found {
  const known = TABLE.map(([, one]) => one.env)
  const ours = [...known, FILE_VARIABLE, ...COMMAND_VARIABLES, ...TEST_VARIABLES]
  const strangers = Object.keys(env).filter((name) => name.startsWith('NUOXING_') && !ours.includes(name))
  const given = TABLE.filter(([, one]) => (env[one.env] ?? '') !== '')
  return {
    entries: given.map(([name, one]) => ({ name, text: env[one.env] ?? '', where: { code: 'setting.env', params: { name: one.env } } })),
    problems: strangers.map((name) => unknownName({ code: 'setting.env', params: { name } }, name, known)),
  }
}

function fromFile(env: ConfigSources['env'], readFile: ReadFile): Found {
  const named = env[FILE_VARIABLE]
  const file = named || DEFAULT_FILE
  const text = readFile(file)
  if (text === undefined) {
    const missing: ConfigProblem = { code: 'setting.file-missing', params: { file, name: FILE_VARIABLE } }
    return { entries: [], problems: named ? [missing] : [] }
  }
  if (text === UNREADABLE) return { entries: [], problems: [{ code: 'setting.file-unreadable', params: { file } }] }
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  const [error] = document.errors
  if (error) return { entries: [], problems: [{ code: 'setting.file-bad', params: { file, line: lines.linePos(error.pos[0]).line } }] }
  if (document.contents === null) return { entries: [], problems: [] }
  if (!isMap(document.contents)) return { entries: [], problems: [{ code: 'setting.file-shape', params: { file } }] }
  const { entries, problems } = readMap({ file, lines, map: document.contents, prefix: '' })
  return { entries, problems: [...problems, ...doubled(entries)] }
}

function doubled(entries: readonly Entry[]): ConfigProblem[] {
  const again = entries.filter((entry, at) => entries.findIndex((one) => one.name === entry.name) < at)
  return again.map(({ where }) => ({ code: 'setting.twice', params: {}, parts: { where } }))
}

type Part = { readonly file: string; readonly lines: LineCounter; readonly map: YAMLMap; readonly prefix: string }

/** `http: {port: 80}` and `http.port: 80` are the same setting. */
function readMap({ file, lines, map, prefix }: Part): Found {
  const found: Found = { entries: [], problems: [] }
  const known = TABLE.map(([, one]) => one.yaml)
  for (const pair of map.items as Pair[]) {
    const key = `${prefix}${String(pair.key)}`
    const line = isScalar(pair.key) && pair.key.range ? lines.linePos(pair.key.range[0]).line : 1
    const where: StartMessage = { code: 'setting.file', params: { file, line, name: key } }
    const name = TABLE.find(([, one]) => one.yaml === key)?.[0]
    if (isMap(pair.value) && known.some((one) => one.startsWith(`${key}.`))) {
      const inner = readMap({ file, lines, map: pair.value, prefix: `${key}.` })
      found.entries.push(...inner.entries)
      found.problems.push(...inner.problems)
    } else if (!name) found.problems.push(unknownName(where, key, known))
    else found.entries.push({ name, text: scalarText(pair.value), where })
  }
  return found
}

/** The scalar as it is written in the file: `03:00` stays `03:00`, whatever a YAML version makes of it; a list is joined by commas. */
function scalarText(value: unknown): string {
  if (isSeq(value)) return value.items.map(scalarText).join(',')
  if (!isScalar(value)) return ''
  return typeof value.value === 'string' ? value.value : (value.source ?? '')
}

/** The known name that differs in at most two letters, for a hint. */
function nearest(name: string, known: readonly string[]): string | undefined {
  const ranked = known.map((one) => ({ one, distance: distance(name, one) })).sort((a, b) => a.distance - b.distance)
  return ranked[0] && ranked[0].distance <= 2 ? ranked[0].one : undefined
}

/** Levenshtein distance, row by row. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}

/** A problem in one sentence. */
export function sayProblem(locale: Locale, problem: ConfigProblem): string {
  const parts = Object.entries(problem.parts ?? {}).map(([name, message]) => [name, sayStart(locale, message)])
  return sayStart(locale, { code: problem.code, params: { ...problem.params, ...Object.fromEntries(parts) } }).trim()
}

/** Every setting for `--help`: flag, environment variable, place in the file, default, what it is for. */
export function describeSettings(locale: Locale): string {
  const lines = TABLE.map(([, one]) => {
    const shown = defaultText(one)
    const value = sayStart(
      locale,
      shown === undefined ? { code: 'setting.no-default', params: {} } : { code: 'setting.default', params: { value: shown } },
    )
    return `  ${one.env.padEnd(30)} ${one.yaml.padEnd(22)} ${flagOf(one).padEnd(24)}\n      ${one.doc[locale]}${one.env === 'NUOXING_DEMO' ? '' : ` (${value})`}`
  })
  return `${lines.join('\n')}\n`
}
