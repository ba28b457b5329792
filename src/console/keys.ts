import { useEffect, useRef } from 'react'

export type KeyMap = Readonly<Record<string, (event: KeyboardEvent) => void>>

/** The parts of a keyboard event by which a shortcut is recognised. */
export type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing'>

/** `k`, `?`, `Escape`, `mod+k`; undefined while an input method composes, or with a key that belongs to the browser. */
export function keyName({ key, ctrlKey, metaKey, altKey, isComposing }: Pressed): string | undefined {
  if (isComposing || key === 'Process' || altKey) return undefined
  const name = key.length === 1 ? key.toLowerCase() : key
  return ctrlKey || metaKey ? `mod+${name}` : name
}

/** A second key of a sequence (`g t`) counts within this time. */
export const SEQUENCE_MS = 1200

export type Press = { readonly name: string; readonly at: number }

/** The shortcut that a press completes: `g t` after `g`, else the key alone. */
export function shortcutFor(map: KeyMap, press: Press, before: Press | undefined): string | undefined {
  const sequence = before && press.at - before.at <= SEQUENCE_MS ? `${before.name} ${press.name}` : undefined
  if (sequence !== undefined && Object.hasOwn(map, sequence)) return sequence
  return Object.hasOwn(map, press.name) ? press.name : undefined
}

/** Where letters are text, a letter is no command; nor while a form stands over the page. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return (
    target.isContentEditable ||
    target.closest('input:not([type=checkbox]), textarea, select, [role=dialog], [role=menu], .ant-select') !== null
  )
}

/** The key before, shared by all that listen: a key that was a command of its own begins no sequence. */
let before: { readonly name: string; readonly at: number } | undefined

/** Shortcuts of a page while it is shown. Those with `mod+` work while typing too. */
export function useKeys(map: KeyMap): void {
  const current = useRef(map)
  useEffect(() => {
    current.current = map
  })
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      const name = keyName(event)
      if (name === undefined || event.defaultPrevented || event.repeat) return
      if (isTyping(event.target) && !name.startsWith('mod+')) return
      const shortcut = shortcutFor(current.current, name, before, event.timeStamp)
      before = shortcut === undefined ? { name, at: event.timeStamp } : undefined
      if (shortcut === undefined) return
      event.preventDefault()
      current.current[shortcut]?.(event)
    }
    document.addEventListener('keydown', hear)
    return () => document.removeEventListener('keydown', hear)
  }, [])
}
