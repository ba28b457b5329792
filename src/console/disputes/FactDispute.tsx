import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { RunningDispute } from '../../wire/disputes.ts'
import { Icon } from '../../ui/Icon.tsx'
import { useWords } from '../../ui/words/say.ts'
import { useMay, useSession } from '../session.ts'
import { DisputeForm } from './DisputeForm.tsx'

type MarkProps = { readonly dispute: RunningDispute }

/** 异议: somebody objects to the entry; the flag leads to what was said. */
export function DisputeMark({ dispute }: MarkProps) {
  const { say } = useWords()
  return (
    <Link to="/disputes/$id" params={{ id: dispute.id }} className="disputed nowrap">
      <Icon name="flag" size={12} /> {say(`dispute.mark-${dispute.state}`)}
    </Link>
  )
}

/** An entry as it can be objected to; `about`: what it is called. */
type Entered = {
  readonly fact: string
  readonly about: string
  readonly by: { readonly id: string } | undefined
  readonly dispute: RunningDispute | undefined
  readonly voided?: boolean
}

/** Beside an entry: the objection that runs, or the way to raise one. Nobody objects to what they entered themselves: that is corrected. */
export function FactDispute({ fact, about, by, dispute, voided = false }: Entered) {
  const { say } = useWords()
  const { me } = useSession()
  const may = useMay('dispute.raise') && !voided && by?.id !== me.id
  const [open, setOpen] = useState(false)
  if (dispute) return <DisputeMark dispute={dispute} />
  if (!may) return null
  return (
    <>
      <Button size="small" type="text" className="dispute-open" aria-label={say('dispute.title', { about })} onClick={() => setOpen(true)}>
        {say('dispute.raise-short')}
      </Button>
      {open && <DisputeForm path={`/facts/${fact}/dispute`} about={about} close={() => setOpen(false)} />}
    </>
  )
}
