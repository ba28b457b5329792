import type { Words } from '../../words.ts'
import type { ContractRefusalCode } from './zh-CN.ts'

/** Sentences that refuse: what is missing, and what to do next. */
export const CONTRACT_ZH_TW: Words<ContractRefusalCode> = {
  absent: '還沒有簽訂這份合約。請先登記簽訂。',
  'signed-already': '這份合約已經簽訂。要改條款，請登記變更。',
  'milestone-already': '這個里程碑已經登記過。登記錯了請先作廢那一條。',
  'milestone-unknown': '這份合約裡沒有這條里程碑記錄。',
  'asset-not-covered': '設備 {asset} 不在這份合約內。請先變更合約，再登記。',
  'evidence-missing': '請寫明憑據，例如運單號、驗收單編號。',
  'late-reason': '補錄請寫明為何這麼晚登記。',
  'approval-needless': '這條是及時登記的，不需要覆核。',
  'approval-own': '補錄須由另一人覆核，不能自己覆核自己登記的。',
  'approved-already': '這條已經覆核過。',
  'void-reason': '請寫明作廢的原因。',
  ended: '這份合約已終止，不能再變更。',
  'in-future': '發生時間在將來。請改成已經發生的時間。',
  'before-last': '變更不能早於上一次約定的生效時間：變更不溯及既往。',
  'number-missing': '請填寫合約編號。',
  'customer-missing': '請選擇客戶。',
  'plan-missing': '沒有方案 {plan}。請先匯入這份服務方案。',
  'date-invalid': '「{date}」不是日期，應寫成 2026-09-30。',
  'ends-before-start': '終止日必須晚於起始日。',
  'term-twice': '「{key}」寫了兩次，請只留一處。',
  'term-source': '「{key}」沒有寫明出處，例如合約附件的條號。',
  'terms-refused': '條款與方案合不上：{path}。請按體檢結果改正。',
  'role-invalid': '「{role}」不能作角色名，請用小寫字母、數字和 -。',
  'role-empty': '「{role}」沒有寫人。請寫明由誰擔任，或去掉這一項。',
  'nothing-changed': '沒有任何變更。',
  'reason-missing': '請寫明終止的原因。',
}
