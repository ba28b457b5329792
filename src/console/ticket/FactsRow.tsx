import { planVersion } from '../plan-version.ts'
import { Link } from '@tanstack/react-router'
import type { TicketDetail } from '../../wire/tickets.ts'
import { Icon } from '../../ui/Icon.tsx'
import { useWords } from '../../ui/words/say.ts'
import { CoverBand } from '../contracts/CoverBand.tsx'
import { useMay } from '../session.ts'

type Props = { readonly detail: TicketDetail }

function CustomerFacts({ detail }: Props) {
  const { say } = useWords()
  const mayCustomer = useMay('customer.read')
  const { ticket, contact } = detail
  const name = ticket.customer?.name ?? '—'
  return (
    <div>
      <div className="label">{say('fact-row.customer')}</div>
      {mayCustomer && ticket.customer ? (
        <Link to="/customers/$id" params={{ id: ticket.customer.id }}>
          {name}
        </Link>
      ) : (
        <span>{name}</span>
      )}
      <div className="s13 ink2">{[ticket.site?.name, ticket.site?.address].filter(Boolean).join(' · ')}</div>
      {contact && (
        <div className="s13 ink2 row">
          <Icon name="phone" size={14} /> {contact.name} {contact.phone}
        </div>
      )}
    </div>
  )
}

function DeviceFacts({ detail }: Props) {
  const { say } = useWords()
  const mayDevice = useMay('asset.read')
  const { asset } = detail.ticket
  return (
    <div>
      <div className="label">{say('fact-row.device')}</div>
      {asset ? (
        <>
          {mayDevice ? (
            <Link to="/devices/$id" params={{ id: asset.id }}>
              {[asset.name, asset.model].filter(Boolean).join(' ')}
            </Link>
          ) : (
            <span>{[asset.name, asset.model].filter(Boolean).join(' ')}</span>
          )}
          {asset.serial && <div className="s13 ink2">{say('fact-row.serial', { serial: asset.serial })}</div>}
        </>
      ) : (
        <span className="ink2">{say('fact-row.no-device')}</span>
      )}
    </div>
  )
}

function ContractFacts({ detail }: Props) {
  const { say } = useWords()
  const { contract } = detail.ticket
  return (
    <div>
      <div className="label">{say('fact-row.contract')}</div>
      {contract ? (
        <>
          <Link to="/board/$id" params={{ id: contract.id }} search={{}}>
            {contract.number}
          </Link>
          <div className="s13 ink2">{contract.title}</div>
          {detail.plan && (
            <div className="s13 ink2">{say('fact-row.plan', { title: detail.plan.title, version: planVersion(detail.plan.ref) })}</div>
          )}
        </>
      ) : (
        <span className="ink2">{say('fact-row.no-contract')}</span>
      )}
    </div>
  )
}

function GradeFacts({ detail, regrade }: Props & { readonly regrade: (() => void) | undefined }) {
  const { say } = useWords()
  const { grade, customerGrade } = detail.ticket
  return (
    <div>
      <div className="label">{say('fact-row.grade')}</div>
      {grade ? (
        <span>
          {say('fact-row.ours')} <b>{grade.name}</b>
        </span>
      ) : (
        <span className="ink2">{customerGrade ? say('fact-row.not-graded') : say('fact-row.no-grade')}</span>
      )}
      {customerGrade && customerGrade.id !== grade?.id && (
        <div className="s13 ink2">{say('fact-row.theirs', { grade: customerGrade.name })}</div>
      )}
      {regrade && (
        <div className="s13">
          <button type="button" className="link" onClick={regrade}>
            {say('fact-row.regrade')}
          </button>
        </div>
      )}
    </div>
  )
}

/** Customer, device, contract, grade: four columns, on a phone one under the other; under them what is covered. */
export function FactsRow({ detail, regrade }: Props & { readonly regrade: (() => void) | undefined }) {
  const { ticket, zone } = detail
  return (
    <div className="card facts-row">
      <CustomerFacts detail={detail} />
      <DeviceFacts detail={detail} />
      <ContractFacts detail={detail} />
      <GradeFacts detail={detail} regrade={regrade} />
      <CoverBand
        ground={{ asset: ticket.asset?.id, contract: ticket.contract?.id, zone, ticket: ticket.id, reported: detail.reportedCover }}
      />
    </div>
  )
}
