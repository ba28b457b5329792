import type { Fact } from '../../wire/facts.ts'
import type { Say } from '../../ui/words/say.ts'

/** What stands behind a fact of a contract in one line: of its signature the title and who signed for whom, of every other who said so and what. */
export function factLine({ type, by, texts }: Pick<Fact, 'type' | 'by' | 'texts'>, say: Say): string {
  const { title, 'signer-vendor': vendor, 'signer-customer': customer, ...others } = texts
  const sides = [vendor && `${say('signing.vendor')} ${vendor}`, customer && `${say('signing.customer')} ${customer}`].filter(Boolean)
  const isSigned = (type === 'contract.signed' || type === 'contract.attested') && sides.length > 0
  return (isSigned ? [title, ...sides] : [by?.name, title, ...Object.values(others)]).filter(Boolean).join(' · ')
}
