import assert from 'node:assert/strict'
import { test } from 'node:test'
import { auditTenant } from '../audit.ts'
import { bundledPlans } from '../bundled-plans.ts'
import { openWaker } from '../jobs/waker.ts'
import { logInAs, plantTenant, startTestServer } from './http.testing.ts'
import type { Answer } from './http.testing.ts'

// 排班: shifts of a contract’s desks, and the hours at which nobody is there.

const server = await startTestServer()
const { services } = server
await plantTenant(server, 'east', { demo: true })
const manager = await logInAs(server, 'service-manager@east')

const good = (answer: Answer): any => {
  assert.ok(answer.status < 300, `${answer.status} ${answer.text}`)
  return answer.body
}
const at = (text: string) => Date.parse(`2026-${text.replace(' ', 'T')}:00+08:00`)

const yaml = bundledPlans().find(({ file }) => file === 'biguolu.yaml')!.yaml
const plan = good(await manager.post('/api/plans', { yaml })).ref
const contract = good(await manager.post('/api/contracts', { number: 'HT-1', title: '供热站', customer: 'jia', plan })).id as string

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
  good(await shift('09-28 08:00', '09-28 18:00'))
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
  const said = good(await manager.get(`/api/obligations/${encodeURIComponent(broken.id)}`))
  assert.match(JSON.stringify(said), /2026 年 9 月 28 日（周一）18:00 至 2026 年 9 月 28 日（周一）20:00 无人值班/)
})

test('who is taken off a shift leaves a gap from then on, and the record holds against its facts', async () => {
  await turnTo('09-29 01:00')
  const night = await shiftOf('dispatcher')
  good(await manager.post(`/api/services/${night.id}/continue`, { type: 'shift.dropped', values: { summary: '急病' } }))
  const broken = (await gaps()).filter((one) => one.state === 'broken').map((one) => one.brokenAt)
  assert.deepEqual(broken.toSorted(), [at('09-28 18:00'), at('09-29 01:00')])
  assert.deepEqual((await auditTenant(services, 'east')).differences, [])
})

const roster = async (): Promise<any> => good(await manager.get(`/api/contracts/${contract}/roster`))

test('the gaps of the two weeks to come are seen before they come, and closed by a shift', async () => {
  const { desks, from, until } = await roster()
  assert.deepEqual(
    desks.map((one: any) => [one.desk.name, one.atLeast, one.begun, one.gaps]),
    [['值班维护人员', 1, true, [{ start: from, end: until }]]],
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
