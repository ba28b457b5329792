import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** `files`: the batches, each a file that reads its tests; `titles`: what they are called where they are told of. */
export type Batches = { readonly files: readonly string[]; readonly titles: ReadonlyMap<string, string>; readonly clear: () => void }

/**
 * Puts test files together that disturb nobody, as those of a pure core: a process for each of two hundred takes longer than most of them.
 * Each goes to the next batch in turn, so that neighbours, which tend to be slow together, are spread.
 */
export function inBatches(files: readonly string[], { title, count }: { readonly title: string; readonly count: number }): Batches {
  const folder = mkdtempSync(join(tmpdir(), 'nx-batches-'))
  const batches = Array.from({ length: Math.min(count, files.length) }, (_, place) => ({
    file: join(folder, `batch-${place + 1}.test.ts`),
    title: `${title}, ${place + 1} of ${count}`,
    lines: files.filter((_file, number) => number % count === place).map((file) => `await import('${pathToFileURL(file)}')\n`),
  }))
  for (const { file, lines } of batches) writeFileSync(file, lines.join(''))
  return {
    files: batches.map(({ file }) => file),
    titles: new Map(batches.map((batch) => [batch.file, batch.title])),
    clear: () => rmSync(folder, { recursive: true, force: true }),
  }
}
