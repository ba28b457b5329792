import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { isUnread } from '../sheets/file.ts'
import { writeXlsx } from '../sheets/xlsx-write.ts'
import { docxOf } from '../demo/docx.ts'
import { packArchive } from '../files/archive.ts'
import { openReader } from './reader.ts'

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const reader = openReader()
after(() => reader.close())

test('texts are read as they are written: UTF-8, GB 18030, UTF-16', async () => {
  const gbk = Buffer.from('b1a8d0deba f3b4f0b8b4'.replaceAll(' ', ''), 'hex')
  const texts: [Buffer, string][] = [
    [Buffer.from('报修后答复'), 'text/plain'],
    [gbk, 'text/plain;charset=gb18030'],
    [Buffer.from('\uFEFF报修后答复', 'utf16le'), 'text/plain;charset=utf-16le'],
  ]
  for (const [bytes, type] of texts) assert.equal((await reader.read(bytes, type)).passages[0]?.text, '报修后答复', type)
})

test('Markdown is read by its headings, lists, tables and paragraphs', async () => {
  const text = '# 计划\n\n本计划\n由我方执行。\n\n- 一\n- **二**\n\n| 级 | 时 |\n|---|---|\n| 甲 | 1 小时 |\n'
  const { passages } = await reader.read(Buffer.from(text), 'text/markdown')
  assert.deepEqual(
    passages.map(({ kind, text: said }) => [kind, said]),
    [
      ['heading', '计划'],
      ['paragraph', '本计划由我方执行。'],
      ['item', '一'],
      ['item', '二'],
      ['row', '级 时'],
      ['row', '甲 1 小时'],
    ],
  )
})

test('what no reader sees, or what turns the text around, is gone', async () => {
  const { passages } = await reader.read(Buffer.from('3\u202E0 \u200B分钟\u0000内\t\t答复'), 'text/markdown')
  assert.equal(passages.map(({ text }) => text).join(), '30 分钟内 答复')
})

test('a document is read by a process of its own, several at the same time', async () => {
  const bytes = await docxOf([{ kind: 'paragraph', level: 1, text: '30 分钟内答复' }])
  const all = await Promise.all([1, 2, 3].map(() => reader.read(bytes, WORD)))
  assert.deepEqual(
    all.map(({ passages }) => passages[0]?.text),
    ['30 分钟内答复', '30 分钟内答复', '30 分钟内答复'],
  )
})

test('reading that takes too long is stopped, and who comes when too many wait is told so', async () => {
  const bytes = await docxOf([{ kind: 'paragraph', level: 1, text: '一' }])
  const hasty = openReader({ timeMs: 1 })
  await assert.rejects(hasty.read(bytes, WORD), { code: 'too-slow' })
  const narrow = openReader({ atOnce: 1, waiting: 0 })
  const [first, second] = await Promise.allSettled([narrow.read(bytes, WORD), narrow.read(bytes, WORD)])
  assert.equal(first.status, 'fulfilled')
  assert.equal(second.status === 'rejected' && second.reason.code, 'busy')
  await Promise.all([hasty.close(), narrow.close()])
})

test('a document that eats all room ends its own process and no other', async () => {
  const deep = '<w:p><w:r><w:t>一</w:t></w:r></w:p>'.repeat(500_000)
  const body = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${deep}</w:body></w:document>`
  const small = openReader({ heapMb: 60 })
  const bytes = await packArchive([
    {
      name: '_rels/.rels',
      text: '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    },
    { name: '[Content_Types].xml', text: '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>' },
    { name: 'word/document.xml', text: body },
  ])
  await assert.rejects(small.read(bytes, WORD), { code: 'too-large' })
  await small.close()
})

test('a workbook is read by such a process as well, and one that takes too long is too big', async () => {
  const sheet = (rows: number) => ({
    name: '上门',
    columns: [{ head: '完成时间', width: 12 }],
    rows: Array.from({ length: rows }, () => ['2026-09-20']),
  })
  const bytes = await writeXlsx([sheet(1)])
  const read = await reader.tables(bytes)
  assert.deepEqual(isUnread(read) ? read : read.map(({ name, rows }) => [name, ...rows.map(({ cells }) => cells[0])]), [
    ['上门', '完成时间', '2026-09-20'],
  ])
  assert.deepEqual(await reader.tables(Buffer.from('PK no archive')), { because: 'broken' })
  const hasty = openReader({ timeMs: 1 })
  assert.deepEqual(await hasty.tables(bytes), { because: 'too-big' })
  const narrow = openReader({ atOnce: 1, waiting: 0 })
  const [, second] = await Promise.allSettled([narrow.tables(bytes), narrow.tables(bytes)])
  assert.equal(second.status === 'rejected' && second.reason.code, 'busy')
  await Promise.all([hasty.close(), narrow.close()])
})

test('kinds that have no text are refused before a byte is read', async () => {
  await assert.rejects(reader.read(Buffer.from('x'), 'image/png'), { code: 'kind' })
})
