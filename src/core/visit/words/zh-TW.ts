import type { Words } from '../../words.ts'
import type { VisitRefusalCode } from './zh-CN.ts'

/** Sentences that refuse: what is missing, and what to do next. */
export const VISIT_ZH_TW: Words<VisitRefusalCode> = {
  'in-future': '發生時間在將來。請改成已經發生的時間。',
  'needed-already': '這次上門已經登記過了。請安排時間和人員。',
  'done-already': '這次上門已經完成。還要去的話，請另登記一次。',
  'on-site': '已有人到場，不需要再安排時間。',
  'person-missing': '請選擇上門的人。',
  'planned-past': '安排的時間已經過去。請選將來的時間。',
}
