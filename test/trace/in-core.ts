import assert from 'node:assert/strict'
import { charged } from '../../src/core/charge/given.testing.ts'
import { clauseEvents } from '../../src/core/plan/clause-events.ts'
import { leavesOf } from '../../src/core/plan/event.ts'
import { bundled } from '../../src/core/plan/plans.testing.ts'
import type { Clause, Plan, Term } from '../../src/core/plan/types.ts'
import { coversAt } from '../../src/core/promise/cover/at.ts'
import type { StandingCover } from '../../src/core/promise/cover/at.ts'
import { facts } from '../../src/core/promise/cover/given.testing.ts'
import { boundOf, story, told } from '../../src/core/promise/from-yaml.testing.ts'
import { gatesAgainst } from '../../src/core/promise/gate/against.ts'
import { at, clockOf } from '../../src/core/promise/given.testing.ts'
import type { BoundPlan, Obligation } from '../../src/core/promise/types.ts'
import { formsNamed, readForms } from '../../src/core/service/record-forms.ts'
import { looksOf } from './looks.ts'
import type { BilledLook, Carrier, CoverLook, FollowedLook, Look, OwedLook, RefusedLook, Shown, UnfilledLook } from './looks.ts'

/** An instance as both the core and the product's answers have it. */
type Instance = Partial<Pick<Obligation, 'targetAt'>> &
  Parameters<typeof told>[0][number] & { readonly why: { readonly usedMs: number; readonly notes: readonly { readonly kind: string }[] } }

/** One line an instance, with as much beside as is looked at. */
export function sayOwed(one: Instance, { with: beside }: Pick<OwedLook, 'with'>): string {
  if (beside === 'nothing') return told([one])[0]!
  const took = beside === 'measure' ? [`${one.why.usedMs / 60_000} min`] : []
  const target = one.targetAt === undefined ? [] : [`target ${clockOf(one.targetAt)}`]
  return [...told([one]), ...took, ...target, ...one.why.notes.map(({ kind }) => kind)].join(' ')
}

function seeOwed(bound: BoundPlan, look: OwedLook): string[] {
  const { obligations } = story(bound, look.facts, { subject: look.of, at: look.at })
  return obligations
    .filter(({ promise, episode }) => promise === look.promise && (look.episodes?.includes(episode) ?? true))
    .map((one) => sayOwed(one, look))
}

function sayCover({ cover, state, end, endless, parts, exclusions }: StandingCover, see: CoverLook['see']): string[] {
  if (see === 'covered') return [`${cover} ${state} → ${clockOf(end) ?? endless}`]
  if (see === 'excluded') return exclusions.map(({ reason }) => `${cover} not for ${reason}`)
  return parts.map((one) => `${one.part} → ${clockOf(one.end)}`)
}

function seeCovers(bound: BoundPlan, { of, at: when, see, cover, facts: lines }: CoverLook): string[] {
  const { record } = story(bound, lines, { subject: of, at: when })
  const standing = coversAt(bound, record, at(when)).filter((one) => cover === undefined || one.cover === cover)
  return standing.flatMap((one) => sayCover(one, see))
}

function seeRefused(bound: BoundPlan, { of, facts: lines }: RefusedLook): string[] {
  const intended = facts(...lines).at(-1)!
  const { record } = story(bound, lines.slice(0, -1), { subject: of, at: lines.at(-1)![0] })
  return gatesAgainst(bound, record, { facts: [intended], now: intended.occurredAt }).map(({ promise }) => promise)
}

function seeUnfilled({ plan }: BoundPlan, { form, answers }: UnfilledLook): string[] {
  const read = readForms({ type: 'form.filled', data: { form }, answers: { [form]: answers }, forms: plan.forms })
  return 'code' in read ? [`${read.code} ${read.field ?? ''}`] : ['filled']
}

function seeFollowed(bound: BoundPlan, { of, at: when, facts: lines }: FollowedLook): string[] {
  const { effects } = story(bound, lines, { subject: of, at: when })
  return effects.map(([kind, to]) => `${String(kind)} ${String(to)}`)
}

/** What a cover gave that the plan does not have is charged as under none. */
function seeBilled(bound: BoundPlan, { items, known }: BilledLook): string[] {
  const has = bound.plan.promises[known.cover ?? '']?.form === 'cover'
  return charged(bound, items, { ...known, cover: has ? known.cover! : 'none' })
}

function seen(bound: BoundPlan, look: Look): readonly string[] {
  switch (look.see) {
    case 'owed':
      return seeOwed(bound, look)
    case 'followed':
      return seeFollowed(bound, look)
    case 'covered':
    case 'parts':
    case 'excluded':
      return seeCovers(bound, look)
    case 'refused':
      return seeRefused(bound, look)
    case 'billed':
      return seeBilled(bound, look)
    case 'unfilled':
      return seeUnfilled(bound, look)
    case 'asked':
      return bound.plan.forms[look.form]!.fields.flatMap(({ id, name }) => (look.fields.includes(id) ? [name] : []))
    default:
      return look satisfies never
  }
}

function names(clause: Clause, gone: readonly string[]): boolean {
  return clauseEvents(clause)
    .flatMap(({ event }) => leavesOf(event))
    .some((leaf) => (leaf.kind === 'instant' && gone.includes(leaf.noun)) || ('promise' in leaf && gone.includes(leaf.promise)))
}

/** The plan without one clause, and without those that hang on it. */
function withoutPromise(plan: Plan, promise: string): Plan {
  const gone = [promise]
  for (let known = 0; known < gone.length;) {
    known = gone.length
    gone.push(...Object.values(plan.promises).flatMap((one) => (!gone.includes(one.id) && names(one, gone) ? [one.id] : [])))
  }
  return { ...plan, promises: Object.fromEntries(Object.entries(plan.promises).filter(([id]) => !gone.includes(id))) }
}

function without(plan: Plan, carrier: Carrier): Plan {
  if ('promise' in carrier) return withoutPromise(plan, carrier.promise)
  if ('form' in carrier) return { ...plan, forms: Object.fromEntries(Object.entries(plan.forms).filter(([id]) => id !== carrier.form)) }
  return { ...plan, charges: plan.charges.filter(({ source }) => !source.includes(carrier.charge)) }
}

/** The sources of what carries it, the record forms among them through which a clause has to go. */
function sourcesOf({ promises, charges, forms }: Plan, carrier: Carrier): readonly string[] {
  if ('form' in carrier) return forms[carrier.form]!.source
  if ('charge' in carrier) return charges.flatMap(({ source }) => (source.includes(carrier.charge) ? source : []))
  const clause = promises[carrier.promise]!
  const through = clause.form === 'recurring' ? formsNamed(forms, { checklists: clause.checklist }) : []
  return [clause, ...through].flatMap(({ source }) => source)
}

/** What the contract says of clauses that the plan has. */
export function termsFor({ promises, charges }: Plan, { terms = {} }: Pick<Shown, 'terms'>): Term[] {
  const ids = [...Object.keys(promises), ...charges.map(({ id }) => id)]
  return Object.entries(terms).flatMap(([key, value]) => {
    const [section = '', id = ''] = key.split('.')
    return ['promises', 'charges'].includes(section) && !ids.includes(id) ? [] : [{ key, value, source: '合同附件一' }]
  })
}

function saidUnder(plan: Plan, shown: Shown): readonly string[] {
  const bound = boundOf(plan, termsFor(plan, shown))
  return looksOf(shown).flatMap((look) => seen(bound, look))
}

/** A clause of a bundled plan names the entry, and the plan says this of these facts; with the clause taken out of it, it does not. */
export function showInCore(shown: Shown): void {
  const plan = bundled(shown.plan)
  const named = shown.title.match(/S\d{3}-\d+/g) ?? []
  assert.ok(named.length > 0 && named.every((id) => sourcesOf(plan, shown.by).includes(id)), 'its clause names it')
  assert.deepEqual(saidUnder(plan, shown), shown.says)
  const bare = without(plan, shown.by)
  assert.notDeepEqual(bare, plan, `${shown.plan} has no such clause`)
  assert.notDeepEqual(saidUnder(bare, shown), shown.says, 'it hangs on that clause')
}
