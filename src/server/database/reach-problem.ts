import type { Config } from '../config.ts'
import type { StartMessage } from '../words/start/say.ts'

/** What a database that does not answer, or lets nobody in, has said; anything else is thrown on. */
export function reachProblem(error: unknown, { databaseUrl }: Pick<Config, 'databaseUrl'>): StartMessage {
  const { code = '' } = error as { code?: string }
  const { host, hostname } = databaseUrl === undefined || !URL.canParse(databaseUrl) ? { host: '', hostname: '' } : new URL(databaseUrl)
  if (['ECONNREFUSED', 'ETIMEDOUT', 'EHOSTUNREACH', 'ECONNRESET', 'EPERM'].includes(code))
    return { code: 'database.unreachable', params: { host } }
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return { code: 'database.host-unknown', params: { host: hostname } }
  if (code === '28P01' || code === '28000') return { code: 'database.refused', params: { host } }
  if (code === '3D000') return { code: 'database.missing', params: { host } }
  throw error
}
