import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { InvoiceContent, InvoiceDetail } from '../../wire/invoices.ts'
import { useWords } from '../../ui/words/say.ts'
import { write } from '../api/call.ts'
import { invoiceQuery } from '../api/queries.ts'
import { notify } from '../shell/notice.ts'

/** Writes on a bill that is not issued: the whole content at once, on the version that was seen. */
export function useKeep({ id, version }: Pick<InvoiceDetail, 'id' | 'version'>, done: () => void) {
  const { say } = useWords()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (content: InvoiceContent) => write<InvoiceDetail>('PUT', `/invoices/${id}`, { version, content }),
    onSuccess: (answer) => {
      client.setQueryData(invoiceQuery(id).queryKey, answer)
      notify({ words: say('record.saved') })
      done()
      return client.invalidateQueries({ queryKey: ['invoices'] })
    },
  })
}
