import assert from 'node:assert/strict'
import { test } from 'node:test'
import { auditTenant } from '../audit.ts'
import { bundledPlans } from '../bundled-plans.ts'
import { good, logInAs, plantTenant, startTestServer } from './http.testing.ts'

// 自出厂日期起: a warranty that counts from the day on which a device was made.

const server = await startTestServer()
await plantTenant(server, 'east')
const manager = await logInAs(server, 'service-manager@east')

test('the day on which a fan was made is told with the device, and its year counts from there, not from its shipping (S002-46)', async () => {
  const yaml = bundledPlans().find(({ file }) => file === 'fengji.yaml')!.yaml
  const plan = good(await manager.post('/api/plans', { yaml })).ref
  const sold = { number: 'HT-1', title: '风机', customer: 'jia', plan, sites: ['jia-site'], assets: ['jia-asset'] }
  const { id: contract, version } = good(await manager.post('/api/contracts', sold))
  const described = { type: 'asset.described', contract, asset: 'jia-asset', values: { made: '2026-08-20' } }
  const wrong = await manager.post('/api/services', { ...described, values: { made: '去年八月' } })
  assert.deepEqual([wrong.status, wrong.body.field], [400, 'values.made'])
  good(await manager.post('/api/services', described))
  good(await manager.post(`/api/contracts/${contract}/reach`, { version, milestone: 'shipped', evidence: '运单 7' }))
  const [{ covers }] = good(await manager.get(`/api/contracts/${contract}/covers`)).items
  const equipment = covers.find((one: any) => one.promise === 'equipment')
  assert.equal(equipment.standing, 'in-force')
  assert.equal(equipment.end, Date.parse('2027-08-21T00:00:00+08:00'))
  assert.deepEqual((await auditTenant(server.services, 'east')).differences, [])
})
