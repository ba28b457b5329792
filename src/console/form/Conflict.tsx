import { Button } from 'antd'
import { useWords } from '../../ui/words/say.ts'
import type { Problem } from '../../wire/base.ts'

const shown = (value: unknown): string =>
  value === undefined || value === null || value === '' ? '—' : typeof value === 'object' ? JSON.stringify(value) : String(value)

type ConflictProps = {
  readonly problem: Problem
  readonly fieldName?: (field: string) => string
  readonly again: () => void
  readonly drop: () => void
}

/** Somebody was faster: what one wrote against what stands, and both ways on. Nothing is overwritten without a look. */
export function Conflict({ problem, fieldName = (field) => field, again, drop }: ConflictProps) {
  const { say } = useWords()
  return (
    <section className="conflict" role="alert">
      <p>{problem.detail}</p>
      {problem.conflict && problem.conflict.length > 0 && (
        <table>
          <thead>
            <tr>
              <th />
              <th>{say('conflict.yours')}</th>
              <th>{say('conflict.theirs')}</th>
            </tr>
          </thead>
          <tbody>
            {problem.conflict.map(({ field, yours, theirs }) => (
              <tr key={field}>
                <th>{fieldName(field)}</th>
                <td>{shown(yours)}</td>
                <td>{shown(theirs)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className="row">
        <Button onClick={again}>{say('conflict.again')}</Button>
        <Button type="text" onClick={drop}>
          {say('conflict.drop')}
        </Button>
      </div>
    </section>
  )
}
