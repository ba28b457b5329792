/** 补偿: what it comes to and why, and how it stands. */
export const REMEDY_ZH_CN = {
  stated: '条款写明 {yuan} 元',
  'by-hand': '双方商定 {yuan} 元',
  agreed: '合同约定 {yuan} 元',
  base: '{base} {yuan} 元',
  'by-source': '{said}（{source}）',
  share: '{base} × {percent}% = {yuan} 元',
  unstated: '金额未约定：请在合同里写明，或与客户商定后写在费用单上、支付时填写。',
  'base-unstated': '按{base}的 {percent}% 计，合同没有写明{base}：请补上，或与客户商定金额。',
  'with-bill': '按费用单上{base}的 {percent}% 计，随本次服务的费用单算出。',
  right: '客户要求时商定金额，写在费用单上，或支付时填写。',
  gone: '原因已更正，不再应给。',
  owed: '应给 {yuan} 元，随该合同的下一张费用单抵扣，或另行支付',
  'owed-rest': '已给 {had} 元，还应给 {yuan} 元',
  'owed-back': '已抵扣 {had} 元，按更正后的事实多给了 {yuan} 元，随下一张费用单收回',
  'had-on-bill': '已在费用单上抵扣 {yuan} 元',
  'had-paid': '已支付 {yuan} 元',
  'had-both': '已抵扣和支付共 {yuan} 元',
  'taken-back': '更正：原已给 {had} 元，按现在的事实应为 {now} 元',
} as const

export type RemedyWord = keyof typeof REMEDY_ZH_CN

/** Why a remedy is not settled, and what to do. */
export const REMEDY_REFUSAL_ZH_CN = {
  'settled-already': '这笔补偿已经结清，不会给两次。',
  'too-much': '最多可支付 {yuan} 元，其余没有依据。',
  'waits-for-bill': '这笔补偿按费用单的金额计算。请先开出本次服务的费用单。',
  'states-amount': '这笔补偿的金额已有依据，不能另填。请改条款的事实，或不随本单结算。',
  'no-amount': '请填写商定的金额，或勾选“不随本单结算”。',
} as const

export type RemedyRefusalCode = keyof typeof REMEDY_REFUSAL_ZH_CN
