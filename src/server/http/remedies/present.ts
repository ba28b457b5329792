import type { Subject } from '../../../core/fact.ts'
import { newestOf } from '../../../core/promise/amended.ts'
import { becauseWords } from '../../../core/promise/rule/because.ts'
import { effectWords } from '../../../core/promise/rule/say.ts'
import type { BoundPlan } from '../../../core/promise/types.ts'
import { isRight } from '../../../core/remedy/amount.ts'
import { sayAmount, sayByHand, sayStanding, sayTakenBack } from '../../../core/remedy/say.ts'
import { takesAmount } from '../../../core/remedy/standing.ts'
import type { Remedy, RemedyChange, RemedyLine } from '../../../core/remedy/standing.ts'
import type { Locale } from '../../../core/words.ts'
import type { InvoiceRemedy } from '../../../wire/invoices.ts'
import type { RemedyMoney } from '../../../wire/obligations.ts'
import { withTenant } from '../../database/pool.ts'
import { namesOfSubjects, ticketsOf } from '../../store/subject-names.ts'
import type { TicketName } from '../../store/subject-names.ts'
import { loadZone } from '../../zones.ts'
import type { Http } from '../http.ts'
import { plansFor } from '../plan-of.ts'

/** What a remedy comes to, beside the consequence that it is. `fen`: in whole. */
export function presentMoney(remedy: Remedy, { plan }: BoundPlan, locale: Locale): RemedyMoney {
  const { amount, owedFen, settledFen } = remedy
  return {
    fen: amount.fen,
    owedFen,
    settledFen,
    why: sayAmount(remedy, plan, locale),
    standing: sayStanding(remedy, locale),
    payable: (owedFen ?? 0) > 0 || takesAmount(remedy),
  }
}

/** Is something of it still to be seen to? A right that nobody has taken up in money stands as its record says. */
export function isOpen(remedy: Remedy, otherwise: boolean): boolean {
  if (remedy.owedFen !== undefined) return remedy.owedFen > 0
  return isRight(remedy) ? otherwise : true
}

type Line = Pick<RemedyLine, 'key' | 'subject' | 'promise' | 'kind' | 'to' | 'amount' | 'at' | 'settledFen' | 'planHash'>

function paramsOf({ amount: { fen, percent, basis } }: Line): { readonly [key: string]: number | string } {
  if (percent !== undefined) return basis ? { percent, of: basis.of } : { percent }
  return fen === undefined || basis ? {} : { fen }
}

type Book = {
  readonly names: ReadonlyMap<string, string>
  readonly tickets: ReadonlyMap<Subject, TicketName>
  readonly plans: ReadonlyMap<string, BoundPlan>
  readonly bound: BoundPlan
  readonly locale: Locale
}

type Stand = Pick<InvoiceRemedy, 'state' | 'fen' | 'reason' | 'takesAmount'>

function presentLine(line: Line, stand: Stand, { names, tickets, plans, bound, locale }: Book): InvoiceRemedy {
  const { plan } = plans.get(line.planHash ?? '') ?? newestOf(bound)
  const clause = plan.promises[line.promise]
  const gone = line.at === undefined
  const back = (stand.fen ?? 0) > 0 ? sayTakenBack({ settledFen: line.settledFen, fen: stand.fen! }, locale) : undefined
  const entered = stand.state === 'on-bill' && !gone && line.amount.fen === undefined
  const byHand = entered ? sayByHand(-(stand.fen ?? 0), locale) : undefined
  return {
    id: line.key,
    title: gone
      ? (clause?.title ?? line.promise)
      : effectWords({ ...line, params: paramsOf(line) }, { plan, zone: loadZone(plan.timezone) }, locale),
    clause: clause?.title ?? line.promise,
    text: clause?.text,
    source: [...(clause?.source ?? [])],
    because: clause?.form === 'rule' ? becauseWords(clause, plan, locale) : '',
    at: line.at,
    of: names.get(line.subject) ?? '',
    ticket: tickets.get(line.subject),
    why: [back, byHand ?? sayAmount(line, plan, locale)].filter((one) => one !== undefined),
    ...stand,
  }
}

export type BillRemedies = {
  readonly lines: readonly RemedyLine[]
  /** of a bill that is being written: all of its contract, of which the lines are some */
  readonly all?: readonly Remedy[] | undefined
  readonly changes: readonly RemedyChange[]
}

type Looking = {
  readonly http: Http
  readonly tenant: string
  readonly ticket: Subject
  readonly bound: BoundPlan
  readonly locale: Locale
}

/** 补偿 on a bill, and of a draft what is not on it: what a hand left out, and what nobody has put a number on. */
export async function presentRemedies(
  { http, tenant, ticket, bound, locale }: Looking,
  { lines, all = [], changes }: BillRemedies,
): Promise<InvoiceRemedy[]> {
  const onBill = new Set(lines.map(({ key }) => key))
  const changeOf = (key: string) => changes.find(({ of }) => of === key)
  // A share of another service's bill comes with that bill.
  const waits = ({ amount, subject }: Remedy) => amount.open === 'with-bill' && subject !== ticket
  const beside = all.filter((one) => !onBill.has(one.key) && !waits(one) && (one.owedFen !== 0 || changeOf(one.key) !== undefined))
  if (lines.length + beside.length === 0) return []
  const shown: readonly Line[] = [...lines, ...beside]
  const subjects = [...new Set(shown.map(({ subject }) => subject))]
  const plans = await plansFor(
    http,
    tenant,
    shown.map(({ planHash }) => ({ boundHash: planHash })),
  )
  const { names, tickets } = await withTenant(http.services.pool, tenant, async (tx) => ({
    names: await namesOfSubjects(tx, subjects),
    tickets: await ticketsOf(tx, subjects),
  }))
  const book = { names, tickets, plans, bound, locale }
  return [
    ...lines.map((line) => {
      const asked = changeOf(line.key)?.fen !== undefined
      return presentLine(line, { state: 'on-bill', fen: line.fen, reason: line.reason, takesAmount: asked && takesAmount(line) }, book)
    }),
    ...beside.map((one) => {
      const change = changeOf(one.key)
      const state = change?.leftOut ? ('left-out' as const) : ('asked' as const)
      return presentLine(
        one,
        { state, fen: one.owedFen === undefined ? undefined : -one.owedFen, reason: change?.reason, takesAmount: takesAmount(one) },
        book,
      )
    }),
  ]
}
