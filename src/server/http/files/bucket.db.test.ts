import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openTestBucket } from '../../files/bucket.testing.ts'
import { s3Store } from '../../files/s3.ts'
import { logInAs, plantTenant, startTestServer } from '../http.testing.ts'
import { announce, download, picture, sendPart, sha256Of, upload } from './upload.testing.ts'

const bucket = await openTestBucket()
const files = s3Store(bucket)
const server = await startTestServer({ files })
await plantTenant(server, 'east')
const agent = await logInAs(server, 'hotline-agent@east')
const MB = 1024 * 1024

test('with a bucket, an upload of many parts goes on where it stopped and comes back in spans', async () => {
  const bytes = picture(19 * MB)
  const { body } = await announce(agent, { name: '全景.png', bytes })
  await sendPart(agent, body.id, { offset: 0, bytes: bytes.subarray(0, 5 * MB) })
  const wrong = await sendPart(agent, body.id, { offset: 0, bytes: bytes.subarray(0, MB) })
  assert.deepEqual([wrong.status, wrong.body.offset], [409, 5 * MB])
  const file = await upload(agent, { name: '全景.png', bytes }, 7 * MB)
  assert.deepEqual([file.id, file.state, file.mediaType], [body.id, 'kept', 'image/png'])
  assert.ok((await download(server.url, agent, file.id)).bytes.equals(bytes))
  const span = await download(server.url, agent, file.id, { range: `bytes=${9 * MB}-${9 * MB + 99}` })
  assert.equal(span.status, 206)
  assert.ok(span.bytes.equals(bytes.subarray(9 * MB, 9 * MB + 100)))
})

test('with a bucket, what arrived and is not what was announced leaves nothing there', async () => {
  const bytes = picture(MB)
  const { body } = await agent.post('/api/files', { name: '照片.png', size: bytes.length, sha256: 'c'.repeat(64) })
  const ended = await sendPart(agent, body.id, { offset: 0, bytes })
  assert.deepEqual([ended.status, ended.body.code], [422, 'file.altered'])
  assert.deepEqual(await Array.fromAsync(files.uploads('east')), [])
  assert.equal(await files.sizeOf({ tenant: 'east', sha256: sha256Of(bytes) }), undefined)
})

test('a bucket that cannot be reached is said, nothing is written, and sending goes on once it can', async () => {
  const bytes = picture(200_000)
  const { body } = await announce(agent, { name: '稍后.png', bytes })
  const away = s3Store({ ...bucket, key: 'NOBODY' })
  const { writePart } = files
  Object.assign(files, { writePart: away.writePart })
  const refused = await sendPart(agent, body.id, { offset: 0, bytes })
  assert.deepEqual([refused.status, refused.body.code], [503, 'request.files'])
  Object.assign(files, { writePart })
  assert.equal((await agent.get(`/api/files/${body.id}`)).body.offset, 0)
  assert.equal((await sendPart(agent, body.id, { offset: 0, bytes })).body.state, 'kept')
})
