import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import { roundedWords } from '../../core/promise/lengths.ts'
import type { Fact } from '../../wire/facts.ts'
import type { ExplainedObligation } from '../../wire/obligations.ts'
import { ClockBadge } from '../../ui/ClockBadge.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { instantWords, timeOfDay } from '../../ui/time.ts'
import { mayObjectTo } from '../../ui/disputable.ts'
import { useWords } from '../../ui/words/say.ts'
import { FileList } from '../files/FileList.tsx'
import { importedWords } from '../services/imported.ts'
import { DisputeForm } from '../disputes/DisputeForm.tsx'
import { DisputeMark } from '../disputes/FactDispute.tsx'
import { useMay, useSession } from '../session.ts'
import { failureWords } from '../shell/Failure.tsx'
import { notify } from '../shell/notice.ts'
import { answersOf, correctable, faceOf, fieldLabel, iconOf, isUnverified, textsOf, valueLabel } from './fact-view.ts'
import { CorrectForm, VoidForm, useRuling } from './FactForms.tsx'

export type FactLineProps = {
  readonly fact: Fact
  /** only looked at: nothing is ruled on from here */
  readonly readOnly?: boolean
  readonly zone: string
  readonly now: number
  readonly judged: readonly ExplainedObligation[]
  /** those of the plan, by which a cause may be named */
  readonly reasons: readonly { readonly id: string; readonly name: string }[]
}

/** 补录: both instants, reason, evidence, and whether a second person approved it. */
function Backfilled({ fact, zone, now }: Pick<FactLineProps, 'fact' | 'zone' | 'now'>) {
  const { say, locale } = useWords()
  const { me } = useSession()
  const mayApprove = useMay('fact.approve')
  const { mutate, isPending } = useRuling(fact, 'approve', () => undefined)
  const { backfill } = fact
  if (!backfill) return null
  const { approved } = backfill
  const approve = (): void => mutate({}, { onError: (error) => notify({ words: failureWords(error, say), tone: 'refused' }) })
  return (
    <div className="s13 ink2">
      {say('late.recorded', {
        at: instantWords(fact.recordedAt, now, { zone, locale }),
        late: roundedWords(backfill.lateMs, 'up', locale),
      })}
      {backfill.reason && say('late.because', { reason: backfill.reason })}
      {backfill.evidence && say('late.by', { evidence: backfill.evidence })}{' '}
      {approved ? (
        <b>{say('late.approved', { name: approved.by?.name ?? '', at: instantWords(approved.at, now, { zone, locale }) })}</b>
      ) : (
        <>
          <b>{say('late.waits')}</b>
          {say('late.turns-nothing')}
          {mayApprove && fact.by?.id !== me.id && !fact.voided && (
            <Button size="small" loading={isPending} onClick={approve} className="approve">
              {say('late.approve')}
            </Button>
          )}
        </>
      )}
    </div>
  )
}

function Texts({ fact, reasons }: Pick<FactLineProps, 'fact' | 'reasons'>) {
  const words = useWords()
  const { say, name } = words
  const { main, others } = textsOf(fact)
  const answers = answersOf(fact, reasons, words)
  const label = (key: string): string => {
    if (key.startsWith('values.')) return name('field', key.slice('values.'.length))
    return key === 'by'
      ? say('ask.by')
      : key === 'evidence'
        ? say('ask.evidence')
        : key === 'note'
          ? say('ask.note')
          : key === 'reason'
            ? say('ask.reason')
            : key
  }
  return (
    <>
      {main !== undefined && <span className="fact-text">{main}</span>}
      {answers.length > 0 && (
        <div className="s13 ink2">
          {answers.map(([field, value]) => say('fact.answer', { field, value })).join(say('fact.answers-part'))}
        </div>
      )}
      {others.map(([key, value]) => (
        <div key={key} className="s13 ink2">
          {say('fact.answer', { field: label(key), value })}
        </div>
      ))}
    </>
  )
}

/** Marks of what was said about the fact afterwards. */
function Marks({ fact, zone, now }: Pick<FactLineProps, 'fact' | 'zone' | 'now'>) {
  const words = useWords()
  const { say, locale } = words
  const at = (instant: number): string => instantWords(instant, now, { zone, locale })
  const value = (field: string, one: unknown): string =>
    field === 'occurredAt' && typeof one === 'number' ? at(one) : valueLabel(field, one, words)
  return (
    <>
      {fact.imported && <div className="s13 ink2">{importedWords(say, fact.imported)}</div>}
      {fact.conflict && (
        <div className="s13 conflict-mark">
          <Icon name="flag" size={14} /> {say('fact.conflict', { words: fact.conflict })}
        </div>
      )}
      {fact.corrected?.map((one) => (
        <div key={one.fact} className="s13 ink2">
          <Icon name="pencil" size={12} />{' '}
          {say('fact.corrected', {
            field: fieldLabel(one.field, words),
            from: value(one.field, one.from),
            to: value(one.field, one.to),
            at: at(one.at),
          })}
        </div>
      ))}
      {fact.voided && <div className="s13 ink2">{say('fact.voided', { at: at(fact.voided.at) })}</div>}
    </>
  )
}

function FactMenu({ fact, zone }: { readonly fact: Fact; readonly zone: string }) {
  const { say } = useWords()
  const mayCorrect = useMay('fact.correct') && correctable(fact).length > 0
  const mayVoid = useMay('fact.void') && !fact.type.startsWith('fact.')
  const { me } = useSession()
  const mayDispute = useMay('dispute.raise') && mayObjectTo(fact, me.id)
  const [form, setForm] = useState<'correct' | 'void' | 'dispute'>()
  const items = [
    ...(mayCorrect ? [{ key: 'correct', label: say('correct.menu'), onClick: () => setForm('correct') }] : []),
    ...(mayVoid ? [{ key: 'void', label: say('void.menu'), onClick: () => setForm('void') }] : []),
    ...(mayDispute ? [{ key: 'dispute', label: say('dispute.raise'), onClick: () => setForm('dispute') }] : []),
  ]
  if (items.length === 0 || fact.voided) return null
  const close = (): void => setForm(undefined)
  return (
    <>
      <Dropdown menu={{ items }} trigger={['click']} placement="bottomRight">
        <button type="button" className="plain fact-menu" aria-label={say('fact.menu', { fact: fact.words })}>
          <Icon name="more" />
        </button>
      </Dropdown>
      {form === 'correct' && <CorrectForm fact={fact} zone={zone} close={close} />}
      {form === 'void' && <VoidForm fact={fact} zone={zone} close={close} />}
      {form === 'dispute' && <DisputeForm path={`/facts/${fact.id}/dispute`} about={fact.words} close={close} />}
    </>
  )
}

/** One fact: when it happened, what, by whom; how it was entered only where that differs. */
export function FactLine({ fact, readOnly = false, zone, now, judged, reasons }: FactLineProps) {
  const { say } = useWords()
  const face = faceOf(fact)
  const by = fact.by?.name
  const badges = judged.map((clock) => <ClockBadge key={clock.id} clock={clock} zone={zone} />)
  return (
    <li className={`fact face-${face} ${fact.voided ? 'voided' : ''}`} id={`fact-${fact.id}`}>
      <time className="fact-time" dateTime={new Date(fact.occurredAt).toISOString()}>
        {timeOfDay(fact.occurredAt, zone)}
      </time>
      <span className="fact-dot">
        <Icon name={iconOf(fact.type)} />
      </span>
      <div className="fact-body">
        <div className={face === 'line' ? '' : `fact-box ${face}`}>
          <b className="fact-words">{fact.words}</b>
          {fact.from && <span className="s12 ink2 fact-from"> {say('fact.from', { number: fact.from.number })}</span>}
          {face === 'note' && <span className="s12 ink2"> {say('fact.internal')}</span>}
          {by && <span className="ink2 s13 fact-by"> {by}</span>}
          {fact.backfill && (
            <span className="backfill">
              <Icon name="pencil" size={12} /> {say('late.mark')}
            </span>
          )}
          {fact.dispute && <DisputeMark dispute={fact.dispute} />}
          {isUnverified(fact) && (
            <div className="s13 conflict-mark">
              <Icon name="flag" size={14} />{' '}
              {say('fact.unverified', { name: fact.texts.contactName ?? '', phone: fact.texts.contactPhone ?? '' })}
            </div>
          )}
          {badges.length > 0 && <span className="fact-badges">{badges}</span>} <Texts fact={fact} reasons={reasons} />
          <FileList files={fact.files} />
        </div>
        {!readOnly && <Backfilled fact={fact} zone={zone} now={now} />}
        <Marks fact={fact} zone={zone} now={now} />
      </div>
      {fact.from === undefined && !readOnly && <FactMenu fact={fact} zone={zone} />}
    </li>
  )
}
