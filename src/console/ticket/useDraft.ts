import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { Draft } from '../../wire/desk.ts'
import { call } from '../api/call.ts'
import { draftQuery } from '../api/queries.ts'

export type DraftKind = 'reply' | 'note'
export type DraftState = 'saved' | 'saving' | 'unsaved'

const REST_MS = 700

/** What one is writing, kept on the server while one writes: another browser of the same person goes on with it. */
export function useDraft(subject: string, kind: DraftKind) {
  const stored = useQuery({ ...draftQuery({ subject, kind }), staleTime: Infinity })
  const [text, setText] = useState<string>()
  const [state, setState] = useState<DraftState>('saved')
  const saved = useRef<string | undefined>(undefined)
  const shown = text ?? stored.data?.text ?? ''
  useEffect(() => {
    if (text === undefined || text === saved.current) return undefined
    setState('saving')
    const timer = setTimeout(() => {
      saved.current = text
      call<Draft>('PUT', '/drafts', { body: { subject, kind, text } }).then(
        () => setState('saved'),
        () => setState('unsaved'),
      )
    }, REST_MS)
    return () => clearTimeout(timer)
  }, [text, subject, kind])
  return { text: shown, setText, state, touched: text !== undefined && text !== '' }
}
