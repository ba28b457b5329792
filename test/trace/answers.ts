import { isDeepStrictEqual } from 'node:util'
import { sayRate } from '../../src/core/plan/explain-sections.ts'
import { speakAs } from '../../src/core/plan/explain-words.ts'
import { fieldWords } from '../../src/core/plan/condition-words.ts'
import { BILL_FIELDS } from '../../src/core/charge/fields.ts'
import type { ChargeColumn, ChargeLine, Rate } from '../../src/core/plan/forms.ts'
import type { Plan } from '../../src/core/plan/types.ts'
import type { Subject } from '../../src/core/fact.ts'
import { word } from '../../src/core/promise/say.ts'
import { at, clockOf } from '../../src/core/promise/given.testing.ts'
import { DAY_MS } from '../../src/core/time/instant.ts'
import type { Cover, CoverPage } from '../../src/wire/contracts.ts'
import type { InvoiceDetail } from '../../src/wire/invoices.ts'
import type { ConsequencePage, ExplainedObligation, ObligationPage } from '../../src/wire/obligations.ts'
import type { ServiceTasks } from '../../src/wire/services.ts'
import type { Answer } from '../../src/server/http/http.testing.ts'
import { demand } from '../year/firm.ts'
import type { Firm, House } from '../year/firm.ts'
import type { Scene } from '../year/tell.ts'
import { sayOwed } from './in-core.ts'
import { CONTRACT, TICKET } from './looks.ts'
import type { AskedLook, BilledLook, CoverLook, FollowedLook, Look, OwedLook, RefusedLook, UnfilledLook } from './looks.ts'

/** What the product answers, in the lines in which the core is looked at. Where an answer has sentences, they are read back by the sentences themselves. */
export type Place = { readonly firm: Firm; readonly house: House; readonly scene: Scene }

const LOCALE = 'zh-CN'

function subjectOf({ house, scene }: Place, of: Subject): Subject {
  if (of === TICKET) return `ticket/${scene.ticket}`
  if (of === CONTRACT) return `contract/${house.contract}`
  if (of.startsWith('model/')) return `model/${scene.asset.model}`
  return of.startsWith('site/') ? `site/${scene.asset.site.id}` : `asset/${scene.asset.id}`
}

async function got<T>({ firm }: Place, path: string): Promise<T> {
  return demand(await firm.manager.get(`/api${path}`), path) as T
}

async function owed(place: Place, look: OwedLook): Promise<readonly string[]> {
  const { items } = await got<ObligationPage>(place, `/obligations?subject=${subjectOf(place, look.of)}&promise=${look.promise}`)
  const wanted = items.filter(({ episode }) => look.episodes?.includes(episode) ?? true).toSorted((a, b) => a.episode - b.episode)
  const explained = await Promise.all(wanted.map(({ id }) => got<ExplainedObligation>(place, `/obligations/${id}`)))
  return explained.map((one) => sayOwed(one, look))
}

/** The id of a consequence ends with what it is: `require-form:visit-record`. */
async function followed(place: Place, { of, promise }: FollowedLook): Promise<readonly string[]> {
  const { items } = await got<ConsequencePage>(
    place,
    `/consequences?contract=${place.house.contract}${promise === undefined ? '' : `&promise=${promise}`}`,
  )
  const own = items.filter(({ subject }) => subject === subjectOf(place, of)).toReversed()
  return own.map(({ id }) => id.slice(id.lastIndexOf('|') + 1).replace(':', ' '))
}

/** A part that is covered longer has a head line of its own in the trail: its name, and the last day. */
function partsIn({ words }: Cover): string[] {
  const head = new RegExp(`^${word(LOCALE, 'cover.part', { part: '(.+)', end: '(.+)' })}$`)
  return words.flatMap((line) => {
    const [, part, day] = head.exec(line) ?? []
    return day === undefined ? [] : [`${part} → ${clockOf(at(`${day} 00:00`) + DAY_MS)}`]
  })
}

function exclusionsIn({ promise, words, exclusions }: Cover, { reasons }: Plan): string[] {
  return exclusions.flatMap(({ step }) => {
    const reason = Object.values(reasons).find(({ name }) => words[step]?.includes(name))
    return reason ? [`${promise} not for ${reason.id}`] : []
  })
}

async function covers(place: Place, { of, see, cover }: CoverLook): Promise<readonly string[]> {
  const { items } = await got<CoverPage>(place, `/contracts/${place.house.contract}/covers`)
  const own = items.find(({ asset }) => (of === CONTRACT ? asset === undefined : asset?.id === place.scene.asset.id))?.covers ?? []
  const begun = own.filter(({ promise, standing }) => standing !== 'waiting' && (cover === undefined || promise === cover))
  if (see === 'parts') return begun.flatMap(partsIn)
  if (see === 'excluded') return begun.flatMap((one) => exclusionsIn(one, place.house.plan))
  return begun.map(({ promise, standing, end }) => `${promise} ${standing} → ${clockOf(end)}`)
}

/** The gate that refuses says so in its own words. */
function gateBehind({ promises }: Plan, { text }: Answer): string | undefined {
  const said = ({ title, text: own, id }: Plan['promises'][string]) => (own ?? title ?? id).replace(/[。.]$/, '')
  return Object.values(promises).find((clause) => clause.form === 'gate' && text.includes(said(clause)))?.id
}

/** What stands in the way of a deed, and nothing where it was recorded. */
export function refusedBy(plan: Plan, answer: Answer): readonly string[] {
  if (answer.status < 300) return []
  return [(answer.body.code === 'promise.gate' ? gateBehind(plan, answer) : undefined) ?? answer.body.code]
}

async function unfilled({ firm, house }: Place, { form, answers }: UnfilledLook): Promise<readonly string[]> {
  const body = { type: 'form.filled', contract: house.contract, values: { form }, forms: { [form]: answers } }
  const answer = await firm.manager.post('/api/services', body)
  return answer.status < 300 ? ['filled'] : [`${String(answer.body.code).replace('service.', '')} ${answer.body.field}`]
}

async function asked(place: Place, { form, fields }: AskedLook): Promise<readonly string[]> {
  const { forms } = await got<ServiceTasks>(place, `/contracts/${place.house.contract}/tasks`)
  return forms.flatMap(({ id, fields: own }) => (id === form ? own.flatMap((one) => (fields.includes(one.id) ? [one.name] : [])) : []))
}

type Line = NonNullable<InvoiceDetail['account']>['lines'][number]

function rateIn(plan: Plan, { column, rate }: Line): string | undefined {
  const known: readonly Rate[] = [...plan.charges.flatMap(({ rates }) => Object.values(rates)), { kind: 'unstated' }]
  const said = (one: Rate) => sayRate(speakAs(plan, LOCALE), one, { column: column as ChargeColumn, beyondKm: undefined })
  return known.find((one) => said(one) === rate)?.kind
}

/** The same line as the core tells: whose money, by which line of the plan, and what must be asked first. */
function sayLine(plan: Plan, line: Line): string {
  const { column, fen, payer, open, source, amount, why } = line
  const says = (one: ChargeLine) => isDeepStrictEqual(one.source, source) && why.startsWith(one.text ?? '')
  const by = plan.charges.findIndex((one) => Object.hasOwn(one.rates, column) && says(one))
  const asks = open === 'unknown' ? Object.keys(BILL_FIELDS).filter((field) => amount.includes(fieldWords(field, LOCALE))) : []
  return [
    column,
    rateIn(plan, line),
    open === undefined ? `${(fen! / 100).toFixed(2)} ${payer}` : `open ${open}`,
    `by ${by < 0 ? 'none' : by}`,
    ...(asks.length > 0 ? [`asks ${asks.join(' ')}`] : []),
  ].join(' ')
}

async function billed({ firm, house, scene }: Place, { items, known }: BilledLook): Promise<readonly string[]> {
  const { manager } = firm
  const draft = demand(await manager.post('/api/invoices', { ticket: scene.ticket }), 'bill')
  const stated = known.overseas === undefined ? {} : { overseas: known.overseas }
  const added = items.map((item, number) => ({ id: `I${number}`, name: '项目', ...item, evidence: '派工单' }))
  const content = { stated, added, changes: [] }
  const kept = demand(await manager.ask('PUT', `/api/invoices/${draft.id}`, { body: { version: draft.version, content } }), 'items')
  return (kept as InvoiceDetail).account!.lines.map((line) => sayLine(house.plan, line))
}

/** What the product answers where this is looked at, once all of it was told. */
export function answered(place: Place, look: Exclude<Look, RefusedLook>): Promise<readonly string[]> {
  switch (look.see) {
    case 'owed':
      return owed(place, look)
    case 'followed':
      return followed(place, look)
    case 'covered':
    case 'parts':
    case 'excluded':
      return covers(place, look)
    case 'billed':
      return billed(place, look)
    case 'unfilled':
      return unfilled(place, look)
    case 'asked':
      return asked(place, look)
    default:
      return look satisfies never
  }
}
