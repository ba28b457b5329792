import { useImperativeHandle, useRef } from 'react'
import type { Ref } from 'react'
import type { PlanFinding } from '../../wire/base.ts'
import { lineAt, linesOf, worstByLine } from './plan-text.ts'

export type PlanTextHandle = { readonly show: (finding: Pick<PlanFinding, 'line' | 'column'>) => void }

type PlanTextProps = {
  readonly id: string
  readonly label: string
  readonly text: string
  readonly change: (text: string) => void
  readonly findings: readonly PlanFinding[]
  readonly ref?: Ref<PlanTextHandle>
}

const LINE_PX = 20
/** So much of the text stands above the line that somebody goes to. */
const ABOVE = 4

/** A plan's text with its line numbers; a line about which something is to be said carries a mark. */
export function PlanText({ id, label, text, change, findings, ref }: PlanTextProps) {
  const area = useRef<HTMLTextAreaElement>(null)
  const box = useRef<HTMLDivElement>(null)
  useImperativeHandle(ref, () => ({
    show: ({ line, column }) => {
      const { start, end } = lineAt(text, line)
      area.current?.focus({ preventScroll: true })
      area.current?.setSelectionRange(Math.min(start + column - 1, end), end)
      box.current?.scrollTo({ top: Math.max(0, line - ABOVE) * LINE_PX })
    },
  }))
  const worst = worstByLine(findings)
  const count = Math.max(12, linesOf(text).length)
  return (
    <div className="plan-text" ref={box}>
      <ol className="plan-gutter" aria-hidden>
        {Array.from({ length: count }, (_, index) => (
          <li key={index} className={worst.get(index + 1)}>
            {index + 1}
          </li>
        ))}
      </ol>
      <textarea
        id={id}
        ref={area}
        aria-label={label}
        rows={count}
        wrap="off"
        spellCheck={false}
        autoCapitalize="off"
        value={text}
        onChange={(event) => change(event.target.value)}
      />
    </div>
  )
}
