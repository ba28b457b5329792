import { addressAt } from '../address.ts'
import type { Config } from '../config.ts'
import type { MailFrom, MailServer } from '../settings.ts'

export type MailSettings = {
  readonly server: MailServer
  readonly from: MailFrom
  readonly tls: 'required' | 'offered' | 'off'
  readonly user?: string | undefined
  readonly secret?: string | undefined
}

/** How messages leave this installation, and the address that their links begin with. */
export type Outbound = {
  /** undefined: mail is off, and messages go to inboxes alone */
  readonly mail: MailSettings | undefined
  /** settings without which mail stays off */
  readonly missing: readonly string[]
  readonly publicUrl: string
}

type Given = Pick<Config, 'mailUrl' | 'mailFrom' | 'mailUser' | 'mailSecret' | 'mailTls' | 'publicUrl' | 'tls' | 'host' | 'port'>

export function outboundOf({ mailUrl, mailFrom, mailUser, mailSecret, mailTls, publicUrl, tls, host, port }: Given): Outbound {
  const missing = [...(mailUrl ? [] : ['NUOXING_MAIL_URL']), ...(mailFrom ? [] : ['NUOXING_MAIL_FROM'])]
  return {
    mail: mailUrl && mailFrom ? { server: mailUrl, from: mailFrom, tls: mailTls, user: mailUser, secret: mailSecret } : undefined,
    missing,
    publicUrl: publicUrl ?? addressAt({ host, port, secure: tls !== undefined }),
  }
}

export const NO_MAIL: Outbound = {
  mail: undefined,
  missing: ['NUOXING_MAIL_URL', 'NUOXING_MAIL_FROM'],
  publicUrl: 'http://127.0.0.1:8080',
}
