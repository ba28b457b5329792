import { useRouter } from '@tanstack/react-router'
import { Input } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { Icon } from '../../ui/Icon.tsx'

type FindInputProps = {
  readonly words: string
  readonly value: string | undefined
  readonly change: (q: string | undefined) => void
  readonly className: string
}

const REST_MS = 220

/** What was typed goes into the address once the fingers rest; what the address says is shown when nobody types. */
export function FindInput({ words, value, change, className }: FindInputProps) {
  const [typed, setTyped] = useState<string>()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  // Who has gone on to another page is not called back by what was typed on this one.
  useEffect(() => () => clearTimeout(timer.current), [])
  const router = useRouter()
  const type = (text: string): void => {
    setTyped(text)
    clearTimeout(timer.current)
    const page = router.state.location.pathname
    timer.current = setTimeout(() => {
      // The page that was left stays until the next one is loaded.
      if (router.state.location.pathname === page) change(text.trim() === '' ? undefined : text.trim())
    }, REST_MS)
  }
  return (
    <Input
      className={className}
      allowClear
      prefix={<Icon name="find" size={14} />}
      value={typed ?? value ?? ''}
      placeholder={words}
      aria-label={words}
      onChange={(event) => type(event.target.value)}
      onBlur={() => setTyped(undefined)}
    />
  )
}
