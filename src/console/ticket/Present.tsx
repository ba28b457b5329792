import { useQuery } from '@tanstack/react-query'
import { useEffect, useReducer } from 'react'
import type { Presence } from '../../wire/presence.ts'
import { useWords } from '../../ui/words/say.ts'
import { write } from '../api/call.ts'
import { PRESENT_EVERY_MS, presenceQuery, stillHere } from '../api/presence.ts'

/** Nobody stops to think for longer than that and is still called writing. */
const TYPING_MS = 6_000

/** That it went wrong is nothing to tell: the next one follows soon. */
function tell(ticket: string, state: Presence['state']): void {
  write('PUT', `/tickets/${ticket}/presence`, { state }).catch(() => undefined)
}

/** Tells the others that this page is open, and when something is written on it. */
function useTelling(ticket: string, others: number): void {
  useEffect(() => {
    let typed: ReturnType<typeof setTimeout> | undefined
    const stop = (): void => {
      typed = undefined
      tell(ticket, 'here')
    }
    const type = ({ target }: Event): void => {
      if (!(target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement)) return
      if (typed === undefined) tell(ticket, 'typing')
      clearTimeout(typed)
      typed = setTimeout(stop, TYPING_MS)
    }
    const beat = setInterval(() => {
      if (document.visibilityState === 'visible' && typed === undefined) tell(ticket, 'here')
    }, PRESENT_EVERY_MS)
    const leave = (): void => tell(ticket, 'gone')
    tell(ticket, 'here')
    document.addEventListener('input', type)
    window.addEventListener('pagehide', leave)
    return () => {
      clearInterval(beat)
      clearTimeout(typed)
      document.removeEventListener('input', type)
      window.removeEventListener('pagehide', leave)
      leave()
    }
  }, [ticket])
  // Whoever comes is answered, so that both see each other at once.
  useEffect(() => {
    if (others > 0) tell(ticket, 'here')
  }, [ticket, others])
}

/** 在看: who else of the house has this ticket open, and who is writing. */
export function Present({ ticket }: { readonly ticket: string }) {
  const { say } = useWords()
  const { data = [] } = useQuery(presenceQuery(ticket))
  const [now, look] = useReducer(() => Date.now(), 0)
  const others = stillHere(data, now)
  useTelling(ticket, others.length)
  useEffect(() => {
    const timer = setInterval(look, PRESENT_EVERY_MS / 2)
    return () => clearInterval(timer)
  }, [])
  return (
    <span className="s13 ink2 row presence" role="status">
      {others.map(({ person, state }) => (
        <span key={person.id} className="row nowrap">
          <span className="avatar">{person.name.slice(0, 1)}</span>
          {say(state === 'typing' ? 'presence.typing' : 'presence.here', { name: person.name })}
        </span>
      ))}
    </span>
  )
}
