import { Select } from 'antd'
import { useWords } from '../../ui/words/say.ts'
import { optionLine } from '../form/Finder.tsx'
import type { RosterPerson } from './roster-week.ts'

type ChoiceProps = {
  readonly id: string
  readonly people: readonly RosterPerson[]
  readonly value: string | undefined
  readonly choose: (person: string | undefined) => void
}

/** One of our own people, found by name. */
export function PersonChoice({ id, people, value, choose }: ChoiceProps) {
  const { say } = useWords()
  return (
    <Select
      id={id}
      value={value}
      showSearch={{ optionFilterProp: 'label' }}
      allowClear
      placeholder={say('contract.find-person')}
      options={people.map((one) => ({ value: one.id, label: one.name, detail: one.team?.name }))}
      optionRender={({ data }) => optionLine(data)}
      onChange={(chosen: string | undefined) => choose(chosen)}
    />
  )
}
