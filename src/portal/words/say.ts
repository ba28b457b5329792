import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { fill, loadNames } from '../../ui/words/names.ts'
import type { Names } from '../../ui/words/names.ts'
import type { Session } from '../../wire/session.ts'
import type { WordKey } from './zh-CN.ts'

export type { WordKey } from './zh-CN.ts'
export type Locale = Session['locale']
export type PortalWords = Readonly<Record<WordKey, string>>
export type Say = (key: WordKey, params?: Readonly<Record<string, string | number>>) => string

export type WordsInUse = {
  readonly locale: Locale
  readonly say: Say
  /** 处理中, 故障 …: the trade's own names; an id that has none is shown as it is */
  readonly name: (group: 'phase' | 'type', id: string) => string
}

async function ownWords(locale: Locale): Promise<PortalWords> {
  switch (locale) {
    case 'zh-CN':
      return (await import('./zh-CN.ts')).zhCN
    case 'zh-TW':
      return (await import('./zh-TW.ts')).zhTW
    case 'en':
      return (await import('./en.ts')).en
    default:
      return locale satisfies never
  }
}

/** One language at a time is loaded. */
export async function loadWords(locale: Locale): Promise<WordsInUse> {
  const [words, names] = await Promise.all([ownWords(locale), loadNames(locale)])
  return wordsInUse(locale, words, names)
}

function wordsInUse(locale: Locale, words: PortalWords, names: Names): WordsInUse {
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
