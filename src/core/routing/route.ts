import type { TicketType } from '../ticket/forms.ts'

/** 客户类别: a key customer may be ranked ahead. */
export type CustomerClass = 'key' | 'standard'

/** What a rule may ask of a report; what it does not name it does not ask. Of a list any is enough. */
export type RoutingConditions = {
  readonly types?: readonly TicketType[] | undefined
  /** the class of the device */
  readonly categories?: readonly string[] | undefined
  /** how urgent it is: the grade by which the plan goes */
  readonly grades?: readonly string[] | undefined
  /** projects */
  readonly contracts?: readonly string[] | undefined
  /** ids of plans, without their version */
  readonly plans?: readonly string[] | undefined
  readonly customerClasses?: readonly CustomerClass[] | undefined
}

export type Condition = keyof RoutingConditions

export const CONDITIONS: readonly Condition[] = ['types', 'categories', 'grades', 'contracts', 'plans', 'customerClasses']

/** 分派规则. `team`: where it goes; undefined: a rule that only ranks. `high`: ranked ahead in the queue. */
export type RoutingRule = {
  readonly id: string
  readonly name: string
  readonly when: RoutingConditions
  readonly team?: string | undefined
  readonly high?: boolean | undefined
}

/** What is known of a report when it comes. */
export type Reported = {
  readonly type: TicketType
  readonly category?: string | undefined
  readonly grade?: string | undefined
  readonly contract?: string | undefined
  readonly plan?: string | undefined
  readonly customerClass?: CustomerClass | undefined
}

export type Routing = {
  /** in the order in which they are asked */
  readonly rules: readonly RoutingRule[]
  /** where what no rule sends goes; undefined: it waits in no team */
  readonly otherwise?: string | undefined
}

/** One rule that was asked: the conditions that held, or the first that did not. */
export type Asked = { readonly rule: string; readonly held: readonly Condition[]; readonly failed?: Condition | undefined }

/** Where a report goes, how it ranks, and why. `sentBy`: the rule; undefined: none did. `rankedBy`: the first rule that ranked it ahead. */
export type Decided = {
  readonly team: string | undefined
  readonly sentBy: string | undefined
  readonly rankedBy: string | undefined
  readonly asked: readonly Asked[]
}

const VALUE: Readonly<Record<Condition, (reported: Reported) => string | undefined>> = {
  types: ({ type }) => type,
  categories: ({ category }) => category,
  grades: ({ grade }) => grade,
  contracts: ({ contract }) => contract,
  plans: ({ plan }) => plan,
  customerClasses: ({ customerClass = 'standard' }) => customerClass,
}

function holds({ when }: RoutingRule, condition: Condition, reported: Reported): boolean {
  const value = VALUE[condition](reported)
  return value !== undefined && (when[condition] as readonly string[]).includes(value)
}

function ask(rule: RoutingRule, reported: Reported): Asked {
  const named = CONDITIONS.filter((condition) => (rule.when[condition] ?? []).length > 0)
  const failed = named.find((condition) => !holds(rule, condition, reported))
  return { rule: rule.id, held: failed === undefined ? named : named.slice(0, named.indexOf(failed)), failed }
}

/**
 * 分派: rules are asked in their order; the first with a team whose conditions all hold sends the report, and any that holds until then may rank it ahead. A rule
 * without conditions holds for everything.
 */
export function route({ rules, otherwise }: Routing, reported: Reported): Decided {
  const asked: Asked[] = []
  let rankedBy: string | undefined
  for (const rule of rules) {
    const answer = ask(rule, reported)
    asked.push(answer)
    if (answer.failed !== undefined) continue
    if (rule.high) rankedBy ??= rule.id
    if (rule.team !== undefined) return { team: rule.team, sentBy: rule.id, rankedBy, asked }
  }
  return { team: otherwise, sentBy: undefined, rankedBy, asked }
}
