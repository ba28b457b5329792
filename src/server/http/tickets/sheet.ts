import { nameOf } from '../../../core/ticket/refusal.ts'
import type { NameKey } from '../../../core/ticket/words/zh-CN.ts'
import type { Locale } from '../../../core/words.ts'
import type { Clock } from '../../../wire/obligations.ts'
import type { TicketColumn } from '../../../wire/ticket-lists.ts'
import type { TicketRow, TicketSheetQuery } from '../../../wire/tickets.ts'
import { withTenant } from '../../database/pool.ts'
import type { SheetWord } from '../../sheets/say.ts'
import { sheetWord } from '../../sheets/say.ts'
import { writeXlsx } from '../../sheets/xlsx-write.ts'
import { tenantRow } from '../../store/session.ts'
import { writeTrail } from '../../store/trail.ts'
import type { Refused } from '../problem.ts'
import { refuse } from '../problem.ts'
import type { Call } from '../route.ts'
import { sendWorkbook } from '../sheets/present.ts'
import { rowsOf } from './read.ts'

/** More lines than anybody reads in one sheet. */
const MOST = 5_000

type Speaker = { readonly locale: Locale; readonly zone: string }
type SheetColumn = {
  readonly head: SheetWord
  readonly width: number
  readonly of: (row: TicketRow, speaker: Speaker) => string | undefined
}

/** 2026-09-30 14:20, in the firm's own zone, as a spreadsheet sorts it. */
function minuteIn(at: number | undefined, { zone }: Speaker): string | undefined {
  if (at === undefined) return undefined
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)
  return `${local.toPlainDate().toString()} ${local.toPlainTime().toString({ smallestUnit: 'minute' })}`
}

function clockState({ state, brokenAt, fulfilledAt }: Clock, locale: Locale): string {
  const late = state === 'broken' && brokenAt !== undefined && fulfilledAt !== undefined
  return sheetWord(`tickets.clock-${late ? 'late' : state}`, {}, locale)
}

const otherClocks = ({ clocks, nearest }: TicketRow): readonly Clock[] =>
  clocks.filter(({ id, state }) => id !== nearest?.id && state !== 'cancelled')

const named = (key: string, locale: Locale): string => nameOf(key as NameKey, locale)

/** What stands in a sheet for each column of the list: one thing a column, so that it can be sorted and counted by. */
const COLUMNS: Readonly<Record<TicketColumn, readonly SheetColumn[]>> = {
  nearest: [
    { head: 'tickets.nearest', width: 16, of: ({ nearest }) => nearest?.title },
    { head: 'tickets.clock', width: 10, of: ({ nearest }, { locale }) => nearest && clockState(nearest, locale) },
  ],
  due: [{ head: 'tickets.due', width: 18, of: ({ nearest }, speaker) => minuteIn(nearest?.dueAt, speaker) }],
  ticket: [
    { head: 'tickets.number', width: 18, of: ({ number }) => number },
    { head: 'tickets.title', width: 40, of: ({ title }) => title },
    { head: 'tickets.type', width: 12, of: ({ type }, { locale }) => named(`type.${type}`, locale) },
    { head: 'tickets.channel', width: 10, of: ({ channel }, { locale }) => named(`channel.${channel}`, locale) },
    { head: 'tickets.state', width: 12, of: ({ state }, { locale }) => named(`phase.${state}`, locale) },
  ],
  where: [
    { head: 'tickets.customer', width: 26, of: ({ customer }) => customer?.name },
    { head: 'tickets.site', width: 20, of: ({ site }) => site?.name },
  ],
  device: [
    { head: 'tickets.device', width: 20, of: ({ asset }) => asset?.name },
    { head: 'tickets.model', width: 14, of: ({ asset }) => asset?.model },
    { head: 'tickets.serial', width: 18, of: ({ asset }) => asset?.serial },
  ],
  grade: [
    { head: 'tickets.grade', width: 12, of: ({ grade, customerGrade }) => (grade ?? customerGrade)?.name },
    { head: 'tickets.customer-grade', width: 14, of: ({ customerGrade }) => customerGrade?.name },
  ],
  others: [
    {
      head: 'tickets.others',
      width: 30,
      of: (row, { locale }) =>
        otherClocks(row)
          .map((clock) => sheetWord('tickets.pair', { title: clock.title, state: clockState(clock, locale) }, locale))
          .join('\n'),
    },
  ],
  assignee: [{ head: 'tickets.assignee', width: 12, of: ({ assignee }) => assignee?.name }],
  team: [{ head: 'tickets.team', width: 14, of: ({ team }) => team?.name }],
  contract: [{ head: 'tickets.contract', width: 30, of: ({ contract }) => contract && `${contract.number} ${contract.title}` }],
  reported: [{ head: 'tickets.reported', width: 18, of: ({ reportedAt }, speaker) => minuteIn(reportedAt, speaker) }],
  changed: [{ head: 'tickets.changed', width: 18, of: ({ changedAt }, speaker) => minuteIn(changedAt, speaker) }],
}

/** The list as it is shown, all of it, as a workbook. What leaves the house as a file leaves a line in the trail. */
export async function getTicketSheet(call: Call<'ticket.read', undefined, TicketSheetQuery, undefined>): Promise<string | Refused> {
  const { http, caller, query, locale, reply, address } = call
  const { columns: chosen, ...list } = query
  const { items, next } = await rowsOf(call, { ...list, limit: MOST })
  if (next !== undefined) return refuse(422, 'sheets.too-many-tickets', { most: MOST })
  const columns = chosen.flatMap((one) => COLUMNS[one])
  const at = await http.services.clock.now(caller.tenant)
  const zone = await withTenant(http.services.pool, caller.tenant, async (tx) => {
    await writeTrail(tx, { at, person: caller.person, action: 'tickets.exported', address, data: { count: items.length } })
    return (await tenantRow(tx))?.timezone ?? 'UTC'
  })
  const bytes = await writeXlsx([
    {
      name: sheetWord('tickets.file', {}, locale),
      columns: columns.map(({ head, width }) => ({ head: sheetWord(head, {}, locale), width })),
      rows: items.map((row) => columns.map(({ of }) => of(row, { locale, zone }) ?? '')),
    },
  ])
  const day = minuteIn(at, { locale, zone })!.slice(0, 10)
  return sendWorkbook(reply, { bytes, name: `${sheetWord('tickets.file', {}, locale)} ${day}.xlsx`, plain: 'tickets.xlsx' })
}
