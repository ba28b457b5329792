import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { useWords } from '../../ui/words/say.ts'
import { call, queryString } from '../api/call.ts'
import { useSettled } from '../shell/Palette.tsx'

export type Option = { readonly value: string; readonly label: string; readonly detail?: string | undefined }

type FinderProps<Item> = {
  readonly id: string
  /** the list in which the server looks */
  readonly path: 'customers' | 'assets' | 'people' | 'tickets'
  readonly filters?: Readonly<Record<string, string | undefined>>
  readonly option: (item: Item) => Option
  readonly value: Option | undefined
  readonly choose: (option: Option | undefined, item: Item | undefined) => void
  readonly placeholder: string
  readonly autoFocus?: boolean
  readonly describedBy?: string | undefined
}

/** A name, and beside it what tells it from others or what it means. */
export function optionLine({ label, detail }: Option) {
  return (
    <span className="finder-option">
      <span>{label}</span> {detail && <span className="ink3 s12">{detail}</span>}
    </span>
  )
}

/** Finds a record while one types, in Chinese or by pinyin initials: the server looks, so that a list of any length works. */
export function Finder<Item>({
  id,
  path,
  filters = {},
  option,
  value,
  choose,
  placeholder,
  autoFocus = false,
  describedBy,
}: FinderProps<Item>) {
  const { say } = useWords()
  const [typed, setTyped] = useState('')
  const q = useSettled(typed.trim())
  const asked = queryString({ ...filters, q, limit: 20 })
  const found = useQuery({
    queryKey: [path, 'found', asked],
    queryFn: ({ signal }) => call<{ readonly items: readonly Item[] }>('GET', `/${path}${asked}`, { signal }),
    placeholderData: keepPreviousData,
  })
  const items = found.data?.items ?? []
  const options = items.map(option)
  const listed = value === undefined || options.some((one) => one.value === value.value) || typed !== '' ? options : [value, ...options]
  const pick = (chosen: string | undefined): void => {
    const at = options.findIndex((one) => one.value === chosen)
    choose(options[at], items[at])
    setTyped('')
  }
  return (
    <Select
      id={id}
      className="finder"
      value={value?.value}
      options={listed.map((one) => ({ ...one }))}
      optionRender={({ data }) => optionLine(data)}
      showSearch={{ filterOption: false, searchValue: typed, onSearch: setTyped }}
      onChange={pick}
      allowClear
      placeholder={placeholder}
      autoFocus={autoFocus}
      aria-describedby={describedBy}
      loading={found.isFetching}
      notFoundContent={found.isFetching ? say('select.looking') : say('select.nothing')}
    />
  )
}
