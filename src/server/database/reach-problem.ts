import type { Config } from '../config.ts'
import type { StartMessage } from '../words/start/say.ts'

/** `pg` says this one by words alone. */
const NO_ANSWER = 'timeout expired'

/** What a database that does not answer, lets nobody in, or gives too few rights, has said; anything else is thrown on. */
export function reachProblem(error: unknown, { databaseUrl }: Pick<Config, 'databaseUrl'>): StartMessage {
  const { code = '', message } = error as { code?: string; message?: string }
  const { host, hostname } = databaseUrl === undefined || !URL.canParse(databaseUrl) ? { host: '', hostname: '' } : new URL(databaseUrl)
  if (['ECONNREFUSED', 'ETIMEDOUT', 'EHOSTUNREACH', 'ECONNRESET', 'EPERM', 'ERR_SOCKET_BAD_PORT'].includes(code) || message === NO_ANSWER)
    return { code: 'database.unreachable', params: { host } }
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return { code: 'database.host-unknown', params: { host: hostname } }
  if (code === '28P01' || code === '28000') return { code: 'database.refused', params: { host } }
  if (code === '3D000') return { code: 'database.missing', params: { host } }
  // Making what the program needs, not only getting in: with the user of an embedded database nothing is lacking.
  if (code === '42501' && databaseUrl !== undefined) return { code: 'database.rights', params: {} }
  throw error
}
