import { parseDocument } from 'yaml'
import { z } from 'zod'
import { LogError } from './event.ts'

const match = z.record(z.string(), z.union([z.string(), z.array(z.string())]))

const field = z.union([
  z.strictObject({ value: z.union([z.string(), z.number(), z.boolean()]) }),
  z.strictObject({ from: z.string(), map: z.record(z.string(), z.string()).optional(), else: z.string().optional() }),
])

const status = z.strictObject({
  when: match,
  is: z.enum(['queued', 'active', 'waiting', 'restored', 'closed', 'cancelled']),
  /** the plan's reason id of a pause; `waiting` needs it */
  reason: z.string().optional(),
})

/**
 * How a foreign log becomes facts. Each event is read as a status by the first matching row; facts arise where a case changes its status:
 * the first event reports the ticket; `active` accepts it, `waiting` pauses it and leaving `waiting` resumes it, `restored` restores, `closed` closes,
 * and work after either reopens it.
 */
const mapping = z.strictObject({
  case: z.string(),
  time: z.string(),
  /** data of the opening fact: a fixed value, or a column, through a map */
  opening: z.record(z.string(), field).default({}),
  statuses: z.array(status).min(1),
})

export type Mapping = z.infer<typeof mapping>
export type Field = z.infer<typeof field>
export type Status = z.infer<typeof status>['is']

/** The sentence of what is wrong: a program's own words for it are nobody's language. Of several readings the nearest counts. */
function wrong(issue: z.core.$ZodIssue, within: readonly PropertyKey[] = []): LogError {
  const path = [...within, ...issue.path]
  const place = path.join('.')
  switch (issue.code) {
    case 'unrecognized_keys':
      return new LogError('map.key-unknown', { place: [...path, issue.keys[0]!].join('.') })
    case 'invalid_union': {
      const [nearest] = issue.errors.toSorted((one, other) => one.length - other.length)
      return nearest?.[0] ? wrong(nearest[0], path) : new LogError('map.kind-wrong', { place })
    }
    case 'invalid_value':
      return new LogError(issue.input === undefined ? 'map.key-missing' : 'map.value-unknown', { place, known: issue.values.join(' ') })
    default:
      return new LogError('input' in issue && issue.input === undefined ? 'map.key-missing' : 'map.kind-wrong', { place })
  }
}

/** Reads a mapping file. Errors: LogError `map.…` with the place. */
export function parseMapping(text: string): Mapping {
  const document = parseDocument(text)
  const broken = document.errors[0]
  if (broken) throw new LogError('map.yaml-broken', { line: broken.linePos?.[0].line ?? 1 })
  const written: unknown = document.toJS()
  if (typeof written !== 'object' || written === null || Array.isArray(written)) throw new LogError('map.empty', {})
  const read = mapping.safeParse(written, { reportInput: true })
  if (!read.success) throw wrong(read.error.issues[0]!)
  const bare = read.data.statuses.findIndex((row) => row.is === 'waiting' && row.reason === undefined)
  if (bare >= 0) throw new LogError('map.reason-missing', { row: bare + 1 })
  return read.data
}

/** A mapping with every key, as the help of `import-log` shows it; each `when` names columns and the values that they must have. */
export const MAPPING_EXAMPLE = `case: concept:name
time: time:timestamp
opening:
  type: {value: fault}
  grade: {from: impact, map: {Major: major, Low: low}, else: low}
  product: {from: product}
statuses:
  - {when: {status: Accepted, sub-status: [Wait, Wait - User]}, is: waiting, reason: wait-user}
  - {when: {status: Queued}, is: queued}
  - {when: {status: Accepted}, is: active}
  - {when: {status: Cancelled}, is: cancelled}
  - {when: {status: Closed}, is: closed}
  - {when: {status: Completed}, is: restored}
`
