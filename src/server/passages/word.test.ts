import assert from 'node:assert/strict'
import { test } from 'node:test'
import { docxOf } from '../demo/docx.ts'
import { packArchive } from '../files/archive.ts'
import { numbered } from './draft.ts'
import { MOST_UNPACKED_BYTES, checkArchive, readWord } from './word.ts'

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const RELS = 'http://schemas.openxmlformats.org'

/** A Word document with this body. */
function withBody(body: string, notes?: string): Promise<Buffer> {
  const footnotes = `<w:footnotes ${W}><w:footnote w:id="7">${notes}</w:footnote></w:footnotes>`
  const relation = `<Relationship Id="r2" Type="${RELS}/officeDocument/2006/relationships/footnotes" Target="footnotes.xml"/>`
  const relations = {
    name: 'word/_rels/document.xml.rels',
    text: `<Relationships xmlns="${RELS}/package/2006/relationships">${relation}</Relationships>`,
  }
  return packArchive([
    ...(notes === undefined ? [] : [relations, { name: 'word/footnotes.xml', text: footnotes }]),
    {
      name: '[Content_Types].xml',
      text: `<Types xmlns="${RELS}/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    },
    {
      name: '_rels/.rels',
      text: `<Relationships xmlns="${RELS}/package/2006/relationships"><Relationship Id="r1" Type="${RELS}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    },
    { name: 'word/document.xml', text: `<w:document ${W}><w:body>${body}</w:body></w:document>` },
  ])
}

const read = async (bytes: Buffer) => numbered(await readWord(bytes))
const paragraph = (text: string, properties = '', run = '') => `<w:p>${properties}<w:r>${run}<w:t>${text}</w:t></w:r></w:p>`

test('titles, headings, paragraphs and the rows of tables are read in their order', async () => {
  const drafts = [
    { kind: 'heading', level: 1, text: '服务方案' },
    { kind: 'heading', level: 2, text: '一、响应' },
    { kind: 'paragraph', level: 1, text: '报修以后按下表 <答复> & 到场。' },
    { kind: 'row', level: 1, text: '级别 答复', cells: ['级别', '答复'] },
    { kind: 'row', level: 1, text: '紧急 5 分钟', cells: ['紧急', '5 分钟'] },
    { kind: 'paragraph', level: 1, text: '完。' },
  ] as const
  const passages = await read(await docxOf(drafts))
  assert.deepEqual(
    passages,
    drafts.map((draft, at) => ({ at, ...draft })),
  )
})

test('what was struck out is not read, what was written in is', async () => {
  const body = `<w:p><w:r><w:t>到场 </w:t></w:r><w:del w:id="1"><w:r><w:delText>48 小时</w:delText></w:r></w:del><w:ins w:id="2"><w:r><w:t>24 小时</w:t></w:r></w:ins></w:p>`
  assert.deepEqual(
    (await read(await withBody(body))).map(({ text }) => text),
    ['到场 24 小时'],
  )
})

test('a line break within a paragraph begins a new passage; a short bold line is a heading; a numbered one an item', async () => {
  const passages = await read(
    await withBody(
      paragraph('响应时间', '', '<w:rPr><w:b/></w:rPr>') +
        '<w:p><w:r><w:t>甲方报修。</w:t><w:br/><w:t>乙方答复。</w:t></w:r></w:p>' +
        paragraph('1、半小时内答复') +
        paragraph('   '),
    ),
  )
  assert.deepEqual(
    passages.map(({ kind, text }) => [kind, text]),
    [
      ['heading', '响应时间'],
      ['paragraph', '甲方报修。'],
      ['paragraph', '乙方答复。'],
      ['item', '1、半小时内答复'],
    ],
  )
})

test('a note at the foot is read after everything else', async () => {
  const body = '<w:p><w:r><w:t>到场时限见注。</w:t></w:r><w:r><w:footnoteReference w:id="7"/></w:r></w:p>'
  const passages = await read(await withBody(body + paragraph('完。'), paragraph('市区 2 小时，郊县 12 小时。')))
  assert.deepEqual(
    passages.map(({ text }) => text),
    ['到场时限见注。', '完。', '市区 2 小时，郊县 12 小时。'],
  )
})

test('an archive that unpacks to more than it may is refused by what it holds, not by what it says', async () => {
  const bomb = await packArchive([{ name: 'word/document.xml', text: 'a'.repeat(MOST_UNPACKED_BYTES + 1) }])
  assert.ok(bomb.length < 100_000)
  await assert.rejects(checkArchive(bomb), { code: 'too-large' })
  const modest = Buffer.from(bomb)
  // the stated size of the entry: one byte
  const central = modest.lastIndexOf(Buffer.from('PK\u0001\u0002'))
  modest.writeUInt32LE(1, central + 24)
  await assert.rejects(checkArchive(modest), { code: 'too-large' })
})

test('an archive with a password, one cut short and one that is no document are each told apart', async () => {
  const sound = await docxOf([{ kind: 'paragraph', level: 1, text: '一' }])
  const locked = Buffer.from(sound)
  const central = locked.indexOf('PK\u0001\u0002', 0, 'latin1')
  locked.writeUInt16LE(locked.readUInt16LE(central + 8) | 1, central + 8)
  await assert.rejects(read(locked), { code: 'locked' })
  await assert.rejects(read(sound.subarray(0, 400)), { code: 'broken' })
  await assert.rejects(read(await packArchive([{ name: 'a.xml', text: '<a/>' }])), { code: 'broken' })
  await assert.rejects(read(Buffer.from('no archive at all, though long enough to look for its end')), { code: 'broken' })
})
