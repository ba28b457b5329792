import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Input, Popover } from 'antd'
import { useState } from 'react'
import type { ClockReading } from '../../wire/session.ts'
import { Icon } from '../../ui/Icon.tsx'
import { setTenantNow, tenantNow, useMinute } from '../../ui/now.ts'
import { fromInput, fullWords, toInput } from '../../ui/time.ts'
import { useWords } from '../../ui/words/say.ts'
import { write } from '../api/call.ts'
import { useMay, useSession, useZone } from '../session.ts'
import { failureWords } from './Failure.tsx'
import { notify } from './notice.ts'

const MINUTE_MS = 60_000
const STEPS = [
  { key: 'clock.half-hour', ms: 30 * MINUTE_MS },
  { key: 'clock.two-hours', ms: 120 * MINUTE_MS },
  { key: 'clock.day', ms: 24 * 60 * MINUTE_MS },
] as const

/** Moves a demo tenant's clock forward; the engine, the waker and every badge obey. */
function useAdvance(): { readonly advance: (ms: number) => void; readonly busy: boolean } {
  const { say, locale } = useWords()
  const zone = useZone()
  const client = useQueryClient()
  const { mutate, isPending } = useMutation({
    mutationFn: (ms: number) => write<ClockReading>('POST', '/clock/advance', { ms }),
    onSuccess: ({ now }) => {
      setTenantNow(now)
      void client.invalidateQueries()
      notify({ words: say('clock.moved', { now: fullWords(now, { zone, locale }) }) })
    },
    onError: (error) => notify({ words: failureWords(error, say), tone: 'refused' }),
  })
  return { advance: mutate, busy: isPending }
}

function Travel({ done }: { readonly done: () => void }) {
  const { say } = useWords()
  const zone = useZone()
  const { advance, busy } = useAdvance()
  const [until, setUntil] = useState(() => toInput(tenantNow() + 60 * MINUTE_MS, zone))
  const target = fromInput(until, zone)
  const ahead = target === undefined ? 0 : target - tenantNow()
  const go = (ms: number): void => {
    advance(ms)
    done()
  }
  return (
    <div className="travel">
      <p className="s13 ink2">{say('clock.travel-hint')}</p>
      <div className="row">
        {STEPS.map(({ key, ms }) => (
          <Button key={key} disabled={busy} onClick={() => go(ms)}>
            {say(key)}
          </Button>
        ))}
      </div>
      <label className="label" htmlFor="travel-until">
        {say('clock.until')}
      </label>
      <div className="row">
        <Input id="travel-until" type="datetime-local" value={until} onChange={(event) => setUntil(event.target.value)} />
        <Button disabled={busy || ahead <= 0} onClick={() => go(ahead)}>
          {say('clock.go')}
        </Button>
      </div>
      {ahead <= 0 && <p className="s13 ink2">{say('clock.only-forward')}</p>}
    </div>
  )
}

/** The tenant's clock. In a demo it is also the way to move it. */
export function ClockFace() {
  const { say, locale } = useWords()
  const { tenant } = useSession()
  const [open, setOpen] = useState(false)
  const now = useMinute()
  const mayAdvance = useMay('clock.advance') && tenant.demo
  const face = (
    <>
      <Icon name="clock" size={14} />
      <span>{fullWords(now, { zone: tenant.zone, locale })}</span>
    </>
  )
  if (!mayAdvance) return <div className="wall-clock">{face}</div>
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomRight"
      destroyOnHidden
      content={<Travel done={() => setOpen(false)} />}
    >
      <button type="button" className="wall-clock" aria-label={say('clock.travel')}>
        {face}
        <Icon name="down" size={12} />
      </button>
    </Popover>
  )
}
