import { isMap } from '../fact.ts'
import type { Fact } from '../fact.ts'

/** 导入的事实 say where they come from in `data.imported`. `run`: the import; `file`, `sha256`: what was read; `sheet`, `row`: where in it, the first row is 1. */
export type ImportedFrom = {
  readonly run: string
  readonly file: string
  readonly sha256: string
  readonly sheet: string
  readonly row: number
}

/** Undefined: the fact was not imported. */
export function importedFrom({ source, data }: Pick<Fact, 'source' | 'data'>): ImportedFrom | undefined {
  const { imported } = data
  return source === 'import' && isMap(imported) && typeof imported.run === 'string' ? (imported as ImportedFrom) : undefined
}

/**
 * One import is one piece of news: what its facts say together is believed, and what they say one after the other is not. Else a ticket would be believed to
 * be late, and somebody be told so, before the line that says it was answered is read.
 */
export function isOfOneImport(a: Fact, b: Fact): boolean {
  const run = importedFrom(a)?.run
  return run !== undefined && run === importedFrom(b)?.run && a.recordedAt === b.recordedAt
}
