import { createTransport } from 'nodemailer'
import { oneLine } from '../../core/message/template.ts'
import type { Channel, HandedOver, Letter } from './channel.ts'
import { letterHtml } from './letter-html.ts'
import type { MailSettings } from './outbound.ts'

/** A server that does not answer within these is tried again later; together they stay below the time for which a worker holds a message. */
const CONNECT_MS = 15_000
const SILENCE_MS = 60_000

/** The same for every attempt, so that a server that sees a message twice can tell. */
export function messageIdOf(tenant: string, id: string, from: string): string {
  return `<${id}.${tenant}@${from.slice(from.lastIndexOf('@') + 1)}>`
}

type SmtpFailure = {
  readonly code?: string
  readonly responseCode?: number
  readonly response?: string
  readonly command?: string
  readonly syscall?: string
}

/** No text can have been sent: there was no server, no agreement on encryption, no log-in. */
const NEVER_REACHED = ['EDNS', 'ETLS', 'EAUTH', 'ENOAUTH', 'ECONFIG', 'EPROXY']
const NO_GREETING = /^(Connection timeout|Greeting never received)/

/**
 * The server's word about this very message is final from 500 on; what it says of us (greeting, log-in) may be put right. A line that broke without an answer may
 * have broken after the text was taken: in doubt it is doubtful.
 */
export function judgeFailure(failure: SmtpFailure, words: string): HandedOver {
  const { code = '', responseCode, response, command = '', syscall } = failure
  const error = oneLine(response ?? words).slice(0, 500)
  const answered = responseCode !== undefined
  const aboutUs = NEVER_REACHED.includes(code) || (answered && command === 'CONN')
  if (answered && responseCode >= 500 && !aboutUs) return { kind: 'refused', error }
  return { kind: 'deferred', error, doubtful: !answered && !aboutUs && syscall !== 'connect' && !NO_GREETING.test(words) }
}

export function openMail({ server, from, tls, user, secret }: MailSettings): Channel {
  const transport = createTransport({
    host: server.host,
    port: server.port,
    secure: server.secure,
    requireTLS: !server.secure && tls === 'required',
    ignoreTLS: tls === 'off',
    ...(user === undefined ? {} : { auth: { user, pass: secret ?? '' } }),
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const handOver = async ({ tenant, id, recipient, address, locale, subject, body, corrects }: Letter): Promise<HandedOver> => {
    const earlier = corrects === undefined ? undefined : messageIdOf(tenant, corrects, from.address)
    try {
      const sent = await transport.sendMail({
        from: { name: oneLine(from.name), address: from.address },
        to: { name: oneLine(recipient), address },
        subject: oneLine(subject),
        text: body,
        html: letterHtml(body, locale),
        messageId: messageIdOf(tenant, id, from.address),
        ...(earlier === undefined ? {} : { inReplyTo: earlier, references: earlier }),
        textEncoding: 'base64',
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All', 'Content-Language': locale },
      })
      return { kind: 'accepted', answer: oneLine(sent.response).slice(0, 500) }
    } catch (error) {
      return judgeFailure(error as SmtpFailure, error instanceof Error ? error.message : String(error))
    }
  }
  return { id: 'mail', handOver, close: () => transport.close() }
}
