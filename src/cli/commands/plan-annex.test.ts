import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { readPdf, says } from '../../server/documents/read-pdf.testing.ts'

const folder = mkdtempSync(join(tmpdir(), 'nx-annex-'))
after(() => rmSync(folder, { recursive: true }))

const PLAN = join(import.meta.dirname, '../../../plans/kefu-zhongxin.yaml')
const HASH = createHash('sha256').update(readFileSync(PLAN)).digest('hex')

function nuoxing(...args: readonly string[]) {
  const run = spawnSync(process.execPath, [join(import.meta.dirname, '../main.ts'), 'plan', ...args], {
    encoding: 'utf8',
    env: { ...process.env, LANG: 'zh_CN.UTF-8', LC_ALL: '' },
  })
  return { out: run.stdout, err: run.stderr, code: run.status }
}

const place = (name: string) => join(folder, name)

test('a plan file becomes an annex without any database; its hash is the one that the customer gets from the file inside', async () => {
  const { out, code, err } = nuoxing('annex', PLAN, '-o', place('a.pdf'), '--firm', '望海机电有限公司', '--date', '2026-03-01')
  assert.equal(code, 0, err)
  assert.ok(out.includes(HASH))
  const pdf = await readPdf(readFileSync(place('a.pdf')))
  assert.ok(says(pdf, '望海机电有限公司') && says(pdf, HASH))
  assert.match(pdf.pages[0]!, /日期：2026-03-01/)
  writeFileSync(place('inside.yaml'), pdf.attached.get('kefu-zhongxin@1.yaml')!)
  assert.equal(nuoxing('hash', place('inside.yaml')).out, `${HASH}  ${place('inside.yaml')}\n`)
  nuoxing('annex', PLAN, '-o', place('b.pdf'), '--firm', '望海机电有限公司', '--date', '2026-03-01')
  assert.deepEqual(readFileSync(place('b.pdf')), readFileSync(place('a.pdf')))
})

test('terms of a contract are filled in, in the language that is asked for', async () => {
  const terms = place('terms.yaml')
  writeFileSync(terms, '- {key: promises.answer.within, value: 4h, source: clause 3}\n')
  assert.equal(nuoxing('annex', PLAN, '--terms', terms, '--lang', 'en', '-o', place('en.pdf')).code, 0)
  const pdf = await readPdf(readFileSync(place('en.pdf')))
  assert.ok(says(pdf, 'Agreed in the contract, source: clause 3'))
})

test('a file that is not there, a language, a day or a place that does not exist: each is said, and nothing is written', () => {
  for (const [args, words] of [
    [['annex', place('none.yaml'), '-o', place('x.pdf')], /读不到文件/],
    [['annex', PLAN, '-o', place('x.pdf'), '--lang', 'fr'], /语言“fr”不支持/],
    [['annex', PLAN, '-o', place('x.pdf'), '--date', '2026-13-01'], /--date 的值“2026-13-01”不是日期/],
    [['annex', PLAN, '-o', join(folder, 'none/x.pdf')], /写不了文件/],
    [['hash', place('none.yaml')], /读不到文件/],
    [['annex', PLAN], /output/],
  ] as const) {
    const { code, err } = nuoxing(...args)
    assert.equal(code, 2)
    assert.match(err, words)
  }
})
