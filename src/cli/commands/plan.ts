import type { Command } from 'commander'
import { formatInstant } from '../../core/time/instant.ts'
import { instantWords } from '../../core/promise/say.ts'
import { promiseName, sayWhy, whyContext } from '../../core/promise/why.ts'
import type { Obligation } from '../../core/promise/types.ts'
import { comparePlans } from '../../core/plan/compare.ts'
import type { Difference } from '../../core/plan/compare.ts'
import { sayDifference } from '../../core/plan/compare-words.ts'
import type { ComparedPlans } from '../../core/plan/compare-words.ts'
import { explainPlan } from '../../core/plan/explain.ts'
import { sayOpenPlaces } from '../../core/plan/open-words.ts'
import { planJsonSchema } from '../../core/plan/json-schema.ts'
import { KEYS_EN } from '../../core/plan/words/keys/en.ts'
import { KEYS_ZH_CN } from '../../core/plan/words/keys/zh-CN.ts'
import { KEYS_ZH_TW } from '../../core/plan/words/keys/zh-TW.ts'
import { lintPlan } from '../../core/plan/lint.ts'
import { openingNeeds } from '../../core/plan/opening.ts'
import type { Finding, Plan } from '../../core/plan/types.ts'
import type { Locale } from '../../core/words.ts'
import { EXIT } from '../exit.ts'
import { printLine, readInstant, readText } from '../input.ts'
import { bindFile, demandPlan, findingLine, readPlan } from '../plan-input.ts'
import type { ReadPlan } from '../plan-input.ts'
import { InputError, sayCli, sayInputError } from '../say.ts'
import { readCase, readOptions } from '../due-case.ts'
import type { DueCase } from '../due-case.ts'
import { DuePlan } from '../due-plan.ts'
import { registerAnnex } from './plan-annex.ts'

const KEYS = { 'zh-CN': KEYS_ZH_CN, 'zh-TW': KEYS_ZH_TW, en: KEYS_EN } as const

type Checked = { readonly file: string; readonly plan: Plan | undefined; readonly findings: readonly Finding[] }

function check(file: string): Checked {
  const { plan, findings }: ReadPlan = readPlan(file)
  return { file, plan, findings: plan ? [...findings, ...lintPlan(plan)] : findings }
}

function printChecked(locale: Locale, { file, plan, findings }: Checked): void {
  for (const finding of findings) printLine(findingLine(locale, { file, plan }, finding))
  const count = (severity: Finding['severity']) => findings.filter((one) => one.severity === severity).length
  const counts = { file, errors: count('error'), warnings: count('warning'), questions: count('question') }
  printLine(sayCli(locale, findings.length === 0 ? 'check.clean' : 'check.counts', counts))
  if (!plan) return
  for (const { fact, fields } of openingNeeds(plan))
    printLine(sayCli(locale, fields.length === 0 ? 'check.needs-nothing' : 'check.needs', { fact, fields: fields.join(' ') }))
  if (plan.later.length > 0) printLine(sayCli(locale, 'check.later', { count: plan.later.length }))
}

/** Exit 2 where a file is not a plan, 1 where one has errors or warnings to think about, 0 else; questions alone are part of an honest plan. */
function checkFiles(locale: Locale, files: readonly string[], json: boolean): number {
  const all = files.map(check)
  for (const one of all)
    if (json)
      printLine(
        JSON.stringify({
          file: one.file,
          ok: one.plan !== undefined,
          findings: one.findings,
          opening: one.plan ? openingNeeds(one.plan) : [],
        }),
      )
    else printChecked(locale, one)
  if (all.some((one) => !one.plan)) return EXIT.badInput
  return all.some((one) => one.findings.some((finding) => finding.severity !== 'question')) ? EXIT.found : EXIT.fine
}

function printDue(locale: Locale, plan: DuePlan, { one, json }: { readonly one: DueCase; readonly json: boolean }): void {
  const obligation = plan.ask(one)
  const { promise } = one
  if (json) return printLine(dueLine(obligation))
  if (!obligation) return printLine(sayCli(locale, 'due.not-opened', { promise }))
  if (obligation.dueAt === undefined) return printLine(sayCli(locale, 'due.unstated', { promise }))
  const mark = obligation.provisional ? sayCli(locale, 'due.provisional') : ''
  const context = whyContext(plan.boundFor(one.data), obligation)
  const at = instantWords(obligation.dueAt, { zone: context.zone, ends: true }, locale)
  printLine(sayCli(locale, 'due.at', { promise: promiseName(plan.plan, promise), at }) + mark)
  for (const sentence of sayWhy(obligation, context, locale)) printLine(`  ${sentence}`)
}

function dueLine(obligation: Obligation | undefined): string {
  const dueAt = obligation?.dueAt === undefined ? null : formatInstant(obligation.dueAt)
  return JSON.stringify({ dueAt, provisional: obligation?.provisional ?? false })
}

/** One case's answer; what cannot be answered says so in its own place, so that the others stand. */
function caseLine(locale: Locale, plan: DuePlan, { text, line }: { readonly text: string; readonly line: number }): string {
  try {
    return dueLine(plan.ask(readCase({ text, line }, plan.plan)))
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    process.exitCode = EXIT.badInput
    const sentence = sayInputError(locale, error)
    process.stderr.write(`${sentence}\n`)
    return JSON.stringify({ error: sentence, line })
  }
}

/** One line out for each line in, in the same order. Exit 2 where one of them could not be answered. */
function printCases(locale: Locale, plan: DuePlan, file: string): void {
  const lines = readText(file)
    .split('\n')
    .map((text, index) => ({ text, line: index + 1 }))
  const out = lines.filter(({ text }) => text.trim() !== '').map((one) => caseLine(locale, plan, one))
  if (out.length > 0) printLine(out.join('\n'))
}

type DueOptions = {
  readonly promise?: string
  readonly start?: string
  readonly cases?: string
  readonly terms?: string
  readonly json?: boolean
}

function due(locale: Locale, [file = '', ...rest]: readonly string[], options: DueOptions): void {
  const plan = new DuePlan(locale, file, options.terms)
  if (options.cases !== undefined) return printCases(locale, plan, options.cases)
  if (options.promise === undefined) throw new InputError('input.option-missing', { option: '--promise' })
  if (options.start === undefined) throw new InputError('input.option-missing', { option: '--start' })
  const start = readInstant('--start', options.start)
  printDue(locale, plan, { one: { promise: options.promise, start, data: readOptions(rest, plan.plan) }, json: options.json === true })
}

/** The plan as signed, its blanks shown as blanks; with a contract's terms, as it was agreed. */
function explain(locale: Locale, file: string, terms: string | undefined): readonly string[] {
  const { plan, terms: agreed } = terms === undefined ? { plan: demandPlan(locale, file), terms: [] } : bindFile(locale, file, terms)
  const open = sayOpenPlaces(plan, locale, agreed)
  return [...explainPlan(plan, locale, agreed), ...(open.length > 0 ? ['', ...open] : [])]
}

export function registerPlan(program: Command, locale: Locale): void {
  const say = (key: Parameters<typeof sayCli>[1]) => sayCli(locale, key)
  const plan = program.command('plan').description(say('command.plan'))
  plan
    .command('check')
    .description(say('command.plan.check'))
    .argument('<file...>', say('argument.plan-file'))
    .option('--json', say('option.json'))
    .action((files: string[], options: { json?: boolean }) => void (process.exitCode = checkFiles(locale, files, options.json === true)))
  plan
    .command('explain')
    .description(say('command.plan.explain'))
    .argument('<file>', say('argument.plan-file'))
    .option('--terms <file>', say('argument.terms'))
    .option('--json', say('option.json'))
    .action((file: string, options: { terms?: string; json?: boolean }) => {
      const lines = explain(locale, file, options.terms)
      if (options.json === true) printLine(JSON.stringify({ file, lines }))
      else lines.forEach(printLine)
    })
  plan
    .command('due')
    .description(say('command.plan.due'))
    .argument('<file>', say('argument.plan-file'))
    .option('--promise <id>', say('argument.promise'))
    .option('--start <instant>', say('argument.start'))
    .option('--cases <file>', say('argument.cases'))
    .option('--terms <file>', say('argument.terms'))
    .option('--json', say('option.json'))
    .allowUnknownOption()
    .allowExcessArguments()
    .action((_: string, options: DueOptions, command: Command) => due(locale, command.args, options))
  plan
    .command('compare')
    .description(say('command.plan.compare'))
    .argument('<a>', say('argument.plan-file'))
    .argument('<b>', say('argument.plan-file'))
    .option('--json', say('option.json'))
    .action((a: string, b: string, options: { json?: boolean }) => {
      const plans = { a: demandPlan(locale, a), b: demandPlan(locale, b) }
      const differences = comparePlans(plans.a, plans.b)
      process.exitCode = differences.length === 0 ? EXIT.fine : EXIT.found
      if (options.json === true) for (const one of differences) printLine(JSON.stringify(one))
      else printComparison(locale, differences, { names: { a, b }, plans })
    })
  plan
    .command('load')
    .description(say('command.plan.load'))
    .argument('[file...]', say('argument.plan-file'))
    .requiredOption('--tenant <code>', say('argument.tenant'))
    .action(async (files: string[], options: { tenant: string }) => {
      // the server's own code is loaded by what writes alone: a plan is checked without it
      const { loadPlans } = await import('../plan-load.ts')
      await loadPlans(locale, files, options.tenant)
    })
  registerAnnex(plan, locale)
  plan
    .command('schema')
    .description(say('command.plan.schema'))
    .action(() => printLine(JSON.stringify(planJsonSchema(KEYS[locale]), undefined, 2)))
}

function printComparison(locale: Locale, differences: readonly Difference[], pair: ComparedPlans): void {
  if (differences.length === 0) return printLine(sayCli(locale, 'compare.same'))
  for (const one of differences) printLine(sayDifference(one, pair, locale))
}
