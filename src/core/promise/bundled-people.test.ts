import assert from 'node:assert/strict'
import { test } from 'node:test'
import { leadCourse } from '../access/leading.ts'
import type { Subject } from '../fact.ts'
import type { Term } from '../plan/types.ts'
import { bundled, bundledText } from '../plan/plans.testing.ts'
import type { Told } from './cover/given.testing.ts'
import { boundFrom, story, told } from './from-yaml.testing.ts'

// What bundled plans say of the people who come, and of what they bring: who is sent, who is trained, how a fault is graded.

const CONTRACT: Subject = 'contract/C1'
const TICKET: Subject = 'ticket/T1'
const FAULT: Told = ['10:00', 'ticket.reported', { type: 'fault', channel: 'phone' }]

type Look = { readonly of?: Subject; readonly at?: string; readonly promise: string; readonly terms?: readonly Term[] }

function says(plan: string, lines: readonly Told[], { of = TICKET, at = '18:00', promise, terms = [] }: Look): string[] {
  const { obligations } = story(boundFrom(bundledText(`${plan}.yaml`), terms), lines, { subject: of, at })
  return told(obligations.filter((one) => one.promise === promise))
}

function follows(plan: string, lines: readonly Told[], of: Subject = TICKET): string[] {
  const { effects } = story(boundFrom(bundledText(`${plan}.yaml`)), lines, { subject: of, at: '18:00' })
  return effects.map(([kind, to]) => `${String(kind)} ${String(to)}`)
}

const onContract = { on: CONTRACT }
const form = (when: string, id: string): Told => [when, 'form.filled', { form: id }, { on: 'form/F1', also: [CONTRACT] }]
const within = (promise: string, value: string): Term => ({ key: `promises.${promise}.within`, value, source: '合同附件一' })

test('each remote session and each dispatch asks who it was: a senior engineer, one who built the project (S000-50, S000-177)', () => {
  assert.deepEqual(follows('zhineng', [FAULT, ['10:01', 'ticket.replied'], ['10:20', 'remote.failed']]).toSorted(), [
    'escalate service-manager',
    'require-form remote-session',
  ])
  const sent: Told = ['10:30', 'visit.dispatched', { person: 'lin', own: true }, { on: 'visit/V1', also: [TICKET] }]
  assert.ok(follows('zhineng', [FAULT, sent]).includes('require-form engineer-choice'))
})

test('a training asks who its trainees are, and a list of spares whether they are of the equipment’s period (S000-161, S000-28)', () => {
  const held: Told = ['12:00', 'training.held', {}, { on: 'training/R1', also: [CONTRACT] }]
  assert.deepEqual(follows('zhineng', [held], CONTRACT), ['require-form trainee-list'])
  const issued = (document: string): Told => ['12:00', 'document.issued', { document }, { on: 'document/D1', also: [CONTRACT] }]
  assert.deepEqual(follows('zhineng', [issued('spare-list')], CONTRACT), ['require-form spare-origin'])
  assert.deepEqual(follows('zhineng', [issued('manuals')], CONTRACT), [])
})

test('to guide an installation only whose experience is on record is sent; to a customer only who was trained (S002-42, S003-168)', () => {
  const sent = (kind: string): Told => ['12:00', 'visit.dispatched', { person: 'lin', kind }, { on: 'visit/V1', also: [CONTRACT] }]
  const guided = { of: CONTRACT, promise: 'skilled-guidance' }
  assert.deepEqual(says('fengji', [sent('installation')], guided), ['skilled-guidance#1 broken 12:00'])
  assert.deepEqual(says('fengji', [form('11:00', 'technician-record'), sent('installation')], guided), ['skilled-guidance#1 kept 12:00'])
  assert.deepEqual(says('fengji', [sent('repair')], guided), [])
  const trained = { of: CONTRACT, promise: 'trained-staff' }
  assert.deepEqual(says('sanfangshi', [form('11:00', 'staff-training'), sent('repair')], trained), ['trained-staff#1 kept 12:00'])
  assert.deepEqual(says('sanfangshi', [sent('repair')], trained), ['trained-staff#1 broken 12:00'])
})

test('a new customer is a task of the clerk who follows up (S002-159)', () => {
  assert.deepEqual(follows('qiche', [['10:00', 'contract.accepted', {}, onContract]], CONTRACT), ['open-task call-on'])
})

test('a latent problem is followed to its solution, one after the other (S002-69)', () => {
  const look = { of: CONTRACT, promise: 'latent-solved', terms: [within('latent-solved', '7d')], at: '10-20 10:00' }
  const found = form('10:00', 'latent-problem')
  assert.deepEqual(says('shebei-7xiang', [found, form('10-03 10:00', 'latent-solved')], look), ['latent-solved#1 kept 10-03 10:00'])
  assert.deepEqual(says('shebei-7xiang', [found], look), ['latent-solved#1 broken 10-08 00:00'])
})

test('of each device a plan of maintenance is made once the equipment is accepted, and one made for another does not do (S002-79, S002-96)', () => {
  const accepted: Told = ['10:00', 'contract.accepted', {}, { on: CONTRACT, also: ['asset/A1', 'asset/A2'] }]
  const made: Told = ['15:00', 'document.issued', { document: 'maintenance-plan' }, { on: 'document/D1', also: [CONTRACT, 'asset/A1'] }]
  for (const plan of ['shebei-7xiang', 'neirong-24h']) {
    assert.deepEqual(says(plan, [accepted, made], { of: 'asset/A1', promise: 'plan-made' }), ['plan-made#1 kept 15:00'], plan)
    assert.deepEqual(says(plan, [accepted], { of: 'asset/A2', promise: 'plan-made' }), ['plan-made#1 open'], plan)
  }
})

test('a fault is graded by what it does to the work: severe where it stops it, general where it does not (S004-65, S004-66, S004-67)', () => {
  const judged = (affectsWork: boolean): Told => ['10:30', 'ticket.judged', { cause: 'hardware', affectsWork }]
  const graded = (grade: string): Told => ['10:40', 'ticket.graded', { grade, by: 'staff' }]
  assert.deepEqual(says('keyou', [FAULT, judged(true)], { promise: 'impact-judged' }), ['impact-judged#1 kept 10:30'])
  assert.deepEqual(says('keyou', [FAULT, judged(true), graded('severe')], { promise: 'graded-severe' }), ['graded-severe#1 kept 10:40'])
  assert.deepEqual(says('keyou', [FAULT, judged(true), graded('general')], { promise: 'graded-severe' }), ['graded-severe#1 open'])
  assert.deepEqual(says('keyou', [FAULT, judged(false), graded('general')], { promise: 'graded-general' }), ['graded-general#1 kept 10:40'])
  assert.deepEqual(says('keyou', [FAULT, judged(true)], { promise: 'graded-general' }), [])
})

test('questions of use go to the system engineers, and developers help from afar (S004-15, S004-73)', () => {
  const asked: Told = ['10:00', 'ticket.reported', { type: 'consultation', channel: 'phone' }]
  const to = (team: string): Told => ['10:20', 'ticket.transferred', { team }]
  assert.deepEqual(says('keyou', [asked, to('system-engineers')], { promise: 'use-support' }), ['use-support#1 kept 10:20'])
  assert.deepEqual(says('keyou', [asked, to('desk')], { promise: 'use-support' }), ['use-support#1 open'])
  const helped: Told = ['10:40', 'remote.started']
  assert.deepEqual(says('keyou', [FAULT, to('developers'), helped], { promise: 'developer-remote' }), ['developer-remote#1 kept 10:40'])
})

test('whom the contract names is there from its signature, or from the amendment that names somebody (S002-230, S002-266, S002-267)', () => {
  const signed = (people: { [role: string]: string[] }): Told => ['10:00', 'contract.signed', { people }, onContract]
  const amended: Told = ['12:00', 'contract.amended', { people: { maintainer: ['lin'] } }, onContract]
  const look = { of: CONTRACT, promise: 'engineer-named' }
  assert.deepEqual(says('kefu-zhongxin', [signed({ 'dedicated-engineer': ['lin'] })], look), ['engineer-named#1 kept 10:00'])
  assert.deepEqual(says('kefu-zhongxin', [signed({ lead: ['lin'] })], look), ['engineer-named#1 open'])
  const accepted: Told = ['11:00', 'contract.accepted', {}, onContract]
  const project = { of: CONTRACT, promise: 'maintainer-for-project' }
  assert.deepEqual(says('baojing', [signed({}), accepted, amended], project), ['maintainer-for-project#1 kept 12:00'])
  const terms = [within('maintainer-for-project', '1h')]
  assert.deepEqual(says('baojing', [signed({}), accepted], { ...project, terms }), ['maintainer-for-project#1 broken 12:00'])
  const delivered: Told = ['11:00', 'contract.delivered', {}, onContract]
  const product = { of: CONTRACT, promise: 'maintainer-for-product' }
  assert.deepEqual(says('baojing', [signed({ maintainer: ['lin'] }), delivered], product), ['maintainer-for-product#1 kept 10:00'])
})

test('before acceptance the project manager leads, from delivery on with sales, after acceptance after-sales alone; supply chain only helps (S001-17, S001-18, S001-20)', () => {
  const milestones = [
    { milestone: 'shipped', at: 1 },
    { milestone: 'delivered', at: 2 },
    { milestone: 'accepted', at: 3 },
  ] as const
  const course = leadCourse(bundled('zhibao'), milestones)
  assert.deepEqual(
    course.map(({ by, leaders }) => `${by?.milestone ?? 'signed'}: ${leaders.map(({ role }) => role).join(' ')}`),
    ['signed: project-manager', 'delivered: project-manager sales', 'accepted: after-sales'],
  )
})
