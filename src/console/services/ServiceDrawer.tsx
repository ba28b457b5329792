import { Button, Drawer } from 'antd'
import type { ReactNode } from 'react'
import { useWords } from '../../ui/words/say.ts'
import { fieldErrors } from '../api/problem.ts'
import type { Uploads } from '../files/uploads.ts'
import { useIsPhone } from '../phone.ts'
import { Refused, failureWords } from '../shell/Failure.tsx'

type DrawerProps = {
  readonly id: string
  readonly title: string
  readonly save: string
  readonly close: () => void
  readonly form: { readonly isPending: boolean; readonly error: Error | null; readonly uploads: Uploads; readonly send: () => void }
  /** what stands above what went wrong */
  readonly lead?: ReactNode
  readonly children: ReactNode
}

/** Where a step of a service is written down, or put right: what was typed stays when the server refuses. */
export function ServiceDrawer({ id, title, save, close, form, lead, children }: DrawerProps) {
  const { say } = useWords()
  const phone = useIsPhone()
  const { error } = form
  return (
    <Drawer
      open
      title={title}
      onClose={close}
      placement={phone ? 'bottom' : 'right'}
      size={phone ? '85%' : 420}
      className="service-drawer"
      footer={
        <div className="row">
          <Button type="primary" htmlType="submit" form={id} loading={form.isPending}>
            {save}
          </Button>
          <Button type="text" onClick={close}>
            {say('action.cancel')}
          </Button>
        </div>
      }
    >
      <form
        id={id}
        className="stack"
        onPaste={form.uploads.paste}
        onSubmit={(event) => {
          event.preventDefault()
          form.send()
        }}
      >
        {lead}
        {error && Object.keys(fieldErrors(error)).length === 0 && <Refused words={failureWords(error, say)} />}
        {children}
      </form>
    </Drawer>
  )
}
