import { useState } from 'preact/hooks'
import type { AssetPage } from '../../wire/parties.ts'
import { useLoad } from '../load.ts'
import { Field, TextInput } from '../shell/Field.tsx'
import { useWords } from '../words/say.ts'
import type { Draft } from './draft.ts'

type Device = NonNullable<Draft['device']>
type ChoiceProps = { readonly device: Device | undefined; readonly choose: (device: Device | undefined) => void }

function Found({ q, choose }: { readonly q: string; readonly choose: ChoiceProps['choose'] }) {
  const { say } = useWords()
  const { data } = useLoad<AssetPage>(`/assets?limit=8${q.trim() === '' ? '' : `&q=${encodeURIComponent(q.trim())}`}`)
  if (!data) return null
  if (data.items.length === 0) return <p className="ink2">{q.trim() === '' ? say('devices.none') : say('devices.nothing-found', { q })}</p>
  return (
    <ul className="rows">
      {data.items.map((asset) => (
        <li key={asset.id}>
          <button type="button" className="row-button" onClick={() => choose({ id: asset.id, name: asset.name, site: asset.site.name })}>
            <b>{asset.name}</b> <span className="s13 ink2">{[asset.model, asset.site.name, asset.serial].filter(Boolean).join(' · ')}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}

/** Which device: found by name, model or serial number; or none. */
export function DeviceChoice({ device, choose }: ChoiceProps) {
  const { say } = useWords()
  const [q, setQ] = useState('')
  if (device)
    return (
      <section className="card row" aria-label={say('report.device')}>
        <div className="grow">
          <b>{device.name}</b>
          <div className="s13 ink2">{device.site}</div>
        </div>
        <button type="button" className="button" onClick={() => choose(undefined)}>
          {say('report.other-device')}
        </button>
      </section>
    )
  return (
    <section className="card stack" aria-label={say('report.device')}>
      <Field id="report-device" label={say('report.device')} optional>
        <TextInput id="report-device" type="search" value={q} change={setQ} placeholder={say('report.find-device')} />
      </Field>
      <Found q={q} choose={choose} />
    </section>
  )
}
