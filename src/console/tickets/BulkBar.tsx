import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Popover, Select } from 'antd'
import { useState } from 'react'
import type { Person } from '../../wire/parties.ts'
import type { TicketChanged } from '../../wire/ticket-commands.ts'
import type { TicketRow } from '../../wire/tickets.ts'
import { Icon } from '../../ui/Icon.tsx'
import { useWords } from '../../ui/words/say.ts'
import { write } from '../api/call.ts'
import { teamsQuery } from '../api/queries.ts'
import { Finder } from '../form/Finder.tsx'
import { failureWords } from '../shell/Failure.tsx'
import { notify } from '../shell/notice.ts'
import { useMay } from '../session.ts'
import { inTurns, refusedLines } from './bulk.ts'
import type { BulkOutcome } from './bulk.ts'

const AT_ONCE = 4

type Act = 'assign' | 'transfer'

/** Who holds a ticket before, and what a command says of who holds it after. */
const ACTS = {
  assign: { before: (row: TicketRow) => row.assignee?.id, body: (id: string) => ({ person: id }) },
  transfer: { before: (row: TicketRow) => row.team?.id, body: (id: string) => ({ team: id }) },
} as const

type One = { readonly row: TicketRow; readonly to: string }
type Many = { readonly act: Act; readonly rows: readonly TicketRow[]; readonly to: { readonly id: string; readonly name: string } }

/** Hands many on at once; what was done stands, what was refused is named with its reason, and can be taken back for eight seconds. */
function useBulk(done: (left: readonly string[]) => void) {
  const { say } = useWords()
  const client = useQueryClient()
  const handOn =
    (act: Act) =>
    ({ row, to }: One): Promise<BulkOutcome> =>
      write<TicketChanged>('POST', `/tickets/${row.id}/${act}`, ACTS[act].body(to)).then(
        () => ({ id: row.id, number: row.number, done: true }),
        (error: unknown) => ({ id: row.id, number: row.number, done: false, why: failureWords(error, say) }),
      )
  const refresh = (): void =>
    void client.invalidateQueries({ predicate: ({ queryKey }) => ['tickets', 'ticket-views', 'ticket'].includes(String(queryKey[0])) })
  // Whoever had it before gets it back; a ticket that nobody had cannot be given back, so it is not offered.
  const takeBack = async (act: Act, before: readonly One[]): Promise<void> => {
    const outcomes = await inTurns(before, AT_ONCE, handOn(act))
    notify({ words: say(`bulk.undone-${act}`, { count: outcomes.filter((one) => one.done).length }) })
    refresh()
  }
  return useMutation({
    mutationFn: ({ act, rows, to }: Many) => inTurns(rows, AT_ONCE, (row) => handOn(act)({ row, to: to.id })),
    onSuccess: (outcomes, { act, rows, to: { name } }) => {
      const refused = outcomes.filter((one) => !one.done)
      const changed = rows.filter((row) => outcomes.some((one) => one.done && one.id === row.id))
      const back = changed.flatMap((row): One[] => {
        const before = ACTS[act].before(row)
        return before === undefined ? [] : [{ row, to: before }]
      })
      const words =
        refused.length === 0
          ? say(`bulk.done-${act}`, { name, count: changed.length })
          : say(`bulk.partly-${act}`, { name, count: changed.length, refused: refused.length })
      const undo =
        back.length === 0 ? {} : { undo: { words: say(`bulk.undo-${act}`, { count: back.length }), act: () => void takeBack(act, back) } }
      notify({
        words,
        details: refusedLines(outcomes, { and: say('list.and'), most: 3 }),
        tone: refused.length > 0 ? 'refused' : 'plain',
        ...undo,
      })
      refresh()
      done(refused.map((one) => one.id))
    },
  })
}

type ToTeamProps = { readonly busy: boolean; readonly transfer: (to: Many['to']) => void }

function ToTeam({ busy, transfer }: ToTeamProps) {
  const { say } = useWords()
  const [choosing, setChoosing] = useState(false)
  const teams = useQuery({ ...teamsQuery, enabled: choosing }).data?.items ?? []
  const choose = (id: string): void => {
    const team = teams.find((one) => one.id === id)
    setChoosing(false)
    if (team) transfer(team)
  }
  const finder = (
    <div className="popover-form">
      <label className="label" htmlFor="bulk-team">
        {say('bulk.to-team')}
      </label>
      <Select
        id="bulk-team"
        className="bulk-team"
        autoFocus
        showSearch={{ optionFilterProp: 'label' }}
        options={teams.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={choose}
      />
    </div>
  )
  return (
    <Popover open={choosing} onOpenChange={setChoosing} trigger="click" placement="top" destroyOnHidden content={finder}>
      <button type="button" className="bulk-action" disabled={busy}>
        <Icon name="users" size={14} /> {say('bulk.transfer')}
      </button>
    </Popover>
  )
}

type BulkProps = {
  readonly rows: readonly TicketRow[]
  readonly open: boolean
  readonly setOpen: (open: boolean) => void
  readonly select: (ids: readonly string[]) => void
}

export function BulkBar({ rows, open, setOpen, select }: BulkProps) {
  const { say } = useWords()
  const mayAssign = useMay('ticket.assign')
  const mayTransfer = useMay('ticket.transfer')
  const [typed, setTyped] = useState<string>()
  const { mutate, isPending } = useBulk(select)
  const assign = (person: Person | undefined): void => {
    if (!person) return
    setOpen(false)
    setTyped(undefined)
    mutate({ act: 'assign', rows, to: person })
  }
  const finder = (
    <div className="popover-form">
      <label className="label" htmlFor="bulk-person">
        {say('bulk.to')}
      </label>
      <Finder
        id="bulk-person"
        autoFocus
        path="people"
        filters={{ role: 'engineer' }}
        value={typed === undefined ? undefined : { value: typed, label: typed }}
        option={(one: Person) => ({ value: one.id, label: one.name, detail: one.team?.name })}
        choose={(_, person) => assign(person)}
        placeholder={say('bulk.find-person')}
      />
    </div>
  )
  return (
    <div className="bulk" role="toolbar" aria-label={say('bulk.title')}>
      <b>{say('bulk.selected', { count: rows.length })}</b>
      {mayAssign && (
        <Popover open={open} onOpenChange={setOpen} trigger="click" placement="top" destroyOnHidden content={finder}>
          <button type="button" className="bulk-action" disabled={isPending}>
            <Icon name="user" size={14} /> {isPending ? say('bulk.working') : say('bulk.assign')} <kbd>S</kbd>
          </button>
        </Popover>
      )}
      {mayTransfer && <ToTeam busy={isPending} transfer={(to) => mutate({ act: 'transfer', rows, to })} />}
      <span className="grow" />
      <button type="button" className="bulk-action" onClick={() => select([])}>
        {say('bulk.clear')} <kbd>Esc</kbd>
      </button>
    </div>
  )
}
