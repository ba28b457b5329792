import type { AmendContract, ContractDetail, ContractDraft, SignContract } from '../../wire/contracts.ts'
import type { PlanAsk } from '../../wire/plans.ts'
import type { Locale } from '../../core/words.ts'
import type { Option } from '../form/Finder.tsx'
import { textOf, typedValue } from '../../core/contract/typed.ts'

/** A value as somebody types it, and where it was agreed. */
export type TypedTerm = { readonly value: string; readonly source: string }

/** A contract as its form holds it: texts as they are typed, records with their names. */
export type ContractForm = {
  readonly number: string
  readonly title: string
  readonly customer: Option | undefined
  readonly plan: string | undefined
  readonly signedOn: string
  readonly startsOn: string
  readonly endsOn: string
  readonly sites: readonly Option[]
  readonly assets: readonly Option[]
  readonly people: Readonly<Record<string, readonly Option[]>>
  readonly terms: Readonly<Record<string, TypedTerm>>
}

export const EMPTY: ContractForm = {
  number: '',
  title: '',
  customer: undefined,
  plan: undefined,
  signedOn: '',
  startsOn: '',
  endsOn: '',
  sites: [],
  assets: [],
  people: {},
  terms: {},
}

type Json = SignContract['terms'] extends readonly { readonly value: infer Value }[] | undefined ? Value : never

/** Only what the plan asks for and somebody filled in. */
function termsOf({ terms }: ContractForm, asks: readonly PlanAsk[]): NonNullable<SignContract['terms']> {
  return asks.flatMap((ask) => {
    const typed = terms[ask.key]
    return typed && typed.value.trim() !== ''
      ? [{ key: ask.key, value: typedValue(ask, typed.value) as Json, source: typed.source.trim() }]
      : []
  })
}

function peopleOf({ people }: ContractForm): Record<string, string[]> {
  const named = Object.entries(people).filter(([, held]) => held.length > 0)
  return Object.fromEntries(named.map(([role, held]) => [role, held.map((one) => one.value)]))
}

const filled = (texts: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(texts).flatMap(([key, text]) => (text.trim() === '' ? [] : [[key, text.trim()]])))

const ids = (options: readonly Option[]): string[] => options.map((one) => one.value)

/** What must be there before it can be signed, by the form's own fields. */
export function missingIn(form: ContractForm, asks: readonly PlanAsk[]): readonly string[] {
  const left = [
    form.number.trim() === '' && 'number',
    form.title.trim() === '' && 'title',
    form.customer === undefined && 'customer',
    form.plan === undefined && 'plan',
  ]
  const terms = asks.flatMap((ask) => {
    const { value = '', source = '' } = form.terms[ask.key] ?? {}
    if (value.trim() === '') return ask.required ? [`value:${ask.key}`] : []
    return source.trim() === '' ? [`source:${ask.key}`] : []
  })
  return [...left.filter((one) => one !== false), ...terms]
}

export function signBody(form: ContractForm, asks: readonly PlanAsk[], draft: string | undefined): Record<string, unknown> {
  const { number, title, signedOn, startsOn, endsOn } = form
  return {
    ...filled({ number, title, signedOn, startsOn, endsOn }),
    customer: form.customer?.value,
    plan: form.plan,
    sites: ids(form.sites),
    assets: ids(form.assets),
    people: peopleOf(form),
    terms: termsOf(form, asks),
    ...(draft === undefined ? {} : { draft }),
  }
}

/** `reason`: of an amendment. */
export function draftContent(form: ContractForm, reason = ''): ContractDraft['content'] {
  const { number, signedOn, startsOn, endsOn, customer, plan } = form
  const terms = Object.entries(form.terms).flatMap(([key, { value, source }]) =>
    value === '' && source === '' ? [] : [{ key, value, source }],
  )
  return {
    ...filled({ number, signedOn, startsOn, endsOn, reason }),
    ...(customer ? { customer: customer.value } : {}),
    ...(plan ? { plan } : {}),
    sites: ids(form.sites),
    assets: ids(form.assets),
    people: peopleOf(form),
    terms,
  }
}

/** Names of records by their ids, as far as they are still there. */
export type Names = ReadonlyMap<string, string>

export function fromDraft({ title, content }: Pick<ContractDraft, 'title' | 'content'>, names: Names): ContractForm {
  const option = (value: string): Option => ({ value, label: names.get(value) ?? value })
  return {
    ...EMPTY,
    title,
    number: content.number ?? '',
    customer: content.customer === undefined ? undefined : option(content.customer),
    plan: content.plan,
    signedOn: content.signedOn ?? '',
    startsOn: content.startsOn ?? '',
    endsOn: content.endsOn ?? '',
    sites: (content.sites ?? []).map(option),
    assets: (content.assets ?? []).map(option),
    people: Object.fromEntries(Object.entries(content.people ?? {}).map(([role, held]) => [role, held.map(option)])),
    terms: Object.fromEntries((content.terms ?? []).map(({ key, value, source }) => [key, { value: textOf(value), source }])),
  }
}

/** A contract as it stands, to be amended. */
export function fromContract(contract: ContractDetail, locale: Locale): ContractForm {
  const option = ({ id, name }: { readonly id: string; readonly name: string }): Option => ({ value: id, label: name })
  const roles = Map.groupBy(contract.people, (one) => one.role)
  return {
    ...EMPTY,
    number: contract.number,
    title: contract.title,
    customer: option(contract.customer),
    plan: contract.plan,
    signedOn: contract.signedOn ?? '',
    startsOn: contract.startsOn ?? '',
    endsOn: contract.endsOn ?? '',
    sites: contract.sites.map(option),
    assets: contract.assets.map(option),
    people: Object.fromEntries([...roles].map(([role, held]) => [role, held.map((one) => option(one.person))])),
    terms: Object.fromEntries(contract.terms.map(({ key, value, source }) => [key, { value: textOf(value, locale), source }])),
  }
}

/** Under the same plan, terms that it does not ask for (who leads, in how many days one may object) stay as they were agreed. */
function unasked(contract: ContractDetail, form: ContractForm, asks: readonly PlanAsk[]): NonNullable<AmendContract['terms']> {
  if (form.plan !== contract.plan) return []
  const beside = contract.terms.filter(({ key }) => !asks.some((ask) => ask.key === key))
  return beside.map(({ key, value, source }) => ({ key, value, source }))
}

export function amendBody(
  form: ContractForm,
  asks: readonly PlanAsk[],
  { contract, reason }: { readonly contract: ContractDetail; readonly reason: string },
): AmendContract {
  return {
    version: contract.version,
    ...(form.plan === undefined ? {} : { plan: form.plan }),
    ...filled({ startsOn: form.startsOn, endsOn: form.endsOn, reason }),
    sites: ids(form.sites),
    assets: ids(form.assets),
    people: peopleOf(form),
    terms: [...termsOf(form, asks), ...unasked(contract, form, asks)],
  }
}

/** Sentences about terms, by the term's key: what the plan says of each. */
export function termErrors(
  asks: readonly PlanAsk[],
  findings: readonly { readonly path: string; readonly words: string }[],
): Readonly<Record<string, string>> {
  const of = (key: string) => findings.find(({ path }) => path === key || path.startsWith(`${key}.`))
  return Object.fromEntries(asks.flatMap(({ key }) => (of(key) ? [[key, of(key)!.words]] : [])))
}
