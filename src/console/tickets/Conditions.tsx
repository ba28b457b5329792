import { Button, Input, Popover, Select } from 'antd'
import { useState } from 'react'
import { Icon } from '../../ui/Icon.tsx'
import { useWords } from '../../ui/words/say.ts'
import { CONDITIONS, CONDITION_FIELDS, MOST_CONDITIONS, readConditions, valuesOf, writeConditions } from '../../wire/conditions.ts'
import type { Condition, ConditionField, ConditionOperator } from '../../wire/conditions.ts'
import { Field } from '../form/Field.tsx'
import { useListSearch } from './useTicketList.ts'

/** Values by their names; a day as it is. */
function useValueWords(): (field: ConditionField, value: string) => string {
  const { say, name } = useWords()
  return (field, value) => {
    if (field === 'state') return name('phase', value)
    if (field === 'type') return name('type', value)
    if (field === 'channel') return name('channel', value)
    if (field === 'dispute') return say(value === 'running' ? 'condition.running' : 'condition.none')
    return value
  }
}

function ConditionChip({ condition, remove }: { readonly condition: Condition; readonly remove: () => void }) {
  const { say } = useWords()
  const words = useValueWords()
  const { field, operator, value } = condition
  const label = say(`condition.${field}`)
  return (
    <button type="button" className="chip" onClick={remove} aria-label={say('filter.remove', { name: label })}>
      {label} {say(`condition.${operator}`)} <b>{words(field, value)}</b>
      <Icon name="close" size={12} />
    </button>
  )
}

function ConditionForm({ add }: { readonly add: (condition: Condition) => void }) {
  const { say } = useWords()
  const words = useValueWords()
  const [field, setField] = useState<ConditionField>('state')
  const [operator, setOperator] = useState<ConditionOperator>('is')
  const [value, setValue] = useState('')
  const [missing, setMissing] = useState(false)
  const values = valuesOf(field)
  const choose = (next: ConditionField): void => {
    setField(next)
    setOperator(CONDITIONS[next].operators[0])
    setValue('')
  }
  return (
    <form
      className="stack popover-form"
      onSubmit={(event) => {
        event.preventDefault()
        setMissing(value === '')
        if (value !== '') add({ field, operator, value })
      }}
    >
      <Field id="condition-field" label={say('condition.field')}>
        <Select
          id="condition-field"
          value={field}
          options={CONDITION_FIELDS.map((one) => ({ value: one, label: say(`condition.${one}`) }))}
          onChange={choose}
        />
      </Field>
      <Field id="condition-operator" label={say('condition.operator')}>
        <Select
          id="condition-operator"
          value={operator}
          options={CONDITIONS[field].operators.map((one) => ({ value: one, label: say(`condition.${one}`) }))}
          onChange={(chosen: ConditionOperator) => setOperator(chosen)}
        />
      </Field>
      <Field id="condition-value" label={say('condition.value')} error={missing && value === '' ? say('form.required') : undefined}>
        {values ? (
          <Select
            id="condition-value"
            value={value || null}
            placeholder={say('select.choose')}
            options={values.map((one) => ({ value: one, label: words(field, one) }))}
            onChange={(chosen: string) => setValue(chosen)}
          />
        ) : (
          <Input id="condition-value" type="date" value={value} onChange={(event) => setValue(event.target.value)} />
        )}
      </Field>
      <Button type="primary" htmlType="submit">
        {say('condition.add')}
      </Button>
    </form>
  )
}

/** + 条件: by what else the list is to be narrowed, a chip each; all of them hold, and stand in the address. */
export function Conditions({ where }: { readonly where: string | undefined }) {
  const { say } = useWords()
  const { change } = useListSearch()
  const [open, setOpen] = useState(false)
  const conditions = (where === undefined ? undefined : readConditions(where)) ?? []
  const put = (next: readonly Condition[]): void => change({ where: writeConditions(next) })
  const add = (condition: Condition): void => {
    setOpen(false)
    const same = writeConditions([condition])
    if (!conditions.some((one) => writeConditions([one]) === same)) put([...conditions, condition])
  }
  return (
    <>
      {conditions.map((one) => (
        <ConditionChip key={writeConditions([one])} condition={one} remove={() => put(conditions.filter((other) => other !== one))} />
      ))}
      {conditions.length < MOST_CONDITIONS && (
        <Popover
          trigger="click"
          placement="bottomLeft"
          destroyOnHidden
          open={open}
          onOpenChange={setOpen}
          content={<ConditionForm add={add} />}
        >
          <button type="button" className="chip chip-add" aria-expanded={open}>
            <Icon name="plus" size={12} /> {say('condition.open')}
          </button>
        </Popover>
      )}
    </>
  )
}
