import { useState } from 'preact/hooks'
import { UploadQueue } from '../../ui/files/queue.ts'
import { instantWords } from '../../ui/time.ts'
import type { Fact } from '../../wire/facts.ts'
import type { TicketDetail } from '../../wire/tickets.ts'
import { FilePicker, useObstacle } from '../files/FilePicker.tsx'
import type { Attached } from '../files/FilePicker.tsx'
import { useMinute } from '../now.ts'
import { useSend } from '../send.ts'
import { Refused } from '../shell/Failure.tsx'
import { Field, TextArea } from '../shell/Field.tsx'
import { useWords } from '../words/say.ts'
import { Files } from './Timeline.tsx'

/** What people say to each other; all else that happened stands in the timeline alone. */
const SAID: readonly string[] = ['ticket.messaged', 'ticket.replied', 'ticket.answered', 'ticket.plan-sent']
const FIRST = 4

type MessagesProps = { readonly detail: TicketDetail; readonly reload: () => Promise<void> }

function Message({ fact, zone }: { readonly fact: Fact; readonly zone: string }) {
  const { locale } = useWords()
  const now = useMinute()
  return (
    <li className={fact.type === 'ticket.messaged' ? 'message own' : 'message'}>
      <div className="s13 ink2">
        {fact.by?.name} {instantWords(fact.occurredAt, now, { zone, locale })}
      </div>
      {fact.texts.text ?? fact.texts.summary}
      <Files files={fact.files} />
    </li>
  )
}

function MessageForm({ detail, reload }: MessagesProps) {
  const { say } = useWords()
  const { send, busy, error } = useSend<unknown>()
  const [queue] = useState(() => new UploadQueue())
  const [files, setFiles] = useState<readonly Attached[]>([])
  const [text, setText] = useState('')
  const [missing, setMissing] = useState(false)
  const [sent, setSent] = useState(false)
  const waits = useObstacle(queue)
  const type = (to: string): void => {
    setText(to)
    setSent(false)
  }
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault()
    if (text.trim() === '') return setMissing(true)
    const body = { channel: 'portal', text: text.trim(), ...(files.length === 0 ? {} : { files: files.map(({ id }) => id) }) }
    if ((await send(`/tickets/${detail.ticket.id}/message`, body)) === undefined) return
    setText('')
    setFiles([])
    setMissing(false)
    setSent(true)
    await reload()
  }
  return (
    <form className="stack" aria-label={say('message.write')} onSubmit={(event) => void submit(event)}>
      <Field id="message-text" label={say('message.write')} error={missing && text.trim() === '' ? say('form.required') : undefined}>
        <TextArea id="message-text" value={text} change={type} max={1000} />
      </Field>
      {text !== '' && <FilePicker queue={queue} kept={files} change={setFiles} />}
      {waits !== undefined && <p className="notice">{say(waits)}</p>}
      <Refused error={error} />
      {sent && <p role="status">{say('message.sent')}</p>}
      <button type="submit" className="button" disabled={busy || waits === 'files.wait'}>
        {say('message.send')}
      </button>
    </form>
  )
}

/** 留言: what the customer wrote and what the desk answered, and the place to write. */
export function Messages({ detail, reload }: MessagesProps) {
  const { say } = useWords()
  const [whole, setWhole] = useState(false)
  const said = detail.timeline.filter(({ type, voided, texts }) => SAID.includes(type) && !voided && Object.keys(texts).length > 0)
  const may = detail.actions.some(({ command, allowed }) => command === 'message' && allowed)
  if (!may && said.length === 0) return null
  return (
    <section className="card stack" aria-label={say('message.title')}>
      <div className="row">
        <h2 className="grow">{say('message.title')}</h2>
        {!whole && said.length > FIRST && (
          <button type="button" className="link" onClick={() => setWhole(true)}>
            {say('message.all', { count: said.length })}
          </button>
        )}
      </div>
      {said.length === 0 && <p className="ink2">{say('message.lead')}</p>}
      <ul className="messages">
        {(whole ? said : said.slice(-FIRST)).map((fact) => (
          <Message key={fact.id} fact={fact} zone={detail.zone} />
        ))}
      </ul>
      {may && <MessageForm detail={detail} reload={reload} />}
    </section>
  )
}
