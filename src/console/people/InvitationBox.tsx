import { useMutation } from '@tanstack/react-query'
import { Button, Input, Modal } from 'antd'
import type { Invitation } from '../../wire/parties.ts'
import { fullWords } from '../../ui/time.ts'
import { useWords } from '../../ui/words/say.ts'
import { write } from '../api/call.ts'
import { useZone } from '../session.ts'
import { failureWords } from '../shell/Failure.tsx'
import { notify } from '../shell/notice.ts'

export type Invited = { readonly person: string; readonly invitation: Invitation }
type BoxProps = Invited & { readonly close: () => void }

/** The link by which a person sets a password: sent to their own address, or shown once and given to them by hand. */
export function InvitationBox({ person, invitation, close }: BoxProps) {
  const { say } = useWords()
  const { mutate, isPending, data } = useMutation({
    mutationFn: () => write<Invitation>('POST', `/people/${person}/invite`, { byHand: true }),
    onError: (error) => notify({ words: failureWords(error, say), tone: 'refused' }),
  })
  const { path, expiresAt, mailedTo } = data ?? invitation
  if (path !== undefined && expiresAt !== undefined) return <LinkBox path={path} expiresAt={expiresAt} close={close} />
  return (
    <Modal open title={say('invitation.mailed-title')} onCancel={close} footer={null}>
      <div className="stack">
        <p>{say('invitation.mailed', { address: mailedTo ?? '' })}</p>
        <div className="row">
          <Button type="primary" onClick={close}>
            {say('action.close')}
          </Button>
          <Button loading={isPending} onClick={() => mutate()}>
            {say('invitation.by-hand')}
          </Button>
        </div>
      </div>
    </Modal>
  )
}

function LinkBox({ path, expiresAt, close }: { readonly path: string; readonly expiresAt: number; readonly close: () => void }) {
  const { say, locale } = useWords()
  const zone = useZone()
  const link = new URL(path, location.href).href
  const copy = (): void => void navigator.clipboard?.writeText(link).then(() => notify({ words: say('why.copied') }))
  return (
    <Modal open title={say('invitation.title')} onCancel={close} footer={null}>
      <div className="stack">
        <p>{say('invitation.explained', { until: fullWords(expiresAt, { zone, locale }) })}</p>
        <Input.TextArea readOnly autoSize value={link} aria-label={say('invitation.title')} className="mono" />
        <div className="row">
          <Button onClick={copy}>{say('why.copy')}</Button>
          <Button type="text" onClick={close}>
            {say('action.close')}
          </Button>
        </div>
      </div>
    </Modal>
  )
}
