import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { auditTenant } from '../audit.ts'
import { good, logInAs, plantTenant, startTestServer } from '../http/http.testing.ts'

const server = await startTestServer()
await plantTenant(server, 'east')
const manager = await logInAs(server, 'service-manager@east')
const MIGRATION = join(import.meta.dirname, 'migrations/0028_days-of-signing.sql')

test('what was signed before a day could be put right knows its day and its writer afterwards, as if it had been signed today', async () => {
  const yaml = readFileSync(join(import.meta.dirname, '../../../plans/baojing.yaml'), 'utf8')
  good(await manager.post('/api/plans', { yaml }))
  const sign = (more: object) => manager.post('/api/contracts', { title: '维保', customer: 'jia', plan: 'baojing@1', ...more })
  good(await sign({ number: 'HT-1', signedOn: '2020-03-02' }))
  good(await sign({ number: 'HT-2' }))
  await server.owner.raw.query("UPDATE contract SET state_json = state_json - 'signing'")
  assert.equal((await auditTenant(server.services, 'east')).differences.length, 2)
  await server.owner.raw.query(readFileSync(MIGRATION, 'utf8'))
  assert.deepEqual((await auditTenant(server.services, 'east')).differences, [])
})
