import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { Asset, Customer, Site, Zone } from '../../wire/parties.ts'
import { Icon } from '../../ui/Icon.tsx'
import { useWords } from '../../ui/words/say.ts'
import { assetsQuery, contractsQuery, customerQuery, sitesQuery, zonesQuery } from '../api/queries.ts'
import { RecordForm } from '../form/RecordForm.tsx'
import { valuesOf } from '../form/record-changes.ts'
import { CustomerPeople } from '../people/CustomerPeople.tsx'
import { useMay } from '../session.ts'
import { Failure } from '../shell/Failure.tsx'
import { assetFields, customerFields, siteFields, zoneWords } from './fields.ts'

const useZones = (): readonly Zone[] => useQuery(zonesQuery).data?.items ?? []

/** Where plans go by zones, that of a site is said, or that it has none. */
function SiteZone({ site }: { readonly site: Site }) {
  const { say } = useWords()
  const zones = useZones()
  if (site.zone !== undefined) return <span className="s13 ink2">{zoneWords(zones, site.zone)}</span>
  return zones.length === 0 ? null : <span className="s13 ink3">{say('party.zone-missing')}</span>
}

type Editing =
  | { readonly kind: 'customer' }
  | { readonly kind: 'site'; readonly site?: Site }
  | { readonly kind: 'asset'; readonly asset?: Asset; readonly site: string }

function Form({ customer, editing, close }: { readonly customer: Customer; readonly editing: Editing; readonly close: () => void }) {
  const { say } = useWords()
  const zones = useZones()
  const common = { close, method: 'POST' as const }
  if (editing.kind === 'customer')
    return (
      <RecordForm
        {...common}
        title={say('party.change-customer')}
        fields={customerFields(say)}
        before={valuesOf(customer)}
        version={customer.version}
        method="PATCH"
        path={`/customers/${customer.id}`}
      />
    )
  if (editing.kind === 'site') {
    const { site } = editing
    return site ? (
      <RecordForm
        {...common}
        title={say('party.change-site')}
        fields={siteFields(say, zones, site.zone)}
        before={valuesOf(site)}
        version={site.version}
        method="PATCH"
        path={`/sites/${site.id}`}
      />
    ) : (
      <RecordForm
        {...common}
        title={say('party.add-site')}
        fields={siteFields(say, zones)}
        fixed={{ customer: customer.id }}
        path="/sites"
      />
    )
  }
  const { asset } = editing
  return asset ? (
    <RecordForm
      {...common}
      title={say('party.change-asset')}
      fields={assetFields(say)}
      before={valuesOf(asset)}
      version={asset.version}
      method="PATCH"
      path={`/assets/${asset.id}`}
    />
  ) : (
    <RecordForm
      {...common}
      title={say('party.add-asset')}
      fields={assetFields(say)}
      fixed={{ customer: customer.id, site: editing.site }}
      path="/assets"
    />
  )
}

function Device({ asset, edit }: { readonly asset: Asset; readonly edit: (() => void) | undefined }) {
  const { say } = useWords()
  const mayReport = useMay('ticket.report')
  return (
    <li className="sheet-row">
      <span className="grow">
        <Link to="/devices/$id" params={{ id: asset.id }}>
          {asset.name}
        </Link>{' '}
        <span className="ink2">{asset.model}</span>
        <span className="s12 ink3 block">
          {[
            asset.serial && say('fact-row.serial', { serial: asset.serial }),
            asset.acceptedOn && say('party.accepted', { day: asset.acceptedOn }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </span>
      {asset.openTickets > 0 && (
        <Link to="/tickets" search={{ view: 'open', asset: asset.id }} className="s13">
          {say('party.open-tickets', { count: asset.openTickets })}
        </Link>
      )}
      {mayReport && (
        <Link to="/tickets/new" search={{ customer: asset.customer.id, asset: asset.id }} className="s13">
          {say('party.report')}
        </Link>
      )}
      {edit && (
        <button type="button" className="plain" aria-label={say('party.change', { name: asset.name })} onClick={edit}>
          <Icon name="pencil" size={14} />
        </button>
      )}
    </li>
  )
}

function Places({ customer, edit }: { readonly customer: Customer; readonly edit: (editing: Editing) => void }) {
  const { say } = useWords()
  const maySites = useMay('site.manage')
  const mayAssets = useMay('asset.manage')
  const sites = useInfiniteQuery(sitesQuery({ customer: customer.id, limit: '200' })).data?.pages.flatMap((page) => page.items) ?? []
  const assets = useInfiniteQuery(assetsQuery({ customer: customer.id, limit: '200' })).data?.pages.flatMap((page) => page.items) ?? []
  return (
    <>
      {sites.map((site) => (
        <section key={site.id} className="card place-card">
          <header className="row">
            <b className="grow">
              {site.name} <span className="s13 ink2">{site.address}</span> <SiteZone site={site} />
            </b>
            {maySites && (
              <button
                type="button"
                className="plain"
                aria-label={say('party.change', { name: site.name })}
                onClick={() => edit({ kind: 'site', site })}
              >
                <Icon name="pencil" size={14} />
              </button>
            )}
            {mayAssets && (
              <Button size="small" onClick={() => edit({ kind: 'asset', site: site.id })}>
                {say('party.add-asset')}
              </Button>
            )}
          </header>
          <ul>
            {assets
              .filter((asset) => asset.site.id === site.id)
              .map((asset) => (
                <Device key={asset.id} asset={asset} edit={mayAssets ? () => edit({ kind: 'asset', asset, site: site.id }) : undefined} />
              ))}
          </ul>
        </section>
      ))}
      {maySites && (
        <Button className="add-below" onClick={() => edit({ kind: 'site' })}>
          {say('party.add-site')}
        </Button>
      )}
    </>
  )
}

function Contracts({ customer }: { readonly customer: Customer }) {
  const { say } = useWords()
  const mayRead = useMay('contract.read')
  const contracts = useInfiniteQuery({ ...contractsQuery({ customer: customer.id }), enabled: mayRead }).data?.pages[0]?.items ?? []
  if (contracts.length === 0) return null
  return (
    <section className="card place-card">
      <h2 className="label">{say('party.contracts')}</h2>
      <ul>
        {contracts.map((one) => (
          <li key={one.id}>
            <Link to="/board/$id" params={{ id: one.id }} search={{}} className="sheet-row">
              <span className="grow">
                {one.number} {one.title}
              </span>
              <span className="s13 ink2">{one.planTitle}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** One customer: contact, contracts, places, devices. */
export function CustomerPage() {
  const { say } = useWords()
  const { id } = useParams({ from: '/room/customers/$id' })
  const mayManage = useMay('customer.manage')
  const mayCodes = useMay('asset.manage')
  const mayReport = useMay('ticket.report')
  const { data: customer, error, refetch } = useQuery(customerQuery(id))
  const [editing, setEditing] = useState<Editing>()
  if (!customer) return error ? <Failure error={error} retry={() => void refetch()} /> : <div className="skeleton board-skeleton" />
  return (
    <main className="sheet">
      <header className="row sheet-head">
        <div className="grow">
          <h1>{customer.name}</h1>
          <div className="s13 ink2">{[customer.contactName, customer.contactPhone, customer.note].filter(Boolean).join(' · ')}</div>
        </div>
        <Link to="/tickets" search={{ view: 'open', customer: customer.id }}>
          {say('party.open-tickets', { count: customer.openTickets })}
        </Link>
        {mayCodes && (
          <Link to="/customers/$id/codes" params={{ id: customer.id }}>
            {say('codes.title')}
          </Link>
        )}
        {mayManage && <Button onClick={() => setEditing({ kind: 'customer' })}>{say('action.change')}</Button>}
        {mayReport && (
          <Link to="/tickets/new" search={{ customer: customer.id }} className="button-primary">
            {say('action.new-ticket')}
          </Link>
        )}
      </header>
      <Contracts customer={customer} />
      <Places customer={customer} edit={setEditing} />
      <CustomerPeople customer={customer} />
      {editing && <Form customer={customer} editing={editing} close={() => setEditing(undefined)} />}
    </main>
  )
}
