import assert from 'node:assert/strict'
import { test } from 'node:test'
import { boundFrom } from '../promise/from-yaml.testing.ts'
import { LIFTS } from '../promise/lifts.testing.ts'
import { SCANNER } from '../promise/scanner.testing.ts'
import type { Locale } from '../words.ts'
import { explainPlan } from './explain.ts'
import * as en from './rights-told.en.testing.ts'
import * as zhCN from './rights-told.zh-CN.testing.ts'
import * as zhTW from './rights-told.zh-TW.testing.ts'

const TOLD = { 'zh-CN': zhCN, 'zh-TW': zhTW, en } as const

for (const locale of Object.keys(TOLD) as Locale[]) {
  test(`covers, gates, rules and charges read aloud, whole: ${locale}`, () => {
    assert.deepEqual(explainPlan(boundFrom(LIFTS).plan, locale), TOLD[locale].LIFTS_TOLD)
    assert.deepEqual(explainPlan(boundFrom(SCANNER).plan, locale), TOLD[locale].SCANNER_TOLD)
  })
}
