import { useWords } from '../../ui/words/say.ts'
import type { PlanFinding } from '../../wire/base.ts'
import './findings.css'

type FindingsProps = { readonly findings: readonly PlanFinding[] }

const WEIGHT: Readonly<Record<PlanFinding['severity'], number>> = { error: 0, warning: 1, question: 2 }

/** What a plan must have put right, should look at, or be asked: what cannot stand first, each with its line. */
export function Findings({ findings }: FindingsProps) {
  const { say } = useWords()
  const sorted = findings.toSorted((a, b) => WEIGHT[a.severity] - WEIGHT[b.severity] || a.line - b.line)
  return (
    <ul className="findings">
      {sorted.map((finding) => (
        <li key={`${finding.code} ${finding.line} ${finding.column} ${finding.path}`} className={`finding ${finding.severity}`}>
          <span className="tag">{say(`plan.severity-${finding.severity}`)}</span>
          <span className="s13 ink3 nowrap">{say('plan.finding-at', { line: finding.line })}</span>
          <span className="s13 grow">{finding.words}</span>
        </li>
      ))}
    </ul>
  )
}
