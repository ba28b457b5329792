import { layBeside } from '../../../core/document/beside.ts'
import { proposeMatches } from '../../../core/document/match.ts'
import type { Proposal } from '../../../core/document/match.ts'
import { partsOf } from '../../../core/document/parts.ts'
import type { Part } from '../../../core/document/parts.ts'
import type { Passage } from '../../../core/document/passage.ts'
import type { FileRef } from '../../../core/file/ref.ts'
import type { Locale } from '../../../core/words.ts'
import type { PlacePlanDocument, PlacedDocument, PlanDocument, RulePassages } from '../../../wire/plan-documents.ts'
import { withTenant } from '../../database/pool.ts'
import type { Transaction, Tx } from '../../database/pool.ts'
import { DocumentUnread } from '../../passages/draft.ts'
import type { ReadDocument } from '../../passages/draft.ts'
import { MOST_DOCUMENT_BYTES } from '../../passages/reader.ts'
import { isReadable } from '../../passages/read.ts'
import { findPlans } from '../../store/contract-queries.ts'
import type { PlanRow } from '../../store/contract-queries.ts'
import { attachFile, findFile } from '../../store/files.ts'
import { holdPlan } from '../../store/plan.ts'
import {
  addPlanDocument,
  addRulings,
  carryRulings,
  countPassages,
  findPlanDocuments,
  readPassages,
  readRulings,
} from '../../store/plan-document.ts'
import type { PlanDocumentRow, RulingRow } from '../../store/plan-document.ts'
import { present } from '../../store/rows.ts'
import { writeTrail } from '../../store/trail.ts'
import type { Caller } from '../caller.ts'
import { fileNamed, wholeFile } from '../files/attach.ts'
import { once } from '../once.ts'
import { Refused, recordMissing, refuse, refuseField } from '../problem.ts'
import type { Call } from '../route.ts'
import { newId } from '../secrets.ts'

type Ref = { readonly ref: string }
type Manages<Body> = Call<'plan.manage', Ref, undefined, Body>

/** What was proposed last, by document and text of the plan: both never change. */
const PROPOSED = new Map<string, readonly Proposal[]>()
const MOST_PROPOSED = 100

function proposedFor(key: string, passages: readonly Passage[], parts: readonly Part[]): readonly Proposal[] {
  const known = PROPOSED.get(key) ?? proposeMatches(passages, parts)
  PROPOSED.delete(key)
  PROPOSED.set(key, known)
  if (PROPOSED.size > MOST_PROPOSED) PROPOSED.delete(PROPOSED.keys().next().value!)
  return known
}

/** The papers of a plan are the firm's own: it may serve several customers, and to none of them are those of another shown. */
async function planFor(tx: Tx, caller: Caller, ref: string): Promise<PlanRow | undefined> {
  if (caller.customer !== undefined) return undefined
  return (await findPlans(tx, caller, { ref }))[0]
}

function presentDocument(row: PlanDocumentRow): PlacedDocument {
  return {
    id: row.id,
    file: { id: row.file, name: row.file_name, size: row.size, mediaType: row.media_type },
    pages: present(row.pages),
    by: { id: row.person, name: row.person_name },
    at: row.at,
  }
}

function ruledBy(row: RulingRow | undefined) {
  return row && { by: { id: row.person, name: row.person_name }, at: row.at }
}

async function shown(tx: Tx, { ref, hash, parsed }: PlanRow, locale: Locale): Promise<PlanDocument> {
  const [current, ...earlier] = await findPlanDocuments(tx, ref)
  const passages = current ? await readPassages(tx, current.id) : []
  const rulings = current ? await readRulings(tx, current.id) : []
  // figures and clauses are held against each other in the language of the contract, whoever reads
  const proposed = current ? proposedFor(`${tx.tenant} ${current.id} ${hash}`, passages, partsOf(parsed, 'zh-CN')) : []
  const parts = partsOf(parsed, locale)
  const said = rulings.flatMap(({ place, parts: keys }) => (keys === null ? [] : [{ passage: place, parts: keys }]))
  const { passages: read, places, counts } = layBeside({ passages, parts, proposed, rulings: said })
  const byPlace = new Map(rulings.map((row) => [row.place, row]))
  return {
    plan: ref,
    document: current && presentDocument(current),
    earlier: earlier.map(presentDocument),
    passages: passages.map(({ cells, ...passage }, index) => {
      const { state, parts: keys, ruled, near, figures } = read[index]!
      return {
        ...passage,
        cells: cells && [...cells],
        state,
        parts: [...keys],
        near,
        figures: [...figures],
        ruled: ruled ? ruledBy(byPlace.get(passage.at)) : undefined,
      }
    }),
    parts: parts.map((part) => ({ ...part, lines: [...part.lines], source: [...part.source], places: [...(places.get(part.key) ?? [])] })),
    counts,
  }
}

/** The signed document of a version, passage by passage, beside what the plan made of it. */
export async function getPlanDocument(call: Call<'plan.read', Ref, undefined, undefined>): Promise<PlanDocument | Refused> {
  const { http, caller, params, locale } = call
  return withTenant(http.services.pool, caller.tenant, async (tx) => {
    const plan = await planFor(tx, caller, params.ref)
    return plan ? shown(tx, plan, locale) : recordMissing()
  })
}

/** What a document that cannot be read is answered with: one sentence that says what to do. */
function unread({ code }: DocumentUnread): Refused {
  if (code === 'busy') return refuse(503, 'plan-document.busy').with({ retryAfterSeconds: 10 })
  return refuse(422, `plan-document.${code}`).with({ field: 'file' })
}

/** The bytes that really lie there, read by a process of their own; outside of any transaction. */
async function readFile({ http, caller }: Manages<unknown>, { id, sha256 }: FileRef): Promise<ReadDocument | Refused> {
  const { pool, reader } = http.services
  const row = await withTenant(pool, caller.tenant, (tx) => findFile(tx, id))
  if (!row || row.media_type === null) return refuseField('file', 'file.unknown', { id })
  if (!isReadable(row.media_type)) return unread(new DocumentUnread('kind'))
  if (row.size > MOST_DOCUMENT_BYTES) return unread(new DocumentUnread('too-large'))
  const bytes = await wholeFile(http, caller.tenant, { name: row.name, sha256 })
  if (bytes instanceof Refused) return bytes.with({ field: 'file' })
  try {
    return await reader.read(bytes, row.media_type)
  } catch (error) {
    if (error instanceof DocumentUnread) return unread(error)
    throw error
  }
}

type Placed = { readonly file: FileRef; readonly read: ReadDocument }

async function placeIn(tx: Transaction, call: Manages<unknown>, { file, read }: Placed): Promise<PlanDocument | Refused> {
  const { http, caller, params, locale, address } = call
  const plan = await planFor(tx, caller, params.ref)
  if (!plan || !(await holdPlan(tx, params.ref, 'to change it'))) return recordMissing()
  const at = await http.services.clock.now(caller.tenant)
  const [before] = await findPlanDocuments(tx, params.ref)
  const id = newId()
  await addPlanDocument(tx, { id, plan: params.ref, file, pages: read.pages, passages: read.passages, person: caller.person, at })
  await attachFile(tx, { id: newId(), file: file.id, subject: `plan/${params.ref}`, fact: undefined, at })
  if (before) await carryRulings(tx, before.id, id)
  const data = { file: file.id, sha256: file.sha256, passages: read.passages.length, ...(before ? { replaces: before.id } : {}) }
  await writeTrail(tx, { at, person: caller.person, action: 'plan.document-placed', subject: `plan/${params.ref}`, address, data })
  return shown(tx, plan, locale)
}

function told({ http, caller }: Manages<unknown>): void {
  http.services.live.changed({ tenant: caller.tenant, kind: 'plan', ids: [] })
}

/** Puts a signed document to a version of a plan; the one before it stays in the trail. */
export async function placePlanDocument(call: Manages<PlacePlanDocument>): Promise<PlanDocument | Refused> {
  const { http, caller, params, body } = call
  const missing = await withTenant(http.services.pool, caller.tenant, async (tx) => (await planFor(tx, caller, params.ref)) === undefined)
  if (missing) return recordMissing()
  const file = await fileNamed(call, { field: 'file', id: body.file })
  if (file instanceof Refused) return file
  const read = await readFile(call, file)
  if (read instanceof Refused) return read
  const answer = await once<PlanDocument>(call, { work: (tx) => placeIn(tx, call, { file, read }) })
  if (!(answer instanceof Refused)) told(call)
  return answer
}

type Known = { readonly passages: number; readonly keys: ReadonlySet<string> }

function unknownIn({ rulings }: RulePassages, { passages, keys }: Known): Refused | undefined {
  for (const [at, { passage, parts: said }] of rulings.entries()) {
    if (passage >= passages) return refuseField(`rulings.${at}.passage`, 'plan-document.no-passage', { passage })
    const unknown = said?.findIndex((key) => !keys.has(key)) ?? -1
    if (unknown !== -1) return refuseField(`rulings.${at}.parts.${unknown}`, 'plan-document.no-part', { part: said![unknown]! })
  }
  return undefined
}

/** Says what passages carry, or that they carry nothing, or takes back what was said. */
export async function rulePassages(call: Manages<RulePassages>): Promise<PlanDocument | Refused> {
  const { http, caller, params, body, locale, address } = call
  const answer = await once<PlanDocument>(call, {
    work: async (tx) => {
      const plan = await planFor(tx, caller, params.ref)
      if (!plan || !(await holdPlan(tx, params.ref, 'to change it'))) return recordMissing()
      const [current] = await findPlanDocuments(tx, params.ref)
      if (current?.id !== body.document) return refuse(409, 'plan-document.replaced').with({ field: 'document' })
      const keys = new Set(partsOf(plan.parsed, locale).map(({ key }) => key))
      const unknown = unknownIn(body, { passages: await countPassages(tx, current.id), keys })
      if (unknown) return unknown
      const at = await http.services.clock.now(caller.tenant)
      await addRulings(tx, body.document, { rulings: body.rulings, person: caller.person, at })
      const data = { document: body.document, passages: body.rulings.map(({ passage }) => passage) }
      await writeTrail(tx, { at, person: caller.person, action: 'plan.passages-ruled', subject: `plan/${params.ref}`, address, data })
      return shown(tx, plan, locale)
    },
  })
  if (!(answer instanceof Refused)) told(call)
  return answer
}
