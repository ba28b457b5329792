import { createWriteStream } from 'node:fs'
import { once } from 'node:events'
import { pipeline } from 'node:stream/promises'
import { Option } from 'commander'
import type { Command } from 'commander'
import type { BoundPlan } from '../../core/promise/types.ts'
import type { Locale } from '../../core/words.ts'
import { EXIT } from '../exit.ts'
import { parseFacts } from '../facts-file.ts'
import { demandReadable, printLine, readInstant, readText } from '../input.ts'
import { beliefLine, effectLine, obligationLine } from '../lines.ts'
import { factLine, importLog } from '../log/import.ts'
import type { Imported } from '../log/import.ts'
import { MAPPING_EXAMPLE, parseMapping } from '../log/mapping.ts'
import { bindFile } from '../plan-input.ts'
import { replayAll } from '../replay.ts'
import type { Replayed } from '../replay.ts'
import { InputError, sayCli } from '../say.ts'
import { tally, tallyLines } from '../summary.ts'

/** Lines in large pieces: one write a fact costs more than reading the log did. */
function* pieces({ facts }: Imported): Generator<string> {
  for (let from = 0; from < facts.length; from += 2_000)
    yield facts
      .slice(from, from + 2_000)
      .map((fact) => `${factLine(fact)}\n`)
      .join('')
}

async function writeFacts(imported: Imported, out: string | undefined): Promise<void> {
  if (out === undefined) {
    for (const piece of pieces(imported)) if (!process.stdout.write(piece)) await once(process.stdout, 'drain')
    return
  }
  await pipeline(pieces(imported), createWriteStream(out)).catch(() => {
    throw new InputError('input.file-unwritable', { file: out })
  })
}

function report(locale: Locale, imported: Imported): void {
  const figures = { events: imported.events, cases: imported.cases, facts: imported.facts.length }
  process.stderr.write(`${sayCli(locale, 'import.done', figures)}\n`)
  if (imported.unmatched.length === 0) return
  const examples = imported.unmatched
    .slice(0, 3)
    .map((event) => `${event.caseId} #${event.line}`)
    .join(', ')
  process.stderr.write(`${sayCli(locale, 'import.unmatched', { count: imported.unmatched.length, examples })}\n`)
}

type ReplayOptions = {
  readonly plan: string
  readonly facts: string
  readonly until: string
  readonly terms?: string
  readonly history?: boolean
  readonly summary?: boolean
}

function replayLines(locale: Locale, { plan }: BoundPlan, { replayed, options }: { replayed: Replayed; options: ReplayOptions }): string[] {
  if (options.summary === true) return tallyLines(locale, plan, tally(plan, replayed.obligations))
  if (options.history === true) return replayed.beliefs.map(beliefLine)
  return [...replayed.obligations.map(obligationLine), ...replayed.effects.map(effectLine)]
}

/** Exit 1 where a promise is broken: a replay can stand in a script. */
function runReplay(locale: Locale, options: ReplayOptions): void {
  const began = performance.now()
  const bound = bindFile(locale, options.plan, options.terms)
  const facts = parseFacts(options.facts, readText(options.facts))
  const replayed = replayAll(bound, facts, readInstant('--until', options.until))
  const lines = replayLines(locale, bound, { replayed, options })
  if (lines.length > 0) printLine(lines.join('\n'))
  if (options.summary === true) {
    const figures = { facts: facts.length, promises: replayed.obligations.length, seconds: ((performance.now() - began) / 1000).toFixed(1) }
    process.stderr.write(`${sayCli(locale, 'summary.done', figures)}\n`)
  }
  process.exitCode = replayed.obligations.some((one) => one.state === 'broken') ? EXIT.found : EXIT.fine
}

export function registerData(program: Command, locale: Locale): void {
  program
    .command('replay')
    .description(sayCli(locale, 'command.replay'))
    .requiredOption('--plan <file>', sayCli(locale, 'argument.plan-option'))
    .requiredOption('--facts <file>', sayCli(locale, 'argument.facts'))
    .requiredOption('--until <instant>', sayCli(locale, 'argument.until'))
    .option('--terms <file>', sayCli(locale, 'argument.terms'))
    .addOption(new Option('--history', sayCli(locale, 'argument.history')).conflicts('summary'))
    .option('--summary', sayCli(locale, 'argument.summary'))
    .action((options: ReplayOptions) => runReplay(locale, options))
  program
    .command('import-log')
    .description(sayCli(locale, 'command.import-log'))
    .argument('<file>', sayCli(locale, 'argument.log-file'))
    .requiredOption('--map <file>', sayCli(locale, 'argument.map'))
    .option('--out <file>', sayCli(locale, 'argument.out'))
    .addHelpText('after', `\n${sayCli(locale, 'import.mapping')}\n\n${MAPPING_EXAMPLE}`)
    .action(async (file: string, options: { map: string; out?: string }) => {
      const mapping = parseMapping(readText(options.map))
      demandReadable(file)
      const imported = await importLog(file, mapping)
      await writeFacts(imported, options.out)
      report(locale, imported)
    })
}
