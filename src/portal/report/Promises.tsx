import { useEffect, useState } from 'preact/hooks'
import { call } from '../../ui/api/call.ts'
import { instantWords } from '../../ui/time.ts'
import type { ReportByCodeInput } from '../../wire/codes.ts'
import type { ReportFaultInput } from '../../wire/ticket-commands.ts'
import type { ClockPreview } from '../../wire/tickets.ts'
import { useMinute } from '../now.ts'
import { useWords } from '../words/say.ts'

/** Whoever still chooses is not asked for with each touch. */
const SETTLED_MS = 250

/** The clocks that this report would start, by the decision that will start them; asked anew each minute, since they count from when it is sent. */
function usePreview({ path, request, minute }: Pick<PromisesProps, 'path' | 'request'> & { readonly minute: number }) {
  const { say } = useWords()
  const [preview, setPreview] = useState<ClockPreview>()
  // What is typed moves no clock, and is nobody's business yet.
  const title = say('report.title')
  const { contact: _contact, values: _values, files: _files, line: _line, ...moves } = request as ReportFaultInput
  const asked = JSON.stringify({ ...moves, title, description: title })
  useEffect(() => {
    const timer = setTimeout(() => {
      const body: unknown = JSON.parse(asked)
      void call<ClockPreview>('POST', path, { body }).then(setPreview, () => setPreview(undefined))
    }, SETTLED_MS)
    return () => clearTimeout(timer)
  }, [asked, path, minute])
  return preview
}

type PromisesProps = {
  /** where it is tried out, and what */
  readonly path: string
  readonly request: ReportFaultInput | ReportByCodeInput
  readonly zone: string
  /** the number of the contract that promises it, for whom that is no secret */
  readonly contract?: string | undefined
}

/** 现在报修，我们承诺: before it is sent one sees what it starts. */
export function Promises({ path, request, zone, contract }: PromisesProps) {
  const { say, locale } = useWords()
  const now = useMinute()
  const preview = usePreview({ path, request, minute: Math.floor(now / 60_000) })
  if (!preview) return null
  const { clocks, waiting } = preview
  return (
    <section className="card promises" aria-label={say('report.promise')}>
      <h2>{say('report.promise')}</h2>
      {contract !== undefined && <p className="s13 ink2">{say('report.promise-under', { number: contract })}</p>}
      {clocks.length + waiting.length === 0 && <p className="ink2">{say('report.promise-none')}</p>}
      <ul className="rows">
        {clocks.map((clock) => (
          <li key={clock.promise} className="promise-row">
            <span className="ink2">{clock.title}</span>
            <b>
              {clock.dueAt === undefined
                ? clock.words[0]
                : say('report.promise-by', { due: instantWords(clock.dueAt, now, { zone, locale, ends: true }) })}
              {clock.provisional && <span className="s13 ink2">{say('report.promise-provisional')}</span>}
            </b>
            {clock.text !== undefined && <p className="song s13">{say('quoted', { text: clock.text })}</p>}
          </li>
        ))}
      </ul>
      {waiting.length > 0 && (
        <details>
          <summary>{say('report.promise-later')}</summary>
          <ul className="rows">
            {waiting.map((clock) => (
              <li key={clock.promise} className="promise-row">
                <span className="ink2">{clock.title}</span>
                <span className="ink2">{clock.waitsFor}</span>
                {clock.text !== undefined && <p className="song s13">{say('quoted', { text: clock.text })}</p>}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}
