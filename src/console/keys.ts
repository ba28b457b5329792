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
/** A key that is a command of its own and also begins a sequence waits this long for the second key. */
export const PREFIX_MS = 350

export type Press = { readonly name: string; readonly at: number }
export type Resolved = { readonly shortcut: string; readonly waits: boolean }

/** What a press means, over all maps that are in use: a sequence that it completes, else the key alone. */
export function resolve(maps: readonly KeyMap[], press: Press, before: Press | undefined): Resolved | undefined {
  const known = (shortcut: string): boolean => maps.some((map) => Object.hasOwn(map, shortcut))
  const sequence = before && press.at - before.at <= SEQUENCE_MS ? `${before.name} ${press.name}` : undefined
  if (sequence !== undefined && known(sequence)) return { shortcut: sequence, waits: false }
  if (!known(press.name)) return undefined
  return { shortcut: press.name, waits: maps.some((map) => Object.keys(map).some((one) => one.startsWith(`${press.name} `))) }
}

/** Where letters are text, a letter is no command; nor while a form stands over the page. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return (
    target.isContentEditable ||
    target.closest('input:not([type=checkbox]), textarea, select, [role=dialog], [role=menu], .ant-select') !== null
  )
}

/** Enter on a button or a link that has the focus is its own: who works by Tab and Enter must not open a ticket instead. */
function isPressing(target: EventTarget | null, name: string): boolean {
  return name === 'Enter' && target instanceof HTMLElement && target.closest('a[href], button, summary, [role=button]') !== null
}

type MapInUse = { current: KeyMap }

/** The maps of the shell and of the room in it; one listener hears for all, so that they agree on what was pressed before. */
const inUse = new Set<MapInUse>()
let before: Press | undefined
let waiting: ReturnType<typeof setTimeout> | undefined

function run(shortcut: string, event: KeyboardEvent): void {
  for (const { current } of inUse) if (Object.hasOwn(current, shortcut)) current[shortcut]?.(event)
}

function hear(event: KeyboardEvent): void {
  const name = keyName(event)
  if (name === undefined || event.defaultPrevented || event.repeat) return
  if (isTyping(event.target) && !name.startsWith('mod+')) return
  if (isPressing(event.target, name)) return
  const press = { name, at: event.timeStamp }
  const found = resolve(
    [...inUse].map((one) => one.current),
    press,
    before,
  )
  before = press
  clearTimeout(waiting)
  if (!found) return
  event.preventDefault()
  if (!found.waits) return run(found.shortcut, event)
  waiting = setTimeout(() => {
    // it has acted as a command of its own, and begins no sequence any more
    before = undefined
    run(found.shortcut, event)
  }, PREFIX_MS)
}

/** Shortcuts of a page while it is shown. Those with `mod+` work while typing too. */
export function useKeys(map: KeyMap): void {
  const own = useRef(map)
  useEffect(() => {
    own.current = map
  })
  useEffect(() => {
    if (inUse.size === 0) document.addEventListener('keydown', hear)
    inUse.add(own)
    return () => {
      inUse.delete(own)
      if (inUse.size === 0) document.removeEventListener('keydown', hear)
    }
  }, [])
}
