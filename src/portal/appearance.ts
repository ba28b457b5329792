import { useEffect } from 'preact/hooks'
import type { Session } from '../wire/session.ts'
import { useSyncExternal } from './store.ts'

const dark = window.matchMedia('(prefers-color-scheme: dark)')

function watchDark(listener: () => void): () => void {
  dark.addEventListener('change', listener)
  return () => dark.removeEventListener('change', listener)
}

const prefersDark = (): boolean => dark.matches

/** What the person chose, else what their system says; set on the root element, for the style sheet. */
export function useAppearance(theme: Session['theme']): void {
  const systemDark = useSyncExternal(watchDark, prefersDark)
  const scheme = theme.startsWith('dark') || (theme === 'system' && systemDark) ? 'dark' : 'light'
  useEffect(() => {
    document.documentElement.dataset.scheme = scheme
  }, [scheme])
}
