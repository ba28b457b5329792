import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Input, Popover, Switch } from 'antd'
import { useState } from 'react'
import type { SavedView } from '../../wire/desk.ts'
import { useWords } from '../../ui/words/say.ts'
import { write } from '../api/call.ts'
import { fieldErrors } from '../api/problem.ts'
import { savedViewsQuery } from '../api/queries.ts'
import { Field } from '../form/Field.tsx'
import type { ListSearch, View } from '../search.ts'
import { useMay } from '../session.ts'
import { failureWords } from '../shell/Failure.tsx'
import { useListSearch } from './useTicketList.ts'

type SaveProps = { readonly search: ListSearch; readonly view: View }

function SaveForm({ search, view, done }: SaveProps & { readonly done: () => void }) {
  const { say } = useWords()
  const client = useQueryClient()
  const { change } = useListSearch()
  const mayShare = useMay('view.share')
  const [name, setName] = useState('')
  const [shared, setShared] = useState(false)
  const { saved: _, ...query } = search
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => write<SavedView>('POST', '/views', { name, shared, query: { ...query, view } }),
    onSuccess: (made) => {
      void client.invalidateQueries({ queryKey: savedViewsQuery.queryKey })
      change({ saved: made.id })
      done()
    },
  })
  const errors = fieldErrors(error)
  return (
    <form
      className="stack popover-form"
      onSubmit={(event) => {
        event.preventDefault()
        mutate()
      }}
    >
      <Field
        id="view-name"
        label={say('views.name')}
        error={errors.name ?? (error ? failureWords(error, say) : undefined)}
        hint={say('views.name-hint')}
      >
        <Input id="view-name" autoFocus maxLength={40} value={name} onChange={(event) => setName(event.target.value)} />
      </Field>
      {mayShare && (
        <label className="row">
          <Switch size="small" checked={shared} onChange={setShared} aria-label={say('views.share')} /> {say('views.share')}
        </label>
      )}
      <Button type="primary" htmlType="submit" loading={isPending} disabled={name.trim() === ''}>
        {say('action.save')}
      </Button>
    </form>
  )
}

/** Keeps the filters and the order of the moment under a name. */
export function SaveView(props: SaveProps) {
  const { say } = useWords()
  const [open, setOpen] = useState(false)
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomRight"
      destroyOnHidden
      content={<SaveForm {...props} done={() => setOpen(false)} />}
    >
      <Button type="text">{say('views.save')}</Button>
    </Popover>
  )
}
