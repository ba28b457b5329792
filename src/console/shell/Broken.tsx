import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useWords } from '../../ui/words/say.ts'

/** In the place of a page that broke while it was drawn; the shell around it stands. */
export function Broken() {
  const { say } = useWords()
  return (
    <div className="empty" role="alert">
      <p>{say('failure.page')}</p>
      <Button onClick={() => window.location.reload()}>{say('action.retry')}</Button>
      <Link to="/">{say('missing.home')}</Link>
    </div>
  )
}
