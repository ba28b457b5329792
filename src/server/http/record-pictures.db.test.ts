import assert from 'node:assert/strict'
import { test } from 'node:test'
import { auditTenant } from '../audit.ts'
import { announce, download, picture, upload } from './files/upload.testing.ts'
import { logInAs, plantTenant, startTestServer } from './http.testing.ts'

const server = await startTestServer()
await plantTenant(server, 'east')
await plantTenant(server, 'west')
const manager = await logInAs(server, 'service-manager@east')
const engineer = await logInAs(server, 'engineer@east')
const stranger = await logInAs(server, 'engineer@west')

const PLAN = `plan: sites
title: 现场记录
version: 1
timezone: Asia/Shanghai
calendars:
  always: {hours: 24x7}
promises:
  called:
    text: 修复后三日内回访。
    source: [T-1]
    deadline: {starts: ticket.restored, kept-by: callback.made, within: 3d, calendar: always}
forms:
  handover:
    name: 移交确认
    fields:
      - {id: site, name: 现场照片, type: photo, required: true}
      - {id: consent, name: 业主同意, type: signature, required: true}
`
assert.equal((await manager.post('/api/plans', { yaml: PLAN })).status, 201)
const signed = await manager.post('/api/contracts', {
  number: 'HT-8',
  title: '现场记录',
  customer: 'jia',
  plan: 'sites@1',
  assets: ['jia-asset'],
})
assert.equal(signed.status, 201, signed.text)
const contract = signed.body.id as string

const PHOTO = await upload(engineer, { name: '机房.png', bytes: picture(2_000, 'site') })
const SIGNED = await upload(engineer, { name: '签名.png', bytes: picture(1_000, 'sign') })
const fillIn = (handover: object, files?: readonly string[]) =>
  engineer.post('/api/services', {
    contract,
    type: 'form.filled',
    values: { form: 'handover' },
    forms: { handover },
    ...(files ? { files } : {}),
  })
const refused = async (handover: object) => {
  const { status, body } = await fillIn(handover)
  return [status, body.code, body.errors?.[0]?.field]
}

test('a file that is none of ours, is no picture or has not arrived is refused by the field that names it, and nothing is recorded', async () => {
  const site = [PHOTO.id]
  const theirs = await upload(stranger, { name: '别家.png', bytes: picture(900, 'theirs') })
  const text = await upload(engineer, { name: '说明.txt', text: '这不是照片' })
  const begun = (await announce(engineer, { name: '没传完.png', bytes: picture(5_000, 'begun') })).body
  const consent = { file: SIGNED.id }
  assert.deepEqual(await refused({ site: ['nowhere'], consent }), [400, 'file.unknown', 'forms.handover.site'])
  assert.deepEqual(await refused({ site: [PHOTO.id, theirs.id], consent }), [400, 'file.unknown', 'forms.handover.site'])
  assert.deepEqual(await refused({ site: [text.id], consent }), [400, 'file.no-picture', 'forms.handover.site'])
  assert.deepEqual(await refused({ site: [begun.id], consent }), [400, 'file.unfinished', 'forms.handover.site'])
  assert.deepEqual(await refused({ site, consent: { file: text.id } }), [400, 'file.no-signature', 'forms.handover.consent'])
  assert.deepEqual(await refused({ site, consent: {} }), [400, 'service.field-kind', 'forms.handover.consent'])
  assert.deepEqual(await refused({ site: '见附件', consent }), [400, 'service.field-kind', 'forms.handover.site'])
  assert.deepEqual((await manager.get(`/api/services?contract=${contract}`)).body.items, [])
})

test('photos and the signature are evidence of the step, shown in their form with who signed, and to whoever may read the record', async () => {
  const beside = await upload(engineer, { name: '回执.png', bytes: picture(700, 'beside') })
  const made = await fillIn({ site: [PHOTO.id], consent: { file: SIGNED.id, name: '张主任' } }, [beside.id, PHOTO.id])
  assert.equal(made.status, 201, made.text)
  const [row] = (await manager.get(`/api/services?contract=${contract}`)).body.items
  const [entry] = row.entries
  assert.deepEqual(
    entry.forms[0].said.map(({ label, words, pictures }: any) => [label, words, pictures.map(({ id }: any) => id)]),
    [
      ['现场照片', '机房.png', [PHOTO.id]],
      ['业主同意', '张主任（手写签名）', [SIGNED.id]],
    ],
  )
  assert.deepEqual(
    entry.files.map(({ id }: any) => id),
    [beside.id],
  )
  assert.deepEqual(entry.answers.forms.handover, { site: [PHOTO.id], consent: { file: SIGNED.id, name: '张主任' } })
  assert.equal((await download(server.url, manager, SIGNED.id)).status, 200)
  assert.equal((await download(server.url, stranger, SIGNED.id)).status, 404)
})

test('where nobody can draw, the name alone is the signature', async () => {
  const filled = await fillIn({ site: [PHOTO.id], consent: { name: '李主任' } })
  assert.equal(filled.status, 201, filled.text)
  const { items } = (await manager.get(`/api/services?contract=${contract}`)).body
  const row = items.find(({ id }: any) => id === filled.body.id)
  const said = row.entries[0].forms[0].said[1]
  assert.deepEqual([said.words, said.pictures], ['李主任', undefined])
  assert.deepEqual(row.entries[0].answers.forms.handover.consent, { name: '李主任' })
})

test('put right by another, the pictures that stay stay, and the seal covers them all', async () => {
  const rows = async () => (await manager.get(`/api/services?contract=${contract}`)).body.items
  const row = (await rows()).find(({ entries: [{ answers }] }: any) => answers.forms.handover.consent.name === '张主任')
  const { fact, answers } = row.entries[0]
  const forms = { handover: { ...answers.forms.handover, consent: { file: SIGNED.id, name: '张副主任' } } }
  const put = await manager.post(`/api/services/${row.id}/correct`, { fact, reason: '签字人写错', values: answers.values, forms })
  assert.equal(put.status, 200, put.text)
  const again = (await rows()).find(({ id }: any) => id === row.id)
  const standing = again.entries.find(({ voided }: any) => !voided)
  assert.equal(standing.forms[0].said[1].words, '张副主任（手写签名）')
  assert.deepEqual((await auditTenant(server.services, 'east')).differences, [])
})
