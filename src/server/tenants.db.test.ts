import assert from 'node:assert/strict'
import { test } from 'node:test'
import { SHIPPED_ROLES } from '../core/access/roles.ts'
import { openPool, withTenant } from './database/pool.ts'
import { createTestDatabase } from './database/testing.ts'
import { foundTenant, tenantCodes } from './tenants.ts'

const closers: (() => Promise<void>)[] = []
const { address } = await createTestDatabase({
  keepFor: async () => {
    for (const close of closers) await close()
  },
})
const pool = openPool({ address, role: 'nuoxing_app', max: 1 })
closers.push(pool.close)

const firm = (id: string) => ({ id, name: id, timezone: 'Asia/Shanghai', demo: false, at: 0 })

test('a founding that is cut short leaves nothing, and the same code is free for the next', async () => {
  const cutShort = foundTenant(address, firm('heyuan'), () => Promise.reject(new Error('cut short')))
  await assert.rejects(cutShort, /cut short/)
  assert.deepEqual(await tenantCodes(address), [])
  assert.deepEqual(await foundTenant(address, firm('heyuan'), () => Promise.resolve('link')), { filled: 'link' })
  const roles = await withTenant(pool, 'heyuan', (tx) => tx.query('SELECT id FROM role'))
  assert.equal(roles.length, SHIPPED_ROLES.length)
  assert.equal(await foundTenant(address, firm('heyuan'), () => assert.fail('the code is taken')), undefined)
})

test('what fills a new firm has the rights of whoever serves, and sees that firm alone', async () => {
  await foundTenant(address, firm('yunling'), async (tx) => {
    assert.deepEqual(await tx.query('SELECT current_user'), [{ current_user: 'nuoxing_app' }])
    assert.deepEqual(await tx.query('SELECT tenant_id FROM tenant'), [{ tenant_id: 'yunling' }])
  })
})
