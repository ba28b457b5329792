import assert from 'node:assert/strict'
import { test } from 'node:test'
import { FILE_KINDS, MEDIA_TYPES, extensionOf, kindOf, typeByName } from './kind.ts'

test('each ending belongs to one kind of file', () => {
  const all = MEDIA_TYPES.flatMap((type) => FILE_KINDS[type].extensions as readonly string[])
  assert.equal(new Set(all).size, all.length)
  for (const type of MEDIA_TYPES) for (const extension of FILE_KINDS[type].extensions) assert.equal(typeByName(`报告.${extension}`), type)
})

test('an ending counts whatever its case, and a dot in front is no ending', () => {
  assert.equal(extensionOf('现场.JPG'), 'jpg')
  assert.equal(extensionOf('a.tar.gz'), 'gz')
  for (const name of ['说明', '.pdf', 'a.', 'a.thirteenlettr']) assert.equal(extensionOf(name), '', name)
})

test('a text in another writing is of the same kind', () => {
  assert.equal(kindOf('text/csv;charset=gb18030'), FILE_KINDS['text/csv'])
})

test('what runs in a browser or on a machine is no kind that may be attached', () => {
  for (const name of ['a.svg', 'a.html', 'a.exe', 'a.js', 'a.docm', 'a.zip', 'a']) assert.equal(typeByName(name), undefined, name)
  for (const type of ['image/svg+xml', 'text/html', 'constructor', '__proto__']) assert.equal(kindOf(type), undefined, type)
})

test('a browser shows pictures, PDF and text, and nothing else', () => {
  const shown = MEDIA_TYPES.filter((type) => FILE_KINDS[type].shown)
  assert.deepEqual(shown, ['application/pdf', 'image/jpeg', 'image/png', 'image/webp', 'text/plain', 'text/csv', 'text/markdown'])
})
