import { useWords } from '../../ui/words/say.ts'
import type { PlanState } from '../../wire/plans.ts'

export function StateTag({ state }: { readonly state: PlanState }) {
  const { say } = useWords()
  return <span className={`tag plan-${state}`}>{say(`plan.state-${state}`)}</span>
}
