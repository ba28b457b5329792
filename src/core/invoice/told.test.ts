import assert from 'node:assert/strict'
import { test } from 'node:test'
import { LOCALES } from '../words.ts'
import { TOLD_EN } from './told.en.testing.ts'
import { CASES, spoken } from './told.testing.ts'
import { TOLD_ZH_CN } from './told.zh-CN.testing.ts'
import { TOLD_ZH_TW } from './told.zh-TW.testing.ts'

const TOLD = { 'zh-CN': TOLD_ZH_CN, 'zh-TW': TOLD_ZH_TW, en: TOLD_EN } as const

for (const locale of LOCALES)
  for (const [name, bill] of Object.entries(CASES))
    test(`${locale}: what a customer reads on the bill, ${name}`, () => {
      assert.deepEqual(spoken(bill(), locale), TOLD[locale][name])
    })
