import { Button } from 'antd'
import { useWords } from '../../ui/words/say.ts'
import type { Say } from '../../ui/words/say.ts'
import { CallFailed } from '../api/problem.ts'

/** What happened and what to do, never an exception's own text. */
export function failureWords(error: unknown, say: Say): string {
  if (!(error instanceof CallFailed)) return say('failure.page')
  if (error.offline) return say('failure.offline')
  return error.problem.detail === '' ? say('failure.server') : error.problem.detail
}

type FailureProps = { readonly error: unknown; readonly retry?: () => void }

/** In the place of what could not be shown. */
export function Failure({ error, retry }: FailureProps) {
  const { say } = useWords()
  return (
    <div className="empty" role="alert">
      <p>{failureWords(error, say)}</p>
      {retry && <Button onClick={retry}>{say('action.retry')}</Button>}
    </div>
  )
}

/** Why a form was refused, and that nothing of what was typed is lost. */
export function Refused({ words }: { readonly words: string }) {
  const { say } = useWords()
  return (
    <p role="alert" className="refused">
      {words} {say('form.kept')}
    </p>
  )
}
