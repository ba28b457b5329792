import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Fact, Json } from '../fact.ts'
import { LOCALES } from '../words.ts'
import { mergeTerms } from '../plan/terms.ts'
import { at, clockOf, given as givenPlan } from '../promise/given.testing.ts'
import { RUNS } from '../promise/random.testing.ts'
import type { DisputeCommand, DisputeContext, DisputeDecision } from './decide.ts'
import { decide, stepRefusal } from './decide.ts'
import { sayDisputeRefusal } from './say.ts'
import type { DisputeState } from './state.ts'
import { evolve, initialState } from './state.ts'
import { DISPUTE_DAYS, disputeDays, readDisputeDays, termEnd } from './term.ts'
import { DISPUTE_EN } from './words/en.ts'
import { DISPUTE_ZH_CN } from './words/zh-CN.ts'
import { DISPUTE_ZH_TW } from './words/zh-TW.ts'

const SHANGHAI = { id: 'Asia/Shanghai', tzdata: '2026a', transitions: [{ at: 0, offsetMs: 8 * 3_600_000 }] }

type Raise = Extract<DisputeCommand, { name: 'raise' }>

const RAISE: Raise = {
  name: 'raise',
  target: { what: 'fact', of: 'f7' },
  reason: '当时没有人到场',
  evidence: '门禁记录',
  about: ['ticket/T1', 'contract/C1', 'customer/jinping'],
  fact: { type: 'visit.arrived', by: 'lin', voided: false },
  until: at('11-15 00:00'),
  answerBy: at('10-20 00:00'),
}
const VERDICT: Raise = { ...RAISE, target: { what: 'verdict', promise: 'reply', episode: 1, verdict: 'kept' }, fact: undefined }

const ZHENG = { person: 'zheng', side: 'customer' } as const
const GU = { person: 'gu', side: 'vendor' } as const
const WEI = { person: 'wei', side: 'vendor' } as const

/** A desk at which facts are numbered. */
class Desk {
  state: DisputeState = initialState()
  facts: Fact[] = []

  context(who: Pick<DisputeContext, 'person' | 'side'>, when: string): DisputeContext {
    return { ...who, now: at(when), newId: () => `d${this.facts.length + 1}`, days: 15 }
  }

  ask(command: DisputeCommand, who: Pick<DisputeContext, 'person' | 'side'>, when = '10-02 10:00'): DisputeDecision {
    const decision = decide(this.state, command, this.context(who, when))
    if (decision.ok)
      for (const made of decision.facts) {
        const fact: Fact = { ...made, seq: this.facts.length + 1, recordedAt: at(when) }
        this.facts.push(fact)
        this.state = evolve(this.state, fact)
      }
    return decision
  }

  told(command: DisputeCommand, who: Pick<DisputeContext, 'person' | 'side'>, when = '10-02 10:00'): this {
    const decision = this.ask(command, who, when)
    assert.ok(decision.ok, JSON.stringify(decision))
    return this
  }

  refused(command: DisputeCommand, who: Pick<DisputeContext, 'person' | 'side'>, when?: string): string | undefined {
    const decision = this.ask(command, who, when)
    return decision.ok ? undefined : decision.refusal.code
  }

  get standing(): string | undefined {
    return this.state.disputes.at(-1)?.state
  }
}

const raised = () => new Desk().told(RAISE, ZHENG)
const ANSWER = { name: 'answer', of: 'd1', answer: '门禁当天停用，有签到表' } as const
const UPHOLD = {
  name: 'settle',
  of: 'd1',
  outcome: 'upheld',
  reason: '签到表日期不符',
  remedy: { kind: 'void', of: 'f7' },
  by: 'v1',
} as const
const REJECT = { name: 'settle', of: 'd1', outcome: 'rejected', reason: '签到表可证' } as const

// Raising ------------------------------------------------------------------------------------------------------------------

test('an objection names what it is about and who objects; its words stand beside it', () => {
  const decision = new Desk().ask(RAISE, ZHENG)
  assert.ok(decision.ok)
  const [fact] = decision.facts
  assert.deepEqual(
    [fact?.type, fact?.subject, fact?.also, fact?.by],
    ['fact.disputed', 'ticket/T1', ['contract/C1', 'customer/jinping'], 'zheng'],
  )
  assert.deepEqual(fact?.data, { what: 'fact', of: 'f7', side: 'customer', answerBy: at('10-20 00:00') })
  assert.deepEqual(
    decision.texts.map(({ field, text }) => [field, text]),
    [
      ['reason', '当时没有人到场'],
      ['evidence', '门禁记录'],
    ],
  )
})

test('either side objects, to an entry or to a verdict, but not to their own entry, a void one, or a dispute', () => {
  assert.equal(new Desk().refused(RAISE, GU), undefined)
  assert.equal(new Desk().refused(VERDICT, GU), undefined)
  assert.equal(new Desk().refused(RAISE, { person: 'lin', side: 'vendor' }), 'own')
  assert.equal(new Desk().refused({ ...RAISE, fact: { type: 'visit.arrived', voided: true } }, ZHENG), 'fact-voided')
  assert.equal(new Desk().refused({ ...RAISE, fact: { type: 'fact.settled', voided: false } }, ZHENG), 'fact-kind')
  assert.equal(new Desk().refused({ ...RAISE, reason: ' ' }, ZHENG), 'reason')
  assert.equal(new Desk().refused({ ...VERDICT, until: undefined }, ZHENG), 'nothing-judged')
})

test('it is raised within the term: in its last minute still, and at its end no more', () => {
  const until = at('10-16 00:00')
  assert.equal(new Desk().refused({ ...RAISE, until }, ZHENG, '10-15 23:59'), undefined)
  assert.equal(new Desk().refused({ ...RAISE, until }, ZHENG, '10-16 00:00'), 'late')
  const late = new Desk().ask({ ...RAISE, until }, ZHENG, '10-16 00:00')
  assert.ok(!late.ok)
  assert.match(sayDisputeRefusal(late.refusal, 'zh-CN'), /15 天内/)
})

test('the same is not objected to twice while it is open, nor again by the side for which it was settled; the other side may', () => {
  assert.equal(raised().refused(RAISE, GU), 'open-already')
  const settled = raised().told(REJECT, GU)
  assert.equal(settled.refused(RAISE, { person: 'other', side: 'customer' }), 'repeated')
  assert.equal(settled.refused(RAISE, WEI), undefined)
  const back = raised().told({ name: 'withdraw', of: 'd1' }, ZHENG)
  assert.equal(back.refused(RAISE, ZHENG), undefined)
})

test('a verdict that has turned may be objected to anew', () => {
  const settled = new Desk().told(VERDICT, ZHENG).told(REJECT, GU)
  assert.equal(settled.refused(VERDICT, ZHENG), 'repeated')
  assert.equal(
    settled.refused({ ...VERDICT, target: { what: 'verdict', promise: 'reply', episode: 1, verdict: 'excused' } }, ZHENG),
    undefined,
  )
  assert.equal(settled.refused({ ...VERDICT, target: { what: 'verdict', promise: 'reply', episode: 2, verdict: 'kept' } }, WEI), undefined)
})

// Answering ----------------------------------------------------------------------------------------------------------------

test('the other side answers, once, in words', () => {
  assert.equal(raised().refused(ANSWER, { person: 'other', side: 'customer' }), 'answer-own-side')
  assert.equal(raised().refused({ ...ANSWER, answer: '' }, GU), 'answer-text')
  const answered = raised().told(ANSWER, GU)
  assert.equal(answered.standing, 'answered')
  assert.equal(answered.refused(ANSWER, WEI), 'answered-already')
  assert.equal(raised().refused({ ...ANSWER, of: 'd9' }, GU), 'missing')
})

// Deciding -----------------------------------------------------------------------------------------------------------------

test('somebody who did not object decides, with a reason; then it is over', () => {
  const vendors = () => new Desk().told(RAISE, GU)
  assert.equal(vendors().refused(REJECT, GU), 'settle-own')
  assert.equal(raised().refused({ ...REJECT, reason: '' }, GU), 'settle-reason')
  const over = raised().told(REJECT, GU)
  assert.equal(over.standing, 'rejected')
  for (const command of [ANSWER, REJECT, UPHOLD, { name: 'withdraw', of: 'd1' }] as const)
    assert.equal(over.refused(command, WEI), 'settled')
})

test('upheld, it names what put it right: the disputed entry corrected or void, for a verdict also a waiver', () => {
  const upheld = raised()
  const decision = upheld.ask(UPHOLD, GU)
  assert.ok(decision.ok)
  assert.deepEqual(decision.facts[0]?.data, { of: 'd1', outcome: 'upheld', remedy: 'void', by: 'v1' })
  assert.equal(upheld.standing, 'upheld')
  assert.equal(raised().refused({ ...UPHOLD, remedy: undefined }, GU), 'remedy-missing')
  assert.equal(raised().refused({ ...UPHOLD, remedy: { kind: 'void', of: 'f8' } }, GU), 'remedy-other')
  assert.equal(raised().refused({ ...UPHOLD, remedy: { kind: 'waive' } }, GU), 'remedy-missing')
  const verdict = () => new Desk().told(VERDICT, ZHENG)
  assert.equal(verdict().refused({ ...UPHOLD, remedy: { kind: 'waive' } }, GU), undefined)
  assert.equal(verdict().refused({ ...UPHOLD, remedy: { kind: 'correct', of: 'f8' } }, GU), undefined)
})

test('what the vendor objects to is upheld once the customer has answered, or the days for an answer are over', () => {
  const ours = () => new Desk().told(RAISE, GU)
  assert.equal(ours().refused(UPHOLD, WEI), 'settle-unanswered')
  assert.equal(ours().refused(UPHOLD, WEI, '10-20 00:00'), undefined)
  assert.equal(ours().told(ANSWER, ZHENG).refused(UPHOLD, WEI), undefined)
  assert.equal(ours().refused(REJECT, WEI), undefined)
})

test('only who objected takes it back', () => {
  assert.equal(raised().refused({ name: 'withdraw', of: 'd1' }, { person: 'other', side: 'customer' }), 'withdraw-others')
  assert.equal(raised().told({ name: 'withdraw', of: 'd1' }, ZHENG).standing, 'withdrawn')
})

test('asked before the remedy, a step is refused for the same reason as when it is taken', () => {
  const desk = raised()
  assert.equal(stepRefusal(desk.state, UPHOLD, desk.context(ZHENG, '10-02 11:00'))?.code, 'settle-own')
  assert.equal(stepRefusal(desk.state, UPHOLD, desk.context(GU, '10-02 11:00')), undefined)
})

test('what means nothing to a dispute changes nothing, and an outcome that nobody knows is none', () => {
  const { state } = raised()
  const fact = (type: Fact['type'], data: Fact['data']): Fact => ({
    id: 'x',
    seq: 9,
    subject: 'ticket/T1',
    also: [],
    type,
    occurredAt: 0,
    recordedAt: 0,
    source: 'hand',
    data,
  })
  for (const one of [
    fact('fact.settled', { of: 'd1', outcome: 'maybe' }),
    fact('fact.approved', { of: 'd1' }),
    fact('fact.settled', { of: 'd7', outcome: 'upheld' }),
    fact('ticket.closed', {}),
  ])
    assert.deepEqual(evolve(state, one), state)
})

// The term -----------------------------------------------------------------------------------------------------------------

test('the term is fifteen days unless the contract says so many others, and ends with a day of the contract’s zone', () => {
  assert.equal(disputeDays([]), DISPUTE_DAYS)
  assert.equal(disputeDays([{ key: 'dispute-within', value: '30d', source: '附件三' }]), 30)
  assert.equal(clockOf(termEnd(SHANGHAI, at('09-30 23:59'), 15)), '10-16 00:00')
  assert.equal(clockOf(termEnd(SHANGHAI, at('10-01 00:00'), 15)), '10-17 00:00')
  for (const value of ['15h', '0d', '400d', '1.5d', '两周', 15, null, {}]) assert.equal(readDisputeDays(value), undefined)
})

test('the contract’s term is checked when it is agreed', () => {
  const { plan } = givenPlan({ promises: {} }).bound
  const merged = (value: Json) => mergeTerms(plan, [{ key: 'dispute-within', value, source: '附件三' }]).ok
  assert.deepEqual([merged('20d'), merged('20h'), merged(20)], [true, false, false])
  assert.equal(mergeTerms(plan, [{ key: 'dispute-within.reply', value: '20d', source: '附件三' }]).ok, false)
})

// A dispute never changes a verdict -------------------------------------------------------------------------------------------

const WHEN = ['10:05', '10:15', '10:29', '10:30', '10:31', '11:00', '11:30'] as const

test('a dispute changes no verdict, whatever it is about, whoever raises it and however it is settled', () => {
  const base = givenPlan({
    promises: {
      reply: { starts: 'ticket.reported', keptBy: 'ticket.replied', within: '30min', pauses: ['flood'] },
      repair: { starts: 'reply.done', keptBy: 'ticket.restored', within: '1h' },
    },
    reasons: { flood: {} },
  })
    .fact('10:00', 'ticket.reported')
    .fact('10:10', 'ticket.paused', { reason: 'flood' })
    .fact('10:20', 'ticket.resumed')
    .fact('10:35', 'ticket.replied')
  fc.assert(
    fc.property(
      fc.constantFrom(...WHEN),
      fc.constantFrom(...WHEN),
      fc.constantFrom('f1', 'f2', 'f4'),
      fc.constantFrom('upheld', 'rejected', 'withdrawn'),
      fc.boolean(),
      (raises, settles, of, outcome, verdict) => {
        const target: { readonly [key: string]: Json } = verdict
          ? { what: 'verdict', promise: 'reply', episode: 1, verdict: 'broken' }
          : { what: 'fact', of }
        const [first, then] = [raises, settles].toSorted()
        const story = base
          .fact(first!, 'fact.disputed', { ...target, side: 'customer' }, { id: 'd', by: 'zheng' })
          .fact(first!, 'fact.answered', { of: 'd' }, { by: 'gu' })
          .fact(then!, 'fact.settled', { of: 'd', outcome }, { by: 'wei' })
        for (const seen of ['10:12', '10:30', '10:36', '11:40', '12:30']) assert.deepEqual(story.seen(seen), base.seen(seen))
        assert.deepEqual(story.beliefs('12:30'), base.beliefs('12:30'))
      },
    ),
    RUNS,
  )
})

test('the languages say the same things with the same places', () => {
  const places = (sentence: string) => [...sentence.matchAll(/\{(\w+)\}/g)].map(([, place]) => place).sort()
  for (const key of Object.keys(DISPUTE_ZH_CN) as (keyof typeof DISPUTE_ZH_CN)[]) {
    assert.deepEqual(places(DISPUTE_EN[key]), places(DISPUTE_ZH_CN[key]), key)
    assert.deepEqual(places(DISPUTE_ZH_TW[key]), places(DISPUTE_ZH_CN[key]), key)
    for (const locale of LOCALES) assert.match(sayDisputeRefusal({ code: key, params: { days: 15 } }, locale), /[。.]$/)
  }
})
