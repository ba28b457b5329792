import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Drawer } from 'antd'
import { useState } from 'react'
import type { PlanPreview } from '../../../wire/plans.ts'
import { useWords } from '../../../ui/words/say.ts'
import { call, download } from '../../api/call.ts'
import { useIsPhone } from '../../phone.ts'
import { failureWords } from '../../shell/Failure.tsx'
import { notify } from '../../shell/notice.ts'

type PreviewProps = {
  readonly draft: string
  readonly yaml: string
  /** the text has errors: there is nothing to set yet; says so and shows the first */
  readonly refuse: (() => void) | undefined
  /** what is written is kept before it is taken as a paper */
  readonly keep: () => Promise<unknown>
}

/** The pages as the customer would have them. */
function Pages({ yaml }: Pick<PreviewProps, 'yaml'>) {
  const { say } = useWords()
  const { data, error } = useQuery({
    queryKey: ['plan-preview', yaml],
    queryFn: ({ signal }) => call<PlanPreview>('POST', '/plans/preview', { body: { yaml }, signal }),
    gcTime: 0,
    retry: false,
  })
  if (error)
    return (
      <p role="alert" className="refused">
        {failureWords(error, say)}
      </p>
    )
  if (!data) return <p className="s13 ink3">{say('plan-edit.preview-setting')}</p>
  return <img className="annex-pages" src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(data.picture)}`} alt={say('plan-edit.preview-title')} />
}

/** 客户附件预览: what is being written, as the paper that customers get. */
export function AnnexPreview({ draft, yaml, refuse, keep }: PreviewProps) {
  const { say } = useWords()
  const phone = useIsPhone()
  const [open, setOpen] = useState(false)
  const take = useMutation({
    mutationFn: async () => {
      await keep()
      await download(`/plan-drafts/${draft}/annex`)
    },
    onError: (error) => notify({ words: failureWords(error, say), tone: 'refused' }),
  })
  return (
    <>
      <Button onClick={() => (refuse ? refuse() : setOpen(true))}>{say('plan-edit.preview')}</Button>
      <Drawer
        open={open}
        onClose={() => setOpen(false)}
        title={say('plan-edit.preview-title')}
        size={phone ? '100%' : 860}
        destroyOnHidden
        extra={
          <Button loading={take.isPending} onClick={() => take.mutate()}>
            {say('plan-edit.preview-pdf')}
          </Button>
        }
      >
        <Pages yaml={yaml} />
      </Drawer>
    </>
  )
}
