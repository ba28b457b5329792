import assert from 'node:assert/strict'
import { test } from 'node:test'
import { auditTenant } from '../audit.ts'
import { bundledPlans } from '../bundled-plans.ts'
import { openWaker } from '../jobs/waker.ts'
import { good, logInAs, plantTenant, startTestServer } from './http.testing.ts'

// 排班: shifts of a contract’s desks, and the hours at which nobody is there.

const server = await startTestServer()
const { services } = server
await plantTenant(server, 'east', { demo: true })
const manager = await logInAs(server, 'service-manager@east')

const at = (text: string) => Date.parse(`2026-${text.replace(' ', 'T')}:00+08:00`)

const yaml = bundledPlans().find(({ file }) => file === 'biguolu.yaml')!.yaml
const plan = good(await manager.post('/api/plans', { yaml })).ref
const terms = [{ key: 'dimensions.warranty', value: '3y', source: '合同第 1 条' }]
const contract = good(
  await manager.post('/api/contracts', { number: 'HT-1', title: '供热站', customer: 'jia', plan, terms, startsOn: '2026-09-28' }),
).id as string

const shift = (start: string, end: string, more: object = {}) =>
  manager.post('/api/services', {
    type: 'shift.planned',
    contract,
    values: { person: 'east-engineer', desk: 'duty-maintainer', start: at(start), end: at(end), ...more },
  })

async function turnTo(when: string): Promise<void> {
  await services.clock.advance('east', at(when) - (await services.clock.now('east')))
  const waker = openWaker({ services })
  await waker.wakeDue()
  await waker.stop()
}

const gaps = async (): Promise<any[]> =>
  good(await manager.get(`/api/obligations?contract=${contract}&limit=100`)).items.filter((one: any) => one.promise === 'duty-roster')

/** What the first page says is still to be done. */
const unmet = async (): Promise<number[]> =>
  good(await manager.get(`/api/obligations?contract=${contract}&unmet=yes`))
    .items.filter((one: any) => one.promise === 'duty-roster')
    .map((one: any) => one.brokenAt)

const shiftOf = async (who: string): Promise<any> =>
  good(await manager.get(`/api/services?contract=${contract}`)).items.find((one: any) => one.entries[0].said[0].words.startsWith(who))

test('a shift names its person, its desk and its hours, and is offered by the name of the plan’s role', async () => {
  const { types, desks, values } = good(await manager.get(`/api/contracts/${contract}/tasks`))
  assert.ok(types.find((one: any) => one.type === 'shift.planned').heard)
  assert.deepEqual(values['shift.planned'].desk, ['duty-maintainer'])
  assert.equal(desks.find((one: any) => one.id === 'duty-maintainer').name, '值班维护人员')
  const backwards = await shift('09-28 18:00', '09-28 08:00')
  assert.deepEqual([backwards.status, backwards.body.field], [400, 'values.end'])
  assert.deepEqual([(await shift('09-28 08:00', '09-28 18:00', { person: '' })).body.field], ['values.person'])
  good(await shift('09-28 00:00', '09-28 18:00'))
  good(await shift('09-28 20:00', '09-29 08:00', { person: 'east-dispatcher' }))
  const night = await shiftOf('dispatcher')
  assert.deepEqual(
    night.entries[0].said.map((one: any) => `${one.label} ${one.words}`),
    ['人员 dispatcher 某', '岗位 值班维护人员', '开始 2026 年 9 月 28 日（周一）20:00', '结束 2026 年 9 月 29 日（周二）08:00'],
  )
})

test('the hour at which nobody is on duty breaks the promise by itself, and is told by its span', async () => {
  await turnTo('09-28 17:59')
  assert.deepEqual(
    (await gaps()).map((one) => one.state),
    ['open'],
  )
  await turnTo('09-28 21:00')
  const found = await gaps()
  assert.deepEqual(found.map((one) => one.state).toSorted(), ['broken', 'open'])
  const broken = found.find((one) => one.state === 'broken')
  assert.equal(broken.brokenAt, at('09-28 18:00'))
  assert.deepEqual(await unmet(), [], 'somebody is there again: nothing is left to be done')
  const said = good(await manager.get(`/api/obligations/${encodeURIComponent(broken.id)}`))
  assert.match(JSON.stringify(said), /2026 年 9 月 28 日（周一）18:00 至 2026 年 9 月 28 日（周一）20:00 无人值班/)
})

test('who is taken off a shift leaves a gap from then on, and the record holds against its facts', async () => {
  await turnTo('09-29 01:00')
  const night = await shiftOf('dispatcher')
  good(await manager.post(`/api/services/${night.id}/continue`, { type: 'shift.dropped', values: { summary: '急病' } }))
  const broken = (await gaps()).filter((one) => one.state === 'broken').map((one) => one.brokenAt)
  assert.deepEqual(broken.toSorted(), [at('09-28 18:00'), at('09-29 01:00')])
  await turnTo('09-29 01:01')
  assert.deepEqual(await unmet(), [at('09-29 01:00')])
  assert.deepEqual((await auditTenant(services, 'east')).differences, [])
})

const roster = async (): Promise<any> => good(await manager.get(`/api/contracts/${contract}/roster`))

test('the gaps of the two weeks to come are seen before they come, and closed by a shift', async () => {
  const { desks, from, until } = await roster()
  assert.deepEqual(
    desks.map((one: any) => [one.desk.name, one.atLeast, one.gaps]),
    [['值班维护人员', 1, [{ start: from, end: until }]]],
  )
  good(await shift('09-30 08:00', '09-30 20:00'))
  good(await shift('09-30 22:00', '10-20 08:00', { person: 'east-dispatcher' }))
  const [desk] = (await roster()).desks
  assert.deepEqual(desk.gaps, [
    { start: from, end: at('09-30 08:00') },
    { start: at('09-30 20:00'), end: at('09-30 22:00') },
  ])
  assert.deepEqual(
    desk.shifts.map((one: any) => [one.person.name, one.start]),
    [
      ['engineer 某', at('09-30 08:00')],
      ['dispatcher 某', at('09-30 22:00')],
    ],
  )
  assert.equal((await manager.get('/api/contracts/none/roster')).status, 404)
})

test('a roster that nobody wrote and a stock that nobody counted are broken from the first day of the contract, and stand on its board', async () => {
  const alarm = good(await manager.post('/api/plans', { yaml: bundledPlans().find(({ file }) => file === 'baojing.yaml')!.yaml })).ref
  const site = good(await manager.post('/api/sites', { customer: 'jia', name: '门诊楼', zone: 'city' })).id
  const device = { customer: 'jia', site, name: '报警主机', model: 'JB 3200.2' }
  const asset = good(await manager.post('/api/assets', device)).id
  const sign = async (number: string, body: object) =>
    good(await manager.post('/api/contracts', { number, title: number, customer: 'jia', startsOn: '2026-10-12', ...body })).id as string
  const neglected = await sign('HT-2', { plan, terms })
  const stocked = await sign('HT-3', { plan: alarm, sites: [site], assets: [asset] })
  const [desk] = good(await manager.get(`/api/contracts/${neglected}/roster`)).desks
  assert.deepEqual(desk.gaps[0].start, at('10-12 00:00'))
  await turnTo('10-20 10:00')
  const owed = async (of: string, promise: string) =>
    good(await manager.get(`/api/obligations?contract=${of}&limit=100`)).items.filter((one: any) => one.promise === promise)
  assert.deepEqual(
    (await owed(neglected, 'duty-roster')).map((one: any) => [one.state, one.brokenAt]),
    [['broken', at('10-12 00:00')]],
  )
  const [stock] = await owed(stocked, 'substitute-stock')
  assert.deepEqual([stock.state, stock.brokenAt], ['broken', at('10-12 00:00')])
  const told = good(await manager.get(`/api/obligations/${stock.id}`))
  assert.match(JSON.stringify(told), /实际为 0/)
  const put = { type: 'stock.changed', contract: stocked, values: { place: 'local', model: device.model, quantity: 1 } }
  good(await manager.post('/api/services', put))
  await turnTo('10-20 10:01')
  assert.deepEqual((await owed(stocked, 'substitute-stock')).map((one: any) => one.state).toSorted(), ['broken', 'open'])
  assert.deepEqual((await auditTenant(services, 'east')).differences, [])
})
