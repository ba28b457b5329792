import type { Locale } from '../core/words.ts'
import type { StartMessage } from './words/start/say.ts'

/** How a setting's text is read: the value, or undefined when the text is not one. `expects` says what would have been right. */
export type Kind<Value> = { readonly read: (text: string) => Value | undefined; readonly expects: StartMessage }

/**
 * One setting. `env` is its environment variable, `yaml` its place in the settings file, the flag is the environment name without
 * NUOXING_ in small letters (`--trusted-proxy`). `shown` is the default as the help prints it, where that is not the value itself.
 */
export type Setting<Value> = {
  readonly env: string
  readonly yaml: string
  readonly kind: Kind<Value>
  readonly default: Value | undefined
  readonly secret?: true
  readonly doc: Readonly<Record<Locale, string>>
}

export type TlsFiles = { readonly certificate: string; readonly key: string }
/** `secure`: TLS from the first byte (smtps). */
export type MailServer = { readonly host: string; readonly port: number; readonly secure: boolean }
/** Whom mails come from. */
export type MailFrom = { readonly name: string; readonly address: string }
/** What looks for viruses: clamd at a socket or a host, or a program that reads the file from its standard input. */
export type Antivirus =
  | { readonly kind: 'clamd'; readonly path: string; readonly host?: undefined; readonly port?: undefined }
  | { readonly kind: 'clamd'; readonly path?: undefined; readonly host: string; readonly port: number }
  | { readonly kind: 'command'; readonly program: string; readonly args: readonly string[] }
export type LogLevel = 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'silent'

/** Minutes after local midnight. */
export type TimeOfDay = { readonly minute: number }

function kind<Value>(
  code: StartMessage['code'],
  read: (text: string) => Value | undefined,
  params: StartMessage['params'] = {},
): Kind<Value> {
  return { read, expects: { code, params } }
}

export const text = kind('expects.text', (value) => value.trim() || undefined)
export const path = kind('expects.path', (value) => value.trim() || undefined)
export const postgresUrl = kind('expects.postgres-url', readPostgresUrl)
export const url = kind('expects.url', (value) => (/^https?:\/\/[^\s/]+/.test(value) ? value.replace(/\/+$/, '') : undefined))
export const zone = kind('expects.zone', (value) => (isZone(value) ? value : undefined))
export const addresses = kind('expects.addresses', readAddresses)
export const tls = kind('expects.tls', readTls)
export const timeOrOff = kind('expects.time-or-off', readTimeOrOff)
export const onOff = kind(
  'expects.switch',
  (value) => ({ on: true, true: true, yes: true, 1: true, off: false, false: false, no: false, 0: false })[value.toLowerCase()],
)
export const mailUrl = kind('expects.mail-url', readMailUrl)
export const mailFrom = kind('expects.mail-from', readMailFrom)
export const bucket = kind('expects.bucket', (value) =>
  /^https?:\/\/[^\s/?#]+[^\s?#]*$/.test(value) ? value.replace(/\/+$/, '') : undefined,
)
export const antivirus = kind('expects.antivirus', readAntivirus)
export const port = kind('expects.port', (value) => wholeNumber(value, 0, 65_535))

export function count(min: number, max: number): Kind<number> {
  return kind('expects.count', (value) => wholeNumber(value, min, max), { min, max })
}

export function choice<Value extends string>(...choices: readonly Value[]): Kind<Value> {
  return kind('expects.choice', (value) => choices.find((known) => known === value), { choices: choices.join(' ') })
}

function wholeNumber(value: string, min: number, max: number): number | undefined {
  const number = /^\d+$/.test(value) ? Number(value) : Number.NaN
  return number >= min && number <= max ? number : undefined
}

function isZone(value: string): boolean {
  try {
    return Temporal.Now.zonedDateTimeISO(value).timeZoneId.includes('/') || value === 'UTC'
  } catch {
    return false
  }
}

function readAddresses(value: string): readonly string[] | undefined {
  const list = value.split(',').map((one) => one.trim())
  return list.every((one) => /^[\da-f.:]+(\/\d{1,3})?$/i.test(one)) ? list : undefined
}

/** A port behind the host is one that there is; no host at all means a socket, which an address of the web could not say. */
function readPostgresUrl(value: string): string | undefined {
  const [, place] = /^postgres(?:ql)?:\/\/(?=\S)([^\s/?#]*)\S*$/.exec(value) ?? []
  const [, number] = /:([^:\]]*)$/.exec(place?.split('@').at(-1) ?? '') ?? []
  const reachable = number === undefined || wholeNumber(number, 1, 65_535) !== undefined
  return place !== undefined && reachable ? value : undefined
}

/** The colon that parts the two files is the last one, so that a Windows drive letter may stand in the first. */
function readTls(value: string): TlsFiles | undefined {
  const at = value.lastIndexOf(':')
  const files = { certificate: value.slice(0, at), key: value.slice(at + 1) }
  return at > 0 && files.certificate && files.key ? files : undefined
}

function readMailUrl(value: string): MailServer | undefined {
  const [, scheme, host, number] = /^(smtps?):\/\/([A-Za-z\d.-]+|\[[\da-f:]+\])(?::(\d{1,5}))?\/?$/.exec(value) ?? []
  if (host === undefined) return undefined
  const secure = scheme === 'smtps'
  const chosen = number === undefined ? (secure ? 465 : 587) : wholeNumber(number, 1, 65_535)
  return chosen === undefined ? undefined : { host: host.replace(/^\[|\]$/g, ''), port: chosen, secure }
}

/** `诺行服务 <service@example.com>`, or the address alone. */
function readMailFrom(value: string): MailFrom | undefined {
  const [, name = '', named, alone] = /^(?:([^<>\p{Cc}]*)<([^<>\s]+)>|([^<>\s]+))$/u.exec(value.trim()) ?? []
  const address = named ?? alone ?? ''
  return /^[^@\s,;"]+@[^@\s,;"]+$/.test(address) ? { name: name.trim(), address } : undefined
}

function readTimeOrOff(value: string): TimeOfDay | 'off' | undefined {
  if (value === 'off') return 'off'
  const [, hour, minute] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(value) ?? []
  return hour === undefined ? undefined : { minute: Number(hour) * 60 + Number(minute) }
}

export function setting<Value>(one: Setting<Value>): Setting<Value> {
  return one
}

/** `clamd:/run/clamav/clamd.ctl`, `clamd://scanner:3310`, `command:/usr/bin/clamdscan --no-summary -` */
function readAntivirus(value: string): Antivirus | undefined {
  const socket = /^clamd:(\/[^/\s]\S*)$/.exec(value)
  if (socket) return { kind: 'clamd', path: socket[1]! }
  const host = /^clamd:\/\/([^\s/:]+):(\d{1,5})$/.exec(value)
  if (host) return Number(host[2]) > 65_535 ? undefined : { kind: 'clamd', host: host[1]!, port: Number(host[2]) }
  const [program, ...args] = /^command:(\/.+)$/.exec(value)?.[1]?.trim().split(/\s+/) ?? []
  return program === undefined ? undefined : { kind: 'command', program, args }
}
