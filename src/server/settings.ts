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

const text = kind('expects.text', (value) => value.trim() || undefined)
const path = kind('expects.path', (value) => value.trim() || undefined)
const postgresUrl = kind('expects.postgres-url', (value) => (/^postgres(ql)?:\/\/\S+$/.test(value) ? value : undefined))
const url = kind('expects.url', (value) => (/^https?:\/\/[^\s/]+/.test(value) ? value.replace(/\/+$/, '') : undefined))
const zone = kind('expects.zone', (value) => (isZone(value) ? value : undefined))
const addresses = kind('expects.addresses', readAddresses)
const tls = kind('expects.tls', readTls)
const timeOrOff = kind('expects.time-or-off', readTimeOrOff)
const onOff = kind(
  'expects.switch',
  (value) => ({ on: true, true: true, yes: true, 1: true, off: false, false: false, no: false, 0: false })[value.toLowerCase()],
)
const mailUrl = kind('expects.mail-url', readMailUrl)
const mailFrom = kind('expects.mail-from', readMailFrom)
const port = kind('expects.port', (value) => wholeNumber(value, 0, 65_535))

function count(min: number, max: number): Kind<number> {
  return kind('expects.count', (value) => wholeNumber(value, min, max), { min, max })
}

function choice<Value extends string>(...choices: readonly Value[]): Kind<Value> {
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

function setting<Value>(one: Setting<Value>): Setting<Value> {
  return one
}

/** Every setting there is. Nothing else is read from the environment or the settings file, and what is not here is refused. */
export const SETTINGS = {
  databaseUrl: setting({
    env: 'DATABASE_URL',
    yaml: 'database.url',
    kind: postgresUrl,
    default: undefined,
    secret: true,
    doc: {
      'zh-CN': '用这台 PostgreSQL（15 或更新）代替内置数据库',
      'zh-TW': '用這台 PostgreSQL（15 或更新）代替內建資料庫',
      en: 'use this PostgreSQL (15 or newer) instead of the embedded one',
    },
  }),
  databaseConnections: setting({
    env: 'NUOXING_DATABASE_CONNECTIONS',
    yaml: 'database.connections',
    kind: count(2, 200),
    default: 10,
    doc: { 'zh-CN': '每个进程最多几条数据库连接', 'zh-TW': '每個行程最多幾條資料庫連線', en: 'database connections per process, at most' },
  }),
  dataDir: setting({
    env: 'NUOXING_DATA',
    yaml: 'data',
    kind: path,
    default: './data',
    doc: {
      'zh-CN': '数据目录：内置数据库、备份、日志',
      'zh-TW': '資料目錄：內建資料庫、備份、日誌',
      en: 'data folder: embedded database, backups, logs',
    },
  }),
  port: setting({
    env: 'PORT',
    yaml: 'http.port',
    kind: port,
    default: 8080,
    doc: { 'zh-CN': '网页和接口的端口', 'zh-TW': '網頁和介面的埠', en: 'port of the web pages and the API' },
  }),
  host: setting({
    env: 'NUOXING_HOST',
    yaml: 'http.host',
    kind: text,
    default: '127.0.0.1',
    doc: {
      'zh-CN': '监听的地址；0.0.0.0 让别的机器也能访问',
      'zh-TW': '監聽的位址；0.0.0.0 讓別的機器也能存取',
      en: 'address to listen on; 0.0.0.0 lets other machines in',
    },
  }),
  publicUrl: setting({
    env: 'NUOXING_PUBLIC_URL',
    yaml: 'http.public-url',
    kind: url,
    default: undefined,
    doc: {
      'zh-CN': '用户看到的网址，写进邮件和二维码',
      'zh-TW': '使用者看到的網址，寫進郵件和 QR 碼',
      en: 'the address that users see; goes into mails and QR codes',
    },
  }),
  tls: setting({
    env: 'NUOXING_TLS',
    yaml: 'http.tls',
    kind: tls,
    default: undefined,
    doc: {
      'zh-CN': 'https 的证书和私钥；手机拍照、定位、离线需要 https',
      'zh-TW': 'https 的憑證和私鑰；手機拍照、定位、離線需要 https',
      en: 'certificate and key for https; phones need it for camera, place and offline',
    },
  }),
  trustedProxy: setting({
    env: 'NUOXING_TRUSTED_PROXY',
    yaml: 'http.trusted-proxy',
    kind: addresses,
    default: undefined,
    doc: {
      'zh-CN': '可信的反向代理，采用它给出的来访地址和协议',
      'zh-TW': '可信的反向代理，採用它給出的來訪位址和協定',
      en: 'reverse proxies whose forwarded address and protocol are believed',
    },
  }),
  metricsToken: setting({
    env: 'NUOXING_METRICS_TOKEN',
    yaml: 'http.metrics-token',
    kind: text,
    default: undefined,
    secret: true,
    doc: {
      'zh-CN': '从别的机器读取 /metrics 所用的令牌；不设则只有本机能读',
      'zh-TW': '從別的機器讀取 /metrics 所用的權杖；不設則只有本機能讀',
      en: 'token for reading /metrics from another machine; without it only this one may',
    },
  }),
  mailUrl: setting({
    env: 'NUOXING_MAIL_URL',
    yaml: 'mail.url',
    kind: mailUrl,
    default: undefined,
    doc: {
      'zh-CN': '发邮件的服务器；不设则不发邮件，只进收件箱',
      'zh-TW': '寄郵件的伺服器；不設則不寄郵件，只進收件匣',
      en: 'the server that takes mails; without it there is no mail, only the inbox',
    },
  }),
  mailFrom: setting({
    env: 'NUOXING_MAIL_FROM',
    yaml: 'mail.from',
    kind: mailFrom,
    default: undefined,
    doc: { 'zh-CN': '邮件的发件人', 'zh-TW': '郵件的寄件人', en: 'whom mails come from' },
  }),
  mailUser: setting({
    env: 'NUOXING_MAIL_USER',
    yaml: 'mail.user',
    kind: text,
    default: undefined,
    doc: { 'zh-CN': '登录邮件服务器的用户名', 'zh-TW': '登入郵件伺服器的使用者名稱', en: 'user name at the mail server' },
  }),
  mailSecret: setting({
    env: 'NUOXING_MAIL_SECRET',
    yaml: 'mail.secret',
    kind: text,
    default: undefined,
    secret: true,
    doc: { 'zh-CN': '登录邮件服务器的密码或授权码', 'zh-TW': '登入郵件伺服器的密碼或授權碼', en: 'password at the mail server' },
  }),
  mailTls: setting({
    env: 'NUOXING_MAIL_TLS',
    yaml: 'mail.tls',
    kind: choice('required', 'offered', 'off'),
    default: 'required' as const,
    doc: {
      'zh-CN': '连接邮件服务器要不要加密：必须、对方支持就用、不用',
      'zh-TW': '連線郵件伺服器要不要加密：必須、對方支援就用、不用',
      en: 'encryption on the way to the mail server: demanded, used where offered, or none',
    },
  }),
  demo: setting<boolean>({
    env: 'NUOXING_DEMO',
    yaml: 'demo',
    kind: onOff,
    default: undefined,
    doc: {
      'zh-CN': '示范数据和时间旅行；用内置数据库时默认 on，否则 off',
      'zh-TW': '示範資料和時間旅行；用內建資料庫時預設 on，否則 off',
      en: 'demo data and time travel; on by default with the embedded database, else off',
    },
  }),
  run: setting({
    env: 'NUOXING_RUN',
    yaml: 'run',
    kind: choice('all', 'http', 'worker'),
    default: 'all' as const,
    doc: {
      'zh-CN': '这个进程做什么：网页和接口、后台，或两者',
      'zh-TW': '這個行程做什麼：網頁和介面、背景，或兩者',
      en: 'what this process does: pages and API, background work, or both',
    },
  }),
  locale: setting({
    env: 'NUOXING_LOCALE',
    yaml: 'locale',
    kind: choice('zh-CN', 'zh-TW', 'en'),
    default: 'zh-CN' as const,
    doc: { 'zh-CN': '用户没有选择时的语言', 'zh-TW': '使用者沒有選擇時的語言', en: 'language of users who have not chosen one' },
  }),
  timezone: setting({
    env: 'NUOXING_TIMEZONE',
    yaml: 'timezone',
    kind: zone,
    default: 'Asia/Shanghai',
    doc: {
      'zh-CN': '服务器自己的事按哪个时区（备份时刻、日报）',
      'zh-TW': '伺服器自己的事按哪個時區（備份時刻、日報）',
      en: "time zone of the server's own affairs (hour of the backup, daily reports)",
    },
  }),
  logLevel: setting({
    env: 'NUOXING_LOG_LEVEL',
    yaml: 'log.level',
    kind: choice('trace', 'debug', 'info', 'warn', 'error', 'silent'),
    default: 'info' as const,
    doc: { 'zh-CN': '日志的详细程度', 'zh-TW': '日誌的詳細程度', en: 'how much is logged' },
  }),
  backfillMinutes: setting({
    env: 'NUOXING_BACKFILL_MINUTES',
    yaml: 'backfill.minutes',
    kind: count(0, 10_080),
    default: 10,
    doc: {
      'zh-CN': '手工录入比发生晚几分钟以上算补录',
      'zh-TW': '手工錄入比發生晚幾分鐘以上算補錄',
      en: 'minutes after which an entry by hand counts as back-filled',
    },
  }),
  backupAt: setting<TimeOfDay | 'off'>({
    env: 'NUOXING_BACKUP_AT',
    yaml: 'backup.at',
    kind: timeOrOff,
    default: { minute: 180 },
    doc: {
      'zh-CN': '内置数据库每天备份的时刻',
      'zh-TW': '內建資料庫每天備份的時刻',
      en: 'when the embedded database is backed up each day',
    },
  }),
  backupKeep: setting({
    env: 'NUOXING_BACKUP_KEEP',
    yaml: 'backup.keep',
    kind: count(1, 365),
    default: 7,
    doc: { 'zh-CN': '保留最近几份备份', 'zh-TW': '保留最近幾份備份', en: 'how many backups are kept' },
  }),
} as const

export type SettingName = keyof typeof SETTINGS
type ValueOf<One> = One extends Setting<infer Value> ? Value : never

/** Settings that always have a value, by their default. */
type Defaulted = Exclude<
  SettingName,
  'databaseUrl' | 'publicUrl' | 'tls' | 'trustedProxy' | 'mailUrl' | 'mailFrom' | 'mailUser' | 'mailSecret'
>

/** All settings, read and checked. Paths are as the user wrote them, relative to the working folder. */
export type Config = { readonly [Name in Defaulted]: ValueOf<(typeof SETTINGS)[Name]> } & {
  readonly [Name in Exclude<SettingName, Defaulted>]: ValueOf<(typeof SETTINGS)[Name]> | undefined
}

/** Names the settings file; the only setting that cannot stand in it. */
export const FILE_VARIABLE = 'NUOXING_CONFIG'
export const DEFAULT_FILE = 'nuoxing.yaml'

/** Variables that the tests of this project use; a server ignores them. */
export const TEST_VARIABLES: readonly string[] = [
  'NUOXING_PROVE',
  'NUOXING_SEED',
  'NUOXING_TEST_PG',
  'NUOXING_TEST_BROWSER',
  'NUOXING_CONTROLS_USED',
  'NUOXING_CONTROL_DEAD',
]

export function flagOf(one: Pick<Setting<unknown>, 'env'>): string {
  return `--${one.env
    .replace(/^NUOXING_/, '')
    .toLowerCase()
    .replaceAll('_', '-')}`
}

/** A default in the words in which it would be written. */
export function defaultText(one: Setting<unknown>): string | undefined {
  const value = one.default as string | number | TimeOfDay | undefined
  if (typeof value !== 'object') return value === undefined ? undefined : String(value)
  return `${String(Math.floor(value.minute / 60)).padStart(2, '0')}:${String(value.minute % 60).padStart(2, '0')}`
}
