import { instantWords } from '../../ui/time.ts'
import type { AgreeToVisit, PortalVisits } from '../../wire/portal.ts'
import { useLoad } from '../load.ts'
import { useMinute } from '../now.ts'
import { useMay } from '../session.ts'
import { useSend } from '../send.ts'
import { Refused } from '../shell/Failure.tsx'
import { useWords } from '../words/say.ts'

type Visit = PortalVisits['items'][number]

function VisitRow({ visit, reload }: { readonly visit: Visit; readonly reload: () => Promise<void> }) {
  const { say, locale } = useWords()
  const mayAgree = useMay('ticket.confirm')
  const { send, busy, error } = useSend<unknown>()
  const now = useMinute()
  const { id, version, startsAt, agreed, person, device, site, ticket, zone } = visit
  const agree = async (): Promise<void> => {
    const body: AgreeToVisit = { version, startsAt }
    await send(`/portal/visits/${id}/agree`, body)
    // Moved meanwhile: what stands now is shown beside the reason.
    await reload()
  }
  return (
    <li className="stack visit">
      <div>
        <b>{instantWords(startsAt, now, { zone, locale })}</b> {agreed && <span className="tag">{say('visit.agreed')}</span>}
        <div className="s13 ink2">{[device, site, person && say('visit.person', { name: person })].filter(Boolean).join(' · ')}</div>
      </div>
      <Refused error={error} />
      <div className="row wrap">
        {mayAgree && !agreed && (
          <button type="button" className="button primary grow" disabled={busy} onClick={() => void agree()}>
            {say('visit.agree')}
          </button>
        )}
        {ticket ? (
          <a className="button grow" href={`/portal/tickets/${ticket.id}`}>
            {say('visit.move')}
          </a>
        ) : (
          <span className="s13 ink2">{say('visit.move-by-phone')}</span>
        )}
      </div>
    </li>
  )
}

/** 要来的上门: agree to the date, or ask for another one: in writing on its ticket, else by phone. */
export function Visits() {
  const { say } = useWords()
  const { data, reload } = useLoad<PortalVisits>('/portal/visits')
  if (!data || data.items.length === 0) return null
  return (
    <section className="card stack" aria-label={say('visit.title')}>
      <h2>{say('visit.title')}</h2>
      <ul className="stack">
        {data.items.map((visit) => (
          <VisitRow key={visit.id} visit={visit} reload={reload} />
        ))}
      </ul>
    </section>
  )
}
