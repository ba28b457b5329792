import assert from 'node:assert/strict'
import { test } from 'node:test'
import { outboundOf } from './outbound.ts'

const base = { mailUrl: undefined, mailFrom: undefined, mailUser: undefined, mailSecret: undefined, mailTls: 'off', port: 8443 } as const
const linksBegin = (given: Partial<Parameters<typeof outboundOf>[0]>): string =>
  outboundOf({ ...base, publicUrl: undefined, tls: undefined, host: '0.0.0.0', ...given }).publicUrl

test('links in messages begin as the server is reached: with its certificate by https, and as the settings say where they do', () => {
  const tls = { certificate: 'c.pem', key: 'k.pem' }
  assert.equal(linksBegin({}), 'http://localhost:8443')
  assert.equal(linksBegin({ tls }), 'https://localhost:8443')
  assert.equal(linksBegin({ tls, host: '::1' }), 'https://[::1]:8443')
  assert.equal(linksBegin({ tls, publicUrl: 'https://nuoxing.example.com' }), 'https://nuoxing.example.com')
})
