import type { ReactNode } from 'react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { write } from '../api/call.ts'
import { FormDrawer } from '../form/FormDrawer.tsx'
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

/** Where something on the roster is entered. */
export function RosterDrawer(props: DrawerProps) {
  return <FormDrawer {...props} id="roster-form" className="roster-drawer" />
}
