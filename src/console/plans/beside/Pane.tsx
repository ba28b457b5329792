import { useEffect, useRef } from 'react'
import type { FocusEvent, KeyboardEvent, MouseEvent, ReactNode } from 'react'
import { readMark, writeMark } from './mark.ts'
import type { Mark } from './mark.ts'

/** `look`: pointed at for as long as mouse or keyboard stand there; `choose`: pressed; `cross`: over to the other side. */
export type Marking = {
  readonly look: (mark: Mark | undefined) => void
  readonly choose: (mark: Mark) => void
  readonly cross: (mark: Mark) => void
}

type PaneProps = Marking & {
  readonly label: string
  readonly className: string
  /** what is brought into view here */
  readonly shown: Mark | undefined
  /** with the keyboard, too: it was asked for by name */
  readonly focused: Mark | undefined
  readonly children: ReactNode
}

function markAt(target: EventTarget): Mark | undefined {
  return readMark((target as Element).closest<HTMLElement>('[data-mark]')?.dataset.mark)
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 }

/** The neighbour that the keys lead to, over headings and gaps. */
function step(pane: HTMLElement, from: EventTarget, by: number): void {
  const all = [...pane.querySelectorAll<HTMLElement>('[data-mark]')]
  all[all.indexOf((from as Element).closest<HTMLElement>('[data-mark]')!) + by]?.focus()
}

/** A third of the way down where the pane itself scrolls; where the page does, into its middle. */
function bringIntoView(pane: HTMLElement, element: HTMLElement, always: boolean): void {
  const scrolls = pane.scrollHeight > pane.clientHeight && getComputedStyle(pane).overflowY === 'auto'
  if (!scrolls) return always ? element.scrollIntoView({ block: 'center' }) : undefined
  const [outer, inner] = [pane.getBoundingClientRect(), element.getBoundingClientRect()]
  if (inner.top >= outer.top && inner.bottom <= outer.bottom) return undefined
  pane.scrollTop += inner.top - outer.top - pane.clientHeight / 3
}

/** One side: document or promises. Mouse, keyboard and finger all do the same here. */
export function Pane({ label, className, shown, focused, look, choose, cross, children }: PaneProps) {
  const pane = useRef<HTMLElement>(null)
  const place = shown && writeMark(shown)
  useEffect(() => {
    const element = place === undefined ? undefined : pane.current?.querySelector<HTMLElement>(`[data-mark="${place}"]`)
    if (pane.current && element) bringIntoView(pane.current, element, false)
  }, [place])
  useEffect(() => {
    const element = focused && pane.current?.querySelector<HTMLElement>(`[data-mark="${writeMark(focused)}"]`)
    if (!pane.current || !element) return
    element.focus({ preventScroll: true })
    bringIntoView(pane.current, element, true)
    // the same one asked for again is another asking
  }, [focused])
  const press = (event: KeyboardEvent): void => {
    const mark = markAt(event.target)
    if (!mark) return
    const by = STEPS[event.key]
    if (by !== undefined) step(pane.current!, event.target, by)
    else if (event.key === 'Enter' || event.key === ' ') choose(mark)
    else if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') cross(mark)
    else return
    event.preventDefault()
  }
  const click = (event: MouseEvent): void => {
    const mark = markAt(event.target)
    // a text that is being marked to be copied is not pressed
    if (mark && getSelection()?.isCollapsed !== false) choose(mark)
  }
  return (
    <section
      ref={pane}
      className={`beside-pane ${className}`}
      aria-label={label}
      onMouseOver={(event) => look(markAt(event.target))}
      onMouseLeave={() => look(undefined)}
      onFocus={(event: FocusEvent) => look(markAt(event.target))}
      onBlur={() => look(undefined)}
      onClick={click}
      onKeyDown={press}
    >
      {children}
    </section>
  )
}
