import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { demoSeal } from '../demo/marks.ts'
import { picture, upload } from './files/upload.testing.ts'
import { plantContracts } from './contract.testing.ts'
import { good, logInAs, plantTenant, startTestServer } from './http.testing.ts'
import type { Person } from './http.testing.ts'

const server = await startTestServer()
let agent: Person
let chiller: string

const report = async (person: Person, customer: string, title: string): Promise<string> =>
  good(
    await person.post('/api/tickets', {
      channel: 'phone',
      title,
      description: '面板报警',
      customer,
      asset: `${customer}-asset`,
      contract: `${customer}-contract`,
      contact: { name: '郑工', phone: '分机 A01' },
    }),
  ).id

before(async () => {
  for (const tenant of ['alpha', 'beta']) {
    await plantTenant(server, tenant)
    await plantContracts(server, tenant)
  }
  agent = await logInAs(server, 'hotline-agent@alpha')
  chiller = await report(agent, 'jia', '3 号冷水机组停机，面板报 E-07')
  await report(agent, 'yi', '住院部输液泵漏液')
})

type Hit = { readonly kind: string; readonly id: string; readonly title: string; readonly detail: string }

async function found(q: string, person = agent): Promise<Hit[]> {
  return good(await person.get(`/api/search?limit=20&q=${encodeURIComponent(q)}`)).hits
}

const tickets = async (q: string, person = agent): Promise<string[]> =>
  (await found(q, person)).filter(({ kind }) => kind === 'ticket').map(({ title }) => title.replace(/^\S+ /, ''))

test('a ticket is found by any part of its title, however short, and by no letters that only stand near each other', async () => {
  for (const q of ['冷水机组', '水机', '停机', '泵', 'e-07', 'E-07']) assert.equal((await tickets(q)).length, 1, q)
  for (const q of ['停水', '机组冷水', '冷水 输液', '%', '_']) assert.deepEqual(await tickets(q), [], q)
})

test('words may come in any order, and all of them are wanted', async () => {
  assert.deepEqual(await tickets('停机 冷水'), ['3 号冷水机组停机，面板报 E-07'])
  assert.deepEqual(await tickets('漏液  住院部'), ['住院部输液泵漏液'])
})

test('a ticket is found by its number and by the pinyin initials of its title', async () => {
  const { number } = good(await agent.get(`/api/tickets/${chiller}`)).ticket
  assert.equal((await tickets(number)).length, 1)
  assert.equal((await tickets(number.toLowerCase())).length, 1)
  assert.deepEqual(await tickets('zybsyb'), ['住院部输液泵漏液'])
  assert.deepEqual(await tickets('LSJZTJ'), ['3 号冷水机组停机，面板报 E-07'])
})

test('one box finds tickets, customers, devices by their serial numbers, places, contracts and plans, each with its kind', async () => {
  assert.deepEqual(new Set((await found('MARK-alpha-jia-ZQ')).map(({ kind }) => kind)), new Set(['customer', 'site', 'asset', 'contract']))
  const [device] = (await found('mark-alpha-yi-zq')).filter(({ kind }) => kind === 'asset')
  assert.equal(device?.id, 'yi-asset')
  assert.match(device.detail, /^MARK-alpha-yi-ZQ /)
  for (const q of ['快修方案', 'kxfa', 'kuaixiu']) {
    const plans = (await found(q)).filter(({ kind }) => kind === 'plan')
    assert.deepEqual(
      plans.map(({ id }) => id),
      ['kuaixiu@1'],
      q,
    )
  }
})

test('a signed paper is found by the name of its file, leads to its contract, and is not for customers', async () => {
  const manager = await logInAs(server, 'service-manager@alpha')
  const document = (await upload(manager, { name: '仁和医院 盖章扫描件.png', bytes: picture(300) })).id
  const dates = { signedOn: '2025-12-30', startsOn: '2026-01-01', endsOn: '2028-01-01' }
  const { id } = good(await manager.post('/api/contracts', { number: 'HT-9', title: '快修', customer: 'jia', plan: 'kuaixiu@1', ...dates }))
  const { version } = good(await manager.get(`/api/contracts/${id}`))
  const seal = (await upload(manager, { name: '章.png', bytes: demoSeal() })).id
  const signed = { signedOn: '2025-12-30', document }
  const signatures = [
    { side: 'vendor', signer: '顾南', seal, ...signed },
    { side: 'customer', signer: '郑工', ...signed },
  ]
  good(await manager.post(`/api/contracts/${id}/signatures`, { version, signatures }))
  const papers = async (q: string, person = agent) => (await found(q, person)).filter(({ kind }) => kind === 'document')
  assert.deepEqual(
    (await papers('扫描件 仁和')).map((hit) => [hit.id, hit.title, hit.detail]),
    [[id, '仁和医院 盖章扫描件.png', 'HT-9 快修']],
  )
  assert.deepEqual(await papers('扫描机'), [])
  assert.deepEqual(await papers('扫描件', await logInAs(server, 'customer-administrator@alpha')), [])
  assert.deepEqual(await papers('扫描件', await logInAs(server, 'hotline-agent@beta')), [])
})

test('a customer finds what is its own alone, and no firm what is another one’s', async () => {
  const customer = await logInAs(server, 'customer-administrator@alpha')
  assert.equal((await tickets('冷水机组', customer)).length, 1)
  assert.deepEqual(await tickets('输液泵', customer), [])
  assert.ok((await found('MARK', customer)).every(({ title, detail }) => !`${title}${detail}`.includes('-yi-')))
  const stranger = await logInAs(server, 'hotline-agent@beta')
  assert.deepEqual(await tickets('冷水机组', stranger), [])
  assert.ok((await found('MARK', stranger)).every(({ title, detail }) => !`${title}${detail}`.includes('alpha')))
})

test('the words of the ticket list mean its title, its number, its customer and its device, for the open and for all', async () => {
  const listed = async (q: string, view: string) =>
    good(await agent.get(`/api/tickets?view=${view}&q=${encodeURIComponent(q)}`)).items.map((row: { title: string }) => row.title)
  for (const view of ['open', 'all']) {
    assert.deepEqual(await listed('输液泵', view), ['住院部输液泵漏液'])
    assert.deepEqual(await listed('zybsyb', view), ['住院部输液泵漏液'])
    assert.deepEqual(await listed('MARK-alpha-yi', view), ['住院部输液泵漏液'])
    assert.equal((await listed('MARK-alpha', view)).length, 2)
    assert.deepEqual(await listed('无此词', view), [])
  }
})
