import { Command, CommanderError } from 'commander'
import { LOCALES } from '../core/words.ts'
import type { Locale } from '../core/words.ts'
import { LogError } from './log/event.ts'
import { registerData } from './commands/data.ts'
import { registerPlan } from './commands/plan.ts'
import { registerServer } from './commands/server.ts'
import { EXIT } from './exit.ts'
import { InputError, isCliKey, localeOfEnvironment, sayCli, sayInputError } from './say.ts'
import type { CliKey } from './words/zh-CN.ts'

const TITLES: Readonly<Record<string, CliKey>> = {
  'Usage:': 'title.usage',
  'Options:': 'title.options',
  'Commands:': 'title.commands',
  'Arguments:': 'title.arguments',
}

/** The language is needed before the arguments are parsed, since the help is said in it. */
function chooseLocale(argv: readonly string[], env: NodeJS.ProcessEnv): Locale {
  const at = argv.findIndex((word) => word === '--locale' || word.startsWith('--locale='))
  if (at < 0) return localeOfEnvironment(env)
  const text = argv[at]?.split('=')[1] ?? argv[at + 1] ?? ''
  const locale = LOCALES.find((known) => known === text)
  if (!locale) throw new InputError('usage.locale', { text })
  return locale
}

/** Commander's own two words in a line of usage. */
function inWords(locale: Locale, usage: string): string {
  return usage.replace('[options]', `[${sayCli(locale, 'usage.options')}]`).replace('[command]', `[${sayCli(locale, 'usage.command')}]`)
}

function inLanguage(command: Command, locale: Locale): void {
  command
    .helpOption('-h, --help', sayCli(locale, 'option.help'))
    .configureHelp({
      styleTitle: (title) => (TITLES[title] ? sayCli(locale, TITLES[title]) : title),
      styleUsage: (text) => inWords(locale, text),
      styleSubcommandTerm: (text) => inWords(locale, text),
    })
    .configureOutput({ outputError: () => undefined })
    .exitOverride()
  if (command.commands.length > 0) command.helpCommand('help [command]', sayCli(locale, 'command.help'))
  for (const child of command.commands) inLanguage(child, locale)
}

function usageSentence(locale: Locale, error: CommanderError): string {
  const text = /'([^']+)'/.exec(error.message)?.[1] ?? ''
  if (error.code === 'commander.unknownCommand') return sayCli(locale, 'usage.unknown-command', { text })
  if (error.code === 'commander.unknownOption') return sayCli(locale, 'usage.unknown-option', { text })
  if (error.code === 'commander.missingArgument' || error.code === 'commander.missingMandatoryOptionValue')
    return sayCli(locale, 'usage.missing-argument', { text })
  return sayCli(locale, 'usage.other')
}

function failure(locale: Locale, error: unknown): number {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return EXIT.fine
    process.stderr.write(`${usageSentence(locale, error)}\n`)
    return EXIT.badInput
  }
  if (error instanceof InputError) process.stderr.write(`${sayInputError(locale, error)}\n`)
  else if (error instanceof LogError && isCliKey(error.code)) process.stderr.write(`${sayCli(locale, error.code, error.params)}\n`)
  else throw error
  return EXIT.badInput
}

export function buildProgram(locale: Locale): Command {
  const program = new Command('nuoxing')
  program.description(sayCli(locale, 'about')).option('--locale <locale>', sayCli(locale, 'option.locale'))
  registerServer(program, locale)
  registerPlan(program, locale)
  registerData(program, locale)
  inLanguage(program, locale)
  return program
}

/** Runs one command line; the exit code is the value. */
export async function runCli(argv: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  let locale = localeOfEnvironment(env)
  try {
    locale = chooseLocale(argv, env)
    await buildProgram(locale).parseAsync([...argv], { from: 'user' })
    return Number(process.exitCode ?? EXIT.fine)
  } catch (error) {
    return failure(locale, error)
  }
}

/** Who reads with `head` has read enough: what is still said goes nowhere, and that is no failure of ours. */
function letReadersLeave(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error
}

if (import.meta.main) {
  process.stdout.on('error', letReadersLeave)
  process.exitCode = await runCli(process.argv.slice(2), process.env)
}
