import type { Fact } from '../../../core/fact.ts'
import type { TicketCommand } from '../../../wire/ticket-commands.ts'
import type { Done } from '../../../wire/base.ts'
import type { Notice, NoticePage, NoticeQuery, Watch, Watching } from '../../../wire/watching.ts'
import { withTenant } from '../../database/pool.ts'
import type { Transaction, Tx } from '../../database/pool.ts'
import { factsOf, textsOf } from '../../store/fact-queries.ts'
import { pageOf, present } from '../../store/rows.ts'
import { findTicket, nameBook } from '../../store/ticket-queries.ts'
import type { TicketPageRow } from '../../store/ticket-queries.ts'
import { noticesOf, ourPeople, readNotices, sideOf, tellPeople, unreadNotices, unwatch, watch, watchersOf } from '../../store/watchers.ts'
import type { NoticeRow, WatcherRow } from '../../store/watchers.ts'
import type { Caller } from '../caller.ts'
import type { Http } from '../http.ts'
import { once } from '../once.ts'
import { factSentence, isInternal } from '../present/fact.ts'
import { Refused, recordMissing, refuseField } from '../problem.ts'
import type { Call } from '../route.ts'

type Id = { readonly id: string }

/** A customer's people see whether they follow it themselves, and not who else does. */
export function presentWatching(rows: readonly WatcherRow[], caller: Caller): Watching {
  const shown = caller.customer === undefined ? rows : []
  return { watching: rows.some(({ id }) => id === caller.person), watchers: shown.map(({ id, name }) => ({ id, name })) }
}

export async function setWatching(call: Call<'ticket.read', Id, undefined, Watch>): Promise<Watching | Refused> {
  const { http, caller, params, body } = call
  const { offset } = { offset: await http.services.clock.offset(caller.tenant) }
  const answer = await once<Watching>(call, {
    work: async (tx, now) => {
      if (!(await findTicket(tx, caller, params.id))) return recordMissing()
      if (body.watching) await watch(tx, { ticket: params.id, people: [caller.person], via: 'self', at: now + offset })
      else await unwatch(tx, params.id, caller.person)
      return presentWatching(await watchersOf(tx, params.id), caller)
    },
  })
  if (!(answer instanceof Refused)) http.services.live.changed({ tenant: caller.tenant, kind: 'subject', ids: [`ticket/${params.id}`] })
  return answer
}

/** Whoever a note names has to be one of us: a note is ours alone. */
export async function mentioned(http: Http, caller: Caller, mentions: readonly string[] | undefined): Promise<Refused | undefined> {
  if (mentions === undefined || mentions.length === 0) return undefined
  const ours = await withTenant(http.services.pool, caller.tenant, (tx) => ourPeople(tx, mentions))
  const unknown = mentions.find((one) => !ours.includes(one))
  return unknown === undefined ? undefined : refuseField('mentions', 'field.no-such', { value: unknown })
}

type Heard = { readonly facts: readonly Fact[]; readonly recordedAt: number }
type Happened = {
  readonly name: TicketCommand
  readonly row: TicketPageRow
  readonly mentions: readonly string[]
  readonly into?: string | undefined
}

/** Does anybody beside the ticket hear of this command? Where nobody does, it stays one statement. */
export function isHeard({ name, row, mentions }: Happened): boolean {
  return row.watchers.length > 0 || mentions.length > 0 || name === 'merge' || (name === 'message' && row.assignee !== null)
}

/** A customer's people hear of nothing that is ours alone. What they write is heard by who has the ticket, who need not follow it for that. */
function hearers({ watchers, assignee }: TicketPageRow, fact: Fact): readonly string[] {
  const following = watchers.filter(({ ours }) => ours || !isInternal(fact)).map(({ person }) => person)
  return fact.type === 'ticket.messaged' && assignee !== null ? [...new Set([...following, assignee])] : following
}

/** Who was named is told and follows from then on; both sides of a merger follow the ticket that lives on; all who follow are told. */
export async function tellWatchers(
  tx: Transaction,
  { name, row, mentions, into }: Happened,
  { facts, recordedAt }: Heard,
): Promise<readonly string[]> {
  const told: string[] = []
  for (const fact of facts) {
    told.push(...(await tellPeople(tx, { ticket: row.id, fact, people: mentions, why: 'mention' })))
    told.push(...(await tellPeople(tx, { ticket: row.id, fact, people: hearers(row, fact), why: 'watch' })))
  }
  await watch(tx, { ticket: row.id, people: mentions, via: 'mention', at: recordedAt })
  if (name === 'merge' && into !== undefined)
    await watch(tx, { ticket: into, people: await sideOf(tx, row.id), via: 'merge', at: recordedAt })
  return told
}

const TEXTS = ['text', 'summary', 'reason', 'note'] as const

type Presenting = {
  readonly facts: ReadonlyMap<string, Fact>
  readonly texts: Awaited<ReturnType<typeof textsOf>>
  readonly names: ReadonlyMap<string, string>
}

function presentNotice(
  row: NoticeRow,
  { facts, texts, names }: Presenting,
  { caller, locale }: Pick<Call<'inbox.read', undefined, NoticeQuery, undefined>, 'caller' | 'locale'>,
): Notice {
  const fact = facts.get(row.fact)
  const said = texts.get(row.fact)
  const by = fact?.by
  return {
    id: row.id,
    at: row.at,
    ticket: { id: row.ticket, number: row.number, title: row.title },
    why: row.why,
    by: by === undefined ? undefined : { id: by, name: names.get(`person/${by}`) ?? by },
    words: fact ? factSentence(fact, { locale, bound: undefined, names, about: `ticket/${row.ticket}` }) : '',
    text: caller.customer === undefined ? TEXTS.map((key) => said?.[key]).find((one) => one !== undefined) : undefined,
    readAt: present(row.read_at),
  }
}

async function presenting(tx: Tx, rows: readonly NoticeRow[]): Promise<Presenting> {
  const facts = await factsOf(
    tx,
    rows.map(({ fact }) => fact),
  )
  const named = (key: string) => facts.map(({ data }) => data[key]).filter((one) => typeof one === 'string')
  const people = [...facts.flatMap(({ by }) => by ?? []), ...named('person')]
  return {
    facts: new Map(facts.map((fact) => [fact.id, fact])),
    texts: await textsOf(
      tx,
      facts.map(({ id }) => id),
    ),
    names: await nameBook(tx, { people, teams: named('team') }),
  }
}

export async function notices({ http, caller, query, locale }: Call<'inbox.read', undefined, NoticeQuery, undefined>): Promise<NoticePage> {
  return withTenant(http.services.pool, caller.tenant, async (tx) => {
    const page = pageOf(await noticesOf(tx, caller.person, query), {
      limit: query.limit,
      place: (row) => [row.at, row.id],
      show: (row) => row,
    })
    const about = await presenting(tx, page.items)
    return {
      ...page,
      items: page.items.map((row) => presentNotice(row, about, { caller, locale })),
      unread: await unreadNotices(tx, caller.person),
    }
  })
}

/** What one is told of a ticket is read when one says so of any of its lines. */
export async function readTicketNotices(call: Call<'inbox.read', Id, undefined, undefined>): Promise<Done | Refused> {
  const { http, caller, params } = call
  const offset = await http.services.clock.offset(caller.tenant)
  const answer = await once<Done>(call, {
    work: async (tx, now) => {
      if (!(await findTicket(tx, caller, params.id))) return recordMissing()
      await readNotices(tx, { person: caller.person, ticket: params.id, at: now + offset })
      return { ok: true }
    },
  })
  http.services.live.changed({ tenant: caller.tenant, kind: 'inbox', ids: [caller.person] })
  return answer
}
