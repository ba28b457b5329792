import type { Fact } from '../wire/facts.ts'

/** What was agreed is changed by an amendment, what was announced by another announcement: an objection to those could not be put right. */
const AGREED: readonly string[] = ['contract.signed', 'contract.attested', 'contract.amended', 'contract.ended', 'calendar.published']

/** May an entry be objected to at all? */
export function isDisputable({ type, visibility }: Pick<Fact, 'type' | 'visibility'>): boolean {
  return !type.startsWith('fact.') && !AGREED.includes(type) && visibility === 'all'
}

/** May this person object to it now? Nobody objects to what they entered themselves: that is corrected. */
export function mayObjectTo(fact: Pick<Fact, 'type' | 'visibility' | 'by' | 'dispute'>, me: string): boolean {
  return isDisputable(fact) && fact.by?.id !== me && fact.dispute === undefined
}
