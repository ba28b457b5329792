import { Button } from 'antd'
import { useState } from 'react'
import { useWords } from '../../ui/words/say.ts'
import { ServiceForm } from '../services/ServiceForm.tsx'
import type { ServiceGround } from '../services/ServiceForm.tsx'
import { useMay } from '../session.ts'
import { NoticeForm } from './NoticeForm.tsx'

/** 发送通知 on a contract's page, or recording one that was handed over otherwise. */
export function SendNotice({ ground }: { readonly ground: ServiceGround & { readonly contract: string } }) {
  const { say } = useWords()
  const maySend = useMay('message.send')
  const mayRecord = useMay('service.record')
  const [open, setOpen] = useState<'mail' | 'hand'>()
  if (!maySend) return null
  const close = (): void => setOpen(undefined)
  return (
    <>
      <Button onClick={() => setOpen('mail')}>{say('notice.title')}</Button>
      {open === 'mail' && <NoticeForm contract={ground.contract} close={close} otherwise={mayRecord ? () => setOpen('hand') : undefined} />}
      {open === 'hand' && <ServiceForm ground={ground} type="notice.delivered" close={close} />}
    </>
  )
}
