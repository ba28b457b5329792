import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { PlanDocument } from '../../../wire/plan-documents.ts'
import { useWords } from '../../../ui/words/say.ts'
import { write } from '../../api/call.ts'
import { planDocumentQuery } from '../../api/queries.ts'
import { FileField } from '../../files/FileField.tsx'
import { useOneFile } from '../../files/OneFile.tsx'
import { failureWords } from '../../shell/Failure.tsx'
import { notify } from '../../shell/notice.ts'

type PlaceDocumentProps = { readonly plan: string; readonly done: () => void }

/** A file is sent, then put to the plan; what cannot be read stays here with the sentence that says what to do. */
export function PlaceDocument({ plan, done }: PlaceDocumentProps) {
  const { say } = useWords()
  const client = useQueryClient()
  const file = useOneFile()
  const [refused, setRefused] = useState<string>()
  const { mutate, isPending } = useMutation({
    mutationFn: (id: string) => write<PlanDocument>('PUT', `/plans/${plan}/document`, { file: id }),
    onSuccess: (laid) => {
      file.clear()
      client.setQueryData(planDocumentQuery(plan).queryKey, laid)
      notify({ words: say('beside.placed', { passages: laid.counts.passages, carried: laid.counts.carried }) })
      done()
    },
    onError: (error) => setRefused(failureWords(error, say)),
  })
  const put = (): void => {
    setRefused(file.obstacle && say(file.obstacle))
    if (file.id !== undefined) mutate(file.id)
  }
  return (
    <div className="beside-place">
      <p className="s13 ink2">{say('beside.place-hint')}</p>
      <FileField uploads={file.uploads} error={refused} />
      <Button loading={isPending} onClick={put}>
        {say('beside.place')}
      </Button>
    </div>
  )
}
