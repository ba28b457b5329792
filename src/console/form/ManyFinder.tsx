import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { useWords } from '../../ui/words/say.ts'
import { call, queryString } from '../api/call.ts'
import { useSettled } from '../shell/Palette.tsx'
import type { Option } from './Finder.tsx'

type ManyFinderProps<Item> = {
  readonly id: string
  /** the list in which the server looks */
  readonly path: 'sites' | 'assets' | 'people'
  readonly filters?: Readonly<Record<string, string | undefined>>
  readonly option: (item: Item) => Option
  readonly value: readonly Option[]
  readonly choose: (options: readonly Option[]) => void
  readonly placeholder: string
  readonly disabled?: boolean
}

/** Finds several records, one after the other: the server looks, so that a list of any length works. */
export function ManyFinder<Item>({ id, path, filters = {}, option, value, choose, placeholder, disabled = false }: ManyFinderProps<Item>) {
  const { say } = useWords()
  const [typed, setTyped] = useState('')
  const q = useSettled(typed.trim())
  const asked = queryString({ ...filters, q, limit: 50 })
  const found = useQuery({
    queryKey: [path, 'found', asked],
    queryFn: ({ signal }) => call<{ readonly items: readonly Item[] }>('GET', `/${path}${asked}`, { signal }),
    placeholderData: keepPreviousData,
    enabled: !disabled,
  })
  const options = (found.data?.items ?? []).map(option)
  const known = [...value, ...options]
  return (
    <Select
      id={id}
      mode="multiple"
      className="finder"
      disabled={disabled}
      value={value.map((one) => one.value)}
      options={[...options, ...value.filter((one) => !options.some((other) => other.value === one.value))].map((one) => ({ ...one }))}
      showSearch={{ filterOption: false, searchValue: typed, onSearch: setTyped }}
      onChange={(ids: string[]) => {
        choose(ids.flatMap((chosen) => known.find((one) => one.value === chosen) ?? []))
        setTyped('')
      }}
      placeholder={placeholder}
      loading={found.isFetching}
      notFoundContent={found.isFetching ? say('select.looking') : say('select.nothing')}
    />
  )
}
