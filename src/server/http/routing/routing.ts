import { route } from '../../../core/routing/route.ts'
import type { Asked, Decided, Reported, RoutingRule } from '../../../core/routing/route.ts'
import type { Locale } from '../../../core/words.ts'
import type { ChangeRouting, Routing, TriedRouting, TryRouting } from '../../../wire/routing.ts'
import { withTenant } from '../../database/pool.ts'
import { findContracts } from '../../store/contract-queries.ts'
import { openingGround } from '../../store/opening.ts'
import { present } from '../../store/rows.ts'
import { deviceClasses, replaceRouting, routingOf } from '../../store/routing.ts'
import { teamsWithPeople } from '../../store/teams.ts'
import type { TeamWithPeople } from '../../store/teams.ts'
import { writeTrail } from '../../store/trail.ts'
import { saySentence } from '../../words/say.ts'
import type { Caller } from '../caller.ts'
import type { Http } from '../http.ts'
import { once } from '../once.ts'
import { planIdOf, plansFor } from '../plan-of.ts'
import { Refused, refuse, refuseField } from '../problem.ts'
import { newId } from '../secrets.ts'
import type { Call } from '../route.ts'

type Settings<Body> = Call<'team.manage', undefined, undefined, Body>

const MOST_CONTRACTS = 500

const planId = (ref: string): string => ref.slice(0, ref.indexOf('@'))

function unique(all: readonly { id: string; name: string }[]): { id: string; name: string }[] {
  return [...new Map(all.map((one) => [one.id, one])).values()]
}

async function shown({ http, caller }: { http: Http; caller: Caller }): Promise<Routing> {
  const found = await withTenant(http.services.pool, caller.tenant, async (tx) => ({
    routing: await routingOf(tx),
    teams: await teamsWithPeople(tx),
    contracts: (await findContracts(tx, caller, { limit: MOST_CONTRACTS })).filter(({ ended }) => !ended),
    classes: await deviceClasses(tx),
  }))
  const { routing, teams, contracts, classes } = found
  const plans = [...(await plansFor(http, caller.tenant, contracts)).values()]
  return {
    version: routing.version,
    rules: routing.rules.map(({ when, high = false, ...rule }) => ({ ...rule, high, when: when as Routing['rules'][number]['when'] })),
    ...(routing.otherwise === undefined ? {} : { otherwise: routing.otherwise }),
    choices: {
      teams: teams.filter(({ retired_at }) => retired_at === null).map(({ id, name }) => ({ id, name })),
      contracts: contracts.map(({ id, number, title }) => ({ id, name: `${number} ${title}` })),
      plans: unique(contracts.map(({ plan, plan_title }) => ({ id: planId(plan), name: plan_title }))),
      grades: unique(plans.flatMap(({ plan }) => plan.grades.map(({ id, name }) => ({ id, name })))),
      categories: classes.map((id) => ({ id, name: id })),
    },
  }
}

export function getRouting({ http, caller }: Settings<undefined>): Promise<Routing> | Refused {
  return caller.customer === undefined ? shown({ http, caller }) : refuse(403, 'access.denied')
}

type Given = Pick<ChangeRouting, 'rules'> & { readonly otherwise?: string | null | undefined }

function rulesOf({ rules }: Given): RoutingRule[] {
  return rules.map(({ id = newId(), ...rule }) => ({ ...rule, id }))
}

/** Teams that are there and in use; a rule that neither sends nor ranks does nothing. */
function rulesProblem({ rules, otherwise }: Given, teams: readonly TeamWithPeople[]): Refused | undefined {
  const known = (team: string) => teams.some(({ id, retired_at }) => id === team && retired_at === null)
  for (const [place, { team, high, name }] of rules.entries()) {
    if (team !== undefined && !known(team)) return refuseField(`rules.${place}.team`, 'field.no-such', { value: team })
    if (team === undefined && !high) return refuseField(`rules.${place}.team`, 'routing.does-nothing', { name })
  }
  return otherwise && !known(otherwise) ? refuseField('otherwise', 'field.no-such', { value: otherwise }) : undefined
}

/** All rules at once, in their order, over those that were looked at. */
export async function changeRouting(call: Settings<ChangeRouting>): Promise<Routing | Refused> {
  const { http, caller, body, address } = call
  if (caller.customer !== undefined) return refuse(403, 'access.denied')
  const outcome = await once<{ version: number }>(call, {
    work: async (tx, at) => {
      const problem = rulesProblem(body, await teamsWithPeople(tx))
      if (problem) return problem
      const rules = rulesOf(body)
      const otherwise = body.otherwise ?? undefined
      const now = await http.services.clock.now(caller.tenant)
      if (!(await replaceRouting(tx, { version: body.version, rules, otherwise, by: caller.person, now })))
        return refuse(409, 'routing.changed')
      await writeTrail(tx, {
        at,
        person: caller.person,
        action: 'routing.changed',
        address,
        data: { rules: rules.map(({ name, team = '', high = false }) => ({ name, team, high })), otherwise: otherwise ?? '' },
      })
      return { version: body.version + 1 }
    },
  })
  if (outcome instanceof Refused) return outcome
  http.grounds.drop(caller.tenant)
  http.services.live.changed({ tenant: caller.tenant, kind: 'parties', ids: [] })
  return shown({ http, caller })
}

type Telling = { readonly rules: readonly RoutingRule[]; readonly teams: readonly TeamWithPeople[]; readonly locale: Locale }

const conditionWords = (condition: string, locale: Locale) => saySentence(locale, `routing.${condition}` as 'routing.types')

function askedWords({ rule, held, failed }: Asked, { rules, locale }: Telling): string {
  const name = rules.find(({ id }) => id === rule)?.name ?? rule
  const list = held.map((one) => conditionWords(one, locale)).join(locale === 'en' ? ', ' : '、')
  if (failed !== undefined) return saySentence(locale, 'routing.why-not', { name, condition: conditionWords(failed, locale) })
  return list === ''
    ? saySentence(locale, 'routing.why-always', { name })
    : saySentence(locale, 'routing.why-held', { name, conditions: list })
}

function whyWords({ team, sentBy, rankedBy, asked }: Decided, telling: Telling): string[] {
  const { rules, teams, locale } = telling
  const ruleName = (id: string) => rules.find((one) => one.id === id)?.name ?? id
  const teamName = teams.find(({ id }) => id === team)?.name ?? team ?? ''
  const ended =
    sentBy !== undefined
      ? saySentence(locale, 'routing.why-sent', { name: ruleName(sentBy), team: teamName })
      : saySentence(locale, team === undefined ? 'routing.why-nowhere' : 'routing.why-otherwise', { team: teamName })
  const ranked = rankedBy === undefined ? [] : [saySentence(locale, 'routing.why-ranked', { name: ruleName(rankedBy) })]
  return [...asked.map((one) => askedWords(one, telling)), ended, ...ranked]
}

async function reportedIn(
  http: Http,
  caller: Caller,
  { customer = '', contract, asset, type, grade, category }: TryRouting,
): Promise<Reported> {
  const ground = await withTenant(http.services.pool, caller.tenant, (tx) =>
    openingGround(tx, { customer, site: undefined, asset, contract }),
  )
  const under = contract ?? present(ground.covering)
  return {
    type,
    grade,
    category: category ?? present(ground.asset_class),
    contract: under,
    plan: await planIdOf(http, caller.tenant, under),
    customerClass: present(ground.customer_class),
  }
}

/** 试一试: to which team such a report would go, and why; nothing is written. */
export async function tryRouting({ http, caller, body, locale }: Settings<TryRouting>): Promise<TriedRouting | Refused> {
  if (caller.customer !== undefined) return refuse(403, 'access.denied')
  const found = await withTenant(http.services.pool, caller.tenant, async (tx) => ({
    stored: await routingOf(tx),
    teams: await teamsWithPeople(tx),
  }))
  const { stored, teams } = found
  const reported = await reportedIn(http, caller, body)
  const given = body.rules && { rules: rulesOf({ rules: body.rules }), otherwise: body.otherwise ?? undefined }
  const problem = body.rules && rulesProblem({ rules: body.rules, otherwise: body.otherwise }, teams)
  if (problem) return problem
  const routing = given ?? stored
  const decided = route(routing, reported)
  const team = teams.find(({ id }) => id === decided.team)
  return {
    ...(team ? { team: { id: team.id, name: team.name } } : {}),
    high: decided.rankedBy !== undefined,
    why: whyWords(decided, { rules: routing.rules, teams, locale }),
  }
}
