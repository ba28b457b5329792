import { Input, Select } from 'antd'
import { useState } from 'react'
import { useWords } from '../../ui/words/say.ts'
import type { WordKey } from '../../ui/words/zh-CN.ts'

type Props = {
  readonly id: string
  readonly label: string
  /** words of the plan's language: `free`, `list` … */
  readonly choices: readonly string[]
  /** one of them, an amount (`120.00`) or a share (`80%`) */
  readonly value: string
  readonly change: (value: string) => void
}

function wayOf(value: string, choices: readonly string[]): string | undefined {
  if (value === '') return undefined
  if (choices.includes(value)) return value
  return value.endsWith('%') ? 'percent' : 'fen'
}

/** How something is charged: chosen in words; an amount or a share is typed beside it. */
export function RateField({ id, label, choices, value, change }: Props) {
  const { say } = useWords()
  const [way, setWay] = useState(() => wayOf(value, choices))
  const numbered = way === 'fen' || way === 'percent'
  const choose = (chosen: string | undefined): void => {
    setWay(chosen)
    change(chosen === undefined || chosen === 'fen' || chosen === 'percent' ? '' : chosen)
  }
  const type = (text: string): void => change(text === '' || way === 'fen' ? text : `${text}%`)
  return (
    <div className="rate-field">
      <Select
        id={id}
        aria-label={label}
        allowClear
        value={way}
        placeholder={say('select.choose')}
        options={[...choices, 'fen', 'percent'].map((one) => ({ value: one, label: say(`rate.${one}` as WordKey) }))}
        onChange={choose}
      />
      {numbered && (
        <Input
          aria-label={say('rate.number', { place: label })}
          value={value.replace(/%$/, '')}
          suffix={say(way === 'fen' ? 'rate.yuan' : 'rate.of-hundred')}
          onChange={(event) => type(event.target.value.trim())}
        />
      )}
    </div>
  )
}
