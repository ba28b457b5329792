import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Told } from './cover/given.testing.ts'
import { story } from './from-yaml.testing.ts'
import { clockOf } from './given.testing.ts'
import { ACCEPTED, CONTRACT, care, deed, lines, planOf } from './rhythm.testing.ts'

const BASE = 'starts: contract.accepted\ntask: visit\n'
const monthly = planOf('recurring', `${BASE}every: 1mo`)
const visit = (when: string, data: NonNullable<Told[2]> = {}) => deed(when, 'visit.done', data)
const notesOf = (one: { readonly why: { readonly notes: readonly { readonly kind: string }[] } }) => one.why.notes.map(({ kind }) => kind)

// Appearing -------------------------------------------------------------------------------------------------------------------

test('nothing is owed before the anchor; the first occurrence appears with it, the next one fourteen days ahead', () => {
  assert.deepEqual(lines(monthly, [visit('2026-01-15 10:00')], '2026-01-20 10:00'), [])
  assert.deepEqual(lines(monthly, [ACCEPTED], '2026-01-31 10:00'), ['1 open 01-31 10:00 → 03-01 00:00'])
  assert.equal(lines(monthly, [ACCEPTED], '2026-02-14 23:59').length, 1)
  assert.deepEqual(lines(monthly, [ACCEPTED], '2026-02-15 00:00').slice(1), ['2 open 03-01 00:00 → 04-01 00:00'])
})

test('the plan may say how far ahead: a month, or not at all', () => {
  const early = planOf('recurring', `${BASE}every: 1mo\nahead: 1mo`)
  assert.equal(lines(early, [ACCEPTED], '2026-01-31 10:00').length, 2)
  const none = planOf('recurring', `${BASE}every: 1mo\nahead: 0d`)
  assert.equal(lines(none, [ACCEPTED], '2026-02-28 23:59').length, 1)
  assert.equal(lines(none, [ACCEPTED], '2026-03-01 00:00').length, 2)
})

test('what is done at the very instant at which a window begins is done in it', () => {
  const none = planOf('recurring', `${BASE}every: 1mo\nahead: 0d`)
  assert.deepEqual(lines(none, [ACCEPTED, visit('2026-02-05 10:00'), visit('2026-03-01 00:00')], '2026-03-01 00:00'), [
    '1 kept 01-31 10:00 → 03-01 00:00 at 02-05 10:00',
    '2 kept 03-01 00:00 → 04-01 00:00 at 03-01 00:00',
  ])
})

test('a second acceptance starts nothing again', () => {
  const again: Told = ['2026-02-10 10:00', 'contract.accepted', {}, { on: CONTRACT }]
  assert.deepEqual(lines(monthly, [ACCEPTED, again], '2026-02-12 10:00'), ['1 open 01-31 10:00 → 03-01 00:00'])
})

test('a clause that is not wanted here owes nothing, judged once by what starts it', () => {
  const wanted = planOf('recurring', `starts: asset.accepted\nper: contract\ntask: visit\nevery: 1mo\nwhen: kind == "pump"`)
  const accepted = (kind: string): Told => ['2026-01-31 10:00', 'asset.accepted', { kind }, { also: [CONTRACT] }]
  assert.equal(lines(wanted, [accepted('pump')], '2026-02-20 10:00').length, 2)
  assert.deepEqual(lines(wanted, [accepted('fan')], '2026-02-20 10:00'), [])
})

// Kept, missed, late ----------------------------------------------------------------------------------------------------------

test('a visit inside the window keeps the earliest one that is due; a second visit in the same window keeps nothing more', () => {
  const told = [ACCEPTED, visit('2026-02-20 10:00'), visit('2026-02-22 10:00')]
  assert.deepEqual(lines(monthly, told, '2026-02-25 10:00'), [
    '1 kept 01-31 10:00 → 03-01 00:00 at 02-20 10:00',
    '2 open 03-01 00:00 → 04-01 00:00',
  ])
})

test('a missed one is a broken promise at its due instant, and switches nothing off', () => {
  assert.deepEqual(lines(monthly, [ACCEPTED, visit('2026-03-20 10:00')], '2026-04-20 10:00'), [
    '1 broken 01-31 10:00 → 03-01 00:00',
    '2 kept 03-01 00:00 → 04-01 00:00 at 03-20 10:00',
    '3 open 04-01 00:00 → 05-01 00:00',
    '4 open 05-01 00:00 → 06-01 00:00',
  ])
})

test('a visit after the window keeps the next one, unless it says which it makes up for', () => {
  const late = visit('2026-03-05 10:00', { promise: 'care', occurrence: 1 })
  assert.deepEqual(lines(monthly, [ACCEPTED, late], '2026-03-10 10:00'), [
    '1 broken 01-31 10:00 → 03-01 00:00 done 03-05 10:00',
    '2 open 03-01 00:00 → 04-01 00:00',
  ])
})

test('what names an occurrence that has not begun, or is none, keeps nothing', () => {
  const early = visit('2026-02-20 10:00', { promise: 'care', occurrence: 2 })
  const unknown = visit('2026-02-21 10:00', { promise: 'care', occurrence: 7 })
  const told = lines(monthly, [ACCEPTED, early, unknown], '2026-02-25 10:00')
  assert.deepEqual(told, ['1 open 01-31 10:00 → 03-01 00:00', '2 open 03-01 00:00 → 04-01 00:00'])
})

test('what names an occurrence of another promise is free for this one', () => {
  const other = visit('2026-02-20 10:00', { promise: 'resident', occurrence: 9 })
  assert.equal(lines(monthly, [ACCEPTED, other], '2026-02-21 10:00')[0], '1 kept 01-31 10:00 → 03-01 00:00 at 02-20 10:00')
})

test('the plan may say what does it: a visit of another kind does not', () => {
  const inspection = planOf('recurring', `${BASE}every: 1mo\nkept-by: 'visit.done where kind == "inspection"'`)
  const told = [ACCEPTED, visit('2026-02-10 10:00', { kind: 'repair' }), visit('2026-02-20 10:00', { kind: 'inspection' })]
  assert.equal(lines(inspection, told, '2026-02-21 10:00')[0], '1 kept 01-31 10:00 → 03-01 00:00 at 02-20 10:00')
})

test('each task has its own fact', () => {
  const facts = {
    call: 'callback.made',
    report: 'report.delivered',
    training: 'training.held',
    document: 'document.issued',
    notice: 'notice.delivered',
    survey: 'survey.answered',
    test: 'asset.tested',
    task: 'form.filled',
  } as const
  for (const [task, type] of Object.entries(facts)) {
    const bound = planOf('recurring', `starts: contract.accepted\ntask: ${task}\nevery: 1mo`)
    assert.match(lines(bound, [ACCEPTED, deed('2026-02-20 10:00', type)], '2026-02-21 10:00')[0]!, /^1 kept/, task)
    assert.match(lines(bound, [ACCEPTED, visit('2026-02-20 10:00')], '2026-02-21 10:00')[0]!, /^1 open/, task)
  }
})

test('one event in two parts of kept-by is one deed', () => {
  const both = planOf('recurring', `${BASE}times: 2\nper-period: 1mo\nkept-by: [visit.done, 'visit.done where kind == "inspection"']`)
  const told = lines(both, [ACCEPTED, visit('2026-02-20 10:00', { kind: 'inspection' })], '2026-02-21 10:00')
  assert.deepEqual(told.map((one) => one.split(' ')[1]).slice(0, 2), ['kept', 'open'])
})

test('two visits at one instant are two deeds', () => {
  const twice = planOf('recurring', `${BASE}times: 2\nper-period: 1mo`)
  const told = [ACCEPTED, visit('2026-02-20 10:00'), deed('2026-02-20 10:00', 'visit.done', {}, { on: 'visit/V2' })]
  assert.deepEqual(
    lines(twice, told, '2026-02-20 11:00')
      .map((one) => one.split(' ')[1])
      .slice(0, 2),
    ['kept', 'kept'],
  )
})

test('a voided visit leaves its occurrence open again, and broken once its time is over', () => {
  const told = [
    ACCEPTED,
    deed('2026-02-20 10:00', 'visit.done', {}, { id: 'done' }),
    deed('2026-02-21 10:00', 'fact.voided', { of: 'done', reason: '记错了' }),
  ]
  assert.match(lines(monthly, told, '2026-02-22 10:00')[0]!, /^1 open/)
  assert.match(lines(monthly, told, '2026-03-02 10:00')[0]!, /^1 broken/)
})

// Checklists, people, experts -------------------------------------------------------------------------------------------------

test('only a visit that goes through all checklists of an occurrence keeps it, and one that does not says so', () => {
  const bound = planOf('recurring', `${BASE}every: 3mo\nchecklist: [quarterly, safety]`)
  const [half] = care(bound, [ACCEPTED, visit('2026-02-20 10:00', { checklists: ['quarterly'] })], '2026-02-21 10:00')
  assert.equal(half?.state, 'open')
  assert.deepEqual(half?.why.notes[0]?.params, { missing: 'safety' })
  const [whole] = care(bound, [ACCEPTED, visit('2026-02-20 10:00', { checklists: ['safety', 'quarterly', 'more'] })], '2026-02-21 10:00')
  assert.equal(whole?.state, 'kept')
})

test('one visit keeps two clauses only when its checklists include both', () => {
  const more = `  second:\n    title: 年检\n    text: 每年一次。\n    source: [R-2]\n    recurring: {starts: contract.accepted, every: 1y, task: visit, checklist: annual}\n`
  const bound = planOf('recurring', `${BASE}every: 3mo\nchecklist: quarterly`, { more })
  const states = (checklists: readonly string[]) => {
    const { obligations } = story(bound, [ACCEPTED, visit('2026-02-20 10:00', { checklists })], {
      subject: CONTRACT,
      at: '2026-02-21 10:00',
    })
    return obligations.filter(({ episode }) => episode === 1).map(({ promise, state }) => `${promise} ${state}`)
  }
  assert.deepEqual(states(['quarterly']), ['care kept', 'second open'])
  assert.deepEqual(states(['annual', 'quarterly']), ['care kept', 'second kept'])
  assert.deepEqual(states([]), ['care open', 'second open'])
})

test('fewer people than promised are noted; so is another expert than the first', () => {
  const bound = planOf('recurring', `${BASE}phases: [{weeks: 1-2, every: 1w, people: 2-3}]\nsame-expert: true`)
  const told = [ACCEPTED, visit('2026-02-03 10:00', { person: 'lin', people: 2 }), visit('2026-02-10 10:00', { person: 'gao', people: 1 })]
  const [first, second] = care(bound, told, '2026-02-20 10:00')
  assert.deepEqual([first?.state, notesOf(first!)], ['kept', []])
  assert.deepEqual([second?.state, notesOf(second!)], ['kept', ['other-expert', 'people-short']])
})

test('nearer to each other than the text says is noted and breaks nothing; so is more often than it says', () => {
  const bound = planOf('recurring', `${BASE}times: {min: 2, max: 3, per: 1y, spacing: 3mo}`)
  const told = ['2026-02-10', '2026-05-09', '2026-05-10', '2026-08-10', '2026-09-10'].map((day) => visit(`${day} 10:00`))
  const [first, second] = care(bound, [ACCEPTED, ...told], '2026-12-01 10:00')
  assert.deepEqual([first?.state, notesOf(first!)], ['kept', []])
  assert.deepEqual([second?.state, notesOf(second!)], ['kept', ['too-near', 'beyond-max', 'beyond-max']])
  assert.deepEqual(second?.why.notes.map(({ params }) => params.done).slice(1), [4, 5])
})

test('where one period ends the next one begins: what is done there beyond the text is counted in one of them', () => {
  const bound = planOf('recurring', `${BASE}times: {min: 1, max: 1, per: 1mo}`)
  const told = ['02-10 10:00', '03-01 00:00', '03-01 00:00'].map((when) => visit(`2026-${when}`))
  const [first, second] = care(bound, [ACCEPTED, ...told], '2026-03-20 10:00')
  assert.deepEqual([clockOf(first?.dueAt), clockOf(first?.keptAt), clockOf(second?.keptAt)], ['03-01 00:00', '02-10 10:00', '03-01 00:00'])
  assert.deepEqual(
    [first, second].map((one) => one?.why.notes.map(({ params }) => params.done)),
    [[], [2]],
  )
})

test('exactly so far apart as the text says is far enough, whatever the hour', () => {
  const bound = planOf('recurring', `${BASE}times: {min: 2, per: 1y, spacing: 3mo}`)
  const [, second] = care(bound, [ACCEPTED, visit('2026-02-10 16:00'), visit('2026-05-10 08:00')], '2026-05-11 10:00')
  assert.deepEqual([second?.state, notesOf(second!)], ['kept', []])
})

test('of so many in a period each missing one is broken at its end', () => {
  const bound = planOf('recurring', `${BASE}times: 3\nper-period: 1mo`)
  const told = lines(bound, [ACCEPTED, visit('2026-02-20 10:00')], '2026-03-02 10:00')
  assert.deepEqual(told.slice(0, 3), [
    '1 kept 01-31 10:00 → 03-01 00:00 at 02-20 10:00',
    '2 broken 01-31 10:00 → 03-01 00:00',
    '3 broken 01-31 10:00 → 03-01 00:00',
  ])
})

// Floating --------------------------------------------------------------------------------------------------------------------

const floating = planOf('recurring', `${BASE}every: 1mo\nanchor: floating`)

test('a floating one is counted from when the one before was done', () => {
  assert.deepEqual(lines(floating, [ACCEPTED, visit('2026-02-10 10:00')], '2026-02-12 10:00'), [
    '1 kept 01-31 10:00 → 03-01 00:00 at 02-10 10:00',
    '2 open 02-10 10:00 → 03-11 00:00',
  ])
})

test('a floating one that is missed is counted on from when it should have been done: neglect puts nothing off', () => {
  assert.deepEqual(lines(floating, [ACCEPTED], '2026-03-20 10:00'), [
    '1 broken 01-31 10:00 → 03-01 00:00',
    '2 open 03-01 00:00 → 04-02 00:00',
  ])
  assert.deepEqual(lines(floating, [ACCEPTED, visit('2026-03-20 10:00')], '2026-03-21 10:00').slice(1), [
    '2 kept 03-01 00:00 → 04-02 00:00 at 03-20 10:00',
    '3 open 03-20 10:00 → 04-21 00:00',
  ])
})

// Ending ----------------------------------------------------------------------------------------------------------------------

const ending = planOf('recurring', `${BASE}every: 1mo\nuntil: contract.ended`)
const ENDED: Told = ['2026-02-20 10:00', 'contract.ended', {}, { on: CONTRACT }]

test('after the end nothing is owed: what would fall due later is called off, and nothing new appears', () => {
  assert.deepEqual(lines(ending, [ACCEPTED, ENDED], '2026-08-20 10:00'), [
    '1 cancelled 01-31 10:00 → 03-01 00:00 at 02-20 10:00',
    '2 cancelled 03-01 00:00 → 04-01 00:00 at 02-20 10:00',
  ])
})

test('what was broken before the end stays broken, and what was kept stays kept', () => {
  const late: Told = ['2026-04-10 10:00', 'contract.ended', {}, { on: CONTRACT }]
  const told = lines(ending, [ACCEPTED, visit('2026-02-10 10:00'), late], '2026-08-20 10:00')
  assert.deepEqual(
    told.map((one) => one.split(' ').slice(0, 2).join(' ')),
    ['1 kept', '2 broken', '3 cancelled'],
  )
})

const anew: Told = ['2026-05-31 10:00', 'contract.accepted', {}, { on: CONTRACT }]

test('accepted anew after an end of its own, a new series begins and numbers go on', () => {
  const own = planOf('recurring', `${BASE}every: 1mo\nuntil: asset.scrapped`)
  const scrapped: Told = ['2026-02-20 10:00', 'asset.scrapped', {}, { also: [CONTRACT] }]
  const told = lines(own, [ACCEPTED, scrapped, anew], '2026-06-10 10:00')
  assert.deepEqual(told.slice(2), ['3 open 05-31 10:00 → 07-01 00:00'])
})

test('after its contract nothing begins any more', () => {
  assert.equal(lines(ending, [ACCEPTED, ENDED, anew], '2026-06-10 10:00').length, 2)
})

const COVER = `  equipment:\n    title: 质保\n    text: 质保两个月。\n    source: [R-3]\n    cover: {per: contract, starts: contract.accepted, term: 2mo}\n  longer:\n    title: 延保\n    text: 延长。\n    source: [R-4]\n    rule: {per: contract, on: ticket.judged where removable == false, then: [{extend: equipment, by: 60d}]}\n`
const covered = planOf('recurring', `${BASE}every: 1mo\nuntil: equipment.end`, { more: COVER })
const judged = (when: string): Told => [when, 'ticket.judged', { removable: false }, { also: [CONTRACT] }]

test('visits end with the cover: the one that falls due on its last day is still owed', () => {
  assert.deepEqual(lines(covered, [ACCEPTED, visit('2026-02-10 10:00'), visit('2026-03-10 10:00')], '2026-08-20 10:00'), [
    '1 kept 01-31 10:00 → 03-01 00:00 at 02-10 10:00',
    '2 kept 03-01 00:00 → 04-01 00:00 at 03-10 10:00',
  ])
})

test('a contract that ends before the cover does owes no more visits, however long the cover lasts', () => {
  const told = lines(covered, [ACCEPTED, ENDED], '2026-08-20 10:00')
  assert.deepEqual(
    told.map((one) => one.split(' ').slice(0, 2).join(' ')),
    ['1 cancelled', '2 cancelled'],
  )
})

test('when the cover is extended more of them appear', () => {
  const told = lines(
    covered,
    [ACCEPTED, visit('2026-02-10 10:00'), visit('2026-03-10 10:00'), judged('2026-03-20 10:00')],
    '2026-08-20 10:00',
  )
  assert.deepEqual(told.slice(2), ['3 broken 04-01 00:00 → 05-01 00:00'])
})

test('what was called off when the end was nearer is owed again once it has moved past its due day', () => {
  const plan = planOf('recurring', `${BASE}every: 1mo\nahead: 2mo\nuntil: equipment.end`, { more: COVER })
  const shorter: Told = ['2026-02-05 10:00', 'cover.ended', { cover: 'equipment' }, { on: CONTRACT }]
  const told = [ACCEPTED, shorter, deed('2026-02-06 10:00', 'fact.voided', { of: 'f2', reason: '误登' })]
  assert.match(lines(plan, [ACCEPTED, shorter], '2026-02-05 12:00')[0]!, /^1 cancelled/)
  assert.match(lines(plan, told, '2026-02-07 12:00')[0]!, /^1 open/)
})

test('an end that is named anew, later, brings back what it had called off: the next visit keeps it', () => {
  const plan = planOf('recurring', `${BASE}every: 1mo\nuntil: event.end`)
  const announced = (when: string, end: string): Told => [when, 'event.announced', { end }, { on: 'event/E1', also: [CONTRACT] }]
  const nearer = announced('2026-02-05 10:00', '2026-02-20T00:00:00+08:00')
  const later = announced('2026-02-07 10:00', '2026-05-20T00:00:00+08:00')
  assert.match(lines(plan, [ACCEPTED, nearer], '2026-02-06 10:00')[0]!, /^1 cancelled/)
  assert.deepEqual(lines(plan, [ACCEPTED, nearer, later], '2026-02-08 10:00'), ['1 open 01-31 10:00 → 03-01 00:00'])
  assert.equal(
    lines(plan, [ACCEPTED, nearer, later, visit('2026-02-10 10:00')], '2026-02-11 10:00')[0],
    '1 kept 01-31 10:00 → 03-01 00:00 at 02-10 10:00',
  )
})

test('a cancelled subject opens nothing more', () => {
  const reports = planOf('recurring', 'per: ticket\nstarts: ticket.accepted\ntask: report\nevery: 4h')
  const told: Told[] = [
    ['10:00', 'ticket.reported'],
    ['10:00', 'ticket.accepted'],
    ['13:00', 'report.delivered'],
    ['15:00', 'ticket.cancelled'],
  ]
  assert.deepEqual(lines(reports, told, '10-02 10:00', 'ticket/T1'), [
    '1 kept 10:00 → 14:00 at 13:00',
    '2 cancelled 14:00 → 18:00 at 15:00',
  ])
})

test('progress every four hours until it works again: the clock of a ticket, told by the hour', () => {
  const reports = planOf('recurring', 'per: ticket\nstarts: ticket.accepted\ntask: report\nevery: 4h\nuntil: ticket.restored')
  const told: Told[] = [
    ['10:00', 'ticket.reported'],
    ['10:00', 'ticket.accepted'],
    ['13:00', 'report.delivered'],
    ['20:00', 'ticket.restored'],
  ]
  assert.deepEqual(lines(reports, told, '10-02 10:00', 'ticket/T1'), [
    '1 kept 10:00 → 14:00 at 13:00',
    '2 broken 14:00 → 18:00',
    '3 cancelled 18:00 → 22:00 at 20:00',
  ])
})

// Clocks that all promises share ----------------------------------------------------------------------------------------------

test('a reason that the clause names excuses the occurrence that is named, with its evidence', () => {
  const bound = planOf('recurring', `${BASE}every: 1mo\nexcuses: [storm]`)
  const excuse = (data: NonNullable<Told[2]>): Told => [
    '2026-02-20 10:00',
    'obligation.excused',
    { promise: 'care', reason: 'storm', ...data },
    { on: CONTRACT },
  ]
  assert.match(lines(bound, [ACCEPTED, excuse({ episode: 1, evidence: '气象预警' })], '2026-03-05 10:00')[0]!, /^1 excused/)
  assert.match(lines(bound, [ACCEPTED, excuse({ episode: 1 })], '2026-03-05 10:00')[0]!, /^1 broken/)
})

test('a missed occurrence escalates once, to the role that the plan names', () => {
  const bound = planOf('recurring', `${BASE}every: 1mo\non-broken: [{escalate: lead}]`)
  const { effects } = story(bound, [ACCEPTED], { subject: CONTRACT, at: '2026-03-20 10:00' })
  assert.deepEqual(effects, [['escalate', 'lead']])
})

test('others may wait for an occurrence: a report within five days of each visit', () => {
  const more = `  written:\n    title: 巡检报告\n    text: 巡检后五日内交报告。\n    source: [R-5]\n    deadline: {per: contract, starts: care.kept, kept-by: report.delivered, within: 5d, calendar: always}\n`
  const bound = planOf('recurring', `${BASE}every: 1mo`, { more })
  const { obligations } = story(bound, [ACCEPTED, visit('2026-02-20 10:00'), visit('2026-03-20 10:00')], {
    subject: CONTRACT,
    at: '2026-03-22 10:00',
  })
  assert.deepEqual(
    obligations.filter(({ promise }) => promise === 'written').map(({ episode, state }) => `${episode} ${state}`),
    ['1 broken', '2 open'],
  )
})

test('a rule that counts a visit as not done takes its occurrence back', () => {
  const more = `  redo:\n    title: 不满意重做\n    text: 客户不满意则重做。\n    source: [R-6]\n    rule: {per: contract, on: survey.answered where satisfied == false, then: [{count-as-not-done: care}]}\n`
  const bound = planOf('recurring', `${BASE}every: 1mo`, { more })
  const told = [ACCEPTED, visit('2026-02-20 10:00'), deed('2026-02-21 10:00', 'survey.answered', { satisfied: false })]
  assert.match(lines(bound, told, '2026-02-22 10:00')[0]!, /^1 open/)
  assert.match(lines(bound, [...told, visit('2026-02-23 10:00')], '2026-02-24 10:00')[0]!, /^1 kept .* at 02-23 10:00/)
})
