import { Link } from '@tanstack/react-router'
import { useWords } from '../../ui/words/say.ts'

export function Missing() {
  const { say } = useWords()
  return (
    <div className="empty">
      <p>{say('missing.page')}</p>
      <Link to="/tickets">{say('missing.back')}</Link>
    </div>
  )
}
