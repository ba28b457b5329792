import { Button, Input, Select } from 'antd'
import { useImperativeHandle, useRef, useState } from 'react'
import type { KeyboardEvent, Ref } from 'react'
import { CHANNELS } from '../../core/ticket/forms.ts'
import type { TicketDetail } from '../../wire/tickets.ts'
import { Icon } from '../../ui/Icon.tsx'
import { useWords } from '../../ui/words/say.ts'
import { FileField } from '../files/FileField.tsx'
import { useUploads } from '../files/uploads.ts'
import type { Uploads } from '../files/uploads.ts'
import { fieldErrors } from '../api/problem.ts'
import { happenedBody } from '../form/happened.ts'
import type { Happened } from '../form/happened.ts'
import { When } from '../form/When.tsx'
import { failureWords } from '../shell/Failure.tsx'
import { mentionsIn } from './mentions.ts'
import type { Mentioned } from './mentions.ts'
import { NoteText } from './NoteText.tsx'
import { answeredBy } from './answered-by.ts'
import { useCommand } from './useCommand.ts'
import { useDraft } from './useDraft.ts'
import type { DraftKind } from './useDraft.ts'

export type ComposerHandle = { readonly open: (kind: DraftKind) => void }

type BoxProps = {
  readonly kind: DraftKind
  readonly detail: TicketDetail
  readonly uploads: Uploads
  readonly close: () => void
  readonly setPending: (text: string | undefined) => void
}

function useSend({ kind, detail, uploads, close, setPending }: BoxProps) {
  const draft = useDraft(`ticket/${detail.ticket.id}`, kind)
  const [channel, setChannel] = useState(() => answeredBy(detail))
  const [mentions, setMentions] = useState<readonly Mentioned[]>([])
  const mention = (one: Mentioned): void => setMentions((before) => [...before, one])
  const [happened, setHappened] = useState<Happened>({})
  const [tried, setTried] = useState(false)
  const { mutate, isPending, error } = useCommand(detail.ticket.id)
  const send = (): void => {
    const text = draft.text.trim()
    if (text === '' || isPending) return
    setTried(uploads.obstacle !== undefined)
    if (uploads.obstacle !== undefined) return
    const said = kind === 'reply' ? { channel, summary: text, ...happenedBody(happened) } : { text, ...mentionsIn(text, mentions) }
    const body = { ...said, ...uploads.body }
    // It stands in the timeline at once; refused, it comes back into the box with the reason.
    setPending(text)
    mutate(
      { command: kind, body },
      {
        onSuccess: () => {
          draft.setText('')
          uploads.queue.clear()
          close()
        },
        onSettled: () => setPending(undefined),
      },
    )
  }
  return { draft, channel, setChannel, mention, happened, setHappened, isPending, error, tried, send }
}

/** A reply looks like a letter, a note like a slip of paper among ourselves: they cannot be taken for each other. */
function Box(props: BoxProps) {
  const { kind, detail, uploads, close } = props
  const { say, name } = useWords()
  const { draft, channel, setChannel, mention, happened, setHappened, isPending, error, tried, send } = useSend(props)
  const errors = fieldErrors(error)
  const placed = ['occurredAt', 'lateReason', 'lateEvidence'].some((id) => errors[id] !== undefined)
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.nativeEvent.isComposing) send()
    if (event.key === 'Escape' && !event.nativeEvent.isComposing) close()
  }
  return (
    <div className={`compose-box ${kind}`} onPaste={uploads.paste}>
      <div className="row">
        <b>{say(`compose.${kind}`)}</b>
        <span className="s12 ink2 grow">{say(`compose.${kind}-hint`)}</span>
        {kind === 'reply' && (
          <Select
            size="small"
            value={channel}
            onChange={setChannel}
            aria-label={say('ask.channel')}
            options={CHANNELS.map((one) => ({ value: one, label: name('channel', one) }))}
          />
        )}
      </div>
      {kind === 'note' ? (
        <NoteText label={say('compose.note')} text={draft.text} setText={draft.setText} mention={mention} press={press} />
      ) : (
        <Input.TextArea
          autoFocus
          variant="borderless"
          autoSize={{ minRows: 3, maxRows: 12 }}
          aria-label={say('compose.reply')}
          value={draft.text}
          onChange={(event) => draft.setText(event.target.value)}
          onKeyDown={press}
        />
      )}
      {kind === 'reply' && channel === answeredBy(detail) && (
        <p className="s12 ink2">{say('compose.same-channel', { channel: name('channel', detail.ticket.channel) })}</p>
      )}
      <FileField uploads={uploads} error={tried && uploads.obstacle ? say(uploads.obstacle) : undefined} />
      {kind === 'reply' && <When prefix="reply" zone={detail.zone} value={happened} change={setHappened} errors={errors} />}
      {error && !placed && (
        <p role="alert" className="refused">
          {errors.summary ?? errors.text ?? failureWords(error, say)}
        </p>
      )}
      <div className="row">
        <Button
          type={kind === 'reply' ? 'primary' : 'default'}
          icon={<Icon name="send" size={14} />}
          loading={isPending}
          disabled={draft.text.trim() === ''}
          onClick={send}
        >
          {say(`compose.${kind}-send`)}
        </Button>
        <Button type="text" onClick={close}>
          {say('action.close')}
        </Button>
        <span className="s12 ink3" role="status">
          {draft.touched && say(`draft.${draft.state}`)}
        </span>
      </div>
    </div>
  )
}

type ComposerProps = {
  readonly detail: TicketDetail
  readonly setPending: (text: string | undefined) => void
  readonly handle: Ref<ComposerHandle>
}

/** Reply and internal note, at the foot of the timeline. */
export function Composer({ detail, setPending, handle }: ComposerProps) {
  const { say } = useWords()
  const [open, setOpen] = useState<DraftKind>()
  const place = useRef<HTMLDivElement>(null)
  // closed and opened again, a box still has its files
  const uploads = { reply: useUploads(), note: useUploads() }
  const may = (command: string): boolean => detail.actions.some((action) => action.command === command && action.allowed)
  const show = (kind: DraftKind): void => {
    setOpen(kind)
    requestAnimationFrame(() => place.current?.scrollIntoView({ block: 'nearest' }))
  }
  useImperativeHandle(handle, () => ({ open: show }))
  if (!may('reply') && !may('note')) return null
  return (
    <div className="composer" ref={place}>
      {open ? (
        <Box key={open} kind={open} detail={detail} uploads={uploads[open]} close={() => setOpen(undefined)} setPending={setPending} />
      ) : (
        <div className="row">
          {may('reply') && (
            <Button onClick={() => show('reply')}>
              {say('compose.reply')} <small>R</small>
            </Button>
          )}
          {may('note') && (
            <Button icon={<Icon name="lock" size={14} />} onClick={() => show('note')}>
              {say('compose.note')} <small>I</small>
            </Button>
          )}
          <span className="s13 ink3 one-line">{say('compose.hint')}</span>
        </div>
      )}
    </div>
  )
}
