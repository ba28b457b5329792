import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openArchive, packArchive } from './archive.ts'

const WIDE = { entries: 10, bytes: 1_000 }
const CENTRAL = 'PK\u0001\u0002'

const texts = [
  { name: '[Content_Types].xml', text: '<Types/>' },
  { name: 'word/document.xml', text: '响应 2 小时' },
]

test('an archive names what it holds and unpacks it; what is not there is nothing', async () => {
  const archive = await openArchive(await packArchive(texts), WIDE)
  assert.deepEqual(
    archive.names,
    texts.map(({ name }) => name),
  )
  assert.equal((await archive.read('word/document.xml'))?.toString(), '响应 2 小时')
  assert.equal(await archive.read('word'), undefined)
  assert.equal(await archive.read('constructor'), undefined)
})

test('the same texts give the same bytes, whenever they are packed', async (t) => {
  const first = await packArchive(texts)
  t.mock.timers.enable({ apis: ['Date'], now: Date.UTC(2031, 5, 1) })
  assert.deepEqual(await packArchive(texts), first)
})

test('entries beyond the bound are refused before any is unpacked', async () => {
  const many = Array.from({ length: 11 }, (_, at) => ({ name: `${at}.xml`, text: 'a' }))
  await assert.rejects(openArchive(await packArchive(many), WIDE), { code: 'too-large' })
  assert.equal((await openArchive(await packArchive(many.slice(1)), WIDE)).names.length, 10)
})

test('one budget holds for all that is read, to the byte', async () => {
  const bytes = await packArchive([
    { name: 'a', text: 'a'.repeat(600) },
    { name: 'b', text: 'b'.repeat(400) },
    { name: 'c', text: 'c' },
  ])
  const archive = await openArchive(bytes, WIDE)
  await archive.read('a')
  assert.equal((await archive.read('b'))?.length, 400)
  await assert.rejects(archive.read('c'), { code: 'too-large' })
})

test('a size that an entry only states opens no door: too much is too much, and too little is broken', async () => {
  const lying = await packArchive([{ name: 'a', text: 'a'.repeat(100_000) }])
  lying.writeUInt32LE(1, lying.indexOf(CENTRAL, 0, 'latin1') + 24)
  await assert.rejects((await openArchive(lying, WIDE)).read('a'), { code: 'too-large' })
  await assert.rejects((await openArchive(lying, { ...WIDE, bytes: 1_000_000 })).read('a'), { code: 'broken' })
})

test('an archive with a password, one cut short and what is none are told apart', async () => {
  const sound = await packArchive(texts)
  const locked = Buffer.from(sound)
  const central = locked.indexOf(CENTRAL, 0, 'latin1')
  locked.writeUInt16LE(locked.readUInt16LE(central + 8) | 1, central + 8)
  await assert.rejects(openArchive(locked, WIDE), { code: 'locked' })
  await assert.rejects(openArchive(sound.subarray(0, 100), WIDE), { code: 'broken' })
  await assert.rejects(openArchive(Buffer.from('no archive at all'), WIDE), { code: 'broken' })
})
