import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bundledPlans } from '../bundled-plans.ts'
import { withTenant } from '../database/pool.ts'
import { good, logInAs, plantTenant, startTestServer } from './http.testing.ts'

// 值班电话: a call that nobody answers counts.

const server = await startTestServer()
const { services } = server
await plantTenant(server, 'east', { demo: true })
const manager = await logInAs(server, 'service-manager@east')
const yaml = bundledPlans().find(({ file }) => file === 'biguolu.yaml')!.yaml
const plan = good(await manager.post('/api/plans', { yaml })).ref
const terms = [{ key: 'dimensions.warranty', value: '3y', source: '合同第 1 条' }]
const signed = await manager.post('/api/contracts', {
  number: 'HT-1',
  title: '供热站',
  customer: 'jia',
  plan,
  terms,
  startsOn: '2026-09-28',
})
const contract = good(signed).id as string

test('calls that whoever is on duty does not answer are counted for a week, and one that was entered by mistake is not', async () => {
  const called = async (answered: boolean): Promise<string> =>
    good(
      await manager.post('/api/services', {
        type: 'call.made',
        contract,
        values: { person: 'east-service-manager', answered, by: 'customer' },
      }),
    ).id
  const unanswered = async (): Promise<unknown> =>
    good(await manager.get('/api/duty')).items.find((one: any) => one.person.id === 'east-service-manager')?.unanswered
  assert.equal(await unanswered(), undefined)
  await called(false)
  await called(true)
  assert.equal(await unanswered(), 1)
  const mistaken = await called(false)
  assert.equal(await unanswered(), 2)
  const facts = await withTenant(services.pool, 'east', (tx) =>
    tx.query<{ id: string }>('SELECT id FROM fact WHERE subject = $1', [`call/${mistaken}`]),
  )
  good(await manager.post(`/api/facts/${facts[0]!.id}/void`, { reason: '登记错了' }))
  assert.equal(await unanswered(), 1)
  await services.clock.advance('east', 8 * 86_400_000)
  assert.equal(await unanswered(), undefined)
})
