import type { Words } from '../../words.ts'
import type { DisputeCode } from './zh-CN.ts'

/** Sentences that refuse a step of a dispute: what is missing, and what to do next. */
export const DISPUTE_ZH_TW: Words<DisputeCode> = {
  reason: '請寫明對什麼有異議、為什麼。',
  'nothing-judged': '這條承諾還沒有結論，等有了結論再提異議。',
  'fact-kind': '異議本身不能再提異議；不同意的，請在這條異議裡答覆。',
  'fact-voided': '這條記錄已經作廢，不需要提異議。',
  own: '這條是您自己登記的。記錯了請直接更正或作廢。',
  late: '提異議的期限已過：自登記或判定之日起 {days} 天內提出。',
  'open-already': '對這一條已有未了結的異議，請在那一條裡補充或答覆。',
  repeated: '對這一條貴方已提過異議並有了結論，不能重複提出。',
  missing: '沒有這條異議。',
  settled: '這條異議已經有了結論。',
  'answer-own-side': '答覆須由對方作出。',
  'answer-text': '請寫明答覆。',
  'answered-already': '對方已經答覆過，現在等裁定。',
  'settle-own': '裁定須由另一人作出，提出異議的人不能裁定自己的。',
  'settle-reason': '請寫明裁定的理由。',
  'settle-unanswered': '我方提出的異議，須等客戶答覆或答覆期滿（{days} 天）才能支持。',
  'remedy-missing': '支持異議要同時落實：作廢或更正有誤的記錄，或豁免這條承諾。',
  'remedy-other': '更正或作廢的須是有異議的那條記錄。',
  'withdraw-others': '只有提出異議的人可以撤回。',
}
