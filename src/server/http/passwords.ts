import { hash, verify } from '@node-rs/argon2'

/** argon2id with the first of the settings that OWASP recommends: 19 MiB, two passes, one lane. */
const COST = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), COST)
}

let nobody: Promise<string> | undefined

/** For an account that does not exist the same work is done, so that the time of the answer tells nothing. */
export async function passwordFits(stored: string | undefined, password: string): Promise<boolean> {
  nobody ??= hashPassword('nobody has this password')
  const fits = await verify(stored ?? (await nobody), password.normalize('NFC'))
  return stored !== undefined && fits
}

const COMMON: readonly string[] = [
  '1234567890',
  '0123456789',
  'qwertyuiop',
  'password12',
  'password123',
  'administrator',
  'woaini1314',
  '1qaz2wsx3edc',
  'aaaaaaaaaa',
  '1111111111',
  '0000000000',
  '8888888888',
  'letmein123',
  'iloveyou12',
  'abcdefghij',
]

/** Length is asked for by the schema; here: not on the list of the common ones, not one sign repeated, not the account with a tail. */
export function isWeak(password: string, account: string): boolean {
  const plain = password.toLowerCase()
  const name = account.toLowerCase().split('@')[0] ?? ''
  return COMMON.includes(plain) || new Set(plain).size < 4 || (name.length >= 3 && plain.replaceAll(/[^a-z]/g, '') === name)
}
