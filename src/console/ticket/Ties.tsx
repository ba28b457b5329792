import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import type { TicketDetail } from '../../wire/tickets.ts'
import type { Tie, TieKind } from '../../wire/ties.ts'
import { Icon } from '../../ui/Icon.tsx'
import { useMinute } from '../../ui/now.ts'
import { instantWords } from '../../ui/time.ts'
import type { WordKey } from '../../ui/words/say.ts'
import { useWords } from '../../ui/words/say.ts'
import { useMay, useSession } from '../session.ts'
import type { RunCommand } from './run.ts'

const TITLES: Readonly<Record<TieKind, WordKey>> = {
  'merged-into': 'tie.merged-into',
  'merged-here': 'tie.merged-here',
  'split-from': 'tie.split-from',
  'split-off': 'tie.split-off',
  related: 'tie.related',
}

/** A ticket that was merged says so before anything else: whoever comes here goes on there. */
export function MergedInto({ detail }: { readonly detail: TicketDetail }) {
  const { say } = useWords()
  const tie = detail.ticket.state === 'merged' ? detail.ties.findLast(({ kind }) => kind === 'merged-into') : undefined
  if (!tie) return null
  return (
    <p className="card merged-into" role="status">
      <Icon name="merge" />
      <span className="grow">
        {say('tie.goes-on')}{' '}
        <Link to="/tickets/$id" params={{ id: tie.ticket.id }}>
          {tie.ticket.number} {tie.ticket.title}
        </Link>
        {tie.reason && <span className="block s13 ink2">{say('tie.because', { reason: tie.reason })}</span>}
      </span>
    </p>
  )
}

type LineProps = { readonly tie: Tie; readonly zone: string; readonly remove: (() => void) | undefined }

function TieLine({ tie, zone, remove }: LineProps) {
  const { say, name, locale } = useWords()
  const now = useMinute()
  return (
    <li className="sheet-row tie">
      <span className="tie-kind s13 ink2">{say(TITLES[tie.kind])}</span>
      <span className="grow">
        <Link to="/tickets/$id" params={{ id: tie.ticket.id }}>
          {tie.ticket.number} {tie.ticket.title}
        </Link>
        <span className="block s13 ink2">
          {[name('phase', tie.ticket.state), instantWords(tie.at, now, { zone, locale }), tie.reason].filter(Boolean).join(' · ')}
        </span>
      </span>
      {remove && (
        <Button size="small" type="text" onClick={remove}>
          {name('command', 'unrelate')}
        </Button>
      )}
    </li>
  )
}

/** 相关: every ticket that belongs to this one, and what makes more of them. */
export function Ties({ detail, run }: { readonly detail: TicketDetail; readonly run: RunCommand }) {
  const { say, name } = useWords()
  const navigate = useNavigate()
  const mayReport = useMay('ticket.report')
  const own = useSession().me.customer === undefined
  const { ticket, ties, zone } = detail
  const may = (command: string): boolean => detail.actions.some((one) => one.command === command && one.allowed)
  const open = !['closed', 'cancelled', 'merged'].includes(ticket.state)
  return (
    <div className="ties">
      {ties.length === 0 && <p className="ink2">{say('tie.none')}</p>}
      <ul>
        {ties.map((tie) => (
          <TieLine
            key={tie.kind + tie.ticket.id}
            tie={tie}
            zone={zone}
            remove={
              tie.kind === 'related' && may('unrelate')
                ? () => run('unrelate', { to: { value: tie.ticket.id, label: tie.ticket.number } })
                : undefined
            }
          />
        ))}
      </ul>
      <div className="row tie-does">
        {may('relate') && <Button onClick={() => run('relate')}>{say('tie.relate')}</Button>}
        {may('merge') && <Button onClick={() => run('merge')}>{name('command', 'merge')}</Button>}
        {own && mayReport && open && may('edit') && (
          <Button onClick={() => void navigate({ to: '/tickets/new', search: { splitFrom: ticket.id } })}>{say('tie.split')}</Button>
        )}
      </div>
    </div>
  )
}
