import { forEachDiagnostic, setDiagnosticsEffect } from '@codemirror/lint'
import type { Diagnostic } from '@codemirror/lint'
import { RangeSetBuilder } from '@codemirror/state'
import type { EditorState, Extension, Text } from '@codemirror/state'
import { Decoration, GutterMarker, ViewPlugin, gutter } from '@codemirror/view'
import type { DecorationSet, EditorView, ViewUpdate } from '@codemirror/view'
import type { PlanFinding } from '../../../wire/base.ts'
import { tokensOf } from './yaml-place.ts'
import type { Token } from './yaml-place.ts'

type Severity = PlanFinding['severity']

/** The same shapes as on the badges: a diamond cannot stand, three quarters of a ring want a look, a dashed ring is to be filled. */
const SHAPES: Readonly<Record<Severity, string>> = {
  error:
    '<path d="M8 .8 15.2 8 8 15.2.8 8z" fill="currentColor"/><path d="M8 4.6v4M8 11v.2" stroke="var(--surface)" stroke-width="1.9" stroke-linecap="round"/>',
  warning:
    '<circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" stroke-width="1.5"/><path d="M8 8V3.4A4.6 4.6 0 1 1 3.4 8z" fill="currentColor"/>',
  question: '<circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" stroke-width="1.5" stroke-dasharray="2.2 2.5"/>',
}

class Mark extends GutterMarker {
  readonly #severity: Severity
  constructor(severity: Severity) {
    super()
    this.#severity = severity
  }
  override eq(other: Mark): boolean {
    return other.#severity === this.#severity
  }
  override toDOM(): HTMLElement {
    const box = document.createElement('span')
    box.className = `plan-mark ${this.#severity}`
    const shape = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
    for (const [name, value] of Object.entries({ viewBox: '0 0 16 16', width: '13', height: '13' })) shape.setAttribute(name, value)
    shape.innerHTML = SHAPES[this.#severity]
    box.append(shape)
    return box
  }
}

const MARKS: Readonly<Record<string, Mark>> = { error: new Mark('error'), warning: new Mark('warning'), info: new Mark('question') }
const ORDER = ['error', 'warning', 'info']

function worstIn(state: EditorState, from: number, to: number): Mark | null {
  const severities: string[] = []
  forEachDiagnostic(state, (one, start) => {
    if (start >= from && start <= to) severities.push(one.severity)
  })
  const worst = ORDER.find((one) => severities.includes(one))
  return worst === undefined ? null : (MARKS[worst] ?? null)
}

/** Beside each line the gravest thing that is said of it. */
const markGutter = gutter({
  class: 'plan-marks',
  lineMarker: (view, block) => worstIn(view.state, block.from, block.to),
  lineMarkerChange: ({ transactions }) => transactions.some((one) => one.effects.some((effect) => effect.is(setDiagnosticsEffect))),
  initialSpacer: () => MARKS.error!,
})

export type ClauseSpan = { readonly id: string; readonly from: number; readonly to: number }

/** From where to where each clause stands, in lines counted from 1. */
export function clauseSpans(tokens: readonly Token[], doc: Text): readonly ClauseSpan[] {
  const keys = tokens.filter(({ kind, path }) => kind === 'key' && path.length <= 2)
  return keys.flatMap(({ path, from, text }, index) => {
    if (path.length !== 2 || path[0] !== 'promises') return []
    const next = keys[index + 1]
    return [{ id: text, from: doc.lineAt(from).number, to: next ? doc.lineAt(next.from).number - 1 : doc.lines }]
  })
}

const KEY = Decoration.mark({ class: 'cm-key' })
const NOTE = Decoration.mark({ class: 'cm-note' })
const IN_CLAUSE = Decoration.line({ class: 'cm-in-clause' })

/** What is set apart on a line: its keys, and the note behind a `#`. */
function paintLine(builder: RangeSetBuilder<Decoration>, line: { from: number; text: string }, keys: ReadonlyMap<number, Token>): void {
  for (let at = line.from; at < line.from + line.text.length; at++) {
    const key = keys.get(at)
    if (key) builder.add(at, key.to, KEY)
    if (line.text[at - line.from] === '#' && /^$|\s/.test(line.text[at - line.from - 1] ?? '')) {
      builder.add(at, line.from + line.text.length, NOTE)
      return
    }
  }
}

/** Keys in colour, the clause under the caret on a ground of its own; `caret` hears which clause that is. */
export function clauseReading(caret: (clause: string | undefined) => void): Extension {
  return ViewPlugin.fromClass(
    class {
      decorations: DecorationSet
      #tokens: readonly Token[]
      #spans: readonly ClauseSpan[]
      #told: string | undefined

      constructor(view: EditorView) {
        this.#tokens = tokensOf(view.state.doc.toString())
        this.#spans = clauseSpans(this.#tokens, view.state.doc)
        this.decorations = this.#paint(view)
      }

      update(update: ViewUpdate): void {
        if (update.docChanged) {
          this.#tokens = tokensOf(update.state.doc.toString())
          this.#spans = clauseSpans(this.#tokens, update.state.doc)
        }
        if (update.docChanged || update.selectionSet || update.viewportChanged) this.decorations = this.#paint(update.view)
        const here = this.#clauseAt(update.state)?.id
        if (here !== this.#told) {
          this.#told = here
          // not while the view is being redrawn
          queueMicrotask(() => caret(here))
        }
      }

      #clauseAt(state: EditorState): ClauseSpan | undefined {
        const line = state.doc.lineAt(state.selection.main.head).number
        return this.#spans.find(({ from, to }) => from <= line && line <= to)
      }

      #paint(view: EditorView): DecorationSet {
        const builder = new RangeSetBuilder<Decoration>()
        const here = this.#clauseAt(view.state)
        const keys = new Map(this.#tokens.flatMap((one) => (one.kind === 'key' ? [[one.from, one]] : [])))
        for (const { from, to } of view.visibleRanges)
          for (let at = from; at <= to;) {
            const line = view.state.doc.lineAt(at)
            if (here && here.from <= line.number && line.number <= here.to) builder.add(line.from, line.from, IN_CLAUSE)
            paintLine(builder, line, keys)
            at = line.to + 1
          }
        return builder.finish()
      }
    },
    { decorations: (plugin) => plugin.decorations },
  )
}

/** What a finding underlines: from its place to the end of the word or value that stands there. */
export function underlined(line: string, column: number): { readonly from: number; readonly to: number } {
  const from = Math.min(Math.max(0, column - 1), line.length)
  const [word = ''] = /^(?:"[^"]*"?|'[^']*'?|[{[][^\n]*|[^,}\]#\n]+)/.exec(line.slice(from)) ?? []
  const key = /^[\w-]+(?=:(\s|$))/.exec(word)?.[0]
  const to = from + (key ?? word).trimEnd().length
  return { from, to: Math.max(to, Math.min(from + 1, line.length)) }
}

const LINT_SEVERITY = { error: 'error', warning: 'warning', question: 'info' } as const

export function diagnosticsOf(findings: readonly PlanFinding[], doc: Text): Diagnostic[] {
  return findings
    .filter(({ line }) => line <= doc.lines)
    .map(({ line, column, severity, words }) => {
      const { from, text } = doc.line(line)
      const span = underlined(text, column)
      return { from: from + span.from, to: from + span.to, severity: LINT_SEVERITY[severity], message: words }
    })
    .sort((a, b) => a.from - b.from)
}

export const planMarks: Extension = markGutter
