import type { TicketCommand } from '../../core/ticket/command.ts'
import type { Owners } from './import.ts'
import { instantIn, textIn } from './read.ts'
import type { Row } from './read.ts'

/** The commands of a ticket's line, each with the column that says when. `byCustomer`: whose the grade is. */
export function commandsOf({ values }: Row, byCustomer: boolean, owners: Owners): readonly (readonly [string, TicketCommand])[] {
  const at = (id: string) => instantIn(values, id)
  const reportedAt = at('reportedAt')!
  const grade = textIn(values, 'grade')
  const report = {
    name: 'report',
    type: (textIn(values, 'type') ?? 'fault') as 'fault',
    channel: (textIn(values, 'channel') ?? 'phone') as 'phone',
    title: textIn(values, 'title')!,
    description: textIn(values, 'description'),
    customer: owners.customer,
    site: owners.site,
    asset: owners.asset,
    contract: owners.contract,
    ...(grade === undefined ? {} : byCustomer ? { customerGrade: grade } : { grade }),
    occurredAt: reportedAt,
  } as const
  const [acceptedAt, repliedAt, arrivedAt, pausedAt] = ['acceptedAt', 'repliedAt', 'arrivedAt', 'pausedAt'].map(at)
  const assignee = textIn(values, 'assignee')
  const all: (readonly [string, TicketCommand] | undefined)[] = [
    acceptedAt === undefined ? undefined : ['acceptedAt', { name: 'accept', occurredAt: acceptedAt }],
    assignee === undefined ? undefined : ['assignee', { name: 'assign', person: assignee, occurredAt: acceptedAt ?? reportedAt }],
    repliedAt === undefined
      ? undefined
      : ['repliedAt', { name: 'reply', channel: 'phone', summary: textIn(values, 'reply') ?? '', occurredAt: repliedAt }],
    arrivedAt === undefined ? undefined : ['arrivedAt', { name: 'arrive', person: assignee, occurredAt: arrivedAt }],
    pausedAt === undefined
      ? undefined
      : [
          'pausedAt',
          {
            name: 'pause',
            reason: textIn(values, 'reason')!,
            evidence: textIn(values, 'evidence'),
            noticeAt: at('noticeAt'),
            occurredAt: pausedAt,
          },
        ],
  ]
  const later = all.filter((one) => one !== undefined).sort(([, a], [, b]) => a.occurredAt! - b.occurredAt!)
  return [['reportedAt', report], ...later]
}

/** Fields of ticket commands as the table calls them; what is not here is the time of the command. */
export const TICKET_COLUMNS: Readonly<Record<string, string>> = {
  title: 'title',
  summary: 'reply',
  grade: 'grade',
  customerGrade: 'grade',
  reason: 'reason',
  description: 'description',
}
