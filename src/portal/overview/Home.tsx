import type { DisputePage } from '../../wire/disputes.ts'
import type { PortalDevicePage } from '../../wire/portal.ts'
import type { TicketPage } from '../../wire/tickets.ts'
import { DeviceCard } from '../devices/DeviceCard.tsx'
import { useLoad } from '../load.ts'
import { useMay, useSession } from '../session.ts'
import { Failure } from '../shell/Failure.tsx'
import { Lines } from '../shell/Lines.tsx'
import { TicketCard } from '../ticket/TicketCard.tsx'
import { useWords } from '../words/say.ts'
import { Visits } from './Visits.tsx'

function OpenTickets() {
  const { say } = useWords()
  const { data, error, reload } = useLoad<TicketPage>('/tickets?view=open&sort=due&limit=5')
  return (
    <section aria-label={say('home.open')}>
      <div className="row section-head">
        <h2 className="grow">{say('home.open')}</h2>
        <a href="/portal/tickets">{say('home.all-tickets')}</a>
      </div>
      {error !== undefined && !data && <Failure error={error} retry={() => void reload()} />}
      {data?.items.length === 0 && <p className="card ink2">{say('home.none-open')}</p>}
      <ul className="cards">
        {data?.items.map((ticket) => (
          <TicketCard key={ticket.id} ticket={ticket} />
        ))}
      </ul>
    </section>
  )
}

function SomeDevices() {
  const { say } = useWords()
  const { data } = useLoad<PortalDevicePage>('/portal/devices?limit=4')
  if (!data || data.items.length === 0) return null
  return (
    <section aria-label={say('home.devices')}>
      <div className="row section-head">
        <h2 className="grow">{say('home.devices')}</h2>
        <a href="/portal/devices">{say('home.all-devices')}</a>
      </div>
      <ul className="cards">
        {data.items.map((device) => (
          <DeviceCard key={device.id} device={device} />
        ))}
      </ul>
    </section>
  )
}

/** Objections that are not settled: an answer may be the customer's. */
function RunningDisputes() {
  const { say } = useWords()
  const { data } = useLoad<DisputePage>('/disputes?state=running&limit=5')
  if (!data || data.items.length === 0) return null
  return (
    <section className="card stack" aria-label={say('dispute.running')}>
      <h2>{say('dispute.running')}</h2>
      {data.items.map(({ id, words }) => (
        <a key={id} href={`/disputes/${id}`}>
          {words}
        </a>
      ))}
    </section>
  )
}

/** What a customer's person comes for: to report, to see where things stand, to know whom to call. */
export function Home() {
  const { say } = useWords()
  const { me, tenant } = useSession()
  const mayObject = useMay('dispute.raise')
  const share = tenant.seeding && Math.floor((100 * tenant.seeding.done) / Math.max(1, tenant.seeding.total))
  return (
    <>
      <div className="welcome">
        <h1>{say('home.greeting', { name: me.name })}</h1>
        <p className="ink2">{me.customer?.name}</p>
        {share !== undefined && <p className="notice">{say('seeding', { share })}</p>}
        <a className="button primary" href="/portal/report">
          {say('action.report')}
        </a>
      </div>
      <div className="columns">
        <OpenTickets />
        <div className="stack">
          <Visits />
          <Lines />
          {mayObject && <RunningDisputes />}
          <SomeDevices />
        </div>
      </div>
    </>
  )
}
