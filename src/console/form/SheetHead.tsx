import type { ReactNode } from 'react'
import { FindInput } from './FindInput.tsx'

type SheetHeadProps = {
  readonly title: string
  readonly find?: { readonly words: string; readonly value: string | undefined; readonly change: (q: string | undefined) => void }
  readonly children?: ReactNode
}

/** The head of a list: its name, what finds in it, what may be added. */
export function SheetHead({ title, find, children }: SheetHeadProps) {
  return (
    <header className="row sheet-head">
      <h1 className="grow">{title}</h1>
      {find && <FindInput className="sheet-find" {...find} />}
      {children}
    </header>
  )
}
