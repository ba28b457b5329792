import { fieldsOfForm } from '../../core/service/record-forms.ts'
import type { FieldKind, ServiceField } from '../../core/service/vocabulary.ts'
import type { Instant } from '../../core/time/instant.ts'
import { DAY_MS } from '../../core/time/instant.ts'
import type { Obligation, ObligationPage } from '../../wire/obligations.ts'
import type { FormDefinition, ServiceTasks } from '../../wire/services.ts'
import { hashOf, seeded } from './random.ts'
import { StepRefused } from './teller.ts'
import type { Teller } from './teller.ts'
import { CONTRACTS } from './vendor.ts'

/** Most records are filled in within days; some stay missing, as they do. */
const FILLED = 0.93

const SAID: Readonly<Partial<Record<FieldKind, unknown>>> = {
  prose: '检查无异常，运行正常。',
  line: '周启明',
  lines: ['周启明'],
  number: 1,
  'yes-no': true,
  person: 'zhou',
}

function answerTo({ kind, choices = [] }: ServiceField, now: Instant): unknown {
  if (kind === 'choice') return choices[0]
  if (kind === 'choices') return choices.slice(0, 1)
  if (kind === 'day') return new Date(now).toISOString().slice(0, 10)
  return kind === 'instant' ? now : SAID[kind]
}

function answersTo(form: FormDefinition, now: Instant): Record<string, unknown> {
  const asked = fieldsOfForm({ ...form, text: form.text, signedBy: form.signedBy, source: [] }).filter(({ required }) => required)
  return Object.fromEntries(asked.map((field) => [field.id, answerTo(field, now)]))
}

type Filling = { readonly teller: Teller; readonly now: Instant; readonly seed: number }

/** Is it filled in by now? */
function isTime({ id, openedAt }: Obligation, { now, seed }: Filling): boolean {
  return now - openedAt >= DAY_MS && seeded(hashOf(`${seed} ${id}`))() < FILLED
}

async function fillOne({ teller, now, seed }: Filling, one: Obligation, forms: readonly FormDefinition[]): Promise<void> {
  const lead = CONTRACTS.find(({ id }) => id === one.contract?.id)?.people.lead ?? 'gu'
  for (const form of forms.filter(({ name }) => one.missing?.includes(name))) {
    const body = {
      type: 'form.filled',
      ticket: one.ticket?.id,
      values: { form: form.id },
      forms: { [form.id]: answersTo(form, now) },
    }
    await teller.as(lead).post('/services', { body, key: `demo-${seed}-${hashOf(`${one.id} ${form.id}`)}` })
  }
}

/** The papers of some days: record forms that rules require of tickets are filled in, as the vendor's people would. */
export async function fillPapers(filling: Filling): Promise<string[]> {
  const { teller } = filling
  const { items } = (await teller.as('gu').get('/obligations?missing=yes&limit=200')) as ObligationPage
  const due = items.filter((one) => one.ticket !== undefined && isTime(one, filling))
  const refused: string[] = []
  for (const [contract, own] of Map.groupBy(due, (one) => one.contract?.id)) {
    if (contract === undefined) continue
    const { forms } = (await teller.as('gu').get(`/contracts/${contract}/tasks`)) as ServiceTasks
    for (const one of own)
      await fillOne(filling, one, forms).catch((error: unknown) => {
        if (!(error instanceof StepRefused)) throw error
        refused.push(`${contract} ${one.promise} ${error.message}`)
      })
  }
  return refused
}
