/** A bill as it is read to the customer, line by line, each with its reason. */
export const CHARGE_EN = {
  charged: '{yuan} yuan',
  back: '{yuan} yuan back to the customer',
  quoted: 'to be quoted: charged once the customer agrees to the quotation',
  unstated: 'open: the plan does not say; agree on it, it does not count as free',
  'unstated-line':
    'open: the plan leaves the price to the contract, and the contract does not say it; fill in the term, or agree on it. It is not free',
  'unpriced-list': 'open: the price list of the contract does not have it; add its price',
  'unpriced-cost': 'open: add the cost price',
  unknown: 'open: first find out: {fields}',
  'unknown-some': 'open: it cannot be judged from what is known; check the condition',
  'too-large': 'too large an amount: check quantity and unit price',
  line: '· {column}: {amount}',
  share: '  – {share}',
  times: '{quantity} × {yuan} yuan',
  'times-km': '{quantity} × {km} km × {yuan} yuan',
  quantity: 'quantity {quantity}',
  agreed: 'agreed at {yuan} yuan',
  way: '{km} km',
  'way-part': 'km {from} to {to} of {km}',
  'paid-by-customer': 'paid by the customer already',
  between: ', ',
  why: '  Why: line {n}, {rate}. {text}',
  'why-source': '{why} ({source})',
  'why-agreed': '{why} (the contract: {source})',
  'no-line': 'no line of the plan speaks of it',
  'why-none': '  Why: no line speaks of it',
  all: 'In every case',
  'on-top': '  On top of {yuan} yuan',
  total: 'Total: {yuan} yuan',
  'total-back': 'Total: {yuan} yuan back to the customer',
  'total-open': '{total}; still open: {n}',
  nothing: 'Nothing to charge for.',
  comma: ', ',
} as const

/** What keeps a bill from being reckoned: which field, why, what to write. */
export const BILL_EN = {
  'value-unknown': '{field}: the plan does not know “{value}”. It knows: {known}.',
  'bad-amount': '{field}: {value} is not an amount: write whole fen from 0 to {most}.',
  'bad-quantity': '{field}: {value} is not a quantity: write a number from 0 to {most}, three decimals at most.',
  'bad-distance': '{field}: {value} is not a distance: write kilometres from 0 to {most}, three decimals at most.',
} as const
