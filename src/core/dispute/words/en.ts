import type { Words } from '../../words.ts'
import type { DisputeCode } from './zh-CN.ts'

/** Sentences that refuse a step of a dispute: what is missing, and what to do next. */
export const DISPUTE_EN: Words<DisputeCode> = {
  reason: 'Say what you object to, and why.',
  'nothing-judged': 'This promise has no verdict yet; object once it has one.',
  'fact-kind': 'A dispute is not disputed itself; answer in the dispute if you disagree.',
  'fact-voided': 'This entry is void already; there is nothing to object to.',
  own: 'You recorded this one yourself. If it is wrong, correct it or declare it void.',
  late: 'Too late to object: it is done within {days} days after it was recorded or judged.',
  'open-already': 'A dispute about this is open already; add to that one, or answer it.',
  repeated: 'Your side has objected to this before and it was settled; it is not raised twice.',
  missing: 'There is no such dispute.',
  settled: 'This dispute has been settled.',
  'answer-own-side': 'The other side must answer it.',
  'answer-text': 'Write the answer.',
  'answered-already': 'The other side has answered; it waits for a decision now.',
  'settle-own': 'Another person must decide it; nobody decides their own objection.',
  'settle-reason': 'Say why you decide so.',
  'settle-unanswered': 'An objection of ours is upheld once the customer has answered, or the {days} days for an answer are over.',
  'remedy-missing': 'To uphold it, put it right at once: void or correct the wrong entry, or waive the promise.',
  'remedy-other': 'Only the disputed entry is corrected or declared void for it.',
  'withdraw-others': 'Only who objected may take it back.',
}
