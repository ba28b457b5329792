import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Block } from '../documents/document.ts'
import { openDocuments } from '../documents/documents.ts'
import { numbered } from './draft.ts'
import { readPdf } from './pdf.ts'
import { line, pagesOf } from './pdf.testing.ts'

/** 售后服务, 响应, 一, 两 … in GBK. */
const GBK = { service: 'cadbbaf3b7fecef1', reply: 'cfecd3a6', within: 'c4dab4f0b8b4', page: 'b5da' } as const

async function passagesOf(bytes: Buffer) {
  const { drafts } = await readPdf(bytes)
  return numbered(drafts)
}

const TEXTS = [
  '1.1 设备经验收合格并交付使用，两项都完成之日起算，质保期两年。更换上去的零件，自换上当天起再保十二个月，到期以前的维修与更换都不收费。',
  '1.2 质保期之内，技术咨询、换件、修理一概免费。',
  '报修以后的一切事项由值班台统一受理，登记以后转给工程师，客户不必另行联系任何人，处理经过随时可以向值班台查询。',
]

async function typeset(): Promise<Buffer> {
  const documents = openDocuments()
  const blocks: Block[] = [
    { kind: 'title', text: '设备售后服务计划', under: undefined },
    { kind: 'heading', text: '一、质保期与收费' },
    ...TEXTS.map((text): Block => ({ kind: 'text', text })),
    {
      kind: 'rows',
      rows: [
        { label: '一般故障', value: '4 小时内恢复运行' },
        { label: '重大故障', value: '8 小时内恢复运行' },
      ],
    },
    ...Array.from({ length: 40 }, (_, at): Block => ({ kind: 'text', text: `第 ${at + 1} 项补充说明，供双方存查。` })),
  ]
  const head = { locale: 'zh-CN', running: '设备售后服务计划', number: '附件三', dated: undefined, date: 0, attached: [] } as const
  try {
    return Buffer.from(await documents.pdf({ ...head, letterhead: { firm: '川禾机电服务' }, blocks }))
  } finally {
    await documents.close()
  }
}

test('a typeset PDF is read by its titles, paragraphs and rows, each with its page; heads and feet are not of it', async () => {
  const bytes = await typeset()
  const { pages } = await readPdf(bytes)
  assert.equal(pages, 2)
  const passages = await passagesOf(bytes)
  const of = (text: string) => passages.find((one) => one.text === text) ?? assert.fail(text)
  assert.equal(of('设备售后服务计划').kind, 'heading')
  assert.equal(of('设备售后服务计划').level, 1)
  assert.equal(of('一、质保期与收费').kind, 'heading')
  for (const text of TEXTS) assert.equal(of(text).page, 1)
  assert.deepEqual(of('一般故障 4 小时内恢复运行').cells, ['一般故障', '4 小时内恢复运行'])
  assert.equal(of('第 40 项补充说明，供双方存查。').page, 2)
  assert.equal(passages.filter(({ text }) => text === '设备售后服务计划').length, 1)
})

test('a font that lies in no file is read by the tables that come with the program', async () => {
  const passages = await passagesOf(pagesOf([line(60, 760, GBK.service, 18) + line(60, 720, GBK.reply + GBK.within.repeat(3))]))
  assert.deepEqual(
    passages.map(({ text }) => text),
    ['售后服务', '响应内答复内答复内答复'],
  )
})

test('what stands side by side is a row; a line that only turns the page goes on', async () => {
  const row = line(60, 700, GBK.reply) + line(200, 700, GBK.within) + line(60, 680, GBK.service) + line(200, 680, GBK.reply)
  const passages = await passagesOf(pagesOf([line(60, 760, GBK.service, 18) + row]))
  assert.deepEqual(
    passages.map(({ cells }) => cells),
    [undefined, ['响应', '内答复'], ['售后服务', '响应']],
  )
  const long = GBK.within.repeat(15)
  const [one, ...others] = await passagesOf(pagesOf([line(60, 60, long), line(60, 780, long)]))
  assert.equal(one?.text, '内答复'.repeat(30))
  assert.deepEqual(others, [])
})

test('numbers of pages, and lines that head every page, are no passages', async () => {
  const pages = [1, 2, 3].map(
    (n) => line(60, 810, GBK.service) + line(60, 700 - n, GBK.within.repeat(6)) + line(290, 30, `0${n}`.replace('0', '3')),
  )
  const passages = await passagesOf(pagesOf(pages))
  assert.ok(passages.length > 0)
  assert.ok(
    passages.every(({ text }) => /^(内答复)+$/.test(text)),
    JSON.stringify(passages),
  )
})

test('a scan without text, a file with a password and a broken one are each told apart', async () => {
  const locked = pagesOf(
    [line(60, 700, GBK.service)],
    `/Encrypt << /Filter /Standard /V 1 /R 2 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> /P -4 >> /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]`,
  )
  const cases: [Buffer, string][] = [
    [pagesOf(['0 0 m 100 100 l S']), 'no-text'],
    [locked, 'locked'],
    [Buffer.from('%PDF-1.7\nnothing'), 'broken'],
    [pagesOf(Array.from({ length: 301 }, () => line(60, 700, GBK.within))), 'too-many-pages'],
  ]
  for (const [bytes, code] of cases) await assert.rejects(passagesOf(bytes), { code }, code)
})
