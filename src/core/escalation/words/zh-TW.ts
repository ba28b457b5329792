import type { EscalationCode } from './zh-CN.ts'

/** See zh-CN.ts. */
export const ESCALATION_ZH_TW: Readonly<Record<EscalationCode, string>> = {
  'not-told': '這則升級沒有告知您，只有被告知的人可以確認收到。',
  'acknowledged-already': '這則升級已有人確認收到，不再轉給下一級。',
  ended: '這則升級已經結束，無需確認。',
  'not-due': '還沒有到轉下一級的時候。',
}
