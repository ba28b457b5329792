import { useQuery } from '@tanstack/react-query'
import { Input, Select } from 'antd'
import type { Asset, Customer, Person, Site } from '../../wire/parties.ts'
import type { PlanAsk, PlanDetail, PlanRow } from '../../wire/plans.ts'
import { useWords } from '../../ui/words/say.ts'
import { planQuery, plansQuery } from '../api/queries.ts'
import { Field } from '../form/Field.tsx'
import { Finder } from '../form/Finder.tsx'
import { ManyFinder } from '../form/ManyFinder.tsx'
import type { ContractForm, TypedTerm } from './contract-form.ts'
import type { WordKey } from '../../ui/words/zh-CN.ts'
import { HoursField } from './HoursField.tsx'
import { RateField } from './RateField.tsx'

export type FieldsProps = {
  readonly form: ContractForm
  readonly change: (part: Partial<ContractForm>) => void
  readonly errors: Readonly<Record<string, string>>
}

/** What the chosen plan asks a contract for. */
export function useChosenPlan(ref: string | undefined): PlanDetail | undefined {
  const { data } = useQuery({ ...planQuery(ref ?? ''), enabled: ref !== undefined })
  return ref === undefined ? undefined : data
}

export function CustomerFields({ form, change, errors }: FieldsProps) {
  const { say } = useWords()
  return (
    <Field id="contract-customer" label={say('contract.customer')} error={errors.customer} hint={say('contract.customer-missing')}>
      <Finder
        id="contract-customer"
        path="customers"
        option={(one: Customer) => ({ value: one.id, label: one.name })}
        value={form.customer}
        choose={(customer) => change({ customer, sites: [], assets: [] })}
        placeholder={say('report.find-customer')}
      />
    </Field>
  )
}

export function CoverFields({ form, change, errors }: FieldsProps) {
  const { say } = useWords()
  const customer = form.customer?.value
  return (
    <>
      <Field id="contract-sites" label={say('contract.sites')} optional error={errors.sites}>
        <ManyFinder
          id="contract-sites"
          path="sites"
          filters={{ customer }}
          disabled={customer === undefined}
          option={(one: Site) => ({ value: one.id, label: one.name, detail: one.address })}
          value={form.sites}
          choose={(sites) => change({ sites })}
          placeholder={say('select.choose')}
        />
      </Field>
      <Field id="contract-assets" label={say('contract.assets')} optional error={errors.assets}>
        <ManyFinder
          id="contract-assets"
          path="assets"
          filters={{ customer }}
          disabled={customer === undefined}
          option={(one: Asset) => ({ value: one.id, label: one.name, detail: [one.model, one.site.name].filter(Boolean).join(' · ') })}
          value={form.assets}
          choose={(assets) => change({ assets })}
          placeholder={say('select.choose')}
        />
      </Field>
    </>
  )
}

/** Versions that may be signed; the one that a contract stands under stays among them. */
function offered(plans: readonly PlanRow[], chosen: string | undefined): readonly PlanRow[] {
  return plans.filter((plan) => plan.state !== 'retired' || plan.ref === chosen)
}

export function PlanField({ form, change, errors }: FieldsProps) {
  const { say } = useWords()
  const plans = useQuery(plansQuery).data?.items ?? []
  return (
    <Field id="contract-plan" label={say('contract.plan')} error={errors.plan}>
      <Select
        id="contract-plan"
        value={form.plan}
        placeholder={say('select.choose')}
        options={offered(plans, form.plan).map(({ ref, title, version }) => ({
          value: ref,
          label: say('contract.plan-option', { title, version }),
        }))}
        onChange={(plan: string) => change({ plan })}
      />
    </Field>
  )
}

export function DateFields({ form, change, errors, signed = false }: FieldsProps & { readonly signed?: boolean }) {
  const { say } = useWords()
  const date = (field: 'signedOn' | 'startsOn' | 'endsOn', label: string) => (
    <Field id={`contract-${field}`} label={label} optional error={errors[field]}>
      <Input id={`contract-${field}`} type="date" value={form[field]} onChange={(event) => change({ [field]: event.target.value })} />
    </Field>
  )
  return (
    <div className="field-grid">
      {!signed && date('signedOn', say('contract.signed-on'))}
      {date('startsOn', say('contract.starts-on'))}
      {date('endsOn', say('contract.ends-on'))}
    </div>
  )
}

type TermProps = {
  readonly ask: PlanAsk
  readonly typed: TypedTerm
  readonly change: (typed: TypedTerm) => void
  readonly errors: Readonly<Record<string, string>>
}

/** Terms and periods are months and years, the others minutes to days. */
function hintOf({ kind, key }: PlanAsk): WordKey {
  if (kind === 'span') return /\.(term|every)(\.|$)/.test(key) ? 'contract.term-hint' : 'contract.span-hint'
  return `contract.${kind}-hint` as WordKey
}

function TermValue(props: TermProps) {
  const { ask, typed, change } = props
  const { say } = useWords()
  const id = `term-${ask.key}`
  const label = say('contract.term-value', { place: ask.words })
  if (ask.kind === 'choice' || ask.kind === 'calendar')
    return (
      <Select
        id={id}
        aria-label={label}
        allowClear
        value={typed.value === '' ? undefined : typed.value}
        placeholder={say('select.choose')}
        options={ask.choices.map((one, at) => ({ value: one, label: ask.choiceNames?.[at] ?? one }))}
        onChange={(value: string | undefined) => change({ ...typed, value: value ?? '' })}
      />
    )
  if (ask.kind === 'rate')
    return <RateField id={id} label={label} choices={ask.choices} value={typed.value} change={(value) => change({ ...typed, value })} />
  if (ask.kind === 'hours') return <HoursField id={id} label={label} value={typed.value} change={(value) => change({ ...typed, value })} />
  if (ask.kind === 'parts')
    return (
      <Input.TextArea
        id={id}
        aria-label={label}
        value={typed.value}
        autoSize={{ minRows: 2, maxRows: 12 }}
        placeholder={say('contract.parts-hint')}
        onChange={(event) => change({ ...typed, value: event.target.value })}
      />
    )
  return (
    <Input
      id={id}
      aria-label={label}
      value={typed.value}
      {...(ask.kind === 'day' ? { type: 'date' } : { placeholder: say(hintOf(ask)) })}
      onChange={(event) => change({ ...typed, value: event.target.value })}
    />
  )
}

/** The clause as it was signed, and what comes of leaving it open. */
function AskHint({ ask }: { readonly ask: PlanAsk }) {
  const { say } = useWords()
  return (
    <>
      {ask.text !== undefined && <span className="song">{say('why.quoted', { text: ask.text })}</span>} {ask.unfilled}
    </>
  )
}

function TermFields(props: TermProps) {
  const { ask, typed, change, errors } = props
  const { say } = useWords()
  const error = errors[`value:${ask.key}`] ?? errors[`source:${ask.key}`] ?? errors[ask.key]
  return (
    <Field
      id={`term-${ask.key}`}
      label={ask.words}
      optional={!ask.required}
      error={error}
      hint={(ask.text ?? ask.unfilled) ? <AskHint ask={ask} /> : undefined}
    >
      <div className="term-line">
        <TermValue {...props} />
        <Input
          aria-label={say('contract.term-source', { place: ask.words })}
          value={typed.source}
          placeholder={say('contract.source-hint')}
          onChange={(event) => change({ ...typed, source: event.target.value })}
        />
      </div>
    </Field>
  )
}

/** What the plan leaves open, each value with where it was agreed. */
export function TermsSection({ form, change, errors, plan }: FieldsProps & { readonly plan: PlanDetail | undefined }) {
  const { say } = useWords()
  return (
    <section className="form-section">
      <h2 className="label">{say('contract.terms')}</h2>
      {!plan && <p className="s13 ink3">{say('contract.terms-choose-plan')}</p>}
      {plan?.asks.length === 0 && <p className="s13 ink3">{say('contract.terms-none')}</p>}
      {plan?.asks.map((ask) => (
        <TermFields
          key={ask.key}
          ask={ask}
          typed={form.terms[ask.key] ?? { value: '', source: '' }}
          change={(typed) => change({ terms: { ...form.terms, [ask.key]: typed } })}
          errors={errors}
        />
      ))}
      {errors.terms !== undefined && (
        <p role="alert" className="field-error">
          {errors.terms}
        </p>
      )}
    </section>
  )
}

/** Whom the contract names: its tickets are theirs, and what escalates goes to them first. */
export function PeopleSection({ form, change, errors, plan }: FieldsProps & { readonly plan: PlanDetail | undefined }) {
  const { say } = useWords()
  const roles = plan?.roles ?? []
  if (roles.length === 0) return null
  return (
    <section className="form-section">
      <h2 className="label">{say('contract.people')}</h2>
      <div className="field-grid">
        {roles.map((role) => (
          <Field key={role.id} id={`contract-person-${role.id}`} label={role.name} optional error={errors[`people.${role.id}`]}>
            <ManyFinder
              id={`contract-person-${role.id}`}
              path="people"
              filters={{ left: 'no' }}
              option={(one: Person) => ({ value: one.id, label: one.name, detail: one.team?.name ?? one.customer?.name })}
              value={form.people[role.id] ?? []}
              choose={(held) => change({ people: { ...form.people, [role.id]: held } })}
              placeholder={say('contract.find-person')}
            />
          </Field>
        ))}
      </div>
      {errors.people !== undefined && (
        <p role="alert" className="field-error">
          {errors.people}
        </p>
      )}
    </section>
  )
}
