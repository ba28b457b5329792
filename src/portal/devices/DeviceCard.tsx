import type { PortalDevice } from '../../wire/portal.ts'
import { useWords } from '../words/say.ts'
import { CoverLine } from './CoverLine.tsx'

export function DeviceCard({ device }: { readonly device: PortalDevice }) {
  const { say } = useWords()
  const [cover] = device.covers
  return (
    <li>
      <a className="device-card" href={`/portal/devices/${device.id}`}>
        <b>{device.name}</b>
        <span className="s13 ink2">{[device.model, device.site.name].filter(Boolean).join(' · ')}</span>
        {cover ? <CoverLine cover={cover} zone={device.zone} /> : <span className="s13 ink2">{say('device.no-cover')}</span>}
        {device.openTickets > 0 && <span className="s13">{say('device.open-tickets', { count: device.openTickets })}</span>}
      </a>
    </li>
  )
}
