import { CallFailed } from '../../ui/api/problem.ts'
import { useWords } from '../words/say.ts'
import type { Say } from '../words/say.ts'

/** What happened and what to do, never an exception's own text. */
export function failureWords(error: unknown, say: Say): string {
  if (!(error instanceof CallFailed)) return say('failure.page')
  if (error.offline) return say('failure.offline')
  return error.problem.detail === '' ? say('failure.server') : error.problem.detail
}

/** In the place of what could not be shown. */
export function Failure({ error, retry }: { readonly error: unknown; readonly retry: () => void }) {
  const { say } = useWords()
  return (
    <div className="empty" role="alert">
      <p>{failureWords(error, say)}</p>
      <button type="button" className="button" onClick={retry}>
        {say('action.retry')}
      </button>
    </div>
  )
}

/** Why a form was not sent, and that nothing of what was typed is lost. */
export function Refused({ error }: { readonly error: unknown }) {
  const { say } = useWords()
  if (error === undefined) return null
  return (
    <p role="alert" className="refused">
      {failureWords(error, say)} {say('form.kept')}
    </p>
  )
}
