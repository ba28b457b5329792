import assert from 'node:assert/strict'
import { test } from 'node:test'
import { SERVICE_STEPS, isServiceType } from '../service/vocabulary.ts'
import { clauseEvents } from './clause-events.ts'
import { namesIn } from './condition.ts'
import { leavesOf } from './event.ts'
import { planJsonSchema } from './json-schema.ts'
import { lintPlan } from './lint.ts'
import { PLAN_FILES, agreed, bundled, dueAfter, editorSchema, story } from './plans.testing.ts'

const FAULT = { type: 'fault', channel: 'phone' }
const UNTIL_EVENING = '23:00'

const shebei = agreed('shebei-2nian')
const baojing = agreed('baojing')
const zhineng = agreed('zhineng')
const keyou = agreed('keyou')
const biguolu = agreed('biguolu', { 'dimensions.warranty': '3y' })
const ruiyanOffice = agreed('ruiyan', { 'dimensions.hours': '5x8' })
const ruiyanAlways = agreed('ruiyan', { 'dimensions.hours': '7x24' })

const PLANS = PLAN_FILES.map((file) => bundled(file.replace('.yaml', '')))

test('thirty plans are bundled; each is read without a finding, and each clause names its source, shows its text and says what it reads into it', () => {
  assert.equal(PLANS.length, 30)
  for (const [index, plan] of PLANS.entries()) {
    assert.equal(PLAN_FILES[index], `${plan.id}.yaml`)
    for (const clause of Object.values(plan.promises)) {
      assert.ok(clause.title && clause.text && clause.reading && clause.source.length > 0, `${plan.id} ${clause.id}`)
      if ('onBroken' in clause) assert.deepEqual(clause.onBroken, [{ escalate: 'service-manager' }], `${plan.id} ${clause.id}`)
    }
  }
})

test('the schema that editors find beside the plans is the one that the parser reads by', () => {
  assert.deepEqual(editorSchema(), JSON.parse(JSON.stringify(planJsonSchema())))
})

/** One sentence that promises two things: that somebody comes, and that it is solved, each with a clock of its own. */
const TWO_CLOCKS = ['S003-173']

test('no source stands in two places of a plan but for the prices that go with a cover, the lines that one sentence opens and two clocks of one sentence, none of another document strays in, and no two plans share one', () => {
  const named = PLANS.flatMap((plan) => {
    const { promises, later, forms, channels, roles } = plan
    const sections = [promises, forms, roles].flatMap((section): { source: readonly string[] }[] => Object.values(section))
    const lines = new Set(Object.values(channels).flatMap(({ source }) => source))
    const sources = [...[...sections, ...later].flatMap(({ source }) => source), ...lines]
    assert.equal(new Set(sources.map((source) => source.split('-')[0])).size, 1, plan.id)
    return sources
  })
  assert.deepEqual(
    named.filter((source, index) => named.indexOf(source) !== index),
    TWO_CLOCKS,
  )
})

test('what a condition of a bundled plan asks of a service record, the record’s step can be told', () => {
  let asked = 0
  for (const plan of PLANS)
    for (const clause of Object.values(plan.promises))
      for (const leaf of clauseEvents(clause).flatMap(({ event }) => leavesOf(event))) {
        // the need for a visit is stated on its ticket, with more than a record of its own would say
        if (leaf.kind !== 'fact' || !leaf.where || !isServiceType(leaf.type) || leaf.type === 'visit.needed') continue
        const fields = SERVICE_STEPS[leaf.type].fields.map(({ id }) => id)
        for (const name of namesIn(leaf.where.cel)) {
          asked += 1
          assert.ok(fields.includes(name), `${plan.id} ${clause.id}: ${leaf.type} ${name}`)
        }
      }
  assert.ok(asked > 100)
})

test('what a bundled plan leaves open is asked before signing, and its reading says that it is never late, covers nothing yet, or has no dates', () => {
  for (const plan of PLANS) {
    const asked = lintPlan(plan).filter(({ severity }) => severity === 'question')
    for (const { code, clauses } of asked) {
      const says = {
        'lint-unstated': /不判超时/,
        'lint-bound-unstated': /不判超时/,
        'lint-term-unstated': /不计起止|不开始也不结束/,
        'lint-period-unstated': /不排日期/,
        // lines of the charges have no reading: a bill asks for what they leave open
        'lint-price-unstated': /./,
        'lint-distance-unstated': /./,
      }[code]
      assert.ok(says, `${plan.id} ${code}`)
      for (const id of clauses) assert.match(plan.promises[id]?.reading ?? '', says, `${plan.id} ${id}`)
    }
  }
})

test('of what lint warns of, one is the text’s own: a repair that may be due before the arrival (S003-210, S003-246)', () => {
  const warned = PLANS.flatMap((plan) =>
    lintPlan(plan).flatMap(({ severity, code, clauses }) => (severity === 'warning' ? [`${plan.id} ${code} ${clauses.join(' ')}`] : [])),
  )
  // an hour from the report against an hour from the acceptance
  assert.deepEqual(warned, ['ruiyan lint-repair-before-arrival repair arrive'])
})

// the two-year equipment plan

test('every call and every fault report is answered within half an hour, in the warranty and after it (S002-07, S002-15, S002-35)', () => {
  const due = dueAfter(shebei, 'reply')
  assert.equal(due('18:00', FAULT), '18:30')
  assert.equal(due('10-01 02:50', { type: 'consultation', channel: 'mail' }), '10-01 03:20')
})

test('an engineer is on site within twenty-four hours of the report, holidays or not (S002-08, S002-19, S002-36)', () => {
  assert.equal(dueAfter(shebei, 'arrive')('18:00', FAULT), '10-01 18:00')
})

test('a fault solved from afar needs nobody on site; a question never did (S002-16, S002-19)', () => {
  const solved = story(shebei).fact('10:00', 'ticket.reported', FAULT).fact('10:40', 'remote.solved')
  assert.equal(solved.says('arrive', '11:00'), 'cancelled')
  assert.equal(story(shebei).fact('10:00', 'ticket.reported', { type: 'consultation' }).find('arrive', '11:00'), undefined)
})

test('the repair runs from the arrival: general four hours, major eight, four until somebody has graded (S002-09, S002-10, S002-11)', () => {
  const due = dueAfter(shebei, 'repair')
  assert.equal(due('10:00', { grade: 'general' }), '14:00')
  assert.equal(due('10:00', { grade: 'major' }), '18:00')
  assert.equal(due('10:00'), '14:00 provisional')
})

test('an engineer who comes late starts the repair all the same (S002-08, S002-10)', () => {
  const late = story(shebei)
    .fact('10:00', 'ticket.reported', { ...FAULT, grade: 'general' })
    .fact('10-01 12:00', 'visit.arrived')
  assert.equal(late.says('arrive', '10-01 13:00'), 'broken at 10-01 10:00 done 10-01 12:00')
  assert.equal(late.says('repair', '10-01 13:00'), 'open due 10-01 16:00')
})

test('the service plan is owed once remote help has failed, two hours after the report and not after the failure (S002-17, S002-18)', () => {
  const reported = story(shebei).fact('10:00', 'ticket.reported', FAULT)
  assert.equal(reported.find('service-plan', '11:59'), undefined)
  const failed = reported.fact('10:50', 'remote.failed')
  assert.equal(failed.says('service-plan', '11:00'), 'open due 12:00')
  assert.equal(failed.fact('12:00', 'ticket.plan-sent').says('service-plan', UNTIL_EVENING), 'kept at 12:00')
  assert.equal(failed.fact('12:00:01', 'ticket.plan-sent').says('service-plan', UNTIL_EVENING), 'broken at 12:00 done 12:00:01')
})

test('a plan that was sent before the attempt failed has been sent; an attempt that fails later than two hours leaves no time (S002-17)', () => {
  const early = story(shebei).fact('10:00', 'ticket.reported', FAULT).fact('10:30', 'ticket.plan-sent').fact('10:50', 'remote.failed')
  assert.equal(early.says('service-plan', '11:00'), 'kept at 10:30')
  const late = story(shebei).fact('10:00', 'ticket.reported', FAULT).fact('13:00', 'remote.failed')
  assert.equal(late.says('service-plan', '13:00:01'), 'broken at 13:00')
})

test('a customer who puts the visit off stops the clock once evidence and notice are there, for five days at most (S002-08, S002-19)', () => {
  const pause = { reason: 'customer-deferred', evidence: 'e1', noticeAt: '2026-09-30T12:00:00+08:00' }
  const put = story(shebei).fact('10:00', 'ticket.reported', FAULT).fact('12:00', 'ticket.paused', pause)
  assert.equal(put.obligation('arrive', '10-02 10:00').state, 'paused')
  assert.equal(put.fact('15:00', 'ticket.resumed', { reason: 'customer-deferred' }).says('arrive', '16:00'), 'open due 10-01 13:00')
  assert.equal(put.says('arrive', '10-06 00:00'), 'open due 10-06 22:00')
  const unproved = story(shebei).fact('10:00', 'ticket.reported', FAULT).fact('12:00', 'ticket.paused', { reason: 'customer-deferred' })
  assert.equal(unproved.says('arrive', '13:00'), 'open due 10-01 10:00')
})

test('of one fault two clocks run at once and two wait for what comes; the arrival alone breaks, and is told once (S002-07, S002-08)', () => {
  const told = story(shebei).fact('10:00', 'ticket.reported', FAULT).fact('10:29', 'ticket.replied', { channel: 'phone' })
  assert.deepEqual(
    told.seen('10:30').obligations.map((one) => `${one.promise} ${one.state}`),
    ['reply kept', 'arrive open'],
  )
  assert.deepEqual(
    told.seen('10-01 10:00').effects.map((one) => one.key),
    ['ticket/T1|arrive|1|escalate:service-manager'],
  )
})

// the alarm-system plan

test('every reported fault is answered within an hour in every zone (S002-268, S002-269)', () => {
  const due = dueAfter(baojing, 'reply')
  assert.equal(due('18:00', { ...FAULT, zone: 'city' }), '19:00')
  assert.equal(due('18:00', { ...FAULT, zone: 'county' }), '19:00')
})

test('somebody is on site in the city within two hours, in the county within twelve (S002-270, S002-271)', () => {
  const due = dueAfter(baojing, 'arrive')
  assert.equal(due('18:00', { ...FAULT, zone: 'city' }), '20:00')
  assert.equal(due('18:00', { ...FAULT, zone: 'county' }), '10-01 06:00')
  assert.equal(due('18:00', FAULT), '20:00 provisional')
})

test('remote diagnosis without a number is measured and never late (S002-291)', () => {
  assert.equal(dueAfter(baojing, 'remote-diagnosis')('10:00', { ...FAULT, zone: 'city' }), 'no number')
  const started = story(baojing)
    .fact('10:00', 'ticket.reported', { ...FAULT, zone: 'city' })
    .fact('22:00', 'remote.started')
  assert.equal(started.says('remote-diagnosis', UNTIL_EVENING), 'kept at 22:00')
})

// the building-systems plan

test('the customer grades and is answered in five, five or ten minutes (S000-62, S000-64, S000-66)', () => {
  const due = dueAfter(zhineng, 'reply')
  assert.equal(due('18:00', { ...FAULT, customerGrade: 'emergency' }), '18:05')
  assert.equal(due('18:00', { ...FAULT, customerGrade: 'severe' }), '18:05')
  assert.equal(due('18:00', { ...FAULT, customerGrade: 'general' }), '18:10')
  assert.equal(due('18:00', { ...FAULT, customerGrade: 'routine' }), '18:20')
  assert.equal(due('18:00', FAULT), '18:05 provisional')
})

test('the grade that staff give stands beside the customer’s and moves no clock (S000-56, S000-57)', () => {
  const graded = story(zhineng)
    .fact('10:00', 'ticket.reported', { ...FAULT, customerGrade: 'general' })
    .fact('10:03', 'ticket.graded', { grade: 'emergency', by: 'staff' })
  assert.equal(graded.says('reply', '10:04'), 'open due 10:10')
  assert.equal(graded.says('arrive', '10:04'), 'open due 12:00')
})

test('on site within an hour for emergency and severe, within two for general (S000-63, S000-65, S000-67)', () => {
  const due = dueAfter(zhineng, 'arrive')
  assert.equal(due('18:00', { ...FAULT, customerGrade: 'emergency' }), '19:00')
  assert.equal(due('18:00', { ...FAULT, customerGrade: 'severe' }), '19:00')
  assert.equal(due('18:00', { ...FAULT, customerGrade: 'general' }), '20:00')
  assert.equal(due('18:00', { ...FAULT, customerGrade: 'routine' }), '20:00')
})

test('a change of settings is answered in twenty minutes and, where somebody must come, seen to within two hours (S000-68, S000-69, S000-70)', () => {
  const asked = story(zhineng).fact('10:00', 'ticket.reported', { type: 'parameter-change' })
  assert.deepEqual(
    asked.seen('10:01').obligations.map((one) => one.promise),
    ['routine-reply', 'routine-arrive'],
  )
  assert.equal(asked.says('routine-reply', '10:01'), 'open due 10:20')
  assert.equal(asked.says('routine-arrive', '10:01'), 'open due 12:00')
  assert.equal(asked.fact('10:30', 'ticket.restored').says('routine-arrive', '13:00'), 'cancelled')
})

test('a hardware fault runs its own two hours from the diagnosis beside the clock of its grade (S000-54, S000-63)', () => {
  const diagnosed = story(zhineng)
    .fact('10:00', 'ticket.reported', { ...FAULT, customerGrade: 'emergency' })
    .fact('10:20', 'ticket.judged', { cause: 'hardware' })
  assert.equal(diagnosed.says('hardware-arrive', '10:30'), 'open due 12:20')
  const both = diagnosed.fact('11:30', 'visit.arrived')
  assert.equal(both.says('arrive', UNTIL_EVENING), 'broken at 11:00 done 11:30')
  assert.equal(both.says('hardware-arrive', UNTIL_EVENING), 'kept at 11:30')
})

test('about an hour to come with the part is a target and no limit (S000-121)', () => {
  const diagnosed = story(zhineng).fact('10:00', 'ticket.reported', FAULT).fact('10:20', 'ticket.judged', { cause: 'hardware' })
  const { targetAt, dueAt } = diagnosed.obligation('hardware-arrive', '10:30')
  assert.equal(dueAt! - targetAt!, 60 * 60_000)
  assert.equal(diagnosed.says('hardware-arrive', '11:30'), 'open due 12:20')
})

test('a software fault is cleared at once, repairs go on and questions are answered: measured, never late (S000-103, S000-112, S000-45)', () => {
  for (const promise of ['software-repair', 'repair', 'answer']) assert.equal(dueAfter(zhineng, promise)('10:00'), 'no number')
  const judged = story(zhineng).fact('10:00', 'ticket.reported', FAULT).fact('10:20', 'ticket.judged', { cause: 'software' })
  assert.equal(judged.find('hardware-arrive', '10:30'), undefined)
  assert.equal(judged.says('software-repair', '10-03 10:00'), 'open due open-ended')
})

// the security-device plan

test('severe and general faults alike are answered within half an hour (S004-68, S004-71)', () => {
  const due = dueAfter(keyou, 'reply')
  assert.equal(due('18:00', { ...FAULT, grade: 'severe' }), '18:30')
  assert.equal(due('18:00', { ...FAULT, grade: 'general' }), '18:30')
})

test('on site is counted from the need: four hours for a severe fault in Chongqing, a day for a general one anywhere (S004-69, S004-72)', () => {
  const due = dueAfter(keyou, 'arrive')
  assert.equal(due('18:00', { grade: 'severe', zone: 'chongqing' }), '22:00')
  assert.equal(due('18:00', { grade: 'general', zone: 'chongqing' }), '10-01 18:00')
  assert.equal(due('18:00', { grade: 'general', zone: 'elsewhere' }), '10-01 18:00')
  const needed = story(keyou)
    .fact('10:00', 'ticket.reported', { ...FAULT, grade: 'severe', zone: 'chongqing' })
    .fact('13:00', 'visit.needed')
  assert.equal(needed.says('arrive', '13:00'), 'open due 17:00')
})

test('a severe fault elsewhere has no number and borrows none; a contract may give it one (S004-69)', () => {
  const severe = { grade: 'severe', zone: 'elsewhere' }
  assert.equal(dueAfter(keyou, 'arrive')('18:00', severe), 'no number')
  const filled = agreed('keyou', { 'promises.arrive.within.severe.elsewhere': '36h' })
  assert.equal(dueAfter(filled, 'arrive')('18:00', severe), '10-02 06:00')
})

test('the shortest time is measured and never late (S004-08)', () => {
  assert.equal(dueAfter(keyou, 'repair')('18:00', FAULT), 'no number')
})

// the heating plan

test('a repair takes twelve days at most: the day of the report is not counted, the twelfth is whole (S002-197)', () => {
  const due = dueAfter(biguolu, 'repair')
  assert.equal(due('18:00', FAULT), '10-13 00:00')
  assert.equal(due('00:00', FAULT), '10-13 00:00')
})

test('the same response after the warranty has no number in either place (S002-209)', () => {
  assert.equal(dueAfter(biguolu, 'reply')('18:00', FAULT), 'no number')
})

// the information-systems plan

test('a contract chooses its hours before anything is counted (S003-241)', () => {
  assert.throws(() => agreed('ruiyan'), /dimension-unset/)
  assert.throws(() => agreed('ruiyan', { 'dimensions.hours': '6x10' }), /bad-choice/)
})

test('half an hour is promised and ten minutes are aimed at, in the hours of the contract (S003-244, S003-208, S003-225)', () => {
  assert.equal(dueAfter(ruiyanAlways, 'reply')('19:20', FAULT), '19:50')
  const evening = story(ruiyanOffice).fact('19:10', 'ticket.reported', FAULT)
  const { targetAt } = evening.obligation('reply', '19:11')
  assert.equal(new Date(targetAt!).toISOString(), '2026-09-30T11:20:00.000Z')
})

test('office hours are half past nine to half past seven: what is left waits for the first workday after the holidays (S003-242, S003-243)', () => {
  assert.equal(dueAfter(ruiyanOffice, 'reply')('19:20', FAULT), '10-08 09:50')
  assert.equal(dueAfter(ruiyanOffice, 'reply')('19:00', FAULT), '19:30')
  assert.equal(dueAfter(ruiyanAlways, 'reply')('10-01 03:00', FAULT), '10-01 03:30')
})

test('an engineer is on site an hour after the fault was accepted, not after it was reported (S003-246)', () => {
  const accepted = story(ruiyanAlways).fact('10:00', 'ticket.reported', FAULT).fact('10:20', 'ticket.accepted')
  assert.equal(accepted.find('arrive', '10:19'), undefined)
  assert.equal(accepted.says('arrive', '10:20'), 'open due 11:20')
  const asked = story(ruiyanAlways).fact('10:00', 'ticket.reported', { type: 'consultation' }).fact('10:20', 'ticket.accepted')
  assert.equal(asked.says('arrive', '10:30'), 'none')
})

test('a special case recorded in time has two hours from the acceptance; recorded too late it saves nothing (S003-247)', () => {
  const accepted = story(ruiyanAlways).fact('10:00', 'ticket.reported', FAULT).fact('10:20', 'ticket.accepted')
  const special = accepted.fact('10:50', 'visit.needed', { special: true })
  assert.equal(special.says('arrive', '11:00'), 'cancelled')
  assert.equal(special.says('special-arrive', '11:00'), 'open due 12:20')
  const plain = accepted.fact('10:50', 'visit.needed', { special: false })
  assert.equal(plain.says('arrive', '11:00'), 'open due 11:20')
  assert.equal(plain.find('special-arrive', '11:00'), undefined)
  const late = accepted.fact('11:30', 'visit.needed', { special: true })
  assert.equal(late.says('arrive', '11:30'), 'broken at 11:20')
})

test('a verification terminal is reached within the fastest journey and two hours (S003-248, S003-249)', () => {
  const needed = story(ruiyanOffice)
    .fact('10:00', 'ticket.reported', FAULT)
    .fact('10:20', 'ticket.accepted')
    .fact('10:40', 'visit.needed', { travelMs: 6 * 3_600_000 })
  assert.equal(needed.says('arrive', '11:00'), 'cancelled')
  assert.equal(needed.says('terminal-arrive', '11:00'), 'open due 18:40')
})

test('a general fault is over in an hour, a major one by the end of the next workday whatever the hours (S003-210, S003-211)', () => {
  for (const bound of [ruiyanOffice, ruiyanAlways]) {
    assert.equal(dueAfter(bound, 'repair')('18:00', { ...FAULT, grade: 'general' }), '19:00')
    assert.equal(dueAfter(bound, 'repair')('18:00', { ...FAULT, grade: 'major' }), '10-08 19:30')
  }
})

test('waiting for a spare is no part of the repair, once there is evidence of it (S003-212)', () => {
  const reported = story(ruiyanAlways).fact('10:00', 'ticket.reported', { ...FAULT, grade: 'general' })
  const waited = reported
    .fact('10:30', 'ticket.paused', { reason: 'spare-wait', evidence: 'e1' })
    .fact('15:30', 'ticket.resumed', { reason: 'spare-wait' })
  assert.equal(waited.says('repair', '15:40'), 'open due 16:00')
  const claimed = reported.fact('10:30', 'ticket.paused', { reason: 'spare-wait' })
  assert.equal(claimed.says('repair', '11:00'), 'broken at 11:00')
})

test('a transferred question and a mail have no number: measured, never late (S003-224, S003-236, S003-253)', () => {
  assert.equal(dueAfter(ruiyanAlways, 'answer')('10:00'), 'no number')
  const mail = story(ruiyanAlways).fact('10:00', 'ticket.reported', { type: 'fault', channel: 'mail' })
  assert.equal(mail.says('mail-reply', '10-02 10:00'), 'open due open-ended')
  assert.equal(mail.says('reply', '10-02 10:00'), 'broken at 10:30')
  assert.equal(story(ruiyanAlways).fact('10:00', 'ticket.reported', FAULT).find('mail-reply', '11:00'), undefined)
})
