import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { auditTenant } from '../audit.ts'
import { logInAs, plantTenant, startTestServer } from './http.testing.ts'

const server = await startTestServer()
await plantTenant(server, 'east')
const manager = await logInAs(server, 'service-manager@east')
const agent = await logInAs(server, 'hotline-agent@east')

const bundled = (name: string): string => readFileSync(join(import.meta.dirname, `../../../plans/${name}.yaml`), 'utf8')
const FIRST = bundled('shebei-2nian')
  .replace('reasons:\n', 'reasons:\n  misuse: {name: 使用不当, evidence: required}\n')
  .replace(
    'charges:\n',
    `  whole:
    title: 整机质保
    cover: {per: asset, starts: contract.accepted, term: {longer-of: [12mo, maker]}, excludes: [misuse]}
    text: 整机质保十二个月，原厂更长的按原厂；使用不当的不在其内。
    source: [T-1]
  pump:
    title: 泵的质保
    cover: {per: asset, starts: contract.accepted, term: 36mo}
    text: 泵另保三十六个月。
    source: [T-2]
    reading: 整机与泵各计各的
  whole-upgrades:
    title: 升级服务
    cover: {per: contract, starts: contract.accepted, term: 6mo, gives: [upgrades, night-watch], excludes: [human-damage]}
    text: 半年内免费升级，并夜间值守。
    source: [T-4]
    reading: 升级与质保各计各的
words: {night-watch: 夜间值守}
charges:
`,
  )
const SECOND = bundled('shebei-2nian')
  .replace('plan: shebei-2nian', 'plan: second')
  .replace(
    'charges:\n',
    `  renewed:
    title: 续保
    cover: {per: asset, starts: contract.accepted, term: 6mo}
    text: 续保六个月。
    source: [T-3]
    reading: 续保另计
  whole-care:
    title: 保养服务
    cover: {per: contract, starts: contract.accepted, term: 6mo, excludes: [human-damage]}
    text: 半年内保养。
    source: [T-5]
    reading: 保养与质保各计各的
charges:
`,
  )

async function sign(yaml: string, plan: string, number: string): Promise<string> {
  const added = await manager.post('/api/plans', { yaml })
  assert.equal(added.status, 201, added.text)
  const body = { number, title: number, customer: 'jia', plan, sites: ['jia-site'], assets: ['jia-asset'] }
  const signed = await manager.post('/api/contracts', body)
  assert.equal(signed.status, 201, signed.text)
  return signed.body.id
}

async function accept(contract: string): Promise<void> {
  const { version } = (await manager.get(`/api/contracts/${contract}`)).body
  const answer = await manager.post(`/api/contracts/${contract}/reach`, { version, milestone: 'accepted', evidence: '报告 9' })
  assert.equal(answer.status, 200, answer.text)
}

const first = await sign(FIRST, 'shebei-2nian@1', 'HT-1')
const device = async (who = manager) => (await who.get('/api/assets/jia-asset/covers')).body
const coversOf = async (contract: string): Promise<any[]> =>
  (await device()).contracts.find((one: any) => one.contract.id === contract)?.covers ?? assert.fail('no such contract')
const standings = async (contract: string) => Object.fromEntries((await coversOf(contract)).map((one) => [one.title, one.standing]))

test('a device tells its covers under its contract, each waiting for what starts it', async () => {
  const covers = await standings(first)
  assert.equal(covers['整机质保'], 'waiting')
  assert.deepEqual((await device()).exclusions, [])
  assert.deepEqual((await device()).terms, [])
})

test('a cover says what it gives and what it leaves out, by the names that the plan and the trade have for it, in the language of the reader', async () => {
  const given = ({ gives, excludes }: any) => [gives, excludes]
  const equipment = (covers: any[]) => covers.find((one) => one.promise === 'equipment')
  assert.deepEqual(given(equipment(await coversOf(first))), [['免费维修', '免费更换零件'], ['人为损坏']])
  const english = (await manager.ask('GET', '/api/assets/jia-asset/covers', { headers: { 'accept-language': 'en' } })).body
  assert.deepEqual(given(equipment(english.contracts[0].covers)), [['free repair', 'free parts'], ['人为损坏']])
})

test('accepted, the cover runs with its trail; what the maker gives is told of the device and moves the end', async () => {
  await accept(first)
  const before = (await coversOf(first)).find((one) => one.title === '整机质保')
  assert.match(before.words[0], /^整机质保至 2027-09-\d\d，因为：$/)
  const described = await manager.post('/api/services', {
    type: 'asset.described',
    contract: first,
    asset: 'jia-asset',
    values: { makerTerm: '24mo' },
  })
  assert.equal(described.status, 201, described.text)
  const after = (await coversOf(first)).find((one) => one.title === '整机质保')
  assert.match(after.words[0], /^整机质保至 2028-09-\d\d，因为：$/)
  const { terms } = await device()
  assert.deepEqual(
    terms.map((one: any) => [one.kind, one.words]),
    [['maker', '24 个月']],
  )
})

test('a fault by misuse is left out of the cover with what shows it, and its ticket', async () => {
  const body = { channel: 'phone', title: '停机', description: '进水', customer: 'jia', asset: 'jia-asset', contract: first }
  const ticket = (await agent.post('/api/tickets', body)).body.id
  const excluded = await manager.post('/api/services', {
    type: 'cover.excluded',
    ticket,
    asset: 'jia-asset',
    values: { reason: 'misuse', cover: 'whole', evidence: '照片 3 张，机内有水' },
  })
  assert.equal(excluded.status, 201, excluded.text)
  const [one, ...more] = (await device()).exclusions
  assert.deepEqual(more, [])
  assert.deepEqual([one.reason, one.cover, one.ticket.id, one.evidence], ['使用不当', '整机质保', ticket, '照片 3 张，机内有水'])
  assert.ok(one.by.name)
})

test('under a second contract the same device has the covers of that plan, by what happened under that contract', async () => {
  const second = await sign(SECOND, 'second@1', 'HT-2')
  assert.equal((await standings(second))['续保'], 'waiting', 'the acceptance of the first contract starts nothing here')
  await accept(second)
  const covers = await coversOf(second)
  assert.match(covers.find((one) => one.title === '续保').words[0], /^续保至 2027-03-\d\d，因为：$/)
  assert.equal((await standings(first))['整机质保'], 'in-force')
})

test('what a contract has as a whole stands with each of its devices; what another contract has does not', async () => {
  const { contracts } = await device()
  const wholes = Object.fromEntries(contracts.map(({ contract, whole }: any) => [contract.number, whole]))
  assert.deepEqual(
    wholes['HT-2'].map(({ title }: any) => title),
    ['保养服务'],
  )
  const [upgrades, ...more] = wholes['HT-1']
  assert.deepEqual([upgrades.title, upgrades.standing, upgrades.gives, more], ['升级服务', 'in-force', ['免费升级', '夜间值守'], []])
})

test('a fault that is left out of what the contract has as a whole is told with the device that it is about, and with its ticket', async () => {
  const other = await manager.post('/api/assets', { name: '另一台', customer: 'jia', site: 'jia-site', serial: 'W-2' })
  assert.equal(other.status, 201, other.text)
  const faults: string[] = []
  for (const asset of ['jia-asset', other.body.id]) {
    const body = { channel: 'phone', title: '停机', description: '进水', customer: 'jia', asset, contract: first }
    const ticket = (await agent.post('/api/tickets', body)).body.id
    const values = { reason: 'human-damage', cover: 'whole-upgrades', evidence: '照片 1 张' }
    const excluded = await manager.post('/api/services', { type: 'cover.excluded', ticket, asset, values })
    assert.equal(excluded.status, 201, excluded.text)
    faults.push(ticket)
  }
  const { contracts, exclusions } = await device()
  const [upgrades] = contracts.find((one: any) => one.contract.id === first).whole
  assert.deepEqual(
    upgrades.exclusions.map(({ ticket }: any) => ticket),
    faults,
  )
  assert.match(upgrades.words[upgrades.exclusions[0].step], /因“人为损坏”，本次（GD-2026-\d+）不在质保内/)
  const told = exclusions.filter((one: any) => one.cover === '升级服务').map(({ ticket }: any) => ticket.id)
  assert.deepEqual(told, [faults[0]], 'the other fault is none of this device')
})

test('under the second contract a fault is left out of a cover that only its plan has, and of none that it does not have', async () => {
  const [second] = (await device()).contracts.filter(({ contract }: any) => contract.id !== first)
  const { id: contract } = second.contract
  const body = { channel: 'phone', title: '停机', description: '磕碰', customer: 'jia', asset: 'jia-asset', contract }
  const ticket = (await agent.post('/api/tickets', body)).body.id
  const leaveOut = (cover: string) =>
    manager.post('/api/services', {
      type: 'cover.excluded',
      ticket,
      asset: 'jia-asset',
      values: { reason: 'human-damage', cover, evidence: '照片 2 张' },
    })
  assert.equal((await leaveOut('whole')).body.code, 'service.field-choice')
  const made = await leaveOut('whole-care')
  assert.equal(made.status, 201, made.text)
  const { exclusions } = await device()
  assert.deepEqual(
    exclusions.filter((one: any) => one.ticket?.id === ticket).map(({ cover }: any) => cover),
    ['保养服务'],
  )
  const { differences } = await auditTenant(server.services, 'east')
  assert.deepEqual(differences, [])
})

test('a part that is replaced under a ticket of the device stands among what was done to the device', async () => {
  const body = { channel: 'phone', title: '漏水', description: '泵漏', customer: 'jia', asset: 'jia-asset', contract: first }
  const ticket = (await agent.post('/api/tickets', body)).body.id
  const done = await manager.post('/api/services', { type: 'part.replaced', ticket, values: { part: 'pump' } })
  assert.equal(done.status, 201, done.text)
  const { items } = (await manager.get('/api/services?asset=jia-asset')).body
  assert.ok(items.some((one: any) => one.noun === 'part' && one.ticket.id === ticket))
  assert.deepEqual((await manager.get('/api/services?asset=nobody')).body.items, [])
})

test('a device that is not there is not found', async () => {
  assert.equal((await manager.get('/api/assets/nobody/covers')).status, 404)
})
