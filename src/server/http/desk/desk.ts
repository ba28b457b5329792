import { actionName } from '../../../core/access/say.ts'
import { isAction } from '../../../core/access/actions.ts'
import type { Done } from '../../../wire/base.ts'
import type {
  AddSavedView,
  AddToken,
  AddedToken,
  Draft,
  DraftQuery,
  InboxItem,
  InboxPage,
  InboxQuery,
  SaveDraft,
  SavedView,
  SavedViewPage,
  TokenPage,
  TrailEntry,
  TrailPage,
  TrailQuery,
} from '../../../wire/desk.ts'
import type { AdvanceClock, ClockReading } from '../../../wire/session.ts'
import type { Locale } from '../../../core/words.ts'
import { withTenant } from '../../database/pool.ts'
import { addToken, addView, advanceClock, draftOf, removeToken, removeView, saveDraft, tokensOf, viewsOf } from '../../store/desk.ts'
import type { SavedViewRow, TokenRow } from '../../store/desk.ts'
import { acknowledge, findInbox, unreadOf } from '../../store/inbox-queries.ts'
import type { InboxRow } from '../../store/inbox-queries.ts'
import { waitingInInbox } from '../../store/escalations.ts'
import { pageOf, present } from '../../store/rows.ts'
import { findTrail, writeTrail } from '../../store/trail.ts'
import type { TrailRow } from '../../store/trail.ts'
import { inboxWords } from '../../messages/inbox-words.ts'
import { keysThatSay, sayKnown } from '../../words/say.ts'
import { widest } from '../caller.ts'
import type { Caller } from '../caller.ts'
import type { Http } from '../http.ts'
import { once } from '../once.ts'
import { Refused, recordMissing, refuse, refuseField } from '../problem.ts'
import type { Call, Permission } from '../route.ts'
import { takeOn } from '../tickets/escalations.ts'
import { hashSecret, newId, newSecret, writeBearer } from '../secrets.ts'

type Reads<Permit extends Permission, Query = undefined> = Call<Permit, undefined, Query, undefined>
type Writes<Permit extends Permission, Body, Params = undefined> = Call<Permit, Params, undefined, Body>
type Id = { readonly id: string }

// Inbox ------------------------------------------------------------------------------------------------------------------

/** `HT-2025-068 东院区`: the contract, and where under it. */
function ownerOf({ contract_number, owner_name, subject }: InboxRow): string {
  return [contract_number, owner_name].filter((one) => one !== null).join(' ') || subject
}

async function presentInbox(http: Http, row: InboxRow, { caller, locale }: { caller: Caller; locale: Locale }): Promise<InboxItem> {
  const bound = row.bound_hash === null ? undefined : await http.services.plans.bound(caller.tenant, row.bound_hash)
  const clause = bound?.plan.promises[row.promise]
  const title = clause?.title ?? row.promise
  const ticket = row.ticket === null ? undefined : { id: row.ticket, number: row.ticket_number ?? '', title: row.ticket_title ?? '' }
  return {
    id: row.id,
    at: row.at,
    kind: row.kind,
    promise: row.promise,
    title,
    text: clause?.text,
    ticket,
    subject: row.subject,
    contract: ticket || row.contract === null ? undefined : { id: row.contract, number: row.contract_number ?? '' },
    words: inboxWords(row, { bound, locale, number: ticket?.number ?? ownerOf(row), title }),
    acknowledgedAt: present(row.acknowledged_at),
    // a line of an inbox is one person's own: nobody else can acknowledge it
    acknowledgedBy: row.acknowledged_at === null ? undefined : { id: caller.person, name: caller.name },
  }
}

export async function inbox({ http, caller, query, locale }: Reads<'inbox.read', InboxQuery>): Promise<InboxPage> {
  const [rows, unread] = await withTenant(
    http.services.pool,
    caller.tenant,
    async (tx) => [await findInbox(tx, caller.person, query), await unreadOf(tx, caller.person)] as const,
  )
  const page = pageOf(rows, { limit: query.limit, place: (row) => [row.delivered_at, row.id], show: (row) => row })
  return { ...page, items: await Promise.all(page.items.map((row) => presentInbox(http, row, { caller, locale }))), unread }
}

export async function acknowledgeOne(call: Writes<'inbox.read', undefined, Id>): Promise<InboxItem | Refused> {
  const { http, caller, params, locale } = call
  const offset = await http.services.clock.offset(caller.tenant)
  const escalation = await withTenant(http.services.pool, caller.tenant, (tx) =>
    waitingInInbox(tx, { id: params.id, person: caller.person }),
  )
  if (escalation !== undefined) await takeOn(http.services, caller, escalation)
  const outcome = await once<InboxRow>(call, {
    work: async (tx, now) => {
      if (!(await acknowledge(tx, { id: params.id, person: caller.person, now: now + offset }))) return recordMissing()
      const [row] = await findInbox(tx, caller.person, { id: params.id, state: 'all', limit: 1 })
      return row ?? recordMissing()
    },
  })
  if (outcome instanceof Refused) return outcome
  http.services.live.changed({ tenant: caller.tenant, kind: 'inbox', ids: [caller.person] })
  return presentInbox(http, outcome, { caller, locale })
}

// Trail ------------------------------------------------------------------------------------------------------------------

function presentTrail(row: TrailRow, locale: Locale): TrailEntry {
  return {
    id: row.id,
    at: row.at,
    person: row.person === null ? undefined : { id: row.person, name: row.person_name ?? row.person },
    action: row.action,
    words: sayKnown(locale, { key: `trail.${row.action}`, otherwise: 'trail.other' }, { action: row.action }),
    subject: present(row.subject),
    detail: row.data as TrailEntry['detail'],
    address: present(row.address),
  }
}

export async function trail({ http, caller, query, locale }: Reads<'audit.read', TrailQuery>): Promise<TrailPage> {
  const said = query.q ? keysThatSay(locale, 'trail.', query.q) : []
  const rows = await withTenant(http.services.pool, caller.tenant, (tx) => findTrail(tx, query, said))
  return pageOf(rows, { limit: query.limit, place: (row) => [row.at, row.id], show: (row) => presentTrail(row, locale) })
}

// Tokens -----------------------------------------------------------------------------------------------------------------

const presentToken = (row: TokenRow) => ({
  id: row.id,
  name: row.name,
  scopes: row.scopes,
  createdAt: row.created_at,
  lastUsedAt: present(row.last_used_at),
  expiresAt: present(row.expires_at),
})

export async function tokens({ http, caller }: Reads<'self'>): Promise<TokenPage> {
  const rows = await withTenant(http.services.pool, caller.tenant, (tx) => tokensOf(tx, caller.person))
  return { items: rows.map(presentToken) }
}

/** A scope is an action that the person holds themselves; what they lose later, the token loses with them. */
export function newToken(call: Writes<'self', AddToken>): Promise<AddedToken | Refused> {
  const { caller, body, locale, address } = call
  const unknown = body.scopes.find((scope) => !isAction(scope))
  if (unknown !== undefined) return Promise.resolve(refuseField('scopes', 'token.scope-unknown', { scope: unknown }))
  const beyond = body.scopes.filter(isAction).find((scope) => widest(caller, scope) === undefined)
  if (beyond !== undefined) return Promise.resolve(refuseField('scopes', 'person.role-above', { action: actionName(beyond, locale) }))
  return once<AddedToken>(call, {
    keep: () => undefined,
    work: async (tx, now) => {
      const secret = newSecret()
      const id = newId()
      await addToken(tx, { ...body, id, hash: hashSecret('token', secret), person: caller.person, now })
      await writeTrail(tx, {
        at: now,
        person: caller.person,
        action: 'token.added',
        subject: `token/${id}`,
        address,
        data: { scopes: body.scopes },
      })
      const [row] = (await tokensOf(tx, caller.person)).filter((one) => one.id === id)
      if (!row) throw new Error('the token just added is not there')
      return { ...presentToken(row), secret: writeBearer('token', { tenant: caller.tenant, secret }) }
    },
  })
}

export async function dropToken(call: Writes<'self', undefined, Id>): Promise<Done | Refused> {
  const { http, caller, params, address } = call
  const outcome = await once<Done>(call, {
    work: async (tx, now) => {
      if (!(await removeToken(tx, params.id, caller.person))) return recordMissing()
      await writeTrail(tx, { at: now, person: caller.person, action: 'token.removed', subject: `token/${params.id}`, address })
      return { ok: true }
    },
  })
  http.callers.drop(caller.tenant)
  http.services.live.changed({ tenant: caller.tenant, kind: 'people', ids: [caller.person] })
  return outcome
}

// Views and drafts ---------------------------------------------------------------------------------------------------------

const presentView = (row: SavedViewRow, caller: Caller): SavedView => ({
  id: row.id,
  name: row.name,
  query: row.query,
  shared: row.shared,
  mine: row.person === caller.person,
})

export async function views({ http, caller }: Reads<'self'>): Promise<SavedViewPage> {
  const rows = await withTenant(http.services.pool, caller.tenant, (tx) => viewsOf(tx, caller.person, caller.customer === undefined))
  return { items: rows.map((row) => presentView(row, caller)) }
}

export function newView(call: Writes<'self', AddSavedView>): Promise<SavedView | Refused> {
  const { caller, body } = call
  if (body.shared && (caller.customer !== undefined || widest(caller, 'view.share') === undefined))
    return Promise.resolve(refuse(403, 'access.denied'))
  return once<SavedView>(call, {
    work: async (tx, now) => {
      const id = newId()
      await addView(tx, { ...body, id, person: caller.person, now })
      return { id, ...body, mine: true }
    },
  })
}

export function dropView(call: Writes<'self', undefined, Id>): Promise<Done | Refused> {
  return once<Done>(call, {
    work: async (tx) => ((await removeView(tx, call.params.id, call.caller.person)) ? { ok: true } : recordMissing()),
  })
}

export async function draft({ http, caller, query }: Reads<'self', DraftQuery>): Promise<Draft> {
  const row = await withTenant(http.services.pool, caller.tenant, (tx) => draftOf(tx, caller.person, query))
  return { ...query, text: row?.text ?? '', savedAt: row?.changed_at }
}

/** Saving the same text again changes nothing: no key is asked for. */
export async function keepDraft({ http, caller, body }: Writes<'self', SaveDraft>): Promise<Draft> {
  const now = http.services.clock.machine()
  await withTenant(http.services.pool, caller.tenant, (tx) => saveDraft(tx, caller.person, { ...body, now }))
  return { ...body, savedAt: now }
}

// Clock ------------------------------------------------------------------------------------------------------------------

/** Time travel of a demo: engine, waker and badges follow the tenant's clock; sessions and limits do not. */
export async function advance(call: Writes<'clock.advance', AdvanceClock>): Promise<ClockReading | Refused> {
  const { http, caller, body, address } = call
  const outcome = await once<ClockReading>(call, {
    work: async (tx, now) => {
      const offsetMs = await advanceClock(tx, body.ms)
      if (offsetMs === undefined) return refuse(422, 'clock.not-demo')
      await writeTrail(tx, { at: now, person: caller.person, action: 'clock.advanced', address, data: { ms: body.ms } })
      return { now: now + offsetMs, offsetMs }
    },
  })
  if (outcome instanceof Refused) return outcome
  http.services.clock.drop(caller.tenant)
  http.services.live.changed({ tenant: caller.tenant, kind: 'clock', ids: [] })
  return outcome
}
