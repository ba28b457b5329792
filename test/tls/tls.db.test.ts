import assert from 'node:assert/strict'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { get } from 'node:https'
import type { IncomingHttpHeaders } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { loadConfig } from '../../src/server/config.ts'
import { startServer } from '../../src/server/main.ts'

const folder = mkdtempSync(join(tmpdir(), 'nx-tls-'))
chmodSync(folder, 0o755)
after(() => rmSync(folder, { recursive: true, force: true }))

const certificate = join(import.meta.dirname, 'test-only-certificate.pem')
const key = join(import.meta.dirname, 'test-only-key.pem')
const readFile = (path: string): string | undefined => (existsSync(path) ? readFileSync(path, 'utf8') : undefined)

async function start(name: string, env: Record<string, string>): Promise<{ readonly url: string; readonly stop: () => Promise<void> }> {
  const base = { PORT: '0', NUOXING_DATA: join(folder, name), NUOXING_LOG_LEVEL: 'silent', NUOXING_DEMO: 'off', NUOXING_BACKUP_AT: 'off' }
  const loaded = loadConfig({ env: { ...base, ...env }, readFile })
  assert.ok(loaded.ok, JSON.stringify(loaded))
  const server = await startServer(loaded.config, { log: () => undefined })
  assert.ok(server.ok && server.url)
  return { url: server.url, stop: server.stop }
}

function ask(url: string): Promise<{ readonly status: number | undefined; readonly headers: IncomingHttpHeaders }> {
  return new Promise((done, fail) => {
    get(url, { ca: readFileSync(certificate) }, (response) => {
      response.resume()
      done({ status: response.statusCode, headers: response.headers })
    }).on('error', fail)
  })
}

test('with a certificate and its key the product speaks https, and tells browsers to stay with it', async () => {
  const server = await start('tls', { NUOXING_TLS: `${certificate}:${key}` })
  assert.match(server.url, /^https:/)
  const { status, headers } = await ask(`${server.url}/healthz`)
  assert.equal(status, 200)
  assert.match(String(headers['strict-transport-security']), /max-age=\d+/)
  await assert.rejects(fetch(server.url.replace('https:', 'http:') + '/healthz'))
  await server.stop()
})

test('behind a trusted proxy the forwarded protocol counts; from anybody else it is only a header', async () => {
  const forwarded = { headers: { 'x-forwarded-proto': 'https', 'x-forwarded-for': '203.0.113.7' } }
  const trusting = await start('proxy', { NUOXING_TRUSTED_PROXY: '127.0.0.1' })
  assert.ok((await fetch(`${trusting.url}/healthz`, forwarded)).headers.has('strict-transport-security'))
  assert.ok(!(await fetch(`${trusting.url}/healthz`)).headers.has('strict-transport-security'))
  await trusting.stop()
  const alone = await start('alone', {})
  assert.ok(!(await fetch(`${alone.url}/healthz`, forwarded)).headers.has('strict-transport-security'))
  await alone.stop()
})
