import { createContext } from 'react'
import type { Locale } from '../core/words.ts'

/** Chooses the language of a page on which nobody is logged in. */
export const LanguageContext = createContext<(locale: Locale) => void>(() => undefined)
