import { useEffect, useState, useSyncExternalStore } from 'react'
import type { Locale } from '../core/words.ts'
import { loadWords, wordsInUse } from '../ui/words/say.ts'
import type { WordsInUse } from '../ui/words/say.ts'
import type { Scheme } from '../ui/tokens.ts'
import type { Theme } from '../wire/session.ts'
import { guessLocale } from '../ui/guess-locale.ts'

const LOCALE_KEY = 'nuoxing.locale'

export function initialLocale(): Locale {
  return guessLocale(localStorage.getItem(LOCALE_KEY), navigator.languages)
}

/** The words of a language once they are here; until then those before, so that nothing blinks. */
export function useLoadedWords(locale: Locale): WordsInUse | undefined {
  const [words, setWords] = useState<WordsInUse>()
  useEffect(() => {
    let wanted = true
    void loadWords(locale).then((loaded) => {
      if (!wanted) return
      document.documentElement.lang = locale
      localStorage.setItem(LOCALE_KEY, locale)
      setWords(wordsInUse(locale, loaded))
    })
    return () => {
      wanted = false
    }
  }, [locale])
  return words
}

/** What the person's system says, followed when it changes. */
function systemPreference(query: string): () => boolean {
  const asked = window.matchMedia(query)
  const watch = (listener: () => void): (() => void) => {
    asked.addEventListener('change', listener)
    return () => asked.removeEventListener('change', listener)
  }
  return () => useSyncExternalStore(watch, () => asked.matches)
}

const usePrefersDark = systemPreference('(prefers-color-scheme: dark)')
const usePrefersStillness = systemPreference('(prefers-reduced-motion: reduce)')

/** `still`: nothing slides or fades in. */
export type Appearance = { readonly scheme: Scheme; readonly compact: boolean; readonly still: boolean }

/** What the person chose, or what their system says. Also set on the root element, for the style sheets. */
export function useAppearance(theme: Theme): Appearance {
  const systemDark = usePrefersDark()
  const still = usePrefersStillness()
  const scheme: Scheme = theme.startsWith('dark') || (theme === 'system' && systemDark) ? 'dark' : 'light'
  const compact = theme.endsWith('compact')
  useEffect(() => {
    document.documentElement.dataset.scheme = scheme
    document.documentElement.dataset.density = compact ? 'compact' : 'default'
  }, [scheme, compact])
  return { scheme, compact, still }
}
