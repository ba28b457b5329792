import { useWords } from '../../ui/words/say.ts'
import type { ContractStanding } from '../../wire/contracts.ts'

export function StandingTag({ standing }: { readonly standing: ContractStanding }) {
  const { say } = useWords()
  return <span className={`tag standing-${standing}`}>{say(`contract.standing-${standing}`)}</span>
}
