import type { ReactNode } from 'react'
import type { PlanDocument, PlanPassage } from '../../../wire/plan-documents.ts'
import { useWords } from '../../../ui/words/say.ts'
import { Ruling } from './Ruling.tsx'
import { writeMark } from './mark.ts'
import type { Mark } from './mark.ts'

type Figures = PlanPassage['figures']

/** The text with its figures marked; `skip`: where this piece begins in the whole. */
function Figured({ text, figures, skip = 0 }: { readonly text: string; readonly figures: Figures; readonly skip?: number }) {
  const parts: ReactNode[] = []
  let at = 0
  for (const { from, to, stated } of figures.map((one) => ({ ...one, from: one.from - skip, to: one.to - skip }))) {
    if (from < at || to > text.length) continue
    const figure = (
      <span key={from} className={stated ? 'figure stated' : 'figure'}>
        {text.slice(from, to)}
      </span>
    )
    parts.push(text.slice(at, from), figure)
    at = to
  }
  return (
    <>
      {parts}
      {text.slice(at)}
    </>
  )
}

/** Where each cell begins in the text of its row. */
function cellPlaces(text: string, cells: readonly string[]): readonly number[] {
  const places: number[] = []
  let at = 0
  for (const cell of cells) {
    places.push(text.indexOf(cell, at))
    at = places.at(-1)! + cell.length
  }
  return places
}

/** The cells of a row side by side; figures are placed in the whole of them. */
function Cells({ passage: { cells = [], text, figures } }: { readonly passage: PlanPassage }) {
  const places = cellPlaces(text, cells)
  return (
    <span className="passage-cells" style={{ gridTemplateColumns: `repeat(${cells.length}, minmax(0, 1fr))` }}>
      {cells.map((cell, index) => (
        <span key={index}>
          <Figured text={cell} figures={figures} skip={places[index] ?? 0} />
        </span>
      ))}
    </span>
  )
}

type PassagesProps = {
  readonly laid: PlanDocument
  readonly lit: ReadonlySet<string>
  readonly chosen: string | undefined
  readonly go: (mark: Mark) => void
}

function Passage({ passage, lit, titles, tab }: { readonly passage: PlanPassage; readonly lit: boolean; readonly titles: string; readonly tab: boolean }) {
  const { say } = useWords()
  const { kind, level, state, cells, text, figures, ruled, near } = passage
  const note = state === 'carried' ? titles : state === 'plain' ? '' : say(near === undefined ? `beside.is-${state}` : 'beside.is-near')
  return (
    <div
      className={`passage ${kind} level-${Math.min(level, 3)} ${state} ${lit ? 'lit' : ''}`}
      role="button"
      tabIndex={tab ? 0 : -1}
      data-mark={writeMark({ side: 'passage', at: passage.at })}
      aria-pressed={lit}
    >
      <span className="song passage-text">
        {cells ? <Cells passage={passage} /> : <Figured text={text} figures={figures} />}
      </span>
      <span className="passage-note s12">
        {note}
        {ruled && <span className="ink3"> {say('beside.ruled')}</span>}
      </span>
    </div>
  )
}

/** 签署文件: as calm as it was printed, with its pages, its tables, and beside each passage what was made of it. */
export function Passages({ laid, lit, chosen, go }: PassagesProps) {
  const { say } = useWords()
  const titles = new Map(laid.parts.map(({ key, title, kind }) => [key, title || say(`beside.kind-${kind}`)]))
  return (
    <ol className="passages">
      {laid.passages.map((passage, index) => {
        const mark = writeMark({ side: 'passage', at: passage.at })
        const turned = passage.page !== undefined && passage.page !== laid.passages[index - 1]?.page
        return (
          <li key={passage.at}>
            {turned && <div className="page-mark s12 ink3">{say('beside.page', { page: passage.page ?? 0 })}</div>}
            <Passage
              passage={passage}
              lit={lit.has(mark)}
              titles={passage.parts.map((key) => titles.get(key) ?? key).join(say('list.and'))}
              tab={chosen === undefined ? index === 0 : chosen === mark}
            />
            {chosen === mark && <Ruling laid={laid} passage={passage} go={go} />}
          </li>
        )
      })}
    </ol>
  )
}
