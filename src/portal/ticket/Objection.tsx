import { useState } from 'preact/hooks'
import { UploadQueue } from '../../ui/files/queue.ts'
import type { RaiseDispute, RunningDispute } from '../../wire/disputes.ts'
import { FilePicker, useObstacle } from '../files/FilePicker.tsx'
import type { Attached } from '../files/FilePicker.tsx'
import { useSend } from '../send.ts'
import { Refused } from '../shell/Failure.tsx'
import { Field, TextArea } from '../shell/Field.tsx'
import { useWords } from '../words/say.ts'

type ObjectionProps = { readonly path: string; readonly about: string; readonly reload: () => Promise<void> }

function ObjectionForm({ path, about, reload, close }: ObjectionProps & { readonly close: () => void }) {
  const { say } = useWords()
  const { send, busy, error } = useSend<unknown>()
  const [queue] = useState(() => new UploadQueue())
  const [files, setFiles] = useState<readonly Attached[]>([])
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const waits = useObstacle(queue)
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault()
    if (reason.trim() === '') return setMissing(true)
    const body: RaiseDispute = { reason: reason.trim(), ...(files.length === 0 ? {} : { files: files.map(({ id }) => id) }) }
    if ((await send(path, body)) === undefined) return
    await reload()
    close()
  }
  return (
    <form className="stack objection" aria-label={say('dispute.title', { about })} onSubmit={(event) => void submit(event)}>
      <b>{say('dispute.title', { about })}</b>
      <p className="s13 ink2">{say('dispute.explained')}</p>
      <Field id="objection-reason" label={say('dispute.reason')} error={missing && reason.trim() === '' ? say('form.required') : undefined}>
        <TextArea id="objection-reason" value={reason} change={setReason} max={1000} />
      </Field>
      <FilePicker queue={queue} kept={files} change={setFiles} />
      {waits !== undefined && <p className="notice">{say(waits)}</p>}
      <Refused error={error} />
      <div className="row">
        <button type="button" className="button" onClick={close}>
          {say('action.cancel')}
        </button>
        <button type="submit" className="button primary grow" disabled={busy || waits === 'files.wait'}>
          {say('dispute.send')}
        </button>
      </div>
    </form>
  )
}

/** 异议: leads to what was said, and to its decision. */
export function DisputeMark({ dispute }: { readonly dispute: RunningDispute }) {
  const { say } = useWords()
  return (
    <a className="tag disputed" href={`/disputes/${dispute.id}`}>
      {say(`dispute.mark-${dispute.state}`)}
    </a>
  )
}

/** The way to object to an entry or a verdict: why, and by what evidence. What it is about stays as it is until somebody has decided. */
export function Objection(props: ObjectionProps) {
  const { say } = useWords()
  const [open, setOpen] = useState(false)
  if (open) return <ObjectionForm {...props} close={() => setOpen(false)} />
  return (
    <button type="button" className="link s13" aria-label={say('dispute.title', { about: props.about })} onClick={() => setOpen(true)}>
      {say('dispute.raise')}
    </button>
  )
}
