import { hash } from 'node:crypto'
import { canonicalJson } from '../core/canonical.ts'
import { randomText } from './random.ts'
import type { NewText } from './transact.ts'

export function newSalt(): string {
  return randomText(16, 'hex')
}

/** SHA-256 over salt and text as one JSON list: without the salt, which goes when the text is erased, nobody can try texts against the hash. */
export function textHash(salt: string, text: string): string {
  return hash('sha256', canonicalJson([salt, text]), 'hex')
}

export function sealTexts(texts: readonly NewText[]): { fact: string; field: string; text: string; salt: string; hash: string }[] {
  return texts.map(({ factId, field, text }) => {
    const salt = newSalt()
    return { fact: factId, field, text, salt, hash: textHash(salt, text) }
  })
}
