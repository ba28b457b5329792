import type { Words } from '../../words.ts'
import type { VisitRefusalCode } from './zh-CN.ts'

/** Sentences that refuse: what is missing, and what to do next. */
export const VISIT_EN: Words<VisitRefusalCode> = {
  'in-future': 'That time lies in the future. Give a time at which it has happened.',
  'needed-already': 'This visit is asked for already. Plan its time and person.',
  'done-already': 'This visit is done. Ask for another one if somebody must go again.',
  'on-site': 'Somebody is on site already; there is nothing to plan.',
  'person-missing': 'Choose who is to go.',
  'planned-past': 'The planned time has passed. Choose one that lies ahead.',
}
