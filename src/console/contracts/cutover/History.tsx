import { Button } from 'antd'
import { useState } from 'react'
import type { Past } from '../../../wire/cutover.ts'
import { useMinute } from '../../../ui/now.ts'
import { instantWords } from '../../../ui/time.ts'
import { useWords } from '../../../ui/words/say.ts'
import { useZone } from '../../session.ts'

export function useInstant(): (at: number) => string {
  const { locale } = useWords()
  const zone = useZone()
  const now = useMinute()
  return (at) => instantWords(at, now, { zone, locale, ends: true })
}

function PastLine({ one }: { readonly one: Past }) {
  const { say } = useWords()
  const instant = useInstant()
  return (
    <li className="sheet-row s13 past-line">
      <span className="grow">
        {one.title} <span className="ink3">{one.of}</span>
      </span>
      <span className="ink2 nowrap">{one.dueAt === undefined ? '—' : instant(one.dueAt)}</span>
      <span className={one.doneAt === undefined ? 'ink3 nowrap' : 'ink2 nowrap'}>
        {one.doneAt === undefined ? say('cutover.history-none') : say('cutover.history-done', { at: instant(one.doneAt) })}
      </span>
    </li>
  )
}

/** 历史: what fell due before the taking over, apart from all that counts. */
export function History({ past }: { readonly past: readonly Past[] }) {
  const { say } = useWords()
  const [open, setOpen] = useState(false)
  if (past.length === 0) return null
  const done = past.filter(({ doneAt }) => doneAt !== undefined).length
  return (
    <section className="card place-card">
      <div className="row">
        <h2 className="label grow">{say('cutover.history')}</h2>
        {!open && (
          <Button size="small" onClick={() => setOpen(true)}>
            {say('cutover.history-show')}
          </Button>
        )}
      </div>
      <p className="s13 ink2">{say('cutover.history-sum', { n: past.length, done, rest: past.length - done })}</p>
      {open && (
        <ul>
          {past.map((one) => (
            <PastLine key={`${one.subject} ${one.promise} ${one.episode}`} one={one} />
          ))}
        </ul>
      )}
    </section>
  )
}
