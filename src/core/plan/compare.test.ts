import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { RUNS } from '../promise/random.testing.ts'
import { COMPARED, comparePlans, formatEvent } from './compare.ts'
import type { Difference } from './compare.ts'
import { parseEventText } from './event.ts'
import { SOUND, change, planOf } from './given.testing.ts'
import { PLAN_FILES, bundled } from './plans.testing.ts'
import type { EventExpr } from './types.ts'

const PLAN = planOf(SOUND)

type Change = readonly [from: string, to: string]

/** `reply within: 30min | 45min` */
function tell(one: Difference): string {
  switch (one.kind) {
    case 'differs':
      return `${one.promise} ${one.field}: ${one.a} | ${one.b}`
    case 'only':
      return `${one.promise} only in ${one.in}: ${one.text}`
    case 'contradicts':
      return `${one.promise} against ${one.other} ${one.field}: ${one.a} | ${one.b}`
    case 'reads':
      return `${one.promise} reads otherwise than ${one.other}`
    case 'price':
      return `${one.of.when?.cel ?? 'all'} ${one.column}: ${one.a?.kind ?? '—'} | ${one.b?.kind ?? '—'}`
    case 'line':
      return `${one.by}: ${one.a.join(' ') || '—'} | ${one.b.join(' ') || '—'}`
    case 'charge-text':
      return `${one.of.when?.cel ?? 'all'}: ${one.a ?? '—'} | ${one.b ?? '—'}`
    case 'order':
      return `${one.column}: ${[one.a, one.b].map((lines) => lines.map(({ when }) => when?.cel ?? 'all').join(', ')).join(' | ')}`
    case 'section':
      return `${one.section} ${one.id}: ${one.a ?? '—'} | ${one.b ?? '—'}`
    case 'whole':
      return `${one.field}: ${one.a} | ${one.b}`
    default:
      return one satisfies never
  }
}

function differences(...changes: readonly Change[]): string[] {
  return comparePlans(PLAN, planOf(changes.reduce((text, [from, to]) => change(from, to, text), SOUND))).map(tell)
}

const SECOND: Change = [
  '\nlater:',
  '\n  hotline:\n    text: 热线一小时内回复。\n    source: [L-9]\n    deadline: {starts: ticket.reported, kept-by: ticket.replied, within: 1h}\nlater:',
]

test('a plan does not differ from itself, however its file is laid out', () => {
  assert.deepEqual(comparePlans(PLAN, PLAN), [])
  assert.deepEqual(differences(['within: 30min', 'within: 30 min']), [])
  assert.deepEqual(differences(['{by: zone, city: 8h', '{by: zone,   city: 8h']), [])
  for (const file of PLAN_FILES) assert.deepEqual(comparePlans(bundled(file.replace('.yaml', '')), bundled(file.replace('.yaml', ''))), [])
})

test('every field of a clause that differs is told in the spelling of the language, both sides of it', () => {
  const cases: readonly (readonly [...Change, told: string])[] = [
    ['text: 接报后半小时之内回电。', 'text: 接报后尽快回电。', 'reply text: 接报后半小时之内回电。 | 接报后尽快回电。'],
    ['within: 30min', 'within: unstated', 'reply within: 30min | unstated'],
    ['city: 8h, county: travel + 2h', 'city: 8h, county: none', 'onsite within: city 8h, county travel + 2h | city 8h, county none'],
    ['target: 10min', 'target: 0.5h', 'reply target: 10min | 0.5h'],
    ['5x8: desk', '5x8: always', 'reply calendar: 5x8 desk, 7x24 always | 5x8 always, 7x24 always'],
    [
      'starts: onsite.done',
      'starts: [onsite.done + 8h, remote.failed]',
      'pump-repair starts: onsite.done | [onsite.done + 8h, remote.failed]',
    ],
    [
      'kept-by: ticket.restored',
      'kept-by: {all: [ticket.restored, ticket.confirmed]}',
      'pump-repair kept-by: ticket.restored | {all: [ticket.restored, ticket.confirmed]}',
    ],
    ['      unless: remote.solved\n', '', 'onsite unless: remote.solved | —'],
    ['      unless: remote.solved\n', '      unless: remote.solved\n      when: hours == "7x24"\n', 'onsite when: — | hours == "7x24"'],
    ['pauses: [customer-deferred]', 'pauses: [customer-deferred, flood]', 'onsite pauses: customer-deferred | customer-deferred flood'],
    ['      excuses: [flood]\n', '', 'pump-repair excuses: flood | —'],
    ['      excuses: [flood]\n', '      excuses: [flood]\n      per: asset\n', 'pump-repair per: ticket | asset'],
    ['      excuses: [flood]\n', '      excuses: [flood]\n      regrade: keep\n', 'pump-repair regrade: retroactive | keep'],
    ['      excuses: [flood]\n', '      excuses: [flood]\n      reopen: resume\n', 'pump-repair reopen: new | resume'],
    ['    source: [L-1]\n', '    source: [L-1]\n    owner: hotline-agent\n', 'reply owner: — | hotline-agent'],
    ['    source: [L-1]\n', '    source: [L-1]\n    owed-by: customer\n', 'reply owed-by: vendor | customer'],
    ['escalate: service-manager', 'escalate: lead', 'pump-repair on-broken: service-manager | lead'],
  ]
  const compared = new Set(cases.map(([from, to, told]) => (assert.deepEqual(differences([from, to]), [told]), told.split(' ')[1])))
  assert.deepEqual([...compared].map((field) => field?.replace(':', '')).sort(), [...COMPARED].sort())
})

test('a due instant is compared where the other plan has a start', () => {
  const due = differences(['starts: onsite.done\n', 'due: onsite.done + 2d\n'], ['      within: {by: grade, major: 4h, general: 2d}\n', ''])
  assert.deepEqual(due, ['pump-repair within: major 4h, general 2d | —', 'pump-repair starts: onsite.done | onsite.done + 2d'])
})

test('a title or another place in the file makes no other promise', () => {
  assert.deepEqual(differences(['title: 回电', 'title: 答复'], ['source: [L-1]', 'source: [L-1, L-2]']), [])
})

test('hours, a reason or a day that only has another name is the same promise', () => {
  const renamed = SOUND.replaceAll('desk', 'office').replaceAll('customer-deferred', 'put-off')
  assert.deepEqual(comparePlans(PLAN, planOf(renamed)).map(tell), [])
  const day = (name: string) => change('holidays: CN}', `holidays: CN, overrides: [{date: 2026-05-20, hours: [], name: ${name}}]}`)
  assert.deepEqual(comparePlans(planOf(day('厂庆')), planOf(day('盘点'))).map(tell), [])
})

test('where a clause names other hours or another reason, the clause is told; where they changed under their name, they are', () => {
  const wide: Change = ['  always: {hours: 24x7}\n', '  always: {hours: 24x7}\n  wide: {weekly: {mon-sun: ["08:00-20:00"]}}\n']
  assert.deepEqual(between([wide], [wide, ['5x8: desk', '5x8: wide']]), ['reply calendar: 5x8 desk, 7x24 always | 5x8 wide, 7x24 always'])
  assert.deepEqual(
    differences(['09:00-17:30', '10:00-12:00']).map((one) => one.split(':')[0]),
    ['calendar desk'],
  )
  assert.deepEqual(
    differences(['notice: customer, limit: 5d', 'limit: 30d']).map((one) => one.split(':')[0]),
    ['reason customer-deferred'],
  )
})

test('a clause that only one plan has is told with its text; renamed it is gone from one and new in the other', () => {
  assert.deepEqual(differences(['  pump-repair:', '  restore:']), [
    'pump-repair only in a: 到站之后按故障轻重限时修复。',
    'restore only in b: 到站之后按故障轻重限时修复。',
  ])
  const untold = planOf(change('    text: 到站之后按故障轻重限时修复。\n', ''))
  assert.deepEqual(
    comparePlans(untold, { ...PLAN, promises: {} })
      .map(tell)
      .at(-1),
    'pump-repair only in a: 修复',
  )
})

test('two plans that promise one thing by two numbers under two names contradict each other', () => {
  assert.deepEqual(differences(SECOND), [
    'hotline only in b: 热线一小时内回复。',
    'reply against hotline within: 30min | 1h',
    'reply against hotline calendar: 5x8 desk, 7x24 always | always',
  ])
  const other = planOf(change(...SECOND))
  assert.deepEqual(comparePlans(other, PLAN).map(tell), [
    'hotline only in a: 热线一小时内回复。',
    'hotline against reply within: 1h | 30min',
    'hotline against reply calendar: always | 5x8 desk, 7x24 always',
  ])
})

const DESKS = 'calendar: {by: hours, 5x8: desk, 7x24: always}'

test('no contradiction lies in the same number in the same hours, in other events, for another owner or in another case', () => {
  const second = (from: string, to: string): Change => [SECOND[0], SECOND[1].replace(from, to)]
  for (const [from, to] of [
    ['within: 1h', `within: 30min, ${DESKS}`],
    ['within: 1h', `within: 0.5h, ${DESKS}`],
    ['ticket.replied', 'ticket.answered'],
    ['starts: ticket.reported', 'starts: ticket.accepted'],
    ['within: 1h', 'within: 1h, per: asset'],
    ['within: 1h', 'within: {by: grade, major: 30min, general: none}, calendar: {by: hours, 5x8: desk, 7x24: always}'],
  ] as const)
    assert.deepEqual(differences(second(from, to)), ['hotline only in b: 热线一小时内回复。'], to)
})

test('a contradiction is found whatever order, condition or chain it is written in, where one and the same report can meet both clauses', () => {
  const found = (starts: string, more = '') =>
    differences([
      SECOND[0],
      SECOND[1].replace('starts: ticket.reported', `starts: ${starts}`).replace('within: 1h', `within: 1h, ${DESKS}${more}`),
    ]).slice(1)
  const told = ['reply against hotline within: 30min | 1h']
  assert.deepEqual(found('[callback.made, ticket.reported]'), told)
  assert.deepEqual(found(`'ticket.reported where type == "fault"'`), told)
  assert.deepEqual(found('ticket.reported', `, when: 'channel == "mail"'`), told)
  assert.deepEqual(found('ticket.reported + 1h'), [])
  const asked = (when: string): Change => ['      target: 10min\n', `      target: 10min\n      when: '${when}'\n`]
  const against = (mine: string, theirs: string) =>
    between([asked(mine)], [[SECOND[0], SECOND[1].replace('within: 1h', `within: 1h, ${DESKS}, when: '${theirs}'`)]]).filter((one) =>
      one.includes('against'),
    )
  assert.deepEqual(against('channel == "phone"', 'channel == "mail"'), [])
  assert.deepEqual(against('channel == "phone"', 'channel in ["mail", "phone"]'), told)
  assert.deepEqual(against('type != "fault"', 'type == "fault" && channel == "mail"'), [])
  assert.deepEqual(against('type == "fault" || channel == "mail"', 'type == "request"'), told)
})

test('a clock from an arrival and a chain that hangs on an arrival start by the same deed', () => {
  const from = (starts: string): Change =>
    clause('cure', `deadline: {starts: ${starts}, kept-by: ticket.restored, within: {by: grade, major: 4h, general: 3d}, per: ticket}`)
  const repairs = (starts: string) => differences(from(starts)).filter((one) => one.startsWith('pump-repair against'))
  const told = ['pump-repair against cure within: major 4h, general 2d | major 4h, general 3d']
  assert.deepEqual(repairs('onsite.done'), told)
  assert.deepEqual(repairs('visit.arrived'), told)
  assert.deepEqual(repairs('remote.failed'), [])
})

test('clocks that end by one deed from other starts are told beside each other where neither has its like in the other plan', () => {
  const reply = (id: string, starts: string, keptBy = 'ticket.answered') =>
    clause(id, `deadline: {starts: ${starts}, kept-by: ${keptBy}, within: 4h}`)
  assert.deepEqual(between([reply('answer', 'ticket.reported')], [reply('solution', 'ticket.accepted')]).slice(2), [
    'answer against solution starts: ticket.reported | ticket.accepted',
  ])
  assert.deepEqual(
    between([reply('answer', 'ticket.reported')], [reply('plan', 'ticket.reported', '[ticket.plan-sent, ticket.restored]')]).slice(2),
    ['answer against plan kept-by: ticket.answered | [ticket.plan-sent, ticket.restored]'],
  )
  const [own, theirs] = [reply('answer', 'ticket.reported'), reply('solution', 'ticket.accepted')]
  assert.deepEqual(between([own], [own, theirs]), ['solution only in b: 说定的事。'])
})

test('what contradicts itself in both plans alike is no difference between them', () => {
  assert.deepEqual(between([SECOND], [SECOND]), [])
})

const clause = (id: string, form: string): Change => [
  '\nlater:',
  `\n  ${id}:\n    text: 说定的事。\n    source: [L-9]\n    ${form}\nlater:`,
]
function WARRANTY(id: string, term: string, more = ''): Change {
  return clause(id, `cover: {per: asset, starts: contract.accepted, term: ${term}${more}}`)
}
function CHARGES(labour: string): Change {
  return ['promises:\n', `charges:\n  - {when: 'cover == "none"', parts: list, labour: ${labour}}\npromises:\n`]
}
const between = (a: readonly Change[], b: readonly Change[]) => {
  const made = (changes: readonly Change[]) => planOf(changes.reduce((text, [from, to]) => change(from, to, text), SOUND))
  return comparePlans(made(a), made(b)).map(tell)
}

test('a cover, a round, a gate, a rule and a level are compared too: by name, and by what they are about', () => {
  assert.deepEqual(between([WARRANTY('warranty', '12mo')], [WARRANTY('warranty', '24mo')]), ['warranty reads otherwise than warranty'])
  assert.deepEqual(between([WARRANTY('warranty', '12mo')], [WARRANTY('warranty', '12mo')]), [])
  assert.deepEqual(between([WARRANTY('warranty', '12mo')], [WARRANTY('care', '12mo', ', replaced-part: restart')]), [
    'warranty only in a: 说定的事。',
    'care only in b: 说定的事。',
    'warranty reads otherwise than care',
  ])
  const pairs: readonly (readonly [string, string])[] = [
    ['recurring: {starts: contract.accepted, every: 1mo, task: visit}', 'recurring: {starts: contract.accepted, every: 3mo, task: visit}'],
    ['gate: {before: ticket.closed, needs: ticket.confirmed}', 'gate: {before: ticket.closed, needs: report.delivered}'],
    ['rule: {on: ticket.reopened, then: [{escalate: lead}]}', 'rule: {on: ticket.reopened, then: [{escalate: service-manager}]}'],
    [
      'level: {measure: count ticket.reported, over: month, at-most: 3}',
      'level: {measure: count ticket.reported, over: month, at-most: 2}',
    ],
  ]
  for (const [one, other] of pairs)
    assert.deepEqual(between([clause('x', one)], [clause('y', other)]).slice(2), ['x reads otherwise than y'], one)
})

test('a clause that has become another form reads otherwise; one that only says it in other words differs in its text', () => {
  const reply = SOUND.slice(SOUND.indexOf('  reply:'), SOUND.indexOf('  onsite:'))
  assert.deepEqual(
    differences([
      reply,
      '  reply:\n    title: 回电\n    text: 接报后半小时之内回电。\n    source: [L-1]\n    gate: {before: ticket.closed, needs: ticket.replied}\n',
    ]),
    ['reply reads otherwise than reply'],
  )
  const [from, to] = WARRANTY('warranty', '12mo')
  assert.deepEqual(between([[from, to]], [[from, to.replace('说定的事', '另一种说法')]]), ['warranty text: 说定的事。 | 另一种说法。'])
})

test('what the same bills cost is compared column by column; the first line that speaks of them decides', () => {
  assert.deepEqual(between([CHARGES('free')], [CHARGES('list')]), ['cover == "none" labour: free | list'])
  assert.deepEqual(between([CHARGES('free')], []), ['cover == "none" parts: list | —', 'cover == "none" labour: free | —'])
  const twice: Change = ['labour: free}\n', `labour: free}\n  - {when: 'cover == "none"', labour: list}\n`]
  assert.deepEqual(between([CHARGES('free')], [CHARGES('free'), twice]), [])
})

test('lines of the charges in another order may cost something else, and so may their words', () => {
  const lines = (...all: readonly string[]): Change => ['promises:\n', `charges:\n${all.map((one) => `  - ${one}\n`).join('')}promises:\n`]
  const [one, other] = [`{when: 'cover == "none"', parts: list}`, '{parts: free, text: 其余免费。}']
  assert.deepEqual(between([lines(one, other)], [lines(other, one)]), ['parts: cover == "none", all | all, cover == "none"'])
  assert.deepEqual(between([lines(one, other)], [lines(one, other.replace('免费。', '不收。'))]), ['all: 其余免费。 | 其余不收。'])
  const onTop = [`{when: 'cover == "none"', surcharge: 10%}`, '{surcharge: 5%}'] as const
  assert.deepEqual(between([lines(...onTop)], [lines(onTop[1], onTop[0])]), [])
})

test('lines are compared by their hours, kind by kind, whatever they are called', () => {
  const line = (id: string, calendar: string): Change => [
    'reasons:\n',
    `channels:\n  ${id}: {name: 热线, kind: phone, calendar: ${calendar}}\nreasons:\n`,
  ]
  assert.deepEqual(between([line('desk', 'always')], [line('line', 'always')]), [])
  assert.deepEqual(between([line('desk', 'always')], [line('line', 'desk')]), ['phone: desk | line'])
  assert.deepEqual(between([], [line('line', 'desk')]), ['phone: — | line'])
  const said = (name: string): Change => ['reasons:\n', `channels:\n  line: {name: ${name}, kind: phone, calendar: desk}\nreasons:\n`]
  assert.deepEqual(between([said('热线')], [said('总机')]), ['phone: line | line'])
})

test('a promise named like something that every object inherits is compared like any other', () => {
  const odd = planOf(change('  pump-repair:', '  constructor:'))
  assert.deepEqual(
    comparePlans(odd, PLAN).map((one) => `${one.kind} ${'promise' in one ? one.promise : ''}`),
    ['only constructor', 'only pump-repair'],
  )
})

test('an event is printed as the language spells it', () => {
  for (const text of [
    'ticket.reported',
    'visit.agreed where by == "customer"',
    'onsite.done + 8h',
    'contract.accepted - 1mo',
    'onsite at 80% + 0.5wd',
    'event.end - 10d',
  ]) {
    const read = parseEventText(text)
    assert.ok(!('problem' in read), text)
    assert.equal(formatEvent(read), text)
  }
  assert.equal(formatEvent(undefined), '—')
})

test('a whole list that is moved shows by how much', () => {
  const of: readonly EventExpr[] = [
    { kind: 'fact', type: 'ticket.reported' },
    { kind: 'promise', promise: 'onsite', state: 'done' },
  ]
  assert.equal(formatEvent({ kind: 'any', of, offset: { value: -2, unit: 'h' } }), '[ticket.reported, onsite.done] - 2h')
  assert.equal(formatEvent({ kind: 'all', of, offset: { value: 3, unit: 'wd' } }), '{all: [ticket.reported, onsite.done]} + 3wd')
})

const CHANGES: readonly Change[] = [
  ['within: 30min', 'within: 45min'],
  ['5x8: desk', '5x8: always'],
  ['pauses: [customer-deferred]', 'pauses: [flood]'],
  ['general: 2d', 'general: 3d'],
  ['  pump-repair:', '  restore:'],
  SECOND,
  WARRANTY('warranty', '24mo'),
  CHARGES('free'),
  ['09:00-17:30', '10:00-12:00'],
  ['name: 异响', 'name: 异响异味'],
]

test('seen from the other side, every difference is the same with its sides exchanged', () => {
  const turned = (one: Difference): Difference => {
    if (one.kind === 'only') return { ...one, in: one.in === 'a' ? 'b' : 'a' }
    if (one.kind === 'contradicts') return { ...one, promise: one.other, other: one.promise, a: one.b, b: one.a }
    if (one.kind === 'reads') return { ...one, promise: one.other, other: one.promise, a: one.b, b: one.a }
    return { ...one, a: one.b, b: one.a } as Difference
  }
  const sides = fc.subarray([...CHANGES]).map((list) => planOf(list.reduce((text, [from, to]) => change(from, to, text), SOUND)))
  fc.assert(
    fc.property(sides, sides, (a, b) => {
      const there = comparePlans(a, b).map(turned).map(tell).sort()
      assert.deepEqual(comparePlans(b, a).map(tell).sort(), there)
    }),
    { numRuns: RUNS.numRuns / 3 },
  )
})
