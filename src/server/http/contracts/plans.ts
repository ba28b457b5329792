import { comparePlans } from '../../../core/plan/compare.ts'
import { sayDifference } from '../../../core/plan/compare-words.ts'
import { channelPlaces } from '../../../core/plan/channel-terms.ts'
import { explainPlan } from '../../../core/plan/explain.ts'
import { calendarName, speakAs } from '../../../core/plan/explain-words.ts'
import { lintPlan } from '../../../core/plan/lint.ts'
import { CUT_OVER, openPlaces } from '../../../core/plan/open-places.ts'
import type { OpenPlace } from '../../../core/plan/open-places.ts'
import { placeWords } from '../../../core/plan/open-words.ts'
import { dimensionValue } from '../../../core/plan/plan-names.ts'
import { tablePlan } from '../../../core/plan/table.ts'
import type { TableRow } from '../../../core/plan/table.ts'
import type { Clause, Plan } from '../../../core/plan/types.ts'
import type { Locale } from '../../../core/words.ts'
import type { CompareText, PlanAsk, PlanDetail, PlanDifferences, PlanPage, PlanRow, PlanTableRow } from '../../../wire/plans.ts'
import { withTenant } from '../../database/pool.ts'
import type { Tx } from '../../database/pool.ts'
import { findPlans } from '../../store/contract-queries.ts'
import type { PlanRow as Row } from '../../store/contract-queries.ts'
import { examinePlan } from '../../plan-intake.ts'
import { saySentence } from '../../words/say.ts'
import type { Caller } from '../caller.ts'
import { contractRoleName } from '../names.ts'
import { writeTrail } from '../../store/trail.ts'
import { presentFindings, recordMissing, refuseFindings } from '../problem.ts'
import type { Refused } from '../problem.ts'
import type { Call } from '../route.ts'
import { tryDimensions } from './due.ts'

type Reads<Params = undefined> = Call<'plan.read', Params, undefined, undefined>

function stateOf({ retired, signed }: Row): PlanRow['state'] {
  if (retired) return 'retired'
  return signed ? 'in-force' : 'draft'
}

export function presentPlan(row: Row): PlanRow {
  return {
    ref: row.ref,
    id: row.id,
    version: row.version,
    title: row.title,
    state: stateOf(row),
    hash: row.hash,
    clauses: Object.keys(row.parsed.promises).length,
    later: row.parsed.later.length,
    contracts: row.contracts,
  }
}

export async function listPlans({ http, caller }: Reads): Promise<PlanPage> {
  const rows = await withTenant(http.services.pool, caller.tenant, (tx) => findPlans(tx, caller))
  return { items: rows.map(presentPlan) }
}

/** The line of the charges, as it was signed, that a place belongs to. */
function chargeText({ charges }: Plan, key: string): string | undefined {
  const [section, id] = key.split('.')
  return section === 'charges' ? charges.find((line) => line.id === id)?.text : undefined
}

const UNFILLED = ['charges', 'prices', 'amounts', 'channels'] as const

/** What follows where nobody fills a place. */
function unfilledWords({ key, required, field }: OpenPlace, locale: Locale): string | undefined {
  if (required) return undefined
  if (field !== undefined) return saySentence(locale, `plan.unfilled-${field}`)
  const [section, of] = key.split('.')
  if (of === 'free-km') return undefined
  const known = UNFILLED.find((one) => one === section)
  return known && saySentence(locale, `plan.unfilled-${known}`)
}

/** A calendar by its hours: who signs has never heard of its name. */
function calendarWords(plan: Plan, id: string, locale: Locale): string {
  return calendarName(speakAs(plan, locale), { path: [], value: { kind: 'scalar', value: id } })
}

/** What the choices of a place are called, where their ids are no words that people know. */
function choiceNames(plan: Plan, { key, kind, choices }: OpenPlace, locale: Locale): Pick<PlanAsk, 'choiceNames'> {
  if (kind === 'calendar') return { choiceNames: choices.map((id) => calendarWords(plan, id, locale)) }
  const [section, id = ''] = key.split('.')
  return section === 'dimensions' ? { choiceNames: choices.map((value) => dimensionValue(plan, id, value)) } : {}
}

function presentAsk(plan: Plan, place: OpenPlace, locale: Locale): PlanAsk {
  const { key, kind, required, choices, promise } = place
  const text = promise === undefined ? chargeText(plan, key) : plan.promises[promise]?.text
  return {
    key,
    kind,
    required,
    choices: [...choices],
    ...choiceNames(plan, place, locale),
    words: placeWords(plan, key, locale),
    text,
    unfilled: unfilledWords(place, locale),
  }
}

/** Whom what a rule brings is for, where it is somebody of the house. */
function rolesOfRule(clause: Clause): readonly (string | undefined)[] {
  if (clause.form !== 'rule') return []
  return clause.effects.map((effect) => {
    if (effect.kind === 'open-task') return effect.owner
    return effect.kind === 'escalate' || effect.kind === 'notify' ? effect.to : undefined
  })
}

/** What every contract names, whom this plan's clauses belong to, escalate to or tell, and its own roles on the vendor's side. */
function contractRoles(plan: Plan): readonly string[] {
  const named = Object.values(plan.promises).flatMap((clause) => [
    clause.owner,
    ...('onBroken' in clause ? clause.onBroken.map((one) => one.escalate) : []),
    ...rolesOfRule(clause),
  ])
  const own = Object.values(plan.roles).flatMap(({ id, side }) => (side === 'vendor' ? [id] : []))
  const outside = Object.values(plan.roles).flatMap(({ id, side }) => (side === 'vendor' ? [] : [id]))
  const all = new Set(['lead', 'dedicated-engineer', ...named.filter((role) => role !== undefined), ...own])
  return [...all].filter((role) => role !== 'customer' && !outside.includes(role))
}

function presentRow({ within, calendar, follows, source, words, ...row }: TableRow): PlanTableRow {
  return { ...row, within: [...within], calendar: [...calendar], follows: [...follows], source: [...source], words: [...words] }
}

/** One version with all that its page shows. A reference without a version means the newest. */
export async function readPlanDetail(
  tx: Tx,
  ref: string,
  { caller, locale }: { readonly caller: Caller; readonly locale: Locale },
): Promise<PlanDetail | Refused> {
  const versions = await findPlans(tx, caller, { id: ref.split('@')[0] })
  const row = ref.includes('@') ? versions.find((one) => one.ref === ref) : versions[0]
  if (!row) return recordMissing()
  return {
    ...presentPlan(row),
    yaml: row.yaml,
    words: [...explainPlan(row.parsed, locale)],
    table: tablePlan(row.parsed, locale).map(presentRow),
    tries: { timezone: row.parsed.timezone, dimensions: tryDimensions(row.parsed) },
    findings: presentFindings(lintPlan(row.parsed), locale, row.parsed),
    asks: [...openPlaces(row.parsed), ...channelPlaces(row.parsed), CUT_OVER].map((place) => presentAsk(row.parsed, place, locale)),
    roles: contractRoles(row.parsed).map((id) => ({ id, name: contractRoleName(row.parsed, { id, name: null }, locale) })),
    forms: Object.values(row.parsed.forms).map(({ id, name, fields }) => ({ id, name, fields: fields.length })),
    versions: versions.map((one) => ({ ref: one.ref, version: one.version, state: stateOf(one) })),
  }
}

/** The plan as it was signed, in words, what lint says of it, and what a contract under it is asked for. */
export async function getPlan({ http, caller, params, locale }: Reads<{ ref: string }>): Promise<PlanDetail | Refused> {
  return withTenant(http.services.pool, caller.tenant, (tx) => readPlanDetail(tx, params.ref, { caller, locale }))
}

/** What the second of two plans promises otherwise than the first, in words. Versions of one plan are told by their numbers, others by their titles. */
export async function getDifferences(call: Reads<{ ref: string; other: string }>): Promise<PlanDifferences | Refused> {
  const { http, caller, params, locale } = call
  const rows = await withTenant(http.services.pool, caller.tenant, async (tx) => [
    ...(await findPlans(tx, caller, { ref: params.ref })),
    ...(await findPlans(tx, caller, { ref: params.other })),
  ])
  const [a, b] = rows
  if (!a || !b) return recordMissing()
  const nameOf = ({ version, title }: Row) => (a.id === b.id ? saySentence(locale, 'plan.version-name', { version }) : title)
  const compared = { plans: { a: a.parsed, b: b.parsed }, names: { a: nameOf(a), b: nameOf(b) } }
  return { words: comparePlans(a.parsed, b.parsed).map((one) => sayDifference(one, compared, locale)) }
}

/** What a text that is being written promises otherwise than a version that stands. */
export async function compareText(call: Call<'plan.manage', undefined, undefined, CompareText>): Promise<PlanDifferences | Refused> {
  const { http, caller, body, locale } = call
  const { readable: plan, findings } = examinePlan(body.yaml)
  if (!plan) return refuseFindings(findings)
  const [other] = await withTenant(http.services.pool, caller.tenant, (tx) => findPlans(tx, caller, { ref: body.other }))
  if (!other) return recordMissing()
  const names = { a: saySentence(locale, 'plan.version-name', { version: other.version }), b: saySentence(locale, 'plan.this-text') }
  const compared = { plans: { a: other.parsed, b: plan }, names }
  return { words: comparePlans(other.parsed, plan).map((one) => sayDifference(one, compared, locale)) }
}

/** The very text that was taken in, as a file. What leaves the house as a file leaves a line in the trail. */
export async function getPlanText({ http, caller, params, reply, address }: Reads<{ ref: string }>): Promise<string | Refused> {
  const { pool, clock } = http.services
  const at = await clock.now(caller.tenant)
  const row = await withTenant(pool, caller.tenant, async (tx) => {
    const [found] = await findPlans(tx, caller, { ref: params.ref })
    if (found) await writeTrail(tx, { at, person: caller.person, action: 'plan.exported', subject: found.ref, address })
    return found
  })
  if (!row) return recordMissing()
  await reply
    .header('content-type', 'application/yaml; charset=utf-8')
    .header('content-disposition', `attachment; filename="${row.ref}.yaml"`)
    .header('cache-control', 'no-store')
    .send(row.yaml)
  return row.yaml
}
