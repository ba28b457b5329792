import type { Clock } from '../../wire/obligations.ts'
import { Icon } from '../../ui/Icon.tsx'
import { useWords } from '../../ui/words/say.ts'

/** What stands on top of a verdict and changes none: a waiver or an excuse that waits for a second person. */
export function Marks({ clock }: { readonly clock: Pick<Clock, 'release'> }) {
  const { say } = useWords()
  if (!clock.release) return null
  return (
    <span className="backfill">
      <Icon name="shield" size={12} /> {say(`release.${clock.release.kind}-waits`)}
    </span>
  )
}
