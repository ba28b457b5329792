import assert from 'node:assert/strict'
import type { Subject } from '../../src/core/fact.ts'
import { canonicalJson } from '../../src/core/canonical.ts'
import { derive } from '../../src/core/promise/derive.ts'
import { replay } from '../../src/core/promise/record.ts'
import { standing } from '../../src/core/promise/render.ts'
import { leavesOf } from '../../src/core/plan/event.ts'
import type { GateClause, LevelClause } from '../../src/core/plan/forms.ts'
import type { Clause } from '../../src/core/plan/types.ts'
import { SERVICE_STEPS, isServiceType } from '../../src/core/service/vocabulary.ts'
import { cellsOf } from '../../src/core/plan/value.ts'
import { auditTenant } from '../../src/server/audit.ts'
import { inSnapshot, withTenant } from '../../src/server/database/pool.ts'
import type { Signer } from '../../src/server/seal-key.ts'
import { sealTenant, verifySeals } from '../../src/server/sealing.ts'
import { readFacts, readRecords } from '../../src/server/store/ledger.ts'
import { everySubject } from '../../src/server/store/audited.ts'
import { readBeliefs, readEffects, readObligations } from '../../src/server/store/stored.ts'
import type { Firm } from './firm.ts'

/** Compared as text, to the last character. */
function same(stored: unknown, derived: unknown, what: string): void {
  const [one, other] = [canonicalJson(stored), canonicalJson(derived)]
  if (one !== other) assert.equal(one, other, what)
}

const ordered = <T extends { readonly at: number; readonly key: string }>(effects: readonly T[]): T[] =>
  effects.toSorted((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1))

/** What is stored of one subject, against all that is known of it folded from nothing, as it was believed and as it is seen at the end. */
async function compareSubject({ server, tenant, now }: Firm, subject: Subject): Promise<void> {
  const { pool, plans } = server.services
  const until = await now()
  await inSnapshot(pool, tenant, async (tx) => {
    const [stored] = await readRecords(tx, [subject])
    if (stored?.boundHash === undefined || !stored.record) return
    const bound = await plans.bound(tenant, stored.boundHash)
    const facts = await readFacts(tx, subject)
    const again = replay(bound, facts, { asOf: until, subject })
    const obligations = (await readObligations(tx, subject)).map(standing)
    same(obligations, again.obligations.map(standing), `${subject}: obligations, live and replayed`)
    same(await readBeliefs(tx, subject), again.beliefs, `${subject}: what was believed, live and replayed`)
    same(ordered(await readEffects(tx, subject)), ordered(again.effects), `${subject}: effects, live and replayed`)
    same(
      again.obligations.map(standing),
      derive(bound, facts, { asOf: until, subject }).obligations.map(standing),
      `${subject}: derived at once`,
    )
  })
}

/** Live = replay = audit, to the byte, and the seals verify. Returns how many facts there were. */
export async function proveRecord(firm: Firm, signer: Signer): Promise<number> {
  const { server, tenant } = firm
  const { pool } = server.services
  const audited = await auditTenant(server.services, tenant)
  same(audited.differences, [], 'audit')
  for (const subject of await inSnapshot(pool, tenant, everySubject)) await compareSubject(firm, subject)
  const options = { pool, signer, machine: server.services.clock.machine }
  await sealTenant(options, tenant)
  const { facts, sealed, faults } = await verifySeals(options, tenant)
  same(faults, [], 'seals')
  assert.equal(sealed, facts)
  return facts
}

type Happened = { readonly opened: boolean; readonly kept: boolean; readonly broken: boolean }

type Counted = { readonly promise: string; readonly kept: number; readonly broken: number }

/** By promise: whether an instance opened, was kept, was broken; rules and covers leave effects and trails instead. */
async function whatHappened({ server, tenant, plan, houses, manager }: Firm): Promise<ReadonlyMap<string, Happened>> {
  const { rows, acted } = await withTenant(server.services.pool, tenant, async (tx) => ({
    rows: await tx.query<Counted>(
      `SELECT promise, count(*) FILTER (WHERE state = 'kept') AS kept, count(broken_at) AS broken
       FROM obligation WHERE tenant_id = $1 GROUP BY promise`,
      [tenant],
    ),
    acted: await tx.query<{ promise: string }>(`SELECT DISTINCT promise FROM effect WHERE tenant_id = $1 AND kind <> 'withdraw'`, [tenant]),
  }))
  const covers = new Map<string, string[]>()
  for (const { contract } of houses) {
    const { items } = (await manager.get(`/api/contracts/${contract}/covers?limit=200`)).body as {
      items: { covers: { promise: string; standing: string }[] }[]
    }
    for (const one of items.flatMap((each) => each.covers)) covers.set(one.promise, [...(covers.get(one.promise) ?? []), one.standing])
  }
  return new Map(
    Object.keys(plan.promises).map((id) => {
      const row = rows.find(({ promise }) => promise === id)
      const standings = covers.get(id) ?? []
      const opened = row !== undefined || acted.some(({ promise }) => promise === id) || standings.some((one) => /force|ended/.test(one))
      const [kept, broken] = [Number(row?.kept ?? 0) > 0, Number(row?.broken ?? 0) > 0]
      return [id, { opened, kept, broken }]
    }),
  )
}

/** Does the record go on only from what the gate needs? A payment follows a quotation. */
function isAStepOfItsOwn({ before, needs }: GateClause): boolean {
  const steps = leavesOf(before).flatMap((leaf) =>
    leaf.kind === 'fact' && isServiceType(leaf.type) ? SERVICE_STEPS[leaf.type].from : ['absent'],
  )
  const needed = leavesOf(needs).flatMap((leaf) => (leaf.kind === 'fact' && isServiceType(leaf.type) ? [leaf.type.split('.')[1]] : []))
  return steps.every((step) => needed.includes(step))
}

/** Contracts of the year end with it at the earliest. */
function lastsWithContract({ until }: LevelClause): boolean {
  return leavesOf(until).every((leaf) => leaf.kind === 'instant' && leaf.noun === 'contract')
}

/** Why a promise cannot be kept, or broken, as its plan is written, where the contracts fill what they can. */
function reasonWhyNot(clause: Clause, verdict: 'kept' | 'broken'): string | undefined {
  if (clause.form === 'rule') return 'a rule has no verdict: it acts'
  if (clause.form === 'cover') return 'a right has no verdict: it begins and ends'
  if (clause.form === 'gate' && verdict === 'broken' && isAStepOfItsOwn(clause)) return 'the record itself goes no further without it'
  if (clause.form !== 'level') return undefined
  const bounds = [clause.atLeast, clause.atMost].flatMap((one) => cellsOf(one)).filter(({ value }) => value.kind === 'scalar')
  if (bounds.length === 0 && verdict === 'broken') return 'a number without a bound is measured'
  if (clause.over === 'now' && lastsWithContract(clause) && verdict === 'kept') return 'what must hold at every instant is never through'
  return undefined
}

export type Reckoning = {
  readonly promises: number
  readonly opened: number
  readonly kept: number
  readonly broken: number
  /** verdicts that a promise cannot come to */
  readonly excepted: number
  /** what should have come about and did not */
  readonly missing: readonly string[]
}

/** Counts what came about in a firm's year, promise by promise. */
export async function reckon(firm: Firm): Promise<Reckoning> {
  const happened = await whatHappened(firm)
  const { plan } = firm.houses.find(({ manner }) => manner === 'kept')!
  const clauses = Object.values(plan.promises)
  const count = (of: keyof Happened) => clauses.filter(({ id }) => happened.get(id)![of]).length
  const wanted = clauses.flatMap((clause) => (['kept', 'broken'] as const).map((verdict) => ({ clause, verdict })))
  const missing = wanted
    .filter(({ clause, verdict }) => !happened.get(clause.id)![verdict] && reasonWhyNot(clause, verdict) === undefined)
    .map(({ clause, verdict }) => `${clause.id} was not ${verdict}`)
  const closed = clauses.filter(({ id }) => !happened.get(id)!.opened).map(({ id }) => `${id} did not open`)
  return {
    promises: clauses.length,
    opened: count('opened'),
    kept: count('kept'),
    broken: count('broken'),
    excepted: wanted.filter(({ clause, verdict }) => reasonWhyNot(clause, verdict) !== undefined).length,
    missing: [...closed, ...missing],
  }
}
