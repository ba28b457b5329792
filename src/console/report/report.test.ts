import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ReportFault } from '../../wire/ticket-commands.ts'
import { EMPTY, lineOf, linesOf, otherKinds, requestOf, withAsset, withCustomer } from './report.ts'

const jinping = { value: 'jinping', label: '锦屏市第三人民医院' }
const device = { customer: { id: 'xingye', name: '星野商业广场' }, site: { id: 'b1' } }

test('finding the device first tells whose it is and where it stands', () => {
  const report = withAsset(
    { ...EMPTY, customer: jinping, contract: { value: 'k', label: 'HT' } },
    { value: 'a', label: '联动控制器' },
    device,
  )
  assert.equal(report.customer?.value, 'xingye')
  assert.equal(report.site, 'b1')
  assert.equal(report.contract, undefined)
})

test('another customer takes device, site, contract and grades away; the same one keeps them', () => {
  const report = { ...EMPTY, customer: jinping, asset: { value: 'a', label: 'A' }, site: 's', customerGrade: 'major', title: '停机' }
  assert.equal(withCustomer(report, jinping), report)
  const other = withCustomer(report, { value: 'b', label: 'B' })
  assert.deepEqual([other.asset, other.site, other.customerGrade, other.title], [undefined, undefined, undefined, '停机'])
})

test('without a customer there is nothing to send', () => {
  assert.equal(requestOf({ ...EMPTY, title: '停机' }), undefined)
})

test('the request is what the API takes; answers to another type’s form do not go along', () => {
  const request = requestOf({
    ...EMPTY,
    type: 'parts-exchange',
    customer: jinping,
    title: ' 换门封条 ',
    contactPhone: '分机 F01',
    values: { part: '门封条', quantity: '2', symptom: '漏风', safetyRisk: true },
    dimensions: { hours: '7x24', other: undefined },
    happened: { occurredAt: 1_790_000_000_000, lateReason: ' 现场没信号 ', lateEvidence: '' },
  })
  assert.deepEqual(request?.values, { part: '门封条', quantity: 2 })
  assert.deepEqual(request?.dimensions, { hours: '7x24' })
  assert.deepEqual([request?.title, request?.lateReason, 'lateEvidence' in (request ?? {})], ['换门封条', '现场没信号', false])
  assert.ok(ReportFault.safeParse(JSON.parse(JSON.stringify(request))).success)
})

const line = (id: string, channel: 'phone' | 'mail' | undefined) => ({ id, name: id, kind: 'phone', channel, hours: '全天' })

test('a report comes over the contract’s own channel: the one that was chosen, else the first of its kind; nobody reports over remote help', () => {
  const lines = linesOf({ channels: [line('hotline', 'phone'), line('duty', 'phone'), line('box', 'mail'), line('remote', undefined)] })
  const asked = (more: object) => {
    const request = requestOf({ ...EMPTY, customer: jinping, title: '停机', ...more }, lines)
    return [request?.channel, request?.line]
  }
  assert.deepEqual(asked({}), ['phone', 'hotline'])
  assert.deepEqual(asked({ line: 'duty' }), ['phone', 'duty'])
  assert.deepEqual(asked({ line: 'box' }), ['mail', 'box'])
  assert.deepEqual(asked({ line: 'gone', channel: 'mail' }), ['mail', 'box'])
  assert.deepEqual(asked({ channel: 'qr' }), ['qr', undefined])
  assert.ok(otherKinds(lines).includes('qr') && !otherKinds(lines).includes('phone'))
  assert.equal(lines.length, 3)
})

test('without a contract the kinds are offered that the trade knows', () => {
  assert.equal(lineOf({ channel: 'phone' }, linesOf(undefined)), undefined)
  assert.equal(otherKinds([]).length, 7)
  assert.equal('line' in (requestOf({ ...EMPTY, customer: jinping }) ?? {}), false)
})
