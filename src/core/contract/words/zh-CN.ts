/** Sentences that refuse: what is missing, and what to do next. */
export const CONTRACT_ZH_CN = {
  absent: '还没有签订这份合同。请先登记签订。',
  'signed-already': '这份合同已经签订。要改条款，请登记变更。',
  'accepted-already': '这份合同已经验收。',
  ended: '这份合同已终止，不能再变更。',
  'in-future': '发生时间在将来。请改成已经发生的时间。',
  'before-last': '变更不能早于上一次约定的生效时间：变更不溯及既往。',
  'number-missing': '请填写合同编号。',
  'customer-missing': '请选择客户。',
  'plan-missing': '没有方案 {plan}。请先导入这份服务方案。',
  'date-invalid': '“{date}”不是日期，应写成 2026-09-30。',
  'ends-before-start': '终止日必须晚于起始日。',
  'term-twice': '“{key}”写了两次，请只留一处。',
  'term-source': '“{key}”没有写明出处，例如合同附件的条号。',
  'terms-refused': '条款与方案合不上：{path}。请按体检结果改正。',
  'role-invalid': '“{role}”不能作角色名，请用小写字母、数字和 -。',
  'role-empty': '“{role}”没有写人。请写明由谁担任，或去掉这一项。',
  'nothing-changed': '没有任何变更。',
  'reason-missing': '请写明终止的原因。',
} as const

export type ContractRefusalCode = keyof typeof CONTRACT_ZH_CN
