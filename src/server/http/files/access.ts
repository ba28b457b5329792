import { widestScope } from '../../../core/access/can.ts'
import type { Subject } from '../../../core/fact.ts'
import type { Tx } from '../../database/pool.ts'
import { findContracts, findPlans } from '../../store/contract-queries.ts'
import { readDraft } from '../../store/contract-draft.ts'
import { findFile, findFiles, usesOf } from '../../store/files.ts'
import type { FileRow, FileUse } from '../../store/files.ts'
import { findAssets, findCustomers, findSites } from '../../store/parties.ts'
import { findServices } from '../../store/services.ts'
import { findTicket } from '../../store/ticket-queries.ts'
import type { Caller } from '../caller.ts'
import { isSaidToCustomer } from '../present/fact.ts'

type Looks = (tx: Tx, caller: Caller, id: string) => Promise<boolean>

const one = { limit: 1 }

/** Whether somebody may read a subject: by the same rows that their lists would show. Every noun that is not here is a service record's. */
const READS: Readonly<Record<string, Looks>> = {
  ticket: async (tx, caller, id) => (await findTicket(tx, caller, id)) !== undefined,
  contract: async (tx, caller, id) => (await findContracts(tx, caller, { id, ...one })).length > 0,
  'contract-draft': async (tx, caller, id) =>
    caller.customer === undefined && widestScope(caller.grants, 'contract.manage') !== undefined && (await readDraft(tx, id)) !== undefined,
  plan: async (tx, caller, ref) => caller.customer === undefined && (await findPlans(tx, caller, { ref })).length > 0,
  letterhead: async (_, caller) => caller.customer === undefined,
  customer: async (tx, caller, id) => (await findCustomers(tx, caller, { id, ...one })).length > 0,
  site: async (tx, caller, id) => (await findSites(tx, caller, { id, ...one })).length > 0,
  asset: async (tx, caller, id) => (await findAssets(tx, caller, { id, ...one })).length > 0,
}

const service: Looks = async (tx, caller, id) => (await findServices(tx, caller, { id, ...one })).length > 0

export function mayReadSubject(tx: Tx, caller: Caller, subject: Subject): Promise<boolean> {
  const at = subject.indexOf('/')
  const noun = subject.slice(0, at)
  return (Object.hasOwn(READS, noun) ? READS[noun]! : service)(tx, caller, subject.slice(at + 1))
}

/** A customer's people see what was said to them, and what stands on record forms: files of our own notes and working papers are as if they were not there. */
async function reaches(tx: Tx, caller: Caller, uses: readonly FileUse[]): Promise<boolean> {
  for (const { subject, fact_type, on_form: onForm } of uses) {
    if (caller.customer !== undefined && !onForm && (fact_type === null || !isSaidToCustomer(fact_type))) continue
    if (await mayReadSubject(tx, caller, subject as Subject)) return true
  }
  return false
}

/** Whoever may read what it is attached to; while it is attached to nothing, who uploaded it. */
async function mayRead(
  tx: Tx,
  caller: Caller,
  { file, uses }: { readonly file: FileRow; readonly uses: readonly FileUse[] },
): Promise<boolean> {
  return uses.length === 0 ? file.person === caller.person : reaches(tx, caller, uses)
}

/** Of the files given those that this person may read. */
export async function readable(tx: Tx, caller: Caller, files: readonly FileRow[]): Promise<FileRow[]> {
  const uses = Map.groupBy(
    await usesOf(
      tx,
      files.map((file) => file.id),
    ),
    (use) => use.file,
  )
  const kept: FileRow[] = []
  for (const file of files) if (await mayRead(tx, caller, { file, uses: uses.get(file.id) ?? [] })) kept.push(file)
  return kept
}

/** One file, if this person may read it. */
export async function fileFor(tx: Tx, caller: Caller, id: string): Promise<FileRow | undefined> {
  const file = await findFile(tx, id)
  return file && (await readable(tx, caller, [file]))[0]
}

export async function filesFor(tx: Tx, caller: Caller, ids: readonly string[]): Promise<FileRow[]> {
  return readable(tx, caller, await findFiles(tx, ids))
}
