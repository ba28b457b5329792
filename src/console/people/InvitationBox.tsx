import { Button, Input, Modal } from 'antd'
import type { Invitation } from '../../wire/parties.ts'
import { fullWords } from '../../ui/time.ts'
import { useWords } from '../../ui/words/say.ts'
import { useZone } from '../session.ts'
import { notify } from '../shell/notice.ts'

/** The link by which a person sets a password: shown once, given to them by hand. */
export function InvitationBox({ invitation, close }: { readonly invitation: Invitation; readonly close: () => void }) {
  const { say, locale } = useWords()
  const zone = useZone()
  const link = new URL(invitation.path, location.href).href
  const copy = (): void => void navigator.clipboard?.writeText(link).then(() => notify({ words: say('why.copied') }))
  return (
    <Modal open title={say('invitation.title')} onCancel={close} footer={null}>
      <div className="stack">
        <p>{say('invitation.explained', { until: fullWords(invitation.expiresAt, { zone, locale }) })}</p>
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
