import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Fact } from '../fact.ts'
import { LOCALES } from '../words.ts'
import { at, clockOf, describe, given as givenPlan } from '../promise/given.testing.ts'
import type { Story } from '../promise/given.testing.ts'
import { derive } from '../promise/derive.ts'
import { emptyRecord, learn, refolded, wake } from '../promise/record.ts'
import { RUNS } from '../promise/random.testing.ts'
import { sayWhy, whyContext } from '../promise/why.ts'
import { ask } from './ask.ts'
import type { AskContext, Asking } from './ask.ts'
import { decide, evolve, initialState } from './decide.ts'
import type { ReleaseCommand, ReleaseState } from './decide.ts'
import { sayReleaseRefusal } from './say.ts'
import { RELEASE_EN } from './words/en.ts'
import { RELEASE_ZH_CN } from './words/zh-CN.ts'
import { RELEASE_ZH_TW } from './words/zh-TW.ts'

const TEXT = {
  promises: {
    reply: { starts: 'ticket.reported', keptBy: 'ticket.replied', within: '30min', excuses: ['weather'], onBroken: [] },
    repair: { starts: 'reply.broken', keptBy: 'ticket.restored', within: '2h' },
  },
  reasons: { weather: { name: '恶劣天气' } },
} as const

const told = () => givenPlan(TEXT).fact('10:00', 'ticket.reported')
const plan = told().bound.plan
const OPEN = [{ promise: 'reply', episode: 1, state: 'open' }] as const
const ASKING: Asking = { promise: 'reply', reason: '客户书面同意', evidence: '邮件' }
const context = (more: Partial<AskContext> = {}): AskContext => ({
  plan,
  obligations: OPEN,
  person: { role: 'service-manager' },
  ...more,
})

function refused(made: ReturnType<typeof ask>): string | undefined {
  return 'code' in made ? made.code : undefined
}

// Asking -------------------------------------------------------------------------------------------------------------------

test('a waiver says by which role, that reason and evidence were given, and that it waits for a second person', () => {
  const made = ask('waive', ASKING, context())
  assert.deepEqual(made, {
    type: 'obligation.waived',
    data: { promise: 'reply', episode: 1, reason: 'stated', role: 'service-manager', evidence: true, fourEyes: true },
    texts: { reason: '客户书面同意', evidence: '邮件' },
  })
})

test('where nobody else has the right there is nobody to ask: it counts at once, and says so', () => {
  const made = ask('waive', ASKING, context({ alone: true }))
  assert.ok('data' in made)
  assert.deepEqual([made.data.alone, made.data.fourEyes], [true, undefined])
})

test('an excuse is for a promise that still runs: once it is broken, only a waiver helps', () => {
  const asking = { ...ASKING, reason: 'weather' }
  assert.equal(refused(ask('excuse', asking, context())), undefined)
  const broken = context({ obligations: [{ ...OPEN[0], state: 'broken' }] })
  assert.equal(refused(ask('excuse', asking, broken)), 'excuse-broken')
  assert.equal(refused(ask('waive', ASKING, broken)), undefined)
  assert.equal(refused(ask('excuse', ASKING, context())), 'excuse-reason-unknown')
})

test('where the plan names who may waive, nobody else does', () => {
  const lead = {
    id: 'lead',
    name: '项目负责人',
    side: 'vendor',
    leads: [],
    may: ['waive'],
    duties: undefined,
    text: undefined,
    source: [],
  } as const
  const named = { ...plan, roles: { lead } }
  const without = ask('waive', ASKING, context({ plan: named }))
  assert.ok('code' in without)
  assert.equal(without.code, 'waive-role')
  assert.match(sayReleaseRefusal(without, 'zh-CN'), /须由项目负责人豁免/)
  const made = ask('waive', ASKING, context({ plan: named, person: { role: 'service-manager', roles: ['lead'] } }))
  assert.ok('data' in made)
  assert.equal(made.data.role, 'lead')
})

test('a gate is waived by the role that it names, also before anybody comes to it, and by nobody where it names none', () => {
  const gate = (waive: string | undefined) => ({ ...plan, promises: { ...plan.promises, reply: { form: 'gate', waive } as never } })
  const ahead = { obligations: [] }
  const made = ask('waive', ASKING, context({ plan: gate('service-manager'), ...ahead }))
  assert.ok('data' in made)
  assert.deepEqual([made.data.role, made.data.episode], ['service-manager', undefined])
  const other = ask('waive', ASKING, context({ plan: gate('senior-management'), ...ahead }))
  assert.ok('code' in other)
  assert.match(sayReleaseRefusal(other, 'zh-CN'), /高级管理层/)
  assert.equal(refused(ask('waive', ASKING, context({ plan: gate(undefined), ...ahead }))), 'waive-nobody')
})

test('what is settled, or never started, or without reason or evidence, is not waived', () => {
  for (const state of ['kept', 'excused', 'cancelled'] as const)
    assert.equal(refused(ask('waive', ASKING, context({ obligations: [{ ...OPEN[0], state }] }))), 'waive-settled')
  assert.equal(refused(ask('waive', ASKING, context({ obligations: [] }))), 'waive-not-open')
  assert.equal(refused(ask('waive', { ...ASKING, promise: 'sing' }, context())), 'waive-promise-unknown')
  assert.equal(refused(ask('waive', { ...ASKING, promise: 'constructor' }, context())), 'waive-promise-unknown')
  assert.equal(refused(ask('waive', { ...ASKING, reason: ' ' }, context())), 'waive-reason')
  assert.equal(refused(ask('waive', { ...ASKING, evidence: '' }, context())), 'waive-evidence')
})

// Deciding -----------------------------------------------------------------------------------------------------------------

/** A waiver asked for at 10:10 by 许静怡, and what became of it. */
function asked(story: Story = told(), when = '10:10'): Story {
  const made = ask('waive', ASKING, context())
  assert.ok('data' in made)
  return story.fact(when, made.type, made.data, { id: 'w', by: 'xu', source: 'hand', also: ['contract/C1'] })
}

const folded = (story: Story): ReleaseState => story.facts.reduce(evolve, initialState())

function ruled(story: Story, command: ReleaseCommand, { by, when, standing }: { by: string; when: string; standing?: 'broken' | 'kept' }) {
  return decide(folded(story), command, { now: at(when), person: by, newId: () => `${command.name}-${when}`, standing })
}

function after(story: Story, command: ReleaseCommand, how: { by: string; when: string }): Story {
  const decision = ruled(story, command, how)
  assert.ok(decision.ok, JSON.stringify(decision))
  const [fact] = decision.facts
  assert.ok(fact)
  return story.fact(how.when, fact.type, fact.data, { id: fact.id, by: how.by, source: 'hand', subject: fact.subject, also: fact.also })
}

const APPROVE = { name: 'approve', of: 'w' } as const

test('the second person approves it, and not the one who asked', () => {
  const own = ruled(asked(), APPROVE, { by: 'xu', when: '10:20' })
  assert.ok(!own.ok && own.refusal.code === 'release-own')
  const story = after(asked(), APPROVE, { by: 'gu', when: '10:20' })
  const [one] = folded(story).releases
  assert.deepEqual([one?.state, one?.decidedBy, clockOf(one?.decidedAt)], ['in-force', 'gu', '10:20'])
  const again = ruled(story, APPROVE, { by: 'qin', when: '10:25' })
  assert.ok(!again.ok && again.refusal.code === 'release-decided')
})

test('an approval speaks about everything that the waiver speaks about, or an owner would not hear of it', () => {
  const decision = ruled(asked(), APPROVE, { by: 'gu', when: '10:20' })
  assert.ok(decision.ok)
  assert.deepEqual([decision.facts[0]?.subject, decision.facts[0]?.also], ['ticket/T1', ['contract/C1']])
})

test('it is refused with a reason, by another person, and that is the end of it', () => {
  const bare = ruled(asked(), { name: 'refuse', of: 'w', reason: ' ' }, { by: 'gu', when: '10:20' })
  assert.ok(!bare.ok && bare.refusal.code === 'refuse-reason' && bare.refusal.field === 'reason')
  const own = ruled(asked(), { name: 'refuse', of: 'w', reason: '不合适' }, { by: 'xu', when: '10:20' })
  assert.ok(!own.ok && own.refusal.code === 'release-own')
  const story = after(asked(), { name: 'refuse', of: 'w', reason: '客户没有同意' }, { by: 'gu', when: '10:20' })
  assert.equal(folded(story).releases[0]?.state, 'refused')
  assert.equal(story.says('reply', '11:00'), 'broken at 10:30')
  const late = ruled(story, APPROVE, { by: 'qin', when: '10:25' })
  assert.ok(!late.ok && late.refusal.code === 'release-decided')
})

test('who asked may take it back while it waits; somebody else may not, but an entry can be declared void afterwards', () => {
  const other = ruled(asked(), { name: 'withdraw', of: 'w' }, { by: 'gu', when: '10:20' })
  assert.ok(!other.ok && other.refusal.code === 'release-others')
  assert.equal(folded(after(asked(), { name: 'withdraw', of: 'w' }, { by: 'xu', when: '10:20' })).releases[0]?.state, 'withdrawn')
  const approved = after(asked(), APPROVE, { by: 'gu', when: '10:20' })
  const voided = after(approved, { name: 'void', of: 'w', reason: '登记错了' }, { by: 'qin', when: '10:25' })
  assert.equal(folded(voided).releases[0]?.state, 'withdrawn')
  assert.equal(voided.says('reply', '11:00'), 'broken at 10:30')
  assert.ok(!ruled(voided, { name: 'void', of: 'w', reason: '再来' }, { by: 'qin', when: '10:28' }).ok)
})

test('what was settled meanwhile needs no approval, and an excuse that comes after the breach helps nobody', () => {
  const kept = ruled(asked(), APPROVE, { by: 'gu', when: '10:20', standing: 'kept' })
  assert.ok(!kept.ok && kept.refusal.code === 'waive-settled')
  const excuse = told().fact(
    '10:10',
    'obligation.excused',
    { promise: 'reply', episode: 1, reason: 'weather', evidence: true, fourEyes: true },
    { id: 'w', by: 'xu' },
  )
  const late = ruled(excuse, APPROVE, { by: 'gu', when: '10:40', standing: 'broken' })
  assert.ok(!late.ok && late.refusal.code === 'release-too-late')
  assert.ok(!ruled(told(), APPROVE, { by: 'gu', when: '10:40' }).ok)
})

// What derive makes of it -----------------------------------------------------------------------------------------------------

test('a waiver counts from its approval: in time nothing breaks, later the breach stays on the record with what follows from it', () => {
  assert.equal(asked().says('reply', '11:00'), 'broken at 10:30')
  const intime = after(asked(), APPROVE, { by: 'gu', when: '10:20' })
  assert.equal(intime.says('reply', '11:00'), 'excused')
  assert.equal(clockOf(intime.obligation('reply', '11:00').endedAt), '10:20')
  assert.equal(intime.says('repair', '11:00'), 'none')
  const late = after(asked(), APPROVE, { by: 'gu', when: '10:40' })
  const one = late.obligation('reply', '11:00')
  assert.deepEqual([one.state, clockOf(one.brokenAt), clockOf(one.endedAt)], ['excused', '10:30', '10:40'])
  assert.equal(late.says('repair', '11:00'), 'open due 12:30')
  assert.deepEqual(late.beliefs('11:00'), ['10:00 reply open', '10:30 reply broken', '10:30 repair open', '10:40 reply excused'])
})

test('why says when the second person approved it, in every language', () => {
  const story = after(asked(), APPROVE, { by: 'gu', when: '10:20' })
  const one = story.obligation('reply', '11:00')
  for (const [locale, said] of [
    ['zh-CN', /10:20 经另一人复核/],
    ['zh-TW', /10:20 經另一人覆核/],
    ['en', /Approved by a second person at .*10:20/],
  ] as const)
    assert.match(sayWhy(one, whyContext(story.bound, one), locale).join(' '), said)
})

const INSTANTS = ['10:05', '10:12', '10:20', '10:29', '10:30', '10:31', '10:45', '11:10'] as const

test('a waiver that nobody has approved changes nothing, whoever asked for it and when; nor does a refused one', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...INSTANTS),
      fc.constantFrom(...INSTANTS),
      fc.constantFrom('nothing', 'refused', 'own approval', 'withdrawn'),
      fc.boolean(),
      (asks, replies, then, answered) => {
        const base = answered ? told().fact(replies, 'ticket.replied', {}, { source: 'system' }) : told()
        const waiting = asked(base, asks)
        const says: Readonly<Record<string, readonly [Fact['type'], string]>> = {
          refused: ['fact.refused', 'gu'],
          'own approval': ['fact.approved', 'xu'],
          withdrawn: ['fact.voided', 'xu'],
        }
        const [type, by] = says[then] ?? []
        const story = type === undefined ? waiting : waiting.fact('11:30', type, { of: 'w' }, { by: by ?? '' })
        for (const when of ['10:15', '10:30', '11:00', '12:30'])
          assert.deepEqual(story.seen(when), base.seen(when), `${asks} ${replies} ${then} at ${when}`)
      },
    ),
    RUNS,
  )
})

test('learned one by one it is the same as derived at once, and an audit folds the same record', () => {
  fc.assert(
    fc.property(fc.constantFrom(...INSTANTS), fc.constantFrom(...INSTANTS), fc.boolean(), (asks, decides, approves) => {
      const [first, second] = [asks, decides].toSorted()
      const waiting = asked(told(), first)
      const story = waiting.fact(second!, approves ? 'fact.approved' : 'fact.refused', { of: 'w' }, { by: 'gu' })
      let record = emptyRecord(story.bound, 'ticket/T1')
      for (const fact of story.facts) {
        const learned = learn(story.bound, record, { facts: [fact], history: () => story.facts })
        assert.ok('record' in learned)
        record = learned.record
      }
      assert.deepEqual(refolded(story.bound, record, story.facts).record, record)
      const seen = derive(story.bound, story.facts, { asOf: at('12:00'), subject: 'ticket/T1' })
      assert.deepEqual(wake(story.bound, record, at('12:00')).obligations.map(describe), seen.obligations.map(describe))
    }),
    RUNS,
  )
})

test('the languages say the same things with the same places', () => {
  const places = (sentence: string) => [...sentence.matchAll(/\{(\w+)\}/g)].map(([, place]) => place).sort()
  for (const key of Object.keys(RELEASE_ZH_CN) as (keyof typeof RELEASE_ZH_CN)[]) {
    assert.deepEqual(places(RELEASE_EN[key]), places(RELEASE_ZH_CN[key]), key)
    assert.deepEqual(places(RELEASE_ZH_TW[key]), places(RELEASE_ZH_CN[key]), key)
    for (const locale of LOCALES) assert.match(sayReleaseRefusal({ code: key, params: {} }, locale), /[。.]$/)
  }
})
