import assert from 'node:assert/strict'
import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { buffer } from 'node:stream/consumers'
import { openTestBucket } from './bucket.testing.ts'
import { diskStore } from './disk.ts'
import { BucketTrouble, s3Store } from './s3.ts'
import type { Content, FileStore, Upload } from './store.ts'

const folder = mkdtempSync(join(tmpdir(), 'nx-store-'))
after(() => rmSync(folder, { recursive: true, force: true }))
const bucket = await openTestBucket()
const STORES: Readonly<Record<string, FileStore>> = { 'a folder': diskStore(folder), 'a bucket': s3Store(bucket) }

const KB = 1024
const contentOf = (tenant: string, bytes: Uint8Array): Content => ({ tenant, sha256: createHash('sha256').update(bytes).digest('hex') })
const newUpload = (tenant = 'east'): Upload => ({ tenant, id: randomBytes(6).toString('hex') })

async function send(store: FileStore, upload: Upload, { bytes, part }: { readonly bytes: Buffer; readonly part: number }): Promise<void> {
  for (let at = 0; at < bytes.length; at += part) await store.writePart(upload, at, bytes.subarray(at, at + part))
}

for (const [name, store] of Object.entries(STORES)) {
  test(`${name} gives back what was sent, whole and in spans, under its hash`, async () => {
    for (const size of [1, 300 * KB, 19 * 1024 * KB + 7]) {
      const bytes = randomBytes(size)
      const [upload, content] = [newUpload(), contentOf('east', bytes)]
      assert.equal(await store.sizeOf(content), undefined)
      await send(store, upload, { bytes, part: 4 * 1024 * KB })
      assert.ok((await buffer(store.readParts(upload))).equals(bytes))
      await store.keep(upload, content, size)
      assert.equal(await store.sizeOf(content), size)
      assert.ok((await buffer(await store.read(content))).equals(bytes))
      const span = { from: Math.floor(size / 3), to: Math.floor(size / 2) }
      assert.ok((await buffer(await store.read(content, span))).equals(bytes.subarray(span.from, span.to + 1)))
      assert.deepEqual(
        (await Array.fromAsync(store.uploads('east'))).filter(({ id }) => id === upload.id),
        [],
      )
    }
  })

  test(`in ${name} a part that is sent again, longer or shorter, stands once`, async () => {
    const bytes = randomBytes(90 * KB)
    const upload = newUpload()
    await store.writePart(upload, 0, bytes.subarray(0, 50 * KB))
    await store.writePart(upload, 0, bytes.subarray(0, 30 * KB))
    await store.writePart(upload, 30 * KB, bytes.subarray(30 * KB, 60 * KB))
    await store.writePart(upload, 30 * KB, bytes.subarray(30 * KB))
    assert.ok((await buffer(store.readParts(upload))).equals(bytes))
    await store.dropParts(upload)
    await store.dropParts(upload)
    assert.deepEqual(
      (await Array.fromAsync(store.uploads('east'))).filter(({ id }) => id === upload.id),
      [],
    )
  })

  test(`in ${name} contents lie once a firm, however often they are brought, and apart from another firm's`, async () => {
    const bytes = randomBytes(40 * KB)
    for (const tenant of ['east', 'east', 'north']) {
      const upload = newUpload(tenant)
      await send(store, upload, { bytes, part: 16 * KB })
      await store.keep(upload, contentOf(tenant, bytes), bytes.length)
    }
    const { sha256 } = contentOf('east', bytes)
    const listed = (tenant: string) => Array.fromAsync(store.contents(tenant)).then((all) => all.filter((one) => one.sha256 === sha256))
    const [one, ...more] = await listed('east')
    assert.ok(one && more.length === 0 && Math.abs(Date.now() - one.writtenAt) < 600_000)
    await store.remove({ tenant: 'east', sha256 })
    await store.remove({ tenant: 'east', sha256 })
    assert.equal(await store.sizeOf({ tenant: 'east', sha256 }), undefined)
    assert.equal((await listed('north')).length, 1)
  })
}

test('a folder that lost an upload takes it up again without a fault, and what comes of it is not what was announced', async () => {
  const store = STORES['a folder']!
  const upload = newUpload()
  await store.writePart(upload, 10, Buffer.from('rest'))
  assert.equal((await buffer(store.readParts(upload))).length, 14)
  await store.dropParts(upload)
})

test('in a folder contents stand under the first letters of their hash, and nobody else on the machine reads them', async () => {
  const store = STORES['a folder']!
  const bytes = randomBytes(KB)
  const [upload, content] = [newUpload('west'), contentOf('west', bytes)]
  await send(store, upload, { bytes, part: KB })
  await store.keep(upload, content, KB)
  const { sha256 } = content
  const path = join(folder, 'west', 'content', sha256.slice(0, 2), sha256.slice(2, 4), sha256)
  assert.deepEqual([statSync(path).size, statSync(path).mode & 0o077], [KB, 0])
  assert.deepEqual(readdirSync(join(folder, 'west', 'sending')), [])
  // one that a hand has shortened is replaced by what is brought anew
  writeFileSync(path, 'cut')
  await send(store, upload, { bytes, part: KB })
  await store.keep(upload, content, KB)
  assert.ok((await buffer(await store.read(content))).equals(bytes))
})

test('a bucket that does not know us says so, and nothing that is written fails in silence', async () => {
  const stranger = s3Store({ ...bucket, key: 'NOBODY' })
  await assert.rejects(stranger.writePart(newUpload(), 0, Buffer.from('x')), BucketTrouble)
  await assert.rejects(stranger.sizeOf(contentOf('east', Buffer.from('x'))), BucketTrouble)
  const nowhere = s3Store({ ...bucket, bucket: `${bucket.bucket}-none` })
  await assert.rejects(nowhere.writePart(newUpload(), 0, Buffer.from('x')), BucketTrouble)
})
