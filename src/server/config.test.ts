import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { LOCALES } from '../core/words.ts'
import { describeSettings, loadConfig, sayProblem } from './config.ts'
import type { Config } from './config.ts'
import { SETTINGS, flagOf } from './settings.ts'

type Given = { readonly env?: Record<string, string>; readonly argv?: readonly string[]; readonly files?: Record<string, string> }

function load({ env = {}, argv = [], files = {} }: Given) {
  return loadConfig({ env, argv, readFile: (path) => files[path] })
}

function configOf(given: Given): Config {
  const loaded = load(given)
  assert.ok(loaded.ok, loaded.ok ? '' : loaded.problems.map((one) => sayProblem('en', one)).join('\n'))
  return loaded.config
}

function problemsOf(given: Given): readonly string[] {
  const loaded = load(given)
  return loaded.ok ? [] : loaded.problems.map((one) => sayProblem('en', one))
}

test('without any setting the server is at 127.0.0.1:8080 with an embedded database in ./data and the demo on', () => {
  const { port, host, dataDir, databaseUrl, demo, backfillMinutes, backupAt } = configOf({})
  assert.deepEqual(
    { port, host, dataDir, databaseUrl, demo },
    { port: 8080, host: '127.0.0.1', dataDir: './data', databaseUrl: undefined, demo: true },
  )
  assert.equal(backfillMinutes, 10)
  assert.deepEqual(backupAt, { minute: 180 })
})

test("a vendor's own database comes without the demo unless it is asked for", () => {
  const DATABASE_URL = 'postgres://nuoxing@db.example:5432/nuoxing'
  assert.equal(configOf({ env: { DATABASE_URL } }).demo, false)
  assert.equal(configOf({ env: { DATABASE_URL, NUOXING_DEMO: 'on' } }).demo, true)
  assert.equal(configOf({ env: { NUOXING_DEMO: 'off' } }).demo, false)
})

test('the command line wins over the environment, the environment over the file', () => {
  const files = { 'nuoxing.yaml': 'http:\n  port: 1000\n  host: 0.0.0.0\nlocale: en\n' }
  const { port, host, locale } = configOf({ files, env: { PORT: '2000', NUOXING_HOST: '10.0.0.1' }, argv: ['--port', '3000'] })
  assert.deepEqual({ port, host, locale }, { port: 3000, host: '10.0.0.1', locale: 'en' })
})

test('flags are read in all their forms', () => {
  assert.equal(configOf({ argv: ['--port=9000'] }).port, 9000)
  assert.equal(configOf({ argv: ['--no-demo'] }).demo, false)
  assert.equal(configOf({ argv: ['--demo', '--port', '1'] }).port, 1)
  assert.equal(configOf({ argv: ['--database-url=postgres://a/b?options=-c%20x=1'] }).databaseUrl, 'postgres://a/b?options=-c%20x=1')
})

test('the file may nest its names or write them whole, and its values mean what they look like', () => {
  const text = 'http.port: 9000\ndemo: off\nbackup: {at: 03:30, keep: 14}\nhttp: {trusted-proxy: [10.0.0.0/8, "::1"]}\n'
  const config = configOf({ files: { 'nuoxing.yaml': text } })
  assert.equal(config.port, 9000)
  assert.equal(config.demo, false)
  assert.deepEqual(config.backupAt, { minute: 210 })
  assert.equal(config.backupKeep, 14)
  assert.deepEqual(config.trustedProxy, ['10.0.0.0/8', '::1'])
})

test('an empty variable is one that is not set', () => {
  assert.equal(configOf({ env: { PORT: '', DATABASE_URL: '' } }).port, 8080)
})

test('an empty settings file changes nothing', () => {
  assert.equal(configOf({ files: { 'nuoxing.yaml': '# nothing yet\n' } }).port, 8080)
})

const pem = (name: string): string => readFileSync(join(import.meta.dirname, '../../test/tls', `test-only-${name}.pem`), 'utf8')

test('certificate and key are given together, and both must be readable', () => {
  const files = { 'c.pem': pem('certificate'), 'k.pem': pem('key') }
  assert.deepEqual(configOf({ env: { NUOXING_TLS: 'c.pem:k.pem' }, files }).tls, { certificate: 'c.pem', key: 'k.pem' })
  assert.deepEqual(
    configOf({ env: { NUOXING_TLS: 'C:\\c.pem:k.pem' }, files: { 'C:\\c.pem': files['c.pem'], 'k.pem': files['k.pem'] } }).tls?.certificate,
    'C:\\c.pem',
  )
  assert.deepEqual(problemsOf({ env: { NUOXING_TLS: 'c.pem:gone.pem' }, files }), [
    'environment variable NUOXING_TLS: the TLS file gone.pem cannot be read.',
  ])
  assert.match(problemsOf({ env: { NUOXING_TLS: 'c.pem' }, files })[0] ?? '', /certificate file:key file/)
})

test('what is no certificate with its key is refused before anything starts, and so is a folder in the place of a file', () => {
  const good = { 'c.pem': pem('certificate'), 'k.pem': pem('key') }
  const env = { NUOXING_TLS: 'c.pem:k.pem' }
  for (const files of [
    { ...good, 'c.pem': 'no PEM' },
    { ...good, 'k.pem': 'no PEM' },
    { ...good, 'k.pem': pem('elsewhere-key') },
  ])
    assert.match(problemsOf({ env, files }).join(), /^environment variable NUOXING_TLS: these TLS files cannot be used\. c\.pem .* k\.pem /)
  const readFile = (): string => {
    throw Object.assign(new Error('a folder'), { code: 'EISDIR' })
  }
  const loaded = loadConfig({ env, readFile })
  assert.deepEqual(loaded.ok || loaded.problems.map((one) => one.code), [
    'setting.file-unreadable',
    'setting.tls-unreadable',
    'setting.tls-unreadable',
  ])
})

test('the address of a database has a port that there is, or none', () => {
  const of = (url: string) => problemsOf({ env: { DATABASE_URL: url } })
  for (const url of ['postgres://u:p@db:5432/x', 'postgres://u@[::1]/x', 'postgres://u@/x?host=%2Ftmp', 'postgresql:///x'])
    assert.deepEqual(of(url), [], url)
  for (const url of ['postgres://u:p@db:99999/x', 'postgres://db:0/x', 'postgres://db:port/x', 'mysql://db/x'])
    assert.match(of(url).join(), /DATABASE_URL: "\*\*\*" is not right.*port 1 to 65535/, url)
})

test('an unknown name is refused wherever it stands, with the nearest known one', () => {
  assert.deepEqual(problemsOf({ env: { NUOXING_DATB: 'x' } }), [
    'environment variable NUOXING_DATB: there is no such setting. Did you mean NUOXING_DATA?',
  ])
  assert.deepEqual(problemsOf({ argv: ['--prot', '1'] })[0], 'option --prot: there is no such setting. Did you mean --port?')
  assert.deepEqual(problemsOf({ files: { 'nuoxing.yaml': 'locale: en\nhttp:\n  prot: 1\n' } }), [
    'nuoxing.yaml line 3, http.prot: there is no such setting. Did you mean http.port?',
  ])
  assert.match(problemsOf({ env: { NUOXING_SOMETHING_ELSE: 'x' } })[0] ?? '', /nuoxing start --help/)
})

test('the token that a command beside the server reads may stay in the shell', () => {
  assert.deepEqual(problemsOf({ env: { NUOXING_TOKEN: 'nxt_chuanhe_x' } }), [])
})

test("another program's variables are none of our business, and those of the tests are known", () => {
  assert.deepEqual(problemsOf({ env: { PATH: '/bin', NUOXING_PROVE: '3', NUOXING_TEST_PG: '{}', NUOXING_CHROMIUM: '/c' } }), [])
})

test('a wrong value is refused with what would have been right', () => {
  const wrong: Record<string, string> = {
    PORT: '80800',
    NUOXING_HOST: ' ',
    NUOXING_DEMO: 'maybe',
    NUOXING_LOG_LEVEL: 'loud',
    NUOXING_BACKFILL_MINUTES: '-1',
    NUOXING_BACKUP_AT: '24:00',
    NUOXING_TIMEZONE: 'Beijing',
    NUOXING_TRUSTED_PROXY: 'localhost',
    NUOXING_PUBLIC_URL: 'help.example',
    NUOXING_LOCALE: 'fr',
    NUOXING_RUN: 'some',
    NUOXING_DATABASE_CONNECTIONS: '1',
    NUOXING_BACKUP_KEEP: '0',
  }
  for (const [name, value] of Object.entries(wrong)) {
    const problems = problemsOf({ env: { [name]: value } })
    assert.equal(problems.length, 1, name)
    assert.match(problems[0] ?? '', new RegExp(`environment variable ${name}: ".*" is not right; it should be .+`), name)
  }
})

test('every problem is said at once, not one at a time', () => {
  assert.equal(
    problemsOf({ env: { PORT: 'x', NUOXING_DEMO: 'y' }, argv: ['--nonsense'], files: { 'nuoxing.yaml': 'a: 1\nlocale: xx' } }).length,
    5,
  )
})

test('a password in a wrong database address does not reach the sentence', () => {
  const [problem = ''] = problemsOf({ env: { DATABASE_URL: 'mysql://root:hunter2@db/x' } })
  assert.match(problem, /PostgreSQL address/)
  assert.doesNotMatch(problem, /hunter2/)
})

test('a file that is not YAML, not a map, doubled or missing is said by line and name', () => {
  assert.deepEqual(problemsOf({ files: { 'nuoxing.yaml': 'locale: en\nhttp: {port: 1\n' } }).length, 1)
  assert.deepEqual(problemsOf({ files: { 'nuoxing.yaml': '- one\n' } }), [
    'The settings file nuoxing.yaml should consist of "name: value".',
  ])
  assert.deepEqual(problemsOf({ files: { 'nuoxing.yaml': 'http.port: 1\nhttp: {port: 2}\n' } }), [
    'nuoxing.yaml line 2, http.port: the same setting is given twice.',
  ])
  assert.deepEqual(problemsOf({ env: { NUOXING_CONFIG: 'my.yaml' } }), [
    'The settings file my.yaml (named by NUOXING_CONFIG) is not there.',
  ])
  assert.match(problemsOf({ files: { 'nuoxing.yaml': 'demo:\n' } })[0] ?? '', /line 1, demo/)
})

test('a settings file of another name is read when it is named', () => {
  assert.equal(configOf({ env: { NUOXING_CONFIG: 'my.yaml' }, files: { 'my.yaml': 'locale: zh-TW' } }).locale, 'zh-TW')
})

test('no text whatever makes the reader throw, and a refusal always has a sentence in every language', () => {
  const name = fc.constantFrom(...Object.values(SETTINGS).map((one) => one.env), 'NUOXING_X')
  fc.assert(
    fc.property(fc.dictionary(name, fc.string()), fc.string(), fc.array(fc.string()), (env, text, argv) => {
      const loaded = load({ env, argv, files: { 'nuoxing.yaml': text } })
      const sentences = loaded.ok ? [] : loaded.problems.flatMap((one) => LOCALES.map((locale) => sayProblem(locale, one)))
      assert.ok(loaded.ok || sentences.length > 0)
      // The user's own words may hold anything, so only a place that was never filled is looked for.
      for (const sentence of sentences) assert.doesNotMatch(sentence, /\{(where|expects|hint|file|line)\}/)
    }),
    { numRuns: 100 * Number(process.env.NUOXING_PROVE ?? 1) },
  )
})

test('the help names every setting in every language, and no two share a name', () => {
  for (const locale of LOCALES) for (const one of Object.values(SETTINGS)) assert.ok(describeSettings(locale).includes(one.env))
  for (const nameOf of [(one: { env: string }) => one.env, (one: { yaml: string }) => one.yaml, flagOf]) {
    const names = Object.values(SETTINGS).map((one) => nameOf(one))
    assert.equal(new Set(names).size, names.length)
  }
})
