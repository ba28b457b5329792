import { useSyncExternalStore } from 'react'

/** The width up to which rows become cards and forms come from below. */
const narrow = window.matchMedia('(max-width: 720px)')

function watch(listener: () => void): () => void {
  narrow.addEventListener('change', listener)
  return () => narrow.removeEventListener('change', listener)
}

export function useIsPhone(): boolean {
  return useSyncExternalStore(watch, () => narrow.matches)
}
