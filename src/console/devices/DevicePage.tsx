import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { Asset } from '../../wire/parties.ts'
import { useWords } from '../../ui/words/say.ts'
import { assetQuery, deviceCoversQuery } from '../api/queries.ts'
import { ConsequenceList } from '../consequences/Consequences.tsx'
import { RecordForm } from '../form/RecordForm.tsx'
import { valuesOf } from '../form/record-changes.ts'
import { assetFields } from '../parties/fields.ts'
import { Services } from '../services/Services.tsx'
import { useMay, useZone } from '../session.ts'
import { Failure } from '../shell/Failure.tsx'
import { SubjectFacts } from '../trail/SubjectFacts.tsx'
import { DeviceClocks } from './DeviceClocks.tsx'
import { DeviceCovers } from './DeviceCovers.tsx'
import { DeviceTickets } from './DeviceTickets.tsx'
import './devices.css'

type Part = { readonly asset: Asset }

function Whose({ asset }: Part) {
  const { say } = useWords()
  const mayCustomer = useMay('customer.read')
  const said = [
    asset.site.name,
    asset.serial && say('fact-row.serial', { serial: asset.serial }),
    asset.class && say('device.class', { class: asset.class }),
    asset.acceptedOn && say('party.accepted', { day: asset.acceptedOn }),
  ]
  return (
    <div className="s13 ink2">
      {mayCustomer ? (
        <Link to="/customers/$id" params={{ id: asset.customer.id }}>
          {asset.customer.name}
        </Link>
      ) : (
        asset.customer.name
      )}
      {said.filter(Boolean).map((words) => ` · ${words}`)}
    </div>
  )
}

function Ways({ asset }: Part) {
  const { say } = useWords()
  const mayReport = useMay('ticket.report')
  const mayChange = useMay('asset.manage')
  const [changing, setChanging] = useState(false)
  return (
    <>
      {mayChange && <Button onClick={() => setChanging(true)}>{say('action.change')}</Button>}
      {mayReport && (
        <Link to="/tickets/new" search={{ customer: asset.customer.id, asset: asset.id }} className="button-primary">
          {say('party.report')}
        </Link>
      )}
      {changing && (
        <RecordForm
          title={say('party.change-asset')}
          fields={assetFields(say)}
          before={valuesOf(asset)}
          version={asset.version}
          method="PATCH"
          path={`/assets/${asset.id}`}
          close={() => setChanging(false)}
        />
      )}
    </>
  )
}

/** What rules give it a right to, be the cover what it may: a new device, the money back. */
function Entitled({ asset }: Part) {
  const { say } = useWords()
  const zone = useZone()
  const head = <h3 className="label entitled">{say('cover.by-rules')}</h3>
  return <ConsequenceList filters={{ asset: asset.id, right: 'yes' }} zone={zone} head={head} />
}

/** What else rules brought about for the device, whichever of its tickets it came from. */
function Followed({ asset }: Part) {
  const { say } = useWords()
  const zone = useZone()
  return (
    <section className="card place-card" aria-label={say('consequence.title')}>
      <h2 className="label">{say('consequence.title')}</h2>
      <ConsequenceList
        filters={{ asset: asset.id, right: 'no' }}
        zone={zone}
        none={<p className="s13 ink2">{say('device.no-rights')}</p>}
      />
    </section>
  )
}

/** What is handled like a part of it: parts, loaners, returns. */
const THINGS = ['part', 'loan', 'rma'] as const

function Page({ asset }: Part) {
  const { say } = useWords()
  const { data: covers, error, refetch } = useQuery(deviceCoversQuery(asset.id))
  const contract = covers?.contracts[0]?.contract.id
  const ground = { contract, devices: [asset], asset: asset.id }
  return (
    <main className="sheet">
      <header className="row sheet-head">
        <div className="grow">
          <h1>{[asset.name, asset.model].filter(Boolean).join(' ')}</h1>
          <Whose asset={asset} />
        </div>
        <Ways asset={asset} />
      </header>
      <div className="contract-page">
        <div>
          {error && !covers && <Failure error={error} retry={() => void refetch()} />}
          {covers && <DeviceCovers covers={covers} entitled={<Entitled asset={asset} />} />}
          <DeviceTickets asset={asset.id} />
          <SubjectFacts subject={`asset/${asset.id}`} title={say('device.facts')} line={({ by }) => by?.name} />
        </div>
        <div>
          <DeviceClocks asset={asset.id} />
          <Followed asset={asset} />
          <Services ground={ground} only={{ title: say('device.things'), none: say('device.no-things'), nouns: THINGS }} />
          <Services ground={ground} only={{ title: say('service.title'), none: say('service.none'), not: THINGS }} />
        </div>
      </div>
    </main>
  )
}

/** 设备: what it is and whose, what is covered until when and why, its faults, what was done to it, and what it has a right to. */
export function DevicePage() {
  const { id } = useParams({ from: '/room/devices/$id' })
  const { data: asset, error, refetch } = useQuery(assetQuery(id))
  if (asset) return <Page key={id} asset={asset} />
  return error ? <Failure error={error} retry={() => void refetch()} /> : <div className="skeleton board-skeleton" />
}
