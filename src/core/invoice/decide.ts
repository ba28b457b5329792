import { canonicalJson } from '../canonical.ts'
import type { Fact, Subject } from '../fact.ts'
import { sha256Hex } from '../hash.ts'
import type { Instant } from '../time/instant.ts'
import { settling } from '../remedy/settling.ts'
import type { RemedyLine } from '../remedy/standing.ts'
import { totalOf } from './account.ts'
import type { Account } from './account.ts'
import { departureOf, needsAgreement, remediesMoved } from './follows.ts'
import type { InvoiceRefusalCode } from './words/zh-CN.ts'
import type { InvoiceState } from './state.ts'

/** `account`: what the bill comes to at this moment; `frozen`: what was shown. */
export type InvoiceCommand =
  | { readonly name: 'show'; readonly account: Account; readonly corrects?: string | undefined }
  | { readonly name: 'agree'; readonly by: 'customer' | 'vendor'; readonly evidence?: string | undefined }
  | { readonly name: 'issue'; readonly account: Account; readonly frozen: Account; readonly corrects?: string | undefined }

export type InvoiceContext = {
  readonly now: Instant
  readonly subject: Subject
  /** the ticket, its contract, customer and device */
  readonly owners: readonly Subject[]
  readonly newId: () => string
  readonly person: string
}

export type InvoiceRefusal = {
  readonly code: InvoiceRefusalCode
  readonly params: Readonly<Record<string, string | number>>
  readonly field?: string
}

type NewText = { readonly factId: string; readonly field: string; readonly text: string }

export type InvoiceDecision =
  | { readonly ok: true; readonly facts: readonly Omit<Fact, 'seq' | 'recordedAt'>[]; readonly texts: readonly NewText[] }
  | { readonly ok: false; readonly refusal: InvoiceRefusal }

/** What makes two bills the same bill: whoever has the paper can hold it against the ledger. */
export function hashOf(account: Account): string {
  return sha256Hex(canonicalJson(JSON.parse(JSON.stringify(account))))
}

type Said = {
  readonly type: Fact['type']
  readonly data: Fact['data']
  readonly evidence?: string | undefined
  /** remedies that are settled with it */
  readonly remedies?: readonly RemedyLine[] | undefined
}

function refused(code: InvoiceRefusalCode, params: InvoiceRefusal['params'] = {}, field?: string): InvoiceRefusal {
  return field === undefined ? { code, params } : { code, params, field }
}

/** What stands in the fact: the sum, what the warranty gave, and the hash of the whole bill. */
function gist(account: Account, hash: string, corrects: string | undefined): Fact['data'] {
  return { fen: totalOf(account), freeFen: account.freeFen, hash, ...(corrects === undefined ? {} : { corrects }) }
}

function show(state: InvoiceState, { account, corrects }: Extract<InvoiceCommand, { name: 'show' }>): Said | InvoiceRefusal {
  if (state.phase === 'issued') return refused('issued-already')
  if (account.charges.open.length > 0) return refused('still-open', { n: account.charges.open.length })
  return { type: 'invoice.shown', data: gist(account, hashOf(account), corrects) }
}

function agree(state: InvoiceState, { by, evidence }: Extract<InvoiceCommand, { name: 'agree' }>): Said | InvoiceRefusal {
  if (state.phase === 'issued') return refused('issued-already')
  if (state.phase !== 'shown' || state.hash === undefined) return refused('not-shown')
  if (by === 'vendor' && (evidence ?? '').trim() === '') return refused('agreement-evidence', {}, 'evidence')
  const told: Fact['data'] = { what: 'quote', by: 'customer', hash: state.hash }
  return { type: 'approval.given', data: by === 'vendor' ? { ...told, evidence: true } : told, evidence }
}

/** What is issued is what was shown: facts that came in between ask for a new showing. */
function issue(state: InvoiceState, { account, frozen, corrects }: Extract<InvoiceCommand, { name: 'issue' }>): Said | InvoiceRefusal {
  if (state.phase === 'issued') return refused('issued-already')
  if (state.phase !== 'shown' || state.hash === undefined) return refused('not-shown')
  if (departureOf(frozen, account) || remediesMoved(frozen, account)) return refused('moved-on')
  if (needsAgreement(frozen) && state.agreed?.hash !== state.hash) return refused('not-agreed')
  return { type: 'invoice.issued', data: gist(frozen, state.hash, corrects), remedies: frozen.remedies }
}

function said(state: InvoiceState, command: InvoiceCommand): Said | InvoiceRefusal {
  switch (command.name) {
    case 'show':
      return show(state, command)
    case 'agree':
      return agree(state, command)
    case 'issue':
      return issue(state, command)
    default:
      return command satisfies never
  }
}

/** What a command on a bill brings about: one fact, and for each remedy that is settled with it one that its owner hears; or why not. */
export function decide(state: InvoiceState, command: InvoiceCommand, context: InvoiceContext): InvoiceDecision {
  const made = said(state, command)
  if ('code' in made) return { ok: false, refusal: made }
  const { now, subject, owners, person } = context
  const id = context.newId()
  const texts = made.evidence === undefined ? [] : [{ factId: id, field: 'evidence', text: made.evidence.trim() }]
  const fact = { id, subject, also: owners, type: made.type, occurredAt: now, source: 'hand' as const, by: person, data: made.data }
  const settled = (made.remedies ?? []).map((line) => {
    const given = settling(line, { fen: -line.fen, how: 'bill', invoice: subject.slice(subject.indexOf('/') + 1) })
    const also = [...new Set([line.subject, ...owners.filter((owner) => owner.startsWith('contract/') || owner.startsWith('customer/'))])]
    return { ...fact, id: context.newId(), also, type: 'remedy.settled' as const, data: given }
  })
  return { ok: true, facts: [fact, ...settled], texts }
}
