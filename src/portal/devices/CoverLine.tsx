import { isoDay } from '../../ui/time.ts'
import type { PortalCover } from '../../wire/portal.ts'
import { Icon } from '../shell/Icon.tsx'
import { useWords } from '../words/say.ts'
import type { Say } from '../words/say.ts'

/** 质保至 2027-03-14 */
type Span = Pick<PortalCover, 'standing' | 'start' | 'end'>

function coverSpan({ standing, start = 0, end }: Span, zone: string, say: Say): string {
  if (standing === 'waiting') return say('cover.waiting')
  if (standing === 'to-come') return say('cover.from', { day: isoDay(start, zone) })
  if (end === undefined) return say('cover.endless')
  return say(standing === 'ended' ? 'cover.over' : 'cover.until', { day: isoDay(end - 1, zone) })
}

/** A cover in one line; whether it stands is told by word and shape. */
export function CoverLine({ cover, zone }: { readonly cover: Span; readonly zone: string }) {
  const { say } = useWords()
  const stands = cover.standing === 'in-force'
  return (
    <span className={stands ? 'cover tone-kept' : 'cover ink2'}>
      <Icon name={stands ? 'check' : 'shield'} /> {coverSpan(cover, zone, say)}
    </span>
  )
}

/** A cover with what it gives and each step that made it so. */
export function CoverWhy({ cover, zone }: { readonly cover: PortalCover; readonly zone: string }) {
  const { say } = useWords()
  const list = (names: readonly string[]): string => names.join(say('list.and'))
  return (
    <li className="cover-why">
      <b>{say('cover.title-of', { cover: cover.title, contract: cover.contract.number })}</b>
      <CoverLine cover={cover} zone={zone} />
      {cover.gives.length > 0 && <p>{say('cover.gives', { what: list(cover.gives) })}</p>}
      {cover.excludes.length > 0 && <p className="ink2">{say('cover.excludes', { what: list(cover.excludes) })}</p>}
      <details open>
        <summary>{say('device.why')}</summary>
        <ul className="because">
          {cover.words.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      </details>
    </li>
  )
}
