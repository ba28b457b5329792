import type { ExplainedObligation } from '../../wire/obligations.ts'
import type { ReleaseChanged } from '../../wire/releases.ts'
import { useWords } from '../../ui/words/say.ts'
import { RecordForm } from '../form/RecordForm.tsx'
import { notify } from '../shell/notice.ts'

type ReleaseFormProps = {
  readonly kind: 'waive' | 'excuse'
  readonly obligation: Pick<ExplainedObligation, 'id' | 'title' | 'excuses'>
  readonly close: () => void
}

/** Asks to release a promise, of whatever owner: with a reason and its evidence, for a second person to approve. */
export function ReleaseForm({ kind, obligation, close }: ReleaseFormProps) {
  const { say, name } = useWords()
  const { id, title, excuses } = obligation
  const reason =
    kind === 'waive'
      ? ({ id: 'reason', label: say('ask.reason'), kind: 'prose', required: true } as const)
      : ({
          id: 'reason',
          label: say('ask.excuse-reason'),
          kind: 'choice',
          options: excuses.map((one) => ({ value: one.id, label: one.name })),
          required: true,
        } as const)
  return (
    <RecordForm<ReleaseChanged>
      title={say(`release.${kind}-title`, { title })}
      fields={[reason, { id: 'evidence', label: say('ask.evidence'), kind: 'prose', required: true, hint: say('release.explained') }]}
      attach
      method="POST"
      path={`/obligations/${id}/${kind}`}
      act={name('command', kind)}
      close={close}
      saved={({ state }) => notify({ words: say(state === 'waiting' ? 'release.asked' : 'release.alone-done') })}
    />
  )
}
