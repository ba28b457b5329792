import { useEffect, useState, useSyncExternalStore } from 'react'
import type { Locale } from '../core/words.ts'
import { loadWords, wordsInUse } from '../ui/words/say.ts'
import type { WordsInUse } from '../ui/words/say.ts'
import type { Scheme } from '../ui/tokens.ts'
import type { Theme } from '../wire/session.ts'
import { guessLocale } from './guess-locale.ts'

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

const prefersDark = window.matchMedia('(prefers-color-scheme: dark)')

function watchPreference(listener: () => void): () => void {
  prefersDark.addEventListener('change', listener)
  return () => prefersDark.removeEventListener('change', listener)
}

export type Appearance = { readonly scheme: Scheme; readonly compact: boolean }

/** What the person chose, or what their system says. Also set on the root element, for the style sheets. */
export function useAppearance(theme: Theme): Appearance {
  const systemDark = useSyncExternalStore(watchPreference, () => prefersDark.matches)
  const scheme: Scheme = theme.startsWith('dark') || (theme === 'system' && systemDark) ? 'dark' : 'light'
  const compact = theme.endsWith('compact')
  useEffect(() => {
    document.documentElement.dataset.scheme = scheme
    document.documentElement.dataset.density = compact ? 'compact' : 'default'
  }, [scheme, compact])
  return { scheme, compact }
}
