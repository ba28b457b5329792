import { parseAst } from 'vite'

/** One small mistake in a source file: `text` stands instead of what was at [start, end). */
export type Mutant = {
  readonly file: string
  readonly line: number
  readonly kind: MutantKind
  readonly start: number
  readonly end: number
  readonly text: string
}

export const MUTANT_KINDS = ['boundary', 'constant', 'deleted statement', 'swapped branch'] as const
export type MutantKind = (typeof MUTANT_KINDS)[number]

type Node = { readonly type: string; readonly start: number; readonly end: number; readonly [key: string]: unknown }
type Edit = Pick<Mutant, 'kind' | 'start' | 'end' | 'text'>

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string'
}

const BOUNDARY: Readonly<Record<string, string>> = { '<': '<=', '<=': '<', '>': '>=', '>=': '>' }
const TURNED: Readonly<Record<string, string>> = { '===': '!==', '!==': '===', '&&': '||', '||': '&&' }

function operatorEdit(code: string, node: Node): Edit[] {
  const { operator, left, right } = node as unknown as { operator: string; left: Node; right: Node }
  const text = BOUNDARY[operator] ?? TURNED[operator]
  const start = code.indexOf(operator, left.end)
  if (text === undefined || start < 0 || start >= right.start) return []
  return [{ kind: operator in BOUNDARY ? 'boundary' : 'swapped branch', start, end: start + operator.length, text }]
}

function branchEdit(code: string, node: Node): Edit[] {
  const { test, consequent, alternate } = node as unknown as { test: Node; consequent: Node; alternate: Node | null }
  const said = (one: Node) => code.slice(one.start, one.end)
  if (node.type === 'IfStatement') return [{ kind: 'swapped branch', start: test.start, end: test.end, text: `!(${said(test)})` }]
  return alternate
    ? [{ kind: 'swapped branch', start: consequent.start, end: node.end, text: `(${said(alternate)}) : (${said(consequent)})` }]
    : []
}

function constantEdit({ start, end, value }: Node): Edit[] {
  if (typeof value === 'number') return [{ kind: 'constant', start, end, text: `${value + 1}` }]
  if (typeof value === 'boolean') return [{ kind: 'constant', start, end, text: String(!value) }]
  return []
}

/** A statement that only does something: without it the code still reads. */
function statementEdit({ start, end, expression }: Node): Edit[] {
  const { type } = expression as Node
  const acts = type === 'CallExpression' || type === 'AssignmentExpression' || type === 'UpdateExpression'
  return acts ? [{ kind: 'deleted statement', start, end, text: ';' }] : []
}

function editsOf(code: string, node: Node): Edit[] {
  switch (node.type) {
    case 'BinaryExpression':
    case 'LogicalExpression':
      return operatorEdit(code, node)
    case 'IfStatement':
    case 'ConditionalExpression':
      return branchEdit(code, node)
    case 'Literal':
      return constantEdit(node)
    case 'ExpressionStatement':
      return statementEdit(node)
    default:
      return []
  }
}

/** Types make no difference at run time: only what stands inside a cast is code. */
function childrenOf(node: Node): readonly unknown[] {
  if (node.type === 'ImportDeclaration' || node.type === 'ExportAllDeclaration') return []
  if (!node.type.startsWith('TS')) return Object.values(node)
  return 'expression' in node ? [node.expression] : []
}

/** Every small mistake that could be made in a file, in the order of its text. `file`: as it is to be named. */
export function mutantsIn(code: string, file: string): Mutant[] {
  const found: Mutant[] = []
  const look = (node: Node): void => {
    for (const edit of editsOf(code, node)) found.push({ file, line: code.slice(0, edit.start).split('\n').length, ...edit })
    for (const value of childrenOf(node)) for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) look(child)
  }
  look(parseAst(code, { lang: 'ts' }, file) as unknown as Node)
  return found.sort((a, b) => a.start - b.start)
}

/** The file with the mistake in it. */
export function mutate(code: string, { start, end, text }: Mutant): string {
  return code.slice(0, start) + text + code.slice(end)
}

/** The mistake as one reads it: place, kind, the line before and after. */
export function tellMutant(code: string, mutant: Mutant): string {
  const lineOf = (text: string) => text.split('\n')[mutant.line - 1]?.trim() ?? ''
  return `${mutant.file}:${mutant.line} ${mutant.kind}: ${lineOf(code)} → ${lineOf(mutate(code, mutant))}`
}
