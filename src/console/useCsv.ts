import { useMutation } from '@tanstack/react-query'
import { useWords } from '../ui/words/say.ts'
import { write } from './api/call.ts'
import { takeCsv } from './csv.ts'
import { failureWords } from './shell/Failure.tsx'
import { notify } from './shell/notice.ts'

export type CsvFile = {
  readonly name: string
  readonly csv: string
  /** where it is noted that the file was taken, and what of it */
  readonly noted: { readonly path: string; readonly body: object }
}

/** What is shown, taken along as a file. It leaves its line in the trail first: without one there is no file. */
export function useCsv(file: () => CsvFile) {
  const { say } = useWords()
  return useMutation({
    mutationFn: async () => {
      const { name, csv, noted } = file()
      await write('POST', noted.path, noted.body)
      takeCsv(name, csv)
    },
    onError: (error) => notify({ words: failureWords(error, say), tone: 'refused' }),
  })
}
