import assert from 'node:assert/strict'
import { test } from 'node:test'
import { loadPlan } from '../../server/plan-file.ts'
import { openingNeeds } from './opening.ts'
import { agreed, bundled, story } from './plans.testing.ts'

const FRAME = `plan: needs
title: 报修要问什么
version: 1
timezone: Asia/Shanghai
calendars: {always: {hours: 24x7}, office: {weekly: {mon-fri: ["09:00-17:00"]}}}
grades: [{id: major, name: 重大}, {id: general, name: 一般}]
zones: [{id: city, name: 市区}, {id: county, name: 郊县}]
dimensions:
  hours: {values: [5x8, 7x24], set-by: contract}
  floor: {values: [low, high], set-by: site}
promises:
`

/** The needs of a plan with these clauses, as `ticket.reported: type zone`. */
function needsOf(clauses: readonly string[], head = FRAME): string[] {
  const loaded = loadPlan(head + clauses.map((body, index) => `  clause-${index}:\n    deadline: {${body}}\n`).join(''))
  assert.ok(loaded.ok, JSON.stringify(loaded.findings))
  return openingNeeds(loaded.plan).map(({ fact, fields }) => [`${fact}:`, ...fields].join(' '))
}

test('a clock with one number for everybody asks nothing of the report', () => {
  assert.deepEqual(needsOf(['starts: ticket.reported, kept-by: ticket.replied, within: 30min']), ['ticket.reported:'])
})

test('what a condition on the report asks for must be in the report: without a type no clock of faults starts', () => {
  const needs = needsOf(['starts: ticket.reported where type == "fault" && channel != "mail", kept-by: ticket.replied, within: 30min'])
  assert.deepEqual(needs, ['ticket.reported: channel type'])
})

test('a table asks for its dimensions, nested ones and those of targets and calendars too', () => {
  const needs = needsOf([
    'starts: ticket.reported, kept-by: ticket.replied, within: {by: grade, major: 1h, general: {by: zone, else: 2h}}, target: {by: floor, else: 5min}',
  ])
  assert.deepEqual(needs, ['ticket.reported: floor grade zone'])
})

test('where the customer’s grade rules, it is the customer’s grade that is asked for', () => {
  const head = FRAME.replace('zones:', 'grade-by: customer\nzones:')
  const needs = needsOf(['starts: ticket.reported, kept-by: ticket.replied, within: {by: grade, else: 2h}'], head)
  assert.deepEqual(needs, ['ticket.reported: customerGrade'])
})

test('what the contract sets and what cover there is are not the reporter’s to say', () => {
  const needs = needsOf([
    'starts: ticket.reported, kept-by: ticket.replied, within: {by: cover, none: 1h}, calendar: {by: hours, 5x8: office, 7x24: always}',
  ])
  assert.deepEqual(needs, ['ticket.reported:'])
})

test('a chain and a later start ask the report for grade and place: by then nobody asks again', () => {
  const needs = needsOf([
    'starts: ticket.reported, kept-by: visit.arrived, within: 2h',
    'starts: clause-0.done, kept-by: ticket.restored, within: {by: grade, major: 8h, general: 4h}',
    'starts: visit.needed where special, kept-by: visit.arrived, within: {by: zone, else: 4h}',
  ])
  assert.deepEqual(needs, ['ticket.reported: grade zone', 'visit.needed: special'])
})

test('the fastest travel time is asked of the fact from which it is counted', () => {
  const needs = needsOf([
    'starts: visit.needed, kept-by: visit.arrived, within: travel + 2h',
    'starts: clause-0.done, kept-by: visit.done, within: travel + 1h',
  ])
  assert.deepEqual(needs, ['visit.needed: travelMs', 'ticket.reported: travelMs'])
})

test('what a when asks for is told with the report where it can be, and else with the fact that starts the clock', () => {
  const needs = needsOf(['starts: visit.needed, when: special && type == "fault" && hours == "5x8", kept-by: visit.arrived, within: 2h'])
  assert.deepEqual(needs, ['visit.needed: special', 'ticket.reported: type'])
})

test('a due instant that is put together of several facts names each', () => {
  const needs = needsOf(['due: {all: [ticket.reported + 2h, remote.failed]}, kept-by: ticket.plan-sent'])
  assert.deepEqual(needs, ['ticket.reported:', 'remote.failed:'])
})

test('clocks of another owner ask the fact that starts them', () => {
  assert.deepEqual(needsOf(['starts: contract.accepted, kept-by: training.held, within: {by: floor, else: 1mo}']), [
    'contract.accepted: floor',
  ])
})

test('what the bundled plans ask of a report', () => {
  const asked = (id: string) => openingNeeds(bundled(id)).find(({ fact }) => fact === 'ticket.reported')?.fields
  assert.deepEqual(asked('shebei-2nian'), ['grade', 'type'])
  assert.deepEqual(asked('baojing'), ['type', 'zone'])
  assert.deepEqual(asked('zhineng'), ['customerGrade', 'type'])
  assert.deepEqual(asked('keyou'), ['grade', 'type', 'zone'])
  assert.deepEqual(asked('biguolu'), ['type'])
  assert.deepEqual(asked('ruiyan'), ['channel', 'grade', 'type'])
})

test('a report that carries all that is asked for leaves no clock of its own provisional', () => {
  const report = { type: 'fault', channel: 'phone', zone: 'city', grade: 'general', customerGrade: 'general' }
  for (const id of ['shebei-2nian', 'baojing', 'zhineng', 'biguolu']) {
    const { obligations } = story(agreed(id, id === 'biguolu' ? { 'dimensions.warranty': '3y' } : {}))
      .fact('10:00', 'ticket.reported', report)
      .fact('10:05', 'visit.arrived')
      .seen('10:06')
    assert.ok(obligations.length > 1, id)
    assert.deepEqual(
      obligations.filter((one) => one.provisional).map((one) => one.promise),
      [],
      id,
    )
  }
})
