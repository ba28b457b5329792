import { join, relative } from 'node:path'
import { parseAst } from 'vite'
import type { Plugin } from 'vite'

const RUNTIME = join(import.meta.dirname, 'runtime.js')
/** Where the list of all controls lies beside the pages. */
export const CONTROLS_FILE = 'controls.json'

/** Answers of a request, not acts of a person. */
const ANSWERS: readonly string[] = ['onSuccess', 'onError', 'onSettled', 'onMutate']

type Node = { readonly type: string; readonly start: number; readonly end: number; readonly [key: string]: unknown }

type Handler = { readonly name: string; readonly value: Node }

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string'
}

function isHandlerName(name: unknown): name is string {
  return typeof name === 'string' && /^on[A-Z]/.test(name) && !ANSWERS.includes(name)
}

/** `onClick={…}` of an element, `onClick: …` of an object literal. */
function handlerOf(node: Node): Handler | undefined {
  if (node.type === 'JSXAttribute') {
    const { name, value } = node as unknown as { name: { name: unknown }; value: Node | null }
    const expression = value?.type === 'JSXExpressionContainer' ? (value.expression as Node) : undefined
    return isHandlerName(name.name) && expression && expression.type !== 'JSXEmptyExpression'
      ? { name: name.name, value: expression }
      : undefined
  }
  if (node.type !== 'Property' || node.shorthand === true) return undefined
  const { key, value } = node as unknown as { key: { name?: unknown }; value: Node }
  // A colour that is called `onBar` is no handler.
  return isHandlerName(key.name) && value.type !== 'Literal' ? { name: key.name, value } : undefined
}

function handlersIn(node: Node, found: Handler[] = []): Handler[] {
  const handler = node.type === 'ObjectPattern' ? undefined : handlerOf(node)
  if (handler) found.push(handler)
  if (node.type === 'ObjectPattern') return found
  for (const value of Object.values(node))
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) handlersIn(child, found)
  return found
}

type Marked = { readonly code: string; readonly controls: readonly string[] }

/** A source file in which each handler reports its place, `src/console/x.tsx:12 onClick`, when it is called. `file`: relative to the project. */
export function markHandlers(code: string, file: string): Marked {
  const handlers = handlersIn(parseAst(code, { lang: file.endsWith('.tsx') ? 'tsx' : 'ts' }, file) as unknown as Node)
  const edits: { readonly at: number; readonly text: string; readonly opens: boolean }[] = []
  const controls: string[] = []
  for (const { name, value } of handlers) {
    const line = code.slice(0, value.start).split('\n').length
    const place = `${file}:${line} ${name}`
    const same = controls.filter((one) => one === place || one.startsWith(`${place} `)).length
    const id = same === 0 ? place : `${place} ${same + 1}`
    controls.push(id)
    edits.push({ at: value.start, text: `__control(${JSON.stringify(id)}, (`, opens: true }, { at: value.end, text: '))', opens: false })
  }
  if (controls.length === 0) return { code, controls }
  // From the end on, so that places stay; of two at one place what closes comes first.
  const order = edits.toSorted((a, b) => b.at - a.at || Number(b.opens) - Number(a.opens))
  let marked = code
  for (const { at, text } of order) marked = `${marked.slice(0, at)}${text}${marked.slice(at)}`
  return { code: `import { control as __control } from ${JSON.stringify(RUNTIME)};${marked}`, controls }
}

/** Pages with a mark on each of its controls, and the list of them beside its pages: which are ever used is seen by the browser tests. */
export function markControls(root: string): Plugin {
  const all = new Set<string>()
  return {
    name: 'mark-controls',
    enforce: 'pre',
    transform(code, path) {
      const file = relative(root, path.split('?')[0] ?? '')
      if (!/^src\/(console|portal|ui)\/.*\.tsx?$/.test(file)) return undefined
      const marked = markHandlers(code, file)
      for (const control of marked.controls) all.add(control)
      return { code: marked.code, map: null }
    },
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: CONTROLS_FILE, source: JSON.stringify([...all].sort(), null, 2) })
    },
  }
}
