import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useWords } from '../../ui/words/say.ts'
import { sessionQuery } from '../api/queries.ts'
import { failureWords } from '../shell/Failure.tsx'
import { notify } from '../shell/notice.ts'

/** Something in the inbox was taken note of: its lists and the count beside its name are asked for again. */
export function useRead<Item>(tell: (item: Item) => Promise<unknown>) {
  const client = useQueryClient()
  const { say } = useWords()
  return useMutation({
    mutationFn: tell,
    onSuccess: () =>
      void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] === 'inbox' || queryKey[0] === sessionQuery.queryKey[0] }),
    onError: (error) => notify({ words: failureWords(error, say), tone: 'refused' }),
  })
}
