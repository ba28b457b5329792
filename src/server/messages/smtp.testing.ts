import { once } from 'node:events'
import type { AddressInfo, Socket } from 'node:net'
import PostalMime from 'postal-mime'
import type { Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import type { Outbound } from './outbound.ts'

/** What the server answers to a mail: `accept`, or a refusal with its number. `hang-up`: takes the text and breaks the line before it answers. */
export type Verdict = 'accept' | 'hang-up' | { readonly code: number; readonly words: string; readonly at: 'recipient' | 'data' }

export type Mailbox = {
  readonly outbound: Outbound
  /** every mail whose text arrived whole, accepted or not */
  readonly mails: Email[]
  /** mails that were accepted */
  readonly accepted: Email[]
  /** says what becomes of the next mails, in their order; then all are accepted */
  readonly next: (...verdicts: Verdict[]) => void
  /** goes before each mail's end is answered */
  whileTaking: () => Promise<void>
  readonly down: () => Promise<void>
  readonly up: () => Promise<void>
}

const failure = (code: number, words: string) => Object.assign(new Error(words), { responseCode: code })

/** A mail server on loopback, in this very process. */
export async function openMailbox(): Promise<Mailbox> {
  const mails: Email[] = []
  const accepted: Email[] = []
  const verdicts: Verdict[] = []
  let port = 0
  let server: SMTPServer | undefined
  const sockets = new Set<Socket>()
  const mailbox = { whileTaking: async (): Promise<void> => undefined }
  const make = () =>
    new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      disableReverseLookup: true,
      onRcptTo: (_address, _session, answer) => {
        const [verdict] = verdicts
        if (typeof verdict !== 'object' || verdict.at !== 'recipient') return answer()
        verdicts.shift()
        answer(failure(verdict.code, verdict.words))
      },
      onData: (stream, _session, answer) => {
        const chunks: Buffer[] = []
        stream.on('data', (chunk: Buffer) => chunks.push(chunk))
        stream.on('end', () => {
          void (async () => {
            const mail = await PostalMime.parse(Buffer.concat(chunks))
            mails.push(mail)
            const verdict = verdicts.shift() ?? 'accept'
            await mailbox.whileTaking()
            if (verdict === 'hang-up') {
              for (const socket of sockets) socket.destroy()
              return
            }
            if (typeof verdict === 'object') return answer(failure(verdict.code, verdict.words))
            accepted.push(mail)
            answer(null, `taken as ${accepted.length}`)
          })()
        })
      },
    })
  const up = async (): Promise<void> => {
    server = make()
    server.on('error', () => undefined)
    server.server.on('connection', (socket: Socket) => {
      sockets.add(socket)
      socket.on('close', () => sockets.delete(socket))
    })
    server.listen(port, '127.0.0.1')
    await once(server.server, 'listening')
    port = (server.server.address() as AddressInfo).port
  }
  const down = async (): Promise<void> => {
    const closing = server
    server = undefined
    if (closing) await new Promise<void>((done) => closing.close(() => done()))
  }
  await up()
  const outbound: Outbound = {
    mail: {
      server: { host: '127.0.0.1', port, secure: false },
      from: { name: '诺行示例服务', address: 'service@vendor.example' },
      tls: 'off',
    },
    missing: [],
    publicUrl: 'https://desk.vendor.example',
  }
  return Object.assign(mailbox, { outbound, mails, accepted, next: (...more: Verdict[]) => void verdicts.push(...more), down, up })
}
