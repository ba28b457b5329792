import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Popover } from 'antd'
import { useState } from 'react'
import type { Person } from '../../wire/parties.ts'
import type { TicketChanged } from '../../wire/ticket-commands.ts'
import type { TicketRow } from '../../wire/tickets.ts'
import { Icon } from '../../ui/Icon.tsx'
import { useWords } from '../../ui/words/say.ts'
import { write } from '../api/call.ts'
import { Finder } from '../form/Finder.tsx'
import { failureWords } from '../shell/Failure.tsx'
import { notify } from '../shell/notice.ts'
import { useMay } from '../session.ts'
import { inTurns, refusedLines } from './bulk.ts'
import type { BulkOutcome } from './bulk.ts'

const AT_ONCE = 4

type Assignment = { readonly row: TicketRow; readonly person: string }

/** Assigns many at once; what was done stands, what was refused is named with its reason, and can be taken back for eight seconds. */
function useBulkAssign(done: (left: readonly string[]) => void) {
  const { say } = useWords()
  const client = useQueryClient()
  const assignOne = ({ row, person }: Assignment): Promise<BulkOutcome> =>
    write<TicketChanged>('POST', `/tickets/${row.id}/assign`, { person }).then(
      () => ({ id: row.id, number: row.number, done: true }),
      (error: unknown) => ({ id: row.id, number: row.number, done: false, why: failureWords(error, say) }),
    )
  const refresh = (): void =>
    void client.invalidateQueries({ predicate: ({ queryKey }) => ['tickets', 'ticket-views', 'ticket'].includes(String(queryKey[0])) })
  // Whoever had it before gets it back; a ticket that nobody had cannot be un-assigned, so it is not offered.
  const takeBack = async (rows: readonly TicketRow[]): Promise<void> => {
    const before = rows.flatMap((row) => (row.assignee ? [{ row, person: row.assignee.id }] : []))
    const outcomes = await inTurns(before, AT_ONCE, assignOne)
    notify({ words: say('bulk.undone', { count: outcomes.filter((one) => one.done).length }) })
    refresh()
  }
  return useMutation({
    mutationFn: ({ rows, person }: { rows: readonly TicketRow[]; person: Person }) =>
      inTurns(rows, AT_ONCE, (row) => assignOne({ row, person: person.id })),
    onSuccess: (outcomes, { rows, person }) => {
      const refused = outcomes.filter((one) => !one.done)
      const changed = rows.filter((row) => outcomes.some((one) => one.done && one.id === row.id))
      const backable = changed.filter((row) => row.assignee)
      const words =
        refused.length === 0
          ? say('bulk.assigned', { name: person.name, count: changed.length })
          : say('bulk.partly', { name: person.name, count: changed.length, refused: refused.length })
      const undo =
        backable.length === 0 ? {} : { undo: { words: say('bulk.undo', { count: backable.length }), act: () => void takeBack(backable) } }
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

type BulkProps = {
  readonly rows: readonly TicketRow[]
  readonly open: boolean
  readonly setOpen: (open: boolean) => void
  readonly select: (ids: readonly string[]) => void
}

export function BulkBar({ rows, open, setOpen, select }: BulkProps) {
  const { say } = useWords()
  const mayAssign = useMay('ticket.assign')
  const [typed, setTyped] = useState<string>()
  const { mutate, isPending } = useBulkAssign(select)
  const assign = (person: Person | undefined): void => {
    if (!person) return
    setOpen(false)
    setTyped(undefined)
    mutate({ rows, person })
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
      <span className="grow" />
      <button type="button" className="bulk-action" onClick={() => select([])}>
        {say('bulk.clear')} <kbd>Esc</kbd>
      </button>
    </div>
  )
}
