import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { planJsonSchema } from '../../../core/plan/json-schema.ts'
import type { KeyWord } from '../../../core/plan/words/keys/zh-CN.ts'
import { factWords } from '../../../core/promise/event-words.ts'
import type { Locale } from '../../../core/words.ts'
import { useWords } from '../../../ui/words/say.ts'
import type { Knowledge } from './suggest.ts'

/** The words of one language are fetched, the others stay on the server. */
async function keyWords(locale: Locale): Promise<Readonly<Record<KeyWord, string>>> {
  switch (locale) {
    case 'zh-CN':
      return (await import('../../../core/plan/words/keys/zh-CN.ts')).KEYS_ZH_CN
    case 'zh-TW':
      return (await import('../../../core/plan/words/keys/zh-TW.ts')).KEYS_ZH_TW
    case 'en':
      return (await import('../../../core/plan/words/keys/en.ts')).KEYS_EN
    default:
      return locale satisfies never
  }
}

/** What the editor offers and explains, in the reader's language; undefined until it is there. */
export function useKnowledge(): Knowledge | undefined {
  const { locale } = useWords()
  const { data } = useQuery({ queryKey: ['key-words', locale], queryFn: () => keyWords(locale), staleTime: Infinity })
  return useMemo(
    () => (data ? { schema: planJsonSchema(data), factName: (type: Parameters<typeof factWords>[0]) => factWords(type, locale) } : undefined),
    [data, locale],
  )
}
