import { createContext, useContext } from 'react'
import { say as fill } from '../../core/words.ts'
import type { Locale, Params } from '../../core/words.ts'
import type { NameKey } from '../../core/ticket/words/zh-CN.ts'
import type { WordKey } from './zh-CN.ts'

export type { WordKey } from './zh-CN.ts'
export type PageWords = Readonly<Record<WordKey, string>>
export type Say = (key: WordKey, params?: Params) => string

/** Groups of the trade's own names, which the engine has in its language files: states, types, channels, commands, form fields and their options. */
export type NameGroup = 'phase' | 'type' | 'channel' | 'command' | 'field' | 'option'

type Names = Readonly<Record<NameKey, string>>
export type LoadedWords = { readonly words: PageWords; readonly names: Names }

/** One language at a time is loaded; the others stay on the server until somebody asks for them. */
export async function loadWords(locale: Locale): Promise<LoadedWords> {
  switch (locale) {
    case 'zh-CN':
      return import('./load-zh-CN.ts')
    case 'zh-TW':
      return import('./load-zh-TW.ts')
    case 'en':
      return import('./load-en.ts')
    default:
      return locale satisfies never
  }
}

export type WordsInUse = {
  readonly locale: Locale
  readonly say: Say
  /** 处理中, 故障, 电话 …; an id that has no name here is shown as it is */
  readonly name: (group: NameGroup, id: string) => string
}

export function wordsInUse(locale: Locale, { words, names }: LoadedWords): WordsInUse {
  return {
    locale,
    say: (key, params) => fill(words[key], params),
    name: (group, id) => (names as Readonly<Record<string, string>>)[`${group}.${id}`] ?? id,
  }
}

export const WordsContext = createContext<WordsInUse | undefined>(undefined)

export function useWords(): WordsInUse {
  const words = useContext(WordsContext)
  if (!words) throw new Error('words are used outside of their provider')
  return words
}
