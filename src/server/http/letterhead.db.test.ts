import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { demoLogo, demoSeal } from '../demo/marks.ts'
import { MOST_PICTURE_BYTES } from '../documents/picture.ts'
import { readPdf, says } from '../documents/read-pdf.testing.ts'
import { picture, upload } from './files/upload.testing.ts'
import { logInAs, plantTenant, startTestServer } from './http.testing.ts'

const server = await startTestServer()
await plantTenant(server, 'east')
const administrator = await logInAs(server, 'administrator@east')
const manager = await logInAs(server, 'service-manager@east')

const put = (body: object) => administrator.ask('PUT', '/api/letterhead', { body })
const logo = (await upload(administrator, { name: '标志.png', bytes: demoLogo() })).id
const seal = (await upload(administrator, { name: '印章.png', bytes: demoSeal() })).id

test('a firm that has set no letterhead signs with the name it was founded with', async () => {
  const { body } = await administrator.get('/api/letterhead')
  assert.deepEqual(body, { version: 0, firm: 'east 机电' })
  assert.ok(says(await readPdf((await administrator.get('/api/letterhead/sample')).bytes), 'east 机电'))
})

test('a letterhead stands on every paper from then on, and who changed it when is kept', async () => {
  const changed = await put({ version: 0, firm: '东岳机电', address: '东岳市一号', footer: '页脚一句', logo, seal })
  assert.equal(changed.status, 200, changed.text)
  assert.deepEqual([changed.body.version, changed.body.logo.name, changed.body.seal.name], [1, '标志.png', '印章.png'])
  const sample = await readPdf((await administrator.get('/api/letterhead/sample')).bytes)
  assert.match(sample.pages[0]!.replaceAll(/\s/g, ''), /页脚一句/)
  for (const words of ['东岳机电', '东岳市一号', '信头样张']) assert.ok(says(sample, words), words)
  const yaml = readFileSync(join(import.meta.dirname, '../../../plans/keyou.yaml'), 'utf8')
  assert.equal((await manager.post('/api/plans', { yaml })).status, 201)
  const annex = await readPdf((await manager.get('/api/plans/keyou@1/annex')).bytes)
  assert.ok(says(annex, '东岳机电') && says(annex, '东岳市一号'))
  const [line] = (await administrator.get('/api/trail?action=letterhead.changed')).body.items
  assert.deepEqual([line.subject, line.detail.logo, line.words], ['letterhead/1', logo, '修改信头'])
})

test('what is no longer named is gone, and whoever changes what another has just changed is told', async () => {
  assert.equal((await put({ version: 1, firm: '东岳机电', seal })).body.logo, undefined)
  const late = await put({ version: 1, firm: '晚了一步' })
  assert.deepEqual([late.status, late.body.code], [409, 'letterhead.replaced'])
  assert.equal((await administrator.get('/api/letterhead')).body.firm, '东岳机电')
})

test('a picture that no paper can carry is refused by its field, and nothing is changed', async () => {
  const broken = Buffer.concat([demoLogo().subarray(0, 300), Buffer.from('not a picture any more')])
  const wide = demoLogo()
  wide.writeUInt32BE(9_000, 16)
  const cases = [
    [{ name: '说明.txt', bytes: Buffer.from('文字') }, 'picture.kind'],
    [{ name: '大.png', bytes: picture(MOST_PICTURE_BYTES + 1) }, 'picture.too-large'],
    [{ name: '坏.png', bytes: broken }, 'picture.unreadable'],
    [{ name: '宽.png', bytes: wide }, 'picture.too-many-points'],
  ] as const
  const before = (await administrator.get('/api/letterhead')).body
  for (const [sent, code] of cases) {
    const { id } = await upload(administrator, sent)
    for (const side of ['logo', 'seal']) {
      const refused = await put({ version: before.version, firm: '东岳机电', [side]: id })
      assert.equal(refused.status, 400, `${sent.name} ${refused.text}`)
      assert.deepEqual(
        (refused.body.errors as { field: string; code: string }[]).map(({ field, code: said }) => [field, said]),
        [[side, code]],
        sent.name,
      )
    }
  }
  assert.deepEqual((await administrator.get('/api/letterhead')).body, before)
})

test('a preview keeps nothing; only who looks after templates may see or change a letterhead', async () => {
  const shown = await administrator.ask('POST', '/api/letterhead/preview', { body: { firm: '试一试', logo, seal } })
  assert.equal(shown.status, 200, shown.text)
  assert.match(shown.body.picture, /^<svg/)
  assert.equal((await administrator.get('/api/letterhead')).body.firm, '东岳机电')
  assert.equal((await manager.ask('PUT', '/api/letterhead', { body: { version: 2, firm: '不行' } })).status, 403)
})
