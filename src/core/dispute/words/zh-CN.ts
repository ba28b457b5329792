/** Sentences that refuse a step of a dispute: what is missing, and what to do next. */
export const DISPUTE_ZH_CN = {
  reason: '请写明对什么有异议、为什么。',
  'nothing-judged': '这条承诺还没有结论，等有了结论再提异议。',
  'fact-kind': '异议本身不能再提异议；不同意的，请在这条异议里答复。',
  'fact-voided': '这条记录已经作废，不需要提异议。',
  own: '这条是您自己登记的。记错了请直接更正或作废。',
  late: '提异议的期限已过：自登记或判定之日起 {days} 天内提出。',
  'open-already': '对这一条已有未了结的异议，请在那一条里补充或答复。',
  repeated: '对这一条贵方已提过异议并有了结论，不能重复提出。',
  missing: '没有这条异议。',
  settled: '这条异议已经有了结论。',
  'answer-own-side': '答复须由对方作出。',
  'answer-text': '请写明答复。',
  'answered-already': '对方已经答复过，现在等裁定。',
  'settle-own': '裁定须由另一人作出，提出异议的人不能裁定自己的。',
  'settle-reason': '请写明裁定的理由。',
  'settle-unanswered': '我方提出的异议，须等客户答复或答复期满（{days} 天）才能支持。',
  'remedy-missing': '支持异议要同时落实：作废或更正有误的记录，或豁免这条承诺。',
  'remedy-other': '更正或作废的须是有异议的那条记录。',
  'withdraw-others': '只有提出异议的人可以撤回。',
} as const

export type DisputeCode = keyof typeof DISPUTE_ZH_CN
