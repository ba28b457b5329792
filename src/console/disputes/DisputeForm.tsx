import type { DisputeChanged } from '../../wire/disputes.ts'
import { useWords } from '../../ui/words/say.ts'
import { RecordForm } from '../form/RecordForm.tsx'
import { notify } from '../shell/notice.ts'

type DisputeFormProps = { readonly path: string; readonly about: string; readonly close: () => void }

/** Objects to an entry or to a verdict: why, and by what evidence. What it is about stays as it is until somebody has decided. */
export function DisputeForm({ path, about, close }: DisputeFormProps) {
  const { say } = useWords()
  return (
    <RecordForm<DisputeChanged>
      title={say('dispute.title', { about })}
      fields={[
        { id: 'reason', label: say('dispute.reason'), kind: 'prose', required: true },
        { id: 'evidence', label: say('ask.evidence'), kind: 'prose', hint: say('dispute.explained') },
      ]}
      attach
      method="POST"
      path={path}
      act={say('dispute.raise')}
      close={close}
      saved={() => notify({ words: say('dispute.raised') })}
    />
  )
}
