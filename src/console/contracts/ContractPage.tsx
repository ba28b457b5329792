import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { Fragment, useState } from 'react'
import type { ContractDetail } from '../../wire/contracts.ts'
import { fullWords } from '../../ui/time.ts'
import { useWords } from '../../ui/words/say.ts'
import { contractQuery, cutoverQuery, planQuery } from '../api/queries.ts'
import { TakePeriod } from '../board/TakePeriod.tsx'
import { Contacts } from '../messages/Contacts.tsx'
import { SendNotice } from '../messages/SendNotice.tsx'
import { Told } from '../messages/Told.tsx'
import { RecordForm } from '../form/RecordForm.tsx'
import { planVersion } from '../plan-version.ts'
import { useMay, useZone } from '../session.ts'
import { Failure } from '../shell/Failure.tsx'
import { Covers } from './Covers.tsx'
import { History } from './cutover/History.tsx'
import { Roster } from '../services/Roster.tsx'
import { Services, Tasks } from '../services/Services.tsx'
import { Leads } from './Leads.tsx'
import { Milestones } from './Milestones.tsx'
import { Signatures } from './Signatures.tsx'
import { StillRunning } from './Running.tsx'
import { factLine } from './fact-line.ts'
import { StandingTag } from './StandingTag.tsx'
import { TimeAxis } from './TimeAxis.tsx'
import { UnsignedTag } from './UnsignedTag.tsx'
import { SubjectFacts } from '../trail/SubjectFacts.tsx'
import './contracts.css'

type Part = { readonly contract: ContractDetail }

function Ways({ contract }: Part) {
  const { say } = useWords()
  const zone = useZone()
  const mayManage = useMay('contract.manage') && contract.standing !== 'ended'
  const [ending, setEnding] = useState(false)
  return (
    <>
      <Link to="/board/$id" params={{ id: contract.id }} search={{}} className="s13">
        {say('contract.board')}
      </Link>
      <a href={`/api/contracts/${contract.id}/annex`} download className="s13">
        {say('annex.download')}
      </a>
      <TakePeriod contract={contract.id} zone={zone} startsOn={contract.startsOn} />
      {mayManage && (
        <>
          <Link to="/contracts/$id/cutover" params={{ id: contract.id }} className="s13">
            {say('cutover.title')}
          </Link>
          <SendNotice ground={groundOf(contract)} />
          <Button onClick={() => setEnding(true)}>{say('contract.end')}</Button>
          <Link to="/contracts/$id/amend" params={{ id: contract.id }} search={{}} className="button-primary">
            {say('contract.amend')}
          </Link>
        </>
      )}
      {ending && (
        <RecordForm
          title={say('contract.end')}
          fields={[{ id: 'reason', label: say('contract.end-reason'), kind: 'prose', required: true, hint: say('contract.end-explained') }]}
          version={contract.version}
          method="POST"
          path={`/contracts/${contract.id}/end`}
          close={() => setEnding(false)}
        />
      )}
    </>
  )
}

function Agreed({ contract }: Part) {
  const { say } = useWords()
  return (
    <section className="card place-card">
      <h2 className="label">{say('contract.terms')}</h2>
      <dl className="pairs">
        <dt>{say('contract.plan')}</dt>
        <dd>
          <Link to="/plans/$ref" params={{ ref: contract.plan }}>
            {say('contract.plan-option', { title: contract.planTitle, version: planVersion(contract.plan) })}
          </Link>
        </dd>
        <dt>{say('contract.signed-on')}</dt>
        <dd>{contract.signedOn ?? '—'}</dd>
        <dt>{say('contract.starts-on')}</dt>
        <dd>{contract.startsOn ?? '—'}</dd>
        <dt>{say('contract.ends-on')}</dt>
        <dd>{contract.endsOn ?? '—'}</dd>
        {contract.terms.map((term) => (
          <TermLine key={term.key} term={term} />
        ))}
      </dl>
      <StillOpen open={contract.open} />
    </section>
  )
}

/** What the plan leaves to the contract and nobody has agreed on yet. */
function StillOpen({ open }: { readonly open: readonly string[] }) {
  const { say } = useWords()
  if (open.length === 0) return null
  return (
    <details className="still-open s13">
      <summary>{say('contract.still-open', { count: open.length })}</summary>
      <ul>
        {open.map((place) => (
          <li key={place}>{place}</li>
        ))}
      </ul>
    </details>
  )
}

function TermLine({ term }: { readonly term: ContractDetail['terms'][number] }) {
  return (
    <>
      <dt>{term.place}</dt>
      <dd>
        {term.words} <span className="ink3">{term.source}</span>
      </dd>
    </>
  )
}

function Covered({ contract }: Part) {
  const { say } = useWords()
  return (
    <section className="card place-card">
      <h2 className="label">{say('contract.covers')}</h2>
      <dl className="pairs">
        <dt>{say('contract.sites')}</dt>
        <dd>{contract.sites.map((one) => one.name).join(say('list.and')) || '—'}</dd>
        <dt>{say('contract.assets')}</dt>
        <dd>
          {contract.assets.length === 0
            ? '—'
            : contract.assets.map((one, at) => (
                <Fragment key={one.id}>
                  {at > 0 && say('list.and')}
                  <Link to="/devices/$id" params={{ id: one.id }}>
                    {one.name}
                  </Link>
                </Fragment>
              ))}
        </dd>
        {contract.people.map(({ role, roleName, person }) => (
          <PersonLine key={`${role} ${person.id}`} role={roleName} name={person.name} />
        ))}
      </dl>
    </section>
  )
}

function LeadsCard({ contract: { leading } }: Part) {
  const zone = useZone()
  if (!leading) return null
  return (
    <div className="card place-card">
      <Leads leading={leading} zone={zone} />
    </div>
  )
}

/** How the customer reaches us, as the plan promises and the contract fills it in. */
function Channels({ contract: { channels } }: Part) {
  const { say } = useWords()
  if (channels.length === 0) return null
  return (
    <section className="card place-card" aria-label={say('contract.channels')}>
      <h2 className="label">{say('contract.channels')}</h2>
      <dl className="pairs">
        {channels.map(({ id, name, address, kind, hours, text }) => (
          <Fragment key={id}>
            <dt>{name}</dt>
            <dd>
              {address === undefined ? '—' : <Address kind={kind} address={address} />} <span className="ink3">{hours}</span>
              {text !== undefined && <span className="s13 ink2 block">{text}</span>}
            </dd>
          </Fragment>
        ))}
      </dl>
    </section>
  )
}

/** A number to dial, an address to write to, a page to open. */
function Address({ kind, address }: { readonly kind: string; readonly address: string }) {
  if (kind === 'phone') return <a href={`tel:${address.replaceAll(/[^\d+]/g, '')}`}>{address}</a>
  if (kind === 'mail') return <a href={`mailto:${address}`}>{address}</a>
  if (kind === 'portal')
    return (
      <a href={address} target="_blank" rel="noreferrer">
        {address}
      </a>
    )
  return <span>{address}</span>
}

function PersonLine({ role, name }: { readonly role: string; readonly name: string }) {
  return (
    <>
      <dt>{role}</dt>
      <dd>{name}</dd>
    </>
  )
}

type Agreement = ContractDetail['agreements'][number]

function AgreementLine({ agreement }: { readonly agreement: Agreement }) {
  const { say, locale } = useWords()
  const zone = useZone()
  const title = useQuery(planQuery(agreement.plan)).data?.title ?? agreement.plan
  const plan = say('contract.plan-option', { title, version: planVersion(agreement.plan) })
  return (
    <li className="sheet-row s13">
      <span>
        {say('contract.agreement', { at: fullWords(agreement.from, { zone, locale }), plan })}
        <span className="ink2 block">
          {agreement.terms.map((term) => `${term.place} ${term.words}（${term.source}）`).join(say('list.and'))}
        </span>
      </span>
    </li>
  )
}

function Agreements({ contract }: Part) {
  const { say } = useWords()
  if (contract.agreements.length < 2) return null
  return (
    <section className="card place-card">
      <h2 className="label">{say('contract.agreements')}</h2>
      <ul>
        {contract.agreements.map((one) => (
          <AgreementLine key={one.from} agreement={one} />
        ))}
      </ul>
    </section>
  )
}

/** What was over before the contract was taken over. */
function BeforeUs({ contract }: Part) {
  const isTakenOver = contract.terms.some(({ key }) => key === 'cut-over')
  const { data } = useQuery({ ...cutoverQuery(contract.id), enabled: useMay('contract.manage') && isTakenOver })
  return data ? <History past={data.past} /> : null
}

function groundOf({ id, assets }: ContractDetail) {
  return { contract: id, devices: assets }
}

/** One contract: what was agreed, what it covers and with whom, what happened, and its record. */
export function ContractPage() {
  const { say } = useWords()
  const { id } = useParams({ from: '/room/contracts/$id' })
  const { data: contract, error, refetch } = useQuery(contractQuery(id))
  if (!contract) return error ? <Failure error={error} retry={() => void refetch()} /> : <div className="skeleton board-skeleton" />
  return (
    <main className="sheet">
      <header className="row sheet-head">
        <div className="grow">
          <h1>
            {contract.number} {contract.title} <StandingTag standing={contract.standing} /> <UnsignedTag unsigned={contract.unsigned} />
          </h1>
          <Link to="/customers/$id" params={{ id: contract.customer.id }} className="s13">
            {contract.customer.name}
          </Link>
        </div>
        <Ways contract={contract} />
      </header>
      <StillRunning contract={contract} />
      <TimeAxis contract={contract} />
      <div className="contract-page">
        <div>
          <Tasks ground={groundOf(contract)} />
          <Milestones contract={contract} />
          <Covers contract={contract} />
          <Roster ground={groundOf(contract)} />
          <Services ground={groundOf(contract)} />
          <BeforeUs contract={contract} />
          <SubjectFacts subject={`contract/${contract.id}`} title={say('contract.facts')} line={(fact) => factLine(fact, say)} />
        </div>
        <div>
          <Agreed contract={contract} />
          <Signatures contract={contract} />
          <Covered contract={contract} />
          <Channels contract={contract} />
          <LeadsCard contract={contract} />
          <Contacts contract={contract.id} ended={contract.standing === 'ended'} />
          <Told of={{ contract: contract.id }} />
          <Agreements contract={contract} />
        </div>
      </div>
    </main>
  )
}
