import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { after, test } from 'node:test'
import type { Block, DocumentContent } from './document.ts'
import { DocumentRefused, openDocuments } from './documents.ts'
import { printable } from './printable.ts'
import { readPdf, says } from './read-pdf.testing.ts'

const documents = openDocuments()
after(() => documents.close())

function content(blocks: readonly Block[], more: Partial<DocumentContent> = {}): DocumentContent {
  return {
    locale: 'zh-CN',
    running: '示例文件',
    number: 'BH-7',
    dated: '2026-03-01',
    date: Date.UTC(2026, 2, 1, 1, 2, 3),
    letterhead: { firm: '望海机电有限公司', address: '望海市东一路 8 号', phone: '电话 000-0000', footer: '说到做到' },
    blocks,
    attached: [],
    ...more,
  }
}

const text = (words: string): Block => ({ kind: 'text', text: words })
/** The pixels of a page are what a printer gets: a shape that is missing is a box or a hole in both. */
const RED_PIXEL = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC', 'base64')

test('a paper carries the firm, its number and date, and counts its pages', async () => {
  const pdf = await readPdf(await documents.pdf(content(Array.from({ length: 120 }, (_, index) => text(`第 ${index} 行`)))))
  assert.ok(pdf.pages.length > 1)
  for (const [index, page] of pdf.pages.entries()) {
    assert.match(page, new RegExp(`第 ${index + 1} 页，共 ${pdf.pages.length} 页`))
    assert.match(page, /编号：BH-7[\s\S]*日期：2026-03-01/)
    assert.equal(page.includes('望海市东一路 8 号'), index === 0)
    assert.equal(page.includes('示例文件'), index > 0)
  }
  assert.equal(pdf.info.Title, '示例文件')
  assert.equal(pdf.info.Author, '望海机电有限公司')
  assert.match(String(pdf.info.CreationDate), /^D:20260301010203/)
})

test('the same content gives the same bytes, whichever process sets it', async () => {
  const same = content([text('每字每句都一样')])
  const first = await documents.pdf(same)
  const other = openDocuments()
  try {
    assert.deepEqual(await other.pdf(same), first)
  } finally {
    await other.close()
  }
  assert.notDeepEqual(await documents.pdf(content([text('每字每句都一样。')])), first)
})

const HOSTILE = [
  '#panic("boom") #set page(width: 1pt) #include "/etc/passwd" #read("/etc/hostname")',
  '\\ \\\\ \\u{41} \\" \' ` ``` $x^2$ *粗* _斜_ @label <label> = 标题 - 项 + 项 / 词: 义 // 注 /* 注 */ ~ ---',
  '{"json": [1, null]} ${x} %s {name} {n} {m} <script>alert(1)</script> &amp; \'; DROP TABLE plan; --',
]

test('whatever somebody wrote is printed as it was written and never read as markup', async () => {
  const hostile = HOSTILE.join('\n')
  const blocks: Block[] = [
    { kind: 'title', text: hostile, under: hostile },
    { kind: 'heading', text: hostile },
    text(hostile),
    { kind: 'list', items: [{ text: hostile, below: hostile, filled: hostile }] },
    { kind: 'rows', rows: [{ label: hostile, value: hostile }] },
    {
      kind: 'clause',
      number: '1',
      title: hostile,
      tag: hostile,
      signed: hostile,
      rows: [{ label: hostile, value: hostile }],
      source: hostile,
    },
    { kind: 'fields', fields: [{ label: hostile, value: hostile, required: true, tall: false }] },
    { kind: 'signatures', sides: [{ side: hostile, name: hostile, lines: [{ label: hostile, value: hostile }, { label: hostile }] }] },
  ]
  const letterhead = { firm: hostile, address: hostile, phone: hostile, footer: hostile }
  const pdf = await readPdf(await documents.pdf(content(blocks, { letterhead, running: hostile, number: hostile, dated: hostile })))
  for (const line of HOSTILE) assert.ok(pdf.run.split(line.replaceAll(/\s/g, '')).length > 10, line)
  assert.doesNotMatch(pdf.run, /root:x:0/)
})

test('a word without any place to break stays between the margins, and whole', async () => {
  const word = 'Donaudampfschifffahrtsgesellschaft'.repeat(12)
  const pdf = await readPdf(await documents.pdf(content([text(word), { kind: 'rows', rows: [{ label: word, value: word }] }])))
  assert.ok(says(pdf, word))
})

test('what has no shape is told by its number: controls, marks that turn the line round, and characters in no font', async () => {
  const pdf = await readPdf(
    await documents.pdf(content([text('甲\u0000乙\u0007丙\u202e丁\u200b戊\ufeff己\u{e0041}庚\ud800辛\u{2ffff}壬')])),
  )
  assert.ok(says(pdf, '甲〔U+0000〕乙〔U+0007〕丙〔U+202E〕丁〔U+200B〕戊〔U+FEFF〕己〔U+E0041〕庚〔U+D800〕辛〔U+2FFFF〕壬'), pdf.run)
  const rare = await readPdf(await documents.pdf(content([text('起\u{1342f}止，𠮷𪚥家')])))
  // a machine that has a font for a sign prints the sign itself
  for (const [sign, number] of [
    ['起\u{1342f}止', '起〔U+1342F〕止'],
    ['，𠮷', '，〔U+20BB7〕'],
    ['𪚥家', '〔U+2A6A5〕家'],
  ] as const)
    assert.ok(says(rare, number) || says(rare, sign), rare.run)
})

test('rare and traditional characters, other scripts and signs are all there', async () => {
  const words = '㐂 镕 喆 祎 臺灣繁體憂鬱龜 Ünïcödé ÀÉÎ №℃㎡ ①②③ ☆ → ± × ≤ ≥ ½ ¥ € Привет Ωμα ひらがな カタカナ ㈱'
  const pdf = await readPdf(await documents.pdf(content([text(words), { kind: 'heading', text: words }])))
  for (const word of words.split(' ')) assert.ok(pdf.run.split(word).length > 2, word)
})

test('line ends of every system are line ends, and a tab is a space', () => {
  assert.equal(printable('一\r\n二\r三\u2028四\t五'), '一\n二\n三\n四 五')
})

test('a logo stands on the first page alone, and a file goes inside byte for byte', async () => {
  const bytes = Buffer.from('a: 1\r\n# \u0000\u00ff\n', 'latin1')
  const paper = content([text('正文')], {
    letterhead: { firm: '望海机电有限公司', logo: { type: 'png', bytes: RED_PIXEL } },
    attached: [{ name: 'x@1.yaml', type: 'application/yaml', description: '原文', bytes }],
  })
  const pdf = await readPdf(await documents.pdf(paper))
  assert.deepEqual([...pdf.attached.keys()], ['x@1.yaml'])
  assert.deepEqual(Buffer.from(pdf.attached.get('x@1.yaml')!), bytes)
  assert.match(await documents.picture(paper), /<image/)
})

test('the picture is letters as shapes: it asks no font and no host, and runs nothing', async () => {
  const svg = await documents.picture(content([text('<script>alert(1)</script> 你好')]))
  assert.match(svg, /^<svg /)
  assert.doesNotMatch(svg, /<script|<text|@import|href="http/)
})

test('in the picture of several pages no page hides the first: they stand on one ground', async () => {
  const svg = await documents.picture(content(Array.from({ length: 120 }, (_, index) => text(`第 ${index} 段`))))
  const height = Number(/viewBox="0 0 [\d.]+ ([\d.]+)"/.exec(svg)?.[1])
  assert.ok(height > 2 * 841, `${height} is no two pages`)
  assert.deepEqual(svg.match(/<(path|rect)[^>]* fill="#ffffff"/g), ['<rect width="100%" height="100%" fill="#ffffff"'])
})

test('a document too long, one that takes too long, and one too many in the row are refused, and the next is set', async () => {
  const strict = openDocuments({ contentBytes: 20_000, waiting: 2 })
  try {
    await assert.rejects(
      strict.pdf(content([text('长'.repeat(30_000))])),
      (error) => error instanceof DocumentRefused && error.code === 'too-long',
    )
    const asked = [1, 2, 3].map((n) => strict.pdf(content([text(`第 ${n} 份`)])))
    await assert.rejects(asked[2]!, (error) => error instanceof DocumentRefused && error.code === 'busy')
    await Promise.all(asked.slice(0, 2))
    assert.ok((await strict.pdf(content([text('再来')]))).length > 0)
  } finally {
    await strict.close()
  }
  const hasty = openDocuments({ timeMs: 1 })
  await assert.rejects(hasty.pdf(content([text('慢')])), (error) => error instanceof DocumentRefused && error.code === 'too-slow')
  await hasty.close()
})

test('a document that breaks the process takes nothing else with it', async () => {
  const torn = content([text('坏图')], { letterhead: { firm: '甲', logo: { type: 'png', bytes: Buffer.from('no picture') } } })
  await assert.rejects(documents.pdf(torn), /could not be set/)
  assert.ok((await documents.pdf(content([text('好')]))).length > 0)
})

test('a program that has its document ends by itself', () => {
  const script = `import { openDocuments } from '${new URL(import.meta.resolve('./documents.ts')).href}'
    const paper = ${JSON.stringify(content([text('一份')]))}
    console.log((await openDocuments().pdf(paper)).length > 0)`
  const out = execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8', timeout: 60_000 })
  assert.equal(out.trim(), 'true')
})
