import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Button, Drawer } from 'antd'
import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { TicketDetail } from '../../wire/tickets.ts'
import { useMinute } from '../../ui/now.ts'
import { instantWords } from '../../ui/time.ts'
import { useWords } from '../../ui/words/say.ts'
import { ticketQuery } from '../api/queries.ts'
import { useKeys } from '../keys.ts'
import { useIsPhone } from '../phone.ts'
import { Failure } from '../shell/Failure.tsx'
import { notify } from '../shell/notice.ts'
import { Actions } from './Actions.tsx'
import { ClockCards } from './ClockCards.tsx'
import { CommandDrawer } from './CommandDrawer.tsx'
import { COMMAND_FORMS } from './command-forms.ts'
import { Composer } from './Composer.tsx'
import type { ComposerHandle } from './Composer.tsx'
import { CustomerView } from './CustomerView.tsx'
import { Escalated } from './Escalated.tsx'
import { Follow } from './Follow.tsx'
import { FactsRow } from './FactsRow.tsx'
import { Present } from './Present.tsx'
import { primaryCommand } from './primary.ts'
import type { RunCommand } from './run.ts'
import { SidePanel } from './SidePanel.tsx'
import { TicketConsequences } from './TicketConsequences.tsx'
import { TicketTabs } from './TicketTabs.tsx'
import type { TicketTab } from './TicketTabs.tsx'
import { MergedInto, Ties } from './Ties.tsx'
import { Timeline } from './Timeline.tsx'
import { Walk } from './Walk.tsx'
import './ticket.css'

/** Clocks that follow working hours are read anew by the minute: their arithmetic is the server's. */
const READ_AGAIN_MS = 60_000

function Header({ detail }: { readonly detail: TicketDetail }) {
  const { say, name, locale } = useWords()
  const now = useMinute()
  const { ticket } = detail
  return (
    <header className="row ticket-head">
      <div className="grow">
        <div className="s13 ink3">
          {[
            ticket.number,
            name('type', ticket.type),
            say('ticket.by-channel', { channel: name('channel', ticket.channel) }),
            instantWords(ticket.reportedAt, now, { zone: detail.zone, locale }),
          ].join(' · ')}
        </div>
        <h1>{ticket.title}</h1>
      </div>
      <Present ticket={ticket.id} />
      <Walk id={ticket.id} />
      <Follow detail={detail} />
      {ticket.assignee && (
        <span className="row s13 ink2 nowrap">
          <span className="avatar">{ticket.assignee.name.slice(0, 1)}</span>
          {ticket.assignee.name}
        </span>
      )}
      <span className="tag">{name('phase', ticket.state)}</span>
    </header>
  )
}

/** Runs a command by name: replies and notes in the composer, all others in their form; refused ones say why. */
function useRun(detail: TicketDetail, composer: { readonly current: ComposerHandle | null }) {
  const { name } = useWords()
  const [begun, setBegun] = useState<{ readonly command: string; readonly found: Parameters<RunCommand>[1] }>()
  const run: RunCommand = (wanted, found) => {
    const action = detail.actions.find((one) => one.command === wanted)
    if (!action) return
    if (!action.allowed) notify({ words: name('command', wanted), details: [action.refusal ?? ''], tone: 'refused' })
    else if (wanted === 'reply' || wanted === 'note') composer.current?.open(wanted)
    else setBegun({ command: wanted, found })
  }
  return { begun, run, close: () => setBegun(undefined) }
}

function PhoneBar({
  detail,
  primary,
  run,
}: {
  readonly detail: TicketDetail
  readonly primary: string | undefined
  readonly run: (command: string) => void
}) {
  const { say, name } = useWords()
  const [open, setOpen] = useState(false)
  const act = (command: string): void => {
    setOpen(false)
    run(command)
  }
  return (
    <div className="phone-bar">
      {primary && (
        <button type="button" className="button-primary grow" onClick={() => act(primary)}>
          {name('command', primary)}
        </button>
      )}
      <Button size="large" className={primary ? '' : 'grow'} onClick={() => setOpen(true)}>
        {say('actions.more')}
      </Button>
      <Drawer open={open} placement="bottom" size="80%" title={say('actions.title')} onClose={() => setOpen(false)}>
        <Actions actions={detail.actions} primary={undefined} run={act} />
      </Drawer>
    </div>
  )
}

function Page({ detail }: { readonly detail: TicketDetail }) {
  const composer = useRef<ComposerHandle>(null)
  const phone = useIsPhone()
  const { begun, run, close } = useRun(detail, composer)
  const [tab, setTab] = useState<TicketTab>('timeline')
  const tell: RunCommand = (wanted, found) => {
    // Reply and note are written under the timeline.
    if (wanted === 'reply' || wanted === 'note') flushSync(() => setTab('timeline'))
    run(wanted, found)
  }
  const [pending, setPending] = useState<string>()
  const primary = primaryCommand(detail)
  const mayGrade = detail.actions.some((action) => action.command === 'grade' && action.allowed)
  useKeys(Object.fromEntries(Object.entries(COMMAND_FORMS).flatMap(([name, form]) => (form.key ? [[form.key, () => tell(name)]] : []))))
  return (
    <div className="ticket-room">
      <main className="ticket-main">
        <Header detail={detail} />
        <MergedInto detail={detail} />
        <FactsRow detail={detail} regrade={mayGrade ? () => tell('grade') : undefined} />
        <ClockCards detail={detail} />
        <Escalated detail={detail} />
        <TicketConsequences detail={detail} />
        <div className="card timeline">
          <TicketTabs detail={detail} tab={tab} setTab={setTab} />
          {tab === 'customer' && <CustomerView id={detail.ticket.id} />}
          {tab === 'ties' && <Ties detail={detail} run={tell} />}
          {tab === 'timeline' && (
            <>
              <Timeline detail={detail} pending={pending} />
              <Composer detail={detail} setPending={setPending} handle={composer} />
            </>
          )}
        </div>
      </main>
      <aside className="ticket-side">
        {!phone && <Actions actions={detail.actions} primary={primary} run={tell} />}
        <SidePanel detail={detail} run={tell} />
      </aside>
      {phone && <PhoneBar detail={detail} primary={primary} run={tell} />}
      {begun && <CommandDrawer key={begun.command} command={begun.command} detail={detail} close={close} found={begun.found} />}
    </div>
  )
}

export function TicketPage() {
  const { id } = useParams({ from: '/room/tickets/$id' })
  const ticket = useQuery({ ...ticketQuery(id), refetchInterval: READ_AGAIN_MS })
  if (ticket.data) return <Page key={id} detail={ticket.data} />
  if (ticket.error) return <Failure error={ticket.error} retry={() => void ticket.refetch()} />
  return (
    <main className="ticket-main">
      {[56, 86, 78, 240].map((height) => (
        <div key={height} className="skeleton" style={{ height }} />
      ))}
    </main>
  )
}
