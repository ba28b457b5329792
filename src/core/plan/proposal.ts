import type { Finding } from './types.ts'

/** What to write instead of what. */
export type Proposal = { readonly find: string; readonly replace: string }

/** Which param of a finding is the slip that `near` puts right. */
const SLIP: Readonly<Record<string, string>> = {
  'unknown-key-near': 'key',
  'unknown-fact-near': 'value',
  'unknown-promise-near': 'promise',
}

/** What would put a finding right, where there is one plain answer: a name that is spelt otherwise, a chain that hangs on `kept`. */
export function proposalOf({ code, params }: Pick<Finding, 'code' | 'params'>): Proposal | undefined {
  const slip = SLIP[code]
  if (slip !== undefined) return { find: String(params[slip]), replace: String(params.near) }
  if (code === 'lint-chain-kept') return { find: `${params.on}.kept`, replace: `${params.on}.done` }
  return undefined
}
