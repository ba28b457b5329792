import { Button, Drawer } from 'antd'
import type { ClipboardEventHandler, ReactNode } from 'react'
import { useWords } from '../../ui/words/say.ts'
import { fieldErrors } from '../api/problem.ts'
import { useIsPhone } from '../phone.ts'
import { Refused, failureWords } from '../shell/Failure.tsx'

type FormDrawerProps = {
  readonly id: string
  readonly className: string
  readonly title: string
  readonly save: string
  readonly close: () => void
  readonly send: () => void
  readonly isPending: boolean
  readonly error: Error | null
  /** fields that tell their own error; left out: all do */
  readonly fields?: readonly string[]
  readonly paste?: ClipboardEventHandler
  /** what stands above what went wrong */
  readonly lead?: ReactNode
  readonly children: ReactNode
}

/** A form beside the page, below it on a phone: what was typed stays when the server refuses. */
export function FormDrawer({ id, className, title, save, close, send, isPending, error, fields, paste, lead, children }: FormDrawerProps) {
  const { say } = useWords()
  const phone = useIsPhone()
  const told = Object.keys(fieldErrors(error)).some((field) => fields?.includes(field) ?? true)
  return (
    <Drawer
      open
      title={title}
      onClose={close}
      placement={phone ? 'bottom' : 'right'}
      size={phone ? '85%' : 420}
      className={className}
      footer={
        <div className="row">
          <Button type="primary" htmlType="submit" form={id} loading={isPending}>
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
        onPaste={paste}
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        {lead}
        {error && !told && <Refused words={failureWords(error, say)} />}
        {children}
      </form>
    </Drawer>
  )
}
