import type { EscalationCode } from './zh-CN.ts'

/** See zh-CN.ts. */
export const ESCALATION_EN: Readonly<Record<EscalationCode, string>> = {
  'not-told': 'You were not told of this escalation: only those who were can acknowledge it.',
  'acknowledged-already': 'Somebody has acknowledged this escalation already; it goes no further.',
  ended: 'This escalation has ended: there is nothing to acknowledge.',
  'not-due': 'It is not yet time for the next rung.',
}
