import { Link } from '@tanstack/react-router'
import type { Clock } from '../../wire/obligations.ts'
import { Icon } from '../../ui/Icon.tsx'
import { useWords } from '../../ui/words/say.ts'
import './releases.css'

type MarksProps = {
  readonly clock: Pick<Clock, 'release' | 'dispute'>
  /** the flag leads to its dispute, where it does not stand in something that leads elsewhere itself */
  readonly leads?: boolean
}

/** What stands on top of a verdict and changes none: a waiver or an excuse that waits for a second person, an objection that is not settled. */
export function Marks({ clock, leads = false }: MarksProps) {
  const { say } = useWords()
  const { release, dispute } = clock
  const flag = dispute && (
    <span className="disputed">
      <Icon name="flag" size={12} /> {say(`dispute.mark-${dispute.state}`)}
    </span>
  )
  return (
    <>
      {release && (
        <span className="backfill">
          <Icon name="shield" size={12} /> {say(`release.${release.kind}-waits`)}
        </span>
      )}
      {flag && dispute && leads ? (
        <Link to="/disputes/$id" params={{ id: dispute.id }}>
          {flag}
        </Link>
      ) : (
        flag
      )}
    </>
  )
}
