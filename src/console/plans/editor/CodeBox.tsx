import { acceptCompletion, autocompletion, startCompletion } from '@codemirror/autocomplete'
import type { CompletionContext, CompletionResult } from '@codemirror/autocomplete'
import { indentWithTab } from '@codemirror/commands'
import { foldService, indentService, indentUnit } from '@codemirror/language'
import { nextDiagnostic, setDiagnostics } from '@codemirror/lint'
import { EditorState, Prec } from '@codemirror/state'
import type { Extension } from '@codemirror/state'
import { EditorView, hoverTooltip, keymap } from '@codemirror/view'
import { basicSetup } from 'codemirror'
import { useEffect, useImperativeHandle, useRef } from 'react'
import type { Ref } from 'react'
import type { PlanFinding } from '../../../wire/base.ts'
import { clauseReading, diagnosticsOf, planMarks } from './marks.ts'
import { explainAt, offersAt } from './suggest.ts'
import type { Knowledge, Offer } from './suggest.ts'
import { planTheme } from './theme.ts'

export type CodeBoxHandle = {
  readonly show: (place: { readonly line: number; readonly column?: number }) => void
  /** Exchanges the first `find` at or after a line; nothing where it does not stand there. */
  readonly put: (line: number, change: { readonly find: string; readonly replace: string }) => void
  /** To the next finding behind the caret. */
  readonly next: () => void
}

/** What the box tells its page; the newest of them is always the one that is called. */
export type CodeBoxTold = {
  readonly changed: (text: string) => void
  readonly caret: (clause: string | undefined) => void
  readonly keep: () => void
  readonly check: () => void
}

type CodeBoxProps = {
  readonly id: string
  readonly label: string
  readonly text: string
  readonly findings: readonly PlanFinding[]
  readonly knowledge: Knowledge
  readonly phrases: Readonly<Record<string, string>>
  readonly told: CodeBoxTold
  readonly ref?: Ref<CodeBoxHandle>
}

const TYPES: Readonly<Record<Offer['kind'], string>> = {
  key: 'property',
  fact: 'enum',
  promise: 'variable',
  name: 'constant',
  word: 'keyword',
  unit: 'constant',
}

/** A key brings its colon; what is written before already is not written twice. */
function complete(knowledge: Knowledge) {
  return (context: CompletionContext): CompletionResult | null => {
    const text = context.state.doc.toString()
    const { from, offers, at } = offersAt(text, context.pos, knowledge)
    const typed = text.slice(from, context.pos)
    if (!context.explicit && typed === '' && !/[:,{[ ]$/.test(text.slice(0, context.pos))) return null
    const hasColon = text[context.pos] === ':'
    const options = offers.map(({ label, kind, name, info }, index) => ({
      label,
      type: TYPES[kind],
      boost: -index / 10,
      ...(name === undefined ? {} : { detail: name }),
      ...(info === undefined ? {} : { info }),
      ...(at === 'key' && !hasColon ? { apply: `${label}: ` } : {}),
    }))
    return options.length === 0 ? null : { from, options, validFor: /^[\w.% -]*$/ }
  }
}

function hover(knowledge: Knowledge): Extension {
  return hoverTooltip((view, pos) => {
    const said = explainAt(view.state.doc.toString(), pos, knowledge)
    if (!said) return null
    return {
      pos: said.from,
      end: said.to,
      create() {
        const dom = document.createElement('div')
        dom.className = 'cm-tooltip-said'
        dom.textContent = said.words
        return { dom }
      },
    }
  })
}

const indentOf = (line: string): number => /^ */.exec(line)?.[0].length ?? 0

/** A line that opens a map is indented under; everything else goes on where the line above stands. */
const indentation = indentService.of((context, pos) => {
  const line = context.state.doc.lineAt(pos)
  if (line.number === 1) return 0
  const above = context.state.doc.line(line.number - 1).text
  return indentOf(above) + (/:\s*$/.test(above) ? 2 : 0)
})

/** What is indented under a line folds into it. */
const folding = foldService.of((state, start, end) => {
  const own = indentOf(state.doc.lineAt(start).text)
  let last = end
  for (let at = state.doc.lineAt(start).number + 1; at <= state.doc.lines; at++) {
    const { text, to } = state.doc.line(at)
    if (text.trim() === '') continue
    if (indentOf(text) <= own) break
    last = to
  }
  return last > end ? { from: end, to: last } : null
})

type Told = { readonly current: CodeBoxTold }

function keys(told: Told): Extension {
  const act = (key: keyof Pick<CodeBoxTold, 'keep' | 'check'>) => () => (told.current[key](), true)
  return Prec.highest(
    keymap.of([
      { key: 'Mod-s', run: act('keep'), preventDefault: true },
      { key: 'Mod-Enter', run: act('check'), preventDefault: true },
      { key: 'Mod-i', run: startCompletion, preventDefault: true },
      { key: 'Tab', run: acceptCompletion },
      indentWithTab,
    ]),
  )
}

type Setup = Pick<CodeBoxProps, 'id' | 'label' | 'knowledge' | 'phrases'>

function extensions({ id, label, knowledge, phrases }: Setup, told: Told): Extension {
  return [
    basicSetup,
    EditorView.lineWrapping,
    keys(told),
    EditorState.phrases.of(phrases),
    EditorState.tabSize.of(2),
    EditorState.languageData.of(() => [{ commentTokens: { line: '#' } }]),
    indentUnit.of('  '),
    indentation,
    folding,
    autocompletion({ override: [complete(knowledge)], icons: false }),
    hover(knowledge),
    planMarks,
    clauseReading((clause) => told.current.caret(clause)),
    planTheme,
    EditorView.contentAttributes.of({ id, 'aria-label': label, spellcheck: 'false', autocapitalize: 'off' }),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) told.current.changed(update.state.doc.toString())
    }),
  ]
}

function show(view: EditorView, { line, column = 1 }: { readonly line: number; readonly column?: number }): void {
  const { from, to } = view.state.doc.line(Math.min(Math.max(1, line), view.state.doc.lines))
  const at = Math.min(from + column - 1, to)
  view.dispatch({ selection: { anchor: at }, effects: EditorView.scrollIntoView(at, { y: 'center' }) })
  view.focus()
}

function put(view: EditorView, line: number, { find, replace }: { readonly find: string; readonly replace: string }): void {
  const { doc } = view.state
  const start = doc.line(Math.min(line, doc.lines)).from
  const at = doc.sliceString(start).indexOf(find)
  if (at < 0) return
  const from = start + at
  view.dispatch({ changes: { from, to: from + find.length, insert: replace }, selection: { anchor: from + replace.length } })
  view.focus()
}

/** A plan's text as one writes it: with what may stand here, what it means, and what is to be said of it. */
export function CodeBox({ id, label, text, findings, knowledge, phrases, told, ref }: CodeBoxProps) {
  const host = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView>(undefined)
  const first = useRef(text)
  const shown = useRef(findings)
  const newest = useRef(told)
  useEffect(() => {
    newest.current = told
    first.current = text
    shown.current = findings
  })
  useEffect(() => {
    const made = new EditorView({
      parent: host.current!,
      state: EditorState.create({ doc: first.current, extensions: extensions({ id, label, knowledge, phrases }, newest) }),
    })
    made.dispatch(setDiagnostics(made.state, diagnosticsOf(shown.current, made.state.doc)))
    view.current = made
    return () => made.destroy()
  }, [id, label, knowledge, phrases])
  useEffect(() => {
    const { current } = view
    if (current && current.state.doc.toString() !== text)
      current.dispatch({ changes: { from: 0, to: current.state.doc.length, insert: text } })
  }, [text])
  useEffect(() => {
    const { current } = view
    if (current) current.dispatch(setDiagnostics(current.state, diagnosticsOf(findings, current.state.doc)))
  }, [findings])
  useImperativeHandle(ref, () => ({
    show: (place) => view.current && show(view.current, place),
    put: (line, change) => view.current && put(view.current, line, change),
    next: () => {
      view.current?.focus()
      if (view.current) nextDiagnostic(view.current)
    },
  }))
  return <div ref={host} className="plan-code" />
}
