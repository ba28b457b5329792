import type { PortalDevice } from '../../wire/portal.ts'
import type { TicketPage } from '../../wire/tickets.ts'
import { useLoad } from '../load.ts'
import { Failure } from '../shell/Failure.tsx'
import { Head } from '../shell/Shell.tsx'
import { TicketCard } from '../ticket/TicketCard.tsx'
import { useWords } from '../words/say.ts'
import { CoverWhy } from './CoverLine.tsx'

/** One device: its cover and why, and what was reported of it. */
export function DevicePage({ id }: { readonly id: string }) {
  const { say } = useWords()
  const { data: device, error, reload } = useLoad<PortalDevice>(`/portal/devices/${id}`)
  const tickets = useLoad<TicketPage>(`/tickets?view=all&sort=-reported&limit=20&asset=${id}`)
  if (!device) return error === undefined ? null : <Failure error={error} retry={() => void reload()} />
  const serial = device.serial === undefined ? undefined : say('device.serial', { serial: device.serial })
  return (
    <>
      <Head title={device.name} back="/portal/devices" above={[device.model, device.site.name, serial].filter(Boolean).join(' · ')} />
      <section className="card" aria-label={say('device.covers')}>
        <h2>{say('device.covers')}</h2>
        {device.covers.length === 0 && <p className="ink2">{say('device.no-cover')}</p>}
        <ul className="rows">
          {device.covers.map((cover) => (
            <CoverWhy key={`${cover.contract.id} ${cover.promise} ${cover.whole}`} cover={cover} zone={device.zone} />
          ))}
        </ul>
      </section>
      {tickets.data && tickets.data.items.length > 0 && (
        <section aria-label={say('tickets.title')}>
          <h2 className="section-head">{say('tickets.title')}</h2>
          <ul className="cards">
            {tickets.data.items.map((ticket) => (
              <TicketCard key={ticket.id} ticket={ticket} />
            ))}
          </ul>
        </section>
      )}
      <div className="bottom">
        <a className="button primary" href={`/portal/report?device=${device.id}`}>
          {say('action.report')}
        </a>
      </div>
    </>
  )
}
