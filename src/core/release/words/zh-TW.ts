import type { Words } from '../../words.ts'
import type { ReleaseCode } from './zh-CN.ts'

/** Sentences that refuse a waiver or an excuse, or its approval: what is missing, and what to do next. */
export const RELEASE_ZH_TW: Words<ReleaseCode> = {
  'waive-promise-unknown': '方案裡沒有「{promise}」這條承諾。',
  'waive-not-open': '這條承諾沒有起算，無從豁免。',
  'waive-settled': '這條承諾已兌現、已免責或已取消，不需要豁免。',
  'waive-reason': '請寫明理由。',
  'waive-evidence': '請寫明憑據。',
  'waive-role': '按方案，這條承諾須由{role}豁免。請找擔任這一角色的同事。',
  'waive-nobody': '這道放行條件沒有約定由誰豁免，不能豁免。',
  'waive-waiting': '這條承諾已有一條待覆核的豁免或免責，先等它有結果。',
  'excuse-reason-unknown': '這條承諾不接受「{reason}」作為免責理由，可選：{known}。',
  'excuse-broken': '這條承諾已逾時，免責已來不及。確有理由的，請改為豁免。',
  'release-missing': '沒有這條豁免或免責。',
  'release-own': '須由另一人覆核，提出的人不能覆核自己的。',
  'release-others': '只有提出的人可以撤回。要否決，請選「不同意」。',
  'release-decided': '這一條已經有結果了。請重新整理後再看。',
  'release-too-late': '等覆核時這條承諾已逾時，免責來不及生效。請不同意這一條，改為豁免。',
  'refuse-reason': '請寫明不同意的理由。',
}
