import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, test } from 'node:test'
import { openPlaces } from '../../core/plan/open-places.ts'
import { PLAN_FILES, bundled, bundledText } from '../../core/plan/plans.testing.ts'
import { mergeTerms } from '../../core/plan/terms.ts'
import { tellPlan } from '../../core/plan/told.ts'
import type { Term } from '../../core/plan/types.ts'
import { LOCALES } from '../../core/words.ts'
import type { Locale } from '../../core/words.ts'
import { annexOf } from './annex.ts'
import type { AnnexInput } from './annex.ts'
import { openDocuments } from './documents.ts'
import { readPdf, says } from './read-pdf.testing.ts'

const documents = openDocuments()
after(() => documents.close())

function inputOf(id: string, locale: Locale, more: Partial<AnnexInput> = {}): AnnexInput {
  const bytes = Buffer.from(bundledText(`${id}.yaml`))
  return {
    locale,
    letterhead: { firm: '望海机电有限公司' },
    plan: bundled(id),
    terms: [],
    file: { bytes, sha256: createHash('sha256').update(bytes).digest('hex') },
    date: Date.UTC(2026, 2, 1),
    dated: '2026-03-01',
    ...more,
  }
}

const ALL = PLAN_FILES.map((file) => file.replace('.yaml', ''))
/** Two plans that hold every form and section between them; all thirty where everything is proved. */
const PLANS = process.env.NUOXING_PROVE === undefined ? ['shebei-2nian', 'kefu-zhongxin'] : ALL

for (const id of PLANS)
  test(`the annex of ${id} says every promise, what is open and what is listed only, in three languages, with no shape missing`, async () => {
    const texts = new Map<Locale, string>()
    for (const locale of LOCALES) {
      const input = inputOf(id, locale)
      const pdf = await readPdf(await documents.pdf(annexOf(input)))
      const told = tellPlan(input.plan, locale)
      for (const { title, text, reading, lines, broken } of told.clauses) {
        const parts = [title, ...(text?.split('\n') ?? []), ...(reading?.split('\n') ?? []), ...broken]
        for (const part of parts) assert.ok(says(pdf, part), `${locale}: ${part}`)
        for (const { words } of lines) {
          const [, value = words] = /^[^：:]*(?:：|: )(.*)$/su.exec(words) ?? []
          assert.ok(says(pdf, words) || says(pdf, value), `${locale}: ${words}`)
        }
      }
      for (const { text } of [...told.later, ...told.charges, ...told.channels, ...told.roles, ...told.forms])
        if (text !== undefined) assert.ok(says(pdf, text), `${locale}: ${text}`)
      for (const { words } of told.calendars) assert.ok(says(pdf, words), `${locale}: ${words}`)
      for (const place of openPlaces(input.plan).filter((one) => one.promise !== undefined))
        assert.ok(says(pdf, input.plan.promises[place.promise!]!.title!), place.key)
      assert.ok(says(pdf, input.file.sha256))
      assert.doesNotMatch(pdf.run, /〔U\+|\ufffd|undefined|\[object/)
      assert.deepEqual(Buffer.from(pdf.attached.get(`${id}@${input.plan.version}.yaml`)!), input.file.bytes)
      texts.set(locale, pdf.run)
    }
    assert.equal(new Set(texts.values()).size, LOCALES.length)
  })

test('two runs over the same plan give the same bytes', async () => {
  const other = openDocuments()
  try {
    assert.deepEqual(await documents.pdf(annexOf(inputOf('fanwen-1', 'zh-CN'))), await other.pdf(annexOf(inputOf('fanwen-1', 'zh-CN'))))
  } finally {
    await other.close()
  }
})

const TERMS: readonly Term[] = [
  { key: 'promises.answer.within', value: '4h', source: '合同第三条第二款' },
  { key: 'promises.own-software.term', value: '36mo', source: '补充协议一' },
  { key: 'roles.centre-manager', value: '周岚', source: '合同附表' },
  { key: 'cut-over', value: '2026-04-01', source: '交接备忘' },
]

test('a contract names its parties and devices, and each value that it fills in says where it was agreed', async () => {
  const bare = inputOf('kefu-zhongxin', 'zh-CN')
  const merged = mergeTerms(bare.plan, TERMS)
  assert.ok(merged.ok)
  const contract = {
    number: 'HT-2026-031',
    title: '客服中心合同',
    customer: '锦屏第一医院',
    signedOn: '2026-03-01',
    startsOn: '2026-03-01',
    endsOn: '2028-02-29',
    sites: ['锦屏院区', '东区门诊楼'],
    assets: 12,
    people: [{ role: '服务负责人', name: '周岚' }],
  }
  const seal = { at: Date.UTC(2026, 5, 1, 3), size: 4321, root: 'c0ffee42'.repeat(8), keyId: '0123456789abcdef' }
  const pdf = await readPdf(await documents.pdf(annexOf({ ...bare, plan: merged.plan, terms: TERMS, contract, seal })))
  for (const words of [
    '锦屏第一医院',
    '望海机电有限公司',
    '2026-03-01 至 2028-02-29',
    '锦屏院区、东区门诊楼',
    '12 台',
    '服务负责人周岚',
    '4 小时（全天候）合同约定，出处：合同第三条第二款',
    '36 个月合同约定，出处：补充协议一',
    '客服中心经理：周岚合同约定，出处：合同附表',
    '2026-04-01合同约定，出处：交接备忘',
    '截至2026 年 6 月 1 日（周一）11:00，台账已封存 4321 条事实',
    seal.root,
    '甲方（客户）',
    '签字盖章',
  ])
    assert.ok(says(pdf, words), words)
  const before = await readPdf(await documents.pdf(annexOf(bare)))
  assert.ok(says(before, '解答·时限'))
  assert.ok(!says(pdf, '解答·时限'))
  assert.doesNotMatch(before.run, /合同约定，出处|台账封存/)
})

test('what was signed stands between quotation marks, in the form of each language', async () => {
  const said = async (locale: Locale) => readPdf(await documents.pdf(annexOf(inputOf('fanwen-1', locale))))
  assert.ok(says(await said('zh-CN'), '“出现质量问题的，可以退货或换货。”'))
  assert.ok(says(await said('zh-TW'), '「出现质量问题的，可以退货或换货。」'))
  assert.ok(says(await said('en'), '“出现质量问题的，可以退货或换货。”'))
})
