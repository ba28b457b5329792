import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMinute } from '../../ui/now.ts'
import { byDays } from './days.ts'
import { timeOfDay } from '../../ui/time.ts'
import { useWords } from '../../ui/words/say.ts'
import { trailQuery } from '../api/queries.ts'
import { SheetHead } from '../form/SheetHead.tsx'
import { useZone } from '../session.ts'
import { Failure } from '../shell/Failure.tsx'
import { More } from '../shell/More.tsx'
import { Taken } from './Taken.tsx'

/** 审计记录: who logged in, was granted what, changed what. Nothing in it can be changed, by nobody. */
export function Trail() {
  const { say, locale } = useWords()
  const { q } = useSearch({ from: '/room/trail' })
  const navigate = useNavigate()
  const zone = useZone()
  const now = useMinute()
  const list = useInfiniteQuery({ ...trailQuery({ q }), placeholderData: keepPreviousData })
  const entries = list.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <main className="sheet">
      <SheetHead
        title={say('room.trail')}
        find={{
          words: say('trail.find'),
          value: q,
          change: (wanted) => void navigate({ to: '/trail', search: wanted === undefined ? {} : { q: wanted }, replace: true }),
        }}
      />
      {list.error && !list.data && <Failure error={list.error} retry={() => void list.refetch()} />}
      {list.data && entries.length === 0 && (
        <div className="empty">
          <p>{q ? say('sheet.nothing-found', { q }) : say('trail.none')}</p>
        </div>
      )}
      {byDays(entries, now, { zone, locale }).map((day) => (
        <section key={day.name}>
          <h2 className="day">{day.name}</h2>
          <ul className="sheet-list">
            {day.entries.map((entry) => (
              <li key={entry.id} className="sheet-row trail-row">
                <time className="ink3 s13" dateTime={new Date(entry.at).toISOString()}>
                  {timeOfDay(entry.at, zone)}
                </time>
                <span className="grow">
                  {entry.person && <b>{entry.person.name} </b>}
                  {entry.words}
                  <Taken entry={entry} />
                  {entry.subject && <span className="ink3 s13"> {entry.subject}</span>}
                </span>
                <span className="ink3 s12">{entry.address}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <More list={list} />
    </main>
  )
}
