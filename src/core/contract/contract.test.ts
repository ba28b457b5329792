import assert from 'node:assert/strict'
import { env } from 'node:process'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Fact } from '../fact.ts'
import type { Plan } from '../plan/types.ts'
import type { ContractCommand, ContractContext } from './decide.ts'
import type { ContractRefusalCode } from './refusal.ts'
import type { ContractState } from './state.ts'
import { canonicalJson } from '../canonical.ts'
import { LOCALES } from '../words.ts'
import { decide, validateTerms } from './decide.ts'
import { sayContractRefusal } from './refusal.ts'
import { evolve, initialState, peopleOf } from './state.ts'
import { CONTRACT_ZH_CN } from './words/zh-CN.ts'

const RUNS = { numRuns: 150 * Number(env.NUOXING_PROVE ?? 1) }
const DAY = 86_400_000
const SIGNED = Date.UTC(2026, 0, 10, 2)

/** A plan whose hours the contract fills in, and whose office calendar the text left open. */
function plan(version = 1): Plan {
  return {
    id: 'trial',
    title: '试用方案',
    version,
    timezone: 'Asia/Shanghai',
    calendars: { always: { hours: '24x7' } },
    grades: [],
    gradeBy: 'staff',
    zones: [],
    dimensions: { hours: { id: 'hours', values: ['5x8', '7x24'], setBy: 'contract' } },
    reasons: {},
    promises: {},
    later: [],
    charges: [],
    forms: {},
    channels: {},
    roles: {},
  }
}

const HOURS = { key: 'dimensions.hours', value: '7x24', source: '附件三第 2 条' }
const SIGN: Extract<ContractCommand, { name: 'sign' }> = {
  name: 'sign',
  number: 'HT-2026-001',
  title: '机电设备售后服务',
  customer: 'jinping',
  plan: 'trial@1',
  terms: [HOURS],
  signedOn: '2026-01-10',
  startsOn: '2026-03-14',
  endsOn: '2028-03-14',
  sites: ['main', 'east'],
  assets: ['lsb-680'],
  people: { lead: ['gu'], 'dedicated-engineer': ['lin', 'shen'] },
}

const ACCEPT: ContractCommand = { name: 'reach', milestone: 'accepted', evidence: '验收单 YS-01' }

class Story {
  state: ContractState = initialState()
  facts: Fact[] = []
  now = SIGNED

  context(more: Partial<ContractContext> = {}): ContractContext {
    return {
      now: this.now,
      subject: 'contract/K1',
      newId: () => `f${this.facts.length + 1}`,
      source: 'hand',
      person: 'yu',
      plan: plan(),
      ...more,
    }
  }

  tell(command: ContractCommand, more: Partial<ContractContext> = {}) {
    const decision = decide(this.state, command, this.context(more))
    if (decision.ok) {
      for (const made of decision.facts) {
        const fact: Fact = { ...made, seq: this.facts.length + 1, recordedAt: this.now }
        this.facts.push(fact)
        this.state = evolve(this.state, fact)
      }
    }
    this.now += DAY
    return decision
  }
}

function given(...commands: readonly ContractCommand[]) {
  const story = new Story()
  for (const command of commands) assert.ok(story.tell(command).ok, JSON.stringify(command))
  return story
}

function refused(story: Story, command: ContractCommand, code: ContractRefusalCode, more: Partial<ContractContext> = {}) {
  const decision = story.tell(command, more)
  assert.ok(!decision.ok, JSON.stringify(decision))
  assert.equal(decision.refusal.code, code)
  return decision.refusal
}

test('a signed contract knows its customer, its plan with terms, its places, devices and people', () => {
  const { state, facts } = given(SIGN)
  assert.deepEqual(
    [state.phase, state.number, state.customer, state.startsOn, state.endsOn],
    ['signed', 'HT-2026-001', 'jinping', '2026-03-14', '2028-03-14'],
  )
  assert.deepEqual(state.agreements, [{ from: SIGNED, plan: 'trial@1', terms: [HOURS], fact: 'f1' }])
  assert.deepEqual(facts[0]?.also, ['customer/jinping', 'site/main', 'site/east', 'asset/lsb-680'])
})

test('the title of a contract is free text and stands beside the fact', () => {
  const decision = new Story().tell(SIGN)
  assert.ok(decision.ok)
  assert.deepEqual(decision.texts, [{ factId: 'f1', field: 'title', text: '机电设备售后服务' }])
  assert.ok(!JSON.stringify(decision.facts).includes(SIGN.title))
})

test('it is signed on the day that stands on it, at the end of that day; one that is signed today is signed now', () => {
  const zone = { id: 'Asia/Shanghai', tzdata: '2026a', transitions: [{ at: 0, offsetMs: 8 * 3_600_000 }] }
  const signedAt = (more: Partial<typeof SIGN>, now: number) => {
    const decision = new Story().tell({ ...SIGN, ...more }, { zone, now })
    assert.ok(decision.ok)
    return decision.facts[0]?.occurredAt
  }
  const entered = Date.parse('2026-02-02T10:00:00+08:00')
  assert.equal(signedAt({}, entered), Date.parse('2026-01-10T23:59:00+08:00'))
  assert.equal(signedAt({ signedOn: '2026-02-02' }, entered), entered)
  assert.equal(signedAt({ signedOn: '2026-02-09' }, entered), entered)
  assert.equal(signedAt({ signedOn: undefined }, entered), entered)
  const hash = 'ab'.repeat(32)
  const signatures = (['2026-01-20', '2026-01-18'] as const).map((signedOn, at) => {
    const side = at === 0 ? ('vendor' as const) : ('customer' as const)
    return { side, signer: '贺工', signedOn, hash }
  })
  assert.equal(signedAt({ signedOn: undefined, signatures }, entered), Date.parse('2026-01-20T23:59:00+08:00'))
})

test('a contract names its own people for roles', () => {
  const { state } = given(SIGN)
  assert.deepEqual(state.people['dedicated-engineer'], ['lin', 'shen'])
  assert.deepEqual(peopleOf({ people: { lead: ['gu'], manager: ['gu', 'lin'] } }), ['gu', 'lin'])
})

test('a contract is signed once, and nothing comes before its signature', () => {
  refused(given(SIGN), SIGN, 'signed-already')
  refused(new Story(), { name: 'amend', endsOn: '2029-01-01' }, 'absent')
  refused(new Story(), ACCEPT, 'absent')
  refused(new Story(), { name: 'end', reason: '到期' }, 'absent')
})

test('what the plan leaves to the contract must be filled in', () => {
  const refusal = refused(new Story(), { ...SIGN, terms: [] }, 'terms-refused')
  assert.ok(refusal.findings?.some((finding) => finding.at.path === 'dimensions.hours'))
  assert.equal(refusal.field, 'terms')
})

test('a term with a value that works nowhere is refused with what the plan says of it', () => {
  assert.equal(validateTerms(plan(), [HOURS]), undefined)
  assert.equal(validateTerms(plan(), [{ ...HOURS, value: '9x5' }])?.code, 'terms-refused')
  assert.equal(validateTerms(plan(), [HOURS, { key: 'promises.sing.within', value: '1h', source: '附件' }])?.code, 'terms-refused')
})

test('each term says where it was agreed, and is given once', () => {
  refused(new Story(), { ...SIGN, terms: [{ ...HOURS, source: ' ' }] }, 'term-source')
  refused(new Story(), { ...SIGN, terms: [HOURS, HOURS] }, 'term-twice')
})

test('a contract stands under a plan that is there, in the version named', () => {
  refused(new Story(), SIGN, 'plan-missing', { plan: undefined })
  refused(new Story(), SIGN, 'plan-missing', { plan: plan(2) })
})

test('dates exist, and a contract ends after it starts', () => {
  refused(new Story(), { ...SIGN, startsOn: '2026-02-30' }, 'date-invalid')
  refused(new Story(), { ...SIGN, signedOn: '10.1.2026' }, 'date-invalid')
  refused(new Story(), { ...SIGN, endsOn: '2026-03-14' }, 'ends-before-start')
  refused(given(SIGN), { name: 'amend', endsOn: '2026-03-01' }, 'ends-before-start')
})

test('number, customer and roles are there', () => {
  refused(new Story(), { ...SIGN, number: ' ' }, 'number-missing')
  refused(new Story(), { ...SIGN, customer: '' }, 'customer-missing')
  refused(new Story(), { ...SIGN, people: { Chef: ['gu'] } }, 'role-invalid')
  refused(new Story(), { ...SIGN, people: { lead: [] } }, 'role-empty')
})

test('an amendment says only what it changes, and what it replaces', () => {
  const story = given(SIGN)
  const decision = story.tell({
    name: 'amend',
    terms: [{ ...HOURS, value: '5x8', source: '补充协议一' }],
    endsOn: '2028-03-14',
    sites: ['main', 'east'],
    reason: '费用调整',
  })
  assert.ok(decision.ok)
  assert.deepEqual(Object.keys(decision.facts[0]!.data).sort(), ['replaces', 'terms'])
  assert.equal(decision.facts[0]!.data.replaces, 'f1')
  assert.equal(story.state.agreements.length, 2)
})

test('an amendment never works backwards', () => {
  const story = given(SIGN, { name: 'amend', terms: [{ ...HOURS, value: '5x8' }] })
  const versions = story.state.agreements.map(({ from, terms }) => [from, terms[0]?.value])
  assert.deepEqual(versions, [
    [SIGNED, '7x24'],
    [SIGNED + DAY, '5x8'],
  ])
  refused(story, { name: 'amend', terms: [HOURS], occurredAt: SIGNED }, 'before-last')
  refused(story, { name: 'amend', terms: [HOURS], occurredAt: story.now + DAY }, 'in-future')
})

test('the terms of an amendment are held against the plan that the contract stands under', () => {
  const refusal = refused(given(SIGN), { name: 'amend', terms: [{ ...HOURS, value: '9x5' }] }, 'terms-refused')
  assert.ok(String(refusal.params.path).startsWith('dimensions.hours'))
  refused(given(SIGN), { name: 'amend', plan: 'trial@2' }, 'plan-missing', { plan: plan(1) })
})

test('a change of people needs no plan at hand', () => {
  assert.ok(given(SIGN).tell({ name: 'amend', people: { lead: ['yu'] } }, { plan: undefined }).ok)
})

test('facts say who signed or amended, when, and by which way we know', () => {
  const decision = new Story().tell({ ...SIGN, occurredAt: SIGNED - DAY }, { source: 'import', person: 'jiang' })
  assert.ok(decision.ok)
  const [fact] = decision.facts
  assert.deepEqual([fact?.subject, fact?.by, fact?.source, fact?.occurredAt], ['contract/K1', 'jiang', 'import', SIGNED - DAY])
})

test('the reasons of an amendment and of an end stand beside the facts', () => {
  const story = given(SIGN)
  const amended = story.tell({ name: 'amend', endsOn: '2029-03-14', reason: '续签一年' })
  assert.ok(amended.ok)
  assert.deepEqual(
    amended.texts.map((one) => [one.field, one.text]),
    [['reason', '续签一年']],
  )
  const ended = story.tell({ name: 'end', reason: '到期不续' })
  assert.ok(ended.ok)
  assert.deepEqual(ended.facts[0]?.data, {})
  assert.deepEqual(
    ended.texts.map((one) => one.text),
    ['到期不续'],
  )
})

test('an acceptance names everything that the contract is about', () => {
  const { facts } = given(SIGN, ACCEPT)
  assert.deepEqual(facts[1]?.also, facts[0]?.also)
})

test('a contract may be signed with next to nothing but its plan', () => {
  const { state } = given({ name: 'sign', number: ' HT-2 ', title: '', customer: 'jinping', plan: 'trial@1', terms: [HOURS] })
  assert.deepEqual([state.number, state.sites, state.assets, state.people, state.startsOn], ['HT-2', [], [], {}, undefined])
})

test('what others write into a fact of a contract is read, never trusted', () => {
  const base = {
    id: 'x',
    seq: 1,
    subject: 'contract/K1' as const,
    also: [],
    occurredAt: SIGNED,
    recordedAt: SIGNED,
    source: 'import' as const,
  }
  const odd = {
    number: 7,
    customer: null,
    plan: [],
    terms: [1, { key: 'a' }, { key: 'b', value: 1, source: 's' }],
    sites: 'main',
    people: { lead: 'gu', second: ['yu', 3] },
  } as unknown as Fact['data']
  const state = evolve(initialState(), { ...base, type: 'contract.signed', data: odd })
  assert.deepEqual([state.number, state.customer, state.sites], ['', '', []])
  assert.deepEqual(state.agreements[0]?.terms, [{ key: 'b', value: 1, source: 's' }])
  assert.deepEqual(state.people, { lead: [], second: ['yu'] })
})

test('an amendment that changes nothing is none', () => {
  refused(given(SIGN), { name: 'amend' }, 'nothing-changed')
  refused(given(SIGN), { name: 'amend', plan: 'trial@1', terms: [HOURS], people: SIGN.people }, 'nothing-changed')
})

test('a change of people or places is no new version of what was promised', () => {
  const { state } = given(SIGN, { name: 'amend', people: { lead: ['jiang'] }, sites: ['main'] })
  assert.deepEqual(state.people.lead, ['jiang'])
  assert.equal(state.agreements.length, 1)
})

test('a contract may move to the plan’s next version', () => {
  const story = given(SIGN)
  assert.ok(story.tell({ name: 'amend', plan: 'trial@2' }, { plan: plan(2) }).ok)
  assert.deepEqual(
    story.state.agreements.map((one) => one.plan),
    ['trial@1', 'trial@2'],
  )
  assert.deepEqual(story.state.agreements[1]?.terms, [HOURS])
})

test('a new device is named by the amendment that takes it in', () => {
  const story = given(SIGN)
  story.tell({ name: 'amend', assets: ['lsb-680', 'pa-240'] })
  assert.ok(story.facts.at(-1)?.also.includes('asset/pa-240'))
})

test('a contract is accepted once, and ends with a reason; then it is as it is', () => {
  refused(given(SIGN, ACCEPT), ACCEPT, 'milestone-already')
  refused(given(SIGN), { name: 'end', reason: ' ' }, 'reason-missing')
  const ended = given(SIGN, ACCEPT, { name: 'end', reason: '到期不续' })
  assert.equal(ended.state.phase, 'ended')
  refused(ended, { name: 'amend', endsOn: '2030-01-01' }, 'ended')
  refused(ended, { name: 'end', reason: '再来一次' }, 'ended')
})

test('every refusal is a sentence in every language', () => {
  for (const code of Object.keys(CONTRACT_ZH_CN) as ContractRefusalCode[]) {
    for (const locale of LOCALES)
      assert.match(
        sayContractRefusal({ code, params: { date: 'x', key: 'k', plan: 'p', path: 'q', role: 'r', asset: 'a' } }, locale),
        /^[^{}]+[。.]$/,
      )
  }
})

const commands = fc.array(
  fc.oneof(
    fc.constant<ContractCommand>(SIGN),
    fc.constant(ACCEPT),
    fc.constant<ContractCommand>({ name: 'end', reason: '到期' }),
    fc.record({
      name: fc.constant('amend' as const),
      endsOn: fc.constantFrom('2026-01-01', '2029-01-01', '2030-06-30'),
      terms: fc.constantFrom([HOURS], [{ ...HOURS, value: '5x8' }], []),
    }),
  ),
  { maxLength: 10 },
)

test('replaying the facts gives the same contract, refusals leave nothing, and versions follow one another', () => {
  fc.assert(
    fc.property(commands, (all) => {
      const story = new Story()
      for (const command of all) {
        const [count, before] = [story.facts.length, story.state]
        const decision = story.tell(command)
        assert.equal(story.facts.length, count + (decision.ok ? 1 : 0))
        if (!decision.ok) assert.equal(story.state, before)
      }
      assert.equal(canonicalJson(story.facts.reduce(evolve, initialState())), canonicalJson(story.state))
      assert.equal(canonicalJson(JSON.parse(JSON.stringify(story.state))), canonicalJson(story.state))
      const froms = story.state.agreements.map((one) => one.from)
      assert.deepEqual(
        froms,
        froms.toSorted((a, b) => a - b),
      )
    }),
    RUNS,
  )
})

test('facts of other nouns leave a contract as it is', () => {
  const { state } = given(SIGN)
  assert.equal(
    evolve(state, {
      id: 'x',
      seq: 9,
      subject: 'ticket/T1',
      also: ['contract/K1'],
      type: 'ticket.reported',
      occurredAt: SIGNED,
      recordedAt: SIGNED,
      source: 'hand',
      data: {},
    }),
    state,
  )
})
