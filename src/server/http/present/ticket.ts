import type { Obligation, BoundPlan } from '../../../core/promise/types.ts'
import type { Locale } from '../../../core/words.ts'
import type { Clock } from '../../../wire/obligations.ts'
import type { TicketRow } from '../../../wire/tickets.ts'
import { present } from '../../store/rows.ts'
import type { TicketListRow } from '../../store/ticket-queries.ts'
import { presentClock } from './clock.ts'

const named = (id: string | null, name: string | null) => (id === null ? undefined : { id, name: name ?? id })

function gradeOf(bound: BoundPlan | undefined, id: string | null): TicketRow['grade'] {
  return id === null ? undefined : { id, name: bound?.plan.grades.find((grade) => grade.id === id)?.name ?? id }
}

/** 市区, 郊县: as the ticket's plan calls it; a plan without zones has no use for it, and an id is nothing to show. */
function zoneName(bound: BoundPlan | undefined, id: string | null): string | undefined {
  return bound?.plan.zones.find((zone) => zone.id === id)?.name
}

/** The clock that comes first: the nearest that runs or pauses, else the last that broke, else the last settled. */
export function nearestOf(clocks: readonly Clock[]): Clock | undefined {
  const byDue = (a: Clock, b: Clock) => (a.dueAt ?? Number.MAX_SAFE_INTEGER) - (b.dueAt ?? Number.MAX_SAFE_INTEGER)
  const running = clocks.filter((one) => one.state === 'open').toSorted(byDue)
  const paused = clocks.filter((one) => one.state === 'paused').toSorted(byDue)
  const late = clocks.filter((one) => one.state === 'broken' && one.fulfilledAt === undefined)
  const broken = clocks.filter((one) => one.state === 'broken')
  const settled = clocks.filter((one) => one.state === 'kept' || one.state === 'excused')
  return (
    running.find((one) => one.dueAt !== undefined) ??
    paused[0] ??
    late.at(-1) ??
    running[0] ??
    broken.at(-1) ??
    settled.at(-1) ??
    clocks.at(-1)
  )
}

export type TicketView = { readonly bound: BoundPlan | undefined; readonly locale: Locale; readonly forCustomer?: boolean | undefined }

export function presentTicket(
  row: TicketListRow,
  obligations: readonly Obligation[],
  { bound, locale, forCustomer = false }: TicketView,
): TicketRow {
  const clocks = obligations.map((one) => presentClock(one, bound, locale))
  const site =
    row.site === null
      ? undefined
      : { id: row.site, name: row.site_name ?? row.site, address: present(row.site_address), zone: zoneName(bound, row.site_zone) }
  const asset =
    row.asset === null
      ? undefined
      : { id: row.asset, name: row.asset_name ?? row.asset, model: present(row.asset_model), serial: present(row.asset_serial) }
  const contract =
    row.contract === null ? undefined : { id: row.contract, number: row.contract_number ?? row.contract, title: row.contract_title ?? '' }
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    type: row.type as TicketRow['type'],
    channel: row.channel,
    state: row.state,
    version: row.version,
    customer: named(row.customer, row.customer_name),
    site,
    asset,
    contract,
    grade: gradeOf(bound, row.grade),
    customerGrade: gradeOf(bound, row.customer_grade),
    ...(row.priority === null || forCustomer ? {} : { priority: row.priority }),
    assignee: named(row.assignee, row.assignee_name),
    team: named(row.team, row.team_name),
    reportedAt: row.reported_at,
    changedAt: row.changed_at,
    closedAt: present(row.closed_at),
    nearest: nearestOf(clocks),
    clocks,
  }
}

/** 139****6027: enough to recognise a number, not enough to take it away. */
export function maskPhone(phone: string): string {
  return phone.length < 7 ? phone : `${phone.slice(0, 3)}****${phone.slice(-4)}`
}
