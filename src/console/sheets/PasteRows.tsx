import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import type { SheetGist } from '../../wire/sheets.ts'
import { useWords } from '../../ui/words/say.ts'
import { Field } from '../form/Field.tsx'

type PasteRowsProps = { readonly sheets: readonly SheetGist[]; readonly add: (file: File) => void }

/** Rows copied from a spreadsheet become a file like any other: what was imported can be looked at again. */
export function PasteRows({ sheets, add }: PasteRowsProps) {
  const { say } = useWords()
  const [open, setOpen] = useState(false)
  const [id, setId] = useState(sheets[0]?.id)
  const [text, setText] = useState('')
  const sheet = sheets.find((one) => one.id === id)
  if (!sheet || !open)
    return (
      <div>
        <button type="button" className="link s13" onClick={() => setOpen(true)}>
          {say('sheets.paste-open')}
        </button>
      </div>
    )
  const take = (): void => {
    if (text.trim() === '') return
    add(new File([text], `${say('sheets.paste-name', { sheet: sheet.name })}.csv`, { type: 'text/csv' }))
    setText('')
    setOpen(false)
  }
  return (
    <div className="stack">
      <Field id="paste-kind" label={say('sheets.paste-kind')}>
        <Select
          id="paste-kind"
          value={sheet.id}
          options={sheets.map((one) => ({ value: one.id, label: one.name }))}
          onChange={(value: string) => setId(value)}
        />
      </Field>
      <Field
        id="paste-rows"
        label={say('sheets.paste')}
        hint={say('sheets.paste-hint', { columns: sheet.columns.map(({ name }) => name).join(say('list.and')) })}
      >
        <Input.TextArea id="paste-rows" rows={5} value={text} onChange={(event) => setText(event.target.value)} />
      </Field>
      <div>
        <Button onClick={take}>{say('sheets.paste-add')}</Button>
      </div>
    </div>
  )
}
