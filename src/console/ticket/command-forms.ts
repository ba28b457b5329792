import type { IconName } from '../../ui/Icon.tsx'
import type { WordKey } from '../../ui/words/say.ts'

/** One question of a command's form; what it is called stands in the language files under `ask.<id>`. */
export type Asked = {
  readonly id: string
  readonly kind:
    | 'line'
    | 'prose'
    | 'person'
    | 'team'
    | 'grade'
    | 'grade-by'
    | 'reason'
    | 'cause'
    | 'channel'
    | 'yes-no'
    | 'clock'
    | 'ticket'
    | 'instant'
    | 'hours'
    | 'asset'
  readonly required?: boolean
  readonly label: WordKey
}

export type CommandForm = {
  readonly icon: IconName
  readonly asks: readonly Asked[]
  /** shows "it happened earlier": for what happened in the field, not for what one intends */
  readonly happened: boolean
  /** an intention about what stands: fails with both sides shown when somebody was faster */
  readonly checksVersion?: boolean
  readonly key?: string
}

const prose = (id: string, label: WordKey, required = false): Asked => ({ id, kind: 'prose', label, required })
const line = (id: string, label: WordKey, required = false): Asked => ({ id, kind: 'line', label, required })
const summary = (required = false) => prose('summary', 'ask.summary', required)
const note = prose('note', 'ask.note')
const why = prose('reason', 'ask.reason', true)
const evidence = line('evidence', 'ask.evidence', true)
const ticket = (id: string, label: WordKey): Asked => ({ id, kind: 'ticket', label, required: true })
const clock: Asked = { id: 'clock', kind: 'clock', label: 'ask.clock', required: true }
const channel: Asked = { id: 'channel', kind: 'channel', label: 'ask.channel', required: true }

/** Every command of a ticket: what it asks, and whether it may lie in the past. */
export const COMMAND_FORMS: Readonly<Record<string, CommandForm>> = {
  accept: { icon: 'check', asks: [], happened: true },
  grade: {
    icon: 'bolt',
    happened: true,
    checksVersion: true,
    key: 'g',
    asks: [
      { id: 'grade', kind: 'grade', label: 'ask.grade', required: true },
      { id: 'by', kind: 'grade-by', label: 'ask.grade-by' },
      prose('reason', 'ask.grade-reason'),
    ],
  },
  reply: { icon: 'phone', asks: [channel, summary(true)], happened: true, key: 'r' },
  answer: { icon: 'check', asks: [summary(true)], happened: true },
  'send-plan': { icon: 'document', asks: [summary(true)], happened: true },
  judge: {
    icon: 'find',
    happened: true,
    asks: [
      { id: 'cause', kind: 'cause', label: 'ask.cause', required: true },
      { id: 'removable', kind: 'yes-no', label: 'ask.removable' },
      { id: 'affectsWork', kind: 'yes-no', label: 'ask.affects-work' },
      { id: 'remote', kind: 'yes-no', label: 'ask.remote' },
      { id: 'offSite', kind: 'yes-no', label: 'ask.off-site' },
      { id: 'soon', kind: 'yes-no', label: 'ask.soon' },
      summary(),
    ],
  },
  assign: {
    icon: 'user',
    asks: [{ id: 'person', kind: 'person', label: 'ask.person', required: true }],
    happened: false,
    checksVersion: true,
    key: 's',
  },
  transfer: {
    icon: 'users',
    asks: [{ id: 'team', kind: 'team', label: 'ask.team', required: true }, prose('reason', 'ask.reason')],
    happened: false,
    checksVersion: true,
  },
  pause: {
    icon: 'pause',
    happened: true,
    key: 'p',
    asks: [
      { id: 'reason', kind: 'reason', label: 'ask.pause-reason', required: true },
      line('evidence', 'ask.evidence'),
      { id: 'noticeAt', kind: 'instant', label: 'ask.notice-at' },
      note,
    ],
  },
  resume: { icon: 'play', asks: [{ id: 'reason', kind: 'reason', label: 'ask.resume-reason' }, note], happened: true },
  restore: { icon: 'check', asks: [summary()], happened: true },
  confirm: { icon: 'check', asks: [line('by', 'ask.by'), note], happened: true },
  refuse: { icon: 'no', asks: [why], happened: true },
  reopen: { icon: 'undo', asks: [why], happened: true },
  close: { icon: 'lock', asks: [note], happened: true, key: 'c' },
  cancel: { icon: 'close', asks: [why], happened: true },
  merge: { icon: 'merge', asks: [ticket('into', 'ask.into'), why], happened: false, checksVersion: true },
  relate: { icon: 'link', asks: [ticket('to', 'ask.relate-to')], happened: false },
  unrelate: { icon: 'close', asks: [ticket('to', 'ask.unrelate-to')], happened: false },
  note: { icon: 'lock', asks: [prose('text', 'ask.note', true)], happened: false, key: 'i' },
  message: { icon: 'mail', asks: [channel, prose('text', 'ask.message', true)], happened: true },
  edit: {
    icon: 'pencil',
    asks: [line('title', 'ask.title'), { id: 'asset', kind: 'asset', label: 'ask.asset' }],
    happened: false,
    checksVersion: true,
  },
  'remote-authorise': { icon: 'key', asks: [line('by', 'ask.by')], happened: true },
  'remote-start': { icon: 'screen', asks: [note], happened: true },
  'remote-fail': { icon: 'no', asks: [note], happened: true },
  'remote-solve': { icon: 'check', asks: [summary()], happened: true },
  'remote-end': { icon: 'close', asks: [note], happened: true },
  'need-visit': {
    icon: 'wrench',
    asks: [note, { id: 'special', kind: 'yes-no', label: 'ask.special' }, { id: 'travelMs', kind: 'hours', label: 'ask.travel' }],
    happened: true,
  },
  arrive: { icon: 'pin', asks: [{ id: 'person', kind: 'person', label: 'ask.arrived' }, note], happened: true, key: 'a' },
  'finish-visit': { icon: 'check', asks: [summary()], happened: true },
  waive: { icon: 'shield', asks: [clock, why, evidence], happened: false },
  excuse: {
    icon: 'shield',
    asks: [clock, { id: 'reason', kind: 'reason', label: 'ask.excuse-reason', required: true }, evidence],
    happened: false,
  },
}

/** These say only who or which; every other command may carry files as its evidence. */
const WITHOUT_FILES: readonly string[] = [
  'accept',
  'grade',
  'assign',
  'transfer',
  'merge',
  'relate',
  'unrelate',
  'edit',
  'remote-authorise',
]

export const takesFiles = (command: string): boolean => !WITHOUT_FILES.includes(command)

/** Commands in the order of the side panel: talking, clocks, people, remote, on site, the end. */
export const COMMAND_GROUPS: readonly { readonly name: WordKey; readonly commands: readonly string[] }[] = [
  { name: 'actions.talk', commands: ['accept', 'reply', 'answer', 'send-plan', 'judge', 'note', 'message', 'edit', 'relate', 'unrelate'] },
  { name: 'actions.people', commands: ['assign', 'transfer'] },
  { name: 'actions.clocks', commands: ['grade', 'pause', 'resume', 'waive', 'excuse'] },
  { name: 'actions.remote', commands: ['remote-authorise', 'remote-start', 'remote-fail', 'remote-solve', 'remote-end'] },
  { name: 'actions.visit', commands: ['need-visit', 'arrive', 'finish-visit'] },
  { name: 'actions.end', commands: ['restore', 'confirm', 'refuse', 'close', 'reopen', 'cancel', 'merge'] },
]

export type Answers = Readonly<Record<string, string | number | boolean | undefined>>

const HOUR_MS = 3_600_000

/** The request that the answers make: nothing for what was left empty; a clock parts into promise and episode. */
export function bodyOf(form: CommandForm, answers: Answers): Record<string, unknown> {
  const body: Record<string, unknown> = {}
  for (const { id, kind } of form.asks) {
    const value = answers[id]
    if (value === undefined || value === '') continue
    if (kind === 'clock') {
      const [promise = '', episode = '1'] = String(value).split('#')
      body.promise = promise
      body.episode = Number(episode)
    } else if (kind === 'hours') body[id] = Math.round(Number(value) * HOUR_MS)
    else body[id] = typeof value === 'string' ? value.trim() : value
  }
  return body
}

/** Questions that must be answered and are not: no request is needed to know. */
export function unanswered(form: CommandForm, answers: Answers): readonly string[] {
  return form.asks
    .filter(({ id, required }) => required && (answers[id] === undefined || String(answers[id]).trim() === ''))
    .map(({ id }) => id)
}
