import { useState } from 'preact/hooks'
import type { TicketDetail } from '../../wire/tickets.ts'
import { useSend } from '../send.ts'
import { Refused } from '../shell/Failure.tsx'
import { Field, TextArea } from '../shell/Field.tsx'
import { useWords } from '../words/say.ts'
import type { WordKey } from '../words/say.ts'

/** What the customer can say of a repair: it is well, it is not, it broke again. */
const ACTS = {
  confirm: { title: 'act.confirm', lead: 'act.confirm-lead', asked: 'act.confirm-note', field: 'note', required: false },
  refuse: { title: 'act.refuse', lead: 'act.refuse-lead', asked: 'act.refuse-reason', field: 'reason', required: true },
  reopen: { title: 'act.reopen', lead: 'act.reopen-lead', asked: 'act.reopen-reason', field: 'reason', required: true },
} as const satisfies Record<string, { title: WordKey; lead: WordKey; asked: WordKey; field: string; required: boolean }>

type Act = keyof typeof ACTS
type ActsProps = { readonly detail: TicketDetail; readonly reload: () => Promise<void> }

function ActForm({ act, detail, reload, close }: ActsProps & { readonly act: Act; readonly close: () => void }) {
  const { say } = useWords()
  const { send, busy, error } = useSend<unknown>()
  const [text, setText] = useState('')
  const [missing, setMissing] = useState(false)
  const { title, lead, asked, field, required } = ACTS[act]
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault()
    if (required && text.trim() === '') return setMissing(true)
    const body = { ...(text.trim() === '' ? {} : { [field]: text.trim() }), expectedVersion: detail.ticket.version }
    if ((await send(`/tickets/${detail.ticket.id}/${act}`, body)) === undefined) return
    await reload()
    close()
  }
  return (
    <form className="card stack" aria-label={say(title)} onSubmit={(event) => void submit(event)}>
      <h2>{say(title)}</h2>
      <p className="ink2">{say(lead)}</p>
      <Field id="act-text" label={say(asked)} optional={!required} error={missing && text.trim() === '' ? say('form.required') : undefined}>
        <TextArea id="act-text" value={text} change={setText} max={500} />
      </Field>
      <Refused error={error} />
      <div className="row">
        <button type="button" className="button" onClick={close}>
          {say('action.cancel')}
        </button>
        <button type="submit" className="button primary grow" disabled={busy}>
          {say(title)}
        </button>
      </div>
    </form>
  )
}

/** Asks for the customer's word where it is their turn. */
export function Acts({ detail, reload }: ActsProps) {
  const { say } = useWords()
  const [act, setAct] = useState<Act>()
  const open = (Object.keys(ACTS) as Act[]).filter((one) => detail.actions.some(({ command, allowed }) => command === one && allowed))
  if (act && open.includes(act)) return <ActForm key={act} act={act} detail={detail} reload={reload} close={() => setAct(undefined)} />
  if (open.length === 0) return null
  const asked = open.includes('confirm')
  return (
    <section className={asked ? 'card asked' : 'card'} aria-label={say('home.to-confirm')}>
      {asked && <p>{say('act.restored')}</p>}
      <div className="row wrap">
        {open.map((one) => (
          <button key={one} type="button" className={one === 'confirm' ? 'button primary grow' : 'button grow'} onClick={() => setAct(one)}>
            {say(ACTS[one].title)}
          </button>
        ))}
      </div>
    </section>
  )
}
