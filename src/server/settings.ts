import {
  addresses,
  antivirus,
  bucket,
  choice,
  count,
  mailFrom,
  mailUrl,
  onOff,
  path,
  port,
  postgresUrl,
  setting,
  text,
  timeOrOff,
  tls,
  url,
  zone,
} from './setting-kinds.ts'
import type { Setting, TimeOfDay } from './setting-kinds.ts'

export type { Kind, Setting, TlsFiles, MailServer, MailFrom, LogLevel, TimeOfDay } from './setting-kinds.ts'

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
  filesMaxMb: setting({
    env: 'NUOXING_FILES_MAX_MB',
    yaml: 'files.max-mb',
    kind: count(1, 2_000),
    default: 100,
    doc: { 'zh-CN': '一份附件最大多少 MB', 'zh-TW': '一份附件最大多少 MB', en: 'largest attachment, in MB' },
  }),
  filesBucket: setting({
    env: 'NUOXING_FILES_BUCKET',
    yaml: 'files.bucket',
    kind: bucket,
    default: undefined,
    doc: {
      'zh-CN': '附件存在这个 S3 存储桶里，写它的网址；不设则存在数据目录',
      'zh-TW': '附件存在這個 S3 儲存桶裡，寫它的網址；不設則存在資料目錄',
      en: 'keep attachments in this S3 bucket, given by its address; without it in the data folder',
    },
  }),
  filesAntivirus: setting({
    env: 'NUOXING_FILES_ANTIVIRUS',
    yaml: 'files.antivirus',
    kind: antivirus,
    default: undefined,
    doc: {
      'zh-CN': '附件收下之前由它查毒：clamd 的套接字或地址，或者一条命令；查不了就不收',
      'zh-TW': '附件收下之前由它查毒：clamd 的通訊端或位址，或者一條指令；查不了就不收',
      en: 'scans each attachment before it is kept: the socket or address of clamd, or a command; what cannot be scanned is not taken',
    },
  }),
  filesRegion: setting({
    env: 'NUOXING_FILES_REGION',
    yaml: 'files.region',
    kind: text,
    default: 'us-east-1',
    doc: { 'zh-CN': '存储桶所在的区域', 'zh-TW': '儲存桶所在的區域', en: 'region of the bucket' },
  }),
  filesKey: setting({
    env: 'NUOXING_FILES_KEY',
    yaml: 'files.key',
    kind: text,
    default: undefined,
    secret: true,
    doc: { 'zh-CN': '存储桶的访问密钥 ID', 'zh-TW': '儲存桶的存取金鑰 ID', en: 'access key id for the bucket' },
  }),
  filesSecret: setting({
    env: 'NUOXING_FILES_SECRET',
    yaml: 'files.secret',
    kind: text,
    default: undefined,
    secret: true,
    doc: { 'zh-CN': '存储桶的访问密钥', 'zh-TW': '儲存桶的存取金鑰', en: 'secret access key for the bucket' },
  }),
} as const

export type SettingName = keyof typeof SETTINGS
type ValueOf<One> = One extends Setting<infer Value> ? Value : never

/** Settings that always have a value, by their default. */
type Defaulted = Exclude<
  SettingName,
  | 'databaseUrl'
  | 'publicUrl'
  | 'tls'
  | 'trustedProxy'
  | 'mailUrl'
  | 'mailFrom'
  | 'mailUser'
  | 'mailSecret'
  | 'filesBucket'
  | 'filesAntivirus'
  | 'filesKey'
  | 'filesSecret'
>

/** All settings, read and checked. Paths are as the user wrote them, relative to the working folder. */
export type Config = { readonly [Name in Defaulted]: ValueOf<(typeof SETTINGS)[Name]> } & {
  readonly [Name in Exclude<SettingName, Defaulted>]: ValueOf<(typeof SETTINGS)[Name]> | undefined
}

/** Names the settings file; the only setting that cannot stand in it. */
export const FILE_VARIABLE = 'NUOXING_CONFIG'
export const DEFAULT_FILE = 'nuoxing.yaml'

/** Variables that commands beside the server read, and that stand in the same shell; a server ignores them. */
export const COMMAND_VARIABLES: readonly string[] = ['NUOXING_TOKEN']

/** Variables that the tests of this project use; a server ignores them. */
export const TEST_VARIABLES: readonly string[] = [
  'NUOXING_PROVE',
  'NUOXING_SEED',
  'NUOXING_TEST_PG',
  'NUOXING_TEST_BROWSER',
  'NUOXING_TEST_LOG',
  'NUOXING_CHROMIUM',
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
