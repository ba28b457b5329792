import { createWriteStream } from 'node:fs'
import { once } from 'node:events'
import type { Command } from 'commander'
import type { Locale } from '../../core/words.ts'
import { demandReadable, readText } from '../input.ts'
import { factLine, importLog } from '../log/import.ts'
import type { Imported } from '../log/import.ts'
import { parseMapping } from '../log/mapping.ts'
import { sayCli } from '../say.ts'

/** Lines in large pieces: one write a fact costs more than reading the log did. */
async function writeFacts(imported: Imported, out: string | undefined): Promise<void> {
  const stream = out === undefined ? process.stdout : createWriteStream(out)
  for (let from = 0; from < imported.facts.length; from += 2_000) {
    const piece = imported.facts.slice(from, from + 2_000).map((fact) => `${factLine(fact)}\n`).join('')
    if (!stream.write(piece)) await once(stream, 'drain')
  }
  if (stream !== process.stdout) {
    stream.end()
    await once(stream, 'finish')
  }
}

function report(locale: Locale, imported: Imported): void {
  const figures = { events: imported.events, cases: imported.cases, facts: imported.facts.length }
  process.stderr.write(`${sayCli(locale, 'import.done', figures)}\n`)
  if (imported.unmatched.length === 0) return
  const examples = imported.unmatched.slice(0, 3).map((event) => `${event.caseId} #${event.line}`).join(', ')
  process.stderr.write(`${sayCli(locale, 'import.unmatched', { count: imported.unmatched.length, examples })}\n`)
}

export function registerData(program: Command, locale: Locale): void {
  program
    .command('import-log')
    .description(sayCli(locale, 'command.import-log'))
    .argument('<file>', sayCli(locale, 'argument.log-file'))
    .requiredOption('--map <file>', sayCli(locale, 'argument.map'))
    .option('--out <file>', sayCli(locale, 'argument.out'))
    .action(async (file: string, options: { map: string; out?: string }) => {
      const mapping = parseMapping(readText(options.map))
      demandReadable(file)
      const imported = await importLog(file, mapping)
      await writeFacts(imported, options.out)
      report(locale, imported)
    })
}
