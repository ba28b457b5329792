import { Button, Drawer } from 'antd'
import { useState } from 'react'
import type { TicketDetail } from '../../wire/tickets.ts'
import { useWords } from '../../ui/words/say.ts'
import type { Say } from '../../ui/words/say.ts'
import { fieldErrors, problemOf } from '../api/problem.ts'
import { Conflict } from '../form/Conflict.tsx'
import { FileField } from '../files/FileField.tsx'
import { useUploads } from '../files/uploads.ts'
import { Field, useFocusOnError } from '../form/Field.tsx'
import type { Option } from '../form/Finder.tsx'
import { happenedBody } from '../form/happened.ts'
import type { Happened } from '../form/happened.ts'
import { When } from '../form/When.tsx'
import { useIsPhone } from '../phone.ts'
import { failureWords } from '../shell/Failure.tsx'
import { AskedField } from './AskedField.tsx'
import { COMMAND_FORMS, bodyOf, takesFiles, unanswered } from './command-forms.ts'
import type { Answers, Asked, CommandForm } from './command-forms.ts'
import { useCommand } from './useCommand.ts'

type DrawerProps = {
  readonly command: string
  readonly detail: TicketDetail
  readonly close: () => void
  readonly found?: Readonly<Record<string, Option>> | undefined
}

/** The answers that a form begins with: what almost everybody would choose. */
function firstAnswers(form: CommandForm, detail: TicketDetail, start: Answers): Answers {
  const has = (id: string) => form.asks.some((ask) => ask.id === id)
  const clocks = detail.obligations.filter((one) => one.state === 'open' || one.state === 'broken')
  const [only] = clocks
  return {
    ...(has('channel') ? { channel: 'phone' } : {}),
    ...(has('by') && has('grade') ? { by: 'staff' } : {}),
    ...(has('clock') && clocks.length === 1 && only ? { clock: `${only.promise}#${only.episode}` } : {}),
    ...start,
  }
}

function hintOf(ask: Asked, answers: Answers, { detail, say }: { detail: TicketDetail; say: Say }): string | undefined {
  if (ask.kind !== 'line' || ask.id !== 'evidence') return undefined
  const reason = detail.plan?.reasons.find((one) => one.id === answers.reason)
  return reason?.evidence ? say('ask.evidence-demanded') : say('ask.evidence-hint')
}

/** Of a judgement only what some promise hangs on. */
const JUDGED_IF_ASKED = ['remote', 'offSite', 'soon']

/** A reason that wants no notice does not ask for one. */
function asksOf(form: CommandForm, answers: Answers, detail: TicketDetail): readonly Asked[] {
  const reason = detail.plan?.reasons.find((one) => one.id === answers.reason)
  const wanted = ({ id }: Asked) => !JUDGED_IF_ASKED.includes(id) || detail.plan?.judged.includes(id) === true
  return form.asks.filter((ask) => (ask.id !== 'noticeAt' || reason?.notice === true) && wanted(ask))
}

function useCommandForm({ command, detail, close, found = {} }: DrawerProps) {
  const { say } = useWords()
  const form = COMMAND_FORMS[command] ?? { icon: 'check', asks: [], happened: false }
  const [answers, setAnswers] = useState<Answers>(() =>
    firstAnswers(form, detail, Object.fromEntries(Object.entries(found).map(([id, { value }]) => [id, value]))),
  )
  const [happened, setHappened] = useState<Happened>({})
  const uploads = useUploads()
  const [missing, setMissing] = useState<Readonly<Record<string, string>>>({})
  const { mutate, isPending, error, reset } = useCommand(detail.ticket.id)
  const sent = (): void => {
    uploads.queue.clear()
    close()
  }
  const send = (checked: boolean): void => {
    const left = unanswered(form, answers)
    const held = uploads.obstacle && { files: say(uploads.obstacle) }
    setMissing({ ...Object.fromEntries(left.map((id) => [id, say('form.required')])), ...held })
    if (left.length > 0 || held) return
    const version = checked && form.checksVersion ? { expectedVersion: detail.ticket.version } : {}
    mutate({ command, body: { ...bodyOf(form, answers), ...uploads.body, ...happenedBody(happened), ...version } }, { onSuccess: sent })
  }
  const answer = (id: string, value: Answers[string]): void => setAnswers((before) => ({ ...before, [id]: value }))
  const submit = (event: { readonly preventDefault: () => void }): void => {
    event.preventDefault()
    send(true)
  }
  return {
    form,
    answers,
    answer,
    happened,
    setHappened,
    uploads,
    errors: { ...fieldErrors(error), ...missing },
    error,
    isPending,
    send,
    submit,
    reset,
  }
}

/** The form of one command. What was typed stays when the server refuses, with the reason under its field. */
export function CommandDrawer(props: DrawerProps) {
  const { command, detail, close } = props
  const { say, name } = useWords()
  const phone = useIsPhone()
  const [named, setNamed] = useState<Readonly<Record<string, Option | undefined>>>(props.found ?? {})
  const { form, answers, answer, happened, setHappened, uploads, errors, error, isPending, send, submit, reset } = useCommandForm(props)
  useFocusOnError(errors, 'ask')
  const asks = asksOf(form, answers, detail)
  const problem = problemOf(error)
  const placed =
    asks.some((ask) => errors[ask.id] !== undefined) || ['occurredAt', 'lateReason', 'lateEvidence'].some((id) => errors[id] !== undefined)
  const actions = (
    <div className="row">
      <Button type="primary" htmlType="submit" form="command-form" loading={isPending}>
        {name('command', command)}
      </Button>
      <Button type="text" onClick={close}>
        {say('action.cancel')}
      </Button>
    </div>
  )
  return (
    <Drawer
      open
      title={name('command', command)}
      onClose={close}
      placement={phone ? 'bottom' : 'right'}
      size={phone ? '85%' : 420}
      footer={actions}
      className="command-drawer"
    >
      <form id="command-form" className="stack" onSubmit={submit} onPaste={uploads.paste}>
        {problem?.status === 409 && <Conflict problem={problem} again={() => send(false)} drop={reset} />}
        {error && problem?.status !== 409 && !placed && (
          <p role="alert" className="refused">
            {failureWords(error, say)}
          </p>
        )}
        {asks.map((ask) => (
          <Field
            key={ask.id}
            id={`ask-${ask.id}`}
            label={say(ask.label)}
            optional={!ask.required}
            error={errors[ask.id]}
            hint={hintOf(ask, answers, { detail, say })}
          >
            <AskedField
              ask={ask}
              id={`ask-${ask.id}`}
              detail={detail}
              value={answers[ask.id]}
              change={(value) => answer(ask.id, value)}
              named={named[ask.id]}
              setNamed={(option) => setNamed((before) => ({ ...before, [ask.id]: option }))}
            />
          </Field>
        ))}
        {form.asks.length === 0 && <p className="ink2">{say('command.nothing-to-fill')}</p>}
        {takesFiles(command) && <FileField uploads={uploads} error={errors.files} />}
        {form.happened && <When prefix="ask" zone={detail.zone} value={happened} change={setHappened} errors={errors} />}
      </form>
    </Drawer>
  )
}
