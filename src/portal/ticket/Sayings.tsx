import { useState } from 'preact/hooks'
import { UploadQueue } from '../../ui/files/queue.ts'
import type { ComplainOfTicket, RateTicket } from '../../wire/portal.ts'
import { FilePicker, useObstacle } from '../files/FilePicker.tsx'
import type { Attached } from '../files/FilePicker.tsx'
import { useMay } from '../session.ts'
import { useSend } from '../send.ts'
import { Refused } from '../shell/Failure.tsx'
import { Chips, Field, TextArea } from '../shell/Field.tsx'
import { useWords } from '../words/say.ts'

type FormProps = { readonly ticket: string; readonly done: () => void; readonly close: () => void }

const SCORES = [1, 2, 3, 4, 5]
/** From here on somebody was content. */
const CONTENT = 4

function RateForm({ ticket, done, close }: FormProps) {
  const { say } = useWords()
  const { send, busy, error } = useSend<unknown>()
  const [score, setScore] = useState<string>()
  const [note, setNote] = useState('')
  const [missing, setMissing] = useState(false)
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault()
    if (score === undefined) return setMissing(true)
    const body: RateTicket = {
      score: Number(score),
      satisfied: Number(score) >= CONTENT,
      ...(note.trim() === '' ? {} : { note: note.trim() }),
    }
    if ((await send(`/portal/tickets/${ticket}/rate`, body)) !== undefined) done()
  }
  const scores = SCORES.map((one) => ({ id: String(one), name: say('say.score-of', { score: one }) }))
  return (
    <form className="stack" aria-label={say('say.rate')} onSubmit={(event) => void submit(event)}>
      <Field id="rate-score" label={say('say.score')} error={missing && score === undefined ? say('form.required') : undefined}>
        <Chips id="rate-score" label={say('say.score')} options={scores} value={score} change={setScore} />
      </Field>
      <Field id="rate-note" label={say('say.note')} optional>
        <TextArea id="rate-note" value={note} change={setNote} max={1000} />
      </Field>
      <Refused error={error} />
      <div className="row">
        <button type="button" className="button" onClick={close}>
          {say('action.cancel')}
        </button>
        <button type="submit" className="button primary grow" disabled={busy}>
          {say('say.send-rating')}
        </button>
      </div>
    </form>
  )
}

const KINDS = ['attitude', 'quality', 'delay', 'price'] as const

function ComplainForm({ ticket, done, close }: FormProps) {
  const { say } = useWords()
  const { send, busy, error } = useSend<unknown>()
  const [queue] = useState(() => new UploadQueue())
  const [files, setFiles] = useState<readonly Attached[]>([])
  const [kind, setKind] = useState<string>('quality')
  const [text, setText] = useState('')
  const [missing, setMissing] = useState(false)
  const waits = useObstacle(queue)
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault()
    if (text.trim() === '') return setMissing(true)
    const body: ComplainOfTicket = {
      kind: kind as ComplainOfTicket['kind'],
      text: text.trim(),
      ...(files.length === 0 ? {} : { files: files.map(({ id }) => id) }),
    }
    if ((await send(`/portal/tickets/${ticket}/complain`, body)) !== undefined) done()
  }
  const kinds = KINDS.map((id) => ({ id, name: say(`say.kind-${id}`) }))
  return (
    <form className="stack" aria-label={say('say.complain')} onSubmit={(event) => void submit(event)}>
      <Field id="complain-kind" label={say('say.kind')}>
        <Chips id="complain-kind" label={say('say.kind')} options={kinds} value={kind} change={(id) => setKind(id ?? kind)} />
      </Field>
      <Field id="complain-text" label={say('say.what')} error={missing && text.trim() === '' ? say('form.required') : undefined}>
        <TextArea id="complain-text" value={text} change={setText} />
      </Field>
      <FilePicker queue={queue} kept={files} change={setFiles} />
      {waits !== undefined && <p className="notice">{say(waits)}</p>}
      <Refused error={error} />
      <div className="row">
        <button type="button" className="button" onClick={close}>
          {say('action.cancel')}
        </button>
        <button type="submit" className="button primary grow" disabled={busy || waits === 'files.wait'}>
          {say('say.send-complaint')}
        </button>
      </div>
    </form>
  )
}

/** Rate, or complain: what a customer says of the service, apart from the fault itself. */
export function Sayings({ ticket }: { readonly ticket: string }) {
  const { say } = useWords()
  const [mayRate, mayComplain] = [useMay('ticket.confirm'), useMay('ticket.refuse')]
  const [open, setOpen] = useState<'rate' | 'complain'>()
  const [told, setTold] = useState<'rate' | 'complain'>()
  const done = (): void => {
    setTold(open)
    setOpen(undefined)
  }
  const close = (): void => setOpen(undefined)
  if (!mayRate && !mayComplain) return null
  return (
    <section className="card stack" aria-label={say('say.rate')}>
      {told && <p role="status">{say(told === 'rate' ? 'say.rated' : 'say.complained')}</p>}
      {open === 'rate' && <RateForm ticket={ticket} done={done} close={close} />}
      {open === 'complain' && <ComplainForm ticket={ticket} done={done} close={close} />}
      {!open && (
        <div className="row wrap">
          {mayRate && (
            <button type="button" className="button grow" onClick={() => setOpen('rate')}>
              {say('say.rate')}
            </button>
          )}
          {mayComplain && (
            <button type="button" className="button grow" onClick={() => setOpen('complain')}>
              {say('say.complain')}
            </button>
          )}
        </div>
      )}
    </section>
  )
}
