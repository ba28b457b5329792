import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useRef, useState } from 'react'
import { exampleData } from '../../core/message/examples.ts'
import { PLACEHOLDERS } from '../../core/message/kinds.ts'
import { checkTemplate, fillTemplate } from '../../core/message/template.ts'
import type { TemplateFault } from '../../core/message/template.ts'
import type { Template, Tried } from '../../wire/messages.ts'
import { useWords } from '../../ui/words/say.ts'
import type { WordKey } from '../../ui/words/say.ts'
import { write } from '../api/call.ts'
import { problemOf } from '../api/problem.ts'
import { Field } from '../form/Field.tsx'
import { failureWords } from '../shell/Failure.tsx'
import { notify } from '../shell/notice.ts'

type Text = { readonly subject: string; readonly body: string }

function useFaultWords(): (fault: TemplateFault) => string {
  const { say } = useWords()
  return ({ code, line, name }) => say(`template.${code}`, { line, name: `{${name}${code === 'unknown' ? '}' : ''}` })
}

function useChange(template: Template) {
  const { say } = useWords()
  const client = useQueryClient()
  const path = `/templates/${template.kind}/${template.locale}`
  const refresh = () => client.invalidateQueries({ queryKey: ['templates'] })
  const refused = (error: unknown): void => notify({ words: failureWords(error, say), tone: 'refused' })
  const save = useMutation({
    mutationFn: (text: Text) => write<Template>('PUT', path, { version: template.version, ...text }),
    onSuccess: () => {
      notify({ words: say('template.saved') })
      return refresh()
    },
    onError: (error) => (problemOf(error)?.status === 409 ? undefined : refused(error)),
  })
  // Once the shipped text holds again it is version 0, whatever came before.
  const own = useMutation({
    mutationFn: () => write<Template>('PUT', path, { version: 0, subject: template.subject, body: template.body }),
    onSuccess: refresh,
    onError: refused,
  })
  const reset = useMutation({
    mutationFn: () => write<Template>('POST', `${path}/reset`, { version: template.version }),
    onSuccess: () => {
      notify({
        words: say('template.was-reset'),
        undo: { words: say('template.put-back'), act: () => own.mutate() },
      })
      return refresh()
    },
    onError: refused,
  })
  const attempt = useMutation({
    mutationFn: (text: Text) => write<Tried>('POST', `${path}/try`, text),
    onSuccess: ({ address }) => notify({ words: say('template.tried', { address }) }),
    onError: refused,
  })
  return { save, reset, attempt, refresh }
}

function Places({ template, put }: { readonly template: Template; readonly put: (place: string) => void }) {
  const { say } = useWords()
  return (
    <section>
      <h2 className="label">{say('template.places')}</h2>
      <p className="s12 ink3">{say('template.places-hint')}</p>
      <ul className="template-places">
        {PLACEHOLDERS[template.kind].map((name) => (
          <li key={name}>
            <button type="button" className="link mono s13" onClick={() => put(`{${name}}`)}>{`{${name}}`}</button>
            <span className="s13 ink2">{say(`place.${name}` as WordKey)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Preview({ template, text }: { readonly template: Template; readonly text: Text }) {
  const { say } = useWords()
  const { subject, body } = fillTemplate(text, exampleData(template.kind, template.locale))
  return (
    <section aria-label={say('template.preview')}>
      <h2 className="label">{say('template.preview')}</h2>
      <div className="card message-paper" lang={template.locale}>
        <b>{subject}</b>
        <p className="message-body">{body}</p>
      </div>
    </section>
  )
}

/** Somebody was faster: what was typed stays until one looks at theirs. */
function Moved({ look }: { readonly look: () => void }) {
  const { say } = useWords()
  return (
    <div className="late-questions stack" role="alert">
      <p className="s13">{say('template.moved')}</p>
      <div>
        <Button onClick={look}>{say('template.see-theirs')}</Button>
      </div>
    </div>
  )
}

/** The text on the left, what its readers will see on the right; a place that nothing fills is told while one types. */
export function TemplateEditor({ template }: { readonly template: Template }) {
  const { say } = useWords()
  const faultWords = useFaultWords()
  const [text, setText] = useState<Text>({ subject: template.subject, body: template.body })
  const place = useRef<number>(undefined)
  const { save, reset, attempt, refresh } = useChange(template)
  const faults = checkTemplate(template.kind, text)
  const wrong = (field: keyof Text): string | undefined =>
    faults
      .filter((one) => one.field === field)
      .map(faultWords)
      .join(' ') || undefined
  const changed = text.subject !== template.subject || text.body !== template.body
  const blank = text.subject.trim() === '' || text.body.trim() === ''
  const put = (words: string): void =>
    setText((before) => {
      const at = place.current ?? before.body.length
      place.current = at + words.length
      return { ...before, body: before.body.slice(0, at) + words + before.body.slice(at) }
    })
  const moved = problemOf(save.error)?.status === 409
  return (
    <div className="template-page">
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate(text)
        }}
      >
        {moved && <Moved look={() => void refresh()} />}
        <Field id="template-subject" label={say('template.subject')} error={wrong('subject')}>
          <Input
            id="template-subject"
            value={text.subject}
            maxLength={200}
            onChange={(event) => setText({ ...text, subject: event.target.value })}
          />
        </Field>
        <Field id="template-body" label={say('template.body')} error={wrong('body')}>
          <Input.TextArea
            id="template-body"
            autoSize={{ minRows: 12, maxRows: 24 }}
            value={text.body}
            onSelect={(event) => (place.current = event.currentTarget.selectionStart)}
            onChange={(event) => setText({ ...text, body: event.target.value })}
          />
        </Field>
        <div className="row template-acts">
          <Button type="primary" htmlType="submit" loading={save.isPending} disabled={!changed || blank || faults.length > 0}>
            {say('action.save')}
          </Button>
          <Button loading={attempt.isPending} disabled={blank || faults.length > 0} onClick={() => attempt.mutate(text)}>
            {say('template.try')}
          </Button>
          {template.version > 0 && (
            <Button type="text" loading={reset.isPending} onClick={() => reset.mutate()}>
              {say('template.reset')}
            </Button>
          )}
        </div>
        <Places template={template} put={put} />
      </form>
      <Preview template={template} text={text} />
    </div>
  )
}
