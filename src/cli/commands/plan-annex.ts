import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import type { Command } from 'commander'
import type { Plan, Term } from '../../core/plan/types.ts'
import { parseDay } from '../../core/time/civil.ts'
import { DAY_MS } from '../../core/time/instant.ts'
import { LOCALES } from '../../core/words.ts'
import type { Locale } from '../../core/words.ts'
import { printLine } from '../input.ts'
import { bindFile, demandPlan } from '../plan-input.ts'
import { InputError, sayCli } from '../say.ts'

type AnnexOptions = {
  readonly output: string
  readonly terms?: string
  readonly lang?: string
  readonly firm?: string
  readonly date?: string
}

function bytesOf(file: string): Buffer {
  try {
    return readFileSync(file)
  } catch {
    throw new InputError('input.file-missing', { file })
  }
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

function chooseLanguage(asked: string | undefined, otherwise: Locale): Locale {
  if (asked === undefined) return otherwise
  const known = LOCALES.find((one) => one === asked)
  if (!known) throw new InputError('usage.locale', { text: asked })
  return known
}

/** A day as its first instant; today, where none is named, so that the same command gives the same bytes all day. */
function readDate(text: string | undefined): { readonly date: number; readonly dated: string } {
  const dated = text ?? new Date().toISOString().slice(0, 10)
  const day = parseDay(dated)
  if (day === undefined) throw new InputError('input.day', { option: '--date', text: dated })
  return { date: day * DAY_MS, dated }
}

function agreedUnder(locale: Locale, file: string, terms: string | undefined): { readonly plan: Plan; readonly terms: readonly Term[] } {
  return terms === undefined ? { plan: demandPlan(locale, file), terms: [] } : bindFile(locale, file, terms)
}

async function writeAnnex(locale: Locale, file: string, options: AnnexOptions): Promise<void> {
  const bytes = bytesOf(file)
  const lang = chooseLanguage(options.lang, locale)
  const when = readDate(options.date)
  const agreed = agreedUnder(locale, file, options.terms)
  // what sets type is loaded by this command alone
  const { annexOf } = await import('../../server/documents/annex.ts')
  const { openDocuments } = await import('../../server/documents/documents.ts')
  const documents = openDocuments()
  try {
    const pdf = await documents.pdf(
      annexOf({ locale: lang, letterhead: { firm: options.firm ?? '' }, file: { bytes, sha256: sha256(bytes) }, ...agreed, ...when }),
    )
    write(options.output, pdf)
    printLine(sayCli(locale, 'annex.written', { file: options.output, kb: Math.ceil(pdf.length / 1024), hash: sha256(bytes) }))
  } finally {
    await documents.close()
  }
}

function write(file: string, bytes: Uint8Array): void {
  try {
    writeFileSync(file, bytes)
  } catch {
    throw new InputError('input.file-unwritable', { file })
  }
}

/** 附件 of a plan file, and the hash by which whoever holds both can tell that they belong together; no database is asked. */
export function registerAnnex(plan: Command, locale: Locale): void {
  const say = (key: Parameters<typeof sayCli>[1]) => sayCli(locale, key)
  plan
    .command('annex')
    .description(say('command.plan.annex'))
    .argument('<file>', say('argument.plan-file'))
    .requiredOption('-o, --output <file>', say('argument.pdf'))
    .option('--terms <file>', say('argument.terms'))
    .option('--lang <locale>', say('argument.lang'))
    .option('--firm <name>', say('argument.firm'))
    .option('--date <day>', say('argument.date'))
    .action((file: string, options: AnnexOptions) => writeAnnex(locale, file, options))
  plan
    .command('hash')
    .description(say('command.plan.hash'))
    .argument('<file...>', say('argument.plan-file'))
    .action((files: string[]) => files.forEach((file) => printLine(`${sha256(bytesOf(file))}  ${file}`)))
}
