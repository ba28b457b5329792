import type { OnDuty } from '../../wire/roster.ts'
import { useMinute } from '../../ui/now.ts'
import { instantWords } from '../../ui/time.ts'
import { useWords } from '../../ui/words/say.ts'
import { useZone } from '../session.ts'
import './duty-now.css'

/** 现在值班: who is there, for what, until when, and how to reach them. */
export function DutyNow({ items }: { readonly items: readonly OnDuty[] }) {
  const { say, locale } = useWords()
  const zone = useZone()
  const now = useMinute()
  if (items.length === 0) return <p className="s13 ink2">{say('duty.nobody')}</p>
  return (
    <ul className="duty-now">
      {items.map(({ person, phone, desk, until, contracts, unanswered = 0 }) => (
        <li key={`${desk.name} ${person.id}`}>
          <span className="label">{desk.name}</span>
          <span>
            <b>{person.name}</b> {phone !== undefined && <span className="s13 ink2">{phone}</span>}{' '}
            {unanswered > 0 && <span className="s12 tone-broken toned">{say('duty.unanswered', { count: unanswered })}</span>}
          </span>
          <span className="s12 ink3 one-line">
            {[
              until !== undefined && say('duty.until', { at: instantWords(until, now, { zone, locale, ends: true }) }),
              ...contracts.map(({ number }) => number),
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  )
}
