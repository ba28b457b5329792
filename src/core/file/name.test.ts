import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { extensionOf } from './kind.ts'
import { MOST_NAME, cleanFileName } from './name.ts'

const RUNS = { numRuns: 500 * Number(process.env.NUOXING_PROVE ?? 1) }

const nasty = fc.string({
  unit: fc.constantFrom(...'aZ9.报告 /\\\u202E\u200B\u0000\u0007\n:*?"<>|\u2028𠮷é', 'e\u0301', '\ud800'),
  maxLength: 300,
})

test('an ordinary name stays as it is', () => {
  for (const name of ['现场照片 2.jpg', '验收单（盖章）.pdf', 'report-v1.2.docx', '说明', '𠮷野家.png'])
    assert.equal(cleanFileName(name), name)
})

test('of a path only the file is left, whichever way the path is written', () => {
  assert.equal(cleanFileName('../../etc/passwd.txt'), 'passwd.txt')
  assert.equal(cleanFileName('C:\\Users\\gu\\验收单.pdf'), '验收单.pdf')
  assert.equal(cleanFileName('..\\..\\x/y.png'), 'y.png')
})

test('a name that reads backwards says what it is', () => {
  assert.equal(cleanFileName('发票\u202Efdp.exe'), '发票fdp.exe')
  assert.equal(cleanFileName('\uFEFFa\u200B\u2066b\u2069.txt'), 'ab.txt')
})

test('control characters, half characters and line ends go, and blanks become one', () => {
  assert.equal(cleanFileName('a\u0000b\r\nc\u2028.txt'), 'abc.txt')
  assert.equal(cleanFileName('a\ud800b.txt'), 'ab.txt')
  assert.equal(cleanFileName('  a \u3000 b .txt'), 'a b .txt')
})

test('what a file system would read as something else is replaced', () => {
  assert.equal(cleanFileName('a:b*c?.txt'), 'a_b_c_.txt')
  assert.equal(cleanFileName('CON.txt'), '_CON.txt')
  assert.equal(cleanFileName('.htaccess'), 'htaccess')
})

test('nothing left is told as nothing', () => {
  for (const name of ['', '...', '/', 'a/', '\u202E', ' \t\n']) assert.equal(cleanFileName(name), undefined, JSON.stringify(name))
})

test('a long name keeps its ending and no character is cut in half', () => {
  const name = cleanFileName(`${'𠮷'.repeat(300)}.pdf`)!
  assert.equal([...name].length, MOST_NAME)
  assert.ok(name.endsWith('𠮷.pdf'))
  assert.equal(cleanFileName('长'.repeat(201)), '长'.repeat(200))
})

test('whatever a name is, what is kept is a plain name of one line, and cleaning it again changes nothing', () => {
  fc.assert(
    fc.property(fc.oneof(nasty, fc.string({ unit: 'binary', maxLength: 400 })), (given) => {
      const name = cleanFileName(given)
      if (name === undefined) return
      assert.ok([...name].length <= MOST_NAME && name.length > 0)
      assert.doesNotMatch(name, /[/\\\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069\u200B-\u200F\u2028\u2029<>:"|?*]/u)
      assert.doesNotMatch(name, /^[\s.]|[\s.]$/u)
      assert.equal(cleanFileName(name), name)
    }),
    RUNS,
  )
})

test('the ending of a clean name is the ending of what was given', () => {
  const letters = fc.string({ unit: fc.constantFrom(...'报告abc12 -_'), minLength: 1, maxLength: 260 }).filter((text) => text.trim() !== '')
  fc.assert(
    fc.property(letters, fc.constantFrom('pdf', 'docx', 'JPG', 'md'), (stem, ending) => {
      assert.equal(extensionOf(cleanFileName(`${stem}.${ending}`) ?? ''), ending.toLowerCase())
    }),
    RUNS,
  )
})
