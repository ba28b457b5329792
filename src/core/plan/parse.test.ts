import { deadlinesOf } from './types.ts'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { RUNS } from '../promise/random.testing.ts'
import { SOUND, change, findingsOf, nodeOf, planOf, sentencesOf, tell } from './given.testing.ts'
import { parsePlan } from './parse.ts'

test('all mistakes come at once, in the order of the file, each with the clause that it is about', () => {
  const changes = [
    ['version: 3', 'version: zero'],
    ['limit: 5d}', 'limit: soon}'],
    ['kept-by: ticket.replied', 'kept-by: ticket.repleid'],
    ['city: 8h, county', 'city: ~, county'],
    ['pauses: [customer-deferred]', 'pauses: [customer-defered]'],
    ['starts: onsite.done', 'starts: onsit.done'],
    ['source: [L-5]', 'sources: [L-5]'],
  ] as const
  const findings = findingsOf(changes.reduce((text, [from, to]) => change(from, to, text), SOUND))
  assert.deepEqual(tell(findings), [
    '3:10 version bad-value',
    '17:80 reasons.customer-deferred.limit bad-value',
    '26:16 promises.reply.deadline.kept-by unknown-fact-near',
    '37:32 promises.onsite.deadline.within.city null-value',
    '39:16 promises.onsite.deadline.pauses[0] unknown-reason',
    '45:15 promises.pump-repair.deadline.starts unknown-promise-near',
    '51:5 later[0] missing-key',
    '51:48 later[0].sources unknown-key-near',
  ])
  assert.deepEqual(
    findings.map((one) => one.clauses.join()),
    ['', '', 'reply', 'onsite', 'onsite', 'pump-repair', '', ''],
  )
})

test('a broken declaration is told where it is broken and not again wherever its name is used', () => {
  assert.deepEqual(tell(findingsOf(change('name: 客户改期, evidence', 'evidence'))), ['17:22 reasons.customer-deferred missing-key'])
  assert.deepEqual(tell(findingsOf(change('weekly: {mon-fri', 'weekdays: {mon-fri'))), [
    '7:9 calendars.desk calendar.hours-or-weekly',
    '7:10 calendars.desk.weekdays calendar.unknown-key',
  ])
  assert.deepEqual(tell(findingsOf(change('set-by: contract', 'set-by: vendor'))), ['15:40 dimensions.hours.set-by bad-choice'])
  assert.deepEqual(tell(findingsOf(change('{id: county, name: 郊县}', '{id: county}'))), ['13:5 zones[1] missing-key'])
})

test('a promise that cannot be read is still there for those that hang on it', () => {
  assert.deepEqual(tell(findingsOf(change('kept-by: visit.arrived', 'kept-by: visit.arive'))), [
    '36:16 promises.onsite.deadline.kept-by unknown-fact-near',
  ])
  assert.deepEqual(tell(findingsOf(change("starts: 'ticket.reported where", "starts: 'ticket.reportde where"))), [
    '35:15 promises.onsite.deadline.starts unknown-fact-near',
  ])
})

test('a file that is no plan at all says what it lacks', () => {
  assert.deepEqual(
    findingsOf('').map((one) => sentencesOf(one)['zh-CN']),
    ['plan 应当是“名称: 值”的形式。'],
  )
  assert.deepEqual(
    findingsOf('- 到站\n- 修复\n').map((one) => `${tell([one])[0]} ${sentencesOf(one).en}`),
    ['1:1 not-a-map plan must be a map of names and values.'],
  )
  assert.deepEqual(
    findingsOf('{}').map((one) => one.params.key),
    ['plan', 'title', 'version', 'timezone', 'calendars', 'promises'],
  )
})

test('what a clause does not say takes the reading of the language', () => {
  const { onsite, reply, 'pump-repair': repair } = deadlinesOf(planOf(SOUND))
  assert.ok(onsite && reply && repair)
  assert.deepEqual(onsite.calendar, { kind: 'scalar', value: 'always' })
  assert.deepEqual([onsite.per, onsite.regrade, onsite.reopen, onsite.owedBy], ['ticket', 'retroactive', 'new', 'vendor'])
  assert.deepEqual([reply.pauses, reply.excuses, reply.onBroken], [[], [], []])
  assert.deepEqual(
    [reply.owner, reply.reading, reply.unless, reply.when, reply.due],
    [undefined, undefined, undefined, undefined, undefined],
  )
  assert.deepEqual(repair.onBroken, [{ escalate: 'service-manager' }])
  assert.deepEqual(repair.source, ['L-3', 'L-4'])
  assert.deepEqual(repair.at, { line: 40, column: 3, path: 'promises.pump-repair' })
})

test('what a clause says is taken as it says it', () => {
  const text = change(
    '      excuses: [flood]\n',
    '      excuses: [flood]\n      per: asset\n      regrade: restart\n      reopen: resume\n      when: grade != "general"\n',
    change('    source: [L-3, L-4]\n', '    source: [4.2, L-4]\n    owed-by: customer\n    owner: engineer\n    reading: 自到站登记起算\n'),
  )
  const repair = deadlinesOf(planOf(text))['pump-repair']
  assert.ok(repair)
  assert.deepEqual([repair.per, repair.regrade, repair.reopen], ['asset', 'restart', 'resume'])
  assert.deepEqual(repair.when, { cel: 'grade != "general"' })
  assert.deepEqual([repair.source, repair.owedBy, repair.owner, repair.reading], [['4.2', 'L-4'], 'customer', 'engineer', '自到站登记起算'])
})

test('the sections of a plan are read: reasons with what they demand, dimensions with who sets them, what is for later', () => {
  const plan = planOf(SOUND)
  assert.deepEqual(
    [plan.id, plan.title, plan.version, plan.timezone, plan.gradeBy],
    ['lanling', '蓝岭泵站维保承诺', 3, 'Asia/Shanghai', 'staff'],
  )
  assert.deepEqual(plan.reasons['customer-deferred'], {
    id: 'customer-deferred',
    name: '客户改期',
    evidence: true,
    notice: 'customer',
    limit: { value: 5, unit: 'd' },
  })
  assert.deepEqual(plan.reasons.flood, { id: 'flood', name: '汛期封路', evidence: false, notice: undefined, limit: undefined })
  assert.deepEqual(plan.dimensions, { hours: { id: 'hours', name: '服务时段', values: ['5x8', '7x24'], setBy: 'contract' } })
  assert.deepEqual(plan.later, [
    { id: 'spare-pumps', text: '本地备泵不少于在用数的三十分之一。', source: ['L-5'], at: { line: 51, column: 5, path: 'later[0]' } },
  ])
  assert.deepEqual(
    plan.grades.map((grade) => grade.id),
    ['major', 'general'],
  )
})

test('a plan without grades, zones, reasons and dimensions is a plan', () => {
  const plan = planOf(`plan: small
title: 一句话的承诺
version: 1
timezone: Asia/Shanghai
calendars: {}
promises: {}
`)
  assert.deepEqual([plan.grades, plan.zones, plan.reasons, plan.dimensions, plan.later, plan.promises], [[], [], {}, {}, [], {}])
})

test('one dimension with no values leaves no table to go by it', () => {
  assert.deepEqual(tell(findingsOf(change('values: [5x8, 7x24]', 'values: []'))), [
    '29:17 promises.reply.deadline.calendar unknown-dimension',
  ])
  const withoutGrades = change('grades:\n  - {id: major, name: 停机}\n  - {id: general, name: 异响}\n', '')
  assert.deepEqual(tell(findingsOf(withoutGrades)), ['44:15 promises.pump-repair.deadline.within unknown-dimension'])
})

/** Lines and columns of every finding lie within the file that was read, and every sentence is whole. */
function placesLieWithin(text: string): void {
  const lines = text.split('\n')
  for (const finding of findingsOf(text)) {
    const { line, column } = finding.at
    assert.ok(line >= 1 && line <= lines.length, `${line} of ${lines.length}`)
    assert.ok(column >= 1 && column <= lines[line - 1]!.length + 1, `${line}:${column} of “${lines[line - 1]}”`)
    sentencesOf(finding)
  }
}

test('a plan cut off anywhere, or with a line lost, doubled or moved in, is read or told with places inside the file', () => {
  const lines = SOUND.split('\n')
  const spoilt = fc
    .tuple(fc.nat(SOUND.length), fc.nat(lines.length - 1), fc.constantFrom('cut', 'lose', 'double', 'indent'))
    .map(([cut, index, how]) => {
      const line = lines[index] ?? ''
      const instead = { cut: [], lose: [], double: [line, line], indent: [` ${line}`] }[how]
      return how === 'cut' ? SOUND.slice(0, cut) : [...lines.slice(0, index), ...instead, ...lines.slice(index + 1)].join('\n')
    })
  fc.assert(fc.property(spoilt, placesLieWithin), RUNS)
})

test('a plan with signs struck out or put in anywhere is read or told with places inside the file', () => {
  const signs = fc.constantFrom(
    '',
    ':',
    ': ',
    '[',
    ']',
    '{',
    '}',
    ',',
    '"',
    "'",
    '-',
    '#',
    '&a ',
    '*a',
    '!',
    '%',
    '\n',
    '\t',
    '0',
    '是',
    'x',
    '|',
    '>',
    '~',
  )
  const strokes = fc.array(fc.tuple(fc.nat(SOUND.length), fc.integer({ min: 0, max: 6 }), signs), { minLength: 1, maxLength: 4 })
  fc.assert(
    fc.property(strokes, (list) =>
      placesLieWithin(list.reduce((text, [at, length, sign]) => text.slice(0, at) + sign + text.slice(at + length), SOUND)),
    ),
    RUNS,
  )
})

test('any text at all is told and never thrown at; it is hardly ever a plan', () => {
  const anySigns = fc.array(fc.integer({ min: 0, max: 0xffff })).map((codes) => String.fromCharCode(...codes))
  fc.assert(
    fc.property(fc.oneof(fc.string(), anySigns), (text) => {
      assert.ok(findingsOf(text).length > 0)
      placesLieWithin(text)
    }),
    RUNS,
  )
})

test('any data in any section is told and never thrown at', () => {
  const sections = fc.constantFrom('plan', 'calendars', 'grades', 'zones', 'dimensions', 'reasons', 'promises', 'later', 'grade-by')
  const keys = fc.constantFrom(
    'id',
    'values',
    'deadline',
    'starts',
    'kept-by',
    'within',
    'by',
    'else',
    'all',
    'name',
    'a',
    '__proto__',
    'constructor',
  )
  const { data } = fc.letrec((tie) => ({
    data: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom('none', 'grade', '4h', 'ticket.reported', 'a.done', 'always', 7, true, null, ''),
      fc.array(tie('data'), { maxLength: 3 }),
      fc.dictionary(keys, tie('data'), { maxKeys: 4, noNullPrototype: true }),
    ),
  }))
  fc.assert(
    fc.property(sections, data, (section, value) => {
      const parsed = parsePlan(nodeOf(JSON.stringify({ [section]: value })))
      assert.equal(parsed.ok, false)
      for (const finding of parsed.findings) sentencesOf(finding)
    }),
    RUNS,
  )
})
