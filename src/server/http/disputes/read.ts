import { isOpen } from '../../../core/dispute/state.ts'
import type { Fact } from '../../../core/fact.ts'
import { promiseName } from '../../../core/promise/why.ts'
import type { BoundPlan } from '../../../core/promise/types.ts'
import type { Locale } from '../../../core/words.ts'
import type { Dispute, DisputeDetail, DisputePage, DisputeQuery } from '../../../wire/disputes.ts'
import { withTenant } from '../../database/pool.ts'
import type { Tx } from '../../database/pool.ts'
import { findDisputes } from '../../store/disputes.ts'
import type { DisputesWanted } from '../../store/disputes.ts'
import type { DisputeRow } from '../../store/disputes.ts'
import { factsAbout, factsOf, textsOf } from '../../store/fact-queries.ts'
import { filesOf } from '../../store/files.ts'
import { obligationsOf } from '../../store/obligation-queries.ts'
import { pageOf, present } from '../../store/rows.ts'
import { nameBook } from '../../store/ticket-queries.ts'
import { saySentence } from '../../words/say.ts'
import type { ServerKey } from '../../words/say.ts'
import { widest } from '../caller.ts'
import type { Caller } from '../caller.ts'
import { plansFor } from '../plan-of.ts'
import { obligationId } from '../present/clock.ts'
import { factSentence, isInternal } from '../present/fact.ts'
import { presentAttached } from '../present/file.ts'
import { recordMissing } from '../problem.ts'
import type { Refused } from '../problem.ts'
import type { Call } from '../route.ts'

type Reads<Query = undefined, Params = undefined> = Call<'fact.read', Params, Query, undefined>

type Beside = {
  readonly targets: ReadonlyMap<string, Fact>
  readonly texts: Awaited<ReturnType<typeof textsOf>>
  readonly files: Awaited<ReturnType<typeof filesOf>>
  readonly names: Awaited<ReturnType<typeof nameBook>>
}

/** What stands beside the rows: the entries that they are about, their words and files, and the names in them. */
async function besideOf(tx: Tx, rows: readonly DisputeRow[]): Promise<Beside> {
  const targets = await factsOf(
    tx,
    rows.flatMap(({ of_fact }) => of_fact ?? []),
  )
  const steps = rows.flatMap(({ id, answer, decision }) => [id, answer, decision]).filter((one) => one !== null)
  return {
    targets: new Map(targets.map((fact) => [fact.id, fact])),
    texts: await textsOf(tx, steps),
    files: await filesOf(tx, steps),
    names: await namesIn(tx, targets),
  }
}

function namesIn(tx: Tx, facts: readonly Fact[]): Promise<Beside['names']> {
  const ids = (field: string) => facts.map(({ data }) => data[field]).filter((one) => typeof one === 'string')
  return nameBook(tx, { people: ids('person'), teams: ids('team') })
}

type View = Beside & { readonly caller: Caller; readonly plans: ReadonlyMap<string, BoundPlan>; readonly locale: Locale }

/** What is objected to, in one line. */
function wordsOf(row: DisputeRow, { targets, plans, names, locale }: View): string {
  const bound = plans.get(row.bound_hash ?? '')
  const fact = targets.get(row.of_fact ?? '')
  if (fact) return factSentence(fact, { locale, bound, names })
  const title = bound ? promiseName(bound.plan, row.promise ?? '') : (row.promise ?? '')
  return saySentence(locale, `dispute.verdict-${row.verdict}` as ServerKey, { title })
}

type Who = { readonly id: string | null; readonly name: string | null; readonly at: number | null; readonly fact: string | null }

function saidBy({ id, name, at, fact }: Who, field: string, { texts, files }: View): Dispute['answered'] {
  if (id === null || at === null || fact === null) return undefined
  return { by: { id, name: name ?? id }, at, text: texts.get(fact)?.[field], files: files.get(fact)?.map(presentAttached) }
}

function mayDo(row: DisputeRow, { caller }: View): Dispute['may'] {
  if (!isOpen(row)) return []
  const side = caller.customer === undefined ? 'vendor' : 'customer'
  const may: Dispute['may'] = []
  const raises = widest(caller, 'dispute.raise') !== undefined
  if (raises && side !== row.side && row.state === 'open') may.push('answer')
  if (widest(caller, 'dispute.decide') !== undefined && row.raised_by !== caller.person) may.push('settle')
  if (raises && row.raised_by === caller.person) may.push('withdraw')
  return may
}

function presentDispute(row: DisputeRow, view: View): Dispute {
  const { subject, promise, episode } = row
  const raised = { by: { id: row.raised_by, name: row.raised_name ?? row.raised_by }, at: row.raised_at }
  const texts = view.texts.get(row.id)
  return {
    id: row.id,
    subject,
    what: row.what,
    words: wordsOf(row, view),
    fact: present(row.of_fact),
    obligation: promise === null || episode === null ? undefined : obligationId({ subject, promise, episode }),
    side: row.side,
    state: row.state,
    ticket: row.ticket === null ? undefined : { id: row.ticket, number: row.ticket_number ?? '', title: row.ticket_title ?? '' },
    contract: row.contract === null ? undefined : { id: row.contract, number: row.contract_number ?? '' },
    raised: { ...raised, text: texts?.reason, evidence: texts?.evidence, files: view.files.get(row.id)?.map(presentAttached) },
    answerBy: row.answer_by,
    answered: saidBy({ id: row.answered_by, name: row.answered_name, at: row.answered_at, fact: row.answer }, 'answer', view),
    settled: saidBy({ id: row.settled_by, name: row.settled_name, at: row.settled_at, fact: row.decision }, 'reason', view),
    remedy: present(row.remedy),
    may: mayDo(row, view),
  }
}

type Asking = Pick<Reads<undefined>, 'http' | 'caller' | 'locale'>

export async function disputesFor({ http, caller, locale }: Asking, query: DisputesWanted): Promise<DisputePage> {
  const { rows, beside } = await withTenant(http.services.pool, caller.tenant, async (tx) => {
    const found = await findDisputes(tx, caller, query)
    return { rows: found, beside: await besideOf(tx, found) }
  })
  const view = { ...beside, caller, plans: await plansFor(http, caller.tenant, rows), locale }
  return pageOf(rows, { limit: query.limit, place: (row) => [row.raised_at, row.id], show: (row) => presentDispute(row, view) })
}

export function listDisputes(call: Reads<DisputeQuery>): Promise<DisputePage> {
  return disputesFor(call, call.query)
}

/** The entries on which a verdict stands: what kept or ended it, its anchor, its pauses. */
async function entriesOf(tx: Tx, row: DisputeRow): Promise<readonly Fact[]> {
  if (row.of_fact !== null) return factsOf(tx, [row.of_fact])
  const one = (await obligationsOf(tx, row.subject)).find(({ promise, episode }) => promise === row.promise && episode === row.episode)
  if (!one) return []
  const ids = new Set([...one.evidence, one.why.anchor.fact ?? '', ...one.why.pauses.map(({ fact }) => fact)])
  return (await factsAbout(tx, row.subject, { limit: 10_000 })).filter(({ id }) => ids.has(id))
}

export async function getDispute({ http, caller, params, locale }: Reads<undefined, { id: string }>): Promise<DisputeDetail | Refused> {
  const found = await withTenant(http.services.pool, caller.tenant, async (tx) => {
    const [row] = await findDisputes(tx, caller, { id: params.id, limit: 1 })
    if (!row) return undefined
    const entries = await entriesOf(tx, row)
    const people = await nameBook(tx, { people: entries.flatMap(({ by }) => by ?? []), teams: [] })
    return { row, entries, people, names: await namesIn(tx, entries), beside: await besideOf(tx, [row]) }
  })
  if (!found) return recordMissing()
  const { row, entries, people, names, beside } = found
  const plans = await plansFor(http, caller.tenant, [row])
  const bound = plans.get(row.bound_hash ?? '')
  const shown = entries.filter((fact) => caller.customer === undefined || !isInternal(fact))
  return {
    ...presentDispute(row, { ...beside, caller, plans, locale }),
    entries: shown.map((fact) => ({
      id: fact.id,
      type: fact.type,
      words: factSentence(fact, { locale, bound, names }),
      at: fact.occurredAt,
      by: fact.by === undefined ? undefined : { id: fact.by, name: people.get(`person/${fact.by}`) ?? fact.by },
    })),
  }
}
