import type { Words } from '../../words.ts'
import type { RemedyRefusalCode, RemedyWord } from './zh-CN.ts'

export const REMEDY_EN: Words<RemedyWord> = {
  stated: 'the clause states {yuan} yuan',
  'by-hand': 'both sides agreed on {yuan} yuan',
  agreed: 'the contract agrees on {yuan} yuan',
  base: '{base} {yuan} yuan',
  'by-source': '{said} ({source})',
  share: '{base} × {percent}% = {yuan} yuan',
  unstated: 'No sum is agreed on: state it in the contract, or agree on it with the customer and enter it on the bill or when it is paid.',
  'base-unstated': '{percent}% of {base}, but the contract states no {base}: add it, or agree on the sum with the customer.',
  'with-bill': '{percent}% of {base} on the bill of this service; it is reckoned with that bill.',
  right: 'When the customer asks for it, the sum is agreed on and entered on the bill, or when it is paid.',
  gone: 'What brought it about was corrected: it is due no more.',
  owed: '{yuan} yuan are due: credited on the next bill of the contract, or paid out',
  'owed-rest': '{had} yuan were given, {yuan} yuan are left',
  'owed-back': '{had} yuan were credited; by the corrected facts that is {yuan} yuan too much, taken back on the next bill',
  'had-on-bill': '{yuan} yuan credited on a bill',
  'had-paid': '{yuan} yuan paid out',
  'had-both': '{yuan} yuan credited and paid out in all',
  'taken-back': 'Correction: {had} yuan were given, by the facts as they are now it is {now} yuan',
}

export const REMEDY_REFUSAL_EN: Words<RemedyRefusalCode> = {
  'settled-already': 'This remedy is settled and is not given twice.',
  'too-much': 'At most {yuan} yuan can be paid; there is no ground for more.',
  'waits-for-bill': 'This remedy is a share of a bill. Issue the bill of that service first.',
  'states-amount': 'The sum of this remedy has its ground and cannot be entered. Correct the facts, or leave it off this bill.',
  'no-amount': 'Enter the sum that was agreed on, or tick “not with this bill”.',
}
