import { Input } from 'antd'
import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import { Icon } from '../../ui/Icon.tsx'
import { useSettled } from '../shell/Palette.tsx'

type SheetHeadProps = { readonly title: string; readonly find?: { readonly words: string; readonly value: string | undefined; readonly change: (q: string | undefined) => void }; readonly children?: ReactNode }

function Find({ words, value, change }: NonNullable<SheetHeadProps['find']>) {
  const [typed, setTyped] = useState(value ?? '')
  const settled = useSettled(typed.trim(), 200)
  useEffect(() => setTyped((now) => (now.trim() === (value ?? '') ? now : (value ?? ''))), [value])
  useEffect(() => {
    if (settled !== (value ?? '')) change(settled === '' ? undefined : settled)
    // Only what was typed leads to the address; the way back is the effect above.
  }, [settled])
  return <Input className="sheet-find" allowClear prefix={<Icon name="find" size={14} />} value={typed} placeholder={words} aria-label={words} onChange={(event) => setTyped(event.target.value)} />
}

/** The head of a list: its name, what finds in it, what may be added. */
export function SheetHead({ title, find, children }: SheetHeadProps) {
  return (
    <header className="row sheet-head">
      <h1 className="grow">{title}</h1>
      {find && <Find {...find} />}
      {children}
    </header>
  )
}
