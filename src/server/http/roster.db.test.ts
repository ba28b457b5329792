import assert from 'node:assert/strict'
import { test } from 'node:test'
import { auditTenant } from '../audit.ts'
import { bundledPlans } from '../bundled-plans.ts'
import { openWaker } from '../jobs/waker.ts'
import { good, logInAs, plantTenant, startTestServer } from './http.testing.ts'

// 排班 of the whole firm: shifts that repeat, absences that cut them, swaps, and the gaps that all of it leaves.

const server = await startTestServer()
const { services } = server
await plantTenant(server, 'east', { demo: true })
const manager = await logInAs(server, 'service-manager@east')

const at = (text: string) => Date.parse(`2026-${text.replace(' ', 'T')}:00+08:00`)

const yaml = bundledPlans().find(({ file }) => file === 'biguolu.yaml')!.yaml
const plan = good(await manager.post('/api/plans', { yaml })).ref
const terms = [{ key: 'dimensions.warranty', value: '3y', source: '合同第 1 条' }]
const sign = async (number: string) =>
  good(await manager.post('/api/contracts', { number, title: '供热站', customer: 'jia', plan, terms, startsOn: '2026-09-28' })).id as string
const contract = await sign('HT-1')

const week = async (day = '2026-09-28'): Promise<any> => good(await manager.get(`/api/roster?day=${day}`))
const plan1 = { contract, desk: 'duty-maintainer', person: 'east-engineer', firstDay: '2026-09-28', from: '08:00', until: '20:00' }
const planned = (more: object = {}) => manager.post('/api/roster/shifts', { ...plan1, ...more })
const shiftsOf = async (person: string, day?: string): Promise<any[]> =>
  (await week(day)).people.find((one: any) => one.id === `east-${person}`).shifts
const gapsOf = async (day?: string): Promise<any[]> => (await week(day)).desks.find((one: any) => one.contract.id === contract).gaps

async function turnTo(when: string): Promise<void> {
  await services.clock.advance('east', at(when) - (await services.clock.now('east')))
  const waker = openWaker({ services })
  await waker.wakeDue()
  await waker.stop()
}

test('a week goes from Monday to Sunday, whatever day of it is asked for', async () => {
  const { from, until, days } = await week('2026-10-04')
  assert.deepEqual([from, until], [at('09-28 00:00'), at('10-05 00:00')])
  assert.deepEqual([days.length, days[0].day, days[6].day], [7, '2026-09-28', '2026-10-04'])
})

test('a shift that repeats is planned for each of its weekdays at once, by the wall clock of the firm', async () => {
  const { records } = good(await planned({ lastDay: '2026-10-04', weekdays: [1, 2, 3] }))
  assert.equal(records.length, 3)
  const shifts = await shiftsOf('engineer')
  assert.deepEqual(
    shifts.map(({ start, end, desk }) => [start, end, desk.name]),
    ['09-28', '09-29', '09-30'].map((day) => [at(`${day} 08:00`), at(`${day} 20:00`), '值班维护人员']),
  )
  good(await planned({ person: 'east-dispatcher', lastDay: '2026-09-30', from: '20:00', until: '08:00' }))
  assert.deepEqual(
    (await gapsOf()).map(({ start, end, state }) => [start, end, state]),
    [
      [at('09-28 00:00'), at('09-28 08:00'), 'open'],
      [at('10-01 08:00'), at('10-05 00:00'), 'open'],
    ],
  )
})

test('what cannot be planned is refused by its field, and nothing of it is written', async () => {
  const before = (await shiftsOf('engineer')).length
  const fieldOf = async (more: object) => {
    const { status, body } = await planned(more)
    assert.ok(status >= 400 && status < 500, JSON.stringify(body))
    return [body.field, body.code]
  }
  assert.deepEqual(await fieldOf({ contract: 'none' }), ['contract', 'field.no-such'])
  assert.deepEqual(await fieldOf({ person: 'nobody' }), ['person', 'field.no-such'])
  assert.deepEqual(await fieldOf({ firstDay: '2026-10-05', lastDay: '2026-10-04' }), ['lastDay', 'roster.last-before-first'])
  assert.deepEqual(await fieldOf({ firstDay: '2026-10-05', lastDay: '2027-10-06' }), ['lastDay', 'roster.too-far'])
  assert.deepEqual(await fieldOf({ firstDay: '2026-10-05', weekdays: [2] }), ['weekdays', 'roster.no-such-day'])
  assert.deepEqual(await fieldOf({ firstDay: '2026-10-05', from: '24:00' }), ['from', 'roster.starts-at-midnight'])
  // one of the days is planned already: the other is not planned either
  assert.deepEqual(await fieldOf({ firstDay: '2026-09-30', lastDay: '2026-10-01' }), ['person', 'roster.overlaps'])
  assert.equal((await shiftsOf('engineer')).length, before)
})

test('the same key plans once, and gets its first answer again', async () => {
  const key = { 'idempotency-key': 'plan-the-fourth' }
  const body = { ...plan1, firstDay: '2026-10-01' }
  const first = good(await manager.post('/api/roster/shifts', body, key))
  assert.deepEqual(good(await manager.post('/api/roster/shifts', body, key)), first)
  assert.equal((await shiftsOf('engineer')).length, 4)
})

test('a shift is handed over with what is left of it, and the other has it from then on', async () => {
  const shift = (await shiftsOf('engineer')).find(({ start }) => start === at('10-01 08:00'))
  const handed = await manager.post(`/api/roster/shifts/${shift.record}/hand-over`, { person: 'east-parts-keeper', reason: '家中有事' })
  good(handed)
  assert.deepEqual(
    (await shiftsOf('parts-keeper')).map(({ start, end }) => [start, end]),
    [[at('10-01 08:00'), at('10-01 20:00')]],
  )
  const again = await manager.post(`/api/roster/shifts/${shift.record}/hand-over`, { person: 'east-dispatcher', reason: '再换' })
  assert.deepEqual([again.status, again.body.code], [422, 'roster.over'])
  const [mine] = await shiftsOf('parts-keeper')
  const own = await manager.post(`/api/roster/shifts/${mine.record}/hand-over`, { person: 'east-parts-keeper', reason: '换' })
  assert.deepEqual([own.body.field, own.body.code], ['person', 'roster.theirs-already'])
})

test('two people swap their shifts in one step, or neither has the other’s', async () => {
  const [own] = (await shiftsOf('engineer')).filter(({ start }) => start === at('09-29 08:00'))
  const [theirs] = (await shiftsOf('dispatcher')).filter(({ start }) => start === at('09-30 20:00'))
  const [strange] = await shiftsOf('parts-keeper')
  const swap = (more: object) =>
    manager.post(`/api/roster/shifts/${own.record}/hand-over`, { person: 'east-dispatcher', reason: '换班', ...more })
  assert.deepEqual((await swap({ for: strange.record })).body.code, 'roster.not-theirs')
  assert.deepEqual((await swap({ for: 'none' })).body.field, 'for')
  good(await swap({ for: theirs.record }))
  const starts = async (who: string) => (await shiftsOf(who)).map(({ start }) => start)
  assert.ok((await starts('dispatcher')).includes(at('09-29 08:00')))
  assert.ok((await starts('engineer')).includes(at('09-30 20:00')))
  assert.ok(!(await starts('engineer')).includes(at('09-29 08:00')))
  assert.equal((await gapsOf()).length, 2, 'who is there changed, not that somebody is')
})

test('an absence cuts the shifts that fall into it and opens the gap; who is away is not planned, until it is withdrawn', async () => {
  const away = { person: 'east-parts-keeper', start: at('10-01 10:00'), end: at('10-01 12:00'), reason: 'sick', note: '发烧' }
  assert.deepEqual((await manager.post('/api/absences', { ...away, end: away.start })).body.field, 'end')
  assert.deepEqual((await manager.post('/api/absences', { ...away, team: 'west-1' })).body.field, 'person')
  assert.deepEqual((await manager.post('/api/absences', { ...away, person: 'nobody' })).body.field, 'person')
  const added = good(await manager.post('/api/absences', away))
  assert.deepEqual([added.absences.length, added.shortened], [1, 1])
  assert.deepEqual(
    (await shiftsOf('parts-keeper')).map(({ start, end }) => [start, end]),
    [
      [at('10-01 08:00'), at('10-01 10:00')],
      [at('10-01 12:00'), at('10-01 20:00')],
    ],
  )
  assert.ok((await gapsOf()).some(({ start, end }) => start === at('10-01 10:00') && end === at('10-01 12:00')))
  const stand = { person: 'east-parts-keeper', firstDay: '2026-10-01', from: '10:00', until: '12:00' }
  assert.deepEqual((await planned(stand)).body.code, 'roster.absent')
  const [absence] = (await week()).people.find((one: any) => one.id === 'east-parts-keeper').absences
  assert.deepEqual([absence.reason, absence.note], ['sick', '发烧'])
  good(await manager.post(`/api/absences/${absence.id}/withdraw`))
  assert.equal((await manager.post(`/api/absences/${absence.id}/withdraw`)).status, 404)
  good(await planned(stand))
})

test('a whole team is away: each of its people is', async () => {
  const added = good(
    await manager.post('/api/absences', { team: 'west-1', start: at('10-10 00:00'), end: at('10-11 00:00'), reason: 'training' }),
  )
  assert.ok(added.absences.length > 3)
  assert.deepEqual((await planned({ firstDay: '2026-10-10' })).body.code, 'roster.absent')
  assert.deepEqual((await manager.post('/api/absences', { team: 'west', start: 1, end: 2, reason: 'leave' })).body.field, 'start')
})

test('who is on duty now is one answer: whose shift runs, and the managers who are not away', async () => {
  await turnTo('09-28 09:00')
  const { items } = good(await manager.get('/api/duty'))
  const line = (one: any) => `${one.desk.name} ${one.person.name} ${one.by}`
  assert.deepEqual(items.map(line), [
    '值班维护人员 engineer 某 shift',
    '客服经理 service-manager 某 manager'.replace('manager 某 manager', 'manager 某 role'),
  ])
  assert.deepEqual((await week()).onDuty, items)
  assert.equal(items[0].until, at('09-28 20:00'))
  good(
    await manager.post('/api/absences', {
      person: 'east-service-manager',
      start: at('09-28 08:00'),
      end: at('09-28 18:00'),
      reason: 'leave',
    }),
  )
  assert.deepEqual(good(await manager.get(`/api/duty?contract=${contract}`)).items.map(line), ['值班维护人员 engineer 某 shift'])
})

test('hours that nobody covered are shown as the broken promise that they are, and live is what the audit derives', async () => {
  await turnTo('09-28 09:01')
  const broken = (await gapsOf()).filter(({ state }) => state === 'broken')
  assert.deepEqual(
    broken.map(({ start, end }) => [start, end]),
    [[at('09-28 00:00'), at('09-28 08:00')]],
  )
  const { status } = await manager.get(`/api/obligations/${encodeURIComponent(broken[0].obligation)}`)
  assert.equal(status, 200)
  // somebody falls ill in the middle of a shift: from now on nobody is there
  good(await manager.post('/api/absences', { person: 'east-engineer', start: at('09-28 09:00'), end: at('09-28 19:00'), reason: 'sick' }))
  await turnTo('09-28 12:00')
  const gaps = (await gapsOf()).filter(({ state }) => state === 'broken')
  assert.equal(gaps.length, 2)
  assert.ok(gaps[1].start >= at('09-28 09:01') && gaps[1].start < at('09-28 09:02'))
  assert.deepEqual((await auditTenant(services, 'east')).differences, [])
})

test('the roster is the vendor’s own: a customer’s person sees and changes nothing of it', async () => {
  const customer = await logInAs(server, 'customer-administrator@east')
  assert.equal((await customer.get('/api/roster')).status, 403)
  assert.equal((await customer.get('/api/duty')).status, 403)
  assert.equal((await customer.post('/api/roster/shifts', plan1)).status, 403)
})
