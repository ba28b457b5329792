import assert from 'node:assert/strict'
import { env } from 'node:process'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Fact, FactType, Json } from '../fact.ts'
import type { Agreed, ContractCommand, ContractContext } from './decide.ts'
import type { ContractRefusalCode } from './refusal.ts'
import type { ContractState } from './state.ts'
import { canonicalJson } from '../canonical.ts'
import { FACTS, isFactType } from '../fact.ts'
import { parseInstant } from '../time/instant.ts'
import { LOCALES } from '../words.ts'
import { decide } from './decide.ts'
import { paperHash } from './signature.ts'
import { PLAN } from './story.testing.ts'
import { refusal, sayContractRefusal } from './refusal.ts'
import { CONTRACT_PHASES, alsoOf, evolve, initialState, peopleOf } from './state.ts'

const RUNS = { numRuns: 150 * Number(env.NUOXING_PROVE ?? 1) }
const SIGNED = parseInstant('2026-01-10T10:00:00+08:00')!
const DAY = 86_400_000

const trial = { ...PLAN, dimensions: { hours: { id: 'hours', values: ['5x8', '7x24'], setBy: 'contract' as const } } }
const hours = (value: string, source = '附件三第 2 条') => ({ key: 'dimensions.hours', value, source })

type Sign = Extract<ContractCommand, { name: 'sign' }>
const SIGN: Sign = {
  name: 'sign',
  number: 'HT-7',
  title: '',
  customer: 'jinping',
  plan: 'trial@1',
  terms: [hours('7x24')],
  sites: ['main'],
  people: { lead: ['gu'] },
}

const ACCEPT: ContractCommand = { name: 'reach', milestone: 'accepted', evidence: '验收单 YS-01' }

const context = (more: Partial<ContractContext> = {}): ContractContext => ({
  now: SIGNED,
  subject: 'contract/K7',
  newId: () => 'f',
  source: 'hand',
  person: 'yu',
  plan: trial,
  ...more,
})

function factAt(at: number, type: FactType, data: Fact['data'] = {}): Fact {
  return { id: `${type}@${at}`, seq: at, subject: 'contract/K7', also: [], type, occurredAt: at, recordedAt: at, source: 'hand', data }
}

function after(state: ContractState, command: ContractCommand, now: number): ContractState {
  const decision = decide(state, command, context({ now, newId: () => `f${now}` }))
  assert.ok(decision.ok, JSON.stringify(decision))
  return decision.facts.reduce((last, fact) => evolve(last, { ...fact, seq: now, recordedAt: now }), state)
}

function codeOf(state: ContractState, command: ContractCommand, more: Partial<ContractContext> = {}): string {
  const decision = decide(state, command, context({ now: SIGNED + DAY, ...more }))
  return decision.ok ? 'ok' : `${decision.refusal.code}${decision.refusal.field === undefined ? '' : `:${decision.refusal.field}`}`
}

const signed = after(initialState(), SIGN, SIGNED)

// Phases ------------------------------------------------------------------------------------------------------------------------

/** What each command comes to in each phase. */
const PHASES: Readonly<Record<(typeof CONTRACT_PHASES)[number], readonly [sign: string, amend: string, accept: string, end: string]>> = {
  absent: ['ok', 'absent', 'absent', 'absent'],
  signed: ['signed-already', 'ok', 'ok', 'ok'],
  accepted: ['signed-already', 'ok', 'milestone-already:milestone', 'ok'],
  ended: ['signed-already', 'ended', 'ok', 'ended'],
}

test('in each phase each command does what the trade expects, or says why not', () => {
  const states: Readonly<Record<string, ContractState>> = {
    absent: initialState(),
    signed,
    accepted: after(signed, ACCEPT, SIGNED + 1),
    ended: after(signed, { name: 'end', reason: '到期' }, SIGNED + 1),
  }
  const commands: readonly ContractCommand[] = [SIGN, { name: 'amend', endsOn: '2030-01-01' }, ACCEPT, { name: 'end', reason: '到期' }]
  for (const phase of CONTRACT_PHASES) {
    assert.equal(states[phase]!.phase, phase)
    assert.deepEqual(
      commands.map((command) => codeOf(states[phase]!, command)),
      PHASES[phase],
      phase,
    )
  }
})

test('an end that moves later is a renewal, and no other amendment says so', () => {
  const ending = after(initialState(), { ...SIGN, endsOn: '2028-01-01' }, SIGNED)
  const factsOf = (command: ContractCommand, state = ending) => {
    const decision = decide(state, command, context({ now: SIGNED + DAY }))
    return decision.ok ? decision.facts.map(({ data }) => data?.extends) : assert.fail(JSON.stringify(decision))
  }
  assert.deepEqual(factsOf({ name: 'amend', endsOn: '2031-01-01' }), [true])
  assert.deepEqual(factsOf({ name: 'amend', endsOn: '2027-12-31' }), [undefined])
  assert.deepEqual(factsOf({ name: 'amend', endsOn: '2031-01-01' }, signed), [undefined])
  assert.deepEqual(factsOf({ name: 'amend', people: { maintainer: ['yu'] } }), [undefined])
})

test('facts that come in no order a contract knows leave it as it is', () => {
  for (const type of ['contract.amended', 'contract.accepted', 'contract.ended'] as const)
    assert.deepEqual(evolve(initialState(), factAt(1, type, { plan: 'trial@2' })), initialState(), type)
  assert.equal(evolve(signed, factAt(SIGNED + 1, 'contract.signed', { number: 'other' })), signed)
  for (const type of ['fact.approved', 'fact.voided'] as const)
    assert.equal(evolve(signed, factAt(SIGNED + 1, type, { of: 'other' })), signed, type)
})

test('only its own facts change a contract', () => {
  const types = Object.entries(FACTS).flatMap(([noun, participles]) => participles.map((participle) => `${noun}.${participle}`))
  for (const type of types.filter(isFactType)) {
    const data = { plan: 'trial@9', number: 'X', sites: [] }
    if (!type.startsWith('contract.')) assert.equal(evolve(signed, factAt(SIGNED + 1, type, data)), signed, type)
  }
})

test('what is named twice is named once', () => {
  const repeated = { ...SIGN, sites: ['main', 'main'], assets: ['lsb', 'pa', 'lsb'], people: { lead: ['gu', 'gu'] } }
  const state = after(initialState(), repeated, SIGNED)
  assert.deepEqual([state.sites, state.assets, state.people], [['main'], ['lsb', 'pa'], { lead: ['gu'] }])
  assert.equal(codeOf(state, { name: 'amend', assets: ['lsb', 'pa', 'pa'] }), 'nothing-changed')
  const delivered = after(state, { name: 'reach', milestone: 'delivered', assets: ['pa', 'pa'], evidence: '到货单' }, SIGNED + 1)
  assert.deepEqual(delivered.milestones[0]?.assets, ['pa'])
})

// Fields ------------------------------------------------------------------------------------------------------------------------

test('a refusal names the field to be corrected', () => {
  const refused: readonly (readonly [Partial<Sign>, string])[] = [
    [{ number: '  ' }, 'number-missing:number'],
    [{ customer: '' }, 'customer-missing:customer'],
    [{ signedOn: '2026-02-29' }, 'date-invalid:signedOn'],
    [{ startsOn: 'soon' }, 'date-invalid:startsOn'],
    [{ endsOn: '2026-1-1' }, 'date-invalid:endsOn'],
    [{ startsOn: '2026-05-01', endsOn: '2026-05-01' }, 'ends-before-start:endsOn'],
    [{ terms: [hours('7x24'), hours('5x8')] }, 'term-twice:terms'],
    [{ terms: [hours('7x24', '\t')] }, 'term-source:terms'],
    [{ terms: [hours('24x7')] }, 'terms-refused:terms'],
    [{ plan: 'trial@2' }, 'plan-missing:plan'],
    [{ plan: '' }, 'plan-missing:plan'],
    [{ people: { lead: [' '] } }, 'role-empty:people'],
    [{ people: { '-lead': ['gu'] } }, 'role-invalid:people'],
    [{ people: { [`l${'e'.repeat(40)}`]: ['gu'] } }, 'role-invalid:people'],
  ]
  for (const [wrong, code] of refused) assert.equal(codeOf(initialState(), { ...SIGN, ...wrong }), code, JSON.stringify(wrong))
})

test('a leap day is a date, and a contract may begin before it is signed or have no end', () => {
  assert.equal(codeOf(initialState(), { ...SIGN, signedOn: '2028-02-29', startsOn: '2027-12-01' }), 'ok')
  assert.equal(codeOf(initialState(), { ...SIGN, startsOn: '2027-12-01' }), 'ok')
})

test('an amendment is held against the dates that stand, whichever side it moves', () => {
  const dated = after(initialState(), { ...SIGN, startsOn: '2026-03-01', endsOn: '2027-03-01' }, SIGNED)
  assert.equal(codeOf(dated, { name: 'amend', startsOn: '2027-03-01' }), 'ends-before-start:endsOn')
  assert.equal(codeOf(dated, { name: 'amend', endsOn: '2026-03-01' }), 'ends-before-start:endsOn')
  assert.equal(codeOf(dated, { name: 'amend', startsOn: '2027-03-01', endsOn: '2028-03-01' }), 'ok')
})

test('nothing is recorded for the future, an amendment not for before the last one, to the millisecond', () => {
  const amend = (occurredAt: number) => codeOf(signed, { name: 'amend', terms: [hours('5x8')], occurredAt })
  assert.deepEqual(
    [amend(SIGNED - 1), amend(SIGNED), amend(SIGNED + DAY), amend(SIGNED + DAY + 1)],
    ['before-last:occurredAt', 'ok', 'ok', 'in-future:occurredAt'],
  )
  assert.equal(codeOf(initialState(), { ...SIGN, occurredAt: SIGNED + DAY + 1 }), 'in-future:occurredAt')
})

// Amendments --------------------------------------------------------------------------------------------------------------------

test('an amendment of one thing leaves all others as they were', () => {
  const full = after(initialState(), { ...SIGN, startsOn: '2026-03-01', endsOn: '2027-03-01', assets: ['a'] }, SIGNED)
  const changes: readonly Agreed[] = [
    { startsOn: '2026-04-01' },
    { endsOn: '2029-03-01' },
    { sites: [] },
    { assets: ['a', 'b'] },
    { people: {} },
    { terms: [hours('5x8')] },
  ]
  for (const change of changes) {
    const [key] = Object.keys(change) as [keyof Agreed]
    const { agreements, ...rest } = after(full, { name: 'amend', ...change }, SIGNED + DAY)
    const { agreements: before, ...old } = full
    if (key === 'terms') assert.deepEqual([rest, agreements.length], [old, 2])
    else assert.deepEqual([rest, agreements], [{ ...old, [key]: change[key] }, before], key)
  }
})

test('the fact of an amendment alone tells what changed and which version it replaced', () => {
  const decision = decide(
    signed,
    { name: 'amend', terms: [hours('5x8', '补充协议')], people: { lead: ['gu'] } },
    context({ now: SIGNED + DAY }),
  )
  assert.ok(decision.ok)
  assert.deepEqual(decision.facts[0]?.data, { terms: [hours('5x8', '补充协议')], replaces: `f${SIGNED}` })
})

test('an amendment that takes a site away names it no more, one given twice once, and the customer always', () => {
  const decision = decide(signed, { name: 'amend', sites: ['east', 'east'] }, context({ now: SIGNED + DAY }))
  assert.ok(decision.ok)
  assert.deepEqual(decision.facts[0]?.also, ['customer/jinping', 'site/east'])
})

test('what comes under the contract later is told from when and until when it goes', () => {
  const ending = after(initialState(), { ...SIGN, startsOn: '2026-03-01', endsOn: '2028-01-01' }, SIGNED)
  const datesIn = (command: ContractCommand) => {
    const decision = decide(ending, command, context({ now: SIGNED + DAY }))
    assert.ok(decision.ok)
    const { startsOn, endsOn } = decision.facts[0]!.data
    return [startsOn, endsOn]
  }
  assert.deepEqual(datesIn({ name: 'amend', assets: ['pump-2'] }), ['2026-03-01', '2028-01-01'])
  assert.deepEqual(datesIn({ name: 'amend', people: { lead: ['jiang'] } }), [undefined, undefined])
})

test('what a fact is about: the customer, then sites, then devices, in their order', () => {
  assert.deepEqual(alsoOf({ customer: 'c', sites: ['s2', 's1'], assets: ['a'] }), ['customer/c', 'site/s2', 'site/s1', 'asset/a'])
  assert.deepEqual(alsoOf({ customer: 'c', sites: [], assets: [] }), ['customer/c'])
})

test('one who holds two roles of a contract is one person', () => {
  assert.deepEqual(peopleOf({ people: { lead: ['gu', 'lin'], 'dedicated-engineer': ['lin'] } }), ['gu', 'lin'])
})

const steps = fc.array(
  fc.record({ wait: fc.integer({ min: 1, max: 40 }), value: fc.constantFrom('5x8', '7x24'), source: fc.constantFrom('甲', '乙') }),
  { maxLength: 6 },
)

test('an amendment is a further agreement from its own day on, and leaves the earlier ones as they are', () => {
  fc.assert(
    fc.property(steps, (list) => {
      let [state, now] = [signed, SIGNED]
      for (const { wait, value, source } of list) {
        now += wait * DAY
        const before = state.agreements
        if (!decide(state, { name: 'amend', terms: [hours(value, source)] }, context({ now })).ok) continue
        state = after(state, { name: 'amend', terms: [hours(value, source)] }, now)
        assert.deepEqual(state.agreements.slice(0, -1), before)
        assert.equal(state.agreements.at(-1)?.from, now)
      }
    }),
    RUNS,
  )
})

// Any data ----------------------------------------------------------------------------------------------------------------------

test('whatever stands in its facts, a contract can be read and written down again', () => {
  const keys = fc.constantFrom('number', 'customer', 'plan', 'terms', 'startsOn', 'endsOn', 'sites', 'assets', 'people', 'signedOn')
  const data = fc.dictionary(keys, fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<Json>)
  const types = fc.constantFrom<FactType>('contract.signed', 'contract.amended', 'contract.accepted', 'contract.ended')
  fc.assert(
    fc.property(fc.array(fc.tuple(types, data), { maxLength: 6 }), (list) => {
      const state = list.reduce((last, [type, some], index) => evolve(last, factAt(index, type, some)), initialState())
      assert.equal(canonicalJson(JSON.parse(JSON.stringify(state))), canonicalJson(state))
      for (const texts of [state.sites, state.assets, ...Object.values(state.people)])
        assert.ok(texts.every((one) => typeof one === 'string'))
      for (const { plan, terms } of state.agreements)
        assert.ok(typeof plan === 'string' && terms.every((term) => typeof term.key === 'string'))
    }),
    RUNS,
  )
})

// Words -------------------------------------------------------------------------------------------------------------------------

test('a refusal says in three languages what to do next', () => {
  const said = (code: ContractRefusalCode, params = {}) => LOCALES.map((locale) => sayContractRefusal(refusal(code, params), locale))
  assert.deepEqual(said('absent'), [
    '还没有签订这份合同。请先登记签订。',
    '還沒有簽訂這份合約。請先登記簽訂。',
    'This contract has not been signed. Record the signature first.',
  ])
  assert.deepEqual(said('date-invalid', { date: '2026-02-30' }), [
    '“2026-02-30”不是日期，应写成 2026-09-30。',
    '「2026-02-30」不是日期，應寫成 2026-09-30。',
    '“2026-02-30” is no date; write 2026-09-30.',
  ])
})

const SIGNATURE = { side: 'vendor', signer: '顾南', signedOn: '2026-02-01', hash: 'h' } as const

test('an amendment carries who signed it: what a seal may cover in the fact, the names of people beside it', () => {
  const before = after(initialState(), SIGN, SIGNED)
  const signatures = [SIGNATURE, { ...SIGNATURE, side: 'customer', signer: '郑工', document: { id: 'd', sha256: 's' } } as const]
  const made = decide(before, { name: 'amend', terms: [hours('5x8')], reason: '改为工作日', signatures }, context({ now: SIGNED + DAY }))
  assert.ok(made.ok)
  assert.deepEqual(made.facts[0]?.data.signatures, [
    { side: 'vendor', signedOn: '2026-02-01', hash: 'h' },
    { side: 'customer', signedOn: '2026-02-01', hash: 'h', document: { id: 'd', sha256: 's' } },
  ])
  assert.deepEqual(
    made.texts.map(({ field, text }) => [field, text]),
    [
      ['reason', '改为工作日'],
      ['signer-vendor', '顾南'],
      ['signer-customer', '郑工'],
    ],
  )
})

test('a side signs an amendment once, by name, on a day that exists', () => {
  const before = after(initialState(), SIGN, SIGNED)
  const refusedFor = (signatures: readonly (typeof SIGNATURE)[]) => {
    const made = decide(before, { name: 'amend', terms: [hours('5x8')], signatures }, context({ now: SIGNED + DAY }))
    return made.ok ? undefined : made.refusal.code
  }
  assert.equal(refusedFor([SIGNATURE, SIGNATURE]), 'side-twice')
  assert.equal(refusedFor([{ ...SIGNATURE, signer: ' ' as typeof SIGNATURE.signer }]), 'signer-missing')
  assert.equal(refusedFor([{ ...SIGNATURE, signedOn: '2026-02-30' as typeof SIGNATURE.signedOn }]), 'date-invalid')
  assert.equal(refusedFor([SIGNATURE]), undefined)
})

test('the paper of an amendment has another hash with another reason, and another one over another contract', () => {
  const paper = {
    number: 'HT-7',
    title: '',
    customer: 'jinping',
    plan: 'trial@1',
    planHash: 'p',
    terms: [],
    sites: [],
    assets: [],
    people: {},
  }
  const hashes = [undefined, { base: 'a' }, { base: 'b' }, { base: 'a', reason: '改期' }].map((amends) => paperHash({ ...paper, amends }))
  assert.equal(new Set(hashes).size, 4)
  assert.equal(hashes[0], paperHash(paper))
})
