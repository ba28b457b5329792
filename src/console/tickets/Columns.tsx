import { useMutation } from '@tanstack/react-query'
import { Button, Popover } from 'antd'
import { ALWAYS, TICKET_COLUMNS, USUAL, writeColumns } from '../../wire/ticket-lists.ts'
import type { TicketColumn } from '../../wire/ticket-lists.ts'
import { useWords } from '../../ui/words/say.ts'
import { download, queryString } from '../api/call.ts'
import type { ListSearch, View } from '../search.ts'
import { failureWords } from '../shell/Failure.tsx'
import { notify } from '../shell/notice.ts'
import { filtersOf, useListSearch } from './useTicketList.ts'

/** How wide each column is; `px`: at least. Together they are as wide as the list, or it is moved sideways. */
const WIDTHS: Readonly<Record<TicketColumn, { readonly track: string; readonly px: number }>> = {
  nearest: { track: '212px', px: 212 },
  due: { track: '166px', px: 166 },
  ticket: { track: 'minmax(160px, 1.5fr)', px: 160 },
  where: { track: 'minmax(120px, 1fr)', px: 120 },
  device: { track: 'minmax(100px, 0.8fr)', px: 100 },
  grade: { track: '108px', px: 108 },
  others: { track: '128px', px: 128 },
  assignee: { track: '92px', px: 92 },
  team: { track: '108px', px: 108 },
  contract: { track: 'minmax(120px, 1fr)', px: 120 },
  reported: { track: '148px', px: 148 },
  changed: { track: '148px', px: 148 },
}
const PICK_PX = 44
const EDGE_PX = 12

/** The tracks of columns that somebody chose; undefined: the usual ones, which the style sheet knows for every width. */
export function tracksOf(columns: readonly TicketColumn[]): Record<string, string> | undefined {
  if (writeColumns(columns) === undefined) return undefined
  const least = columns.reduce((sum, one) => sum + WIDTHS[one].px, PICK_PX + EDGE_PX)
  return { '--tracks': `${PICK_PX}px ${columns.map((one) => WIDTHS[one].track).join(' ')}`, '--least': `${least}px` }
}

/** 列: what the list shows beside the clock and the ticket; it stands in the address, and a saved view keeps it. */
export function Columns({ columns }: { readonly columns: readonly TicketColumn[] }) {
  const { say } = useWords()
  const { change } = useListSearch()
  const show = (next: readonly TicketColumn[]): void => change({ columns: writeColumns(next) })
  const choices = (
    <div className="stack popover-form" role="group" aria-label={say('columns.title')}>
      {TICKET_COLUMNS.filter((one) => !ALWAYS.includes(one)).map((one) => (
        <label key={one} className="row column-choice">
          <input
            type="checkbox"
            checked={columns.includes(one)}
            onChange={({ target }) => show(target.checked ? [...columns, one] : columns.filter((other) => other !== one))}
          />
          {say(`column.${one}`)}
        </label>
      ))}
      <Button size="small" disabled={writeColumns(columns) === undefined} onClick={() => show(USUAL)}>
        {say('columns.reset')}
      </Button>
    </div>
  )
  return (
    <Popover trigger="click" placement="bottomRight" content={choices}>
      <Button type="text" className="columns-open">
        {say('columns.open')}
      </Button>
    </Popover>
  )
}

type ExportProps = { readonly search: ListSearch; readonly view: View; readonly columns: readonly TicketColumn[] }

/** The whole list under these filters, in this order and with these columns, as a workbook. */
export function Export({ search, view, columns }: ExportProps) {
  const { say } = useWords()
  const { mutate, isPending } = useMutation({
    mutationFn: () => {
      const { limit: _, ...filters } = filtersOf(search, view)
      return download(`/tickets/sheet${queryString({ ...filters, columns: columns.join(',') })}`)
    },
    onError: (error) => notify({ words: failureWords(error, say), tone: 'refused' }),
  })
  return (
    <Button type="text" loading={isPending} onClick={() => mutate()}>
      {say('list.export')}
    </Button>
  )
}
