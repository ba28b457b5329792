import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import type { ContractDetail, ContractRow } from '../../wire/contracts.ts'
import { useWords } from '../../ui/words/say.ts'
import { contractQuery, contractsQuery } from '../api/queries.ts'
import { optionLine } from '../form/Finder.tsx'
import { Field } from '../form/Field.tsx'
import { useMay, useSession } from '../session.ts'
import type { Report } from './report.ts'

type PlanFieldsProps = {
  readonly report: Report
  readonly change: (part: Partial<Report>) => void
  readonly errors: Readonly<Record<string, string>>
}

const optionOf = (contract: ContractRow) => ({ value: contract.id, label: `${contract.number} ${contract.title}` })

/** The contract that the device or the customer stands under: found by itself where there is only one. */
export function useContract(report: Report): { readonly contracts: readonly ContractRow[]; readonly detail: ContractDetail | undefined } {
  const mayRead = useMay('contract.read')
  const customer = report.customer?.value
  const found = useInfiniteQuery({ ...contractsQuery({ customer, limit: '50' }), enabled: mayRead && customer !== undefined })
  const contracts = customer === undefined ? [] : (found.data?.pages[0]?.items ?? [])
  const chosen = report.contract?.value ?? (contracts.length === 1 ? contracts[0]?.id : undefined)
  const detail = useQuery({ ...contractQuery(chosen ?? ''), enabled: chosen !== undefined }).data
  return { contracts, detail }
}

function Grades({ report, change, errors, contract }: PlanFieldsProps & { readonly contract: ContractDetail }) {
  const { say } = useWords()
  const own = useSession().me.customer === undefined
  const options = contract.grades.map((one) => ({ value: one.id, label: one.name, detail: one.text }))
  if (options.length === 0) return null
  const meaning = (id: string | undefined) => options.find((one) => one.value === id)?.detail
  return (
    <>
      <Field
        id="new-customerGrade"
        label={say('report.customer-grade')}
        optional
        error={errors.customerGrade}
        hint={meaning(report.customerGrade) ?? say('report.customer-grade-hint')}
      >
        <Select
          id="new-customerGrade"
          allowClear
          value={report.customerGrade}
          options={options}
          optionRender={({ data }) => optionLine(data)}
          placeholder={say('report.grade-later')}
          onChange={(customerGrade: string | undefined) => change({ customerGrade })}
        />
      </Field>
      {own && (
        <Field
          id="new-grade"
          label={say('report.grade')}
          optional
          error={errors.grade}
          hint={meaning(report.grade) ?? say('report.grade-hint')}
        >
          <Select
            id="new-grade"
            allowClear
            value={report.grade}
            options={options}
            optionRender={({ data }) => optionLine(data)}
            placeholder={say('report.grade-later')}
            onChange={(grade: string | undefined) => change({ grade })}
          />
        </Field>
      )}
    </>
  )
}

/** Dimensions that are told with a report; those that the site, the device or the contract sets are known already. */
function Dimensions({ report, change, errors, contract }: PlanFieldsProps & { readonly contract: ContractDetail }) {
  const { say } = useWords()
  return contract.dimensions
    .filter((one) => one.value === undefined && (one.setBy === 'customer' || one.setBy === 'staff'))
    .map((one) => (
      <Field key={one.id} id={`new-dimensions.${one.id}`} label={one.name} optional error={errors[`dimensions.${one.id}`]}>
        <Select
          id={`new-dimensions.${one.id}`}
          allowClear
          value={report.dimensions[one.id]}
          options={one.values.map((value) => ({ value: value.id, label: value.name }))}
          placeholder={say('select.choose')}
          onChange={(value: string | undefined) => change({ dimensions: { ...report.dimensions, [one.id]: value } })}
        />
      </Field>
    ))
}

export function PlanFields(props: PlanFieldsProps) {
  const { report, change, errors } = props
  const { say } = useWords()
  const { contracts, detail } = useContract(report)
  if (!report.customer) return null
  const options = contracts.map(optionOf)
  const alone = contracts.length === 1 ? options[0]?.label : undefined
  return (
    <>
      <Field
        id="new-contract"
        label={say('report.contract')}
        optional
        error={errors.contract}
        hint={report.contract ? undefined : alone ? undefined : say('report.contract-hint')}
      >
        <Select
          id="new-contract"
          allowClear
          value={report.contract?.value}
          options={options}
          placeholder={alone ?? say('report.contract-found')}
          notFoundContent={say('report.no-contract')}
          onChange={(chosen: string | undefined) =>
            change({ contract: options.find((one) => one.value === chosen), grade: undefined, customerGrade: undefined, dimensions: {} })
          }
        />
      </Field>
      {detail && <Grades {...props} contract={detail} />}
      {detail && <Dimensions {...props} contract={detail} />}
    </>
  )
}
