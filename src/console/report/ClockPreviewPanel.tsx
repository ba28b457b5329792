import type { ReactNode } from 'react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ReportFaultInput } from '../../wire/ticket-commands.ts'
import type { ClockPreview } from '../../wire/tickets.ts'
import { ClockShape } from '../../ui/ClockShape.tsx'
import { useMinute } from '../../ui/now.ts'
import { instantWords } from '../../ui/time.ts'
import { useWords } from '../../ui/words/say.ts'
import { call } from '../api/call.ts'
import { CoverBand } from '../contracts/CoverBand.tsx'
import { useZone } from '../session.ts'
import { useSettled } from '../shell/Palette.tsx'

/** Which clocks the report would start, asked of the engine itself; nothing is written. */
function usePreview(request: ReportFaultInput | undefined) {
  // The title starts no clock: typing it asks nothing anew.
  const asked = useSettled(
    request
      ? JSON.stringify({ ...request, title: 'preview', description: request.description ? 'preview' : undefined, contact: undefined })
      : '',
    250,
  )
  return useQuery({
    queryKey: ['preview', asked],
    queryFn: ({ signal }) => call<ClockPreview>('POST', '/tickets/preview', { body: JSON.parse(asked), signal }),
    enabled: asked !== '',
    placeholderData: keepPreviousData,
    retry: false,
  })
}

function Started({ preview }: { readonly preview: ClockPreview }) {
  const { say, locale } = useWords()
  const zone = useZone()
  const now = useMinute()
  return (
    <ul>
      {preview.clocks.map((clock) => (
        <li key={clock.promise} className="preview-clock tone-open">
          <div className="row">
            <span className="toned">
              <ClockShape tone="open" />
            </span>
            <b className="grow">{clock.title}</b>
            <span className={clock.provisional ? 'provisional' : ''}>
              {clock.dueAt === undefined ? say('preview.no-number') : instantWords(clock.dueAt, now, { zone, locale, ends: true })}
            </span>
          </div>
          {clock.text && <p className="song">{say('why.quoted', { text: clock.text })}</p>}
        </li>
      ))}
      {preview.waiting.map((clock) => (
        <li key={clock.promise} className={`preview-clock tone-${clock.state}`}>
          <div className="row">
            <span className="toned">
              <ClockShape tone={clock.state} />
            </span>
            <span className="grow">{clock.title}</span>
            <span className="ink2 s13">{clock.state === 'waiting' ? clock.waitsFor : say('clock.not-triggered')}</span>
          </div>
        </li>
      ))}
    </ul>
  )
}

type PanelProps = { readonly request: ReportFaultInput | undefined; readonly children?: ReactNode }

export function ClockPreviewPanel({ request, children }: PanelProps) {
  const { say } = useWords()
  const zone = useZone()
  const preview = usePreview(request)
  const clocks = preview.data
  const nothing = clocks && clocks.clocks.length + clocks.waiting.length === 0
  return (
    <aside className="preview" aria-live="polite">
      {request && <CoverBand ground={{ asset: request.asset, contract: request.contract, zone }} />}
      {children}
      <h2 className="label">{say('preview.title')}</h2>
      {!request && <p className="s13 ink2">{say('preview.choose-customer')}</p>}
      {request && nothing && <p className="s13 ink2">{say('preview.no-contract')}</p>}
      {request && clocks && <Started preview={clocks} />}
      {request && preview.error && <p className="s13 ink2">{say('preview.failed')}</p>}
    </aside>
  )
}
