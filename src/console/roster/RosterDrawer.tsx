import { Button, Drawer } from 'antd'
import type { ReactNode } from 'react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useWords } from '../../ui/words/say.ts'
import { write } from '../api/call.ts'
import { fieldErrors } from '../api/problem.ts'
import { useIsPhone } from '../phone.ts'
import { Refused, failureWords } from '../shell/Failure.tsx'
import { notify } from '../shell/notice.ts'

const CHANGED = ['roster', 'services', 'tasks', 'board', 'due', 'duty', 'contract', 'desk']

/** A write on the roster; what shows any of it is asked for again. */
export function useRosterWrite<Answer>(
  path: string,
  { done, close }: { readonly done: (answer: Answer) => string; readonly close: () => void },
) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: object | undefined) => write<Answer>('POST', path, body),
    onSuccess: (answer) => {
      notify({ words: done(answer) })
      close()
      return client.invalidateQueries({ predicate: ({ queryKey }) => CHANGED.includes(String(queryKey[0])) })
    },
  })
}

type DrawerProps = {
  readonly title: string
  readonly save: string
  readonly close: () => void
  readonly send: () => void
  readonly isPending: boolean
  readonly error: Error | null
  /** fields that tell their own error */
  readonly fields: readonly string[]
  readonly children: ReactNode
}

/** Where something on the roster is entered: what was typed stays when the server refuses. */
export function RosterDrawer({ title, save, close, send, isPending, error, fields, children }: DrawerProps) {
  const { say } = useWords()
  const phone = useIsPhone()
  const told = Object.keys(fieldErrors(error)).some((field) => fields.includes(field))
  return (
    <Drawer
      open
      title={title}
      onClose={close}
      placement={phone ? 'bottom' : 'right'}
      size={phone ? '85%' : 420}
      className="roster-drawer"
      footer={
        <div className="row">
          <Button type="primary" htmlType="submit" form="roster-form" loading={isPending}>
            {save}
          </Button>
          <Button type="text" onClick={close}>
            {say('action.cancel')}
          </Button>
        </div>
      }
    >
      <form
        id="roster-form"
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        {error && !told && <Refused words={failureWords(error, say)} />}
        {children}
      </form>
    </Drawer>
  )
}
