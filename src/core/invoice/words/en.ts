import type { AccountWord, InvoiceRefusalCode } from './zh-CN.ts'

/** Why a bill cannot go on, and what to do. */
export const INVOICE_EN: Readonly<Record<InvoiceRefusalCode, string>> = {
  'issued-already': 'This bill has been issued and stays as it is. To correct it, draw up a correcting bill.',
  'still-open': '{n} lines are still undecided. Add a price, agree on an amount or find out what is missing, then show it to the customer.',
  'not-shown': 'Show the bill to the customer first, then issue it.',
  'agreement-evidence': 'Write down how the customer agreed: a signed quotation or a mail, for example.',
  'moved-on': 'Things have changed since the bill was shown, and the amount with them. Please show it again.',
  'not-agreed': 'Some amounts of this bill were agreed on with the customer: it can be issued once the customer has agreed.',
}

/** What was judged of the covers, what the warranty gave, and how an issued bill stands to the facts. */
export const ACCOUNT_EN: Readonly<Record<AccountWord, string>> = {
  'given-by-cover': 'The warranty',
  'given-by-contract': 'The contract',
  given: '{by} gave CNY {yuan} of this service.',
  'given-unpriced': '{by} gave CNY {yuan} of this service, and {n} more lines that have no price on the list.',
  'given-none-priced': '{by} gave {n} lines of this service; they have no price on the list.',
  'cover-opening': 'When it was reported: {cover}',
  'cover-opening-none': 'When it was reported: out of warranty',
  'cover-opening-unknown': 'When it was reported: no device was named, so no warranty was judged',
  'cover-billing': 'At billing: {cover}, until {end}',
  'cover-billing-endless': 'At billing: {cover}',
  'cover-billing-part': 'At billing: the device is out of warranty, the part {part} has its own ({cover}), until {end}',
  'cover-billing-none': 'At billing: out of warranty',
  'cover-excluded': 'This fault is excluded from the warranty: {reason}',
  'cover-differs': 'Charges go by the warranty at billing, clocks by the one at the report.',
  'departure-more':
    'By the facts as they are now CNY {yuan} more would be charged. The issued bill stays; a correcting one can be drawn up.',
  'departure-less':
    'By the facts as they are now CNY {yuan} less would be charged. The issued bill stays; a correcting one can be drawn up.',
  'departure-same':
    'By the facts as they are now the total is the same on other grounds. The issued bill stays; a correcting one can be drawn up.',
  'departure-open': 'By the facts as they are now {n} lines are undecided. The issued bill stays; a correcting one can be drawn up.',
  'shown-moved': 'Things have changed since it was shown: please show it again.',
}
