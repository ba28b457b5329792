import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'

const folder = mkdtempSync(join(tmpdir(), 'nx-cli-'))
after(() => rmSync(folder, { recursive: true }))

type Run = { readonly out: string; readonly err: string; readonly code: number | null }

function nuoxing(args: readonly string[], { input, lang = 'zh_CN.UTF-8' }: { input?: string; lang?: string } = {}): Run {
  const run = spawnSync(process.execPath, [join(import.meta.dirname, 'main.ts'), ...args], {
    encoding: 'utf8',
    input,
    env: { ...process.env, LANG: lang, LC_ALL: '' },
  })
  return { out: run.stdout, err: run.stderr, code: run.status }
}

function file(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

const PLAN = file(
  'desk.yaml',
  `plan: desk
title: 设备服务约定
version: 1
timezone: Asia/Shanghai
calendars:
  always: {hours: 24x7}
  office: {weekly: {mon-fri: ["09:30-19:30"]}, holidays: CN}
grades: [{id: major, name: 重大故障}, {id: general, name: 一般故障}]
zones: [{id: city, name: 市区}, {id: county, name: 郊县}]
reasons:
  customer-deferred: {name: 客户改期}
promises:
  reply:
    deadline: {starts: ticket.reported, kept-by: ticket.replied, within: 30min, calendar: always, on-broken: [{escalate: service-manager}]}
    text: 半小时内答复
    source: [a-1]
  arrive:
    deadline: {starts: ticket.reported, kept-by: visit.arrived, within: {by: zone, city: 2h, county: 12h}, calendar: always}
    text: 市区两小时、郊县十二小时到场
    source: [a-2]
  repair:
    deadline: {starts: arrive.done, kept-by: ticket.restored, within: {by: grade, major: 1wd, general: 4h}, calendar: office, pauses: [customer-deferred]}
    text: 到场后修复
    source: [a-3]
`,
)

test('a sound plan passes with exit 0 and says what the opening fact must carry', () => {
  const { out, code } = nuoxing(['plan', 'check', PLAN])
  assert.equal(code, 0)
  assert.match(out, /没有问题/)
  assert.match(out, /ticket\.reported 必须带：grade zone/)
})

test('mistakes come all at once with line and column and exit 2; in English where the language is English', () => {
  const broken = file(
    'broken.yaml',
    'plan: desk\ntitle: 约定\nversion: 1\ntimezone: Asia/Shanghai\ncalendars:\n  always: {hours: 24x7}\npromises:\n  reply:\n    deadline: {starts: ticket.reportd, kept-by: ticket.replied, withn: 30min}\n',
  )
  const zh = nuoxing(['plan', 'check', broken])
  assert.equal(zh.code, 2)
  assert.match(zh.out, /broken\.yaml:9:24 错误/)
  assert.match(zh.out, /是不是想写 within？/)
  assert.match(nuoxing(['plan', 'check', broken], { lang: 'en_US.UTF-8' }).out, /did you mean within\?/)
  assert.match(nuoxing(['plan', 'check', broken, '--locale', 'zh-TW']).out, /錯誤/)
})

test('--json gives findings with their places, one line a file', () => {
  const line = JSON.parse(nuoxing(['plan', 'check', '--json', PLAN]).out) as {
    ok: boolean
    findings: unknown[]
    opening: { fact: string; fields: string[] }[]
  }
  assert.equal(line.ok, true)
  assert.deepEqual(line.opening, [{ fact: 'ticket.reported', fields: ['grade', 'zone'] }])
})

test('a plan is read aloud in three languages, or as JSON', () => {
  assert.match(nuoxing(['plan', 'explain', PLAN]).out, /时限（重大故障）：1 个工作日/)
  assert.match(nuoxing(['plan', 'explain', PLAN, '--locale', 'zh-TW']).out, /時限（重大故障）/)
  assert.match(nuoxing(['plan', 'explain', PLAN, '--locale', 'en']).out, /1 working day \(/)
  const spoken = nuoxing(['plan', 'explain', PLAN]).out.split('\n').slice(0, -1)
  assert.deepEqual(JSON.parse(nuoxing(['plan', 'explain', PLAN, '--json']).out), { file: PLAN, lines: spoken })
})

test('one due time comes with its why; the zone chooses the row', () => {
  const { out, code } = nuoxing(['plan', 'due', PLAN, '--promise', 'arrive', '--start', '2026-09-30T18:00+08:00', '--zone', 'county'])
  assert.equal(code, 0)
  assert.match(out, /应于 2026 年 10 月 1 日（周四）06:00 之前/)
  assert.doesNotMatch(out, /\dZ/)
  assert.match(out, /12 小时/)
})

test('a working day over the National Day holiday ends at closing on the first working day after it', () => {
  const due = nuoxing(['plan', 'due', PLAN, '--promise', 'repair', '--start', '2026-09-30T18:00+08:00', '--grade', 'major', '--json'])
  assert.deepEqual(JSON.parse(due.out), { dueAt: '2026-10-08T11:30:00.000Z', provisional: false })
})

test('due times in bulk: one line out for each line in, in the same order', () => {
  const cases = [
    { promise: 'reply', start: '2026-03-02T09:00+08:00' },
    { promise: 'arrive', start: '2026-03-02T09:00+08:00', zone: 'city' },
    { promise: 'reply', start: '2026-03-02T10:00+08:00' },
  ]
  const { out, code } = nuoxing(['plan', 'due', PLAN, '--cases', '-'], { input: cases.map((one) => JSON.stringify(one)).join('\n') })
  assert.equal(code, 0)
  assert.deepEqual(
    out
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { dueAt: string }).dueAt),
    ['2026-03-02T01:30:00.000Z', '2026-03-02T03:00:00.000Z', '2026-03-02T02:30:00.000Z'],
  )
})

const badDue: [string, string[], RegExp][] = [
  [
    'an unknown promise',
    ['--promise', 'repare', '--start', '2026-09-30T18:00+08:00'],
    /没有承诺“repare”。可以算到期时刻的有：reply arrive repair/,
  ],
  ['a time without a zone', ['--promise', 'reply', '--start', '2026-09-30 18:00'], /--start 的值“2026-09-30 18:00”读不懂/],
  ['a missing start', ['--promise', 'reply'], /缺少选项 --start/],
  [
    'an unknown zone',
    ['--promise', 'arrive', '--start', '2026-09-30T18:00+08:00', '--zone', 'moon'],
    /维度 zone 没有取值“moon”。有：city county/,
  ],
  ['an unknown dimension', ['--promise', 'arrive', '--start', '2026-09-30T18:00+08:00', '--colour', 'red'], /没有维度“colour”/],
  [
    'a name that every object inherits',
    ['--promise', 'reply', '--start', '2026-09-30T18:00+08:00', '--constructor', 'x'],
    /^这份方案没有维度“constructor”。有：grade zone\n$/,
  ],
  ['a grade without a value', ['--promise', 'reply', '--start', '2026-09-30T18:00+08:00', '--grade'], /^选项 --grade 缺少取值。\n$/],
  [
    'an unknown kind of ticket',
    ['--promise', 'reply', '--start', '2026-09-30T18:00+08:00', '--type', 'zz'],
    /维度 type 没有取值“zz”。有：fault /,
  ],
]
for (const [what, args, sentence] of badDue)
  test(`${what} is refused with a sentence and exit 2`, () => {
    const { err, code } = nuoxing(['plan', 'due', PLAN, ...args])
    assert.equal(code, 2)
    assert.match(err, sentence)
  })

test('a question in bulk is held to the values of the plan like one that is typed, each in its own place', () => {
  const start = '2026-03-02T09:00+08:00'
  const cases: readonly object[] = [{ grade: 'zz' }, { grade: 5 }, { grade: 'major' }, { zone: 'moon' }, { constructor: 'x' }]
  const input = cases.map((one) => JSON.stringify({ promise: 'reply', start, ...one })).join('\n')
  const { out, err, code } = nuoxing(['plan', 'due', PLAN, '--cases', '-'], { input })
  assert.equal(code, 2)
  assert.deepEqual(err.trim().split('\n'), [
    '第 1 行：维度 grade 没有取值“zz”。有：major general',
    '第 2 行：维度 grade 没有取值“5”。有：major general',
    '第 4 行：维度 zone 没有取值“moon”。有：city county',
  ])
  const lines = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { line?: number; dueAt?: string })
  assert.deepEqual(
    lines.map((one) => one.line ?? one.dueAt),
    [1, 2, '2026-03-02T01:30:00.000Z', 4, '2026-03-02T01:30:00.000Z'],
  )
})

test('a promise without a due time is said to be what it is, and only deadlines are offered', () => {
  const plan = join(import.meta.dirname, '../../plans/shebei-2nian.yaml')
  const text = readFileSync(plan, 'utf8')
  const [, cover = assert.fail('no cover')] = /^  (\S+):\n(?:    (?!cover:).*\n)*    cover:/m.exec(text) ?? []
  const ask = (promise: string) => nuoxing(['plan', 'due', plan, '--promise', promise, '--start', '2026-09-30T18:00+08:00'])
  const { err, code } = ask(cover)
  assert.equal(code, 2)
  assert.ok(err.startsWith(`承诺“${cover}”属于质保，不是时限，没有到期时刻可算。可以算的有：`), err)
  assert.ok(
    !err
      .slice(err.indexOf('可以算的有：'))
      .split(/[：\s]/)
      .includes(cover),
    err,
  )
  assert.equal(ask('nothing').err.slice(ask('nothing').err.indexOf('：')), err.slice(err.indexOf('：')))
})

const fact = (over: object) =>
  JSON.stringify({
    id: 'f',
    subject: 'ticket/T1',
    type: 'ticket.reported',
    occurredAt: '2026-03-02T01:00:00Z',
    source: 'phone',
    data: { zone: 'city', type: 'fault' },
    ...over,
  })
const FACTS = file(
  'facts.ndjson',
  [
    fact({ id: 'late', type: 'ticket.replied', occurredAt: '2026-03-02T01:31:00Z', data: {} }),
    fact({ id: 'first' }),
    fact({ id: 'there', subject: 'visit/V1', also: ['ticket/T1'], type: 'visit.arrived', occurredAt: '2026-03-02T02:00:00Z', data: {} }),
  ].join('\n'),
)
const REPLAY = ['replay', '--plan', PLAN, '--facts', FACTS, '--until', '2026-03-02T12:00:00Z']

test('a replay prints obligations, then effects, sorted, and exit 1 where a promise is broken', () => {
  const { out, code } = nuoxing(REPLAY)
  assert.equal(code, 1)
  const lines = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { promise: string; state?: string; brokenAt?: string; effect?: string; at?: string })
  assert.deepEqual(
    lines.map((line) => [line.promise, line.state ?? 'effect']),
    [
      ['arrive', 'kept'],
      ['repair', 'broken'],
      ['reply', 'broken'],
      ['reply', 'effect'],
    ],
  )
  assert.equal(lines[2]?.brokenAt, '2026-03-02T01:30:00.000Z')
  // nobody has graded it: the strictest row runs, four hours from the arrival at ten
  assert.equal(lines[1]?.brokenAt, '2026-03-02T06:00:00.000Z')
  assert.equal(lines[3]?.at, '2026-03-02T01:30:00.000Z')
})

test('--history lists each verdict as it was believed, with its instant', () => {
  const lines = nuoxing([...REPLAY, '--history'])
    .out.trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { promise: string; state: string; at: string })
  assert.deepEqual(
    lines.filter((line) => line.promise === 'reply').map((line) => [line.at, line.state]),
    [
      ['2026-03-02T01:00:00.000Z', 'open'],
      ['2026-03-02T01:30:00.000Z', 'broken'],
      ['2026-03-02T01:31:00.000Z', 'broken'],
    ],
  )
})

test('comparing a plan with itself finds nothing; with a stricter one it says the difference and exit 1', () => {
  assert.equal(nuoxing(['plan', 'compare', PLAN, PLAN]).code, 0)
  const source = spawnSync('cat', [PLAN], { encoding: 'utf8' }).stdout
  const other = file('stricter.yaml', source.replace('within: 30min', 'within: 10min'))
  const { out, code } = nuoxing(['plan', 'compare', PLAN, other])
  assert.equal(code, 1)
  assert.match(out, /“reply”的时限不同。.*：30 分；.*：10 分/)
  assert.doesNotMatch(out, /30min|ticket\./)
})

test('one case that cannot be answered says so in its place, with its line; the others stand', () => {
  const good = JSON.stringify({ promise: 'reply', start: '2026-03-02T09:00+08:00' })
  const { out, err, code } = nuoxing(['plan', 'due', PLAN, '--cases', '-'], { input: [good, '{"promise": "reply"}', good].join('\n') })
  assert.equal(code, 2)
  const [first, second, third] = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { dueAt?: string; line?: number; error?: string })
  assert.deepEqual([first?.dueAt, second?.line, third?.dueAt], ['2026-03-02T01:30:00.000Z', 2, '2026-03-02T01:30:00.000Z'])
  assert.match(`${second?.error} ${err}`, /第 2 行：.*第 2 行：/s)
})

test('help is said in the language of the person, commands and titles too', () => {
  assert.match(nuoxing(['--help']).out, /用法： nuoxing \[选项\] \[命令\][\s\S]*命令：[\s\S]*replay \[选项\]/)
  assert.match(nuoxing(['--help'], { lang: 'en_GB.UTF-8' }).out, /Usage: nuoxing \[options\] \[command\]/)
  assert.match(nuoxing(['start', '--help']).out, /NUOXING_DATA[\s\S]*PORT/)
})

test('an unknown command, an unknown option, a missing option and an unknown language are said in a sentence with exit 2', () => {
  for (const [args, sentence] of [
    [['fly'], /没有“fly”这个命令/],
    [['plan', 'check', '--fast', PLAN], /没有 --fast 这个选项/],
    [['replay', '--plan', PLAN], /缺少 --facts/],
    [['--locale', 'fr', 'audit'], /“fr”不支持/],
  ] as const) {
    const { err, code } = nuoxing(args)
    assert.equal(code, 2, err)
    assert.match(err, sentence)
  }
})

test('a file that is not there is named', () => {
  assert.match(nuoxing(['plan', 'check', join(folder, 'none.yaml')]).err, /读不到文件 .*none\.yaml/)
})

const BLANKS = file(
  'blanks.yaml',
  'plan: desk\ntitle: 约定\nversion: 1\ntimezone: Asia/Shanghai\ncalendars:\n  desk: {hours: unstated}\ndimensions:\n  line: {values: [gold, plain], set-by: contract}\npromises:\n  answer:\n    title: 答复\n    deadline: {starts: ticket.reported, kept-by: ticket.replied, within: {by: line, gold: 1h, plain: unstated}, calendar: desk}\n    text: 及时答复\n    source: [Q-1]\n',
)

test('a plan with blanks is read aloud with its blanks, and under a contract with what the contract says and where', () => {
  const signed = nuoxing(['plan', 'explain', BLANKS])
  assert.equal(signed.code, 0, signed.err)
  assert.match(signed.out, /日历 desk：时段未写明/)
  const terms = file(
    'terms.yaml',
    '- {key: dimensions.line, value: gold, source: 附件一}\n- {key: calendars.desk, value: {weekly: {mon-fri: ["08:00-18:00"]}}, source: 附件二}\n',
  )
  const agreed = nuoxing(['plan', 'explain', BLANKS, '--terms', terms])
  assert.match(agreed.out, /合同填写：line = gold（出处：附件一）/)
  assert.match(agreed.out, /日历 desk：周一至周五 08:00-18:00/)
})

const SHIFTS = file(
  'shifts.yaml',
  `plan: shifts
title: 两种服务时间
version: 1
timezone: Asia/Shanghai
calendars:
  always: {hours: 24x7}
  office: {weekly: {mon-fri: ["09:00-18:00"]}}
dimensions:
  hours: {values: [5x8, 7x24], set-by: contract}
promises:
  answer:
    deadline: {starts: ticket.reported, kept-by: ticket.replied, within: 2h, calendar: {by: hours, 5x8: office, 7x24: always}}
`,
)
const FIVE = file('five.yaml', '- {key: dimensions.hours, value: 5x8, source: 附件一}\n')

test('what a contract would set may be said with the question, and counts as its term', () => {
  const ask = (...more: string[]) =>
    nuoxing(['plan', 'due', SHIFTS, '--promise', 'answer', '--start', '2026-03-02T17:00+08:00', '--json', ...more])
  const dueAt = (...more: string[]) => (JSON.parse(ask(...more).out) as { dueAt: string }).dueAt
  assert.equal(dueAt('--hours', '7x24'), '2026-03-02T11:00:00.000Z')
  assert.equal(dueAt('--hours=5x8'), '2026-03-03T02:00:00.000Z')
  assert.equal(dueAt('--terms', FIVE), '2026-03-03T02:00:00.000Z')
  assert.equal(dueAt('--terms', FIVE, '--hours', '5x8'), '2026-03-03T02:00:00.000Z')
})

test('without it, with a value that there is not, or against the contract, a due time is refused with the reason', () => {
  const ask = (...more: string[]) => nuoxing(['plan', 'due', SHIFTS, '--promise', 'answer', '--start', '2026-03-02T17:00+08:00', ...more])
  const refused: [string[], RegExp][] = [
    [[], /维度 hours 由合同确定，请在合同条款 dimensions\.hours 中选定：5x8 7x24/],
    [['--hours', '6x12'], /维度 hours 没有取值“6x12”/],
    [['--hours', '7x24', '--terms', FIVE], /合同条款 dimensions\.hours 写了两次/],
  ]
  for (const [args, sentence] of refused) {
    const { err, code } = ask(...args)
    assert.equal(code, 2)
    assert.match(err, sentence)
  }
})

test('in bulk each line may stand under another contract', () => {
  const start = '2026-03-02T17:00+08:00'
  const cases = ['7x24', '5x8', '7x24'].map((hours) => JSON.stringify({ promise: 'answer', start, hours }))
  const { out, code } = nuoxing(['plan', 'due', SHIFTS, '--cases', '-'], { input: cases.join('\n') })
  assert.equal(code, 0)
  assert.deepEqual(
    out
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { dueAt: string }).dueAt),
    ['2026-03-02T11:00:00.000Z', '2026-03-03T02:00:00.000Z', '2026-03-02T11:00:00.000Z'],
  )
})

test('a time zone that does not exist is told with its line', () => {
  const { out, code } = nuoxing([
    'plan',
    'check',
    file('zone.yaml', 'plan: desk\ntitle: 约定\nversion: 1\ntimezone: Asia/Shangai\ncalendars: {}\npromises: {}\n'),
  ])
  assert.equal(code, 2)
  assert.match(out, /zone\.yaml:4:11 错误 没有时区“Asia\/Shangai”/)
})

test('two plans that promise one thing by two numbers contradict each other, whatever they call it', () => {
  const { out, code } = nuoxing(['plan', 'compare', BLANKS, PLAN, '--locale', 'en'])
  assert.equal(code, 1)
  assert.match(
    out,
    /“答复” of \S+blanks\.yaml and “reply” of \S+desk\.yaml are about the same thing and differ in the limit: gold 1 h, plain .* and 30 min/,
  )
})

test('who has read enough may leave: that is no failure', () => {
  const main = join(import.meta.dirname, 'main.ts')
  const run = spawnSync('sh', ['-c', `"${process.execPath}" "${main}" plan schema | head -n 1`], { encoding: 'utf8' })
  assert.deepEqual([run.stdout, run.stderr], ['{\n', ''])
})
