import type { Command } from 'commander'
import type { Locale } from '../../core/words.ts'
import { describeSettings } from '../../server/config.ts'
import type { ImportOptions } from '../contract-import.ts'
import type { PublishOptions } from '../calendar-publish.ts'
import type { AuditOptions, TenantOptions } from '../database.ts'
import { sayCli } from '../say.ts'

/** The server's own code is loaded by the commands that run it: a plan is checked without it. */
const database = () => import('../database.ts')

export function registerServer(program: Command, locale: Locale): void {
  const say = (key: Parameters<typeof sayCli>[1]) => sayCli(locale, key)
  program
    .command('start')
    .description(say('command.start'))
    .allowUnknownOption()
    .allowExcessArguments()
    .addHelpText('after', () => `\n${say('title.settings')}\n${describeSettings(locale)}`)
    .action(async (_: unknown, command: Command) => (await import('../start.ts')).start(locale, command.args))
  program
    .command('audit')
    .description(say('command.audit'))
    .option('--tenant <code>', say('argument.tenant'))
    .option('--head <size:root>', say('argument.head'))
    .option('--json', say('option.json'))
    .action(async (options: AuditOptions) => (await database()).audit(locale, options))
  program
    .command('backup')
    .description(say('command.backup'))
    .action(async () => (await database()).backup(locale))
  program
    .command('restore')
    .description(say('command.restore'))
    .argument('<from>', say('argument.backup-folder'))
    .argument('<to>', say('argument.target-folder'))
    .option('--until <instant>', say('argument.point-in-time'))
    .action(async (from: string, to: string, options: { until?: string }) =>
      (await database()).restore(locale, { from, to, until: options.until }),
    )
  program
    .command('upgrade')
    .description(say('command.upgrade'))
    .action(async () => (await database()).upgrade(locale))
  program
    .command('contract')
    .description(say('command.contract'))
    .command('import')
    .description(say('command.contract.import'))
    .argument('<files...>', say('argument.import-files'))
    .requiredOption('--contract <number>', say('argument.contract-number'))
    .option('--server <url>', say('argument.server-url'), 'http://127.0.0.1:8080')
    .option('--dry-run', say('option.dry-run'))
    .addHelpText('after', () => `\n${say('contract-import.token-help')}`)
    .action(async (files: string[], options: ImportOptions) =>
      (await import('../contract-import.ts')).importContract(locale, files, options),
    )
  program
    .command('calendar')
    .description(say('command.calendar'))
    .command('publish')
    .description(say('command.calendar.publish'))
    .argument('<file>', say('argument.holidays'))
    .requiredOption('--tenant <code>', say('argument.tenant'))
    .option('--by <account>', say('argument.by'))
    .option('--dry-run', say('option.dry-run'))
    .action(async (file: string, options: PublishOptions) =>
      (await import('../calendar-publish.ts')).publishCalendar(locale, file, options),
    )
  registerTenant(program, locale)
}

function registerTenant(program: Command, locale: Locale): void {
  const say = (key: Parameters<typeof sayCli>[1]) => sayCli(locale, key)
  const tenant = program.command('tenant').description(say('command.tenant'))
  tenant
    .command('create')
    .description(say('command.tenant.create'))
    .argument('<code>', say('argument.tenant'))
    .requiredOption('--name <name>', say('argument.tenant-name'))
    .option('--timezone <zone>', say('argument.timezone'), 'Asia/Shanghai')
    .action(async (id: string, options: TenantOptions) => (await database()).addTenant(locale, id, options))
  tenant
    .command('link')
    .description(say('command.tenant.link'))
    .argument('<code>', say('argument.tenant'))
    .action(async (id: string) => (await database()).linkTenant(locale, id))
}
