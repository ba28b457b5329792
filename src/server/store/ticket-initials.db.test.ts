import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plantContracts } from '../http/contract.testing.ts'
import { good, logInAs, plantTenant, startTestServer } from '../http/http.testing.ts'
import { fillTicketInitials } from './ticket-initials.ts'

const server = await startTestServer()

test('tickets from before are found by the initials of their titles once these are filled in, in every firm', async () => {
  const titles = { alpha: '冷水机组停机', beta: '输液泵漏液' }
  for (const [tenant, title] of Object.entries(titles)) {
    await plantTenant(server, tenant)
    await plantContracts(server, tenant)
    const agent = await logInAs(server, `hotline-agent@${tenant}`)
    const contact = { name: '郑工', phone: '分机 A01' }
    good(await agent.post('/api/tickets', { channel: 'phone', title, description: '报警', customer: 'jia', contact }))
  }
  const found = async (tenant: string, q: string): Promise<number> => {
    const agent = await logInAs(server, `hotline-agent@${tenant}`)
    return good(await agent.get(`/api/search?q=${q}`)).hits.filter(({ kind }: { kind: string }) => kind === 'ticket').length
  }
  await server.owner.raw.query('UPDATE ticket SET initials = NULL')
  assert.deepEqual([await found('alpha', 'lsjztj'), await found('beta', 'sybly')], [0, 0])
  await fillTicketInitials(server.owner)
  assert.deepEqual([await found('alpha', 'lsjztj'), await found('beta', 'sybly')], [1, 1])
  assert.deepEqual([await found('alpha', 'sybly'), await found('beta', 'lsjztj')], [0, 0])
})
