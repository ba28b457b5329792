import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Checkbox, Drawer, Segmented, Select } from 'antd'
import { useState } from 'react'
import { factWords } from '../../core/promise/event-words.ts'
import { isServiceType } from '../../core/service/vocabulary.ts'
import type { ServiceType } from '../../core/service/vocabulary.ts'
import type { Complaint } from '../../wire/complaints.ts'
import type { TicketRow } from '../../wire/tickets.ts'
import { ClockBadge } from '../../ui/ClockBadge.tsx'
import { useMinute } from '../../ui/now.ts'
import { instantWords } from '../../ui/time.ts'
import { useWords } from '../../ui/words/say.ts'
import { complaintsQuery, contractQuery, contractsQuery } from '../api/queries.ts'
import { Field } from '../form/Field.tsx'
import { Finder } from '../form/Finder.tsx'
import type { Option } from '../form/Finder.tsx'
import { SheetHead } from '../form/SheetHead.tsx'
import { useIsPhone } from '../phone.ts'
import { ServiceForm } from '../services/ServiceForm.tsx'
import { ServiceLine } from '../services/Services.tsx'
import { useMay, useZone } from '../session.ts'
import { Failure } from '../shell/Failure.tsx'
import { More } from '../shell/More.tsx'

type Shown = 'open' | 'closed' | 'all'

/** Who looks after it, whom it is about, how it ended. */
function useStanding(): (complaint: Complaint) => string {
  const { say } = useWords()
  return ({ owner, accused, outcome }) =>
    [
      owner ? say('complaint.owner', { name: owner.name }) : say('complaint.no-owner'),
      accused ? say('complaint.about', { name: accused.name }) : say('complaint.about-nobody'),
      outcome !== undefined && say('complaint.outcome', { outcome }),
    ]
      .filter(Boolean)
      .join(' · ')
}

function ComplaintRow({ complaint, open }: { readonly complaint: Complaint; readonly open: () => void }) {
  const { locale } = useWords()
  const zone = useZone()
  const now = useMinute()
  const standing = useStanding()
  const [first] = complaint.entries
  const kind = first?.said.find(({ field }) => field === 'kind')?.words
  const about = [kind, first?.said.find(({ field }) => field === 'summary')?.words].filter(Boolean).join('：')
  return (
    <button type="button" className="sheet-row due-row" onClick={open}>
      {complaint.clocks.map((clock) => (
        <ClockBadge key={clock.id} clock={clock} zone={zone} />
      ))}
      <span className="grow">
        <span className="one-line block">
          {complaint.customer.name} {about}
        </span>
        <span className="s12 ink3 one-line block">
          {[complaint.contract?.number, complaint.ticket?.number, instantWords(complaint.openedAt, now, { zone, locale })]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </span>
      <span className="s13 ink2">{standing(complaint)}</span>
    </button>
  )
}

/** One complaint: what was said and done, and the steps that may come next. */
function ComplaintDrawer({ complaint, close }: { readonly complaint: Complaint; readonly close: () => void }) {
  const { say, locale } = useWords()
  const zone = useZone()
  const phone = useIsPhone()
  const mayRecord = useMay('service.record')
  const standing = useStanding()
  const [step, setStep] = useState<ServiceType>()
  const { contract, ticket } = complaint
  const ground = { contract: contract?.id, ticket: ticket?.id, devices: [] }
  return (
    <Drawer
      open
      title={complaint.customer.name}
      onClose={close}
      placement={phone ? 'bottom' : 'right'}
      size={phone ? '85%' : 520}
      className="complaint-drawer"
    >
      <p className="row">
        {complaint.clocks.map((clock) => (
          <ClockBadge key={clock.id} clock={clock} zone={zone} />
        ))}
      </p>
      <p className="s13 ink2">{standing(complaint)}</p>
      <p className="s13 row">
        {contract && (
          <Link to="/contracts/$id" params={{ id: contract.id }}>
            {contract.number}
          </Link>
        )}
        {ticket && (
          <Link to="/tickets/$id" params={{ id: ticket.id }}>
            {ticket.number}
          </Link>
        )}
      </p>
      <ul>
        <ServiceLine row={complaint} ground={ground} go={undefined} />
      </ul>
      {mayRecord && complaint.next.length > 0 && (
        <section>
          <h3 className="label">{say('complaint.next')}</h3>
          <div className="row">
            {complaint.next.filter(isServiceType).map((type) => (
              <Button key={type} onClick={() => setStep(type)}>
                {factWords(type, locale)}
              </Button>
            ))}
          </div>
        </section>
      )}
      {step && <ServiceForm key={step} ground={ground} record={complaint} type={step} close={() => setStep(undefined)} />}
    </Drawer>
  )
}

/** A complaint begins with its contract, by whose promises it is timed, and where it is about a ticket, with that. */
function NewComplaint({ close }: { readonly close: () => void }) {
  const { say } = useWords()
  const phone = useIsPhone()
  const contracts = useInfiniteQuery(contractsQuery({ limit: '200' })).data?.pages.flatMap((page) => page.items) ?? []
  const [contract, setContract] = useState<string>()
  const [ticket, setTicket] = useState<Option>()
  const [begun, setBegun] = useState(false)
  const detail = useQuery({ ...contractQuery(contract ?? ''), enabled: contract !== undefined }).data
  if (begun && contract !== undefined)
    return (
      <ServiceForm
        ground={{ contract: ticket ? undefined : contract, ticket: ticket?.value, devices: ticket ? [] : (detail?.assets ?? []) }}
        type="complaint.opened"
        close={close}
      />
    )
  return (
    <Drawer open title={say('complaint.record')} onClose={close} placement={phone ? 'bottom' : 'right'} size={phone ? '85%' : 420}>
      <div className="stack">
        <Field id="complaint-contract" label={say('complaint.under')} hint={say('complaint.find')}>
          <Select
            id="complaint-contract"
            showSearch={{ optionFilterProp: 'label' }}
            value={contract}
            options={contracts.map(({ id, number, title, customer }) => ({ value: id, label: `${number} ${customer.name} ${title}` }))}
            onChange={(chosen: string) => {
              setContract(chosen)
              setTicket(undefined)
            }}
          />
        </Field>
        <Field id="complaint-ticket" label={say('complaint.ticket')} optional>
          <Finder
            id="complaint-ticket"
            path="tickets"
            filters={{ view: 'all', contract }}
            option={(one: TicketRow) => ({ value: one.id, label: one.number, detail: one.title })}
            value={ticket}
            choose={setTicket}
            placeholder={say('complaint.ticket')}
          />
        </Field>
        <Button type="primary" disabled={contract === undefined} onClick={() => setBegun(true)}>
          {say('complaint.begin')}
        </Button>
      </div>
    </Drawer>
  )
}

/** 投诉, apart from faults: each with its own clocks and an owner who is not the one it is about. */
export function Complaints() {
  const { say } = useWords()
  const navigate = useNavigate()
  const mayRecord = useMay('service.record')
  const { state, mine } = useSearch({ from: '/room/complaints' })
  const shown: Shown = state ?? 'open'
  const list = useInfiniteQuery(complaintsQuery({ state: shown, mine }))
  const items = list.data?.pages.flatMap((page) => page.items) ?? []
  const [open, setOpen] = useState<string>()
  const chosen = items.find(({ id }) => id === open)
  const show = (change: { state?: 'closed' | 'all' | undefined; mine?: 'yes' | undefined }) => {
    // One that left the list by its closing does not come back open with another list.
    setOpen(undefined)
    void navigate({ to: '/complaints', search: { state, mine, ...change }, replace: true })
  }
  return (
    <main className="sheet">
      <SheetHead title={say('room.complaints')}>
        <Checkbox checked={mine === 'yes'} onChange={(event) => show({ mine: event.target.checked ? 'yes' : undefined })}>
          {say('complaint.mine')}
        </Checkbox>
        <Segmented<Shown>
          value={shown}
          options={(['open', 'closed', 'all'] as const).map((value) => ({ value, label: say(`complaint.${value}`) }))}
          onChange={(value) => show({ state: value === 'open' ? undefined : value })}
        />
        {mayRecord && (
          <Button type="primary" onClick={() => setOpen('new')}>
            {say('complaint.record')}
          </Button>
        )}
      </SheetHead>
      {list.error && !list.data && <Failure error={list.error} retry={() => void list.refetch()} />}
      {list.data && items.length === 0 && (
        <div className="empty">
          <p>{say(shown === 'open' ? 'complaint.none-open' : 'complaint.none')}</p>
        </div>
      )}
      <ul className="sheet-list">
        {items.map((one) => (
          <li key={one.id}>
            <ComplaintRow complaint={one} open={() => setOpen(one.id)} />
          </li>
        ))}
      </ul>
      <More list={list} />
      {open === 'new' && <NewComplaint close={() => setOpen(undefined)} />}
      {chosen && <ComplaintDrawer key={chosen.id} complaint={chosen} close={() => setOpen(undefined)} />}
    </main>
  )
}
