/** Sentences that refuse: what is missing, and what to do next. */
export const VISIT_ZH_CN = {
  'in-future': '发生时间在将来。请改成已经发生的时间。',
  'needed-already': '这次上门已经登记过了。请安排时间和人员。',
  'done-already': '这次上门已经完成。还要去的话，请另登记一次。',
  'on-site': '已有人到场，不需要再安排时间。',
  'person-missing': '请选择上门的人。',
  'planned-past': '安排的时间已经过去。请选将来的时间。',
} as const

export type VisitRefusalCode = keyof typeof VISIT_ZH_CN
