import type { FieldKind, ServiceField, ServiceType } from '../../core/service/vocabulary.ts'
import { SERVICE_STEPS, isServiceType } from '../../core/service/vocabulary.ts'
import type { Instant } from '../../core/time/instant.ts'
import { DAY_MS } from '../../core/time/instant.ts'
import type { Occurrence, ServiceTasks } from '../../wire/services.ts'
import { fillPapers } from './papers.ts'
import { hashOf, seeded } from './random.ts'
import { StepRefused } from './teller.ts'
import type { Teller } from './teller.ts'
import { CONTRACTS } from './vendor.ts'
import type { DemoContract } from './vendor.ts'

/** How often somebody of the demo vendor looks at what is to be done again and again. */
export const ROUND_MS = 3 * DAY_MS

/** Most visits and calls are made in time; some are missed, as they are. */
const KEPT = 0.94

const PLAIN: Readonly<Partial<Record<FieldKind, unknown>>> = { 'yes-no': true, number: 1, code: 'routine', fen: 0 }

type Round = { readonly contract: DemoContract; readonly tasks: ServiceTasks; readonly seed: number }

/** The answer to a question of the form, as the plan's conditions want it. */
function answerTo(type: ServiceType, { id, kind, required, choices }: ServiceField, { tasks }: Round): unknown {
  const heard = tasks.values[type]?.[id]?.[0]
  if (heard !== undefined) return heard
  if (kind === 'yes-no' || required) return choices?.[0] ?? PLAIN[kind]
  return undefined
}

function valuesFor(type: ServiceType, one: Occurrence, round: Round): Record<string, unknown> {
  const fields = SERVICE_STEPS[type].fields
  const values = Object.fromEntries(
    fields.flatMap((field) => {
      const answer = answerTo(type, field, round)
      return answer === undefined ? [] : [[field.id, answer]]
    }),
  )
  const asks = (id: string) => fields.some((field) => field.id === id)
  return {
    ...values,
    ...(asks('checklists') && one.checklist.length > 0 ? { checklists: one.checklist } : {}),
    ...(asks('occurrence') ? { occurrence: { promise: one.promise, number: one.number } } : {}),
    ...(asks('summary') ? { summary: '按计划完成，情况正常。' } : {}),
  }
}

/** By whom: engineers go out, the desk calls, the rest is the lead's. */
function actorOf(type: ServiceType, { contract }: Round): string {
  if (type.startsWith('visit.') || type.startsWith('asset.')) return contract.people['dedicated-engineer'] ?? 'lin'
  return type.startsWith('callback.') ? 'xu' : (contract.people.lead ?? 'gu')
}

/** Is it done by now? Each has its own day inside its window; the last round before its end still makes it. */
function isTime(one: Occurrence, { seed, contract }: Round, now: Instant): boolean {
  if (one.state !== 'open' || now < one.from) return false
  const random = seeded(hashOf([seed, contract.id, one.promise, one.number, one.site?.id ?? one.asset?.id ?? ''].join(' ')))
  if (random() >= KEPT) return false
  const share = 0.2 + 0.6 * random()
  return now >= one.from + share * (one.until - one.from) || now + ROUND_MS >= one.until
}

async function tellOne(teller: Teller, one: Occurrence, round: Round): Promise<void> {
  const type = one.types.find(isServiceType)
  if (type === undefined) return
  const place = { ...(one.site ? { site: one.site.id } : {}), ...(one.asset ? { asset: one.asset.id } : {}) }
  const key = `demo-${round.seed}-${hashOf(`${round.contract.id} ${one.promise} ${one.number} ${JSON.stringify(place)}`)}`
  const body = { type, contract: round.contract.id, ...place, values: valuesFor(type, one, round) }
  await teller.as(actorOf(type, round)).post('/services', { body, key })
}

/** One look at the diary: what has come due of the recurring services of each contract is done and recorded, as its people would. */
export async function makeRound(teller: Teller, { now, seed }: { readonly now: Instant; readonly seed: number }): Promise<string[]> {
  const refused: string[] = await fillPapers({ teller, now, seed })
  for (const contract of CONTRACTS) {
    const tasks = (await teller.as('gu').get(`/contracts/${contract.id}/tasks`)) as ServiceTasks
    const round = { contract, tasks, seed }
    for (const one of tasks.occurrences.filter((each) => isTime(each, round, now)))
      await tellOne(teller, one, round).catch((error: unknown) => {
        if (!(error instanceof StepRefused)) throw error
        refused.push(`${contract.number} ${one.promise} ${error.message}`)
      })
  }
  return refused
}
