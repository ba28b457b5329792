import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Fact } from '../fact.ts'
import { decide } from './decide.ts'
import type { ContractCommand } from './decide.ts'
import { sayContractRefusal } from './refusal.ts'
import type { Signature } from './signature.ts'
import { evolve, initialState } from './state.ts'
import type { ContractState } from './state.ts'

const NOW = Date.UTC(2026, 0, 10, 2)
const SIGN = { name: 'sign', number: 'HT-9', title: '维保', customer: 'jinping', plan: 'trial@1', sites: ['main'] } as const
const PAPER = { id: 'd', sha256: 's' }
const VENDOR: Signature = { side: 'vendor', signer: '顾南', signedOn: '2026-01-08', hash: 'h', document: PAPER }
const CUSTOMER: Signature = { ...VENDOR, side: 'customer', signer: '郑工', signedOn: '2026-01-09' }
const HEAD = { id: 'trial', title: '试用', version: 1, timezone: 'Asia/Shanghai', gradeBy: 'staff' } as const
const EMPTY = { calendars: {}, dimensions: {}, reasons: {}, promises: {}, forms: {}, channels: {}, roles: {} }
const PLAN = { ...HEAD, ...EMPTY, grades: [], zones: [], later: [], charges: [] }

function made(state: ContractState, command: ContractCommand, id = 'f') {
  const context = { now: NOW, subject: 'contract/K9', newId: () => id, source: 'hand', person: 'yu', plan: PLAN } as const
  return decide(state, command, context)
}

function after(state: ContractState, command: ContractCommand, id?: string): ContractState {
  const decision = made(state, command, id)
  assert.ok(decision.ok, JSON.stringify(decision))
  return decision.facts.reduce((last, fact) => evolve(last, { ...fact, seq: 1, recordedAt: NOW } as Fact), state)
}

const refusedFor = (signatures: readonly Signature[]): string | undefined => {
  const decision = made(after(initialState(), SIGN), { name: 'attest', of: 'f', signatures })
  return decision.ok ? undefined : decision.refusal.code
}

test('a contract is attested once both sides signed one paper, each with that paper', () => {
  const signedWith = (signatures: readonly Signature[]) => after(initialState(), { ...SIGN, signatures }).attested
  const { document: _, ...bare } = CUSTOMER
  assert.equal(signedWith([]), undefined)
  assert.equal(signedWith([VENDOR]), undefined, 'one side')
  assert.equal(signedWith([VENDOR, bare]), undefined, 'the other one without the paper')
  assert.equal(signedWith([VENDOR, CUSTOMER]), true)
  const amended = after(after(initialState(), SIGN), { name: 'amend', endsOn: '2027-01-01', signatures: [VENDOR, CUSTOMER] })
  assert.equal(amended.attested, true, 'an amendment is signed over the whole contract')
})

test('the paper that is attached later says which signature it shows, and changes nothing else of the contract', () => {
  const before = after(initialState(), SIGN, 'first')
  const command = { name: 'attest', of: 'first', signatures: [VENDOR, CUSTOMER] } as const
  const decision = made(before, command, 'later')
  assert.ok(decision.ok)
  const [fact] = decision.facts
  assert.deepEqual(
    [fact?.type, fact?.also, fact?.data],
    [
      'contract.attested',
      ['customer/jinping', 'site/main'],
      {
        of: 'first',
        signatures: [
          { side: 'vendor', signedOn: '2026-01-08', hash: 'h', document: PAPER },
          { side: 'customer', signedOn: '2026-01-09', hash: 'h', document: PAPER },
        ],
      },
    ],
  )
  assert.deepEqual(
    decision.texts.map(({ field, text }) => [field, text]),
    [
      ['signer-vendor', '顾南'],
      ['signer-customer', '郑工'],
    ],
  )
  assert.deepEqual(after(before, command), { ...before, attested: true })
  const ended = after(before, { name: 'end', reason: '到期' })
  assert.equal(after(ended, command).attested, true, 'what was signed is shown after the end as well')
})

test('less than both sides with their paper is not attached', () => {
  assert.equal(refusedFor([VENDOR, CUSTOMER]), undefined)
  assert.equal(refusedFor([VENDOR]), 'attest-both')
  assert.equal(refusedFor([VENDOR, { ...CUSTOMER, document: undefined }]), 'attest-both')
  assert.equal(refusedFor([VENDOR, VENDOR]), 'side-twice')
  assert.equal(refusedFor([VENDOR, { ...CUSTOMER, signer: ' ' }]), 'signer-missing')
  assert.equal(refusedFor([VENDOR, { ...CUSTOMER, signedOn: '2026-02-30' }]), 'date-invalid')
  assert.equal(sayContractRefusal({ code: 'attest-both', params: {} }, 'zh-CN'), '请写明双方的签署人，并附上签署文件。')
  const absent = made(initialState(), { name: 'attest', of: 'f', signatures: [VENDOR, CUSTOMER] })
  assert.equal(absent.ok ? undefined : absent.refusal.code, 'absent')
})

test('a contract is attested once, and only of what was agreed under it', () => {
  const before = after(initialState(), SIGN, 'first')
  const command = { name: 'attest', of: 'first', signatures: [VENDOR, CUSTOMER] } as const
  const refused = (state: ContractState, of = 'first') => {
    const decision = made(state, { ...command, of })
    return decision.ok ? undefined : [decision.refusal.code, decision.refusal.field]
  }
  assert.deepEqual(refused(before, 'of-another-contract'), ['attest-other', 'of'])
  assert.deepEqual(refused(after(before, command)), ['attested-already', undefined])
  const amended = after(before, { name: 'amend', terms: [{ key: 'dispute-within', value: '9d', source: '补充协议' }] }, 'second')
  assert.equal(refused(amended, 'second'), undefined)
})
