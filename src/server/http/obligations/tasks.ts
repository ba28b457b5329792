import { decideDone, taskOf } from '../../../core/task/done.ts'
import type { Recorded } from '../../../wire/facts.ts'
import type { TaskDone } from '../../../wire/obligations.ts'
import { withTenant } from '../../database/pool.ts'
import { namedBy, ownerAggregate } from '../../release.ts'
import { Overtaken, refusedIfOvertaken } from '../../overtaken.ts'
import { readRecords } from '../../store/ledger.ts'
import { isUndone } from '../../store/tasks.ts'
import { transact } from '../../transact.ts'
import { consequencesOf } from '../present/consequence.ts'
import { once } from '../once.ts'
import { refuse, refuseField } from '../problem.ts'
import type { Refused } from '../problem.ts'
import type { Call } from '../route.ts'
import { answerOfSeam, recordedBy } from '../seam-answer.ts'
import { deniedOn } from './releases.ts'

const DONE_BEFORE = { code: 'not-open' } as const
const notOpen = () => refuse(409, 'task.not-open')

/** 已办: a task that no record form of the plan speaks of is done when somebody says so, and what they did. */
export async function doneTask(call: Call<'service.record', undefined, undefined, TaskDone>): Promise<Recorded | Refused> {
  const { http, caller, body, key, locale } = call
  if (!key) throw new Error('a keyed write came without its key')
  const { pool, clock } = http.services
  const noSuch = () => refuseField('task', 'field.no-such', { value: body.task })
  const task = taskOf(body.task)
  const [record] = task ? await withTenant(pool, caller.tenant, (tx) => readRecords(tx, [task.subject])) : []
  if (!task || !record) return noSuch()
  const { subject } = task
  const { contract, customer, ticket } = record
  const denied = await deniedOn(http, caller, { action: 'service.record', belonging: { ticket, customer, contract } })
  if (denied) return denied.status === 404 ? noSuch() : denied
  const all = await consequencesOf(http, caller, { subjects: [subject], now: await clock.now(caller.tenant), locale })
  const one = all.find(({ id, kind }) => id === body.task && kind === 'open-task')
  if (!one) return noSuch()
  // Repeated, it has the first answer; whoever comes after another has none.
  if (!one.open) return once<Recorded>(call, { work: async () => notOpen() })
  if (one.form !== undefined) return refuse(422, 'task.by-form')
  const outcome = await transact<unknown, typeof DONE_BEFORE>(http.services, {
    tenant: caller.tenant,
    subject,
    aggregate: ownerAggregate(subject),
    once: {
      person: caller.person,
      key: key.key,
      hash: key.hash,
      answer: recordedBy,
    },
    beside: async (tx) => {
      if (!(await isUndone(tx, body.task))) throw new Overtaken(DONE_BEFORE)
    },
    decide: ({ now, newId }) =>
      decideDone(task, body.did, { now, person: caller.person, newId, owners: namedBy(subject, { ticket, contract, customer }) }),
  }).catch(refusedIfOvertaken<typeof DONE_BEFORE>)
  return answerOfSeam<Recorded, unknown, typeof DONE_BEFORE>(outcome, {
    refused: notOpen,
    stale: notOpen,
    exists: notOpen,
    unknown: (table) => refuseField(table, 'field.no-such', { value: table }),
  })
}
