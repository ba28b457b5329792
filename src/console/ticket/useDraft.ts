import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Draft } from '../../wire/desk.ts'
import { call } from '../api/call.ts'
import { draftQuery } from '../api/queries.ts'

export type DraftKind = 'reply' | 'note'
export type DraftState = 'saved' | 'saving' | 'unsaved'

const REST_MS = 700

/** What one is writing, kept on the server while one writes: another browser of the same person goes on with it. An empty text is no draft. */
export function useDraft(subject: string, kind: DraftKind) {
  const client = useQueryClient()
  const stored = useQuery({ ...draftQuery({ subject, kind }), staleTime: Infinity })
  const [text, setText] = useState<string>()
  const [state, setState] = useState<DraftState>('saving')
  const typed = useRef<string | undefined>(undefined)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const sent = useRef<string | undefined>(undefined)
  const keep = useCallback((): void => {
    const now = typed.current
    if (now === undefined || now === sent.current) return
    sent.current = now
    // What was typed while this text was on its way is not saved yet.
    const tell = (said: DraftState): void => void (typed.current === now && setState(said))
    call<Draft>('PUT', '/drafts', { body: { subject, kind, text: now } }).then(
      (draft) => {
        client.setQueryData(draftQuery({ subject, kind }).queryKey, draft)
        tell('saved')
      },
      () => {
        sent.current = undefined
        tell('unsaved')
      },
    )
  }, [client, subject, kind])
  const write = (next: string): void => {
    typed.current = next
    setText(next)
    setState('saving')
    clearTimeout(timer.current)
    timer.current = setTimeout(keep, REST_MS)
  }
  // Whoever closes the box at once loses nothing, and what was sent off leaves no draft behind.
  useEffect(
    () => () => {
      clearTimeout(timer.current)
      keep()
    },
    [keep],
  )
  return { text: text ?? stored.data?.text ?? '', setText: write, state, touched: text !== undefined && text !== '' }
}
