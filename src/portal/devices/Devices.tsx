import { useState } from 'preact/hooks'
import type { PortalDevice } from '../../wire/portal.ts'
import { usePages } from '../load.ts'
import { go } from '../router.ts'
import { Failure } from '../shell/Failure.tsx'
import { TextInput } from '../shell/Field.tsx'
import { Head } from '../shell/Shell.tsx'
import { useWords } from '../words/say.ts'
import { DeviceCard } from './DeviceCard.tsx'

/** 我的设备, each with its cover. What is looked for stands in the address. */
export function Devices({ q }: { readonly q: string }) {
  const { say } = useWords()
  const [typed, setTyped] = useState(q)
  const { items, more, error, reload } = usePages<PortalDevice>(`/portal/devices?limit=10${q === '' ? '' : `&q=${encodeURIComponent(q)}`}`)
  const find = (text: string): void => {
    setTyped(text)
    go(text.trim() === '' ? '/portal/devices' : `/portal/devices?q=${encodeURIComponent(text.trim())}`, { replace: true })
  }
  return (
    <>
      <Head title={say('devices.title')} />
      <div className="field">
        <label className="hidden" htmlFor="devices-find">
          {say('devices.find')}
        </label>
        <TextInput id="devices-find" type="search" value={typed} change={find} placeholder={say('devices.find')} />
      </div>
      {error !== undefined && !items && <Failure error={error} retry={() => void reload()} />}
      {items?.length === 0 && <p className="empty">{q === '' ? say('devices.none') : say('devices.nothing-found', { q })}</p>}
      <ul className="cards two">
        {items?.map((device) => (
          <DeviceCard key={device.id} device={device} />
        ))}
      </ul>
      {more && (
        <button type="button" className="button" onClick={more}>
          {say('action.more')}
        </button>
      )}
    </>
  )
}
