/** Sentences that refuse what somebody does about an escalation: what is in the way, and what to do next. */
export const ESCALATION_ZH_CN = {
  'not-told': '这条升级没有告知您，只有被告知的人可以确认收到。',
  'acknowledged-already': '这条升级已有人确认收到，不再转给下一级。',
  ended: '这条升级已经结束，无需确认。',
  'not-due': '还没有到转下一级的时候。',
} as const

export type EscalationCode = keyof typeof ESCALATION_ZH_CN
