import assert from 'node:assert/strict'
import { appendFileSync, existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { plantContracts } from '../http/contract.testing.ts'
import { announce, picture, sendPart, upload } from '../http/files/upload.testing.ts'
import { logInAs, plantTenant, startTestServer } from '../http/http.testing.ts'
import { auditFiles } from './audit.ts'
import { openTestBucket } from './bucket.testing.ts'
import { diskStore } from './disk.ts'
import { s3Store } from './s3.ts'
import { SWEEP_AFTER_MS, sweepFiles } from './sweep.ts'
import type { FileStore } from './store.ts'

const folder = mkdtempSync(join(tmpdir(), 'nx-sweep-'))
after(() => rmSync(folder, { recursive: true, force: true }))
const server = await startTestServer({ files: diskStore(folder) })
await plantTenant(server, 'east')
await plantContracts(server, 'east')
const agent = await logInAs(server, 'hotline-agent@east')
const { services, owner, time } = server
const store = services.files
const KB = 1024

const pathOf = (sha256: string) => join(folder, 'east', 'content', sha256.slice(0, 2), sha256.slice(2, 4), sha256)
const sweep = (now: number, over: FileStore = store) => sweepFiles({ owner, store: over, now })

/** Files on the disk are as old as the machine says; a test cannot wait a day for them. */
function age(path: string): void {
  const at = (time.now - 2 * SWEEP_AFTER_MS) / 1000
  utimesSync(path, at, at)
}

async function attached(name: string) {
  const file = await upload(agent, { name, bytes: picture(9 * KB) })
  const report = { channel: 'phone', title: '停机', customer: 'jia', asset: 'jia-asset', contract: 'jia-contract', files: [file.id] }
  const answer = await agent.post('/api/tickets', report)
  assert.equal(answer.status, 201, answer.text)
  return { ...file, ticket: answer.body.id as string }
}

test('an upload that nobody finished is swept away a day after its last part, and not before', async () => {
  const bytes = picture(60 * KB)
  const { body } = await announce(agent, { name: '半份.png', bytes })
  await sendPart(agent, body.id, { offset: 0, bytes: bytes.subarray(0, 30 * KB) })
  const sending = join(folder, 'east', 'sending', body.id)
  assert.deepEqual(await sweep(time.now + SWEEP_AFTER_MS), { uploads: 0, contents: 0 })
  assert.ok(existsSync(sending))
  assert.deepEqual(await sweep(time.now + SWEEP_AFTER_MS + 1), { uploads: 1, contents: 0 })
  assert.ok(!existsSync(sending))
  assert.equal((await agent.get(`/api/files/${body.id}`)).status, 404)
})

test('contents that no file has any more go after a day; those of a file stay, however old', async () => {
  const kept = await attached('留下.png')
  const gone = await upload(agent, { name: '收回.png', bytes: picture(8 * KB) })
  await agent.delete(`/api/files/${gone.id}`)
  for (const { sha256 } of [kept, gone]) age(pathOf(sha256))
  assert.equal((await sweep(time.now)).contents, 0)
  assert.equal((await sweep(time.now + 2 * SWEEP_AFTER_MS)).contents, 1)
  assert.deepEqual([existsSync(pathOf(kept.sha256)), existsSync(pathOf(gone.sha256))], [true, false])
})

test('what a process left behind when it died goes after a day: contents without a row, parts without one', async () => {
  const part = { tenant: 'east', id: 'left-behind' }
  await store.writePart(part, 0, Buffer.from('x'))
  await store.writePart({ tenant: 'east', id: 'left-kept' }, 0, Buffer.from('y'))
  const content = { tenant: 'east', sha256: 'd'.repeat(64) }
  await store.keep({ tenant: 'east', id: 'left-kept' }, content, 1)
  writeFileSync(join(folder, 'east', 'content', 'dd', 'note.txt'), '')
  assert.deepEqual(await sweep(time.now), { uploads: 0, contents: 0 })
  age(join(folder, 'east', 'sending', 'left-behind'))
  age(pathOf(content.sha256))
  assert.deepEqual(await sweep(time.now), { uploads: 1, contents: 1 })
  assert.equal(await store.sizeOf(content), undefined)
})

test('in a bucket the same goes', async () => {
  const bucket = s3Store(await openTestBucket())
  await bucket.writePart({ tenant: 'east', id: 'left' }, 0, Buffer.from('x'))
  await bucket.writePart({ tenant: 'east', id: 'kept' }, 0, Buffer.from('y'))
  await bucket.keep({ tenant: 'east', id: 'kept' }, { tenant: 'east', sha256: 'e'.repeat(64) }, 1)
  assert.deepEqual(await sweep(Date.now(), bucket), { uploads: 0, contents: 0 })
  const later = await sweep(Date.now() + 2 * SWEEP_AFTER_MS, bucket)
  assert.deepEqual([later.uploads, later.contents], [1, 1])
  assert.deepEqual([await Array.fromAsync(bucket.uploads('east')), await Array.fromAsync(bucket.contents('east'))], [[], []])
})

test('an audit finds every attached file with its hash, and names what is altered, gone, hidden or slipped in', async () => {
  const clean = await auditFiles(services, 'east')
  assert.deepEqual([clean.faults, clean.contents > 0], [[], true])
  const [altered, missing, hidden] = [await attached('改动.png'), await attached('删除.png'), await attached('藏起.png')]
  const loose = await upload(agent, { name: '塞进.png', bytes: picture(7 * KB) })
  appendFileSync(pathOf(altered.sha256), 'x')
  rmSync(pathOf(missing.sha256))
  await owner.raw.query('DELETE FROM file_use WHERE file = $1', [hidden.id])
  await owner.raw.query(
    `INSERT INTO file_use (tenant_id, id, file, subject, fact, at) SELECT 'east', 'u1', $1, subject, id, 0 FROM fact WHERE subject = $2`,
    [loose.id, `ticket/${altered.ticket}`],
  )
  const { faults } = await auditFiles(services, 'east')
  assert.deepEqual(faults.map(({ kind, name, subject }) => `${kind} ${name} ${subject}`).toSorted(), [
    `altered 改动.png ticket/${altered.ticket}`,
    `missing 删除.png ticket/${missing.ticket}`,
    `slipped-in 塞进.png ticket/${altered.ticket}`,
    `unlisted 藏起.png ticket/${hidden.ticket}`,
  ])
})
