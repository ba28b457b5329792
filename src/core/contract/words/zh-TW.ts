import type { Words } from '../../words.ts'
import type { ContractRefusalCode } from './zh-CN.ts'

/** Sentences that refuse: what is missing, and what to do next. */
export const CONTRACT_ZH_TW: Words<ContractRefusalCode> = {
  absent: '還沒有簽訂這份合約。請先登記簽訂。',
  'signed-already': '這份合約已經簽訂。要改條款，請登記變更。',
  'accepted-already': '這份合約已經驗收。',
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
