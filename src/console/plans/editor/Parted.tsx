import { Button } from 'antd'
import type { PlanDraft } from '../../../wire/plans.ts'
import { useWords } from '../../../ui/words/say.ts'
import { diffLines, nearDifferences } from './line-diff.ts'

type PartedProps = {
  readonly text: string
  readonly theirs: PlanDraft
  readonly settle: (whose: 'mine' | 'theirs') => void
  readonly copy: () => void
}

/** Somebody else wrote meanwhile: both texts line by line, and the ways on. Nothing is overwritten without a look. */
export function Parted({ text, theirs, settle, copy }: PartedProps) {
  const { say } = useWords()
  const lines = nearDifferences(diffLines(text, theirs.yaml))
  return (
    <section className="conflict plan-parted" role="alert">
      <p>{say('plan-edit.parted', { name: theirs.by.name })}</p>
      <ol className="plan-diff">
        {lines.map((line, index) =>
          line === undefined ? (
            // oxlint-disable-next-line react/no-array-index-key -- lines may be equal; they are never reordered
            <li key={index} className="ink3">
              ⋯
            </li>
          ) : (
            // oxlint-disable-next-line react/no-array-index-key -- lines may be equal; they are never reordered
            <li key={index} className={line.kind}>
              <span className="plan-diff-whose">{line.kind === 'same' ? '' : say(`plan-edit.diff-${line.kind}`)}</span>
              {line.text}
            </li>
          ),
        )}
      </ol>
      <div className="row">
        <Button onClick={() => settle('mine')}>{say('plan-edit.keep-mine')}</Button>
        <Button onClick={() => settle('theirs')}>{say('plan-edit.take-theirs')}</Button>
        <Button type="text" onClick={copy}>
          {say('plan-edit.mine-as-copy')}
        </Button>
      </div>
    </section>
  )
}
