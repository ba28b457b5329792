import { leavesOf } from '../../../core/plan/event.ts'
import { clauseEvents } from '../../../core/plan/clause-events.ts'
import type { Plan } from '../../../core/plan/types.ts'
import { coverZone } from '../../../core/promise/cover/term.ts'
import type { BoundPlan } from '../../../core/promise/types.ts'
import { SERVICE_STEPS } from '../../../core/service/vocabulary.ts'
import { withTenant } from '../../database/pool.ts'
import type { Known } from '../../cutover/cells.ts'
import type { Nameable } from '../../sheets/cells.ts'
import { kindNamed } from '../../cutover/cells.ts'
import { contractParts } from '../../store/contract-queries.ts'
import type { ContractParts, ContractRow } from '../../store/contract-queries.ts'
import type { Caller } from '../caller.ts'
import type { Http } from '../http.ts'
import { reasonName } from '../../../core/promise/why.ts'

export type Ground = { readonly bound: BoundPlan; readonly known: Known; readonly parts: ContractParts }

type Party = {
  readonly id: string
  readonly name: string
  readonly account?: string | null
  readonly serial?: string | null
  readonly site?: string | null
}

const called = ({ id, name, serial, account }: Party): Nameable => {
  const names = [name, serial ?? '', account ?? ''].filter((one) => one !== '')
  return { id, names: () => names }
}

const KIND_EQUALS = /kind == "([^"]{1,60})"/g

/** Kinds that the trade names, and those by which this plan tells one deed from another. */
function kindsOf({ promises }: Plan): readonly Nameable[] {
  const own = Object.values(SERVICE_STEPS).flatMap(({ fields }) => fields.find(({ id }) => id === 'kind')?.choices ?? [])
  const heard = Object.values(promises)
    .flatMap(clauseEvents)
    .flatMap(({ event }) => leavesOf(event))
    .flatMap((leaf) => (leaf.kind === 'fact' ? [...(leaf.where?.cel ?? '').matchAll(KIND_EQUALS)].map(([, kind = '']) => kind) : []))
  return [...new Set([...own, ...heard])].map(kindNamed)
}

function listsOf({ promises, forms }: Plan): readonly Nameable[] {
  const recurring = Object.values(promises).filter((clause) => clause.form === 'recurring')
  const ids = recurring.flatMap((clause) => [
    ...clause.checklist,
    ...clause.extra.flatMap(({ checklist }) => checklist),
    ...(clause.schedule.kind === 'phases' ? clause.schedule.phases.flatMap(({ checklist }) => checklist ?? []) : []),
  ])
  return [...new Set([...ids, ...Object.keys(forms)])].map((id) => ({ id, names: () => [forms[id]?.name ?? id] }))
}

/** The customer's places and devices, where the contract does not say which it covers. */
async function partsFor(http: Http, caller: Caller, row: ContractRow) {
  return withTenant(http.services.pool, caller.tenant, async (tx) => {
    const own = await contractParts(tx, row.id)
    const sites = await tx.query<Party>('SELECT id, name FROM site WHERE customer = $1 ORDER BY name', [row.customer])
    const assets =
      own.assets.length > 0
        ? own.assets
        : await tx.query<ContractParts['assets'][number]>(
            'SELECT id, name, model, serial, site FROM asset WHERE customer = $1 ORDER BY name',
            [row.customer],
          )
    const people = await tx.query<Party>('SELECT id, name, account FROM person WHERE left_at IS NULL AND customer IS NULL ORDER BY name')
    return { sites: own.sites.length > 0 ? own.sites : sites, assets, people }
  })
}

/** All that the cells of an import for this contract may name. */
export async function groundOf(http: Http, caller: Caller, row: ContractRow): Promise<Ground> {
  const bound = await http.services.plans.bound(caller.tenant, row.bound_hash)
  const { sites, assets, people } = await partsFor(http, caller, row)
  const { plan } = bound
  const known: Known = {
    zone: coverZone(bound),
    sites: sites.map(called),
    assets: assets.map(called),
    people: people.map(called),
    grades: plan.grades.map(({ id, name }) => ({ id, names: () => [name] })),
    reasons: Object.keys(plan.reasons).map((id) => ({ id, names: (locale) => [reasonName(plan, id, locale)] })),
    checklists: listsOf(plan),
    kinds: kindsOf(plan),
  }
  return { bound, known, parts: { sites: [...sites] as ContractParts['sites'], assets: [...assets] } }
}
