import { join, normalize } from 'node:path/posix'
import { Visitor, parseSync } from 'vite'
import type { Source } from './sources.ts'

export type FunctionShape = {
  readonly name: string
  readonly lines: number
  readonly parameters: number
  readonly isAsync: boolean
  /** False for a function handed on where it is written, such as the callback of a map. */
  readonly named: boolean
}
export type Shape = {
  readonly functions: readonly FunctionShape[]
  /** What the file imports, types included: a package's name, or a path from the root of the project. */
  readonly imports: readonly string[]
  readonly anyCount: number
  /** Identifiers that are read, without members and keys: `Date` in `new Date()`, not in `{ Date: 1 }`. */
  readonly identifiers: ReadonlySet<string>
  readonly members: ReadonlySet<string>
}

type Node = { readonly type: string; readonly start: number; readonly end: number }
type FunctionNode = Node & { readonly id?: { readonly name: string } | null; readonly params: readonly unknown[]; readonly async: boolean }
type Named = { readonly type: string; readonly name?: string; readonly value?: unknown }

function importedFrom(specifier: string, path: string): string {
  return specifier.startsWith('.') ? normalize(join(path, '..', specifier)) : specifier
}

function nameOf(key: Named): string {
  return key.name ?? String(key.value ?? '?')
}

/** Names given to a function by what holds it: a variable, a property, a method. */
function nameTable(program: Parameters<Visitor['visit']>[0]): ReadonlyMap<number, string> {
  const names = new Map<number, string>()
  const note = (value: Node | null | undefined, name: string): void => {
    if (value && /Function/.test(value.type)) names.set(value.start, name)
  }
  new Visitor({
    VariableDeclarator: (node) => note(node.init, nameOf(node.id as Named)),
    Property: (node) => note(node.value, nameOf(node.key as Named)),
    PropertyDefinition: (node) => note(node.value, nameOf(node.key as Named)),
    MethodDefinition: (node) => note(node.value, nameOf(node.key as Named)),
  }).visit(program)
  return names
}

export function shapeOf({ path, text }: Source): Shape {
  const { program, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`)
  const names = nameTable(program)
  const functions: FunctionShape[] = []
  const imports: string[] = []
  const identifiers = new Set<string>()
  const members = new Set<string>()
  let anyCount = 0
  const noteFunction = (node: FunctionNode): void => {
    const name = node.id?.name ?? names.get(node.start)
    const lines = text.slice(node.start, node.end).split('\n').length
    functions.push({ name: name ?? '(callback)', lines, parameters: node.params.length, isAsync: node.async, named: name !== undefined })
  }
  const noteImport = (source: { readonly value?: unknown } | null | undefined): void => {
    if (typeof source?.value === 'string') imports.push(importedFrom(source.value, path))
  }
  new Visitor({
    FunctionDeclaration: (node) => noteFunction(node as unknown as FunctionNode),
    FunctionExpression: (node) => noteFunction(node as unknown as FunctionNode),
    ArrowFunctionExpression: (node) => noteFunction(node as unknown as FunctionNode),
    ImportDeclaration: (node) => noteImport(node.source),
    ExportNamedDeclaration: (node) => noteImport(node.source),
    ExportAllDeclaration: (node) => noteImport(node.source),
    ImportExpression: (node) => noteImport(node.source as { readonly value?: unknown }),
    TSAnyKeyword: () => void (anyCount += 1),
    Identifier: (node) => void identifiers.add(node.name),
    MemberExpression: (node) => {
      if (node.object.type === 'Identifier' && node.property.type === 'Identifier') members.add(`${node.object.name}.${node.property.name}`)
    },
  }).visit(program)
  return { functions, imports, anyCount, identifiers, members }
}

export function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0
}
