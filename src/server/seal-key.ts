import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Signs heads with Ed25519. `keyId` is the fingerprint of the public key: it stands on every head, so an exchanged key shows. */
export type Signer = {
  readonly keyId: string
  readonly sign: (payload: string) => string
  /** undefined: a key that this installation does not have */
  readonly verify: (payload: string, signature: string, keyId: string) => boolean | undefined
}

const FOLDER = 'keys'
const SUFFIX = '.seal.pem'
const PUBLIC_SUFFIX = '.public.pem'

function idOf(key: KeyObject): string {
  return createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('hex')
    .slice(0, 16)
}

function readKeys(folder: string): Map<string, KeyObject> {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith(SUFFIX))
    .sort()
  const keys = names.map((name) => createPrivateKey(readFileSync(join(folder, name))))
  return new Map(keys.map((key) => [idOf(createPublicKey(key)), key]))
}

/** The public halves of this installation's keys, as far as they lie here: checks what was signed and signs nothing. */
export type KeyRing = {
  /** PEM; undefined: a key that this installation does not have */
  readonly publicKey: (keyId: string) => string | undefined
  readonly verify: Signer['verify']
}

/** Looked up when asked for: the process that signs makes the key, and may start later than this one. */
export function openKeyRing(dataDir: string | undefined): KeyRing {
  const known = new Map<string, KeyObject>()
  const keyOf = (id: string): KeyObject | undefined => {
    const path = dataDir === undefined || !/^[0-9a-f]{16}$/.test(id) ? undefined : join(dataDir, FOLDER, `${id}${PUBLIC_SUFFIX}`)
    if (path === undefined || known.has(id) || !existsSync(path)) return known.get(id)
    const key = createPublicKey(readFileSync(path))
    // what lies under another key's name is not that key
    if (idOf(key) === id) known.set(id, key)
    return known.get(id)
  }
  return {
    publicKey: (id) => keyOf(id)?.export({ type: 'spki', format: 'pem' }).toString(),
    verify: (payload, signature, id) => {
      const key = keyOf(id)
      return key && verify(null, Buffer.from(payload), key, Buffer.from(signature, 'base64'))
    },
  }
}

function makeKey(folder: string): void {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const id = idOf(publicKey)
  // the private key stays in the data folder, readable for its owner alone; the public one stands beside it to be handed out
  writeFileSync(join(folder, `${id}${SUFFIX}`), privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' })
  writeFileSync(join(folder, `${id}${PUBLIC_SUFFIX}`), publicKey.export({ type: 'spki', format: 'pem' }))
}

/** The installation's signing key, made at the first start. Older keys in the folder still verify what they signed; the last one by name that exists signs. */
export function openSigner(dataDir: string): Signer {
  const folder = join(dataDir, FOLDER)
  if (!existsSync(folder)) mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (readKeys(folder).size === 0) makeKey(folder)
  const keys = readKeys(folder)
  const [keyId, key] = [...keys].at(-1)!
  return {
    keyId,
    sign: (payload) => sign(null, Buffer.from(payload), key).toString('base64'),
    verify: (payload, signature, id) => {
      const known = keys.get(id)
      return known && verify(null, Buffer.from(payload), createPublicKey(known), Buffer.from(signature, 'base64'))
    },
  }
}
