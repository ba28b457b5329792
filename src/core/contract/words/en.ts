import type { Words } from '../../words.ts'
import type { ContractRefusalCode } from './zh-CN.ts'

/** Sentences that refuse: what is missing, and what to do next. */
export const CONTRACT_EN: Words<ContractRefusalCode> = {
  absent: 'This contract has not been signed. Record the signature first.',
  'signed-already': 'This contract is signed already. To change its terms, record an amendment.',
  'milestone-already': 'This milestone is recorded already. If that record is wrong, declare it void first.',
  'milestone-unknown': 'This contract has no such milestone on record.',
  'asset-not-covered': 'The device {asset} is not covered by this contract. Amend the contract first.',
  'evidence-missing': 'Say by what it can be shown, for example the number of the waybill or of the acceptance report.',
  'late-reason': 'Say why it is entered so late.',
  'approval-needless': 'This was recorded in time and needs no approval.',
  'approval-own': 'A late entry is approved by another person than the one who made it.',
  'approved-already': 'This is approved already.',
  'void-reason': 'Say why it is void.',
  ended: 'This contract has ended; it cannot be amended any more.',
  'in-future': 'That time lies in the future. Give a time at which it has happened.',
  'before-last': 'An amendment never works backwards: it cannot be earlier than what was agreed last.',
  'number-missing': 'Fill in the number of the contract.',
  'customer-missing': 'Choose the customer.',
  'plan-missing': 'There is no plan {plan}. Import this service plan first.',
  'date-invalid': '“{date}” is no date; write 2026-09-30.',
  'ends-before-start': 'The contract must end after it starts.',
  'term-twice': '“{key}” is given twice; keep one of them.',
  'term-source': '“{key}” does not say where it was agreed, such as the article of an annex.',
  'terms-refused': 'The terms do not fit the plan: {path}. Correct them as the findings say.',
  'role-invalid': '“{role}” cannot be the name of a role; use small letters, digits and -.',
  'role-empty': '“{role}” names nobody. Say who it is, or leave it out.',
  'nothing-changed': 'Nothing was changed.',
  'reason-missing': 'Say why it ends.',
}
