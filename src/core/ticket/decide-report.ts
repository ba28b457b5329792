import type { Json, Subject } from '../fact.ts'
import type { Context, Place, ReportFault, Routed } from './command.ts'
import type { FilledForm } from './forms.ts'
import type { Outcome, RuleOf } from './outcome.ts'
import type { Refusal } from './refusal.ts'
import { splitOff } from './decide-ties.ts'
import { fillForm, LINE_CHANNELS } from './forms.ts'
import { isBlank, listed, refuse } from './outcome.ts'
import { refusal } from './refusal.ts'

type Plan = Context['plan']

export function gradeProblem(plan: Plan, grade: string | undefined, field: string): Refusal | undefined {
  if (plan === undefined || grade === undefined || plan.grades.some(({ id }) => id === grade)) return undefined
  return refusal('report-grade-unknown', { grade, known: listed(plan.grades.map(({ name }) => name)) }, field)
}

function dimensionProblem(plan: Plan, id: string, value: string): Refusal | undefined {
  if (plan === undefined) return undefined
  const field = `dimensions.${id}`
  const named = Object.hasOwn(plan.dimensions, id) ? plan.dimensions[id]?.values : undefined
  const values = id === 'zone' ? plan.zones.map((zone) => zone.id) : named
  if (values === undefined) return refusal('report-dimension-unknown', { id }, field)
  return values.includes(value) ? undefined : refusal('report-dimension-value', { id, value, known: listed(values) }, field)
}

function formProblems(form: FilledForm): Refusal[] {
  return form.problems.map(({ field, code, params }) =>
    refusal(code, { ...params, label: `field.${field.slice('values.'.length)}` }, field),
  )
}

function together([first, ...more]: readonly Refusal[]): Refusal | undefined {
  return first && (more.length > 0 ? { ...first, more } : first)
}

function problemsOf(command: ReportFault, form: FilledForm, { plan, number }: Context): readonly Refusal[] {
  const all: readonly (Refusal | undefined)[] = [
    number === undefined ? refusal('number-missing') : undefined,
    isBlank(command.title) ? refusal('report-title', {}, 'title') : undefined,
    lineProblem(plan, command.line),
    gradeProblem(plan, command.grade, 'grade'),
    gradeProblem(plan, command.customerGrade, 'customerGrade'),
    ...Object.entries(command.dimensions ?? {}).map(([id, value]) => dimensionProblem(plan, id, value)),
    ...formProblems(form),
  ]
  return all.filter((problem) => problem !== undefined)
}

/** Dimensions of the place that the plan knows: another plan's words for the same site mean nothing here. */
export function dimensionsAt(place: Place | undefined, plan: Plan): Readonly<Record<string, string>> {
  const all: Readonly<Record<string, string>> = { ...(place?.zone === undefined ? {} : { zone: place.zone }), ...place?.dimensions }
  return plan === undefined
    ? all
    : Object.fromEntries(Object.entries(all).filter(([id, value]) => dimensionProblem(plan, id, value) === undefined))
}

/** Which of the plan's own channels it came over decides what kind of channel that was. */
function lineProblem(plan: Plan, line: string | undefined): Refusal | undefined {
  const { channels = {} } = plan ?? {}
  if (plan === undefined || line === undefined || Object.hasOwn(channels, line)) return undefined
  return refusal('report-line-unknown', { line, known: listed(Object.values(channels).map(({ name }) => name)) }, 'line')
}

function channelOf({ channel, line = '' }: ReportFault, plan: Plan): string {
  const own = Object.hasOwn(plan?.channels ?? {}, line) ? plan?.channels?.[line] : undefined
  return (own && LINE_CHANNELS[own.kind]) ?? channel
}

/** Dimensions stand in a fact twice: each under its own name, as clauses ask for them, and together, as the ticket keeps them. Own names never hide what else a report says. */
function reportData(command: ReportFault, form: FilledForm, context: Context): Readonly<Record<string, Json | undefined>> {
  const { type, customer, site, asset, contract, customerGrade, grade } = command
  const { place, plan, planRef, number } = context
  const dimensions = { ...dimensionsAt(place, plan), ...command.dimensions }
  return {
    ...dimensions,
    dimensions: Object.keys(dimensions).length > 0 ? dimensions : undefined,
    number,
    type,
    channel: channelOf(command, plan),
    line: plan && command.line,
    customer,
    site,
    asset,
    contract,
    customerGrade,
    grade,
    class: place?.class,
    model: place?.model,
    travelMs: place?.travelMs,
    cover: place?.cover,
    plan: planRef,
    values: Object.keys(form.values).length > 0 ? form.values : undefined,
    ...routedData(context.routed),
  }
}

/** Where the firm's rules sent it, with the evidence: the rule by its name of then, and what of it held. */
function routedData(routed: Routed | undefined): Readonly<Record<string, Json | undefined>> {
  if (!routed) return {}
  const { team, rule, name, rankedBy, held } = routed
  const evidence = {
    held,
    ...(rule === undefined ? {} : { rule }),
    ...(name === undefined ? {} : { name }),
    ...(rankedBy === undefined ? {} : { rankedBy }),
  }
  return { team, routed: evidence, priority: rankedBy === undefined ? undefined : 'high' }
}

/** Zone, dimensions and number come with the context and end up in the fact. All that is wrong with a report is said at once. */
export const report: RuleOf<'report'> = (_, command, context) => {
  const form = fillForm(command.type, command.values ?? {}, !isBlank(command.description))
  const problem = together(problemsOf(command, form, context))
  if (problem) return { refusal: problem }
  const { customer, site, asset, contract, title, description, contact } = command
  const named: readonly (readonly [string, string | undefined])[] = [
    ['customer', customer],
    ['site', site],
    ['asset', asset],
    ['contract', contract],
    // What is promised of a model (故障率) counts the faults of its devices.
    ['model', context.place?.model],
  ]
  const also = named.flatMap(([noun, id]): Subject[] => (id === undefined ? [] : [`${noun}/${id}`]))
  const split = command.splitFrom === undefined ? undefined : splitOff(command.splitFrom, customer, context)
  if (split && 'refusal' in split) return split
  return {
    ...(split ? { second: { ...split, also: [...(split.also ?? []), ...also] } } : {}),
    type: 'ticket.reported',
    data: reportData(command, form, context),
    texts: {
      title,
      description,
      contactName: contact?.name,
      contactPhone: contact?.phone,
      ...Object.fromEntries(Object.entries(form.texts).map(([id, text]) => [`values.${id}`, text])),
    },
    also,
  }
}

export const edit: RuleOf<'edit'> = (state, { title, asset, site, contact }, { place, plan }): Outcome => {
  if (title !== undefined && isBlank(title)) return refuse('report-title', {}, 'title')
  const moved = { asset: asset === state.asset ? undefined : asset, site: site === state.site ? undefined : site }
  const changes = [title === state.title ? undefined : title, moved.asset, moved.site, contact?.name, contact?.phone]
  if (changes.every((change) => change === undefined)) return refuse('edit-nothing')
  const elsewhere = moved.site !== undefined || moved.asset !== undefined
  const also = [
    moved.asset === undefined ? [] : [`asset/${moved.asset}` as const],
    moved.site === undefined ? [] : [`site/${moved.site}` as const],
  ].flat()
  return {
    type: 'ticket.edited',
    data: {
      ...(elsewhere ? dimensionsAt(place, plan) : {}),
      ...moved,
      ...(title === undefined || title === state.title ? {} : { changed: ['title'] }),
    },
    texts: { title: title === state.title ? undefined : title, contactName: contact?.name, contactPhone: contact?.phone },
    also,
  }
}
